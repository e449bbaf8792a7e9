"""App configuration."""

from django.apps import AppConfig


class KinerjaConfig(AppConfig):
    """Indicators, promises, measurement."""

    name = "kinerja"
    verbose_name = "Kinerja"

    def ready(self) -> None:
        """Register the triggers of this app."""
        from kinerja import pemicu  # noqa: F401
