"""App configuration."""

from django.apps import AppConfig


class RenstraConfig(AppConfig):
    """Plans and programmes."""

    name = "renstra"
    verbose_name = "Perencanaan"

    def ready(self) -> None:
        """Register the triggers of this app."""
        from renstra import pemicu  # noqa: F401
