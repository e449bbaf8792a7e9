"""Causes and solutions that must be written."""

import pytest

from pelaporan.konteks import Angka
from pelaporan.periksa.analisis_kosong import periksa
from pelaporan.periksa.dasar import Tingkat
from tests.pelaporan.periksa.bersih import KOSONG
from tests.pelaporan.periksa.tanam import ganti_bab3, ubah_ke

pytestmark = pytest.mark.django_db


def _baris(bahan, indikator: str) -> int:
    return next(n for n, b in enumerate(bahan.konteks.bab3.analisis) if b.indikator == indikator)


def _ubah(bahan, indikator, **isi):
    analisis = bahan.konteks.bab3.analisis
    return ganti_bab3(bahan, analisis=ubah_ke(analisis, _baris(bahan, indikator), **isi))


PBB = "Realisasi Penerimaan Pajak Bumi dan Bangunan (PBB-P2)"
FORKOPIMCAM = "Persentase Kesepakatan Forum Koordinasi Pimpinan yang Ditindaklanjuti"
DESA = "Persentase Desa Tertib Administrasi"


def test_an_explained_year_is_not_found(bersih):
    assert list(periksa(bersih)) == []


def test_a_blank_row_is_one_finding_with_its_capaian(bersih):
    (t,) = periksa(_ubah(bersih, PBB, analisis=KOSONG, solusi=KOSONG))
    assert (t.tingkat, t.tautan, t.sebab) == (Tingkat.GALAT, "analisis:pbb", "analisis:pbb")
    assert t.lokasi.teks == f"Tabel 3.6, baris {_baris(bersih, PBB) + 1}"
    assert f"{PBB}: sebab dan solusi belum ditulis" in t.pesan
    assert "apalagi capaiannya 84,19%" in t.pesan
    assert t.nilai == (("sebab", "belum diisi"), ("solusi", "belum diisi"))


def test_a_programme_is_told_why_with_the_values_of_table_3_8(bersih):
    (t,) = periksa(_ubah(bersih, FORKOPIMCAM, solusi=KOSONG))
    assert t.tautan == "analisis:prog-forkopimcam"
    assert "solusi belum ditulis" in t.pesan
    assert "capaian programnya 95,96%, di bawah 100%" in t.pesan
    assert "serapannya 88,15% (Tabel 3.8), di bawah batas" in t.pesan


@pytest.mark.parametrize("isi", ["Terealisasi", "Tercapai", "Baik", "Sudah berjalan baik"])
def test_a_word_is_no_cause(bersih, isi):
    (t,) = periksa(_ubah(bersih, PBB, analisis=Angka(isi)))
    assert (t.tingkat, t.nilai) == (Tingkat.GALAT, (("sebab", isi),))
    assert f"sebab hanya berisi “{isi}”" in t.pesan


def test_a_short_sentence_is_a_cause(bersih):
    assert list(periksa(_ubah(bersih, PBB, analisis=Angka("Panen kedua gagal total.")))) == []


def test_a_word_where_nothing_is_asked_is_a_warning(bersih):
    cacat = _ubah(bersih, DESA, analisis=Angka("Terealisasi"))
    assert not cacat.konteks.bab3.analisis[_baris(cacat, DESA)].wajib
    (t,) = periksa(cacat)
    assert (t.tingkat, t.tautan) == (Tingkat.PERINGATAN, "analisis:prog-desa")
    assert "(“Terealisasi”)" in t.pesan


def test_nothing_written_where_nothing_is_asked_is_not_found(bersih):
    assert list(periksa(_ubah(bersih, DESA, analisis=KOSONG, solusi=KOSONG))) == []


def test_a_reason_for_two_short_texts_covers_no_third_one(bersih):
    semua = set()
    for solusi in ("Rapat rutin", "Surat"):
        (t,) = periksa(_ubah(bersih, DESA, analisis=Angka("Terealisasi"), solusi=Angka(solusi)))
        semua.add(t.kunci)
    assert len(semua) == 2
