"""Amounts of an SIPD export: numbers or texts, one style in a whole file. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from anggaran.sipd.sel import sebut_sel
from sakip.umum.angka import AngkaTidakSah, GayaAngka, bulatkan, parse_ekspor

SEBUT_BARIS = 5  # rows that a refusal names
_CONTOH = {GayaAngka.INDONESIA: "1.234.567,89", GayaAngka.INGGRIS: "1,234,567.89"}


@dataclass
class PembacaUang:
    """Reads amounts and remembers in which rows each style was seen."""

    terlihat: dict[GayaAngka, list[int]] = field(default_factory=dict)
    jumlah: dict[GayaAngka, int] = field(default_factory=dict)
    _ingat: dict[str, tuple[Decimal, GayaAngka | None]] = field(default_factory=dict)

    def baca(self, nilai: Any, nomor: int) -> Decimal | None:
        """Return the rupiah of a cell, None for a blank. Raises AngkaTidakSah."""
        if nilai is None:
            return None
        if isinstance(nilai, Decimal):
            return self._angka(nilai)
        if not isinstance(nilai, str):
            raise AngkaTidakSah(f"{sebut_sel(nilai)}: bukan angka.")
        if not nilai.replace("\u00a0", " ").strip():
            return None
        hasil = self._ingat.get(nilai)
        if hasil is None:
            hasil = parse_ekspor(nilai)
            if len(self._ingat) < 50_000:
                self._ingat[nilai] = hasil
        if hasil[1] is not None:
            self._lihat(hasil[1], nomor)
        return hasil[0]

    def _angka(self, nilai: Decimal) -> Decimal:
        if not nilai.is_finite():
            raise AngkaTidakSah(f"{nilai}: bukan angka.")
        # A spreadsheet keeps 0,1 + 0,2 with a tail; rupiah has two decimals.
        return bulatkan(nilai) if int(nilai.as_tuple().exponent) < -2 else nilai

    def _lihat(self, gaya: GayaAngka, nomor: int) -> None:
        self.jumlah[gaya] = self.jumlah.get(gaya, 0) + 1
        baris = self.terlihat.setdefault(gaya, [])
        if len(baris) < SEBUT_BARIS and nomor not in baris:
            baris.append(nomor)

    def campuran(self) -> str:
        """Return the sentence about a file with two styles, with rows of each; "" where there is one."""
        if len(self.jumlah) < 2:
            return ""
        bagian = [
            f"{self.jumlah[gaya]} sel seperti {_CONTOH[gaya]} (baris {', '.join(map(str, baris))}"
            f"{', …' if self.jumlah[gaya] > len(baris) else ''})"
            for gaya, baris in sorted(self.terlihat.items())
        ]
        return f"Penulisan angka bercampur: {' dan '.join(bagian)}. Pakai satu cara dalam satu berkas."
