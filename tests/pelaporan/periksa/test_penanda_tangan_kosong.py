"""Somebody must be in office on the planned day."""

from dataclasses import replace

import pytest

from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.penanda_tangan_kosong import periksa
from tests.pelaporan.periksa.tanam import ganti

pytestmark = pytest.mark.django_db


def test_a_report_with_a_signer_is_not_found(bersih):
    assert list(periksa(bersih)) == []


def test_nobody_in_office_blocks_with_post_and_day(bersih):
    kosong = replace(bersih.konteks.pengesahan, penanda_tangan=None)
    (t,) = periksa(ganti(bersih, pengesahan=kosong))
    assert (t.tingkat, t.lokasi.kunci, t.tautan) == (Tingkat.GALAT, "depan.pengantar", "pejabat")
    assert "jabatan Camat Contoh pada 26 Februari 2025" in t.pesan
