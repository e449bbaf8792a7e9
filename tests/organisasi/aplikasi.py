"""Registers the kind of upload of the tests, as an app does it."""

from django.apps import AppConfig


class AplikasiUji(AppConfig):
    name = "tests.organisasi"
    label = "uji_organisasi"

    def ready(self):
        from organisasi.unggahan.penangan import daftarkan
        from tests.organisasi.penangan_uji import PenanganUji

        daftarkan(PenanganUji())
