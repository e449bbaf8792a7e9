"""What every test gets: no network, undefined template variables fail, a browser that starts."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest
from django.conf import settings

LOKAL = ("127.0.0.1", "::1", "localhost")


@pytest.fixture(autouse=True)
def tanpa_jaringan(monkeypatch):
    """No test leaves this machine."""
    asli = socket.socket.connect

    def connect(self, alamat):
        if isinstance(alamat, tuple) and alamat[0] not in LOKAL:
            raise RuntimeError(f"uji mencoba jaringan: {alamat}")
        return asli(self, alamat)

    monkeypatch.setattr(socket.socket, "connect", connect)


@pytest.fixture(autouse=True)
def folder_media(tmp_path, settings):
    """Every test has its own folder of uploads."""
    settings.MEDIA_ROOT = str(tmp_path / "media")
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    settings.SECURE_SSL_REDIRECT = False
    settings.SESSION_COOKIE_SECURE = False
    settings.CSRF_COOKIE_SECURE = False


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
    """Folders that Django and WhiteNoise want to exist; a strict invalid-variable marker."""
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    settings.TEMPLATES[0]["OPTIONS"]["string_if_invalid"] = _TidakTerdefinisi()


class _TidakTerdefinisi(str):
    """Raises for an undefined variable of our own templates; Django's admin relies on undefined ones."""

    def __mod__(self, nama):
        import inspect

        for bingkai in inspect.stack():
            diri = bingkai.frame.f_locals.get("self")
            asal = getattr(getattr(diri, "origin", None), "name", "")
            if asal:
                if str(settings.BASE_DIR / "templates") in asal and "/templates/admin/" not in asal:
                    raise AssertionError(f"variabel templat tidak terdefinisi: {nama} ({asal})")
                return ""
        return ""

    def __contains__(self, kunci):
        return kunci == "%s"
