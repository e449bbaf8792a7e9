"""The one writer of tables as workbooks: rows go to the sheet as they come, so that none is held whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties

from sakip.umum.xlsx import AWAL_RUMUS, BARIS, simpan_tetap, tinggi, tulis_sel
from sakip.umum.xlsx_tabel import Isi, Kolom, Tabel, Tautan, bentuk

PANJANG_NAMA = 31  # characters of a sheet's name
A4 = "9"
NAMA_HURUF = "Calibri"  # without a name LibreOffice takes one with serifs
BIASA = Font(name=NAMA_HURUF)
HURUF = {
    "judul": Font(name=NAMA_HURUF, bold=True, size=14),
    "pudar": Font(name=NAMA_HURUF, color="FF545E6B"),
    "kepala": Font(name=NAMA_HURUF, bold=True),
    "jumlah": Font(name=NAMA_HURUF, bold=True),
    "taut": Font(name=NAMA_HURUF, color="FF1D4F91", underline="single"),
}
LATAR = PatternFill("solid", fgColor="FFE8EEF6")
GARIS = Border(*[Side("thin", color="FFB9C2CE")] * 4)
TENGAH = Alignment(wrap_text=True, vertical="center", horizontal="center")
KIRI, KANAN = Alignment(wrap_text=True, vertical="top"), Alignment(vertical="top", horizontal="right")
LEPAS = Kolom("")  # lines above and below a table belong to no column


def tulis_buku(tabel: Iterable[Tabel], judul: str = "") -> bytes:
    """Return a workbook: one sheet for each table, in their order."""
    buku = Workbook(write_only=True)
    buku.properties.creator = "SAKIP"
    terpakai: set[str] = set()
    for satu in tabel:
        nama = nama_lembar(satu.lembar or satu.judul, terpakai)
        terpakai.add(nama.casefold())
        judul = judul or satu.judul
        _Lembar(buku.create_sheet(nama), satu).tulis()
    buku.properties.title = judul
    return simpan_tetap(buku)


def nama_lembar(nama: str, terpakai: Iterable[str] = ()) -> str:
    """Return a name that Excel takes: at most 31 characters, no sign of references, and not used yet."""
    bersih = re.sub(r"[\s\[\]:*?/\\\x00-\x1f]+", " ", nama).strip(" '")[:PANJANG_NAMA].rstrip(" '")
    return next(n for n in _calon(bersih or "Lembar") if n.casefold() not in terpakai)


def _calon(nama: str) -> Iterator[str]:
    yield nama
    n = 2
    while True:
        akhir = f" ({n})"
        yield nama[: PANJANG_NAMA - len(akhir)] + akhir
        n += 1


class _Lembar:
    """Writes one table. One cell object serves all cells of one look: the sheet writes it at once."""

    def __init__(self, lembar: Any, tabel: Tabel) -> None:
        self.lembar, self.tabel = lembar, tabel
        self.kolom = list(tabel.kolom)
        self.kepala = susun_kepala(self.kolom)
        self.gaya: dict[tuple[str, str, bool], WriteOnlyCell] = {}
        self.nomor = 0  # of the last row written

    def tulis(self) -> None:
        """Write everything, in the order of the file."""
        self._siapkan()
        self.lembar.row_dimensions[1].height = 21
        self._lepas(self.tabel.judul, "judul")
        for teks in self.tabel.keterangan:
            self._lepas(teks, "pudar")
        awal = self.nomor + 1
        for satu in self.kepala:
            self._baris(satu, "kepala")
        kepala = self.nomor
        for baris in self.tabel.baris:
            self._baris(baris, "isi")
        if self.nomor == kepala:
            self._lepas(self.tabel.kosong, "pudar")
        self._saring(awal, kepala)
        for baris in self.tabel.jumlah:
            self._baris(baris, "jumlah")
        for teks in self.tabel.catatan:
            self._lepas(teks, "pudar")
        self.lembar.close()

    def _siapkan(self) -> None:
        """Set what the file holds before its rows: widths, what stays in view, how it is printed."""
        lembar = self.lembar
        for n, satu in enumerate(self.kolom, start=1):
            lembar.column_dimensions[get_column_letter(n)].width = satu.lebar
        bawah = 2 + len(self.tabel.keterangan) + len(self.kepala)
        lembar.freeze_panes = f"{get_column_letter(self.tabel.beku + 1)}{bawah}"
        lembar.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        lembar.page_setup.orientation = "landscape"
        lembar.page_setup.paperSize = A4
        lembar.page_setup.fitToWidth, lembar.page_setup.fitToHeight = 1, 0
        lembar.oddFooter.center.text = "&A, halaman &P dari &N"

    def _saring(self, awal: int, kepala: int) -> None:
        """Offer filters under the headings, repeat the headings on every printed page."""
        akhir = get_column_letter(len(self.kolom))
        self.lembar.auto_filter.ref = f"A{kepala}:{akhir}{max(self.nomor, kepala + 1)}"
        self.lembar.print_title_rows = f"{awal}:{kepala}"
        self.lembar.merged_cells = list(_gabungan(self.kolom, awal))  # openpyxl's own set has no order

    def _lepas(self, teks: str, rupa: str) -> None:
        self._tulis([teks], [LEPAS], rupa)

    def _baris(self, isi: Sequence[Isi], rupa: str) -> None:
        self._tulis(isi, self.kolom, rupa)

    def _tulis(self, isi: Sequence[Isi], kolom: Sequence[Kolom], rupa: str) -> None:
        self.nomor += 1
        if kolom is self.kolom and (t := tinggi(zip(isi, (k.lebar - 2 for k in kolom), strict=True))) > BARIS:
            self.lembar.row_dimensions[self.nomor].height = t  # LibreOffice shows one line without it
        self.lembar.append(self._sel(*pasangan, rupa) for pasangan in zip(isi, kolom, strict=True))

    def _sel(self, nilai: Isi, kolom: Kolom, rupa: str) -> WriteOnlyCell | None:
        if nilai is None:
            return None
        pola, polos = bentuk(nilai, kolom)
        if isinstance(nilai, Tautan):
            return self._tautan(nilai)
        is_rumus = isinstance(polos, str) and polos.startswith(AWAL_RUMUS)
        kunci = (pola, rupa, is_rumus)  # a cell that was quoted once stays so
        if kunci not in self.gaya:
            self.gaya[kunci] = _rupa(WriteOnlyCell(self.lembar), pola, rupa)
        return tulis_sel(self.gaya[kunci], polos)

    def _tautan(self, nilai: Tautan) -> WriteOnlyCell:
        sel = _rupa(WriteOnlyCell(self.lembar), "", "taut")
        sel.hyperlink = Hyperlink(ref="", location=f"'{nilai.lembar}'!A1")
        return tulis_sel(sel, nilai.teks)


def _rupa(sel: Any, pola: str, rupa: str) -> Any:
    """Dress a cell; ``pola`` is the format of a number, "" for a text."""
    sel.font = HURUF.get(rupa, BIASA)
    if pola:
        sel.number_format = pola
    if rupa in ("isi", "jumlah", "taut"):
        sel.alignment, sel.border = (KANAN if pola else KIRI), GARIS
    elif rupa == "kepala":
        sel.alignment, sel.border, sel.fill = TENGAH, GARIS, LATAR
    return sel


def susun_kepala(kolom: Sequence[Kolom]) -> list[list[str]]:
    """Return the rows of headings: groups above their columns, then numbers where columns have any."""
    hasil = [[k.judul for k in kolom]]
    if any(k.induk for k in kolom):
        dahulu = ["", *(k.induk for k in kolom)]
        atas = [
            "" if k.induk and k.induk == d else k.induk or k.judul
            for k, d in zip(kolom, dahulu, strict=False)
        ]
        hasil = [atas, [k.judul if k.induk else "" for k in kolom]]
    if any(k.nomor for k in kolom):
        hasil.append([k.nomor for k in kolom])
    return hasil


def _gabungan(kolom: Sequence[Kolom], baris: int) -> Iterator[str]:
    """Yield the merged ranges of the headings: a group over its columns, the others down two rows."""
    if not any(k.induk for k in kolom):
        return
    n = 1
    for induk, banyak in groupby(kolom, key=lambda k: k.induk):
        lebar = len(list(banyak))
        huruf = [get_column_letter(i) for i in range(n, n + lebar)]
        if induk:
            yield f"{huruf[0]}{baris}:{huruf[-1]}{baris}"
        else:
            yield from (f"{h}{baris}:{h}{baris + 1}" for h in huruf)
        n += lebar
