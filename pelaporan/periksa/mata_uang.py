"""How rupiah is written: "Rp1.000", without a full stop or a blank."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.ketikan import Ketikan, penggal
from pelaporan.periksa.lintasan import lint
from pelaporan.periksa.naskah import TERISI

_ANGKA = rf"(?:\d[\d.,]*\d|\d|{TERISI})"
_LAIN = re.compile(rf"\b(?:Rp\.\s*|Rp\s+|rp\.?\s*|RP\.?\s*|IDR\s*){_ANGKA}(?:,-)?|\bRp{_ANGKA},-")


def cari(k: Ketikan) -> Iterator[str]:
    """Yield the amounts as they are written."""
    for m in _LAIN.finditer(k.teks):
        yield f"“{penggal(m.group())}”"


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find amounts in another style than the tables and tokens have."""
    yield from lint(
        bahan,
        PEMERIKSAAN.kode,
        cari,
        lambda tempat, apa: f"{tempat}: penulisan rupiah {apa}. Tulis rapat tanpa titik, misalnya Rp1.000.",
    )


PEMERIKSAAN = Pemeriksaan(
    kode="mata_uang",
    nama="Penulisan rupiah tidak seragam",
    tingkat=Tingkat.INFO,
    sumber="PUEBI; audit contoh N7",
    periksa=periksa,
)
