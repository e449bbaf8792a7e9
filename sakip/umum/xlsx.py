"""Cells and bytes of every workbook that we write: texts stay texts, and no moment of saving is kept."""

from __future__ import annotations

import io
import re
import zipfile
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell

Isi = str | int | Decimal | None
SAAT = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip can hold
SAAT_XML = b"1980-01-01T00:00:00Z"
JENIS_ISI = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def tulis_sel(sel: Cell, nilai: Isi) -> Cell:
    """Write a value; a text is a text even where it begins like a formula."""
    if isinstance(nilai, str):
        sel.value = ILLEGAL_CHARACTERS_RE.sub("", nilai)
        sel.data_type = "s"
        if nilai[:1] in "=+-@":
            sel.quotePrefix = True  # type: ignore[attr-defined]
    else:
        sel.value = nilai
    return sel


def simpan_tetap(buku: Workbook) -> bytes:
    """Return the bytes of a workbook without the moment of saving: the same content, the same bytes."""
    mentah = io.BytesIO()
    buku.save(mentah)
    hasil = io.BytesIO()
    with zipfile.ZipFile(mentah) as asal, zipfile.ZipFile(hasil, "w", zipfile.ZIP_DEFLATED) as tujuan:
        for nama in asal.namelist():
            isi = asal.read(nama)
            if nama == "docProps/core.xml":
                isi = re.sub(rb"(<dcterms:\w+[^>]*>)[^<]*", rb"\g<1>" + SAAT_XML, isi)
            tujuan.writestr(zipfile.ZipInfo(nama, SAAT), isi, zipfile.ZIP_DEFLATED)
    return hasil.getvalue()
