"""A sum over years that one year leaves open blocks."""

from dataclasses import replace

import pytest

from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.kemajuan_kosong import periksa
from tests.pelaporan.periksa.bersih import KOSONG, ubah_capaian
from tests.pelaporan.periksa.tanam import ganti_bab3, ubah_ke

pytestmark = pytest.mark.django_db


def test_a_clean_report_is_not_found(bersih):
    assert list(periksa(bersih)) == []


def test_it_is_found_at_its_row_with_the_year(bersih):
    belum = replace(KOSONG, alasan="nilai tahun 2022 belum diisi")
    (t,) = periksa(ganti_bab3(bersih, kemajuan=ubah_ke(bersih.konteks.bab3.kemajuan, 7, realisasi=belum)))
    kode = bersih.konteks.bab3.capaian[7].kode
    assert (t.tingkat, t.lokasi.teks, t.tautan) == (Tingkat.GALAT, "Tabel 3.4, baris 8", f"realisasi:{kode}")
    assert "nilai tahun 2022 belum diisi" in t.pesan


def test_a_blank_of_the_year_itself_is_another_finding(bersih):
    bahan = ganti_bab3(bersih, kemajuan=ubah_ke(bersih.konteks.bab3.kemajuan, 0, realisasi=KOSONG))
    assert list(periksa(ubah_capaian(bahan, "skm", realisasi=KOSONG))) == []
