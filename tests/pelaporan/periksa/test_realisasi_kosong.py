"""A reported indicator without its value blocks."""

import pytest

from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.realisasi_kosong import periksa
from tests.pelaporan.periksa.bersih import KOSONG, ubah_capaian, ubah_indikator

pytestmark = pytest.mark.django_db


def test_a_complete_year_is_not_found(bersih):
    assert list(periksa(bersih)) == []


def test_a_blank_of_a_reported_indicator_is_found_at_its_row(bersih):
    (t,) = periksa(ubah_capaian(bersih, "skm", realisasi=KOSONG))
    assert (t.tingkat, t.lokasi.objek, t.tautan) == (Tingkat.GALAT, "skm", "realisasi:skm")
    assert t.lokasi.teks.startswith("Tabel 3.2, baris ")
    assert "Kepuasan Masyarakat" in t.pesan


def test_a_blank_of_a_programme_indicator_is_found_at_its_programme(bersih):
    i = next(x for x in bersih.indikator if x.tingkat == "program")
    (t,) = periksa(ubah_indikator(bersih, i.kode, realisasi=KOSONG))
    assert (t.lokasi.kunci, t.lokasi.objek) == ("t_efisiensi_program", i.kode)
    assert i.kode_node in t.lokasi.teks
