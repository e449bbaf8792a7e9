"""Readiness in a browser: accessible at both widths with every fold open, and answered without JavaScript."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.test import Client

from pelaporan.models import JawabanKriteria, KriteriaEvaluasi
from sakip.umum.pemuat import muat_berkas
from tests.pelaporan.kantor_uji import TAHUN
from tests.pemeran import Pemeran
from tests.test_akses import axe, buka
from tests.test_perjalanan import LAYAR

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]


@pytest.fixture(scope="session")
def base_url():
    """Ours instead of pytest-base-url's, whose form pytest 9 calls deprecated."""
    return ""


@pytest.fixture
def p(live_server):
    muat_berkas(settings.BASE_DIR / "fixtures" / "rujukan" / "06-kriteria-evaluasi.json")
    return Pemeran()


@pytest.mark.parametrize("layar", sorted(LAYAR))
def test_readiness_is_accessible_and_fits(browser, live_server, p, layar):
    h = buka(browser, live_server, p.ani, layar)
    assert h.goto(f"{live_server.url}/kantor/alfa/{TAHUN}/kesiapan/").status == 200
    keluhan = axe(h)
    h.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    keluhan += axe(h)
    assert h.evaluate("document.documentElement.scrollWidth") <= LAYAR[layar][0]
    k = KriteriaEvaluasi.objects.get(nomor="3.a.5")
    h.click(f"#jawab-{k.pk} button")  # nothing chosen, nothing written
    h.wait_for_selector(f"#jawab-{k.pk} .pesan-medan")
    keluhan += axe(h)
    h.context.close()
    assert keluhan == [], "\n".join(keluhan)


def test_an_answer_needs_no_script(browser, live_server, p):
    c = Client()
    c.force_login(p.citra, backend="django.contrib.auth.backends.ModelBackend")
    nama = settings.SESSION_COOKIE_NAME
    konteks = browser.new_context(java_script_enabled=False, locale="id-ID")
    konteks.add_cookies([{"name": nama, "value": c.cookies[nama].value, "url": live_server.url}])
    h = konteks.new_page()
    h.goto(f"{live_server.url}/kantor/alfa/{TAHUN}/pelaporan/")
    h.click("text=Kesiapan evaluasi")
    k = KriteriaEvaluasi.objects.get(nomor="3.c.1")
    baris = h.locator(f"#kriteria-{k.pk}")
    baris.locator("summary", has_text="Jawab").click()
    baris.locator("label", has_text="Ya").click()
    baris.locator("textarea").fill("Dibahas dalam rapat pimpinan tanggal 5 Maret 2024.")
    baris.locator("button").click()
    assert h.url.endswith(f"#kriteria-{k.pk}")
    assert "Dijawab kantor" in baris.inner_text()
    assert "rapat pimpinan tanggal 5 Maret 2024" in baris.inner_text()
    konteks.close()
    assert JawabanKriteria.objects.get().oleh == p.citra
