"""An empty Renstra blocks."""

from dataclasses import replace

import pytest

from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.renstra_kosong import periksa
from tests.pelaporan.periksa.tanam import ganti_bab2

pytestmark = pytest.mark.django_db


def test_a_clean_report_is_not_found(bersih):
    assert list(periksa(bersih)) == []


def test_no_tujuan_at_all_is_found(bersih):
    (t,) = periksa(ganti_bab2(bersih, renstra=()))
    assert (t.tingkat, t.lokasi.teks, t.tautan) == (Tingkat.GALAT, "Tabel 2.2", "renstra")
    assert "tujuan dan sasaran" in t.pesan


def test_no_indicator_with_a_target_is_found(bersih):
    baris = tuple(replace(b, indikator="", target=()) for b in bersih.konteks.bab2.renstra)
    (t,) = periksa(ganti_bab2(bersih, renstra=baris))
    assert "belum memuat indikator bertarget" in t.pesan
