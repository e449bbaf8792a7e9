"""Writes what the docs say of the code: docs/arsitektur.md and docs/konteks.md (for developers)."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from pelaporan.dokumen_konteks import build_dokumen
from sakip.umum.diagram import replace_diagram


class Command(BaseCommand):
    """``manage.py gambar_arsitektur``."""

    help = "Perbarui docs/arsitektur.md dan docs/konteks.md dari kode."

    def handle(self, *args: Any, **options: Any) -> None:
        """Rewrite the part between the markers."""
        berkas = settings.BASE_DIR / "docs" / "arsitektur.md"
        berkas.write_text(replace_diagram(berkas.read_text(encoding="utf-8")), encoding="utf-8")
        (settings.BASE_DIR / "docs" / "konteks.md").write_text(build_dokumen(), encoding="utf-8")
        self.stdout.write("docs/arsitektur.md dan docs/konteks.md diperbarui.")
