"""App configuration of the shared layer and of the admin."""

from django.apps import AppConfig
from django.contrib.admin import apps as admin
from django.core.checks import Tags, register
from django.db.models.signals import post_migrate


class UmumConfig(AppConfig):
    """What every app may use: numbers, dates, fields, triggers."""

    name = "sakip.umum"
    label = "umum"
    default = True
    verbose_name = "Umum"

    def ready(self) -> None:
        """Install triggers after each migrate and check that they are there."""
        from sakip.umum import pemicu, riwayat

        riwayat.pasang()
        post_migrate.connect(pemicu.pasang_setelah_migrate, dispatch_uid="sakip.pemicu")
        register(pemicu.periksa_pemicu, Tags.database)


class AdminSakipConfig(admin.AdminConfig):
    """The one admin site."""

    default = False
    default_site = "sakip.umum.situs.SitusAdmin"
