"""The year as people live it, in Chromium: fill, send, return, accept, approve; revise; roll over."""

from __future__ import annotations

import re
from contextlib import contextmanager
from decimal import Decimal as D

import pytest
from playwright.sync_api import expect

from anggaran.models import DPA
from kinerja.isian import muat_isian
from kinerja.models import CatatanPemeriksaan, PerjanjianKinerja, Realisasi
from renstra.models import Program
from tests.kinerja.panggung_ukur import PanggungUkur
from tests.pelaporan.kantor_uji import TAHUN
from tests.pemeran import SANDI, Pemeran

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]
LAYAR = {"laptop": (1366, 768), "telepon": (360, 740)}
AKAR = f"/kantor/alfa/{TAHUN}/"


@pytest.fixture(scope="session")
def base_url():
    """Ours instead of pytest-base-url's, whose form pytest 9 calls deprecated."""
    return ""


@pytest.fixture
def pentas(live_server):
    """The cast, an office with open quarters, and the address."""
    p = Pemeran()
    return p, PanggungUkur(p.a), live_server.url


@contextmanager
def sebagai(browser, alamat, siapa, layar, javascript=True):
    """Log a person in through the form; nothing may be complained of on the console."""
    lebar, tinggi = LAYAR[layar]
    konteks = browser.new_context(
        viewport={"width": lebar, "height": tinggi}, java_script_enabled=javascript, locale="id-ID"
    )
    halaman = konteks.new_page()
    keluhan: list[str] = []
    halaman.on("console", lambda m: keluhan.append(m.text) if m.type in ("error", "warning") else None)
    halaman.on("pageerror", lambda galat: keluhan.append(str(galat)))
    halaman.goto(f"{alamat}/masuk/")
    halaman.fill("#id_username", siapa)
    halaman.fill("#id_password", SANDI)
    halaman.click("main button")
    halaman.wait_for_url(re.compile(r"(?!.*/masuk/)"))
    yield halaman
    lebar_isi = halaman.evaluate("document.documentElement.scrollWidth") if javascript else lebar
    assert lebar_isi <= lebar, f"{halaman.url} melebar"
    assert keluhan == []
    konteks.close()


def isi_kisi(h, alamat, u, triwulan, skm, desa):
    h.goto(f"{alamat}{AKAR}pengukuran/tw/{triwulan}/")
    h.fill(f"#indikator-{u.skm.pk}-nilai", skm)
    h.fill(f"#indikator-{u.desa.pk}-nilai", desa)
    h.fill(f"#indikator-{u.rasio.pk}-pembilang", "18")
    h.fill(f"#indikator-{u.rasio.pk}-penyebut", "20")
    if triwulan == 4:
        h.select_option(f"#indikator-{u.sakip.pk}-predikat", "BB")
    h.click("button:has-text('Simpan triwulan')")


def isi_belanja(h, alamat, u, triwulan, rupiah):
    h.goto(f"{alamat}{AKAR}pengukuran/tw/{triwulan}/anggaran/")
    h.fill(f"#subkegiatan-{u.sub.pk}-nilai", rupiah)
    h.click("button:has-text('Simpan triwulan')")


def alamat_unit(alamat, p, triwulan):
    return f"{alamat}{AKAR}pengukuran/tw/{triwulan}/unit/{p.a.unit['Subbag Program'].pk}/"


def kirim(h, alamat, p, triwulan):
    h.goto(alamat_unit(alamat, p, triwulan))
    h.click("button:has-text('Kirim kepada verifikator')")
    expect(h.locator(".pesan-baik")).to_contain_text("terkirim")


@pytest.mark.parametrize("layar", sorted(LAYAR))
def test_the_quarters_of_a_year(browser, pentas, layar):
    p, u, alamat = pentas
    with sebagai(browser, alamat, "ani", layar) as h:
        expect(h.locator("h1")).to_contain_text("isian")
        isi_kisi(h, alamat, u, 1, "79.20", "4")
        expect(h.locator(".pesan-galat")).to_contain_text("Maksud Anda 79,20?")
        assert h.input_value(f"#indikator-{u.skm.pk}-nilai") == "79.20"
        assert not Realisasi.objects.exists()
        h.fill(f"#indikator-{u.skm.pk}-nilai", "79,20")
        h.click("button:has-text('Simpan triwulan')")
        expect(h.locator(".pesan-baik")).to_contain_text("3 isian tersimpan")
        isi_belanja(h, alamat, u, 1, "250.000")
        kirim(h, alamat, p, 1)
        for triwulan, desa in ((2, "5"), (3, "4"), (4, "3")):
            isi_kisi(h, alamat, u, triwulan, "80", desa)
            isi_belanja(h, alamat, u, triwulan, "200.000")
            kirim(h, alamat, p, triwulan)
    with sebagai(browser, alamat, "dewi", layar) as h:
        h.goto(alamat_unit(alamat, p, 1))
        h.fill(f"[name='indikator-{u.skm.pk}-catatan']", "tidak sama dengan hasil survei")
        h.click("button:has-text('Kembalikan')")
        expect(h.locator(".pesan-baik")).to_contain_text("dikembalikan")
    assert CatatanPemeriksaan.objects.get().realisasi.pengukuran.indikator == u.skm
    with sebagai(browser, alamat, "ani", layar) as h:
        expect(h.locator("main")).to_contain_text("tidak sama dengan hasil survei")
        h.goto(f"{alamat}{AKAR}pengukuran/tw/1/")
        expect(h.locator(f"#sel-indikator-{u.skm.pk}")).to_contain_text("Dikembalikan")
        h.fill(f"#indikator-{u.skm.pk}-nilai", "78,5")
        h.click("button:has-text('Simpan triwulan')")
        expect(h.locator(".pesan-baik")).to_contain_text("1 isian tersimpan")
        kirim(h, alamat, p, 1)
    with sebagai(browser, alamat, "dewi", layar) as h:
        for triwulan in (1, 2, 3, 4):
            h.goto(alamat_unit(alamat, p, triwulan))
            h.click("button:has-text('Terima')")
            expect(h.locator(".pesan-baik")).to_contain_text("diterima")
    with sebagai(browser, alamat, "citra", layar) as h:
        h.goto(f"{alamat}{AKAR}pengukuran/")
        for kotak in h.locator("input[name='pilih']").all():
            kotak.check()
        h.click("button:has-text('Setujui yang dicentang')")
        expect(h.locator(".pesan-baik")).to_contain_text("4 triwulan unit disetujui")
        h.goto(f"{alamat}{AKAR}pengukuran/tw/4/?unit=semua")
        expect(h.locator(f"#sel-indikator-{u.desa.pk}")).to_contain_text("94,12%")  # 4 + 5 + 4 + 3 of 17
    isian = muat_isian(p.a.kantor, TAHUN)
    assert [isian.keadaan(p.a.unit["Subbag Program"].pk, t) for t in (1, 2, 3, 4)] == ["disetujui"] * 4


