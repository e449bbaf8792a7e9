"""A word twice in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.ketikan import Ketikan
from pelaporan.periksa.lintasan import lint

_ULANG = re.compile(r"(?<![\w-])([^\W\d_]{2,})[ \t\n]+\1(?![\w-])", re.IGNORECASE)
# Written with a hyphen: they are one word.
KATA_ULANG = re.compile(
    r"(?:sama|masing|rata|sungguh|benar|kadang|lama|tiba|teman|anak|desa|kata|langkah|nilai|hal|orang|ibu|bapak|"
    r"saudara|undang|baik|cepat|satu|besar|bersama|sering|pelan|terus)"
)


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find doubled words as printed: a token may bring the word that was typed before it."""
    nama = bahan.konteks.identitas.perangkat_daerah.casefold()
    yield from lint(
        bahan,
        PEMERIKSAAN.kode,
        lambda k: cari(k, nama),
        lambda tempat, apa: f"{tempat}: kata tertulis dua kali, {apa}. Perbaiki bila bukan nama.",
    )


def cari(k: Ketikan, nama: str = "") -> Iterator[str]:
    """Yield the doubled words; the office's own name without its hyphen is another check's."""
    for m in _ULANG.finditer(k.cetak):
        kata = m.group(1).casefold()
        if f"{kata}-{kata}" in nama:
            continue
        benar = f"{m.group(1)}-{kata}" if KATA_ULANG.fullmatch(kata) else m.group(1)
        yield f"“{m.group()}” → {benar}"


PEMERIKSAAN = Pemeriksaan(
    kode="kata_berulang",
    nama="Kata tertulis dua kali",
    tingkat=Tingkat.INFO,
    sumber="audit contoh R8",
    periksa=periksa,
)
