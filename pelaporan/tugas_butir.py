"""What a person still has to do, as the start page and a reminder say it."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from pelaporan.tenggat import LEWAT, PEKAN_INI, SETELAHNYA, kelompok_tenggat, sebut_sisa
from sakip.umum.tanggal import format_tanggal, format_waktu

# Group: (heading, class of its mark)
KELOMPOK = {
    LEWAT: ("Lewat tenggat", "tanda-galat"),
    PEKAN_INI: ("Pekan ini", "tanda-awas"),
    SETELAHNYA: ("Setelahnya", "tanda-kosong"),
}
TERBANYAK = 5  # more cells than this of one unit and quarter become one item


@dataclass(frozen=True)
class ButirTugas:
    """One open item.

    ``kunci`` names it for reminders: it is the same for all cells of a unit's quarter, so that filling
    one of them starts no new reminder. ``jumlah`` counts the cells behind it; ``is_isian`` is False for
    acts on what others entered (check, approve, decide).
    """

    kunci: str
    judul: str
    rincian: str
    tenggat: datetime.date | None
    alamat: str
    tombol: str
    hari: datetime.date
    jumlah: int = 1
    is_isian: bool = True

    @property
    def kelompok(self) -> str:
        """One of lewat, pekan ini, setelahnya."""
        return kelompok_tenggat(self.tenggat, self.hari)

    @property
    def sebut_tenggat(self) -> str:
        """ "10 Januari 2024", or that there is none."""
        return format_tanggal(self.tenggat) if self.tenggat else "Tanpa tenggat"

    @property
    def sebut_sisa(self) -> str:
        """ "2 hari lagi", "lewat 33 hari", or nothing."""
        return sebut_sisa(self.tenggat, self.hari) if self.tenggat else ""

    @property
    def is_lewat(self) -> bool:
        """Whether the deadline has passed."""
        return self.kelompok == LEWAT


@dataclass(frozen=True)
class KelompokTugas:
    """Items of one group, in the order of their deadlines."""

    judul: str
    tanda: str
    butir: tuple[ButirTugas, ...]


@dataclass(frozen=True)
class Kembalian:
    """A unit's quarter that was given back: by whom, when, why, and how much of it is repaired."""

    judul: str
    oleh: str
    pada: datetime.datetime
    catatan: str
    ditandai: int
    diperbaiki: int
    alamat: str

    @property
    def waktu(self) -> str:
        """ "12 Oktober 2023 pukul 10.05"."""
        return format_waktu(self.pada)


@dataclass(frozen=True)
class DaftarTugas:
    """All open items of a person for an office and year."""

    hari: datetime.date
    butir: tuple[ButirTugas, ...] = ()
    kembalian: tuple[Kembalian, ...] = ()
    menunggu: tuple[str, ...] = ()
    punya_unit: bool = False

    @property
    def kelompok(self) -> tuple[KelompokTugas, ...]:
        """The groups that are not empty."""
        semua = (
            KelompokTugas(judul, tanda, tuple(b for b in self.butir if b.kelompok == nama))
            for nama, (judul, tanda) in KELOMPOK.items()
        )
        return tuple(k for k in semua if k.butir)

    @property
    def judul(self) -> str:
        """The page's heading: "5 isian lagi untuk unit Anda", "3 tugas menunggu Anda"."""
        if not self.butir:
            return "Tidak ada yang harus diisi hari ini"
        if all(b.is_isian for b in self.butir):
            untuk = "unit Anda" if self.punya_unit else "Anda"
            return f"{sum(b.jumlah for b in self.butir)} isian lagi untuk {untuk}"
        return f"{len(self.butir)} tugas menunggu Anda"


def urutkan(butir: Sequence[ButirTugas]) -> tuple[ButirTugas, ...]:
    """Return items by deadline, those without one last; the order within a day is kept."""
    return tuple(sorted(butir, key=lambda b: (b.tenggat is None, b.tenggat or datetime.date.max)))
