"""Deadlines: when something is due, how near that is, and when a reminder goes out. Pure date arithmetic."""

from __future__ import annotations

import calendar
import datetime
from dataclasses import dataclass

from django.conf import settings

from organisasi.models import PemerintahDaerah

HARI_PEKAN = 7
AMBANG = (1, 3, 7)  # H-1, H-3, H-7
NAMA_HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
LEWAT, PEKAN_INI, SETELAHNYA = "lewat", "pekan ini", "setelahnya"


@dataclass(frozen=True)
class TenggatLaporan:
    """The last days on which the LKjIP of a year is written, handed in and signed."""

    naskah: datetime.date
    ajukan: datetime.date
    sahkan: datetime.date


def tenggat_laporan(pemda: PemerintahDaerah, tahun: int) -> TenggatLaporan:
    """Return the days of a LKjIP: the government's deadline, and two settings counted back from it."""
    akhir = pemda.compute_tenggat(tahun)
    return TenggatLaporan(
        naskah=akhir - datetime.timedelta(days=settings.HARI_NASKAH),
        ajukan=akhir - datetime.timedelta(days=settings.HARI_AJUKAN),
        sahkan=akhir,
    )


def tenggat_langkah(pada: datetime.date) -> datetime.date:
    """Return the day until which the next person checks or approves what was handed on."""
    return pada + datetime.timedelta(days=settings.HARI_PERIKSA)


def sebulan_setelah(hari: datetime.date) -> datetime.date:
    """Return the same day of the next month, or its last (PermenPANRB 53/2014: PK after the DPA)."""
    tahun, bulan = (hari.year + 1, 1) if hari.month == 12 else (hari.year, hari.month + 1)
    return datetime.date(tahun, bulan, min(hari.day, calendar.monthrange(tahun, bulan)[1]))


def awal_triwulan(tahun: int, triwulan: int) -> datetime.date:
    """Return the first day of a quarter."""
    return datetime.date(tahun, 3 * triwulan - 2, 1)


def akhir_triwulan(tahun: int, triwulan: int) -> datetime.date:
    """Return the last day of a quarter."""
    bulan = 3 * triwulan
    return datetime.date(tahun, bulan, calendar.monthrange(tahun, bulan)[1])


# How near -------------------------------------------------------------------------------------------


def kelompok_tenggat(tenggat: datetime.date | None, hari: datetime.date) -> str:
    """Return the group of a deadline: lewat, pekan ini (the next seven days), setelahnya."""
    if tenggat is None:
        return SETELAHNYA
    sisa = (tenggat - hari).days
    if sisa < 0:
        return LEWAT
    return PEKAN_INI if sisa <= HARI_PEKAN else SETELAHNYA


def sebut_sisa(tenggat: datetime.date, hari: datetime.date) -> str:
    """Return how near a day is: "3 hari lagi (H-3)", "hari ini", "lewat 33 hari"."""
    sisa = (tenggat - hari).days
    if sisa < 0:
        return f"lewat {-sisa} hari"
    if sisa == 0:
        return "hari ini"
    return f"{sisa} hari lagi" + (f" (H-{sisa})" if sisa in AMBANG else "")


def saat_pengingat(tenggat: datetime.date, hari: datetime.date) -> str | None:
    """Return which reminder is due on a day, None: none yet.

    "H-7", "H-3" or "H-1": the threshold that was passed last, so that a day without a run loses nothing.
    After the deadline "lewat-0" at once and "lewat-1", "lewat-2" … every seven days.
    """
    sisa = (tenggat - hari).days
    if sisa < 0:
        return f"lewat-{(-sisa - 1) // HARI_PEKAN}"
    return next((f"H-{batas}" for batas in AMBANG if sisa <= batas), None)


def sebut_hari(hari: datetime.date) -> str:
    """Return the name of a day: "Senin"."""
    return NAMA_HARI[hari.weekday()]
