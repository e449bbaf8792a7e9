"""Takes the pictures of docs/panduan: one walk for each guide (see script/gambar)."""

from __future__ import annotations

import sys
from pathlib import Path

from _album import Album, tunggu
from playwright.sync_api import sync_playwright


def main() -> None:
    """``_gambar.py WALK ADDRESS FOLDER``."""
    nama, alamat, folder = sys.argv[1:]
    if nama == "staf":
        from _gambar_staf import jalan
    elif nama == "temuan":
        from _gambar_temuan import jalan
    else:
        from _gambar_excel import jalan
    tunggu(alamat)
    with sync_playwright() as p:
        browser = p.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        jalan(browser, alamat, Album(Path(folder)))
        browser.close()


if __name__ == "__main__":
    main()
