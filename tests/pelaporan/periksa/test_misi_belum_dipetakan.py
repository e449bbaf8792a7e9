"""Sasaran that name no sasaran of the RPJMD need a reason."""

from dataclasses import replace

import pytest

from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.misi_belum_dipetakan import periksa
from tests.pelaporan.periksa.tanam import ganti_bab2

pytestmark = pytest.mark.django_db


def test_a_clean_report_is_not_found(bersih):
    assert list(periksa(bersih)) == []


def test_they_are_named(bersih):
    satu = bersih.sasaran[0]
    sasaran = (replace(satu, is_dipetakan_rpjmd=False), *bersih.sasaran[1:])
    (t,) = periksa(replace(bersih, sasaran=sasaran))
    assert (t.tingkat, t.lokasi.teks) == (Tingkat.PERINGATAN, "Tabel 2.1")
    assert t.pesan.startswith("1 dari 4 sasaran Renstra")
    assert t.nilai == ((satu.uraian, "belum dikaitkan"),)


def test_with_none_linked_the_table_holds_everything(bersih):
    sasaran = tuple(replace(s, is_dipetakan_rpjmd=False) for s in bersih.sasaran)
    (t,) = periksa(replace(bersih, sasaran=sasaran))
    assert "memuat seluruh misi" in t.pesan


def test_without_an_rpjmd_there_is_nothing_to_link_to(bersih):
    sasaran = tuple(replace(s, is_dipetakan_rpjmd=False) for s in bersih.sasaran)
    assert list(periksa(ganti_bab2(replace(bersih, sasaran=sasaran), rpjmd=()))) == []
