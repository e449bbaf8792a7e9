"""Rows of an old .xls workbook by calamine, which holds a sheet in memory: only in the child, with limits.

calamine gives a cell that holds an error, and a formula without a stored value, as empty.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import python_calamine as calamine

from .batas import Batas
from .buku import teks_polos
from .lembar import BarisMuat, periksa_batas
from .nilai import Muatan, muat_pecahan, muat_saat
from .sel import sebut_jam
from .tolak import rusak


def baca_xls(jalur: Path, batas: Batas) -> Iterator[tuple[str, bool, Iterator[BarisMuat]]]:
    """Yield name, hidden or not, and rows of every worksheet."""
    try:
        # by its bytes: from a path calamine would believe the name
        with jalur.open("rb") as berkas, calamine.load_workbook(berkas) as buku:
            if not buku.sheets_metadata:
                raise rusak("tidak ada lembar kerja")
            for urutan, sifat in enumerate(buku.sheets_metadata):
                if sifat.typ == calamine.SheetTypeEnum.WorkSheet:
                    tersembunyi = sifat.visible != calamine.SheetVisibleEnum.Visible
                    lembar = buku.get_sheet_by_index(urutan)
                    yield sifat.name, tersembunyi, _baris(lembar, batas)
    except calamine.CalamineError:
        raise rusak("isi .xls") from None


def _baris(lembar: calamine.CalamineSheet, batas: Batas) -> Iterator[BarisMuat]:
    _, awal_kolom = lembar.start or (0, 0)  # calamine gives the empty rows before, not the empty columns
    for nomor, isi in enumerate(lembar.iter_rows(), 1):
        nilai = [None] * awal_kolom + [_muat(sel) for sel in isi]
        while nilai and nilai[-1] is None:
            nilai.pop()
        if nilai:
            periksa_batas(lembar.name, nomor, len(nilai), batas)
            yield BarisMuat(nomor, nilai, False, any(type(n) is list for n in nilai))


def _muat(sel: Any) -> Muatan:
    """Return a value of calamine on its way to the parent."""
    match sel:
        case bool():
            return sel
        case str():
            return teks_polos(sel) or None
        case float() | int():
            return muat_pecahan(float(sel))
        case datetime.datetime():
            return muat_saat(sel)
        case datetime.date():
            return ["d", sel.isoformat()]
        case datetime.time():
            return sel.isoformat("seconds")
        case datetime.timedelta():
            return sebut_jam(round(sel.total_seconds()))
        case _:
            return str(sel)
