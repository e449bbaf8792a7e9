"""A workbook in the hands of a test: download, type into cells as a person would, hand in."""

from __future__ import annotations

import datetime
import io
from decimal import Decimal
from typing import Any

import openpyxl
from django.utils import timezone
from openpyxl.workbook import Workbook

from pelaporan.buku.bahan import Bahan
from pelaporan.buku.terap import HasilBuku, periksa_buku, terapkan_buku
from pelaporan.buku.unduh import buat_buku
from sakip.umum.excel.baca import BukuBaca, LembarBaca, RumusKosong
from tests.kinerja.panggung_ukur import PanggungUkur
from tests.pelaporan.kantor_uji import TAHUN
from tests.pemeran import Pemeran

SAAT = timezone.make_aware(datetime.datetime(2024, 1, 15, 9, 30))


class PanggungBuku:
    """Office alfa with indicators of every kind, a budget, open windows; and who works there."""

    def __init__(self) -> None:
        self.p = Pemeran()
        self.ukur = PanggungUkur(self.p.a)
        self.kantor = self.p.a.kantor
        self._awal: dict[Any, bytes] = {}

    def unduh(self, pengguna: Any = None, *, kosong: bool = False) -> Workbook:
        """Return the workbook as a person opens it."""
        isi = buat_buku(Bahan(self.kantor, TAHUN, pengguna), SAAT, kosong=kosong)
        return openpyxl.load_workbook(io.BytesIO(isi))

    def unduh_awal(self, pengguna: Any = None) -> Workbook:
        """Return the workbook of the world as it was made; written once for each person."""
        if pengguna not in self._awal:
            self._awal[pengguna] = buat_buku(Bahan(self.kantor, TAHUN, pengguna), SAAT)
        return openpyxl.load_workbook(io.BytesIO(self._awal[pengguna]))

    def periksa(self, wb: Workbook, pengguna: Any = None) -> HasilBuku:
        """Check it."""
        return periksa_buku(ke_baca(wb), pengguna)

    def terapkan(self, wb: Workbook, pengguna: Any = None) -> HasilBuku:
        """Apply it."""
        return terapkan_buku(ke_baca(wb), pengguna)


def ke_baca(wb: Workbook) -> BukuBaca:
    """Return what the reader's child would say of a workbook, without starting it."""
    hasil = []
    for ws in wb:
        baris = {}
        for row in ws.iter_rows():
            nilai = [_nilai(c) for c in row]
            if any(n is not None for n in nilai):
                baris[row[0].row] = nilai
        hasil.append(
            LembarBaca(
                nama=ws.title,
                tersembunyi=ws.sheet_state != "visible",
                baris=baris,
                baris_tersembunyi=frozenset(n for n, d in ws.row_dimensions.items() if d.hidden),
                gabungan=tuple(str(m) for m in ws.merged_cells.ranges),
                komentar={c.coordinate: c.comment.text for r in ws.iter_rows() for c in r if c.comment},
                persen=frozenset(
                    c.coordinate for r in ws.iter_rows() for c in r if "%" in str(c.number_format)
                ),
            )
        )
    return BukuBaca(hasil)


def _nilai(sel: Any) -> Any:
    isi = sel.value
    if sel.data_type == "f":
        return RumusKosong(str(isi))
    if isinstance(isi, bool) or not isinstance(isi, int | float):
        return isi.date() if isinstance(isi, datetime.datetime) else isi
    return Decimal(f"{isi:.15g}")


def sel(wb: Workbook, lembar: str, kunci: str, kolom: str) -> Any:
    """Return the cell of a row (by its hidden key) under a heading."""
    ws = wb[lembar]
    letak = {c.value: c.column for c in ws[2] if c.value}
    for row in ws.iter_rows(min_row=3, max_col=1):
        if row[0].value == kunci:
            return ws.cell(row[0].row, letak[kolom])
    raise AssertionError(f"{lembar}: {kunci} tidak ada")


def tambah(wb: Workbook, lembar: str, **isi: Any) -> int:
    """Type a new row under the last one; headings with underscores for blanks. Return its number."""
    ws = wb[lembar]
    letak = {str(c.value).replace(" ", "_"): c.column for c in ws[2] if c.value}
    nomor = max([2, *(c.row for row in ws.iter_rows(min_row=3) for c in row if c.value is not None)]) + 1
    for nama, nilai in isi.items():
        ws.cell(nomor, letak[nama]).value = nilai
    return nomor


def kode(hasil: HasilBuku) -> list[tuple[str, str, str]]:
    """Return what is wrong as (sheet, cell, code)."""
    return [(t.lembar, t.sel, t.kode) for t in hasil.temuan]


def angka(hasil: HasilBuku) -> tuple[int, int, int]:
    """Return new, changed, refused."""
    semua = hasil.angka()
    return semua["baru"], semua["berubah"], semua["ditolak"]
