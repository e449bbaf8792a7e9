"""Shares of a programme that do not make 100% need a reason."""

import pytest

from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.peta_tidak_penuh import periksa
from tests.pelaporan.periksa.bersih import ubah_program
from tests.pelaporan.periksa.tanam import angka

pytestmark = pytest.mark.django_db


def test_a_clean_report_is_not_found(bersih):
    assert list(periksa(bersih)) == []


def test_the_share_is_named(bersih):
    (t,) = periksa(ubah_program(bersih, "7.01.05", porsi=angka("62.5")))
    assert (t.tingkat, t.lokasi.teks, t.tautan) == (Tingkat.PERINGATAN, "Tabel 3.9", "peta")
    assert t.nilai == (("7.01.05", "62,50%"),)


def test_a_programme_without_any_share_is_another_finding(bersih):
    assert list(periksa(ubah_program(bersih, "7.01.05", porsi=angka(0)))) == []
