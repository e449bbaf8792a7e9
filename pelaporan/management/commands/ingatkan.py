"""Sends the reminders of a day; made for cron, once a day."""

from __future__ import annotations

import argparse
import datetime
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from pelaporan.pengingat import ingatkan


def baca_hari(teks: str) -> datetime.date:
    """Read YYYY-MM-DD."""
    try:
        return datetime.date.fromisoformat(teks)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"{teks} bukan tanggal. Tulis tahun-bulan-hari, misalnya 2024-02-22."
        ) from None


class Command(BaseCommand):
    """``manage.py ingatkan [--hari YYYY-MM-DD] [--kering]``."""

    help = (
        "Kirim pengingat tenggat lewat surel: H-7, H-3, H-1, lewat, lalu tiap tujuh hari. Boleh dijalankan "
        "berulang: yang sudah terkirim tidak dikirim lagi."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the day and whether to try only."""
        parser.add_argument("--hari", type=baca_hari, default=None, help="hari ini bila tidak ditulis")
        parser.add_argument("--kering", action="store_true", help="tampilkan saja; tidak ada yang dikirim")

    def handle(self, *args: Any, **options: Any) -> None:
        """Send, and say what was done; end with an error where a message failed."""
        kering: bool = options["kering"]
        hasil = ingatkan(options["hari"] or timezone.localdate(), kering=kering)
        for surat in hasil.terkirim:
            self.stdout.write(f"{surat.pengguna} <{surat.pengguna.email}>: {surat.perihal}")
            for butir in surat.butir if kering else ():
                self.stdout.write(f"  {butir.judul}; {butir.sebut_tenggat}, {butir.sebut_sisa}")
        apa = "akan dikirim" if kering else "terkirim"
        tanpa = f" ({', '.join(hasil.tanpa_surel)})" if hasil.tanpa_surel else ""
        self.stdout.write(
            f"{len(hasil.terkirim)} surel {apa}, {len(hasil.gagal)} gagal, {len(hasil.tanpa_surel)} orang "
            f"tanpa alamat surel{tanpa}."
        )
        if hasil.gagal:
            raise CommandError(
                f"Surel untuk {', '.join(hasil.gagal)} gagal. Periksa SAKIP_SMTP_*, lalu jalankan lagi."
            )
