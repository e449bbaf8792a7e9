"""Programmes that serve no sasaran need a reason; with none mapped it blocks."""

from dataclasses import replace

import pytest

from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.program_tanpa_sasaran import periksa

pytestmark = pytest.mark.django_db


def test_a_clean_report_is_not_found(bersih):
    assert list(periksa(bersih)) == []


def _lepas(bahan, kode):
    sasaran = tuple(replace(s, program=tuple(k for k in s.program if k not in kode)) for s in bahan.sasaran)
    return replace(bahan, sasaran=sasaran)


def test_a_programme_that_is_not_mapped_is_a_warning(bersih):
    (t,) = periksa(_lepas(bersih, {"7.01.05"}))
    assert (t.tingkat, t.lokasi.teks, t.tautan) == (Tingkat.PERINGATAN, "Tabel 3.7", "peta")
    assert t.pesan.startswith("1 dari 6 program")
    assert t.nilai == (("7.01.05", "belum dipetakan"),)


def test_no_mapped_programme_at_all_blocks(bersih):
    (t,) = periksa(_lepas(bersih, {p.kode for p in bersih.program}))
    assert t.tingkat is Tingkat.GALAT
    assert "Belum satu pun dari 6 program" in t.pesan
