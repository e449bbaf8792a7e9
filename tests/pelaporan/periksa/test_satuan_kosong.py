"""Units of programme indicators that are missing need a reason, once."""

import pytest

from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.satuan_kosong import periksa
from tests.pelaporan.periksa.bersih import ubah_indikator

pytestmark = pytest.mark.django_db


def test_a_clean_report_is_not_found(bersih):
    assert list(periksa(bersih)) == []


def test_they_are_one_warning(bersih):
    bahan = ubah_indikator(ubah_indikator(bersih, "prog-desa", satuan=""), "prog-trantib", satuan="")
    (t,) = periksa(bahan)
    assert (t.tingkat, t.lokasi.teks) == (Tingkat.PERINGATAN, "Tabel 2.6")
    assert [kode for kode, _ in t.nilai] == ["prog-trantib", "prog-desa"]
    assert t.tautan == "definisi:prog-trantib"


def test_a_sasaran_indicator_is_another_finding(bersih):
    assert list(periksa(ubah_indikator(bersih, "skm", satuan=""))) == []
