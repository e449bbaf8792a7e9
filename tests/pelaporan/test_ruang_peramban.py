"""Writing in Chromium: figures from the menu, the preview, saving by itself, two tabs, a phone, no script."""

from __future__ import annotations

import re
from contextlib import contextmanager

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client
from django.urls import reverse
from playwright.sync_api import expect

from pelaporan.models import Narasi
from pelaporan.ruang import LEMBAR
from tests.kinerja.panggung_ukur import PanggungUkur
from tests.pelaporan.kantor_uji import TAHUN, rapi
from tests.pemeran import Pemeran

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]
LAYAR = {"laptop": (1366, 768), "telepon": (360, 740)}
ATURAN = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
ISU = "bab1.isu"
# One of each kind: text alone, data alone, wide tables, figures, scans. All are measured, these are searched.
DIPERIKSA = ("depan.ikhtisar", ISU, "bab1.hukum", "tabel.t_capaian", "tabel.t_efisiensi_program", "lampiran")
SIMPAN = 10_000  # ms: the pause after the last key, and the save


@pytest.fixture(scope="session")
def base_url():
    """Ours instead of pytest-base-url's, whose form pytest 9 calls deprecated."""
    return ""


@pytest.fixture
def pentas(live_server):
    """The cast, an office with a measured indicator, and the address."""
    p = Pemeran()
    ukur = PanggungUkur(p.a)
    ukur.k.setahun(ukur.skm, 80)
    return p, live_server.url


@contextmanager
def sebagai(browser, pentas, siapa, layar="laptop", javascript=True, boleh=()):
    """Open a browser as a person; its console may complain of nothing but ``boleh``."""
    p, alamat = pentas
    client = Client()
    client.force_login(getattr(p, siapa), backend="django.contrib.auth.backends.ModelBackend")
    kue = client.cookies[settings.SESSION_COOKIE_NAME].value
    lebar, tinggi = LAYAR[layar]
    konteks = browser.new_context(
        viewport={"width": lebar, "height": tinggi}, java_script_enabled=javascript, locale="id-ID"
    )
    konteks.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": kue, "url": alamat}])
    h = konteks.new_page()
    keluhan: list[str] = []
    h.on("console", lambda m: keluhan.append(m.text) if m.type in ("error", "warning") else None)
    h.on("pageerror", lambda galat: keluhan.append(str(galat)))
    yield h
    for satu in konteks.pages:  # nothing may be on its way when the rows are taken back
        satu.goto("about:blank")
        satu.wait_for_timeout(400)
    assert [k for k in keluhan if not any(b in k for b in boleh)] == []
    konteks.close()


def buka(h, pentas, bagian=ISU):
    h.goto(pentas[1] + reverse("ruang_bagian", args=["alfa", TAHUN, bagian]))


def keadaan(h):
    return h.locator("[data-simpanan]")


def isi(bagian=ISU):
    return Narasi.objects.filter(bagian=bagian).values_list("isi", flat=True).first()


def tunggu_isi(h, teks, bagian=ISU):
    """Wait for what is stored: the line may still tell of the save before."""
    for _ in range(100):
        if isi(bagian) == teks:
            return
        h.wait_for_timeout(100)
    assert isi(bagian) == teks


