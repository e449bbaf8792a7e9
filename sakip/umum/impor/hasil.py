"""What a file would do, row by row and cell by cell: kept as JSON until it is confirmed."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any


class ImporGagal(ValueError):
    """Nothing was written; the text is for the person."""


class Keadaan(StrEnum):
    """What becomes of a row."""

    DITOLAK = "ditolak"
    BERUBAH = "berubah"
    BARU = "baru"
    TETAP = "tetap"

    @property
    def tanda(self) -> str:
        """Name of the status tag."""
        return {
            Keadaan.DITOLAK: "galat", Keadaan.BERUBAH: "awas", Keadaan.BARU: "baik", Keadaan.TETAP: "lewat",
        }[self]  # fmt: skip

    @property
    def label(self) -> str:
        """The word."""
        return self.value.capitalize()


@dataclass
class Sel:
    """A cell: what would be stored (of a refused row: what the file has), what is stored, what is wrong."""

    isi: str = ""
    lama: str | None = None
    galat: str = ""


@dataclass
class BarisHasil:
    """A row of the file with its state; ``is_yakin``: the person must say that it is meant."""

    nomor: int
    keadaan: Keadaan
    sel: list[Sel]
    galat: list[str] = field(default_factory=list)
    catatan: str = ""
    is_yakin: bool = False


@dataclass
class Pratinjau:
    """All rows of a file."""

    kolom: list[str]
    baris: list[BarisHasil]
    peringatan: list[str] = field(default_factory=list)

    def jumlah(self, keadaan: Keadaan) -> int:
        """How many rows are in a state."""
        return sum(1 for b in self.baris if b.keadaan is keadaan)

    @property
    def ringkas(self) -> list[tuple[Keadaan, int]]:
        """Each state with its number of rows."""
        return [(k, self.jumlah(k)) for k in Keadaan]

    @property
    def ditolak(self) -> int:
        """Refused rows."""
        return self.jumlah(Keadaan.DITOLAK)

    @property
    def ditulis(self) -> int:
        """Rows that would be written."""
        return self.jumlah(Keadaan.BARU) + self.jumlah(Keadaan.BERUBAH)

    @property
    def yakin(self) -> int:
        """Rows that the person must confirm by a tick."""
        return sum(1 for b in self.baris if b.is_yakin)

    @property
    def is_siap(self) -> bool:
        """Whether something can be written: nothing refused, something to write."""
        return not self.ditolak and self.ditulis > 0

    @property
    def sidik(self) -> str:
        """SHA-256 of all that the preview shows: the same rows against the same data give the same."""
        return hashlib.sha256(self.ke_json().encode()).hexdigest()

    def ke_json(self) -> str:
        """Return the preview as text."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)

    @classmethod
    def dari_json(cls, teks: str) -> Pratinjau:
        """Return the preview that a text holds."""
        isi: dict[str, Any] = json.loads(teks)
        baris = [
            BarisHasil(**{**b, "keadaan": Keadaan(b["keadaan"]), "sel": [Sel(**s) for s in b["sel"]]})
            for b in isi["baris"]
        ]
        return cls(isi["kolom"], baris, isi["peringatan"])
