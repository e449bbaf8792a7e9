"""A report without an issue of its year is stopped."""

from dataclasses import replace

import pytest

from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.isu_kosong import periksa
from tests.pelaporan.periksa.tanam import ganti

pytestmark = pytest.mark.django_db


def test_a_clean_report_is_not_found(bersih):
    assert list(periksa(bersih)) == []


@pytest.mark.parametrize("isu", [(), (" ",)])
def test_no_issue_is_found(bersih, isu):
    bab1 = replace(bersih.konteks.bab1, isu_tahun=isu)
    (t,) = periksa(ganti(bersih, bab1=bab1))
    assert (t.tingkat, t.lokasi.kunci, t.tautan) == (Tingkat.GALAT, "bab1.isu", "isu")
    assert "tahun 2024" in t.pesan
