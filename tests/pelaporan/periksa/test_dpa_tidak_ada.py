"""A year without a DPA blocks; blank ceilings are the same cause."""

from dataclasses import replace

import pytest

from pelaporan.periksa import anggaran_kosong
from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.dpa_tidak_ada import PEMERIKSAAN, periksa
from pelaporan.periksa.jalankan import jalankan
from tests.pelaporan.periksa.bersih import KOSONG
from tests.pelaporan.periksa.tanam import ganti_bab2

pytestmark = pytest.mark.django_db


def test_a_clean_report_is_not_found(bersih):
    assert list(periksa(bersih)) == []


def test_no_dpa_is_one_finding_with_all_blank_ceilings(bersih):
    program = tuple(replace(p, pagu=KOSONG) for p in bersih.program)
    bahan = ganti_bab2(replace(bersih, program=program, dpa=()), revisi_dpa=())
    (t,) = jalankan(bahan, [PEMERIKSAAN, anggaran_kosong.PEMERIKSAAN]).temuan
    assert (t.kode, t.tingkat, t.lokasi.teks, t.tautan) == (
        "dpa_tidak_ada",
        Tingkat.GALAT,
        "Tabel 2.6",
        "dpa",
    )
