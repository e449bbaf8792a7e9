"""Limits of an uploaded table: of the file, of the archive, of its sheets, and of the child that reads it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

MB = 1024 * 1024
PANJANG_TEKS = 32_767  # characters of one cell in Excel


@dataclass(frozen=True)
class Batas:
    """What a file may be at most.

    Sizes in bytes: ``ukuran`` as uploaded, ``terurai`` of the whole archive unpacked, ``memori`` of the
    child's address space. ``rasio`` is unpacked by packed, ``bagian`` the parts of the archive, ``baris``
    and ``kolom`` those of one sheet. ``detik`` holds for the child's CPU and for the waiting on it.
    """

    ukuran: int
    terurai: int
    rasio: int
    bagian: int
    baris: int
    kolom: int
    memori: int
    detik: int

    def ke_json(self) -> str:
        """Return the limits as the text that the child gets."""
        return json.dumps(asdict(self))

    @classmethod
    def dari_json(cls, teks: str) -> Batas:
        """Return the limits that a text of ``ke_json`` holds."""
        return cls(**json.loads(teks))


BATAS_BUKU = Batas(
    ukuran=10 * MB,
    terurai=30 * MB,
    rasio=100,
    bagian=1_000,
    baris=5_000,
    kolom=60,
    memori=512 * MB,
    detik=20,
)
BATAS_RUJUKAN = BATAS_BUKU
BATAS_SIPD = Batas(
    ukuran=60 * MB,
    terurai=400 * MB,
    rasio=100,
    bagian=1_000,
    baris=150_000,
    kolom=100,
    memori=768 * MB,
    detik=60,
)