def test_grid_sending_and_approving_without_javascript(browser, pentas):
    p, u, alamat = pentas
    with sebagai(browser, alamat, "ani", "telepon", javascript=False) as h:
        isi_kisi(h, alamat, u, 1, "79,20", "4")
        expect(h.locator(".pesan-baik")).to_contain_text("3 isian tersimpan")
        isi_belanja(h, alamat, u, 1, "250.000")
        kirim(h, alamat, p, 1)
    with sebagai(browser, alamat, "dewi", "laptop", javascript=False) as h:
        h.goto(alamat_unit(alamat, p, 1))
        h.click("button:has-text('Terima')")
    with sebagai(browser, alamat, "citra", "telepon", javascript=False) as h:
        h.goto(alamat_unit(alamat, p, 1))
        h.click("button:has-text('Setujui triwulan ini')")
        expect(h.locator(".pesan-baik")).to_contain_text("disetujui dan terkunci")


@pytest.mark.parametrize("layar", sorted(LAYAR))
def test_a_budget_and_a_promise_are_revised(browser, pentas, layar):
    _p, u, alamat = pentas
    with sebagai(browser, alamat, "ani", layar) as h:
        h.goto(f"{alamat}{AKAR}anggaran/{u.dpa.pk}/revisi/")
        h.check("[name=jenis][value=perubahan]")
        h.fill("[name=nomor]", "900/DPPA/2023")
        h.fill("[name=tanggal]", f"{TAHUN}-10-20")
        h.fill("[name=alasan]", "Tambahan anggaran pada APBD Perubahan.")
        h.click("button:has-text('Buat konsep')")
        baru = DPA.objects.get(urutan=1)
        h.goto(f"{alamat}{AKAR}anggaran/{baru.pk}/")
        h.get_by_label(re.compile("^Pagu, 7.01.02.2.01.0001")).fill("1.250.000")
        h.click("main form button.tombol >> nth=0")
        h.goto(f"{alamat}{AKAR}anggaran/{baru.pk}/tetapkan/")
        h.fill("[name=jumlah]", "1.750.000")
        if h.locator("[name=dibaca]").count():
            h.check("[name=dibaca]")
        h.click("button:has-text('Tetapkan DPA')")
        h.goto(f"{alamat}{AKAR}anggaran/beda/")
        expect(h.locator("main")).to_contain_text("250.000")
        h.goto(f"{alamat}{AKAR}perjanjian/{u.pk.pk}/revisi/")
        h.fill("[name=tanggal]", f"{TAHUN}-11-20")
        h.fill("[name=nomor]", "188/PK-P/2023")
        h.check("[name=alasan][value=prioritas]")
        h.fill("[name=uraian]", "Target survei disesuaikan dengan hasil semester I.")
        h.click("button:has-text('Buat konsep perubahan')")
        revisi = PerjanjianKinerja.objects.get(revisi=1)
        h.goto(f"{alamat}{AKAR}perjanjian/{revisi.pk}/ubah/")
        h.get_by_label(re.compile("Indikator skm")).locator("visible=true").last.fill("88")
        h.click("button:has-text('Simpan')")
        h.goto(f"{alamat}{AKAR}perjanjian/{revisi.pk}/tetapkan/")
        for kotak in h.locator("main textarea").all():
            kotak.fill("Disepakati dengan Bagian Organisasi.")
        h.click("button:has-text('Tetapkan PK')")
        h.goto(f"{alamat}{AKAR}perjanjian/{revisi.pk}/beda/{u.pk.pk}/")
        expect(h.locator("main")).to_contain_text("Berubah")
    baru.refresh_from_db()
    revisi.refresh_from_db()
    assert baru.is_ditetapkan and revisi.is_ditetapkan
    assert revisi.target.get(indikator=u.skm).nilai == D("88")


@pytest.mark.parametrize("layar", sorted(LAYAR))
def test_the_next_year_is_made_from_this_one(browser, pentas, layar):
    _p, u, alamat = pentas
    with sebagai(browser, alamat, "dewi", layar) as h:
        h.goto(f"{alamat}{AKAR}tahun-baru/")
        h.click("button:has-text('Buat tahun')")
        h.wait_for_load_state()
        expect(h.locator("main")).to_contain_text(str(TAHUN + 1))
    baru = Program.objects.get(tahun=TAHUN + 1)
    assert baru.nomenklatur.kode == u.program.nomenklatur.kode
    assert not Realisasi.objects.filter(pengukuran__tahun=TAHUN + 1).exists()
