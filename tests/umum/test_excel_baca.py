"""The reader of uploads: values as they stand in the file, through the child process."""

import datetime
from decimal import Decimal

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment

from sakip.umum.excel.baca import RumusKosong, SelGalat, baca_baris, baca_rinci
from sakip.umum.excel.batas import BATAS_BUKU
from sakip.umum.excel.buku import JAM, PERSEN, TANGGAL, jenis_format
from sakip.umum.excel.nilai import muat_angka

from .bahan_excel import buku_xls, gaya, lembar, teks_bersama, tulis_buku


def baca(jalur):
    return [(b.nomor, b.nilai) for b in baca_baris(jalur, jalur.name, BATAS_BUKU)]


@pytest.fixture(scope="module")
def buku_openpyxl(tmp_path_factory):
    """A workbook with one value of each kind, a comment, a merge, a hidden row and a hidden sheet."""
    buku = Workbook()
    satu = buku.active
    satu.title = "Pagu"
    isi = ["7.01", 126950500, 0.1 + 0.2, True, datetime.date(2026, 1, 2), "=A1+1", "#REF!", "a\u00a0b "]
    for nomor, nilai in enumerate(isi, 3):
        satu.cell(nomor, 2).value = nilai
    satu["B9"].data_type = "e"
    satu["B4"].comment = Comment("dari DPA", "Ani")
    satu.merge_cells("D3:E4")
    satu.row_dimensions[5].hidden = True
    satu.row_dimensions[20].hidden = True
    satu["C5"] = 0.9993
    satu["C5"].number_format = "0.00%"
    dua = buku.create_sheet("Kunci")
    dua.sheet_state = "veryHidden"
    dua["A1"] = "id"
    hasil = tmp_path_factory.mktemp("excel") / "nilai.xlsx"
    buku.save(hasil)
    return hasil


NILAI = [
    "7.01",
    Decimal(126950500),
    Decimal("0.3"),
    True,
    datetime.date(2026, 1, 2),
    RumusKosong("A1+1"),
    SelGalat("#REF!"),
    "a\u00a0b ",
]


def test_every_kind_of_value_comes_back_as_what_it_is(buku_openpyxl):
    baris = list(baca_baris(buku_openpyxl, "nilai.xlsx", BATAS_BUKU))
    assert [(b.lembar, b.nomor) for b in baris] == [*(("Pagu", n) for n in range(3, 11)), ("Kunci", 1)]
    assert [b.nilai[:2] for b in baris[:-1]] == [[None, nilai] for nilai in NILAI]
    assert [b.nomor for b in baris if b.tersembunyi] == [5]


def test_a_workbook_cell_by_cell(buku_openpyxl):
    pagu, kunci = baca_rinci(buku_openpyxl, BATAS_BUKU).lembar
    assert [pagu.baris[n][1] for n in range(3, 11)] == NILAI
    assert pagu.baris_tersembunyi == {5, 20}
    assert pagu.gabungan == ("D3:E4",)
    assert pagu.komentar == {"B4": "dari DPA"}
    assert pagu.persen == {"C5"}
    assert (pagu.tersembunyi, kunci.tersembunyi, kunci.baris) == (False, True, {1: ["id"]})


def test_shared_strings_runs_and_coded_line_breaks(tmp_path):
    sst = teks_bersama(
        "<t>7.01.01.2.01.0001</t>",
        "<r><rPr><b/></rPr><t>Camat </t></r><r><t>Contoh</t></r><rPh sb='0' eb='1'><t>x</t></rPh>",
        "<t>a_x000D_b</t>",
        "<t/>",
        '<t xml:space="preserve"> &lt;row&gt; </t>',
    )
    sel = "".join(f'<c r="{k}1" t="s"><v>{n}</v></c>' for n, k in enumerate("ABCDE"))
    jalur = tulis_buku(tmp_path / "a.xlsx", lembar(f'<row r="1">{sel}</row>'), sst=sst)
    assert baca(jalur) == [(1, ["7.01.01.2.01.0001", "Camat Contoh", "a\rb", None, " <row> "])]


def test_cells_and_rows_without_an_address_follow_each_other(tmp_path):
    isi = (
        '<row><c><v>1</v></c><c/><c><v>3</v></c></row><row r="4"><c r="C4"><v>5</v></c></row>'
        "<row><c><v>6</v></c></row>"
    )
    jalur = tulis_buku(tmp_path / "a.xlsx", lembar(isi))
    assert baca(jalur) == [(1, [1, None, 3]), (4, [None, None, 5]), (5, [6])]


