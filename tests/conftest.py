"""What every test gets: no network, undefined template variables fail, a browser that starts."""

from __future__ import annotations

import gc
import os
import socket
import sys
from pathlib import Path

import hypothesis
import pytest
from django.conf import settings
from django.template.base import Node

LOKAL = ("127.0.0.1", "::1", "localhost")
MILIK_KITA = str(settings.BASE_DIR / "templates") + os.sep
MILIK_ADMIN = str(settings.BASE_DIR / "templates" / "admin") + os.sep  # blocks of Django's own templates


def _tutup_jaringan():
    """No test leaves this machine: session fixtures included, names included."""

    def jaga(asli):
        def connect(self, alamat):
            if isinstance(alamat, tuple) and alamat[0] not in LOKAL:
                raise RuntimeError(f"uji mencoba jaringan: {alamat}")
            return asli(self, alamat)

        return connect

    asli_nama = socket.getaddrinfo

    def getaddrinfo(host, *args, **kwargs):
        if host not in (None, "", *LOKAL):
            raise RuntimeError(f"uji mencari nama di jaringan: {host}")
        return asli_nama(host, *args, **kwargs)

    socket.socket.connect = jaga(socket.socket.connect)
    socket.socket.connect_ex = jaga(socket.socket.connect_ex)
    socket.getaddrinfo = getaddrinfo


@pytest.fixture(autouse=True)
def folder_media(tmp_path, settings):
    """Every test has its own folder of uploads."""
    settings.MEDIA_ROOT = str(tmp_path / "media")


@pytest.fixture
def pemeran(db):
    """Return the cast (tests/pemeran.py): two offices of one government and who works there."""
    from tests.pemeran import Pemeran

    return Pemeran()


@pytest.fixture
def masuk(client):
    """Return a function that logs a person in on the client and gives it back."""

    def _masuk(pengguna):
        client.force_login(pengguna, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return _masuk


@pytest.fixture
def penangan_uji(monkeypatch):
    """Know one kind of upload more (tests/organisasi/penangan_uji.py)."""
    from organisasi.unggahan import penangan
    from tests.organisasi.penangan_uji import PenanganUji

    monkeypatch.setitem(penangan._terdaftar, "uji", PenanganUji())


@pytest.fixture(scope="module")
def dunia(django_db_setup, django_db_blocker, tmp_path_factory):
    """One world for a whole matrix (tests/matriks.py); every request is rolled back."""
    from django.db import transaction
    from django.test import override_settings

    from tests.matriks import Dunia

    media = str(tmp_path_factory.mktemp("media"))
    with django_db_blocker.unblock(), transaction.atomic(), override_settings(MEDIA_ROOT=media):
        satu = Dunia()
        satu.media = media
        yield satu
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def _pemicu_terangkat_saat_dikosongkan(request):
    """Rows that can only be inserted are emptied after a test with real transactions.

    The flush that follows sends post_migrate, which installs the triggers again.
    """
    tanda = request.node.get_closest_marker("django_db")
    sungguhan = tanda is not None and tanda.kwargs.get("transaction")
    if not sungguhan and not {"transactional_db", "live_server"} & set(request.fixturenames):
        yield
        return
    request.getfixturevalue("transactional_db")
    yield
    from django.db import connection

    from sakip.umum import pemicu

    pemicu.lepas(connection, pemicu.semua())


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """Debian's Chromium, started as root without its background chatter."""
    return {
        **browser_type_launch_args,
        "executable_path": "/usr/bin/chromium",
        "args": [
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
        ],
    }


def pytest_collection_modifyitems(items):
    """Browser tests share one worker: one Chromium, one live server."""
    for item in items:
        if "peramban" in item.keywords:
            item.add_marker(pytest.mark.xdist_group("peramban"))


def pytest_configure():
    """Closed network, folders that Django and WhiteNoise want to exist, strict template variables."""
    _tutup_jaringan()
    gc.freeze()  # what is imported stays; collecting it again and again costs a tenth of the suite
    gc.set_threshold(50_000, 20, 20)
    hypothesis.settings.register_profile("sakip", deadline=None)  # no timed test: CI has other work too
    hypothesis.settings.load_profile("sakip")
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # a cast in every test
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    settings.TEMPLATES[0]["OPTIONS"]["string_if_invalid"] = _TidakTerdefinisi()
    settings.PEKERJA = "langsung"  # long work is done at once, in the test's own transaction
    # The live server reads these once, before any test's own settings: plain http on loopback.
    settings.SECURE_SSL_REDIRECT = settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = False
    settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"


class _TidakTerdefinisi(str):
    """Fails on an undefined variable of our own templates; Django's own rely on undefined ones.

    Django asks for its truth at the very moment a variable is not found (FilterExpression.resolve). The
    node that asked knows its template. False means: go on as in production, with an empty text.
    """

    __slots__ = ()

    def __bool__(self):
        bingkai = sys._getframe(1)
        ekspresi = bingkai.f_locals.get("self")
        while bingkai is not None:
            simpul = bingkai.f_locals.get("self")
            asal = str(getattr(getattr(simpul, "origin", None), "name", ""))
            if isinstance(simpul, Node) and asal:
                if asal.startswith(MILIK_KITA) and not asal.startswith(MILIK_ADMIN):
                    nama = getattr(ekspresi, "token", ekspresi)
                    raise AssertionError(f"variabel templat tidak terdefinisi: {nama} ({asal})")
                return False
            bingkai = bingkai.f_back
        return False
