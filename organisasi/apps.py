"""App configuration."""

from django.apps import AppConfig


class OrganisasiConfig(AppConfig):
    """Governments, offices, people, regulations."""

    name = "organisasi"
    verbose_name = "Organisasi"

    def ready(self) -> None:
        """Register the triggers of this app."""
        from organisasi import pemicu  # noqa: F401
