"""axe-core over the pages outside the admin: no violation of WCAG A or AA, at phone and laptop width."""

from __future__ import annotations

from datetime import date

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client
from django.utils import timezone

from organisasi.models import Unggahan
from tests.kinerja.panggung_ukur import PanggungUkur, isian
from tests.pelaporan.kantor_uji import TAHUN
from tests.pemeran import Pemeran
from tests.test_admin_peramban import ATURAN
from tests.test_perjalanan import LAYAR

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]


@pytest.fixture(scope="session")
def base_url():
    """Ours instead of pytest-base-url's, whose form pytest 9 calls deprecated."""
    return ""


def axe(halaman):
    """Return what axe finds, one line each."""
    temuan = Axe().run(halaman, options=ATURAN).response["violations"]
    return [f"{halaman.url}: {v['id']}: {v['nodes'][0]['html'][:160]}" for v in temuan]


def buka(browser, live_server, pengguna, layar):
    """Return a page of a person who is in."""
    c = Client()
    c.force_login(pengguna, backend="django.contrib.auth.backends.ModelBackend")
    lebar, tinggi = LAYAR[layar]
    konteks = browser.new_context(viewport={"width": lebar, "height": tinggi}, locale="id-ID")
    nama = settings.SESSION_COOKIE_NAME
    konteks.add_cookies([{"name": nama, "value": c.cookies[nama].value, "url": live_server.url}])
    return konteks.new_page()


def unggahan_bekerja(p):
    """Return an upload of Ani that is being checked."""
    return Unggahan.objects.create(
        jenis="uji", oleh=p.ani, perangkat_daerah=p.a.kantor, tahun=TAHUN, nama="buku-kerja.xlsx", ukuran=3,
        sha256="0" * 64, berkas="unggahan/x", status="memeriksa", total=4000, dibaca=3000, diperiksa=2000,
        diubah_pada=timezone.now(), hapus_setelah=date(2100, 1, 1),
    )  # fmt: skip


@pytest.mark.usefixtures("penangan_uji")
@pytest.mark.parametrize("layar", sorted(LAYAR))
def test_the_pages_of_the_year_are_accessible(browser, live_server, client, layar):
    p = Pemeran()
    u = PanggungUkur(p.a)
    client.force_login(p.ani, backend="django.contrib.auth.backends.ModelBackend")
    client.post(u.alamat(1), isian(u.skm, nilai="80"))
    akar, unit = f"/kantor/alfa/{TAHUN}/", p.a.unit["Subbag Program"].pk
    bekerja = unggahan_bekerja(p).pk
    halaman = {
        "ani": (
            akar, f"{akar}perencanaan/", f"{akar}perjanjian/", f"{akar}perjanjian/{u.pk.pk}/",
            f"{akar}anggaran/",
            f"{akar}pengukuran/",
            f"{akar}pengukuran/tw/1/", f"{akar}pengukuran/tw/4/?unit=semua",
            f"{akar}pengukuran/tw/1/anggaran/", f"{akar}pengukuran/tw/1/unit/{unit}/",
            f"{akar}pengukuran/tw/1/indikator/{u.skm.pk}/", f"{akar}pelaporan/",
            f"{akar}dokumen/", f"{akar}kalender/",
            f"{akar}ganti-tahun/", f"{akar}tahun-baru/", "/akun/", "/unggahan/", f"/unggahan/{bekerja}/",
        ),
        "eko": (f"/kabupaten/{TAHUN}/", f"/kabupaten/{TAHUN}/jendela/", f"/kabupaten/{TAHUN}/akun/"),
    }  # fmt: skip
    keluhan = []
    for siapa, daftar in halaman.items():
        h = buka(browser, live_server, getattr(p, siapa), layar)
        for alamat in daftar:
            assert h.goto(live_server.url + alamat).status == 200
            keluhan += axe(h)
            if h.evaluate("document.documentElement.scrollWidth") > LAYAR[layar][0]:
                keluhan.append(f"{alamat}: lebih lebar daripada layar")
        if siapa == "ani":  # a refused number
            h.goto(live_server.url + u.alamat(1))
            h.fill(f"#indikator-{u.skm.pk}-nilai", "12.6950.500")
            h.click("button:has-text('Simpan triwulan')")
            keluhan += axe(h)
        h.context.close()
    assert keluhan == [], "\n".join(keluhan)
