"""A PK in force that prints the budget of an earlier DPA."""

from dataclasses import replace

import pytest

from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.pk_beda_dpa import periksa
from tests.pelaporan.periksa.tanam import ganti, rupiah, ubah_ke

pytestmark = pytest.mark.django_db


def _menurut(bahan, revisi: int, jumlah: int):
    pk = ubah_ke(bahan.pk, 1, dpa=revisi)
    naskah = replace(bahan.konteks.naskah_pk, jumlah=rupiah(jumlah))
    return ganti(replace(bahan, pk=pk), naskah_pk=naskah)


def test_a_pk_that_prints_the_dpa_in_force_is_not_found(bersih):
    assert bersih.pk[-1].dpa == bersih.dpa[-1].revisi
    assert list(periksa(bersih)) == []


def test_a_pk_with_an_earlier_budget_is_found_with_both_totals(bersih):
    (t,) = periksa(_menurut(bersih, 1, 4_200_000_000))
    assert (t.tingkat, t.tautan, t.lokasi.kunci) == (Tingkat.PERINGATAN, "pk", "lampiran.pk")
    assert [n for _, n in t.nilai] == ["Rp4.200.000.000", "Rp4.399.000.000"]
    assert "menurut DPA Pergeseran 1" in t.pesan


def test_an_earlier_budget_of_the_same_total_is_not_found(bersih):
    assert list(periksa(_menurut(bersih, 1, 4_399_000_000))) == []


def test_a_difference_to_the_dpa_in_force_itself_is_a_fault_of_the_program(bersih):
    assert list(periksa(_menurut(bersih, 2, 4_200_000_000))) == []
