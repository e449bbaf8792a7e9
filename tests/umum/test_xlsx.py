"""Workbooks: texts are never formulas, numbers keep their exact value and their printed form."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal as D

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.umum.angka import format_angka
from sakip.umum.xlsx_buku import nama_lembar, tulis_buku
from sakip.umum.xlsx_tabel import Bilangan, Jenis, Kolom, Tabel, Tautan, baca_cetak, bentuk_angka
from tests.buku import berumus, buka

JAHAT = (
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", '=HYPERLINK("http://x")', "#REF!", "=",
)  # fmt: skip
KOLOM = (
    Kolom("Uraian", lebar=30),
    Kolom("Tahun", Jenis.BULAT),
    Kolom("Pagu", Jenis.RUPIAH, satuan="Rp", induk="Anggaran"),
    Kolom("Serapan", Jenis.PERSEN, desimal=2, induk="Anggaran"),
    Kolom("Tanggal", Jenis.TANGGAL),
)


def satu_sel(nilai, jenis=Jenis.TEKS, **kolom):
    return buka(tulis_buku([Tabel("T", [Kolom("K", jenis, **kolom)], [[nilai]])])).active["A3"]


# Text ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("teks", JAHAT)
def test_a_text_is_a_text_wherever_it_stands(teks):
    """Title, state, headings, cells, totals, notes, the name of the sheet, a link: no formula anywhere."""
    kolom = [Kolom(teks, induk=teks, nomor=teks, satuan=teks), Kolom("L", Jenis.RUPIAH)]
    tabel = Tabel(
        teks, kolom, [[teks, teks], [Tautan(teks, "Lain"), None]],
        keterangan=[teks], jumlah=[[teks, teks]], catatan=[teks], lembar=teks,
    )  # fmt: skip
    isi = tulis_buku([tabel, Tabel("K", kolom, [], kosong=teks)], teks)
    assert berumus(isi) == []
    sel = buka(isi).worksheets[0]["A6"]
    assert (sel.value.strip(), sel.data_type) == (teks.replace("\r", "\n").strip(), "s")
    assert bool(sel.quotePrefix) == (teks != "#REF!")


def test_a_plain_text_after_a_quoted_one_is_not_quoted():
    lembar = buka(tulis_buku([Tabel("T", [Kolom("K")], [["=1"], ["aman"], [""]])])).active
    assert [bool(lembar[f"A{n}"].quotePrefix) for n in (3, 4, 5)] == [True, False, False]


def test_signs_that_xml_cannot_hold_are_left_out():
    assert satu_sel("a\x00b\x0bc").value == "abc"


# Numbers ---------------------------------------------------------------------------------------------


@given(st.decimals("-99999999999", "99999999999", places=4))
def test_a_number_keeps_its_exact_value(nilai):
    assert D(repr(float(satu_sel(nilai, Jenis.ANGKA).value))) == nilai


@pytest.mark.parametrize(
    ("nilai", "kolom", "pola"),
    [
        (2024, {"jenis": Jenis.BULAT}, "0"),
        (D(126950500), {"jenis": Jenis.RUPIAH}, "[$-421]#,##0"),
        (D("1.5"), {"jenis": Jenis.RUPIAH}, "[$-421]#,##0.00"),
        (D("1.5000"), {"jenis": Jenis.ANGKA}, "[$-421]#,##0.0"),
        (D(80), {"jenis": Jenis.ANGKA, "desimal": 2}, "[$-421]#,##0.00"),
        (D("97.64"), {"jenis": Jenis.PERSEN, "desimal": 2}, '[$-421]#,##0.00"%"'),
        (Bilangan(D(-5), 0, bertanda=True), {}, "[$-421]+#,##0;[$-421]-#,##0;[$-421]#,##0"),
        (date(2024, 2, 26), {"jenis": Jenis.TANGGAL}, "[$-421]d mmmm yyyy"),
        (datetime(2024, 2, 26, 10, 5), {"jenis": Jenis.WAKTU}, "[$-421]d mmmm yyyy hh\\.mm"),
    ],
)
def test_the_format_of_a_number(nilai, kolom, pola):
    sel = satu_sel(nilai, **kolom)
    assert sel.number_format == pola
    assert sel.is_date == isinstance(nilai, date)


@pytest.mark.parametrize(
    ("teks", "hasil"),
    [
        ("97,64%", Bilangan(D("97.64"), 2, persen=True)),
        ("3.088.328.946", Bilangan(D(3088328946))),
        ("+1.200", Bilangan(D(1200), bertanda=True)),
        ("-70,50", Bilangan(D("-70.5"), 2)),
        ("0,00", Bilangan(D(0), 2)),
        ("belum diisi", None), ("–", None), ("BB", None), ("8 sampai 10", None), ("", None), ("%", None),
        ("12.6950.500", None),
    ],
)  # fmt: skip
def test_a_printed_figure_is_read_back(teks, hasil):
    assert baca_cetak(teks) == hasil


@given(st.decimals("-9999999", "9999999", places=4), st.integers(0, 4))
def test_every_figure_that_is_printed_reads_back_with_its_decimals(nilai, tempat):
    cetak = format_angka(nilai, tempat)
    baca = baca_cetak(cetak)
    assert baca is not None
    assert format_angka(baca.nilai, baca.desimal) == cetak
    assert bentuk_angka(baca.desimal).count("0") == 1 + tempat


# The sheet -------------------------------------------------------------------------------------------


def tabel(**ubah):
    dasar = {
        "keterangan": ["Kecamatan Contoh", "DRAF"],
        "jumlah": [["JUMLAH", None, D(7), None, None]],
        "catatan": ["Catatan."],
        "beku": 1,
    }
    isi = [["a", 2024, D(3), D("97.64"), date(2024, 1, 2)], ["b", 2024, D(4), None, None]]
    return Tabel("Pagu anggaran", KOLOM, isi, **(dasar | ubah))


def test_headings_stay_filter_and_repeat_on_paper():
    lembar = buka(tulis_buku([tabel()])).active
    assert [c.value for c in lembar[4]] == ["Uraian", "Tahun", "Anggaran", None, "Tanggal"]
    assert [c.value for c in lembar[5]] == [None, None, "Pagu (Rp)", "Serapan", None]
    assert sorted(map(str, lembar.merged_cells.ranges)) == ["A4:A5", "B4:B5", "C4:D4", "E4:E5"]
    assert lembar.freeze_panes == "B6"
    assert lembar.auto_filter.ref == "A5:E7"  # the total and the note stay below the filter
    assert lembar.print_title_rows == "$4:$5"
    assert (lembar.page_setup.orientation, lembar.page_setup.fitToWidth, lembar.page_setup.fitToHeight) == (
        "landscape", 1, 0,
    )  # fmt: skip
    assert lembar.sheet_properties.pageSetUpPr.fitToPage
    assert [lembar["A1"].value, lembar["A3"].value, lembar["A9"].value] == [
        "Pagu anggaran",
        "DRAF",
        "Catatan.",
    ]
    assert (lembar["C8"].value, lembar["C8"].font.b, lembar["A6"].font.b) == (7, True, False)
    assert lembar.column_dimensions["A"].width == 30


def test_rows_are_as_high_as_their_longest_text_needs():
    kolom = [Kolom("Uraian", lebar=12), Kolom("Nilai", Jenis.ANGKA)]
    lembar = buka(
        tulis_buku([Tabel("T", kolom, [["pendek", 1], ["dua puluh dua huruf ya", 2], ["a\nb\nc", 3]])])
    ).active
    # 12 wide less 2 holds 11 letters: one line, two, three.
    assert [lembar.row_dimensions[n].height for n in (3, 4, 5)] == [None, 30, 45]
    assert {c.font.name for satu in lembar for c in satu if c.value} == {"Calibri"}


def test_a_sheet_without_rows_says_so():
    lembar = buka(tulis_buku([tabel(kosong="Belum ada.", keterangan=(), jumlah=(), catatan=())])).active
    assert lembar["A4"].value == "a"
    kosong = buka(tulis_buku([Tabel("T", KOLOM[:2], [], kosong="Belum ada.")])).active
    assert (kosong["A3"].value, kosong.auto_filter.ref) == ("Belum ada.", "A2:B3")


def test_the_same_content_gives_the_same_bytes():
    assert tulis_buku([tabel(), tabel()], "B") == tulis_buku([tabel(), tabel()], "B")


def test_sheets_have_names_that_excel_takes():
    assert nama_lembar("Tabel 2.1") == "Tabel 2.1"
    assert nama_lembar("a/b:[c]*?\\d") == "a b c d"
    assert nama_lembar("x" * 40) == "x" * 31
    assert nama_lembar("X" * 40, {"x" * 31}) == "X" * 27 + " (2)"
    assert nama_lembar("''") == "Lembar"
    assert buka(tulis_buku([tabel(), tabel()])).sheetnames == ["Pagu anggaran", "Pagu anggaran (2)"]


def test_a_link_leads_to_another_sheet():
    isi = [[Tautan("Tabel 2.1", "Tabel 2.1")]]
    lembar = buka(tulis_buku([Tabel("Daftar", [Kolom("K")], isi)])).active
    assert lembar["A3"].hyperlink.location == "'Tabel 2.1'!A1"
