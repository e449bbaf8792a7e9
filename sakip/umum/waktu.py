"""A moment as people read it: in the time zone of the installation."""

from __future__ import annotations

import datetime

from django.utils import timezone

from sakip.umum.tanggal import format_waktu


def sebut_waktu(waktu: datetime.datetime) -> str:
    """Return a stored moment in local time: "26 Februari 2024 pukul 10.05"."""
    return format_waktu(timezone.localtime(waktu))


def sebut_waktu_zona(waktu: datetime.datetime) -> str:
    """Return the same with its zone: "26 Februari 2024 pukul 10.05 WIB"."""
    return f"{sebut_waktu(waktu)} {timezone.localtime(waktu).tzname()}"
