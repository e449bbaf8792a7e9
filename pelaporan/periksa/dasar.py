"""What a finding is and what a check is."""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pelaporan.periksa.bahan import BahanPeriksa


class Tingkat(StrEnum):
    """GALAT blocks signing; PERINGATAN needs a written reason; INFO informs."""

    GALAT = "galat"
    PERINGATAN = "peringatan"
    INFO = "info"


@dataclass(frozen=True)
class Lokasi:
    """A place in the report.

    ``kunci`` is a key of the document's skeleton: a section ("bab1.isu"), a written section
    ("tabel.t_capaian"), a table ("t_capaian") or an appendix. ``teks`` is what a person reads: "Tabel 3.2,
    baris 4". ``objek`` names the record in question ("skm", "7.01.05"), so that two findings at one place
    are two.
    """

    kunci: str
    teks: str
    objek: str = ""


@dataclass(frozen=True)
class Temuan:
    """One finding.

    ``pesan`` says in plain Indonesian what stands where, what it should agree with, both values and what to
    do. ``nilai`` holds the values as (name, printed value): they enter the finding's key, so that a reason
    written for one value does not cover another. ``tautan`` is a symbolic key ("realisasi:skm") that
    ``pelaporan.tautan`` turns into an address. ``sebab`` names the cause: of several findings with one
    cause only the worst is kept, the first of those.
    """

    kode: str
    tingkat: Tingkat
    lokasi: Lokasi
    pesan: str
    nilai: tuple[tuple[str, str], ...] = ()
    tautan: str = ""
    sebab: str = ""

    @property
    def kunci(self) -> str:
        """Return 32 hex digits that name the finding: check, level, place, record and values."""
        isi = [self.kode, self.tingkat.value, self.lokasi.kunci, self.lokasi.objek, *map(list, self.nilai)]
        teks = json.dumps(isi, ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(teks.encode("utf-8")).hexdigest()[:32]


@dataclass(frozen=True)
class Nonaktif:
    """Why and since when a check is not run; it stays in the list."""

    sejak: datetime.date
    alasan: str


@dataclass(frozen=True)
class Pemeriksaan:
    """A check: its code (the name of its file), what it looks for, the worst level it gives, its source."""

    kode: str
    nama: str
    tingkat: Tingkat
    sumber: str
    periksa: Callable[[BahanPeriksa], Iterable[Temuan]]
    boleh_dikecualikan: bool = False
    nonaktif: Nonaktif | None = None
