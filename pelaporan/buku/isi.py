"""What goes into a workbook file: rows of the database, or as a person sent them. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from pelaporan.buku.kolom import Kolom
from pelaporan.buku.skema import Lembar, Temuan

FORMAT = "buku-kerja-1"
PETUNJUK, TEMUAN, RUJUKAN = "Petunjuk", "Temuan", "Rujukan"
BARIS_JUDUL, BARIS_AWAL = 2, 3
KOLOM_AWAL = 3  # A and B hold the hidden key and hashes


@dataclass
class BarisTulis:
    """A row to write: at which row of the sheet, key and hashes, values as cells, columns that are closed."""

    nomor: int
    kunci: str
    sidik: str
    isi: dict[str, Any]
    tertutup: frozenset[str] = frozenset()
    salah: dict[str, str] = field(default_factory=dict)
    komentar: dict[str, str] = field(default_factory=dict)


@dataclass
class LembarTulis:
    """A sheet to write."""

    lembar: Lembar
    kolom: tuple[Kolom, ...]
    baris: list[BarisTulis]
    is_terbuka: bool = True  # whether the person may write new rows here


@dataclass
class BukuTulis:
    """A whole workbook: what it is of, its sheets, its lists, and what was found wrong."""

    keterangan: tuple[tuple[str, str], ...]
    lembar: list[LembarTulis]
    rujukan: dict[str, list[str]]
    temuan: list[Temuan] = field(default_factory=list)
