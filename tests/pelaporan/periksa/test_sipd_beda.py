"""The total ceiling against the total of the SIPD file that was loaded."""

import datetime
from dataclasses import replace

import pytest

from pelaporan.periksa.bahan import FaktaSIPD
from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.sipd_beda import periksa
from tests.pelaporan.periksa.tanam import rupiah

pytestmark = pytest.mark.django_db
HARI = datetime.date(2024, 10, 9)


def _sipd(bahan, jumlah: int):
    return replace(bahan, sipd=(FaktaSIPD("pagu", rupiah(jumlah), "dpa-perubahan.xlsx", HARI),))


def test_a_year_without_a_sipd_file_is_not_found(bersih):
    assert bersih.sipd == ()
    assert list(periksa(bersih)) == []


def test_equal_totals_are_not_found(bersih):
    assert list(periksa(_sipd(bersih, 4_399_000_000))) == []


def test_another_total_is_found_with_both_values_and_the_difference(bersih):
    (t,) = periksa(_sipd(bersih, 4_398_000_000))
    assert (t.tingkat, t.tautan, t.lokasi.teks) == (Tingkat.PERINGATAN, "dpa", "Tabel 3.8, JUMLAH")
    assert t.nilai == (("pagu DPA Perubahan 1", "Rp4.399.000.000"), ("pagu SIPD", "Rp4.398.000.000"))
    assert "dpa-perubahan.xlsx yang dimuat 9 Oktober 2024" in t.pesan
    assert "selisihnya Rp1.000.000" in t.pesan
