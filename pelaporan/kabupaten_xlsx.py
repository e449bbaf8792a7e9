"""The table of all offices as a workbook: texts as texts, numbers as numbers, the same bytes every time."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from pelaporan.kabupaten import BarisKabupaten
from sakip.umum.angka import bulatkan_dalam_batas
from sakip.umum.xlsx import Isi, simpan_tetap, tulis_sel

BULAT, PERSEN, RUPIAH = "0", "0.00", "#,##0"

# Heading, width, number format ("" for a text).
KOLOM = (
    ("Perangkat daerah", 34, ""),
    ("Isian terisi", 10, BULAT),
    ("Isian diminta", 10, BULAT),
    ("Isian (%)", 10, PERSEN),
    ("Capaian (%)", 11, PERSEN),
    ("Indikator terukur", 11, BULAT),
    ("Indikator", 10, BULAT),
    ("Sumber indikator", 11, ""),
    ("Serapan (%)", 11, PERSEN),
    ("Realisasi (Rp)", 20, RUPIAH),
    ("Pagu (Rp)", 20, RUPIAH),
    ("Isian anggaran terisi", 11, BULAT),
    ("Isian anggaran diminta", 11, BULAT),
    *(
        kolom
        for angka in ("I", "II", "III", "IV")
        for kolom in ((f"TW {angka} disetujui", 10, BULAT), (f"TW {angka} unit", 8, BULAT))
    ),
    ("LKjIP", 14, ""),
    ("Keterangan", 40, ""),
)


def buat_rekap(baris: Sequence[BarisKabupaten], judul: str, keterangan: str) -> bytes:
    """Return the workbook: a title, a line of state, the headings, one row per office."""
    buku = Workbook()
    lembar = buku.active
    assert isinstance(lembar, Worksheet)
    lembar.title = "Ikhtisar"
    tulis_sel(lembar.cell(1, 1), judul).font = Font(bold=True, size=14)
    tulis_sel(lembar.cell(2, 1), keterangan)
    for n, (nama, lebar, _) in enumerate(KOLOM, start=1):
        kepala = tulis_sel(lembar.cell(3, n), nama)
        kepala.font = Font(bold=True)
        kepala.alignment = Alignment(wrap_text=True, vertical="bottom")
        lembar.column_dimensions[get_column_letter(n)].width = lebar
    for nomor, satu in enumerate(baris, start=4):
        for n, (nilai, (_, _, bentuk)) in enumerate(zip(_isi(satu), KOLOM, strict=True), start=1):
            sel = tulis_sel(lembar.cell(nomor, n), nilai)
            if bentuk and nilai is not None:
                sel.number_format = bentuk
    lembar.freeze_panes = "B4"
    return simpan_tetap(buku)


def _isi(b: BarisKabupaten) -> tuple[Isi, ...]:
    ada = b.is_berdata
    langkah = [angka for s in b.langkah for angka in (s.disetujui, s.unit)]
    return (
        b.kantor.nama,
        b.terisi,
        b.diminta,
        _persen(b.isian, b.desimal),
        _persen(b.capaian.nilai, b.desimal),
        b.rerata.terukur,
        b.rerata.jumlah,
        b.sumber_capaian,
        _persen(b.serapan.nilai, b.desimal),
        b.uang.realisasi,
        b.uang.pagu,
        b.uang.terisi,
        b.uang.diminta,
        *langkah,
        b.sebut_status,
        b.keterangan if ada else "Tanpa data",
    )


def _persen(nilai: Fraction | None, tempat: int) -> Decimal | None:
    return None if nilai is None else bulatkan_dalam_batas(nilai, tempat)
