"""A target weaker than what was reached last year."""

from dataclasses import replace

import pytest

from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.target_di_bawah_tahun_lalu import periksa
from tests.pelaporan.periksa.tanam import angka, ganti_bab3

pytestmark = pytest.mark.django_db


def _target(bahan, kode, nilai):
    banding = tuple(
        replace(b, tahun=(*b.tahun[:-1], replace(b.tahun[-1], target=angka(nilai)))) if b.kode == kode else b
        for b in bahan.konteks.bab3.banding
    )
    return ganti_bab3(bahan, banding=banding)


def test_targets_that_go_on_are_not_found(bersih):
    assert list(periksa(bersih)) == []


def test_a_target_under_last_years_value_is_found_with_both(bersih):
    (t,) = periksa(_target(bersih, "skm", "85"))
    assert (t.tingkat, t.tautan) == (Tingkat.PERINGATAN, "target_pk:skm")
    assert t.lokasi.teks == "Tabel 3.3, baris 1"
    assert "(target 85,00, realisasi 2023 85,50)" in t.pesan
    assert t.nilai == (("Indeks Kepuasan Masyarakat (IKM)", "85,00 terhadap 85,50"),)


def test_of_what_should_be_low_a_higher_target_is_the_weaker_one(bersih):
    assert [t.tautan for t in periksa(_target(bersih, "gangguan", "30"))] == ["target_pk:gangguan"]
    assert list(periksa(_target(bersih, "gangguan", "10"))) == []


def test_several_are_one_finding(bersih):
    (t,) = periksa(_target(_target(bersih, "skm", "85"), "gangguan", "30"))
    assert (len(t.nilai), t.lokasi.teks) == (2, "Tabel 3.3")


def test_last_years_value_itself_is_not_found(bersih):
    assert list(periksa(_target(bersih, "skm", "85.5"))) == []
