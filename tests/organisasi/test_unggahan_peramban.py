"""Progress in Chromium: it moves without a reload, ends by itself, and fits a phone."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from playwright.sync_api import expect

from organisasi.models import Unggahan
from organisasi.unggahan.alur import terima
from tests.pemeran import Pemeran
from tests.test_perjalanan import sebagai

pytestmark = [
    pytest.mark.peramban,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("penangan_uji"),
]


@pytest.fixture(scope="session")
def base_url():
    """Ours instead of pytest-base-url's, whose form pytest 9 calls deprecated."""
    return ""


def test_progress_moves_and_the_decision_appears_without_a_reload_by_hand(browser, live_server):
    p = Pemeran()
    berkas = SimpleUploadedFile("data.txt", b"1 2 3")
    u = terima(berkas, jenis="uji", oleh=p.ani, kantor=p.a.kantor, tahun=2024)

    def kini(**isi):
        Unggahan.objects.filter(pk=u.pk).update(diubah_pada=timezone.now(), **isi)

    kini(status="antre", total=0)
    with sebagai(browser, live_server.url, "ani", "telepon") as h:
        h.goto(f"{live_server.url}/unggahan/{u.pk}/")
        expect(h.locator("[data-kalimat]")).to_have_text("Menunggu giliran diperiksa.")
        assert not h.locator("progress").get_attribute("value")
        kini(status="memeriksa", dibaca=3000, diperiksa=2000, total=4000)
        expect(h.locator("[data-kalimat]")).to_have_text("3.000 baris dibaca, 2.000 dari 4.000 diperiksa.")
        assert h.locator("progress").evaluate("e => e.position") == 0.5
        # Heard by a screen reader: the state changed.
        expect(h.locator("[data-suara]")).to_contain_text("Sedang diperiksa. 3.000 baris dibaca")
        kini(status="siap", dibaca=4000, diperiksa=4000)
        expect(h.locator("button:has-text('Terapkan')")).to_be_visible()
        h.click("button:has-text('Terapkan')")
        expect(h.locator(".pesan-baik")).to_contain_text("Semua perubahan sudah tersimpan.")