def test_a_figure_is_found_by_typing_inserted_at_the_cursor_and_previewed(browser, pentas):
    with sebagai(browser, pentas, "ani") as h:
        buka(h, pentas)
        h.fill("#isi-tulisan", "Nilai SKM mencapai dari target.")
        h.evaluate("document.querySelector('#isi-tulisan').setSelectionRange(19, 19)")
        h.focus("#cari-token")
        h.keyboard.type("capaian skm")
        expect(h.locator("#daftar-token li:visible").first).to_have_attribute("aria-selected", "true")
        h.keyboard.press("ArrowDown")
        h.keyboard.press("ArrowUp")
        terpilih = h.locator('#daftar-token [aria-selected="true"]')
        assert h.get_attribute("#cari-token", "aria-activedescendant") == terpilih.get_attribute("id")
        kunci = terpilih.get_attribute("data-kunci")
        nilai = terpilih.locator(":nth-child(2)").inner_text()
        h.keyboard.press("Enter")
        assert h.input_value("#isi-tulisan") == f"Nilai SKM mencapai [[{kunci}]]dari target."
        assert h.evaluate("document.activeElement.id") == "isi-tulisan"
        expect(h.locator("[data-pratinjau-isi] .terhitung")).to_have_text(nilai)
        expect(keadaan(h)).to_have_text(re.compile(r"^Tersimpan pukul \d\d\.\d\d\.$"), timeout=SIMPAN)
        tunggu_isi(h, f"Nilai SKM mencapai [[{kunci}]]dari target.")
        expect(h.locator(".ruang-bab-lebar .ruang-hitung")).to_contain_text("1 draf")
        h.locator("#daftar-token li:visible").first.click()
        assert h.input_value("#isi-tulisan").count("[[") == 2
        h.click(".bilah-aksi .tombol >> nth=0")
        expect(h.locator(".pesan-baik")).to_have_text("Tulisan tersimpan.")


def test_a_finding_appears_for_a_typed_figure_and_goes_with_its_token(browser, pentas):
    with sebagai(browser, pentas, "ani") as h:
        buka(h, pentas, "bab4.kesimpulan")
        temuan = h.locator(".ruang-sisi [data-potongan=temuan]")
        h.fill("#isi-tulisan", "Capaian SKM pada tahun ini sebesar 12,34%.")
        h.locator("#isi-tulisan").blur()
        expect(temuan).to_contain_text("12,34%", timeout=SIMPAN)
        h.fill("#isi-tulisan", "Capaian SKM pada tahun ini sebesar [[capaian:skm]].")
        h.locator("#isi-tulisan").blur()
        expect(temuan).not_to_contain_text("12,34%", timeout=SIMPAN)


def test_two_tabs_show_both_texts(browser, pentas):
    p, _ = pentas
    rapi(Narasi(laporan=p.a.laporan, bagian=ISU, isi="Isu lama."))
    with sebagai(browser, pentas, "ani", boleh=("409",)) as h:
        buka(h, pentas)
        lain = h.context.new_page()
        buka(lain, pentas)
        lain.fill("#isi-tulisan", "Isu dari lembar kedua.")
        lain.locator("#isi-tulisan").blur()
        expect(keadaan(lain)).to_contain_text("Tersimpan pukul", timeout=SIMPAN)
        h.fill("#isi-tulisan", "Isu dari lembar pertama.")
        expect(h.locator(".ruang-bentrok")).to_contain_text("kedua", timeout=SIMPAN)
        expect(keadaan(h)).to_contain_text("Belum tersimpan: bagian ini diubah")
        assert h.input_value("#isi-tulisan") == "Isu dari lembar pertama."
        assert isi() == "Isu dari lembar kedua."
        h.reload()  # what was typed comes back, and both texts with it
        expect(h.locator(".ruang-bentrok")).to_contain_text("kedua", timeout=SIMPAN)
        h.click("text=Simpan tulisan saya")
        expect(h.locator(".pesan-baik")).to_contain_text("tersimpan")
        assert isi() == "Isu dari lembar pertama."
        lain.fill("#isi-tulisan", "Isu ketiga.")
        expect(lain.locator(".ruang-bentrok")).to_be_visible(timeout=SIMPAN)
        lain.click("text=Pakai tulisan yang tersimpan")
        expect(lain.locator("#isi-tulisan")).to_have_value("Isu dari lembar pertama.")
        assert (
            lain.evaluate("Object.keys(localStorage).filter(k => k.startsWith('sakip-isian:')).length") == 0
        )


