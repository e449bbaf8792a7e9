"""A year without a Perjanjian Kinerja blocks, as one finding."""

import pytest

from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.pk_tidak_ada import periksa
from tests.pelaporan.periksa.tanam import ganti_bab2

pytestmark = pytest.mark.django_db


def test_a_clean_report_is_not_found(bersih):
    assert list(periksa(bersih)) == []


def test_no_pk_is_one_finding(bersih):
    (t,) = periksa(ganti_bab2(bersih, revisi_pk=(), pk=()))
    assert (t.tingkat, t.lokasi.teks, t.tautan) == (Tingkat.GALAT, "Tabel 2.5", "pk")
    assert "tahun 2024" in t.pesan


def test_a_pk_without_indicators_is_said_so(bersih):
    (t,) = periksa(ganti_bab2(bersih, pk=()))
    assert "tidak memuat satu indikator pun" in t.pesan
