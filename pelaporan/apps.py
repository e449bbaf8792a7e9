"""App configuration."""

from django.apps import AppConfig


class PelaporanConfig(AppConfig):
    """Reports."""

    name = "pelaporan"
    verbose_name = "Pelaporan"
