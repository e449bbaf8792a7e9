"""App configuration."""

from django.apps import AppConfig


class KinerjaConfig(AppConfig):
    """Indicators, promises, measurement."""

    name = "kinerja"
    verbose_name = "Kinerja"

    def ready(self) -> None:
        """Register the triggers of this app, and what the DPA and imports of the budget ask of it."""
        from anggaran.alur import daftarkan_penyalin
        from anggaran.sipd.kait import daftarkan_keadaan
        from kinerja import pemicu  # noqa: F401
        from kinerja.keadaan_sipd import KeadaanKantor
        from kinerja.salin_dpa import salin_target_dpa

        daftarkan_penyalin(salin_target_dpa)
        daftarkan_keadaan(KeadaanKantor)
