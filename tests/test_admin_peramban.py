"""The admin in headless Chromium: accessible, on a phone too; what was typed is never lost."""

from __future__ import annotations

from decimal import Decimal as D

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client
from django.urls import reverse

from anggaran.models import DPA, PaguAnggaran, RealisasiAnggaran
from kinerja.models import Indikator, PerjanjianKinerja, RencanaAksi, TargetRKT
from organisasi.models import Pengguna, PerangkatDaerah
from pelaporan.models import Lampiran, Laporan, Narasi
from renstra.models import Sasaran, Tujuan
from tests.bahan_admin import alamat, isi_kantor
from tests.pelaporan.kantor_uji import TAHUN, rapi
from tests.pemeran import SANDI

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]
ATURAN = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
PULIH = "Isian yang belum tersimpan dipulihkan"


@pytest.fixture(scope="session")
def base_url():
    """Ours instead of pytest-base-url's, whose form pytest 9 calls deprecated."""
    return ""


class _Keluhan(list):
    """Complaints of the browser; those that axe causes with its own styles and fetches do not count."""

    diam = False

    def catat(self, teks):
        if not self.diam:
            self.append(teks)


def axe(page):
    """Return what axe finds."""
    page.keluhan.diam = True
    hasil = Axe().run(page, options=ATURAN).response["violations"]
    page.wait_for_timeout(50)
    page.keluhan.diam = False
    return hasil


@pytest.fixture
def buka(page, live_server):
    """Return a function that logs a person in and opens a page; complaints of the browser fail the test."""
    page.keluhan = keluhan = _Keluhan()
    page.on("console", lambda p: keluhan.catat(p.text) if p.type in ("error", "warning") else None)
    page.on("pageerror", lambda galat: keluhan.catat(str(galat)))

    def _buka(orang, url):
        client = Client()
        client.force_login(orang, backend="django.contrib.auth.backends.ModelBackend")
        kue = client.cookies[settings.SESSION_COOKIE_NAME].value
        page.context.add_cookies(
            [{"name": settings.SESSION_COOKIE_NAME, "value": kue, "url": live_server.url}]
        )
        page.goto(live_server.url + url)
        _siap(page)
        return page

    yield _buka
    bukan_kita = ("ERR_FAILED", "ERR_INTERNET")  # a line that a test cut
    assert [k for k in keluhan if not any(b in k for b in bukan_kita)] == []


def _siap(page):
    """Wait until the page's scripts have begun (isian.js waits for the others)."""
    page.wait_for_load_state("load")
    page.wait_for_timeout(150)


def simpanan(page):
    """Return what is kept in the browser."""
    return page.evaluate(
        "Object.fromEntries(Object.entries(localStorage).filter(([k]) => k.startsWith('sakip-isian:')))"
    )


@pytest.mark.parametrize("layar", [(1366, 768), (360, 740)], ids=["laptop", "telepon"])
def test_pages_are_accessible_and_fit(pemeran, buka, page, live_server, layar):
    isi_kantor("isi", pemeran.a)
    page.set_viewport_size({"width": layar[0], "height": layar[1]})
    orang = {"dewi": pemeran.dewi, "eko": pemeran.eko}
    pk = PerjanjianKinerja.objects.get()
    halaman = [
        ("dewi", reverse("admin:index")),
        ("dewi", alamat(Indikator, "changelist")),
        ("dewi", alamat(Indikator, "change", Indikator.objects.first().pk)),
        ("dewi", alamat(PaguAnggaran, "changelist")),
        ("dewi", alamat(DPA, "changelist")),
        ("dewi", alamat(DPA, "add")),
        ("dewi", alamat(PerjanjianKinerja, "change", pk.pk)),
        ("dewi", alamat(PerjanjianKinerja, "history", pk.pk)),
        ("dewi", alamat(PerjanjianKinerja, "delete", pk.pk)),
        ("dewi", alamat(RencanaAksi, "change", RencanaAksi.objects.get().pk)),
        ("dewi", alamat(RealisasiAnggaran, "change", RealisasiAnggaran.objects.first().pk)),
        ("dewi", alamat(Laporan, "change", pemeran.a.laporan.pk)),
        ("dewi", alamat(Lampiran, "add")),
        ("eko", alamat(Pengguna, "changelist")),
        ("eko", alamat(Pengguna, "add")),
        ("eko", alamat(Pengguna, "change", pemeran.ani.pk)),
        ("eko", reverse("admin:auth_user_password_change", args=[pemeran.ani.pk])),
        ("eko", alamat(PerangkatDaerah, "changelist") + "?q=tidakada"),
    ]
    keluhan = []
    for siapa, url in halaman:
        buka(orang[siapa], url)
        page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
        hasil = axe(page)
        keluhan += [f"{url}: {v['id']}: {v['nodes'][0]['html'][:150]}" for v in hasil]
        if page.evaluate("document.documentElement.scrollWidth") > layar[0]:
            keluhan.append(f"{url}: lebih lebar daripada layar")
    assert keluhan == []


