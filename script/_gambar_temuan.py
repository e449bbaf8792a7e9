"""Walks through the findings of a report, for the pictures of docs/panduan/temuan.md."""

from __future__ import annotations

import datetime

from _album import AKAR, LAPTOP, TELEPON, Album, sebagai
from playwright.sync_api import Browser, Locator, Page

BAGIAN = "bab4.kesimpulan"
KETIKAN = (
    "Serapan anggaran tahun ini mencapai 100%. Pembinaan dilakukan terhadap 37 kelompok tani.",
    "Cara kerjanya dipelajari dari Kecamatan Batang-batang.",
)
ALASAN = (
    "Bukti tersimpan sebagai arsip kertas pada tiap seksi dan dipindai paling lambat 14 Maret 2025, "
    "lihat berita acara penyerahan arsip."
)
KECUALI = "Kunjungan belajar itu benar dilakukan pada 12 Juni 2024; surat tugasnya ada pada lampiran."


def jalan(browser: Browser, alamat: str, album: Album) -> None:
    """Ani writes what does not hold; Dewi reads and answers; Eko lets one finding stand."""
    with sebagai(browser, alamat, "ani", LAPTOP) as h:
        tulis(h, alamat)
        h.goto(f"{alamat}{AKAR}pelaporan/")
        album.ambil(h, "temuan-pelaporan")
    with sebagai(browser, alamat, "dewi", LAPTOP) as h:
        h.goto(f"{alamat}{AKAR}temuan/")
        album.ambil(h, "temuan", 1250)
        isi(temuan(h, "Tabel 3.2"), "sudah")
        temuan(h, "Tabel 3.2").locator(".pesan-medan").wait_for()
        album.ambil(h, "temuan-pendek")
        isi(temuan(h, "Tabel 3.2"), ALASAN)
        temuan(h, "Tabel 3.2").locator(".temuan-alasan").wait_for()
        h.goto(f"{alamat}{AKAR}temuan/?bab=bab3")
        album.ambil(h, "temuan-beralasan", 950)
    with sebagai(browser, alamat, "eko", LAPTOP) as h:
        h.goto(f"{alamat}{AKAR}temuan/?bab=bab4")
        satu = h.locator(".temuan li", has=h.locator("summary", has_text="Kecualikan"))
        satu.locator("summary").click()
        satu.locator("textarea").fill(KECUALI)
        hari = datetime.datetime.now(datetime.UTC).date() + datetime.timedelta(days=90)
        satu.locator("input[type=date]").fill(hari.isoformat())
        satu.scroll_into_view_if_needed()
        album.ambil(h, "temuan-kecualikan")
    with sebagai(browser, alamat, "dewi", TELEPON) as h:
        h.goto(f"{alamat}{AKAR}temuan/?bab=bab4")
        album.ambil(h, "temuan-telepon", 1100)


def tulis(h: Page, alamat: str) -> None:
    """Write sentences that the checks find into the conclusion."""
    h.goto(f"{alamat}{AKAR}tulis/{BAGIAN}/")
    kolom = h.locator("#isi-tulisan")
    kolom.fill("\n\n".join((kolom.input_value().rstrip(), *KETIKAN)))
    h.locator("button:has-text('Simpan')").first.click()
    h.wait_for_load_state("networkidle")


def temuan(h: Page, tempat: str) -> Locator:
    """Return the warning at a place."""
    return h.locator("section[aria-labelledby=judul-peringatan] .temuan li", has_text=tempat).first


def isi(baris: Locator, alasan: str) -> None:
    """Write a reason and save it."""
    baris.locator("textarea").fill(alasan)
    baris.locator("button").click()
