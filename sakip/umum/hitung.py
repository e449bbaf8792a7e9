"""What every computed figure is: a value or a stated reason, never a guess."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, localcontext
from enum import StrEnum
from fractions import Fraction

DIGIT = 28


class Keadaan(StrEnum):
    """State of a figure; only TERUKUR is a number."""

    TERUKUR = "terukur"
    BELUM_DIISI = "belum_diisi"
    TIDAK_BERLAKU = "tidak_berlaku"
    TIDAK_DAPAT_DIHITUNG = "tidak_dapat_dihitung"


def to_decimal(nilai: Fraction) -> Decimal:
    """Return the Decimal of a Fraction, once, with 28 digits: the edge of every calculation."""
    with localcontext() as ctx:
        ctx.prec = DIGIT
        return Decimal(nilai.numerator) / Decimal(nilai.denominator)


@dataclass(frozen=True)
class Capaian:
    """A percentage (not rounded) or the reason why there is none; ``eksak`` is the exact value."""

    persen: Decimal | None
    keadaan: Keadaan
    alasan: str = ""
    eksak: Fraction | None = None

    @property
    def nilai(self) -> Fraction | None:
        """The exact value, or that of ``persen``."""
        if self.eksak is not None:
            return self.eksak
        return None if self.persen is None else Fraction(self.persen)


@dataclass(frozen=True)
class Rerata:
    """A mean: of ``terukur`` values out of ``jumlah``; ``tidak_berlaku`` stand outside both."""

    persen: Decimal | None
    terukur: int
    jumlah: int
    tidak_berlaku: int
    eksak: Fraction | None = None


def terukur(nilai: Fraction) -> Capaian:
    """Return a measured Capaian from an exact percentage."""
    return Capaian(to_decimal(nilai), Keadaan.TERUKUR, "", nilai)


def rerata(daftar: list[Capaian]) -> Rerata:
    """Return the mean of the measured ones."""
    ada = [n for c in daftar if c.keadaan is Keadaan.TERUKUR and (n := c.nilai) is not None]
    luar = sum(1 for c in daftar if c.keadaan is Keadaan.TIDAK_BERLAKU)
    if not ada:
        return Rerata(None, 0, len(daftar) - luar, luar)
    eksak = sum(ada, Fraction(0)) / len(ada)
    return Rerata(to_decimal(eksak), len(ada), len(daftar) - luar, luar, eksak)
