"""A report without a recommendation is asked about."""

import pytest

from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.tindak_lanjut_kosong import periksa
from tests.pelaporan.periksa.tanam import ganti_bab3

pytestmark = pytest.mark.django_db


def test_a_report_with_recommendations_is_not_found(bersih):
    assert list(periksa(bersih)) == []


def test_an_empty_table_is_a_warning(bersih):
    (t,) = periksa(ganti_bab3(bersih, tindak_lanjut=()))
    assert (t.tingkat, t.lokasi.kunci, t.tautan) == (Tingkat.PERINGATAN, "t_tindak_lanjut", "rekomendasi")
    assert t.nilai == (("rekomendasi", "belum ada"),)
