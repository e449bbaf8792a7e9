"""Narrative text: plain, with light marks and tokens; no HTML is stored or accepted.

Marks: a blank line starts a paragraph; lines that begin with ``- `` are list items; ``**bold**``;
``_italic_``; ``[[kunci]]`` is a figure of the report (``pelaporan.token``); ``[[kutipan:sumber]]`` names the
source of a figure that is not the report's own and prints as "(sumber)".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from pelaporan.konteks import Angka, Blok, NarasiBagian, Penggalan

KUTIPAN = "kutipan:"
TOKEN = re.compile(
    r"\[\[\s*(kutipan:[^\[\]\n*]*[^\[\]\n*\s]|(?!kutipan:)[a-z0-9_.:@+\-]+)\s*\]\]", re.IGNORECASE
)
_TEBAL = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
_MIRING = re.compile(r"(?<![\w_])_(?=\S)(.+?)(?<=\S)_(?![\w_])", re.DOTALL)


class NarasiTidakSah(ValueError):
    """The text has a mark that cannot be read; the message is for the person who wrote it."""


def urai_narasi(teks: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return blocks of raw text: ("paragraf", (text,)) or ("daftar", (item, …)).

    Raises NarasiTidakSah for an unclosed ``[[`` or an odd number of ``**``.
    """
    if TOKEN.sub("", teks).count("[[") or "]]" in TOKEN.sub("", teks):
        raise NarasiTidakSah("Ada tanda [[ atau ]] yang tidak berpasangan atau kuncinya salah.")
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
            if satu.count("**") % 2:
                raise NarasiTidakSah("Tanda ** harus berpasangan.")
    return tuple(hasil)


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


def _penggalan(teks: str, angka: Callable[[str], Angka]) -> tuple[Penggalan, ...]:
    hasil: list[Penggalan] = []
    for i, bagian in enumerate(_TEBAL.split(teks)):
        for j, potong in enumerate(_MIRING.split(bagian)):
            hasil.extend(_tanpa_tanda(potong, angka, tebal=bool(i % 2), miring=bool(j % 2)))
    return tuple(hasil)


def _tanpa_tanda(
    teks: str, angka: Callable[[str], Angka], *, tebal: bool, miring: bool
) -> Iterator[Penggalan]:
    akhir = 0
    for m in TOKEN.finditer(teks):
        if m.start() > akhir:
            yield Penggalan(teks[akhir : m.start()], tebal, miring=miring)
        yield _dari_token(m.group(1), angka, tebal=tebal, miring=miring)
        akhir = m.end()
    if akhir < len(teks):
        yield Penggalan(teks[akhir:], tebal, miring=miring)


def _dari_token(kunci: str, angka: Callable[[str], Angka], *, tebal: bool, miring: bool) -> Penggalan:
    if kunci.lower().startswith(KUTIPAN):
        return Penggalan(f"({kunci[len(KUTIPAN) :].strip()})", tebal, miring=miring, kunci=kunci)
    nilai = angka(kunci)
    return Penggalan(nilai.teks, tebal, terhitung=True, keadaan=nilai.keadaan, miring=miring, kunci=kunci)
