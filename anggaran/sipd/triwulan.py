"""Dates of documents into quarters. Pure."""

from __future__ import annotations

import datetime
import re
from decimal import Decimal
from typing import Any

from anggaran.sipd.sel import sebut_sel

_AWAL_EXCEL = datetime.date(1899, 12, 30)
_SERIAL = (36526, 73415)  # 2000-01-01 to 2100-12-31
_YMD = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})", re.ASCII)
_DMY = re.compile(r"(\d{1,2})[-/](\d{1,2})[-/](\d{4})", re.ASCII)


class TanggalTidakSah(ValueError):
    """A cell that should hold a date and does not; the text is for the person."""


def baca_tanggal(nilai: Any) -> datetime.date | None:
    """Return the day of a cell: an Excel date or its number, Y-m-d or d/m/Y, a time left out; None: blank."""
    if isinstance(nilai, datetime.datetime):
        return nilai.date()
    if isinstance(nilai, datetime.date):
        return nilai
    if nilai is None or (isinstance(nilai, str) and not nilai.replace("\u00a0", " ").strip()):
        return None
    teks = str(nilai).replace("\u00a0", " ").strip().lstrip("'")[:40]
    if isinstance(nilai, (str, Decimal)) and re.fullmatch(r"\d{5}(\.\d+)?", teks, re.ASCII):
        serial = int(Decimal(teks))
        if _SERIAL[0] <= serial <= _SERIAL[1]:
            return _AWAL_EXCEL + datetime.timedelta(days=serial)
    if isinstance(nilai, str):
        hari = re.split(r"[ T]", teks, maxsplit=1)[0]
        if (hasil := _dari_teks(hari)) is not None:
            return hasil
    sebut = teks if isinstance(nilai, str) else sebut_sel(nilai)
    raise TanggalTidakSah(
        f"{sebut}: bukan tanggal. Tulis seperti 2024-03-31 atau 31/03/2024 (hari/bulan/tahun)."
    )


def _dari_teks(hari: str) -> datetime.date | None:
    if cocok := _YMD.fullmatch(hari):
        tahun, bulan, tanggal = map(int, cocok.groups())
    elif cocok := _DMY.fullmatch(hari):
        tanggal, bulan, tahun = map(int, cocok.groups())
    else:
        return None
    try:
        return datetime.date(tahun, bulan, tanggal)
    except ValueError:
        return None


def triwulan(hari: datetime.date) -> int:
    """Return the quarter of a day, 1 to 4."""
    return (hari.month + 2) // 3