def test_names_with_a_prefix_are_read_like_those_without(tmp_path):
    isi = (
        '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>'
        '<x:row r="2"><x:c r="A2"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    )
    assert baca(tulis_buku(tmp_path / "a.xlsx", isi)) == [(2, [7])]


def test_dates_moments_and_times_by_their_format(tmp_path):
    styles = gaya("dd/mm/yyyy", "yyyy-mm-dd hh:mm", "hh:mm:ss", "0.00")
    isi = "".join(
        f'<row r="{n}"><c r="A{n}" s="{s}"><v>{v}</v></c></row>'
        for n, (s, v) in enumerate([(1, 45292), (2, "45292.75"), (3, 0.5), (4, 45292), (1, 1), (1, -1)], 1)
    )
    assert [n for _, (n,) in baca(tulis_buku(tmp_path / "a.xlsx", lembar(isi), styles=styles))] == [
        datetime.date(2024, 1, 1),
        datetime.datetime(2024, 1, 1, 18, 0),
        "12:00:00",
        Decimal(45292),
        datetime.date(1900, 1, 1),
        Decimal(-1),
    ]


def test_a_workbook_of_1904_counts_from_there(tmp_path):
    isi = lembar('<row r="1"><c r="A1" s="1"><v>43830</v></c></row>')
    jalur = tulis_buku(
        tmp_path / "a.xlsx", isi, styles=gaya("d mmm yyyy"), sifat='<workbookPr date1904="1"/>'
    )
    assert baca(jalur) == [(1, [datetime.date(2024, 1, 1)])]


def test_a_formula_keeps_its_stored_value_and_says_where_it_has_none(tmp_path):
    isi = (
        '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>A1*2</f></c>'
        '<c r="C1" t="str"><f>"a"</f><v>a</v></c>'
        '<c r="D1" t="str"><f>IF(1,"")</f><v></v></c><c r="E1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'
    )
    jalur = tulis_buku(tmp_path / "a.xlsx", lembar(isi))
    assert baca(jalur) == [(1, [Decimal(2), RumusKosong("A1*2"), "a", None, SelGalat("#DIV/0!")])]


def test_a_sheet_without_rows_holds_nothing(tmp_path):
    isi = lembar("", '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>')
    for satu in (isi, isi.replace("<sheetData></sheetData>", "<sheetData/>")):
        (kosong,) = baca_rinci(tulis_buku(tmp_path / "a.xlsx", satu), BATAS_BUKU).lembar
        assert (kosong.baris, kosong.gabungan) == ({}, ("A1:B2",))


def test_empty_formatted_cells_far_away_harm_nobody(tmp_path):
    isi = '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="0"/></row><row r="1048576" s="0" hidden="1"/>'
    jalur = tulis_buku(tmp_path / "a.xlsx", lembar(isi))
    assert baca(jalur) == [(1, [1])]
    assert baca_rinci(jalur, BATAS_BUKU).lembar[0].baris_tersembunyi == frozenset()


def test_an_old_workbook_is_read_from_its_first_cell_on(tmp_path):
    jalur = tmp_path / "lama.xls"
    jalur.write_bytes(
        buku_xls("Pagu", (1, 1, "7.01.0000"), (1, 2, 126950500.0), (2, 2, 0.1 + 0.2), (4, 1, 99.93))
    )
    baris = list(baca_baris(jalur, jalur.name, BATAS_BUKU))
    assert {b.lembar for b in baris} == {"Pagu"}
    assert [(b.nomor, b.nilai) for b in baris] == [
        (2, [None, "7.01.0000", Decimal(126950500)]),
        (3, [None, None, Decimal("0.3")]),
        (5, [None, Decimal("99.93")]),
    ]


def test_closing_early_leaves_no_child(tmp_path, monkeypatch):
    import subprocess

    anak = []
    asli = subprocess.Popen

    class Popen(asli):
        def __init__(self, *a, **k):
            super().__init__(*a, **k)
            anak.append(self)

    monkeypatch.setattr(subprocess, "Popen", Popen)
    isi = (f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, 5001))
    semua = baca_baris(tulis_buku(tmp_path / "a.xlsx", lembar("".join(isi))), "a.xlsx", BATAS_BUKU)
    assert next(semua).nilai == [1]
    semua.close()
    assert anak[0].returncode is not None


@pytest.mark.parametrize(
    ("teks", "nilai"),
    [
        ("126950500", 126950500),
        ("-5", -5),
        ("+5", 5),
        ("-0", 0),
        ("12345678901234567", 12345678901234567),
        ("87.150000000000006", 87.15),
        ("0.30000000000000004", 0.3),
        ("1E+3", 1000),
        ("1.5E-3", 0.0015),
        ("126950500.00000001", 126950500),
        (" 7 ", 7),
        ("1e999", ["e", "#NUM!"]),
        ("nan", ["e", "nan"]),
        ("1_000", ["e", "1_000"]),
        ("٣", ["e", "٣"]),
    ],
)
def test_a_stored_number_is_what_excel_shows(teks, nilai):
    hasil = muat_angka(teks)
    assert (hasil, type(hasil)) == (nilai, type(nilai))


@pytest.mark.parametrize(
    ("kode", "jenis"),
    [
        ("General", ""),
        ("#,##0.00", ""),
        ('#,##0 "hari"', ""),
        ("[Red]0;[Blue]-0", ""),
        ("[$Rp-421]#,##0", ""),
        ("0.00%", PERSEN),
        ("dd/mm/yyyy", TANGGAL),
        ("[$-421]dd mmmm yyyy", TANGGAL),
        ("yyyy-mm-dd hh:mm", TANGGAL),
        ("mmm-yy", TANGGAL),
        ("h:mm", JAM),
        ("[h]:mm:ss", JAM),
        ("mm:ss", JAM),
    ],
)
def test_the_kind_of_a_number_format(kode, jenis):
    assert jenis_format(kode) == jenis
