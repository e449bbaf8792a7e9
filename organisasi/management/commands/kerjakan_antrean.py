"""Empties the queue and ends; the web process begins it (``organisasi.unggahan.pekerja``)."""

from __future__ import annotations

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

from organisasi.unggahan.pekerja import ambil_tempat, is_ada_antrean


class Command(BaseCommand):
    """``manage.py kerjakan_antrean``."""

    help = (
        "Kerjakan unggahan yang menunggu, lalu berhenti. Dijalankan sendiri oleh aplikasi; dengan "
        "SAKIP_PEKERJA=luar pakai manage.py db_worker sebagai layanan."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        """Work while there is something to do and a place to do it in."""
        while is_ada_antrean():
            with ambil_tempat() as ada:
                if not ada:
                    return
                call_command("db_worker", batch=True, startup_delay=False, reload=False, verbosity=1)