def test_what_was_typed_outlives_a_lost_line_and_a_lost_session(browser, pentas):
    with sebagai(browser, pentas, "ani", boleh=("ERR_INTERNET",)) as h:
        buka(h, pentas)
        h.context.set_offline(True)
        h.fill("#isi-tulisan", "Ditulis tanpa sambungan.")
        expect(keadaan(h)).to_have_text(
            "Belum tersimpan: sambungan terputus, tulisan Anda disimpan di komputer ini.", timeout=SIMPAN
        )
        h.context.set_offline(False)
        h.reload()
        expect(h.locator("#isi-tulisan")).to_have_value("Ditulis tanpa sambungan.")
        expect(keadaan(h)).to_contain_text("Tersimpan pukul", timeout=SIMPAN)
        kue = h.context.cookies()
        h.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
        h.fill("#isi-tulisan", "Ditulis setelah sesi berakhir.")
        expect(keadaan(h)).to_contain_text("Anda perlu masuk lagi", timeout=SIMPAN)
        assert isi() == "Ditulis tanpa sambungan."
        h.context.add_cookies(kue)
        h.reload()
        expect(keadaan(h)).to_contain_text("Tersimpan pukul", timeout=SIMPAN)
        assert isi() == "Ditulis setelah sesi berakhir."


@pytest.mark.parametrize(
    ("kode", "kalimat", "lagi"),
    [
        (500, "server sedang bermasalah; tulisan Anda disimpan di komputer ini.", True),
        (502, "server sedang bermasalah", True),
        (403, "halaman ini kedaluwarsa atau Anda tidak lagi menulis bagian ini", False),
        (404, "bagian atau laporan ini tidak ada lagi", False),
        (200, "jawaban server tidak dikenali", False),
    ],
)
def test_each_failure_of_a_save_is_named_and_none_but_the_login_page_asks_to_log_in(
    browser, pentas, kode, kalimat, lagi
):
    with sebagai(browser, pentas, "ani", boleh=(str(kode),)) as h:
        buka(h, pentas)
        h.route("**/simpan/", lambda r: r.fulfill(status=kode, content_type="text/html", body="<p>x</p>"))
        h.fill("#isi-tulisan", "Tulisan Ani.")
        h.locator("#isi-tulisan").blur()
        expect(keadaan(h)).to_contain_text(f"Belum tersimpan: {kalimat}", timeout=SIMPAN)
        assert "masuk" not in keadaan(h).inner_text()
        h.unroute("**/simpan/")
        h.fill("#isi-tulisan", "Tulisan Ani lagi.")
        h.locator("#isi-tulisan").blur()
        if lagi:
            expect(keadaan(h)).to_contain_text("Tersimpan pukul", timeout=SIMPAN)
        else:
            h.wait_for_timeout(1000)
            assert isi() is None  # until the page is read again
        h.reload()
        expect(h.locator("#isi-tulisan")).to_have_value("Tulisan Ani lagi.")
        expect(keadaan(h)).to_contain_text(re.compile("Tersimpan pukul|disimpan sendiri"), timeout=SIMPAN)


DIAM = 5000  # ms: longer than the pause after which a page saves by itself


def _tulis_dewi(browser, pentas):
    with sebagai(browser, pentas, "dewi") as dewi:
        buka(dewi, pentas)
        dewi.fill("#isi-tulisan", "Isu dari Dewi.")
        dewi.locator("#isi-tulisan").blur()
        expect(keadaan(dewi)).to_contain_text("Tersimpan pukul", timeout=SIMPAN)


