"""What tests of workbooks share: opening one, a cell as Excel shows it, the proof that none is a formula."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from decimal import Decimal

import openpyxl

from sakip.umum.tanggal import format_tanggal, format_waktu


def buka(isi: bytes):
    return openpyxl.load_workbook(io.BytesIO(isi))


def polos(teks) -> str:
    return " ".join(str(teks).split())


def tercetak(sel) -> str:
    """A cell as Excel shows it in Indonesian: by its value and its format only."""
    nilai, bentuk = sel.value, sel.number_format
    if isinstance(nilai, datetime.datetime):
        assert bentuk.startswith("[$-421]d mmmm yyyy")
        return format_waktu(nilai) if "hh" in bentuk else format_tanggal(nilai.date())
    if not isinstance(nilai, (int, float)):
        return polos(nilai or "")
    if bentuk == "0":
        return str(nilai)
    assert bentuk.startswith("[$-421]"), bentuk
    tempat = len(m[1]) if (m := re.search(r"#,##0\.(0+)", bentuk)) else 0
    teks = f"{Decimal(repr(nilai)):,.{tempat}f}".translate(str.maketrans(",.", ".,"))
    return ("+" if "+" in bentuk and nilai > 0 else "") + teks + ("%" if '"%"' in bentuk else "")


def berumus(isi: bytes) -> list[str]:
    """The sheets of a workbook that hold a formula."""
    with zipfile.ZipFile(io.BytesIO(isi)) as z:
        return [n for n in z.namelist() if "worksheets" in n and re.search(rb"<f[ >/]", z.read(n))]
