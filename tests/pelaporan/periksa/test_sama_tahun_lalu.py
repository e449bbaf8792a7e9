"""A value equal to last year's to the last digit."""

from dataclasses import replace

import pytest

from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.sama_tahun_lalu import periksa
from tests.pelaporan.periksa.tanam import angka, ganti_bab3

pytestmark = pytest.mark.django_db


def _sama(bahan, kode, nilai, target=None):
    """The same value in both years."""
    hasil = []
    for b in bahan.konteks.bab3.banding:
        if b.kode == kode:
            *awal, lalu, kini = b.tahun
            kini = replace(kini, realisasi=nilai, target=target or kini.target)
            b = replace(b, tahun=(*awal, replace(lalu, realisasi=nilai), kini))
        hasil.append(b)
    return ganti_bab3(bahan, banding=tuple(hasil))


def test_a_year_that_changed_is_not_found(bersih):
    assert list(periksa(bersih)) == []


def test_an_equal_value_is_a_warning_at_its_row(bersih):
    (t,) = periksa(_sama(bersih, "skm", angka("85.5")))
    assert (t.tingkat, t.tautan) == (Tingkat.PERINGATAN, "realisasi:skm")
    assert (t.lokasi.kunci, t.lokasi.teks) == ("t_banding", "Tabel 3.3, baris 1")
    assert "sama persis dengan tahun 2023: Indeks Kepuasan Masyarakat (IKM) (85,50)" in t.pesan


@pytest.mark.parametrize(
    ("kode", "nilai", "target"),
    [("skm", "86.5", None), ("dokumen-desa", "100", None), ("gangguan", "0", "5"), ("sakip", "4", None)],
)
def test_a_target_a_bound_or_a_grade_only_informs(bersih, kode, nilai, target):
    (t,) = periksa(_sama(bersih, kode, angka(nilai), angka(target) if target else None))
    assert t.tingkat is Tingkat.INFO


def test_levels_are_apart_and_each_is_one_finding(bersih):
    cacat = _sama(_sama(_sama(bersih, "skm", angka("85.5")), "ipp", angka("3.4")), "dokumen-desa", angka(100))
    peringatan, info = periksa(cacat)
    assert [t.tingkat for t in (peringatan, info)] == [Tingkat.PERINGATAN, Tingkat.INFO]
    assert (len(peringatan.nilai), peringatan.lokasi.teks) == (2, "Tabel 3.3")


def test_a_value_that_only_prints_alike_is_not_found(bersih):
    hasil = list(periksa(_sama(bersih, "skm", angka("85.5"))))
    assert len(hasil) == 1
    banding = tuple(
        replace(b, tahun=(*b.tahun[:-1], replace(b.tahun[-1], realisasi=angka("85.501"))))
        if b.kode == "skm"
        else b
        for b in bersih.konteks.bab3.banding
    )
    assert list(periksa(ganti_bab3(bersih, banding=banding))) == []
