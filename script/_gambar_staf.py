"""Walks through a quarter as the cast: the pictures of docs/panduan/staf.md and kesiapan.md."""

from __future__ import annotations

from _album import AKAR, LAPTOP, TELEPON, Album, sebagai
from playwright.sync_api import Browser, FilePayload, Page

UNIT = "Sub Bagian Program dan Keuangan"


def unit(halaman: Page, alamat: str) -> None:
    """Open the page of Ani's unit in TW IV."""
    halaman.goto(f"{alamat}{AKAR}pengukuran/")
    halaman.locator("tr", has_text=UNIT).locator("td").last.locator("a").first.click()
    halaman.wait_for_load_state("networkidle")


def jalan(browser: Browser, alamat: str, album: Album) -> None:
    """Fill, refuse, repair, prove, send; give back; approve."""
    with sebagai(browser, alamat, "ani", LAPTOP) as h:
        _isi(h, alamat, album)
        _kirim(h, alamat, album)
        h.goto(f"{alamat}{AKAR}tulis/tabel.t_capaian/")
        album.ambil(h, "tulis", 1500)
    with sebagai(browser, alamat, "dewi", LAPTOP) as h:
        unit(h, alamat)
        h.locator("input[name$='-catatan']").first.fill("Angka belum sama dengan dokumen bukti halaman 3.")
        album.ambil(h, "periksa", 1420)
        h.click("button:has-text('Kembalikan')")
    with sebagai(browser, alamat, "ani", TELEPON) as h:
        album.ambil(h, "dikembalikan-telepon")
        unit(h, alamat)
        h.click("button:has-text('Kirim kepada verifikator')")
    with sebagai(browser, alamat, "dewi", LAPTOP) as h:
        unit(h, alamat)
        h.click("button:has-text('Terima')")
        h.goto(f"{alamat}{AKAR}perjanjian/")
        album.ambil(h, "perjanjian")
        h.goto(f"{alamat}{AKAR}anggaran/beda/")
        album.ambil(h, "beda-dpa")
    with sebagai(browser, alamat, "citra", TELEPON) as h:
        h.goto(f"{alamat}{AKAR}pengukuran/")
        album.ambil(h, "setujui-telepon")


def _isi(h: Page, alamat: str, album: Album) -> None:
    """Fill a quarter: a wrong number is refused, then repaired."""
    album.ambil(h, "beranda")
    h.goto(f"{alamat}{AKAR}kesiapan/")
    album.ambil(h, "kesiapan", 1000)
    h.goto(f"{alamat}{AKAR}pengukuran/")
    album.ambil(h, "pengukuran")
    h.goto(f"{alamat}{AKAR}pengukuran/tw/4/")
    album.ambil(h, "kisi")
    kolom = h.locator("input[name$='-nilai']").first
    lama = kolom.input_value()
    kolom.fill("12.6950.500")
    h.click("button:has-text('Simpan triwulan')")
    album.ambil(h, "ditolak")
    h.locator("input[name$='-nilai']").first.fill(lama)
    h.click("button:has-text('Simpan triwulan')")


def _kirim(h: Page, alamat: str, album: Album) -> None:
    """Prove a value with a file and send the quarter."""
    h.goto(f"{alamat}{AKAR}pengukuran/tw/4/anggaran/")
    album.ambil(h, "anggaran")
    h.goto(f"{alamat}{AKAR}pengukuran/tw/4/")
    h.locator(".kisi tbody th a").first.click()
    pdf: FilePayload = {
        "name": "hasil-evaluasi.pdf",
        "mimeType": "application/pdf",
        "buffer": b"%PDF-1.7\n%%EOF\n",
    }
    h.set_input_files("#berkas", pdf)
    h.fill("#halaman", "3")
    h.click("button:has-text('Unggah bukti')")
    album.ambil(h, "bukti", 1500)
    unit(h, alamat)
    album.ambil(h, "kirim", 1420)
    h.click("button:has-text('Kirim kepada verifikator')")
