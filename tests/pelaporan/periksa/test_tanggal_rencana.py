"""A draft names the day on which it will be signed."""

from dataclasses import replace

import pytest

from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.tanggal_rencana import periksa
from tests.pelaporan.periksa.tanam import ganti

pytestmark = pytest.mark.django_db


def _tanpa(bahan):
    return replace(bahan, laporan=replace(bahan.laporan, tanggal_rencana=None))


def test_a_planned_day_is_not_found(bersih):
    assert list(periksa(bersih)) == []


def test_no_planned_day_is_a_warning_with_the_deadline(bersih):
    (t,) = periksa(_tanpa(bersih))
    assert (t.tingkat, t.tautan, t.nilai) == (
        Tingkat.PERINGATAN,
        "laporan",
        (("tanggal rencana", "belum diisi"),),
    )
    assert "paling lambat 28 Februari 2025" in t.pesan


def test_a_signed_version_has_its_day(bersih):
    pengesahan = replace(bersih.konteks.pengesahan, tanggal="26 Februari 2025")
    assert list(periksa(ganti(_tanpa(bersih), pengesahan=pengesahan))) == []
