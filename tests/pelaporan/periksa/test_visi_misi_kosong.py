"""A report without visi, misi or RPJMD is stopped."""

import pytest

from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.visi_misi_kosong import periksa
from tests.pelaporan.periksa.tanam import ganti_bab2

pytestmark = pytest.mark.django_db


def test_a_clean_report_is_not_found(bersih):
    assert list(periksa(bersih)) == []


def test_what_is_missing_is_one_finding(bersih):
    (t,) = periksa(ganti_bab2(bersih, visi="", misi=(), rpjmd=()))
    assert (t.tingkat, t.lokasi.kunci, t.tautan) == (Tingkat.GALAT, "bab2.renstra", "misi")
    assert t.pesan.startswith("Visi, misi, dan tujuan dan sasaran RPJMD Kabupaten Contoh")


def test_one_of_them_is_enough(bersih):
    (t,) = periksa(ganti_bab2(bersih, visi=" "))
    assert t.nilai == (("visi", "belum diisi"),)
