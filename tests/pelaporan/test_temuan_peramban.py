"""The findings in a browser: accessible at both widths, a reason stands, an override without JavaScript."""

from __future__ import annotations

import datetime

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from pelaporan.models import Narasi, TanggapanTemuan
from tests.kinerja.panggung_ukur import PanggungUkur
from tests.pelaporan import pemeriksaan_uji as uji
from tests.pelaporan.kantor_uji import TAHUN, rapi
from tests.pemeran import Pemeran
from tests.test_akses import axe, buka
from tests.test_perjalanan import LAYAR

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]
JALUR = f"/kantor/alfa/{TAHUN}/temuan/"
ALASAN = "Target sudah tercapai pada triwulan II, lihat berita acara."


@pytest.fixture(scope="session")
def base_url():
    """Ours instead of pytest-base-url's, whose form pytest 9 calls deprecated."""
    return ""


@pytest.fixture
def p(live_server, monkeypatch):
    monkeypatch.setattr("pelaporan.periksa.daftar.DAFTAR", uji.DAFTAR)
    pemeran = Pemeran()
    PanggungUkur(pemeran.a)
    rapi(Narasi(laporan=pemeran.a.laporan, bagian=uji.PENGANTAR, isi="Kinerja baik."))
    return pemeran


@pytest.mark.parametrize("layar", sorted(LAYAR))
def test_the_page_is_accessible_and_fits(browser, live_server, p, layar):
    keluhan = []
    for orang in (p.dewi, p.eko):
        h = buka(browser, live_server, orang, layar)
        assert h.goto(live_server.url + JALUR).status == 200
        keluhan += axe(h)
        h.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
        keluhan += axe(h)
        assert h.evaluate("document.documentElement.scrollWidth") <= LAYAR[layar][0]
        h.locator("form[id^=jawab-] button").first.click()  # nothing written
        h.wait_for_selector(".pesan-medan")
        keluhan += axe(h)
        h.context.close()
    assert keluhan == [], "\n".join(keluhan)


def test_the_verifikator_gives_a_reason_and_it_stands(browser, live_server, p):
    h = buka(browser, live_server, p.dewi, "laptop")
    h.goto(f"{live_server.url}/kantor/alfa/{TAHUN}/pelaporan/")
    h.click("text=Lihat temuan")
    assert "2 galat dan 2 peringatan tanpa alasan" in h.inner_text("main")
    baris = h.locator(".temuan li", has_text="Bab I, isu strategis")
    baris.locator("textarea").fill("ok")
    baris.locator("button").click()
    baris.locator(".pesan-medan").wait_for()
    assert baris.locator("textarea").input_value() == "ok"
    baris.locator("textarea").fill(ALASAN)
    baris.locator("button").click()
    baris.locator(".temuan-alasan").wait_for()
    assert "Dewi Anggraini, Verifikator" in baris.inner_text() and ALASAN in baris.inner_text()
    h.click("text=Periksa ulang")
    assert "2 galat dan 1 peringatan tanpa alasan" in h.inner_text("main")
    assert ALASAN in baris.inner_text()
    h.context.close()


def test_a_finding_opens_the_field(browser, live_server, p):
    h = buka(browser, live_server, p.ani, "laptop")
    h.goto(live_server.url + JALUR)
    h.click("text=Isi realisasi")
    h.wait_for_url("**/pengukuran/tw/1/**")
    assert h.locator("tr:target input[type=text]").first.is_visible()
    h.context.close()


def test_an_override_needs_no_script(browser, live_server, p):
    c = Client()
    c.force_login(p.eko, backend="django.contrib.auth.backends.ModelBackend")
    nama = settings.SESSION_COOKIE_NAME
    konteks = browser.new_context(java_script_enabled=False, locale="id-ID")
    konteks.add_cookies([{"name": nama, "value": c.cookies[nama].value, "url": live_server.url}])
    h = konteks.new_page()
    h.goto(live_server.url + JALUR)
    baris = h.locator(".temuan li", has_text="Tabel 2.6, baris 1")
    baris.locator("summary").click()
    baris.locator("textarea").fill("Pagu dikoreksi dalam APBD Perubahan tahun berjalan.")
    baris.locator("input[type=date]").fill("2020-01-01")
    baris.locator("button").click()
    assert "Pilih tanggal setelah hari ini." in baris.inner_text()
    besok = timezone.localdate() + datetime.timedelta(days=1)
    baris.locator("input[type=date]").fill(besok.isoformat())
    baris.locator("button").click()
    assert "Dikecualikan sampai" in baris.inner_text()
    konteks.close()
    assert TanggapanTemuan.objects.get().oleh == p.eko
