"""Walks through a quarter as the cast and takes the pictures of docs/panduan (see script/gambar)."""

from __future__ import annotations

import io
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, FilePayload, Page, sync_playwright

SANDI = "peragaan-2024"
AKAR = "/kantor/contoh/2024/"
LAPTOP, TELEPON = (1100, 760), (360, 740)
UNIT = "Sub Bagian Program dan Keuangan"


def tunggu(alamat: str) -> None:
    """Wait until the server answers."""
    for _ in range(100):
        try:
            urllib.request.urlopen(f"{alamat}/masuk/", timeout=2).close()  # noqa: S310 - our own
            return
        except OSError:
            time.sleep(0.2)
    raise SystemExit("server tidak menjawab")


@contextmanager
def sebagai(browser: Browser, alamat: str, siapa: str, layar: tuple[int, int]) -> Iterator[Page]:
    """Log a person in."""
    konteks = browser.new_context(viewport={"width": layar[0], "height": layar[1]}, locale="id-ID")
    halaman = konteks.new_page()
    halaman.goto(f"{alamat}/masuk/")
    halaman.fill("#id_username", siapa)
    halaman.fill("#id_password", SANDI)
    halaman.click("main button")
    halaman.wait_for_load_state("networkidle")
    yield halaman
    konteks.close()


class Album:
    """Saves pictures small: 128 colours are enough for a page of text."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def ambil(self, halaman: Page, nama: str, tinggi: int | None = None) -> None:
        """Take what is on the screen, or the page from its top to a height."""
        lebar = halaman.viewport_size["width"] if halaman.viewport_size else 1100
        potong = {"x": 0, "y": 0, "width": lebar, "height": tinggi} if tinggi else None
        isi = halaman.screenshot(full_page=bool(tinggi), clip=potong)  # type: ignore[arg-type]
        gambar = Image.open(io.BytesIO(isi)).convert("RGB").quantize(128)
        gambar.save(self.folder / f"{nama}.png", optimize=True)
        print(f"  {nama}.png")


def unit(halaman: Page, alamat: str) -> None:
    """Open the page of Ani's unit in TW IV."""
    halaman.goto(f"{alamat}{AKAR}pengukuran/")
    halaman.locator("tr", has_text=UNIT).locator("td").last.locator("a").first.click()
    halaman.wait_for_load_state("networkidle")


def jalan(browser: Browser, alamat: str, album: Album) -> None:
    """Fill, refuse, repair, prove, send; give back; approve."""
    with sebagai(browser, alamat, "ani", LAPTOP) as h:
        album.ambil(h, "beranda")
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
        album.ambil(h, "kirim", 1300)
        h.click("button:has-text('Kirim kepada verifikator')")
    with sebagai(browser, alamat, "dewi", LAPTOP) as h:
        unit(h, alamat)
        h.locator("input[name$='-catatan']").first.fill("Angka belum sama dengan dokumen bukti halaman 3.")
        album.ambil(h, "periksa", 900)
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


def main() -> None:
    """``_gambar.py ADDRESS FOLDER``."""
    alamat, folder = sys.argv[1:]
    tunggu(alamat)
    with sync_playwright() as p:
        browser = p.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        jalan(browser, alamat, Album(Path(folder)))
        browser.close()


if __name__ == "__main__":
    main()
