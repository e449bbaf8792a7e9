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
from .lembar import BarisMuat, huruf_kolom
from .nilai import Muatan, muat_pecahan, muat_saat
from .tolak import rusak, sebut_jumlah, tolak


def baca_xls(jalur: Path, batas: Batas) -> Iterator[tuple[str, bool, Iterator[BarisMuat]]]:
    """Yield name, hidden or not, and rows of every worksheet."""
    try:
        with calamine.load_workbook(str(jalur)) as buku:
            for urutan, sifat in enumerate(buku.sheets_metadata):
                if sifat.typ == calamine.SheetTypeEnum.WorkSheet:
                    tersembunyi = sifat.visible != calamine.SheetVisibleEnum.Visible
                    lembar = buku.get_sheet_by_index(urutan)
                    yield sifat.name, tersembunyi, _baris(lembar, batas)
    except calamine.PasswordError:
        raise tolak("kata-sandi") from None
    except calamine.CalamineError:
        raise rusak("isi .xls") from None


def _baris(lembar: calamine.CalamineSheet, batas: Batas) -> Iterator[BarisMuat]:
    awal_baris, awal_kolom = lembar.start or (0, 0)
    for nomor, isi in enumerate(lembar.iter_rows(), awal_baris + 1):
        nilai = [None] * awal_kolom + [_muat(sel) for sel in isi]
        while nilai and nilai[-1] is None:
            nilai.pop()
        for kode, ada, paling_banyak in (("baris", nomor, batas.baris), ("kolom", len(nilai), batas.kolom)):
            if nilai and ada > paling_banyak:
                sel_ini = f"{huruf_kolom(len(nilai))}{nomor}"
                raise tolak(kode, lembar=lembar.name, sel=sel_ini, batas=sebut_jumlah(paling_banyak))
        if nilai:
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
        case _:
            return str(sel)
