"""A capaian above 120% is asked about, once a table."""

import pytest

from pelaporan.periksa.capaian_tinggi import periksa
from pelaporan.periksa.dasar import Tingkat
from tests.pelaporan.periksa.bersih import ubah_capaian, ubah_indikator
from tests.pelaporan.periksa.tanam import angka, persen

pytestmark = pytest.mark.django_db


def test_a_sound_year_is_not_found(bersih):
    assert list(periksa(bersih)) == []


def test_a_high_capaian_is_found_with_its_values(bersih):
    (t,) = periksa(ubah_capaian(bersih, "kelompok-usaha", realisasi=angka(31, 0), capaian=persen(124)))
    assert (t.tingkat, t.tautan) == (Tingkat.PERINGATAN, "realisasi:kelompok-usaha")
    assert t.lokasi.teks == "Tabel 3.2, baris 8"
    assert "124,00% (target 25, realisasi 31)" in t.pesan


def test_120_percent_itself_is_not_found(bersih):
    assert list(periksa(ubah_capaian(bersih, "kelompok-usaha", capaian=persen(120)))) == []
    assert len(list(periksa(ubah_capaian(bersih, "kelompok-usaha", capaian=persen("120.001"))))) == 1


def test_one_table_is_one_finding(bersih):
    cacat = ubah_capaian(bersih, "skm", capaian=persen(130))
    cacat = ubah_capaian(cacat, "hari-layanan", capaian=persen(150))
    cacat = ubah_indikator(cacat, "prog-desa", capaian=persen(140))
    atas, bawah = periksa(cacat)
    assert (atas.lokasi.teks, len(atas.nilai)) == ("Tabel 3.2", 2)
    assert bawah.lokasi.teks == "Tabel 3.10, 7.01.06"


def test_one_grade_above_the_target_is_no_excess(bersih):
    assert list(periksa(ubah_capaian(bersih, "sakip", capaian=persen(125)))) == []
