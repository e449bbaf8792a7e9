"""Rows of a text table: the delimiter and the encoding are found out, every cell stays a text."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from .batas import PANJANG_TEKS, Batas
from .lembar import BarisMuat, periksa_batas
from .nilai import Muatan
from .tolak import rusak, tolak

PEMISAH = (";", ",", "\t")
BLOK = 256 * 1024
TANDA = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def baca_teks(jalur: Path, lembar: str, batas: Batas) -> Iterator[BarisMuat]:
    """Yield the rows that hold something, numbered as a spreadsheet would number them."""
    csv.field_size_limit(PANJANG_TEKS)
    with jalur.open(encoding=_kenali_tulisan(jalur), newline="") as berkas:
        pemisah, awal = _kenali_pemisah(berkas)
        try:
            for nomor, isi in enumerate(csv.reader(berkas, delimiter=pemisah), awal):
                nilai: list[Muatan] = [sel or None for sel in isi]
                while nilai and nilai[-1] is None:
                    nilai.pop()
                if nilai:
                    periksa_batas(lembar, nomor, len(nilai), batas)
                    yield BarisMuat(nomor, nilai, False, False)
        except csv.Error as galat:
            raise _terjemahkan(galat) from None


def _terjemahkan(galat: csv.Error) -> Exception:
    if "field larger" in str(galat):
        return tolak("teks-panjang", rinci="mungkin ada tanda kutip yang tidak ditutup")
    return rusak("susunan CSV")


def _kenali_tulisan(jalur: Path) -> str:
    """Return the encoding: by its mark, else UTF-8 where all of the file is, else that of Windows."""
    with jalur.open("rb") as berkas:
        awal = berkas.read(4)
    for tanda, nama in TANDA:
        if awal.startswith(tanda):
            calon: tuple[str, ...] = (nama,)
            break
    else:
        calon = ("utf-8", "cp1252")
    for nama in calon:
        if _dapat_dibaca(jalur, nama):
            return nama
    raise rusak("hurufnya tidak dikenal")


def _dapat_dibaca(jalur: Path, nama: str) -> bool:
    try:
        with jalur.open(encoding=nama, newline="") as berkas:
            while blok := berkas.read(BLOK):
                if "\0" in blok:
                    return False
    except UnicodeError:
        return False
    return True


def _kenali_pemisah(berkas: TextIO) -> tuple[str, int]:
    """Return the delimiter and the number of the first row; the file stands at that row.

    Excel's own line ``sep=;`` counts. Else it is the one that stands most often in the first line that has
    any, outside quotes.
    """
    pertama = berkas.readline(BLOK)
    if pertama[:4].lower() == "sep=" and pertama[4:5] in PEMISAH:
        return pertama[4], 2
    berkas.seek(0)
    for _ in range(50):
        baris = berkas.readline(BLOK)
        polos = "".join(baris.split('"')[::2])
        jumlah = {p: polos.count(p) for p in PEMISAH}
        if any(jumlah.values()) or not baris:
            break
    berkas.seek(0)
    return max(PEMISAH, key=lambda p: jumlah[p]), 1
