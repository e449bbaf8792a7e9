"""Ceilings of 0 without spending inform."""

from dataclasses import replace

import pytest

from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.pagu_nol import periksa
from tests.pelaporan.periksa.bersih import ubah_program
from tests.pelaporan.periksa.tanam import dicatat, rupiah

pytestmark = pytest.mark.django_db
KODE = "7.01.05.2.01.0008"


def test_ceilings_above_0_are_not_found(bersih):
    assert list(periksa(bersih)) == []


def test_a_ceiling_of_0_is_named_with_its_code(bersih):
    (t,) = periksa(ubah_program(bersih, KODE, pagu=rupiah(0), realisasi=rupiah(0)))
    assert (t.tingkat, t.lokasi.kunci, t.tautan) == (Tingkat.INFO, "t_anggaran", f"pagu:{KODE}")
    assert f"({KODE})" in t.pesan


def test_at_most_five_are_named_and_the_rest_is_counted(bersih):
    nol = tuple(replace(p, pagu=rupiah(0), realisasi=rupiah(0)) for p in bersih.program)
    (t,) = periksa(replace(bersih, program=nol))
    semua = dicatat(bersih)
    assert f"dan {len(semua) - 5} lainnya" in t.pesan
    assert semua[4].kode in t.pesan
    assert semua[5].kode not in t.pesan


def test_spending_on_a_ceiling_of_0_is_another_finding(bersih):
    assert list(periksa(ubah_program(bersih, KODE, pagu=rupiah(0)))) == []
