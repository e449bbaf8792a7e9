"""Other names of this report."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.ketikan import Ketikan
from pelaporan.periksa.lintasan import lint

_LAIN = re.compile(
    r"(?<![\w/.-])(?:LAKIP|LAKjIP|(?!LKjIP\b)[Ll][Kk][Jj][Ii][Pp]|"
    r"Laporan Akuntabilitas Kinerja(?: Instansi Pemerintah)?)(?![\w/-])"
)


def cari(k: Ketikan) -> Iterator[str]:
    """Yield the names as they are written."""
    for m in _LAIN.finditer(k.teks):
        yield f"“{m.group()}”"


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find "LKJiP", "LKJIP", "LAKIP" and the name of the report before 2014."""
    yield from lint(
        bahan,
        PEMERIKSAAN.kode,
        cari,
        lambda tempat, apa: (
            f"{tempat} menyebut laporan ini {apa}, sedangkan PermenPANRB 53/2014 menyebutnya Laporan Kinerja "
            "(LKjIP). Pakai satu sebutan di seluruh laporan."
        ),
    )


PEMERIKSAAN = Pemeriksaan(
    kode="istilah",
    nama="Sebutan laporan tidak seragam",
    tingkat=Tingkat.INFO,
    sumber="PermenPANRB 53/2014; audit contoh R5",
    periksa=periksa,
)
