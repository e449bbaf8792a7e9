"""App configuration."""

from django.apps import AppConfig


class PelaporanConfig(AppConfig):
    """Reports."""

    name = "pelaporan"
    verbose_name = "Pelaporan"

    def ready(self) -> None:
        """Register the workbook as a kind of upload."""
        from organisasi.unggahan.penangan import daftarkan
        from pelaporan.buku.penangan import PenanganBuku

        daftarkan(PenanganBuku())
