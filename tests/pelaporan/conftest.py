"""The example offices, composed once for all tests that read their reports (group "terbit")."""

from __future__ import annotations

from io import StringIO

import pytest


@pytest.fixture(scope="session")
def contoh(django_db_setup, django_db_blocker, tmp_path_factory):
    """Both example offices composed once, and the files they name; the rows are taken back."""
    from django.core.management import call_command
    from django.db import transaction
    from django.test import override_settings

    from pelaporan import lampiran
    from pelaporan.models import Laporan
    from pelaporan.susun import build_konteks_lkjip

    konteks = {}
    berkas: dict[str, bytes] = {}
    simpan = lampiran._simpan

    def rekam(isi, jenis_isi, baru):
        satu = simpan(isi, jenis_isi, baru)
        berkas[satu.sha256] = isi
        return satu

    media = str(tmp_path_factory.mktemp("media"))
    with django_db_blocker.unblock(), override_settings(MEDIA_ROOT=media), pytest.MonkeyPatch.context() as mp:
        mp.setattr(lampiran, "_simpan", rekam)
        # pytest-django makes a test database only where a collected test is marked django_db.
        assert not Laporan.objects.exists(), "jalankan seluruh berkas uji ini"
        with transaction.atomic():
            call_command("muat_rujukan", verbosity=0, stdout=StringIO())
            call_command("muat_contoh", verbosity=0, stdout=StringIO())
            for slug, tahun in (("contoh", 2024), ("batang-batang", 2023)):
                laporan = Laporan.objects.get(perangkat_daerah__slug=slug, tahun=tahun)
                konteks[slug] = build_konteks_lkjip(laporan)
            transaction.set_rollback(True)
    return konteks, berkas


@pytest.fixture(scope="session")
def bahan_semua(django_db_setup, django_db_blocker, tmp_path_factory):
    """What the checks read of the three example offices, by slug; loaded once for all tests of the gate."""
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
            call_command("muat_contoh", "--seperti-terbit", verbosity=0, stdout=StringIO())
            semua = {
                laporan.perangkat_daerah.slug: build_bahan_periksa(laporan)
                for laporan in Laporan.objects.select_related("perangkat_daerah__pemda")
            }
            transaction.set_rollback(True)
    return semua
