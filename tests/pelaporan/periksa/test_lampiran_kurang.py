"""The decree on the SAKIP team must be there, or recorded as absent."""

from dataclasses import replace

import pytest

from pelaporan.konteks import LampiranTiada
from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.lampiran_kurang import periksa
from tests.pelaporan.periksa.tanam import ganti

pytestmark = pytest.mark.django_db
TIADA = LampiranTiada("lampiran.unggahan_1", "SK Tim SAKIP", "Belum diunggah.")


@pytest.fixture
def lengkap(bersih):
    """The clean report with its decree."""
    return ganti(bersih, lampiran_tiada=(TIADA,))


def test_an_absence_that_is_recorded_is_not_found_here(lengkap):
    assert list(periksa(lengkap)) == []


def test_a_report_without_the_decree_blocks(lengkap):
    (t,) = periksa(ganti(lengkap, lampiran_tiada=(), lampiran_berkas=()))
    assert (t.tingkat, t.lokasi.kunci, t.tautan) == (Tingkat.GALAT, "lampiran", "lampiran")
    assert t.nilai == (("SK Tim SAKIP", "belum ada"),)


@pytest.mark.parametrize("judul", ["Keputusan Camat tentang Tim SAKIP Tahun 2024", "SK TIM SAKIP"])
def test_the_decree_is_known_by_its_words(lengkap, judul):
    assert list(periksa(ganti(lengkap, lampiran_tiada=(replace(TIADA, judul=judul),)))) == []


def test_another_appendix_does_not_stand_for_it(lengkap):
    lain = replace(TIADA, judul="Dokumentasi kegiatan")
    assert len(list(periksa(ganti(lengkap, lampiran_tiada=(lain,), lampiran_berkas=())))) == 1
