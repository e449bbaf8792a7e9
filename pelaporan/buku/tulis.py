"""Writes the workbook: open and closed cells, lists to choose from, hints, red cells with their reasons."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from pelaporan.buku.isi import (
    BARIS_AWAL,
    BARIS_JUDUL,
    KOLOM_AWAL,
    PETUNJUK,
    RUJUKAN,
    TEMUAN,
    BarisTulis,
    BukuTulis,
    LembarTulis,
)
from pelaporan.buku.kolom import Jenis, Kolom
from sakip.umum.xlsx import simpan_tetap, tinggi, tulis_sel

PENULIS = "SAKIP"
BARIS_TERAKHIR = 2_000  # lists and open cells reach so far down
TERBUKA, TERTUTUP = Protection(locked=False), Protection(locked=True)
ABU = PatternFill("solid", fgColor="FFEFF1F4")
BIRU = PatternFill("solid", fgColor="FF5B6B7F")
WAJIB = PatternFill("solid", fgColor="FF1F5FA8")
MERAH = PatternFill("solid", fgColor="FFF8C9C4")
GARIS = Border(*[Side(style="thin", color="FFD0D5DD")] * 4)
BUNGKUS = Alignment(wrap_text=True, vertical="top")
HURUF = "Calibri"
PUTIH_TEBAL = Font(name=HURUF, size=11, bold=True, color="FFFFFFFF")
TEBAL = Font(name=HURUF, size=11, bold=True)
TAUTAN = Font(name=HURUF, size=11, color="FF1F5FA8", underline="single")
FORMAT = {
    Jenis.BULAT: "0", Jenis.DESIMAL: "[$-421]#,##0.00", Jenis.RUPIAH: "[$-421]#,##0",
    Jenis.NILAI: "[$-421]#,##0.00", Jenis.TANGGAL: "dd/mm/yyyy",
}  # fmt: skip
# A list that the person may extend on another sheet: (sheet, column).
DAFTAR_LEMBAR = {
    "unit": ("Unit kerja", "nama"), "indikator": ("Indikator", "kode"), "dpa": ("DPA", "urutan"),
    "versi": ("Versi Renstra", "nomor"),
}  # fmt: skip
DAFTAR_TERBUKA = {*DAFTAR_LEMBAR, "jabatan", "node", "pk"}


def tulis_buku(buku: BukuTulis) -> bytes:
    """Return the bytes of a workbook; the same content gives the same bytes."""
    wb = Workbook()
    pertama = wb.active
    assert isinstance(pertama, Worksheet)
    letak = {t.lembar.nama: {k.kunci: n for n, k in enumerate(t.kolom, KOLOM_AWAL)} for t in buku.lembar}
    if buku.temuan:
        pertama.title = TEMUAN
        _tulis_temuan(pertama, buku)
        _tulis_petunjuk(wb.create_sheet(PETUNJUK), buku)
    else:
        pertama.title = PETUNJUK
        _tulis_petunjuk(pertama, buku)
    daftar = _Daftar(buku, letak)
    for satu in buku.lembar:
        _tulis_lembar(wb.create_sheet(satu.lembar.nama), satu, daftar)
    daftar.tulis(wb.create_sheet(RUJUKAN))
    return simpan_tetap(wb)


# One sheet ----------------------------------------------------------------------------------------


def _tulis_lembar(ws: Worksheet, satu: LembarTulis, daftar: _Daftar) -> None:
    tulis_sel(ws.cell(1, KOLOM_AWAL), f"{satu.lembar.nama}. {satu.lembar.penjelasan}").font = TEBAL
    for n, kolom in enumerate(satu.kolom, KOLOM_AWAL):
        _kepala(ws, n, kolom, is_terbuka=satu.is_terbuka)
        if validasi := daftar.validasi(kolom):
            huruf = get_column_letter(n)
            validasi.add(f"{huruf}{BARIS_AWAL}:{huruf}{BARIS_TERAKHIR}")
            ws.add_data_validation(validasi)
    ws.row_dimensions[BARIS_JUDUL].height = 6 + tinggi([(k.judul, k.lebar - 4) for k in satu.kolom])
    gaya = _Gaya(ws)
    for baris in satu.baris:
        _tulis_baris(ws, baris, satu.kolom, gaya)
    for huruf in "AB":
        ws.column_dimensions[huruf].hidden = True
    beku = KOLOM_AWAL + max(1, min(3, sum(1 for k in satu.kolom if k.is_kunci)))
    ws.freeze_panes = f"{get_column_letter(beku)}{BARIS_AWAL}"
    terakhir = get_column_letter(KOLOM_AWAL + len(satu.kolom) - 1)
    isi = max([BARIS_JUDUL, *(b.nomor for b in satu.baris)])
    ws.auto_filter.ref = f"C{BARIS_JUDUL}:{terakhir}{isi}"
    lindungi(ws)
    _mendatar(ws)
    ws.print_title_rows = f"{BARIS_JUDUL}:{BARIS_JUDUL}"


def _mendatar(ws: Worksheet) -> None:
    """Print on landscape pages, one page wide."""
    ws.page_setup.orientation = "landscape"
    ws.page_setup.paperSize = ws.PAPERSIZE_A4
    ws.page_setup.fitToHeight = 0
    ws.sheet_properties.pageSetUpPr.fitToPage = True


def lindungi(ws: Worksheet) -> None:
    """Close a sheet without a password: filter, sort and widths stay free."""
    p = ws.protection
    p.sheet = True
    p.autoFilter = p.sort = p.formatColumns = p.formatRows = p.formatCells = False


def _kepala(ws: Worksheet, n: int, kolom: Kolom, *, is_terbuka: bool) -> None:
    sel = tulis_sel(ws.cell(BARIS_JUDUL, n), kolom.judul)
    sel.font, sel.fill, sel.border = PUTIH_TEBAL, WAJIB if kolom.wajib else BIRU, GARIS
    sel.alignment = Alignment(wrap_text=True, vertical="center")
    sel.comment = _komentar(petunjuk_kolom(kolom))
    ukuran = ws.column_dimensions[get_column_letter(n)]
    ukuran.width = kolom.lebar
    ukuran.protection = TERTUTUP if kolom.is_keterangan or not is_terbuka else TERBUKA
    ukuran.number_format = FORMAT.get(kolom.jenis, "@")


def petunjuk_kolom(kolom: Kolom) -> str:
    """Return the hint at a heading: what it asks, its unit, an example."""
    if kolom.is_keterangan:
        return "Hanya keterangan, tidak dibaca."
    apa = {
        Jenis.BULAT: "Bilangan bulat.", Jenis.DESIMAL: "Angka.", Jenis.RUPIAH: "Rupiah penuh.",
        Jenis.TANGGAL: "Tanggal.", Jenis.PILIHAN: "Pilih dari daftar.",
        Jenis.RUJUK: "Nama atau kode yang sudah ada pada daftarnya.",
        Jenis.YA_TIDAK: "Ya atau Tidak; kosong berarti Tidak.",
        Jenis.NILAI: "Angka; rentang ditulis 8 sampai 10; predikat ditulis BB.",
    }.get(kolom.jenis, "Teks.")  # fmt: skip
    bagian = ["Wajib diisi." if kolom.wajib else "", apa]
    if kolom.satuan:
        bagian.append(f"Satuan: {kolom.satuan}.")
    if kolom.contoh:
        bagian.append(f"Contoh: {kolom.contoh}")
    return "\n".join(b for b in bagian if b)


def _komentar(teks: str) -> Comment:
    return Comment(teks, PENULIS, height=24 + 18 * (teks.count("\n") + 1 + len(teks) // 45), width=280)


def _tulis_baris(ws: Worksheet, baris: BarisTulis, kolom: tuple[Kolom, ...], gaya: _Gaya) -> None:
    for n, teks in ((1, baris.kunci), (2, baris.sidik)):
        if teks:
            tulis_sel(ws.cell(baris.nomor, n), teks)
    for n, k in enumerate(kolom, KOLOM_AWAL):
        isi = baris.isi.get(k.kunci)
        keadaan = "salah" if k.kunci in baris.salah else "tutup" if k.kunci in baris.tertutup else "buka"
        sel = ws.cell(baris.nomor, n)
        assert isinstance(sel, Cell)
        sel._style = gaya.untuk(k, keadaan, isi)
        tulis_isi(sel, isi)
        catatan = [t for t in (baris.komentar.get(k.kunci), baris.salah.get(k.kunci)) if t]
        if catatan:
            sel.comment = _komentar("\n\n".join(catatan))
    ws.row_dimensions[baris.nomor].height = tinggi([(baris.isi.get(k.kunci), k.lebar) for k in kolom])


def tulis_isi(sel: Cell, isi: Any) -> None:
    """Write a value: numbers exactly, texts never as formulas."""
    if isinstance(isi, bool):
        sel.value = isi
    elif isinstance(isi, Decimal):
        sel.value = isi.normalize() + 0 if isi else Decimal(0)
        if isinstance(sel.value, Decimal) and "E" in str(sel.value):
            sel.value = Decimal(f"{isi:f}")
    elif isinstance(isi, datetime.date):
        sel.value = isi
        sel.number_format = "dd/mm/yyyy"
    elif isi is None or isinstance(isi, int):
        sel.value = isi
    else:
        tulis_sel(sel, str(isi))


class _Gaya:
    """Styles of a sheet, each made once and copied: setting them cell by cell is slow."""

    def __init__(self, ws: Worksheet) -> None:
        self.ws = ws
        self.ada: dict[tuple[str, str], Any] = {}

    def untuk(self, kolom: Kolom, keadaan: str, isi: Any) -> Any:
        bentuk = self._bentuk(kolom, isi)
        kunci = (bentuk, keadaan)
        if kunci not in self.ada:
            sel = Cell(self.ws, row=1, column=1)
            sel.number_format, sel.border, sel.alignment = bentuk, GARIS, BUNGKUS
            sel.protection = TERTUTUP if keadaan == "tutup" else TERBUKA
            if keadaan != "buka":
                sel.fill = ABU if keadaan == "tutup" else MERAH
            self.ada[kunci] = sel._style
        return self.ada[kunci].__copy__()

    @staticmethod
    def _bentuk(kolom: Kolom, isi: Any) -> str:
        bentuk = FORMAT.get(kolom.jenis, "@")
        if not isinstance(isi, Decimal):
            return "@" if isinstance(isi, str) else bentuk
        tempat = len(f"{isi:f}".partition(".")[2].rstrip("0"))
        if kolom.jenis in (Jenis.DESIMAL, Jenis.RUPIAH, Jenis.NILAI):
            return "[$-421]#,##0" + (f".{'0' * tempat}" if tempat else "")
        return bentuk


# Lists --------------------------------------------------------------------------------------------


class _Daftar:
    """The hidden sheet of lists, and the rule of a column that chooses from one."""

    def __init__(self, buku: BukuTulis, letak: dict[str, dict[str, int]]) -> None:
        self.letak = letak
        self.isi: dict[str, list[str]] = {k: v for k, v in buku.rujukan.items() if v}
        for satu in buku.lembar:
            for kolom in satu.kolom:
                if kolom.jenis is Jenis.PILIHAN:
                    self.isi.setdefault(self._nama(kolom), [label for _, label in kolom.pilihan])
        self.isi["ya_tidak"] = ["Ya", "Tidak"]
        self.urut = {nama: n for n, nama in enumerate(sorted(self.isi), start=1)}

    @staticmethod
    def _nama(kolom: Kolom) -> str:
        return "pilihan: " + "/".join(nilai for nilai, _ in kolom.pilihan)

    def validasi(self, kolom: Kolom) -> DataValidation | None:
        if kolom.is_keterangan:
            return None
        if kolom.jenis is Jenis.YA_TIDAK:
            rumus = self._rumus("ya_tidak")
        elif kolom.jenis is Jenis.PILIHAN:
            rumus = self._rumus(self._nama(kolom))
        elif kolom.jenis is Jenis.RUJUK:
            rumus = self._rumus_lembar(kolom.rujuk) or self._rumus(kolom.rujuk)
        else:
            return None
        if not rumus:
            return None
        hasil = DataValidation("list", formula1=rumus, allow_blank=True)
        hasil.showErrorMessage = kolom.rujuk not in DAFTAR_TERBUKA
        hasil.errorTitle, hasil.error = "Tidak ada dalam daftar", "Pilih salah satu dari daftar."
        return hasil

    def _rumus(self, nama: str) -> str:
        if nama not in self.urut:
            return ""
        huruf = get_column_letter(self.urut[nama])
        return f"{RUJUKAN}!${huruf}$2:${huruf}${len(self.isi[nama]) + 1}"

    def _rumus_lembar(self, rujuk: str) -> str:
        lembar, kolom = DAFTAR_LEMBAR.get(rujuk, ("", ""))
        if lembar not in self.letak:
            return ""
        huruf = get_column_letter(self.letak[lembar][kolom])
        return f"{quote_sheetname(lembar)}!${huruf}${BARIS_AWAL}:${huruf}${BARIS_AWAL + 400}"

    def tulis(self, ws: Worksheet) -> None:
        for nama, n in self.urut.items():
            tulis_sel(ws.cell(1, n), nama)
            for baris, satu in enumerate(self.isi[nama], start=2):
                tulis_sel(ws.cell(baris, n), satu)
        ws.sheet_state = "hidden"
        lindungi(ws)


# Petunjuk and Temuan ------------------------------------------------------------------------------

LANGKAH = (
    "Isi sel putih. Sel abu-abu terkunci: sudah ditetapkan, sudah disetujui, hanya "
    "keterangan, atau di luar tugas Anda.",
    "Judul kolom biru wajib diisi, yang abu-abu boleh kosong. Arahkan penunjuk ke judul kolom untuk melihat "
    "satuan dan contohnya.",
    "Nol ditulis 0. Sel kosong berarti belum diisi, bukan nol.",
    "Angka diketik sebagai angka Excel. Rentang ditulis 8 sampai 10, predikat ditulis hurufnya, misalnya BB.",
    "Baris baru ditulis di bawah baris terakhir. Menghapus baris di sini tidak menghapus data.",
    "Jangan mengubah nama lembar dan judul kolom. Baris boleh disaring; untuk mengurutkannya buka dahulu "
    "proteksi lembar (Tinjau, Buka Proteksi Lembar; tanpa kata sandi).",
    "Simpan sebagai .xlsx, lalu unggah. Sebelum apa pun berubah, sistem menampilkan apa yang akan berubah.",
    "Bila ada yang salah, buku ini kembali dengan sel merah, alasan pada komentarnya, dan "
    "daftar di lembar Temuan.",
)


def _tulis_petunjuk(ws: Worksheet, buku: BukuTulis) -> None:
    tulis_sel(ws.cell(1, 1), "Buku kerja SAKIP").font = Font(name=HURUF, bold=True, size=16)
    nomor = 3
    for label, isi in buku.keterangan:
        tulis_sel(ws.cell(nomor, 1), label).font = TEBAL
        tulis_sel(ws.cell(nomor, 2), isi)
        nomor += 1
    nomor += 1
    for n, langkah in enumerate(LANGKAH, start=1):
        ws.cell(nomor, 1).value = n
        ws.cell(nomor, 1).alignment = Alignment(horizontal="left", vertical="top")
        tulis_sel(ws.cell(nomor, 2), langkah).alignment = BUNGKUS
        ws.row_dimensions[nomor].height = tinggi([(langkah, 100)])
        nomor += 1
    nomor += 1
    for satu in buku.lembar:
        sel = tulis_sel(ws.cell(nomor, 1), satu.lembar.nama)
        _tautkan(sel, satu.lembar.nama, f"C{BARIS_AWAL}")
        tulis_sel(ws.cell(nomor, 2), satu.lembar.penjelasan).alignment = BUNGKUS
        ws.row_dimensions[nomor].height = tinggi([(satu.lembar.penjelasan, 100)])
        nomor += 1
    ws.column_dimensions["A"].width, ws.column_dimensions["B"].width = 24, 100
    lindungi(ws)
    _mendatar(ws)


def _tautkan(sel: Cell, lembar: str, tujuan: str) -> None:
    """Make a cell lead to a place in the workbook."""
    sel.hyperlink = Hyperlink(ref=sel.coordinate, location=f"{quote_sheetname(lembar)}!{tujuan}")
    sel.font, sel.alignment = TAUTAN, BUNGKUS


def _tulis_temuan(ws: Worksheet, buku: BukuTulis) -> None:
    jumlah = len(buku.temuan)
    tulis_sel(ws.cell(1, 1), f"{jumlah} hal perlu diperbaiki. Tidak ada yang disimpan.").font = Font(
        name=HURUF, bold=True, size=14
    )
    ws.row_dimensions[1].height = 21
    tulis_sel(
        ws.cell(2, 1), "Tekan nama sel untuk menuju tempatnya. Perbaiki sel merah, simpan, lalu unggah lagi."
    )
    for n, (judul, lebar) in enumerate(
        (("Lembar", 22), ("Sel", 10), ("Yang salah", 80), ("Usulan", 24)), start=1
    ):
        sel = tulis_sel(ws.cell(4, n), judul)
        sel.font, sel.fill = PUTIH_TEBAL, BIRU
        ws.column_dimensions[get_column_letter(n)].width = lebar
    for nomor, t in enumerate(buku.temuan, start=5):
        tulis_sel(ws.cell(nomor, 1), t.lembar).alignment = BUNGKUS
        sel = tulis_sel(ws.cell(nomor, 2), t.sel)
        if t.sel:
            _tautkan(sel, t.lembar, t.sel)
        tulis_sel(ws.cell(nomor, 3), t.pesan).alignment = BUNGKUS
        tulis_sel(ws.cell(nomor, 4), t.usulan).alignment = BUNGKUS
        ws.row_dimensions[nomor].height = tinggi([(t.pesan, 80)])
    ws.freeze_panes = "A5"
    lindungi(ws)
    _mendatar(ws)
