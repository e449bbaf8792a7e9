"""Spending above its ceiling blocks."""

import pytest

from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.realisasi_melebihi_pagu import PEMERIKSAAN, periksa
from tests.pelaporan.periksa.bersih import ubah_program
from tests.pelaporan.periksa.tanam import rupiah

pytestmark = pytest.mark.django_db
KODE = "7.01.05.2.01.0008"


def test_spending_within_ceilings_is_not_found(bersih):
    assert list(periksa(bersih)) == []


def test_one_rupiah_too_many_is_found_with_both_values(bersih):
    (t,) = periksa(ubah_program(bersih, KODE, realisasi=rupiah(110_000_001)))
    assert (t.tingkat, t.lokasi.objek, t.tautan) == (Tingkat.GALAT, KODE, f"anggaran:{KODE}")
    assert t.nilai == (("pagu", "Rp110.000.000"), ("realisasi", "Rp110.000.001"))
    assert "melebihi pagunya Rp110.000.000" in t.pesan
    assert PEMERIKSAAN.boleh_dikecualikan


def test_all_of_the_ceiling_is_no_excess(bersih):
    assert list(periksa(ubah_program(bersih, KODE, realisasi=rupiah(110_000_000)))) == []


def test_a_sum_is_not_found_beside_its_leaf(bersih):
    assert list(periksa(ubah_program(bersih, "7.01.05", realisasi=rupiah(999_000_000)))) == []
