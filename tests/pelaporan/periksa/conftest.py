"""A clean report for the checks: Kecamatan Contoh 2024 with what its data leaves open filled in."""

from __future__ import annotations

from dataclasses import replace
from io import StringIO

import pytest

from pelaporan.periksa.bahan import BahanPeriksa


@pytest.fixture(scope="session")
def bahan_contoh(django_db_setup, django_db_blocker, tmp_path_factory) -> BahanPeriksa:
    """What the checks read of Kecamatan Contoh 2024, as its data gives it."""
    from django.core.management import call_command
    from django.db import transaction
    from django.test import override_settings

    from pelaporan.models import Laporan
    from pelaporan.susun.periksa import build_bahan_periksa

    media = str(tmp_path_factory.mktemp("media"))
    with django_db_blocker.unblock(), override_settings(MEDIA_ROOT=media):
        # pytest-django makes a test database only where a collected test is marked django_db.
        assert not Laporan.objects.exists(), "tandai berkas uji ini django_db"
        with transaction.atomic():
            call_command("muat_rujukan", verbosity=0, stdout=StringIO())
            call_command("muat_contoh", verbosity=0, stdout=StringIO())
            laporan = Laporan.objects.get(perangkat_daerah__slug="contoh", tahun=2024)
            bahan = build_bahan_periksa(laporan)
            transaction.set_rollback(True)
    return bahan


@pytest.fixture(scope="session")
def bersih(bahan_contoh: BahanPeriksa) -> BahanPeriksa:
    """The same with nothing to find: tests plant one defect in it."""
    from tests.pelaporan.periksa.bersih import bersihkan

    return bersihkan(bahan_contoh)


@pytest.fixture
def ganti_konteks():
    """Return a function (bahan, **parts) that replaces parts of the report."""

    def _ganti(bahan: BahanPeriksa, **bagian) -> BahanPeriksa:
        return replace(bahan, konteks=replace(bahan.konteks, **bagian))

    return _ganti
