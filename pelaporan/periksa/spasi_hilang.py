"""Blanks that are missing or too many."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.ketikan import Ketikan, penggal
from pelaporan.periksa.lintasan import lint
from pelaporan.periksa.naskah import TERISI
from pelaporan.periksa.tanda_contoh import is_tanpa_isi

# Every run is looked at from its beginning only: from each of its letters it would be read to its end.
_POLA = re.compile(
    r"(?<![^\W\d_])[^\W\d_]{3,}[.!?:][A-Z][^\W\d_]+"  # "selesai.Perbandingan"
    r"|[\d\ufffc]\s?%[^\W\d_]+"  # "99,30 %Perbandingan"
    r"|(?<![^\W\d_])[^\W\d_]{2,}[,;][^\W\d_]{2,}"  # "umum,kearsipan"
    r"|\)[^\W\d_]{2,}|(?<![^\W\d_])[^\W\d_]{3,}\([^\W\d_]{3,}"  # "(SKM)di", "Masyarakat(SKM)"
    r"|(?<![^\W\d_])(?!Rp)[^\W\d_]{2,}\ufffc|\ufffc[^\W\d_]+"  # a word that touches a figure
    r"|(?<!\S)\S+[ \t]{2,}\S+"
    r"|(?<![^\s.…])[^\s.…]+[ \t]+[,;.:!?](?![.\d])"  # "berikut :"
)
_TANDA_ALAMAT = re.compile(r"://|www\.|@|\.go\.id|\.com|\.id\b", re.IGNORECASE)
_ALAMAT = re.compile(rf"(?<!\S)\S*(?:{_TANDA_ALAMAT.pattern})\S*", re.IGNORECASE)


def cari(k: Ketikan) -> Iterator[str]:
    """Yield what is written too close or too wide; addresses of sites and mail are no prose."""
    if is_tanpa_isi(k.teks):
        return
    teks = _ALAMAT.sub("alamat", k.teks) if _TANDA_ALAMAT.search(k.teks) else k.teks
    for m in _POLA.finditer(teks):
        yield f"“{penggal(m.group()) if '  ' not in m.group() else m.group().replace(TERISI, '[…]')}”"


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find missing blanks after marks and round figures, doubled blanks, blanks before marks."""
    yield from lint(
        bahan,
        PEMERIKSAAN.kode,
        cari,
        lambda tempat, apa: f"{tempat}: spasi kurang atau berlebih, {apa}. Perbaiki jaraknya.",
    )


PEMERIKSAAN = Pemeriksaan(
    kode="spasi_hilang",
    nama="Spasi kurang atau berlebih",
    tingkat=Tingkat.INFO,
    sumber="audit contoh S13",
    periksa=periksa,
)
