"""What two revisions of a Perjanjian Kinerja differ in: targets and the budget they print. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction


class Ubah(StrEnum):
    """What became of a row between two revisions."""

    TETAP = "tetap"
    BERUBAH = "berubah"
    BARU = "baru"
    DIHAPUS = "dihapus"


@dataclass(frozen=True)
class IsiTarget:
    """A promised target as one revision holds it.

    ``kunci`` names the indicator; ``nilai`` is (lower or only value, upper value, grade) and decides about
    equality; ``tampil`` is its printed form.
    """

    kunci: int
    nama: str
    satuan: str
    nilai: tuple[Decimal | None, Decimal | None, str]
    tampil: str


@dataclass(frozen=True)
class BedaTarget:
    """One indicator in two revisions; a side where it does not stand is None."""

    kunci: int
    nama: str
    satuan: str
    lama: str | None
    baru: str | None
    ubah: Ubah


@dataclass(frozen=True)
class IsiPagu:
    """The ceiling of a programme in rupiah, in one version of the DPA."""

    kode: str
    nama: str
    nilai: Decimal


@dataclass(frozen=True)
class BedaPagu:
    """A programme in two versions of the DPA, in rupiah; ``persen`` None where there is no ratio."""

    kode: str
    nama: str
    lama: Decimal | None
    baru: Decimal | None
    ubah: Ubah

    @property
    def selisih(self) -> Decimal:
        """New less old in rupiah; a side that is not there counts as 0."""
        return (self.baru or Decimal(0)) - (self.lama or Decimal(0))

    @property
    def persen(self) -> Fraction | None:
        """The difference in percent of the old amount."""
        return Fraction(self.selisih) / Fraction(self.lama) * 100 if self.lama else None


@dataclass(frozen=True)
class BedaPK:
    """The difference of two revisions; ``jumlah`` is None where one of them names no DPA."""

    target: tuple[BedaTarget, ...]
    pagu: tuple[BedaPagu, ...]
    jumlah: BedaPagu | None

    @property
    def kalimat(self) -> str:
        """The first sentence: "1 dari 4 target dan 1 dari 6 pagu program berubah." and what came and went."""
        bersama = [t for t in self.target if t.ubah in (Ubah.TETAP, Ubah.BERUBAH)]
        hasil = f"{_hitung(bersama, Ubah.BERUBAH)} dari {len(bersama)} target"
        if self.jumlah is not None:
            berubah = sum(1 for p in self.pagu if p.ubah is not Ubah.TETAP)
            hasil += f" dan {berubah} dari {len(self.pagu)} pagu program"
        lain = [
            f"{n} indikator {kata}"
            for kata, ubah in (("ditambahkan", Ubah.BARU), ("dihapus", Ubah.DIHAPUS))
            if (n := _hitung(self.target, ubah))
        ]
        return f"{hasil} berubah." + (f" {' dan '.join(lain)}." if lain else "")


def bandingkan(
    target_lama: Sequence[IsiTarget],
    target_baru: Sequence[IsiTarget],
    pagu_lama: Sequence[IsiPagu] | None,
    pagu_baru: Sequence[IsiPagu] | None,
) -> BedaPK:
    """Return the difference of two revisions: rows in the new one's order, dropped ones after them.

    Indicators are matched by their key, programmes by their code. Budgets are in rupiah; None where a
    revision names no DPA, and then no budget is compared.
    """
    target = _beda_target(target_lama, target_baru)
    if pagu_lama is None or pagu_baru is None:
        return BedaPK(target, (), None)
    pagu = _beda_pagu(pagu_lama, pagu_baru)
    lama = sum((p.nilai for p in pagu_lama), Decimal(0))
    baru = sum((p.nilai for p in pagu_baru), Decimal(0))
    return BedaPK(target, pagu, BedaPagu("", "JUMLAH", lama, baru, _ubah(lama, baru)))


def _beda_target(lama: Sequence[IsiTarget], baru: Sequence[IsiTarget]) -> tuple[BedaTarget, ...]:
    dulu = {t.kunci: t for t in lama}
    kini = {t.kunci for t in baru}
    hasil = []
    for t in baru:
        s = dulu.get(t.kunci)
        if s is None:
            hasil.append(BedaTarget(t.kunci, t.nama, t.satuan, None, t.tampil, Ubah.BARU))
        else:
            ubah = Ubah.TETAP if s.nilai == t.nilai else Ubah.BERUBAH
            hasil.append(BedaTarget(t.kunci, t.nama, t.satuan, s.tampil, t.tampil, ubah))
    hasil += [
        BedaTarget(s.kunci, s.nama, s.satuan, s.tampil, None, Ubah.DIHAPUS)
        for s in lama
        if s.kunci not in kini
    ]
    return tuple(hasil)


def _beda_pagu(lama: Sequence[IsiPagu], baru: Sequence[IsiPagu]) -> tuple[BedaPagu, ...]:
    dulu, kini = {p.kode: p for p in lama}, {p.kode: p for p in baru}
    hasil = []
    for kode in sorted(dulu.keys() | kini.keys()):
        s, t = dulu.get(kode), kini.get(kode)
        nama = t.nama if t else s.nama if s else ""
        nilai_lama, nilai_baru = s.nilai if s else None, t.nilai if t else None
        hasil.append(BedaPagu(kode, nama, nilai_lama, nilai_baru, _ubah(nilai_lama, nilai_baru)))
    return tuple(hasil)


def _ubah(lama: Decimal | None, baru: Decimal | None) -> Ubah:
    if lama is None:
        return Ubah.BARU
    if baru is None:
        return Ubah.DIHAPUS
    return Ubah.TETAP if lama == baru else Ubah.BERUBAH


def _hitung(target: Sequence[BedaTarget], ubah: Ubah) -> int:
    return sum(1 for t in target if t.ubah is ubah)
