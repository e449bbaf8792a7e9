"""Appendices recorded as absent are one warning with their reasons."""

import pytest

from pelaporan.konteks import LampiranTiada
from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.lampiran_tiada import periksa
from tests.pelaporan.periksa.tanam import ganti

pytestmark = pytest.mark.django_db


def test_a_report_without_absent_appendices_is_not_found(bersih):
    assert list(periksa(bersih)) == []


def test_absent_appendices_are_named_with_their_reasons(bersih):
    tiada = (
        LampiranTiada("lampiran.unggahan_1", "SK Tim SAKIP", "Belum diunggah."),
        LampiranTiada("lampiran.unggahan_2", "Renja", "Masih dicetak."),
    )
    (t,) = periksa(ganti(bersih, lampiran_tiada=tiada))
    assert (t.tingkat, t.lokasi.kunci, t.tautan) == (Tingkat.PERINGATAN, "lampiran", "lampiran")
    assert "SK Tim SAKIP, dengan alasan “Belum diunggah”; Renja" in t.pesan
    assert t.nilai == (("SK Tim SAKIP", "Belum diunggah."), ("Renja", "Masih dicetak."))
