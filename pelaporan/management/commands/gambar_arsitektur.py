"""Writes the pages of docs that are made from the code (for developers)."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from pelaporan import dokumen_draf, dokumen_konteks, dokumen_token
from sakip.umum.diagram import replace_diagram
from sakip.umum.teks import gabung_kata

# page -> what makes it whole
HALAMAN: dict[str, Callable[[], str]] = {
    "draf.md": dokumen_draf.build_dokumen,
    "konteks.md": dokumen_konteks.build_dokumen,
    "token.md": dokumen_token.build_dokumen,
}


class Command(BaseCommand):
    """``manage.py gambar_arsitektur``."""

    help = "Perbarui docs/arsitektur.md, docs/konteks.md, dan halaman lain yang dibuat dari kode."

    def handle(self, *args: Any, **options: Any) -> None:
        """Rewrite the part between the markers, and the pages that are made whole."""
        folder = settings.BASE_DIR / "docs"
        berkas = folder / "arsitektur.md"
        berkas.write_text(replace_diagram(berkas.read_text(encoding="utf-8")), encoding="utf-8")
        for nama, buat in HALAMAN.items():
            (folder / nama).write_text(buat(), encoding="utf-8")
        semua = gabung_kata([f"docs/{n}" for n in ("arsitektur.md", *HALAMAN)])
        self.stdout.write(f"{semua} diperbarui.")
