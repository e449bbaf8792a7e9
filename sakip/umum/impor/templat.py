"""A blank file to fill in: the headings that the import reads, and what to write under each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from sakip.umum.impor.kolom import Kolom
from sakip.umum.impor.tabel import LEMBAR_PETUNJUK
from sakip.umum.xlsx import simpan_tetap, tulis_sel

LEMBAR_ISIAN = "Isian"
LEBAR_PETUNJUK = (26, 12, 44, 80)


def build_templat(kolom: Sequence[Kolom], isi_kini: Iterable[Sequence[str]] = ()) -> bytes:
    """Return the bytes of a workbook to fill in, blank or with the stored rows.

    All columns are text: no code becomes a number or a date.
    """
    buku = Workbook()
    isian = buku.active
    assert isian is not None
    isian.title = LEMBAR_ISIAN
    isian.freeze_panes = "A2"
    for n, k in enumerate(kolom, start=1):
        tulis_sel(isian.cell(1, n), k.judul).font = Font(bold=True)  # type: ignore[arg-type]
        lajur = isian.column_dimensions[get_column_letter(n)]
        lajur.width = max(14, min(50, max(len(k.judul), len(k.contoh)) + 4))
        lajur.number_format = "@"
    for nomor, satu_baris in enumerate(isi_kini, start=2):
        for n, teks in enumerate(satu_baris, start=1):
            tulis_sel(isian.cell(nomor, n), teks or None).number_format = "@"
    petunjuk = buku.create_sheet(LEMBAR_PETUNJUK)
    isi = [("Kolom", "Wajib", "Contoh", "Keterangan")]
    isi += [(k.judul, "ya" if k.is_wajib else "tidak", k.contoh, k.petunjuk) for k in kolom]
    for baris, sel in enumerate(isi, start=1):
        for n, nilai in enumerate(sel, start=1):
            satu = tulis_sel(petunjuk.cell(baris, n), nilai)  # type: ignore[arg-type]
            satu.alignment = Alignment(wrap_text=True, vertical="top")
            satu.font = Font(bold=baris == 1)
    for n, lebar in enumerate(LEBAR_PETUNJUK, start=1):
        petunjuk.column_dimensions[get_column_letter(n)].width = lebar
    return simpan_tetap(buku)
