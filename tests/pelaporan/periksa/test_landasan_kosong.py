"""A report without a legal base is stopped."""

from dataclasses import replace

import pytest

from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.landasan_kosong import periksa
from tests.pelaporan.periksa.tanam import ganti

pytestmark = pytest.mark.django_db


def test_a_clean_report_is_not_found(bersih):
    assert list(periksa(bersih)) == []


def test_an_empty_list_is_found(bersih):
    bab1 = replace(bersih.konteks.bab1, landasan_hukum=())
    (t,) = periksa(ganti(bersih, bab1=bab1))
    assert (t.tingkat, t.lokasi.kunci, t.tautan) == (Tingkat.GALAT, "bab1.hukum", "landasan")
