"""A report is signed after its year and before its deadline."""

import datetime
from dataclasses import replace

import pytest

from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.tanggal_tanda_tangan import periksa

pytestmark = pytest.mark.django_db


def _rencana(bahan, hari):
    return replace(bahan, laporan=replace(bahan.laporan, tanggal_rencana=hari))


@pytest.mark.parametrize(
    ("hari", "tingkat", "acuan"),
    [
        (datetime.date(2024, 12, 31), Tingkat.GALAT, "31 Desember 2024"),
        (datetime.date(2023, 2, 26), Tingkat.GALAT, "31 Desember 2024"),
        (datetime.date(2025, 1, 1), None, ""),
        (datetime.date(2025, 2, 28), None, ""),
        (datetime.date(2025, 3, 1), Tingkat.PERINGATAN, "28 Februari 2025"),
        (None, None, ""),
    ],
)
def test_the_planned_day_lies_between_the_year_and_the_deadline(bersih, hari, tingkat, acuan):
    hasil = list(periksa(_rencana(bersih, hari)))
    assert [t.tingkat for t in hasil] == ([tingkat] if tingkat else [])
    for t in hasil:
        assert t.tautan == "laporan"
        assert acuan in t.pesan
        assert acuan == t.nilai[1][1]


def test_the_clean_report_is_not_found(bersih):
    assert list(periksa(bersih)) == []
