"""The kept copy of a file with personal data: only the columns that are read, as JSON lines. Pure.

Columns of NIP, names and the like are left out while reading; so is everything that the import does not need.
The copy takes the place of what was uploaded, so that a person may still change a choice and have it read
again.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, TextIO

from anggaran.sipd.baca import BarisBerkas
from anggaran.sipd.kolom import Judul, arti, normal

AKHIRAN = ".jsonl"


class SelRusak:
    """A cell that held an error, or a formula without a value."""

    def __init__(self, teks: str) -> None:
        self.teks = teks

    def __str__(self) -> str:
        return self.teks


@dataclass(frozen=True)
class BarisSimpanan:
    """A row of the copy."""

    lembar: str
    nomor: int
    nilai: Sequence[Any]


class Penyalin:
    """Writes the copy while a file is read: told of each row with the header that holds for it."""

    def __init__(self, tujuan: TextIO) -> None:
        self._tujuan = tujuan
        self._judul: Judul | None = None
        self._simpan: frozenset[int] = frozenset()
        self.is_pribadi = False

    def __call__(self, baris: BarisBerkas, judul: Judul | None) -> None:
        """Write one row; what stands above a header is kept as blank rows."""
        if judul is not self._judul:
            self._judul = judul
            self._simpan = _disimpan(judul) if judul is not None else frozenset()
            self.is_pribadi = self.is_pribadi or bool(judul is not None and judul.pribadi)
        nilai = [_tulis(s) if i in self._simpan else None for i, s in enumerate(baris.nilai)]
        # dumps, not dump: writing to a file goes through the slow encoder (six times, measured).
        self._tujuan.write(json.dumps([baris.lembar, baris.nomor, nilai], ensure_ascii=False))
        self._tujuan.write("\n")


def _disimpan(judul: Judul) -> frozenset[int]:
    """Return the columns to keep: those read, and those of which a person may still say what they are."""
    ditanya = {*judul.tak_dikenal, *judul.ganda}
    tanya = {i for i, t in enumerate(judul.teks) if normal(t) in ditanya}
    dikenal = {i for i, t in enumerate(judul.teks) if normal(t) and arti(normal(t)) not in (None, "abaikan")}
    return (judul.dipakai | tanya | dikenal) - judul.pribadi


def _tulis(nilai: Any) -> Any:
    if nilai is None or isinstance(nilai, (str, bool)):
        return nilai
    if isinstance(nilai, Decimal):
        return {"d": str(nilai)}
    if isinstance(nilai, datetime.datetime):
        return {"w": nilai.isoformat()}
    if isinstance(nilai, datetime.date):
        return {"t": nilai.isoformat()}
    return {"x": str(nilai)}


def baca_simpanan(jalur: Path) -> Iterator[BarisSimpanan]:
    """Yield the rows of a kept copy."""
    with jalur.open(encoding="utf-8") as isi:
        for baris in isi:
            lembar, nomor, nilai = json.loads(baris)
            yield BarisSimpanan(lembar, nomor, [_baca(s) for s in nilai])


def _baca(sel: Any) -> Any:
    if not isinstance(sel, dict):
        return sel
    ((jenis, teks),) = sel.items()
    if jenis == "d":
        return Decimal(teks)
    if jenis == "w":
        return datetime.datetime.fromisoformat(teks)
    return datetime.date.fromisoformat(teks) if jenis == "t" else SelRusak(teks)
