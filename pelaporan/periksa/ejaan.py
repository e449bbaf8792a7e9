"""Spelling: words that are often written wrong, with the standard form."""

from __future__ import annotations

from collections.abc import Iterator

from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.ejaan_baku import cari_ejaan
from pelaporan.periksa.lintasan import lint


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find words of the list in everything that was typed."""
    yield from lint(
        bahan,
        PEMERIKSAAN.kode,
        lambda k: (f"“{salah}” → {benar}" for salah, benar in cari_ejaan(k.teks)),
        lambda tempat, apa: f"{tempat}: ejaan tidak baku {apa}. Perbaiki bila bukan nama atau kutipan.",
    )


PEMERIKSAAN = Pemeriksaan(
    kode="ejaan",
    nama="Ejaan tidak baku",
    tingkat=Tingkat.INFO,
    sumber="KBBI dan PUEBI; audit contoh A5, A6",
    periksa=periksa,
)
