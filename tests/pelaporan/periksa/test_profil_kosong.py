"""A report without a profile is stopped."""

from dataclasses import replace

import pytest

from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.profil_kosong import periksa
from tests.pelaporan.periksa.bersih import KOSONG
from tests.pelaporan.periksa.tanam import ganti, ubah_ke

pytestmark = pytest.mark.django_db


def test_a_clean_report_is_not_found(bersih):
    assert list(periksa(bersih)) == []


def test_no_profile_is_found(bersih):
    (t,) = periksa(ganti(bersih, bab1=replace(bersih.konteks.bab1, profil=())))
    assert (t.tingkat, t.lokasi.kunci, t.tautan) == (Tingkat.GALAT, "bab1.organisasi", "profil")
    assert "tahun 2024" in t.pesan


def test_blank_rows_are_one_finding_that_names_them(bersih):
    profil = ubah_ke(ubah_ke(bersih.konteks.bab1.profil, 0, jumlah=KOSONG), 1, jumlah=KOSONG)
    (t,) = periksa(ganti(bersih, bab1=replace(bersih.konteks.bab1, profil=profil)))
    assert t.pesan.startswith("2 jumlah dalam profil")
    assert profil[0].uraian in t.pesan
