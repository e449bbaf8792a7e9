"""Quarters that are not approved block."""

from dataclasses import replace

import pytest

from pelaporan.periksa.bahan import FaktaTahap
from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.tahap_belum_disetujui import PEMERIKSAAN, periksa

pytestmark = pytest.mark.django_db


def test_a_year_without_open_quarters_is_not_found(bersih):
    assert list(periksa(bersih)) == []


def test_open_quarters_are_one_finding_with_unit_and_state(bersih):
    tahap = (
        FaktaTahap("Seksi Pelayanan Umum", "Triwulan III", "Dikirim"),
        FaktaTahap("Sekretariat", "Triwulan IV", "Dikembalikan"),
    )
    (t,) = periksa(replace(bersih, tahap=tahap))
    assert (t.tingkat, t.tautan) == (Tingkat.GALAT, "pengukuran")
    assert "Triwulan III Seksi Pelayanan Umum (dikirim); Triwulan IV Sekretariat (dikembalikan)" in t.pesan
    assert t.nilai[1] == ("Triwulan IV Sekretariat", "Dikembalikan")
    assert not PEMERIKSAAN.boleh_dikecualikan
