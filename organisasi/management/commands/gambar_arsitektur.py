"""Writes the diagrams of docs/arsitektur.md from the models (for developers)."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from sakip.umum.diagram import replace_diagram


class Command(BaseCommand):
    """``manage.py gambar_arsitektur``."""

    help = "Perbarui diagram pada docs/arsitektur.md dari model."

    def handle(self, *args: Any, **options: Any) -> None:
        """Rewrite the part between the markers."""
        berkas = settings.BASE_DIR / "docs" / "arsitektur.md"
        berkas.write_text(replace_diagram(berkas.read_text(encoding="utf-8")), encoding="utf-8")
        self.stdout.write(f"{berkas.name} diperbarui.")
