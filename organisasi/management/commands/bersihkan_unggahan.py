"""Deletes uploads past their days; made for cron, once a day."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from organisasi.unggahan.bersih import bersihkan, hapus_yatim


class Command(BaseCommand):
    """``manage.py bersihkan_unggahan``."""

    help = (
        "Hapus unggahan beserta berkasnya setelah SAKIP_UNGGAHAN_HARI hari, berkas yang tidak dipakai lagi, "
        "dan catatan antrean yang lama. Boleh dijalankan berulang."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        """Delete, and say how much."""
        jumlah = bersihkan()
        self.stdout.write(f"{jumlah} unggahan dan {hapus_yatim()} berkas tanpa unggahan dihapus.")