def test_a_refused_form_is_accessible_too(pemeran, buka, page):
    i = pemeran.a.indikator("serapan", jenis="persen", satuan=pemeran.a.persen)
    target = rapi(TargetRKT(indikator=i, tahun=TAHUN, nilai=D(80)))
    buka(pemeran.dewi, alamat(TargetRKT, "change", target.pk))
    page.fill("#id_nilai", "135,5")
    page.click("[name=_save]")
    _siap(page)
    assert page.locator(".yakin input").count() == 1
    assert axe(page) == []
    page.check(".yakin input")
    page.click("[name=_save]")
    page.wait_for_selector("[data-tersimpan]")
    assert "nilai 135,5" in page.inner_text("[data-tersimpan]")


def test_a_double_click_sends_once(pemeran, buka, page):
    buka(pemeran.dewi, alamat(Tujuan, "change", pemeran.a.tujuan.pk))
    kiriman = []
    page.on("request", lambda r: kiriman.append(r.url) if r.method == "POST" else None)
    page.fill("#id_uraian", "sekali")
    keadaan = page.evaluate(
        "() => { const t = document.querySelector('[name=_save]'); t.click(); t.click();"
        " return [t.getAttribute('aria-disabled'), t.form.getAttribute('aria-busy')]; }"
    )
    page.wait_for_selector("[data-tersimpan]")
    _siap(page)
    assert keadaan == ["true", "true"] and len(kiriman) == 1
    assert simpanan(page) == {}


def test_a_closed_tab_loses_nothing(pemeran, buka, page):
    url = alamat(Tujuan, "change", pemeran.a.tujuan.pk)
    buka(pemeran.dewi, url)
    assert page.locator(".isian-pulih").count() == 0
    page.fill("#id_uraian", "tulisan panjang yang belum disimpan")
    page.goto("about:blank")
    buka(pemeran.dewi, url)
    assert page.input_value("#id_uraian") == "tulisan panjang yang belum disimpan"
    assert PULIH in page.inner_text(".isian-pulih")
    assert axe(page) == []
    page.click("text=Buang isian ini")
    _siap(page)
    assert page.input_value("#id_uraian") == "Tujuan satu"
    assert page.locator(".isian-pulih").count() == 0 and simpanan(page) == {}


def test_an_ended_session_loses_nothing(pemeran, buka, page, live_server):
    url = alamat(Tujuan, "change", pemeran.a.tujuan.pk)
    buka(pemeran.dewi, url)
    page.fill("#id_uraian", "sebelum sesi berakhir")
    page.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    page.click("[name=_save]")
    page.wait_for_url("**/masuk/**")
    page.fill("#id_username", "dewi")
    page.fill("#id_password", SANDI)
    page.click("main button")
    page.wait_for_url(f"**{url}")
    _siap(page)
    assert page.input_value("#id_uraian") == "sebelum sesi berakhir" and PULIH in page.inner_text(
        ".isian-pulih"
    )
    page.click("[name=_save]")
    page.wait_for_selector("[data-tersimpan]")
    _siap(page)
    assert simpanan(page) == {}
    pemeran.a.tujuan.refresh_from_db()
    assert pemeran.a.tujuan.uraian == "sebelum sesi berakhir"


def test_a_failed_line_loses_nothing(pemeran, buka, page, live_server):
    url = alamat(Tujuan, "add")
    buka(pemeran.dewi, url)
    page.fill("#id_uraian", "di tengah jalan")
    page.context.set_offline(True)
    page.click("[name=_save]")
    page.wait_for_timeout(300)
    page.context.set_offline(False)
    buka(pemeran.dewi, url)
    assert page.input_value("#id_uraian") == "di tengah jalan"


def test_a_refused_field_does_not_forget_the_others(pemeran, buka, page):
    """The page that comes back holds what was typed; a tab closed now still loses nothing."""
    url = alamat(Tujuan, "add")
    buka(pemeran.dewi, url)
    page.fill("#id_uraian", "uraian")
    page.fill("#id_urutan", "1.000")
    page.click("[name=_save]")
    page.wait_for_selector(".errornote")
    _siap(page)
    assert page.locator(".isian-pulih").count() == 0
    page.fill("#id_urutan", "7")
    buka(pemeran.dewi, url)
    assert (page.input_value("#id_uraian"), page.input_value("#id_urutan")) == ("uraian", "7")


