"""Narrative text: plain, with light marks and tokens; no HTML is stored or accepted.

Marks: a blank line starts a paragraph; lines that begin with ``- `` are list items; ``**bold**``;
``_italic_``; ``[[kunci]]`` is a figure of the report (``pelaporan.token``); ``[[kutipan:sumber]]`` names the
source of a figure that is not the report's own and prints as "(sumber)". A token may stand inside bold and
italic; nothing inside a token is a mark.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pelaporan.konteks import Angka, Blok, NarasiBagian, Penggalan

KUTIPAN = "kutipan:"
TOKEN = re.compile(
    r"\[\[\s*(kutipan:[^\[\]\n*]*[^\[\]\n*\s]|(?!kutipan:)[a-z0-9_.:@+\-]+)\s*\]\]", re.IGNORECASE
)
_TANDA = re.compile(r"\*\*|_")
TOKEN_TAK_SAH = "Ada tanda [[ atau ]] yang tidak berpasangan atau kuncinya salah."  # noqa: S105


class NarasiTidakSah(ValueError):
    """The text has a mark that cannot be read; the message is for the person who wrote it."""


def urai_narasi(teks: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return blocks of raw text: ("paragraf", (text,)) or ("daftar", (item, …)).

    Raises NarasiTidakSah for what would print a ``[[`` or ``]]``, or an odd number of ``**``.
    """
    hasil: list[tuple[str, tuple[str, ...]]] = []
    for kelompok in re.split(r"\n\s*\n", teks.replace("\r\n", "\n").strip()):
        paragraf: list[str] = []
        butir: list[str] = []
        for baris in kelompok.split("\n"):
            isi = baris.strip()
            if isi.startswith("- "):
                butir.append(isi[2:].strip())
            elif butir and isi:
                butir[-1] += f" {isi}"
            elif isi:
                paragraf.append(isi)
        if paragraf:
            hasil.append(("paragraf", (" ".join(paragraf),)))
        if butir:
            hasil.append(("daftar", tuple(butir)))
    for _, potongan in hasil:
        for satu in potongan:
            _periksa(satu)
    return tuple(hasil)


def _periksa(teks: str) -> None:
    if not _is_bersih(_urai_tanda(teks)):
        raise NarasiTidakSah(TOKEN_TAK_SAH)
    if TOKEN.sub("", teks).count("**") % 2:
        raise NarasiTidakSah("Tanda ** harus berpasangan.")


def iter_token(teks: str) -> tuple[str, ...]:
    """Return the keys of all tokens of a text, in order."""
    return tuple(m.group(1) for m in TOKEN.finditer(teks))


def susun_narasi(bagian: str, teks: str, angka: Callable[[str], Angka]) -> NarasiBagian:
    """Return the section with every token replaced by its printed figure."""
    blok = tuple(
        Blok(jenis, tuple(_penggalan(butir, angka) for butir in potongan))
        for jenis, potongan in urai_narasi(teks)
    )
    return NarasiBagian(bagian, blok)


# One piece: tokens first, then the marks around them ------------------------------------------------------


@dataclass(frozen=True)
class _Potong:
    """A stretch of text, or a token by its key, with how it prints."""

    teks: str
    kunci: str
    tebal: bool
    miring: bool


def _urai_tanda(teks: str) -> list[_Potong]:
    """Return a paragraph or an item in the order of printing; takes time in proportion to its length."""
    token = list(TOKEN.finditer(teks))
    tanda = list(_iter_tanda(teks, token))
    miring = _pasangan_miring(teks, [t.start() for t in tanda if t.group() == "_"])
    batas = [(m.start(), m) for m in token]
    batas += [(t.start(), t) for t in tanda if t.group() == "**" or t.start() in miring]
    hasil: list[_Potong] = []
    is_tebal = is_miring = False
    akhir = 0
    for awal, m in sorted(batas, key=lambda b: b[0]):
        if awal > akhir:
            hasil.append(_Potong(teks[akhir:awal], "", is_tebal, is_miring))
        akhir = m.end()
        if m.re is TOKEN:
            hasil.append(_Potong("", m.group(1), is_tebal, is_miring))
        elif m.group() == "**":
            is_tebal = not is_tebal
        else:
            is_miring = not is_miring
    if akhir < len(teks):
        hasil.append(_Potong(teks[akhir:], "", is_tebal, is_miring))
    return hasil


def _iter_tanda(teks: str, token: list[re.Match[str]]) -> Iterator[re.Match[str]]:
    """Yield ``**`` and ``_`` outside the tokens."""
    awal = 0
    for batas in (*(m.span() for m in token), (len(teks), len(teks))):
        yield from _TANDA.finditer(teks, awal, batas[0])
        awal = batas[1]


def _pasangan_miring(teks: str, tempat: list[int]) -> set[int]:
    """Return the underscores that make italic: each opens before a word or closes after one, in pairs."""
    hasil: set[int] = set()
    buka = -1
    for i in tempat:
        kiri, kanan = teks[i - 1 : i], teks[i + 1 : i + 2]
        if buka >= 0 and not kiri.isspace() and kiri != "_" and not _is_kata(kanan):
            hasil |= {buka, i}
            buka = -1
        elif kanan and not kanan.isspace() and kanan != "_" and not _is_kata(kiri):
            buka = i
    return hasil


def _is_kata(huruf: str) -> bool:
    return huruf.isalnum() or huruf == "_"


def _is_bersih(potong: list[_Potong]) -> bool:
    """Whether no bracket of a token would print; a token itself keeps its neighbours apart."""
    tercetak = "".join(p.teks or "\n" for p in potong)
    return "[[" not in tercetak and "]]" not in tercetak


def _penggalan(teks: str, angka: Callable[[str], Angka]) -> tuple[Penggalan, ...]:
    potong = _urai_tanda(teks)
    if not _is_bersih(potong):
        raise AssertionError(TOKEN_TAK_SAH)  # urai_narasi refuses it
    return tuple(
        _dari_token(p, angka) if p.kunci else Penggalan(p.teks, p.tebal, miring=p.miring) for p in potong
    )


def _dari_token(p: _Potong, angka: Callable[[str], Angka]) -> Penggalan:
    if p.kunci.lower().startswith(KUTIPAN):
        return Penggalan(f"({p.kunci[len(KUTIPAN) :].strip()})", p.tebal, miring=p.miring, kunci=p.kunci)
    nilai = angka(p.kunci)
    return Penggalan(
        nilai.teks, p.tebal, terhitung=True, keadaan=nilai.keadaan, miring=p.miring, kunci=p.kunci
    )
