"""Cells and bytes of every workbook that we write: texts stay texts, and no moment of saving is kept."""

from __future__ import annotations

import re
import shutil
import tempfile
import zipfile
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import IO, Any

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.writer.excel import ExcelWriter

Isi = str | int | Decimal | date | None
SAAT = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip can hold
SAAT_XML = b"1980-01-01T00:00:00Z"
JENIS_ISI = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
AWAL_RUMUS = ("=", "+", "-", "@", "\t", "\r", "\n")
BARIS = 15.0  # points of a row with one line
RINGAN = 1 << 20  # bytes of a workbook that stay in memory before they go to a temporary file


def tulis_sel(sel: Cell, nilai: Isi) -> Cell:
    """Write a value; a text is a text even where it begins like a formula."""
    if nilai == "":
        sel.value = None
    elif isinstance(nilai, str):
        sel.value = ILLEGAL_CHARACTERS_RE.sub("", nilai)
        sel.data_type = "s"
        if nilai.startswith(AWAL_RUMUS):
            sel.quotePrefix = True
    else:
        sel.value = nilai
    return sel


def simpan_tetap(buku: Workbook) -> bytes:
    """Return the bytes of a workbook without the moment of saving: the same content, the same bytes."""
    hasil = BytesIO()
    with tempfile.SpooledTemporaryFile(RINGAN) as mentah:
        ExcelWriter(buku, zipfile.ZipFile(mentah, "w", zipfile.ZIP_STORED)).save()
        with zipfile.ZipFile(mentah) as asal, zipfile.ZipFile(hasil, "w", zipfile.ZIP_DEFLATED) as tujuan:
            for nama in asal.namelist():
                catatan = zipfile.ZipInfo(nama, SAAT)
                catatan.compress_type = zipfile.ZIP_DEFLATED
                with asal.open(nama) as dari, tujuan.open(catatan, "w") as ke:
                    _salin(nama, dari, ke)
    return hasil.getvalue()


def _salin(nama: str, dari: IO[bytes], ke: IO[bytes]) -> None:
    if nama == "docProps/core.xml":
        ke.write(re.sub(rb"(<dcterms:\w+[^>]*>)[^<]*", rb"\g<1>" + SAAT_XML, dari.read()))
    else:
        shutil.copyfileobj(dari, ke)


def tinggi(isi: Iterable[tuple[Any, float]]) -> float:
    """Return the height of a row in points: wrapped texts are seen whole, up to what Excel allows."""
    baris = 1
    for teks, lebar in isi:
        if isinstance(teks, str):
            baris = max(
                baris, sum(max(1, -(-len(t) // max(int(lebar * 11 / 10), 1))) for t in teks.split("\n"))
            )
    return min(409.0, BARIS * baris)
