"""What all walks share: the server, logging in as one of the cast, small pictures."""

from __future__ import annotations

import io
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page

SANDI = "peragaan-2024"
AKAR = "/kantor/contoh/2024/"
LAPTOP, TELEPON = (1100, 760), (360, 740)


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
        """Take what is on the screen, or on a screen of another height."""
        layar = halaman.viewport_size
        if tinggi and layar:
            halaman.set_viewport_size({"width": layar["width"], "height": tinggi})
            halaman.evaluate("scrollTo(0, 0)")
        isi = halaman.screenshot()
        if tinggi and layar:
            halaman.set_viewport_size(layar)
        self.simpan(Image.open(io.BytesIO(isi)), nama)

    def simpan(self, gambar: Image.Image, nama: str) -> None:
        """Save a picture."""
        gambar.convert("RGB").quantize(128).save(self.folder / f"{nama}.png", optimize=True)
        print(f"  {nama}.png")