def test_a_text_of_another_person_is_never_overwritten_without_a_decision(browser, pentas):
    p, _ = pentas
    rapi(Narasi(laporan=p.a.laporan, bagian=ISU, isi="Isu lama."))
    with sebagai(browser, pentas, "ani", boleh=("409",)) as h:
        buka(h, pentas)
        _tulis_dewi(browser, pentas)
        h.fill("#isi-tulisan", "Isu dari Ani.")
        expect(h.locator(".ruang-bentrok")).to_contain_text("Dewi", timeout=SIMPAN)
        h.locator("#isi-tulisan").press_sequentially(" X")
        h.locator("#isi-tulisan").blur()
        for _ in range(2):  # left and come back, more than once
            h.goto("about:blank")
            buka(h, pentas)
            expect(h.locator(".ruang-bentrok")).to_contain_text("Dewi", timeout=SIMPAN)
            assert h.input_value("#isi-tulisan").endswith(" X")
            h.locator("#isi-tulisan").press_sequentially(" X")
            h.locator("#isi-tulisan").blur()
            h.wait_for_timeout(DIAM)
            assert isi() == "Isu dari Dewi."
        h.click("text=Simpan tulisan saya")
        expect(h.locator(".pesan-baik")).to_have_text("Tulisan tersimpan.")
        assert isi() == "Isu dari Ani. X X X"
        h.fill("#isi-tulisan", "Isu dari Ani, lanjut.")  # decided: it saves by itself again
        expect(keadaan(h)).to_contain_text("Tersimpan pukul", timeout=SIMPAN)


def test_a_conflict_that_the_server_showed_is_not_decided_by_typing_or_by_a_refused_mark(browser, pentas):
    p, _ = pentas
    rapi(Narasi(laporan=p.a.laporan, bagian=ISU, isi="Isu lama."))
    with sebagai(browser, pentas, "ani", boleh=("409", "400")) as h:
        buka(h, pentas)
        _tulis_dewi(browser, pentas)
        h.fill("#isi-tulisan", "Isu dari Ani.")
        h.click(".bilah-aksi .tombol >> nth=0")  # sent as a form: the answer is a page
        expect(h.locator(".ruang-bentrok")).to_contain_text("Dewi")
        h.locator("#isi-tulisan").press_sequentially(" X")
        h.wait_for_timeout(DIAM)
        assert isi() == "Isu dari Dewi."
        buka(h, pentas)
        expect(h.locator(".ruang-bentrok")).to_contain_text("Dewi", timeout=SIMPAN)
        h.fill("#isi-tulisan", "Isu **dari Ani.")
        h.click("text=Simpan tulisan saya")  # decided, and refused for its marks
        expect(h.locator("#galat-tulisan")).to_contain_text("berpasangan")
        h.fill("#isi-tulisan", "Isu **dari** Ani.")
        h.wait_for_timeout(DIAM)
        assert isi() == "Isu dari Dewi."
        h.click(".bilah-aksi .tombol >> nth=0")
        expect(h.locator(".pesan-baik")).to_have_text("Tulisan tersimpan.")
        assert isi() == "Isu **dari** Ani."


def test_marks_from_the_toolbar_and_a_mark_that_is_not_closed(browser, pentas):
    with sebagai(browser, pentas, "ani", boleh=("400",)) as h:
        buka(h, pentas)
        h.fill("#isi-tulisan", "satu dua")
        h.evaluate("document.querySelector('#isi-tulisan').setSelectionRange(0, 4)")
        h.click("[data-alat=tebal]")
        assert h.input_value("#isi-tulisan") == "**satu** dua"
        h.fill("#isi-tulisan", "satu\ndua")
        h.evaluate("document.querySelector('#isi-tulisan').setSelectionRange(0, 8)")
        h.click("[data-alat=daftar]")
        assert h.input_value("#isi-tulisan") == "- satu\n- dua"
        expect(h.locator("[data-pratinjau-isi] li")).to_have_count(2)
        h.click("[data-alat=kutipan]")
        h.keyboard.type("BPS 2023")
        assert h.input_value("#isi-tulisan").endswith("[[kutipan:BPS 2023]]")
        h.fill("#isi-tulisan", "Isu **penting.")
        expect(keadaan(h)).to_have_text("Belum tersimpan: Tanda ** harus berpasangan.", timeout=SIMPAN)
        h.fill("#isi-tulisan", "Isu **penting**.")
        expect(keadaan(h)).to_contain_text("Tersimpan pukul", timeout=SIMPAN)
        h.click("text=Tandai siap")
        expect(h.locator(".pesan-baik")).to_have_text("Tersimpan dan ditandai siap.")
        assert Narasi.objects.get().keadaan == "siap"


