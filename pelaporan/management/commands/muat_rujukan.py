"""Loads the reference data that every government shares."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from sakip.umum.pemuat import DataTidakSah, muat_berkas


class Command(BaseCommand):
    """``manage.py muat_rujukan``."""

    help = (
        "Muat data rujukan (pangkat, satuan, dasar hukum, skala, nomenklatur, kriteria); yang sudah ada "
        "dibiarkan."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        """Create what is missing, change nothing."""
        jalur = sorted((settings.BASE_DIR / "fixtures" / "rujukan").glob("*.json"))
        try:
            hasil = muat_berkas(*jalur)
        except DataTidakSah as galat:
            raise CommandError(" ".join(str(galat).split())) from galat
        self.stdout.write(f"Rujukan: {hasil.dibuat} baris baru, {hasil.sudah_ada} sudah ada.")
