"""Years of the Renstra without any value are an info."""

from dataclasses import replace

import pytest

from pelaporan.konteks import Angka
from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.tahun_lalu_kosong import periksa
from sakip.umum.hitung import Keadaan
from tests.pelaporan.periksa.tanam import ganti, ganti_bab3, ubah_ke

pytestmark = pytest.mark.django_db
TIADA = Angka("tidak ada data", Keadaan.TIDAK_BERLAKU, None, "tidak ada data")


def test_a_clean_report_is_not_found(bersih):
    assert list(periksa(bersih)) == []


def test_they_are_counted(bersih):
    banding = bersih.konteks.bab3.banding
    for n in range(3):
        tahun = ubah_ke(banding[n].tahun, 0, target=TIADA, realisasi=TIADA, capaian=TIADA)
        banding = ubah_ke(banding, n, tahun=tahun)
    (t,) = periksa(ganti_bab3(bersih, banding=banding))
    assert (t.tingkat, t.lokasi.teks, t.tautan) == (Tingkat.INFO, "Tabel 3.3", "pengukuran")
    assert t.nilai == (("tahun 2022", "3 dari 12"),)


def test_years_before_the_renstra_are_not_asked(bersih):
    periode = replace(bersih.konteks.periode, tahun_awal=2024)
    tahun = ubah_ke(bersih.konteks.bab3.banding[0].tahun, 0, target=TIADA, realisasi=TIADA)
    bahan = ganti_bab3(bersih, banding=ubah_ke(bersih.konteks.bab3.banding, 0, tahun=tahun))
    assert list(periksa(ganti(bahan, periode=periode))) == []


def test_an_indicator_that_did_not_apply_is_not_missing(bersih):
    tak_berlaku = replace(TIADA, teks="tidak berlaku", alasan="survei tidak diadakan")
    tahun = ubah_ke(bersih.konteks.bab3.banding[0].tahun, 0, realisasi=tak_berlaku)
    bahan = ganti_bab3(bersih, banding=ubah_ke(bersih.konteks.bab3.banding, 0, tahun=tahun))
    assert list(periksa(bahan)) == []
