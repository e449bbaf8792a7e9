"""A report without its structure, its regulation or its duties is stopped."""

from dataclasses import replace

import pytest

from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.organisasi_kosong import periksa
from tests.pelaporan.periksa.tanam import ganti

pytestmark = pytest.mark.django_db


def test_a_clean_report_is_not_found(bersih):
    assert list(periksa(bersih)) == []


def _bab1(bahan, **isi):
    return ganti(bahan, bab1=replace(bahan.konteks.bab1, **isi))


def test_no_unit_at_all_is_found(bersih):
    (t,) = periksa(_bab1(bersih, organisasi=None))
    assert (t.tingkat, t.lokasi.kunci, t.tautan) == (Tingkat.GALAT, "bab1.organisasi", "unit")


def test_no_regulation_on_the_structure_is_found(bersih):
    (t,) = periksa(_bab1(bersih, dasar_organisasi=""))
    assert t.tautan == "landasan"
    assert "Peraturan tentang susunan organisasi" in t.pesan


def test_an_empty_list_of_regulations_is_another_finding(bersih):
    assert list(periksa(_bab1(bersih, dasar_organisasi="", landasan_hukum=()))) == []


def test_a_unit_without_a_duty_is_named(bersih):
    akar = bersih.konteks.bab1.organisasi
    anak = (replace(akar.anak[0], tugas=" "), *akar.anak[1:])
    (t,) = periksa(_bab1(bersih, organisasi=replace(akar, anak=anak)))
    assert t.nilai == ((akar.anak[0].nama, "belum diisi"),)