def test_added_rows_and_chosen_lists_come_back(pemeran, buka, page):
    k = pemeran.a
    pk = k.pk({k.indikator("satu"): "80"})
    dua = k.indikator("dua")
    url = alamat(PerjanjianKinerja, "change", pk.pk)
    buka(pemeran.dewi, url)
    page.click("#target-group .add-row a")
    page.fill("#id_target-1-urutan", "2")
    page.fill("#id_target-1-nilai", "90")
    page.click("#target-1 .select2-selection >> nth=0")
    page.fill(".select2-search__field", "dua")
    page.click(".select2-results__option:has-text('Indikator dua')")
    page.goto("about:blank")
    buka(pemeran.dewi, url)
    assert page.input_value("#id_target-1-nilai") == "90"
    assert page.input_value("#id_target-1-indikator") == str(dua.pk)
    assert "Indikator dua" in page.inner_text("#target-1")
    page.click("[name=_save]")
    page.wait_for_selector("[data-tersimpan]")
    assert set(pk.target.values_list("indikator__kode", "nilai")) == {("satu", D(80)), ("dua", D(90))}


def test_what_others_wrote_meanwhile_is_named(pemeran, buka, page):
    bagian = Narasi._meta.get_field("bagian").flatchoices[0][0]
    narasi = rapi(Narasi(laporan=pemeran.a.laporan, bagian=bagian, isi="awal"))
    url = alamat(Narasi, "change", narasi.pk)
    buka(pemeran.dewi, url)
    page.fill("#id_isi", "tulisan Dewi")
    page.goto("about:blank")
    narasi.isi = "tulisan Ani"
    narasi.save()
    buka(pemeran.dewi, url)
    assert page.input_value("#id_isi") == "tulisan Dewi"
    assert "kini tersimpan tulisan Ani" in page.inner_text(".isian-pulih")


def test_two_people_never_see_each_others_typing(pemeran, buka, page):
    url = alamat(Tujuan, "change", pemeran.a.tujuan.pk)
    buka(pemeran.dewi, url)
    page.fill("#id_uraian", "rahasia Dewi")
    buka(pemeran.ani, url)
    assert page.input_value("#id_uraian") == "Tujuan satu"
    buka(pemeran.dewi, url)
    assert page.input_value("#id_uraian") == "rahasia Dewi"


def test_log_out_forgets_everything(pemeran, buka, page):
    url = alamat(Tujuan, "change", pemeran.a.tujuan.pk)
    buka(pemeran.dewi, url)
    page.fill("#id_uraian", "belum disimpan")
    assert len(simpanan(page)) == 1
    page.click("text=Keluar")
    page.wait_for_url("**/masuk/**")
    assert simpanan(page) == {}


def test_passwords_files_and_tokens_are_never_kept(pemeran, buka, page):
    buka(pemeran.eko, alamat(Pengguna, "add"))
    page.fill("#id_username", "baru")
    page.fill("#id_password1", "sangat-rahasia-1")
    page.fill("#id_password2", "sangat-rahasia-1")
    isi = "".join(simpanan(page).values())
    assert "baru" in isi
    token = page.input_value("[name=csrfmiddlewaretoken] >> nth=0")
    assert "sangat-rahasia" not in isi and token not in isi and "kirim_id" not in isi
    buka(pemeran.dewi, alamat(Lampiran, "add"))
    page.set_input_files("#id_unggah", {"name": "sk.pdf", "mimeType": "application/pdf", "buffer": b"%PDF"})
    page.fill("#id_judul", "SK")
    isi = "".join(simpanan(page).values())
    assert "SK" in isi and "sk.pdf" not in isi


def test_ticks_of_a_list_are_not_kept(pemeran, buka, page):
    buka(pemeran.dewi, alamat(Sasaran, "changelist"))
    page.check("#action-toggle")
    page.goto("about:blank")
    buka(pemeran.dewi, alamat(Sasaran, "changelist"))
    assert simpanan(page) == {} and page.locator(".isian-pulih").count() == 0


def test_lists_and_calendar_speak_indonesian(pemeran, buka, page):
    buka(pemeran.dewi, alamat(DPA, "add"))
    page.click(".select2-selection >> nth=0")
    page.fill(".select2-search__field", "tidakadaini")
    page.wait_for_selector(".select2-results__message")
    assert "Tidak ada data yang sesuai" in page.inner_text(".select2-results")
    page.keyboard.press("Escape")
    page.click("#calendarlink0")
    kalender = page.inner_text("#calendarbox0")
    assert "Batal" in kalender and "Hari ini" in kalender and "Cancel" not in kalender
