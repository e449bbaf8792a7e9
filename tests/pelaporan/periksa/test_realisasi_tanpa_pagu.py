"""Spending without a ceiling blocks."""

from dataclasses import replace

import pytest

from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.realisasi_tanpa_pagu import PEMERIKSAAN, periksa
from tests.pelaporan.periksa.bersih import KOSONG, ubah_program
from tests.pelaporan.periksa.tanam import ganti_bab2, rupiah

pytestmark = pytest.mark.django_db
KODE = "7.01.05.2.01.0008"


def test_spending_within_ceilings_is_not_found(bersih):
    assert list(periksa(bersih)) == []


def test_spending_on_a_ceiling_of_0_is_found_with_both_values(bersih):
    (t,) = periksa(ubah_program(bersih, KODE, pagu=rupiah(0)))
    assert (t.tingkat, t.lokasi.objek, t.tautan) == (Tingkat.GALAT, KODE, f"anggaran:{KODE}")
    assert t.nilai == (("pagu", "Rp0"), ("realisasi", "Rp96.967.500"))
    assert "Rp96.967.500, sedangkan pagunya Rp0" in t.pesan
    assert PEMERIKSAAN.boleh_dikecualikan


def test_spending_on_a_node_that_the_dpa_dropped_is_found(bersih):
    pagu = tuple(replace(b, perubahan="dihapus") if b.kode == KODE else b for b in bersih.konteks.bab2.pagu)
    (t,) = periksa(ganti_bab2(ubah_program(bersih, KODE, pagu=KOSONG), pagu=pagu))
    assert "tidak ada lagi dalam DPA yang berlaku" in t.pesan


def test_no_spending_on_a_ceiling_of_0_and_a_blank_ceiling_are_other_findings(bersih):
    assert list(periksa(ubah_program(bersih, KODE, pagu=rupiah(0), realisasi=rupiah(0)))) == []
    assert list(periksa(ubah_program(bersih, KODE, pagu=KOSONG))) == []