def test_without_javascript_everything_is_there(browser, pentas):
    with sebagai(browser, pentas, "ani", "telepon", javascript=False) as h:
        buka(h, pentas, "tabel.t_capaian")
        assert h.locator("#daftar-token code:visible").count() > 10
        assert h.locator("[data-alat-tulis]:visible, [data-cari]:visible").count() == 0
        h.click("text=Susun draf dari angka")
        expect(h.locator("body")).to_contain_text("Ditawarkan, belum diterima")
        h.click("text=Terima apa adanya")
        expect(h.locator(".pesan-baik")).to_contain_text("Tulisan diterima")
        h.fill("#isi-tulisan", "Capaian SKM [[capaian:skm]].")
        h.click(".bilah-aksi .tombol >> nth=0")
        expect(h.locator(".pesan-baik")).to_contain_text("Tulisan tersimpan.")
        assert isi("tabel.t_capaian") == "Capaian SKM [[capaian:skm]]."
        expect(h.locator("[data-pratinjau-isi] .terhitung")).to_have_text("91,80%")


@pytest.mark.parametrize("layar", sorted(LAYAR))
def test_pages_are_accessible_and_fit(browser, pentas, layar):
    p, alamat = pentas
    rapi(Narasi(laporan=p.a.laporan, bagian=ISU, isi="Isu [[capaian:skm]] dan 12,34%."))
    with sebagai(browser, pentas, "ani", layar) as h:
        lain = [
            reverse("ruang_riwayat", args=["alfa", TAHUN, ISU]),
            reverse("ruang_perubahan", args=["alfa", TAHUN]),
        ]
        semua = {x.kunci: reverse("ruang_bagian", args=["alfa", TAHUN, x.kunci]) for x in LEMBAR}
        for satu in (*semua.values(), *lain):
            h.goto(alamat + satu)
            assert h.evaluate("document.documentElement.scrollWidth") <= LAYAR[layar][0], satu
            if satu not in (*lain, *(semua[k] for k in DIPERIKSA)):
                continue
            h.evaluate("window.scrollTo(0, document.body.scrollHeight)")  # away from the sticky buttons
            pelanggaran = Axe().run(h, options=ATURAN).response["violations"]
            assert [(v["id"], v["nodes"][0]["html"][:150]) for v in pelanggaran] == [], satu


def test_a_phone_shows_section_text_findings_figures_and_chapters_in_this_order(browser, pentas):
    with sebagai(browser, pentas, "ani", "telepon") as h:
        buka(h, pentas)
        urut = [".ruang-lembar", "#isi-tulisan", "#judul-temuan", "#judul-token", ".ruang-bab-sempit summary"]
        atas = [h.locator(s).bounding_box()["y"] for s in urut]
        assert atas == sorted(atas)
        assert h.locator(".ruang-bab-lebar").is_hidden()
        h.click(".ruang-bab-sempit summary")
        h.click(".ruang-bab-sempit >> text=Langkah perbaikan")
        expect(h.locator("h1")).to_have_text("Langkah perbaikan")


def test_what_came_does_not_cover_the_letters_that_went(browser, pentas):
    p, _ = pentas
    rapi(Narasi(laporan=p.a.laporan, bagian=ISU, isi="Isu air bersih."))
    with sebagai(browser, pentas, "ani") as h:
        buka(h, pentas)
        h.fill("#isi-tulisan", "Isu air minum.")
        h.click(".bilah-aksi .tombol >> nth=0")
        h.goto(pentas[1] + reverse("ruang_riwayat", args=["alfa", TAHUN, ISU]))
        assert h.evaluate("getComputedStyle(document.querySelector('.ruang-beda ins')).boxShadow") == "none"
