"""Values of cells as they travel from the child to the parent: one line of JSON a row, never pickle.

A number is a JSON number whose text is the exact decimal, a text is a text, empty is null. What JSON does
not know is a pair of letter and text: date, moment, error of Excel, formula without a stored value.
"""

from __future__ import annotations

import datetime
import json
import math
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

ANGKA = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,4})?", re.ASCII)
PANJANG_ANGKA = 40
PANJANG_RUMUS = 200  # of a formula, for its message
PALING_BANYAK_ANGKA = 15  # significant digits that Excel keeps


@dataclass(frozen=True)
class SelGalat:
    """A cell that holds an error of Excel, such as #REF! or #DIV/0!."""

    kode: str


@dataclass(frozen=True)
class RumusKosong:
    """A formula whose result is not stored in the file: a program wrote it and Excel never computed it."""

    rumus: str


Nilai = None | str | Decimal | bool | datetime.date | datetime.datetime | SelGalat | RumusKosong
Muatan = None | str | int | float | bool | list[str]  # a value on its way, as JSON holds it


@dataclass(frozen=True)
class Baris:
    """A row that holds something.

    ``nomor`` is the row of the sheet, from 1; ``nilai`` begins at column A and ends at the last cell that
    holds something. ``tersembunyi``: hidden by hand or by a filter.
    """

    lembar: str
    nomor: int
    nilai: list[Nilai]
    tersembunyi: bool = False


def muat_angka(teks: str) -> Muatan:
    """Return what a stored number is: integers as written, others by the 15 digits that Excel shows."""
    if teks.isdigit() and teks.isascii() and len(teks) <= PANJANG_ANGKA:
        return int(teks)
    teks = teks.strip()
    if len(teks) > PANJANG_ANGKA or not ANGKA.fullmatch(teks):
        return ["e", teks[:PANJANG_ANGKA]]
    if teks.lstrip("+-").isdigit():
        return int(teks)
    return muat_pecahan(float(teks))


def muat_pecahan(nilai: float) -> Muatan:
    """Return a binary number as its 15 significant digits; whole numbers below 10^15 as integers."""
    if not math.isfinite(nilai):
        return ["e", "#NUM!"]
    bulat = float(f"{nilai:.{PALING_BANYAK_ANGKA}g}")
    return int(bulat) if bulat.is_integer() and abs(bulat) < 1e15 else bulat


def muat_saat(saat: datetime.datetime) -> Muatan:
    """Return a moment; at midnight it is a date."""
    if saat.time() == datetime.time():
        return ["d", saat.date().isoformat()]
    return ["t", saat.isoformat(" ", "seconds")]


_urai = json.JSONDecoder(parse_float=Decimal, parse_int=Decimal)
_BENTUK: dict[str, Any] = {
    "d": datetime.date.fromisoformat,
    "t": datetime.datetime.fromisoformat,
    "e": SelGalat,
    "f": RumusKosong,
}


def urai_baris(teks: str) -> Any:
    """Return what a line of the child holds, its numbers as Decimal."""
    return _urai.decode(teks)


def jadikan_nilai(muatan: list[Any]) -> list[Nilai]:
    """Return the values of a row, its pairs turned into what they stand for."""
    return [_BENTUK[m[0]](m[1]) if type(m) is list else m for m in muatan]
