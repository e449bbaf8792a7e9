"""Ways to plant a defect in parts of the report and in the facts around it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from pelaporan.konteks import Angka
from pelaporan.periksa.bahan import BahanPeriksa, FaktaProgram
from sakip.umum.angka import format_angka


def angka(nilai: str | int, tempat: int = 2) -> Angka:
    """Return a printed figure."""
    return Angka(format_angka(Decimal(nilai), tempat), nilai=Decimal(nilai))


def rupiah(nilai: int) -> Angka:
    """Return an amount as the report prints it."""
    return angka(nilai, 0)


def persen(nilai: str | int) -> Angka:
    """Return a percentage."""
    return Angka(f"{format_angka(Decimal(nilai), 2)}%", nilai=Decimal(nilai))


def ganti(bahan: BahanPeriksa, **bagian) -> BahanPeriksa:
    """Return the report with parts of its konteks replaced."""
    return replace(bahan, konteks=replace(bahan.konteks, **bagian))


def ganti_bab1(bahan: BahanPeriksa, **isi) -> BahanPeriksa:
    """Return the report with parts of Bab I replaced."""
    return ganti(bahan, bab1=replace(bahan.konteks.bab1, **isi))


def ganti_bab2(bahan: BahanPeriksa, **isi) -> BahanPeriksa:
    """Return the report with parts of Bab II replaced."""
    return ganti(bahan, bab2=replace(bahan.konteks.bab2, **isi))


def ganti_bab3(bahan: BahanPeriksa, **isi) -> BahanPeriksa:
    """Return the report with parts of Bab III replaced."""
    return ganti(bahan, bab3=replace(bahan.konteks.bab3, **isi))


def ubah_ke(baris: tuple, ke: int, **isi) -> tuple:
    """Return rows with the one at a position replaced."""
    return tuple(replace(b, **isi) if n == ke else b for n, b in enumerate(baris))


def dicatat(bahan: BahanPeriksa) -> list[FaktaProgram]:
    """Return the nodes at which ceilings and spending are recorded."""
    return [p for p in bahan.program if p.is_dicatat]
