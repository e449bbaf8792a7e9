"""What two versions of a DPA differ in, by programme, kegiatan and sub kegiatan. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

Kunci = tuple[int, int]  # level (1 program, 2 kegiatan, 3 sub kegiatan) and the key of the row there


class Ubah(StrEnum):
    """What became of a row between two versions."""

    TETAP = "tetap"
    BERUBAH = "berubah"
    BARU = "baru"
    DIHAPUS = "dihapus"


@dataclass(frozen=True)
class Simpul:
    """A programme, kegiatan or sub kegiatan; ``induk`` is the node above it."""

    kunci: Kunci
    kode: str
    nama: str
    induk: Kunci | None

    @property
    def tingkat(self) -> int:
        """The level: 1, 2 or 3."""
        return self.kunci[0]


@dataclass(frozen=True)
class BedaPagu:
    """A node in two versions, in rupiah; a side without a ceiling is None."""

    kunci: Kunci
    kode: str
    nama: str
    lama: Decimal | None
    baru: Decimal | None
    ubah: Ubah

    @property
    def tingkat(self) -> int:
        """The level: 1, 2 or 3; 0 for the total."""
        return self.kunci[0]

    @property
    def selisih(self) -> Decimal:
        """New less old in rupiah; a side that is not there counts as 0."""
        return (self.baru or Decimal(0)) - (self.lama or Decimal(0))

    @property
    def persen(self) -> Fraction | None:
        """The difference in percent of the old amount; None where the old one is 0 or not there."""
        return Fraction(self.selisih) / Fraction(self.lama) * 100 if self.lama else None


@dataclass(frozen=True)
class BedaDPA:
    """The difference of two versions; ``daun`` are the nodes on which the amounts themselves hang."""

    baris: tuple[BedaPagu, ...]
    daun: tuple[BedaPagu, ...]
    jumlah: BedaPagu

    def hitung(self, ubah: Ubah) -> int:
        """Return how many ceilings (not sums) became so."""
        return sum(1 for d in self.daun if d.ubah is ubah)

    @property
    def kalimat(self) -> str:
        """The first sentence: "3 dari 23 pagu berubah. 1 pagu ditambahkan."."""
        bersama = self.hitung(Ubah.TETAP) + self.hitung(Ubah.BERUBAH)
        lain = [
            f"{n} pagu {kata}"
            for kata, ubah in (("ditambahkan", Ubah.BARU), ("dihapus", Ubah.DIHAPUS))
            if (n := self.hitung(ubah))
        ]
        hasil = f"{self.hitung(Ubah.BERUBAH)} dari {bersama} pagu berubah."
        return hasil + (f" {' dan '.join(lain)}." if lain else "")


def jumlahkan(simpul: Sequence[Simpul], isi: Mapping[Kunci, Decimal]) -> dict[Kunci, Decimal]:
    """Return the amount of each node: its own and those below it, in rupiah.

    ``simpul`` lists a node before those below it. A node with nothing filled at or below it has no entry.
    """
    hasil: dict[Kunci, Decimal] = {}
    for s in reversed(simpul):
        if s.kunci in isi:
            hasil[s.kunci] = hasil.get(s.kunci, Decimal(0)) + isi[s.kunci]
        if s.induk is not None and s.kunci in hasil:
            hasil[s.induk] = hasil.get(s.induk, Decimal(0)) + hasil[s.kunci]
    return hasil


def bandingkan(
    simpul: Sequence[Simpul], lama: Mapping[Kunci, Decimal], baru: Mapping[Kunci, Decimal]
) -> BedaDPA:
    """Return the difference of two versions of one office and year, in the order of ``simpul``.

    ``lama`` and ``baru`` map the nodes that have a ceiling to rupiah; sums of nodes above are made here.
    """
    kiri, kanan = jumlahkan(simpul, lama), jumlahkan(simpul, baru)
    baris = tuple(
        BedaPagu(
            s.kunci, s.kode, s.nama, kiri.get(s.kunci), kanan.get(s.kunci),
            ubah(kiri.get(s.kunci), kanan.get(s.kunci)),
        )
        for s in simpul
        if s.kunci in kiri or s.kunci in kanan
    )  # fmt: skip
    daun = tuple(b for b in baris if b.kunci in lama or b.kunci in baru)
    a, b = sum(lama.values(), Decimal(0)), sum(baru.values(), Decimal(0))
    return BedaDPA(baris, daun, BedaPagu((0, 0), "", "JUMLAH", a, b, ubah(a, b)))


def ubah(lama: Decimal | None, baru: Decimal | None) -> Ubah:
    """Return what became of one amount."""
    if lama is None:
        return Ubah.BARU
    if baru is None:
        return Ubah.DIHAPUS
    return Ubah.TETAP if lama == baru else Ubah.BERUBAH
