"""Text tables: delimiter and encoding are found out, every cell stays the text that it is."""

import pytest

from sakip.umum.excel.baca import BerkasDitolak, baca_baris, baca_rinci
from sakip.umum.excel.batas import BATAS_BUKU


def baca(tmp_path, isi, nama="realisasi.csv"):
    jalur = tmp_path / nama
    jalur.write_bytes(isi)
    return [(b.lembar, b.nomor, b.nilai) for b in baca_baris(jalur, nama, BATAS_BUKU)]


@pytest.mark.parametrize("pemisah", [";", ",", "\t"])
def test_the_delimiter_is_that_of_the_first_line(tmp_path, pemisah):
    isi = f'Kode{pemisah}Nama{pemisah}Nilai\r\n7.01{pemisah}"a;b,c\td"{pemisah}1000\r\n'
    assert baca(tmp_path, isi.encode()) == [
        ("realisasi", 1, ["Kode", "Nama", "Nilai"]),
        ("realisasi", 2, ["7.01", "a;b,c\td", "1000"]),
    ]


def test_mixed_content_stays_text_and_blank_lines_count(tmp_path):
    isi = (
        "Kode;Nilai;Tanggal\n\n7.01.0000;1.234.567,89;\n;;\n"
        '\'1980;1,234,567.89;2026-01-02\n"dua\nbaris";87.15\n'
    )
    assert [b[1:] for b in baca(tmp_path, isi.encode())] == [
        (1, ["Kode", "Nilai", "Tanggal"]),
        (3, ["7.01.0000", "1.234.567,89"]),
        (5, ["'1980", "1,234,567.89", "2026-01-02"]),
        (6, ["dua\nbaris", "87.15"]),
    ]


@pytest.mark.parametrize("tulisan", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_mark_encoding_and_no_break_space(tmp_path, tulisan):
    isi = "Nilai\u00a0SP2D;Jalan “A”\n7;é\n"
    assert [b[2] for b in baca(tmp_path, isi.encode(tulisan))] == [
        ["Nilai\u00a0SP2D", "Jalan “A”"],
        ["7", "é"],
    ]


def test_the_line_of_excel_that_names_the_delimiter_is_no_row_of_data(tmp_path):
    assert baca(tmp_path, b"sep=;\na,b;c\n") == [("realisasi", 2, ["a,b", "c"])]


@pytest.mark.parametrize(
    ("isi", "kode", "kutipan"),
    [
        (b"a;b\n" + b"1;2\n" * 5000, "baris", "sel B5001"),
        (b";" * 60 + b"x\n", "kolom", "sel BI1"),
        (b'a;"' + b"x" * 40_000, "teks-panjang", "tanda kutip"),
        (b"a;b\n" + b"1;2\n" * 20_000 + b"\0", "rusak", "huruf"),
        (b"a;\x81\n", "rusak", "huruf"),
        (b" \n\n", "kosong", "kosong"),
    ],
)
def test_what_is_no_table_is_refused(tmp_path, isi, kode, kutipan):
    with pytest.raises(BerkasDitolak) as galat:
        baca(tmp_path, isi)
    assert galat.value.kode == kode
    assert kutipan in galat.value.pesan


def test_a_text_is_no_workbook(tmp_path):
    jalur = tmp_path / "a.xlsx"
    jalur.write_bytes(b"a;b\n")
    with pytest.raises(BerkasDitolak) as galat:
        baca_rinci(jalur, BATAS_BUKU)
    assert galat.value.kode == "bukan-xlsx"
