"""Every character of the report must be in the bundled fonts; a missing one is named with its place."""

from __future__ import annotations

import html as html_lib
import re
import unicodedata
from functools import cache
from pathlib import Path

HURUF = tuple(
    f"Liberation{keluarga}-{gaya}.ttf"
    for keluarga in ("Sans", "Serif")
    for gaya in ("Regular", "Bold", "Italic", "BoldItalic")
)
_TANDA = re.compile(r"<(?:script|style)\b.*?</(?:script|style)>|<[^>]*>", re.DOTALL | re.IGNORECASE)
_TIDAK_TERCETAK = {"\n", "\r", "\t", "\u00ad", "\u200b"}


class HurufKurang(Exception):
    """A font file is missing, or a character that no bundled font has."""


@cache
def _karakter(folder: Path) -> frozenset[int]:
    from fontTools.ttLib import TTFont

    hasil: set[int] | None = None
    for nama in HURUF:
        berkas = folder / nama
        if not berkas.is_file():
            raise HurufKurang(f"Huruf {nama} tidak ada di {folder.name}/. Salin lagi dari sumber proyek.")
        with TTFont(berkas, lazy=True) as huruf:
            kini = set(huruf.getBestCmap())
        hasil = kini if hasil is None else hasil & kini
    return frozenset(hasil or ())


def periksa_huruf(html: str, folder: Path) -> None:
    """Raise HurufKurang for the first character that a bundled font lacks, with the text around it."""
    ada = _karakter(folder)
    teks = html_lib.unescape(_TANDA.sub(" ", html))
    kurang = sorted({c for c in set(teks) if ord(c) not in ada and c not in _TIDAK_TERCETAK})
    if not kurang:
        return
    huruf = kurang[0]
    letak = teks.index(huruf)
    sekitar = " ".join(teks[max(0, letak - 40) : letak + 40].split())
    nama = unicodedata.name(huruf, "tanpa nama")
    raise HurufKurang(
        f"Karakter {huruf!r} (U+{ord(huruf):04X}, {nama}) tidak ada pada huruf laporan. "
        f"Ganti pada: …{sekitar}…"
    )
