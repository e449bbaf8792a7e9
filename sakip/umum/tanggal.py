"""Dates and ordinals in Indonesian, without the system's locale."""

from __future__ import annotations

import datetime

NAMA_BULAN = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)


def format_tanggal(tanggal: datetime.date) -> str:
    """Return "26 Februari 2024"."""
    return f"{tanggal.day} {NAMA_BULAN[tanggal.month - 1]} {tanggal.year}"


def format_waktu(waktu: datetime.datetime) -> str:
    """Return "26 Februari 2024 pukul 10.05"."""
    return f"{format_tanggal(waktu.date())} pukul {waktu:%H.%M}"


def angka_romawi(n: int) -> str:
    """Return the Roman numeral of 1 to 3999."""
    if not 0 < n < 4000:
        raise ValueError(f"tidak ada angka Romawi untuk {n}")
    hasil = ""
    for nilai, tanda in (
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
        (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ):  # fmt: skip
        while n >= nilai:
            hasil += tanda
            n -= nilai
    return hasil


def sebut_urutan(n: int) -> str:
    """Return "pertama", "kedua", …; above 20 "ke-21"."""
    if n == 1:
        return "pertama"
    satuan = ("", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
    if 2 <= n <= 9:
        return f"ke{satuan[n]}"
    if n in (10, 11, 20):
        return {10: "kesepuluh", 11: "kesebelas", 20: "kedua puluh"}[n]
    return f"ke{satuan[n - 10]} belas" if 12 <= n <= 19 else f"ke-{n}"
