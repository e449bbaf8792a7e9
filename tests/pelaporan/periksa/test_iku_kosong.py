"""An office without an IKU is stopped."""

import pytest

from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.iku_kosong import periksa
from tests.pelaporan.periksa.tanam import ganti_bab2

pytestmark = pytest.mark.django_db


def test_a_clean_report_is_not_found(bersih):
    assert list(periksa(bersih)) == []


def test_an_empty_table_2_3_is_found(bersih):
    (t,) = periksa(ganti_bab2(bersih, iku=()))
    assert (t.tingkat, t.lokasi.teks) == (Tingkat.GALAT, "Tabel 2.3")
    assert t.pesan.startswith("Kecamatan Contoh belum mempunyai")
