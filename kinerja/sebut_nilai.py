"""How a value of an indicator is printed on pages: a number, a range or a grade. Pure."""

from __future__ import annotations

from decimal import Decimal

from sakip.umum.angka import format_angka

BELUM_DIISI = "Belum diisi"


def sebut_angka(nilai: Decimal, desimal: int) -> str:
    """Return a number with the decimals of its indicator, more where it has more: nothing is rounded away."""
    ada = len(f"{nilai:f}".partition(".")[2].rstrip("0"))
    return format_angka(nilai, max(desimal, ada))


def sebut_nilai(nilai: Decimal | None, atas: Decimal | None, predikat: str, desimal: int) -> str:
    """Return "87,15", "8 sampai 10", "BB" or "Belum diisi"."""
    if predikat:
        return predikat
    if nilai is None:
        return BELUM_DIISI
    teks = sebut_angka(nilai, desimal)
    return teks if atas is None else f"{teks} sampai {sebut_angka(atas, desimal)}"
