"""App configuration."""

from django.apps import AppConfig


class AnggaranConfig(AppConfig):
    """Budget: DPA, pagu, realisasi."""

    name = "anggaran"
    verbose_name = "Anggaran"

    def ready(self) -> None:
        """Register the triggers of this app."""
        from anggaran import pemicu  # noqa: F401
