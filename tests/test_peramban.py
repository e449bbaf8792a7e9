"""Headless Chromium: the pages work under the strict CSP, and fit a phone."""

from __future__ import annotations

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse

from tests.pelaporan.kantor_uji import KantorUji

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]
SANDI = "sandi uji yang panjang"
LEBAR = {"laptop": (1280, 800), "telepon": (390, 844)}


@pytest.fixture(scope="session")
def base_url():
    """Ours instead of pytest-base-url's, whose form pytest 9 calls deprecated."""
    return ""


@pytest.fixture
def laporan(live_server):
    get_user_model().objects.create_superuser("demo", password=SANDI, first_name="Ani", last_name="Rahmawati")
    kantor = KantorUji()
    kantor.pk({kantor.indikator("A"): 10})
    return kantor.laporan


@pytest.mark.parametrize("layar", sorted(LEBAR))
def test_log_in_and_read(page, live_server, laporan, layar):
    lebar, tinggi = LEBAR[layar]
    page.set_viewport_size({"width": lebar, "height": tinggi})
    keluhan: list[str] = []
    page.on(
        "console", lambda pesan: keluhan.append(pesan.text) if pesan.type in ("error", "warning") else None
    )
    page.on("pageerror", lambda galat: keluhan.append(str(galat)))

    page.goto(live_server.url + laporan.get_absolute_url())
    assert "/masuk/" in page.url
    _muat_di_layar(page, lebar)
    page.fill("#id_username", "demo")
    page.fill("#id_password", SANDI)
    page.click("main button")
    page.wait_for_url("**" + laporan.get_absolute_url())
    _muat_di_layar(page, lebar)
    assert page.locator(".kertas > section").count() > 5
    page.click('.daftar-bab a[href="#bab3"]')
    assert page.locator("#bab3").evaluate("e => Math.abs(e.getBoundingClientRect().top) < innerHeight")

    page.goto(live_server.url + reverse("daftar_laporan", args=[laporan.tahun]))
    assert page.locator("h1").inner_text() == f"1 laporan kinerja {laporan.tahun}"
    _muat_di_layar(page, lebar)
    page.click("text=Kecamatan Uji")
    page.wait_for_url("**" + laporan.get_absolute_url())
    page.click("text=Keluar")
    page.wait_for_url("**/masuk/")
    assert keluhan == []


def _muat_di_layar(page, lebar: int) -> None:
    """The body never scrolls sideways."""
    assert page.evaluate("document.documentElement.scrollWidth") <= lebar, page.url
