"""App configuration."""

from django.apps import AppConfig


class AnggaranConfig(AppConfig):
    """Budget: DPA, pagu, realisasi."""

    name = "anggaran"
    verbose_name = "Anggaran"

    def ready(self) -> None:
        """Register the triggers of this app, and the SIPD file as a kind of upload."""
        from anggaran import pemicu  # noqa: F401
        from anggaran.sipd.penangan import PenanganSipd
        from organisasi.unggahan.penangan import daftarkan

        daftarkan(PenanganSipd())
