"""Shapes of the plan of an import: what goes in, what would change, what cannot be stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from anggaran.beda import Ubah, ubah
from anggaran.models import DPA
from anggaran.sipd.bahan import Titik
from anggaran.sipd.jumlah import NOL
from sakip.umum.angka import PALING_BANYAK_ANGKA, format_rupiah

BUAT, ISI, REVISI, SAMA, TOLAK = "buat", "isi", "revisi", "sama", "tolak"


@dataclass(frozen=True)
class Masukan:
    """What the file holds of one office, ready to be stored: rupiah by code of sub kegiatan."""

    pagu: Mapping[str, Decimal] = field(default_factory=dict)
    realisasi: Mapping[str, Mapping[int, Decimal]] = field(default_factory=dict)  # 0: no dates
    nama: Mapping[str, str] = field(default_factory=dict)
    bidang: Mapping[str, str] = field(default_factory=dict)

    def json(self) -> dict[str, Any]:
        """Return what is kept with the upload."""
        return {
            "pagu": {k: str(v) for k, v in self.pagu.items()},
            "realisasi": {
                k: {str(t): str(n) for t, n in menurut.items()} for k, menurut in self.realisasi.items()
            },
            "nama": dict(self.nama),
            "bidang": {k: v for k, v in self.bidang.items() if v},
        }

    @classmethod
    def dari(cls, isi: Mapping[str, Any]) -> Masukan:
        """Return it from what was kept."""
        return cls(
            pagu={k: Decimal(v) for k, v in isi["pagu"].items()},
            realisasi={
                k: {int(t): Decimal(n) for t, n in menurut.items()} for k, menurut in isi["realisasi"].items()
            },
            nama=isi["nama"],
            bidang=isi["bidang"],
        )


@dataclass(frozen=True)
class Tertolak:
    """A sub kegiatan that cannot be stored, and why."""

    kode: str
    nama: str
    nilai: Decimal
    pesan: str
    dekat: tuple[str, ...] = ()


@dataclass(frozen=True)
class BarisPagu:
    """A ceiling before and after, in rupiah."""

    titik: Titik
    lama: Decimal | None
    baru: Decimal | None

    @property
    def ubah(self) -> Ubah:
        """What becomes of it."""
        return ubah(self.lama, self.baru)


@dataclass(frozen=True)
class BarisRealisasi:
    """Spending of a node and quarter before and after, in rupiah; ``unit_id`` answers for it."""

    titik: Titik
    triwulan: int
    lama: Decimal | None
    baru: Decimal
    unit_id: int | None

    @property
    def is_sama(self) -> bool:
        """Whether the same amount stands there already."""
        return self.lama == self.baru


@dataclass(frozen=True)
class RencanaPagu:
    """What happens to the DPA: ``tindakan`` with the version it begins from, and the ceilings."""

    tindakan: str
    pesan: str
    dpa: DPA | None = None
    versi: int = 0  # newest history row of a draft
    sebelum: str = ""  # name of the version that the preview compares with
    isi: Mapping[Titik, Decimal] = field(default_factory=dict)
    baris: tuple[BarisPagu, ...] = ()

    @property
    def total_lama(self) -> Decimal:
        """The total of the version before."""
        return sum((b.lama or NOL for b in self.baris), NOL)

    @property
    def total_baru(self) -> Decimal:
        """The total that will be stored."""
        return sum(self.isi.values(), NOL)

    def hitung(self, apa: Ubah) -> int:
        """Return how many ceilings become so."""
        return sum(1 for b in self.baris if b.ubah is apa)


@dataclass(frozen=True)
class Rencana:
    """The plan of one office."""

    pagu: RencanaPagu | None
    realisasi: tuple[BarisRealisasi, ...] | None
    tertolak: tuple[Tertolak, ...]
    tanpa_realisasi: tuple[tuple[Titik, Decimal], ...] = ()
    catatan: tuple[str, ...] = ()

    @property
    def berubah(self) -> tuple[BarisRealisasi, ...]:
        """Spending that will be written."""
        return tuple(b for b in self.realisasi or () if not b.is_sama)

    @property
    def is_ditolak(self) -> bool:
        """Whether the DPA cannot be loaded as chosen."""
        return self.pagu is not None and self.pagu.tindakan == TOLAK

    @property
    def is_sama(self) -> bool:
        """Whether nothing would change."""
        return (self.pagu is None or self.pagu.tindakan == SAMA) and not self.berubah

    @property
    def titik_baru(self) -> frozenset[int]:
        """The rows of the nomenclature that the year does not have yet."""
        semua = [*(self.pagu.isi if self.pagu else ()), *(b.titik for b in self.berubah)]
        return frozenset(t.nomenklatur_id for t in semua if t.nomenklatur_id is not None)


def salah_nilai(nilai: Decimal, nama: str) -> str:
    """Return why an amount cannot be stored; "" where it can."""
    if nilai < 0:
        return f"{nama} {format_rupiah(nilai)} di bawah nol."
    if len(f"{nilai:f}".replace(".", "").lstrip("0")) > PALING_BANYAK_ANGKA:
        return f"{nama} {format_rupiah(nilai)} melebihi {PALING_BANYAK_ANGKA} angka."
    return ""
