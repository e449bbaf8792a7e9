"""An earlier year that was begun and is not whole needs a reason."""

import pytest

from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.tahun_lalu_rumpang import periksa
from tests.pelaporan.periksa.bersih import KOSONG
from tests.pelaporan.periksa.tanam import ganti_bab3, ubah_ke

pytestmark = pytest.mark.django_db


def test_a_clean_report_is_not_found(bersih):
    assert list(periksa(bersih)) == []


@pytest.mark.parametrize("apa", ["target", "realisasi"])
def test_the_blank_is_named_with_its_year(bersih, apa):
    baris = bersih.konteks.bab3.banding[0]
    tahun = ubah_ke(baris.tahun, 1, **{apa: KOSONG})
    (t,) = periksa(ganti_bab3(bersih, banding=ubah_ke(bersih.konteks.bab3.banding, 0, tahun=tahun)))
    assert (t.tingkat, t.lokasi.teks, t.tautan) == (Tingkat.PERINGATAN, "Tabel 3.3", "realisasi:skm")
    assert t.nilai == ((f"{baris.indikator} tahun 2023", f"{apa} belum diisi"),)


def test_the_year_of_the_report_is_another_finding(bersih):
    tahun = ubah_ke(bersih.konteks.bab3.banding[0].tahun, 2, realisasi=KOSONG)
    bahan = ganti_bab3(bersih, banding=ubah_ke(bersih.konteks.bab3.banding, 0, tahun=tahun))
    assert list(periksa(bahan)) == []
