"""Files that people hand in, as the walk needs them, and pictures of the inside of a workbook.

A picture of a sheet is what LibreOffice prints of it, with the letters and numbers of cells; where soffice is
missing there is none.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import openpyxl
from _album import Album
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from PIL import Image, ImageChops
from playwright.sync_api import FilePayload

JENIS = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
JUDUL, AWAL, KOLOM_AWAL = 2, 3, 3  # of a sheet of the workbook; A and B are hidden


def buka(isi: bytes) -> Workbook:
    """Return the workbook that a file holds."""
    return openpyxl.load_workbook(io.BytesIO(isi))


def kolom(ws: Worksheet) -> dict[str, int]:
    """Return heading -> number of its column."""
    return {str(c.value): c.column for c in ws[JUDUL] if c.value}


def cari(ws: Worksheet, *kunci: str) -> int:
    """Return the row whose visible cells hold all of these texts."""
    for baris in ws.iter_rows(min_row=AWAL):
        isi = {str(c.value) for c in baris[KOLOM_AWAL - 1 :] if c.value is not None}
        if set(kunci) <= isi:
            return int(baris[0].row or 0)
    raise LookupError(f"{ws.title}: {kunci}")


def tulis(wb: Workbook, lembar: str, kunci: tuple[str, ...], judul: str, nilai: Any) -> None:
    """Type into the cell of a row under a heading."""
    ws = wb[lembar]
    ws.cell(cari(ws, *kunci), kolom(ws)[judul]).value = nilai


def tambah(wb: Workbook, lembar: str, isi: dict[str, Any]) -> None:
    """Type a new row under the last one."""
    ws = wb[lembar]
    berisi = [c.row for b in ws.iter_rows(min_row=AWAL) for c in b if c.value is not None]
    nomor = max([AWAL - 1, *berisi]) + 1
    for judul, nilai in isi.items():
        ws.cell(nomor, kolom(ws)[judul]).value = nilai


def salin(asal: Workbook, ke: Workbook) -> None:
    """Copy what one sees of a workbook into a blank one, as a person copies and pastes."""
    for ws in asal.worksheets:
        if ws.title in ("Petunjuk", "Rujukan"):
            continue
        tujuan = kolom(ke[ws.title])
        for judul, n in kolom(ws).items():
            for nomor in range(AWAL, ws.max_row + 1):
                ke[ws.title].cell(nomor, tujuan[judul]).value = ws.cell(nomor, n).value


def kirim(wb: Workbook, nama: str) -> FilePayload:
    """Return a workbook as an upload."""
    aliran = io.BytesIO()
    wb.save(aliran)
    return {"name": nama, "mimeType": JENIS, "buffer": aliran.getvalue()}


def tabel(judul: list[str], baris: list[list[Any]], nama: str) -> FilePayload:
    """Return rows under a header as an upload."""
    wb = Workbook()
    ws = wb.active
    assert isinstance(ws, Worksheet)
    for satu in [judul, *baris]:
        ws.append(satu)
    return kirim(wb, nama)


def potret(album: Album, isi: bytes, lembar: str, nama: str, *, baris: tuple[int, int], hingga: str) -> None:
    """Take a picture of the rows of a sheet, up to a column; nothing where soffice is missing."""
    if shutil.which("soffice") is None:
        print(f"  {nama}.png dilewati: soffice (LibreOffice) tidak terpasang")
        return
    wb = buka(isi)
    for ws in wb.worksheets:
        if ws.title != lembar:
            ws.sheet_state = "hidden"
    ws = wb[lembar]
    wb.active = wb.worksheets.index(ws)
    awal = "C" if ws.column_dimensions["A"].hidden else "A"
    ws.oddFooter.center.text = ""
    ws.print_area = f"{awal}{baris[0]}:{hingga}{baris[1]}"
    ws.print_title_rows = None  # type: ignore[assignment]
    ws.print_options.headings = ws.print_options.gridLines = True
    with tempfile.TemporaryDirectory() as folder:
        wb.save(Path(folder) / "buku.xlsx")
        album.simpan(_cetak(Path(folder)), nama)


def _cetak(folder: Path) -> Image.Image:
    """Return the first printed page of ``buku.xlsx`` without its margins."""
    profil = f"-env:UserInstallation=file://{folder}/profil"
    perintah = ["soffice", profil, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*perintah, str(folder / "buku.xlsx")], check=True, capture_output=True, timeout=120)
    pdf = ["pdftoppm", "-png", "-r", "110", "-f", "1", "-l", "1", "-singlefile"]
    subprocess.run([*pdf, str(folder / "buku.pdf"), str(folder / "buku")], check=True)
    gambar = Image.open(folder / "buku.png").convert("RGB")
    batas = ImageChops.difference(gambar, Image.new("RGB", gambar.size, "white")).getbbox()
    kiri, atas, kanan, bawah = batas or (0, 0, *gambar.size)
    return gambar.crop((max(0, kiri - 8), max(0, atas - 8), kanan + 8, bawah + 8))
