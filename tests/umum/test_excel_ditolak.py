"""Hostile, damaged and wrong files: each is refused with a sentence, and the server goes on."""

import re
import zipfile
from dataclasses import replace

import pytest

from sakip.umum.excel.baca import BerkasDitolak, baca_baris
from sakip.umum.excel.batas import BATAS_BUKU, BATAS_SIPD, MB

from .bahan_excel import MAKRO, NS, buku_xls, catatan, jenis, lembar, teks_bersama, tulis_buku, wadah_ole

SATU = lembar('<row r="1"><c r="A1"><v>1</v></c></row>')


def tolak(jalur, batas=BATAS_BUKU, nama="unggahan.xlsx"):
    """Return slug and sentence of the refusal of a file."""
    with pytest.raises(BerkasDitolak) as galat:
        for _ in baca_baris(jalur, nama, batas):
            pass
    assert "{" not in galat.value.pesan
    return galat.value.kode, galat.value.pesan


def berkas(tmp_path, isi):
    jalur = tmp_path / "unggahan.xlsx"
    jalur.write_bytes(isi)
    return jalur


def ulang(kepala, blok, kali, ekor):
    """Yield a large part by repeating one block of bytes."""
    yield kepala.encode()
    for _ in range(kali):
        yield blok
    yield ekor.encode()


def test_the_small_workbook_that_these_tests_change_is_read(tmp_path):
    assert [b.nilai for b in baca_baris(tulis_buku(tmp_path / "a.xlsx", SATU), "a.xlsx", BATAS_BUKU)] == [[1]]


# What the file is


@pytest.mark.parametrize(
    ("isi", "kode", "kutipan"),
    [
        (b"", "kosong", "kosong"),
        (b"%PDF-1.7\n\0", "jenis", "PDF"),
        (b"\x89PNG\r\n\x1a\n\0\0", "jenis", "PNG"),
        (b"\xff\xd8\xff\xe0\0", "jenis", "JPG"),
        (b"abc\0def", "jenis", "tidak dikenal"),
        (b"\n<HTML><body><table><tr><td>7.01</td></tr></table>", "html", "HTML"),
        (b'<table border="1"><tr><td>7.01</td></tr></table>', "html", "HTML"),
        (b'\xef\xbb\xbf<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>', "html", "XML"),
        (wadah_ole("EncryptionInfo", "EncryptedPackage"), "kata-sandi", "kata sandi"),
        (wadah_ole("WordDocument", "1Table"), "jenis", "Office"),
        (wadah_ole("Workbook", "_VBA_PROJECT_CUR"), "makro", "makro"),
        (wadah_ole("Workbook", isi=b"\0" * 4096), "rusak", "rusak"),
        (buku_xls("Pagu", (0, 0, 1.0), sesudah_bof=catatan(0x2F, b"\1" + b"\0" * 53)), "kata-sandi", "sandi"),
    ],
)
def test_a_file_of_another_kind_is_named(tmp_path, isi, kode, kutipan):
    hasil, pesan = tolak(berkas(tmp_path, isi))
    assert hasil == kode
    assert kutipan in pesan


@pytest.mark.parametrize(
    ("bagian", "kode", "kutipan"),
    [
        ("word/document.xml", "jenis", "Word"),
        ("xl/workbook.bin", "bukan-xlsx", ".xlsb"),
        ("catatan.txt", "jenis", "ZIP"),
    ],
)
def test_an_archive_that_is_no_workbook_is_named(tmp_path, bagian, kode, kutipan):
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as arsip:
        arsip.writestr(bagian, "<a/>")
    hasil, pesan = tolak(tmp_path / "a.xlsx")
    assert hasil == kode
    assert kutipan in pesan


def test_an_upload_over_the_limit_is_not_opened(tmp_path):
    kode, pesan = tolak(berkas(tmp_path, b"PK" + b"\0" * MB), replace(BATAS_BUKU, ukuran=MB))
    assert (kode, "2 MB, paling besar 1 MB" in pesan) == ("ukuran", True)


@pytest.mark.parametrize("sisa", [0.3, 0.7, 0.99])
def test_a_truncated_archive_is_damaged(tmp_path, sisa):
    utuh = tulis_buku(tmp_path / "a.xlsx", SATU).read_bytes()
    kode, pesan = tolak(berkas(tmp_path, utuh[: int(len(utuh) * sisa)]))
    assert (kode, "terpotong" in pesan) == ("rusak", True)


def test_a_damaged_part_is_damaged(tmp_path):
    jalur = tulis_buku(tmp_path / "a.xlsx", lembar("".join(f'<row r="{n}"/>' for n in range(1, 3000))))
    isi = bytearray(jalur.read_bytes())
    tengah = isi.index(b"xl/worksheets/sheet1.xml") + 200
    isi[tengah : tengah + 200] = b"\xff" * 200
    assert tolak(berkas(tmp_path, bytes(isi)))[0] == "rusak"


def test_an_archive_with_a_password_is_said_to_have_one(tmp_path):
    isi = bytearray(tulis_buku(tmp_path / "a.xlsx", SATU).read_bytes())
    for letak in re.finditer(b"PK\x01\x02", bytes(isi)):
        isi[letak.start() + 8] |= 1
    assert tolak(berkas(tmp_path, bytes(isi)))[0] == "kata-sandi"


# What the archive holds


@pytest.mark.parametrize(
    ("bagian", "kode"),
    [
        ("xl/vbaProject.bin", "makro"),
        ("xl/macrosheets/sheet1.xml", "makro"),
        ("xl/externalLinks/externalLink1.xml", "tautan-luar"),
        ("xl/connections.xml", "tautan-luar"),
        ("xl/queryTables/queryTable1.xml", "tautan-luar"),
        ("../../etc/passwd", "rusak"),
        ("/etc/passwd", "rusak"),
        ("XL/Workbook.xml", "rusak"),
    ],
)
def test_a_part_that_no_table_needs_is_refused(tmp_path, bagian, kode):
    assert tolak(tulis_buku(tmp_path / "a.xlsx", SATU, tambahan=[(bagian, "<a/>")]))[0] == kode


def test_a_kind_with_macros_is_refused_without_its_macros(tmp_path):
    assert jenis(MAKRO) != jenis()
    assert tolak(tulis_buku(tmp_path / "a.xlsx", SATU, kinds=MAKRO))[0] == "makro"


def test_a_link_to_a_page_is_no_external_link(tmp_path):
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
        'Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" '
        'Target="mailto:a@b.id" TargetMode="External"/></Relationships>'
    )
    tambahan = [("xl/worksheets/_rels/sheet1.xml.rels", rels)]
    jalur = tulis_buku(tmp_path / "a.xlsx", SATU, tambahan=tambahan)
    assert len(list(baca_baris(jalur, "a.xlsx", BATAS_BUKU))) == 1


def test_too_many_parts(tmp_path):
    tambahan = [(f"xl/media/{n}.png", b"") for n in range(1000)]
    kode, pesan = tolak(tulis_buku(tmp_path / "a.xlsx", SATU, tambahan=tambahan))
    assert (kode, "1.005 bagian, paling banyak 1.000" in pesan) == ("bagian", True)


def test_a_bomb_by_ratio_and_one_by_size(tmp_path):
    nol = [("xl/media/a.bin", ulang("", b"\0" * MB, 31, ""))]
    jalur = tulis_buku(tmp_path / "a.xlsx", SATU, tambahan=nol)
    assert jalur.stat().st_size < 300_000
    assert tolak(jalur)[0] == "rasio"
    kode, pesan = tolak(jalur, replace(BATAS_BUKU, rasio=10_000))
    assert (kode, "32 MB, paling besar 30 MB" in pesan) == ("terurai", True)


BOM_ENTITAS = (
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)
LUAR = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("awal", [BOM_ENTITAS, LUAR])
def test_entities_are_refused_in_every_part(tmp_path, awal):
    sel = '<row r="1"><c r="A1" t="inlineStr"><is><t>&a;</t></is></c></row>'
    assert tolak(tulis_buku(tmp_path / "a.xlsx", lembar(sel, awal=awal)))[0] == "dtd"
    sst = awal + teks_bersama("<t>&a;</t>")
    assert tolak(tulis_buku(tmp_path / "b.xlsx", SATU, sst=sst))[0] == "dtd"
    rels = [("xl/worksheets/_rels/sheet1.xml.rels", awal + "<a/>")]
    assert tolak(tulis_buku(tmp_path / "c.xlsx", SATU, tambahan=rels))[0] == "dtd"


@pytest.mark.parametrize(
    "isi",
    [
        lembar('<row r="1"><c r="A1" t="inlineStr"><is><t>&a;</t></is></c></row>'),
        lembar('<row r="1"><c r="A1"><v>1</v></c>'),
        lembar('<!-- <row r="1"/> --><row r="2"><c r="A2"><v>1</v></c></row>'),
        lembar('<row r="1"><c r="A1" t="str"><v><![CDATA[<row]]></v></c></row>'),
        lembar('<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>'),
        lembar('<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>'),
        lembar('<row r="1"><c r="A2"><v>1</v></c></row>'),
        lembar('<row r="1"><c r="AAAA1"><v>1</v></c></row>'),
        lembar('<row r="1"><c r="A1" t="s"><v>7</v></c></row>'),
        lembar('<row r="1"><c r="A1" t="x"><v>7</v></c></row>'),
        lembar('<row r="1"/>').encode("utf-16"),
        lembar('<row r="1"/>', awal='<?xml version="1.0" encoding="iso-8859-1"?>'),
        f'<worksheet xmlns="{NS}"/>',
        SATU[: SATU.index("</sheetData>")],
        "bukan XML",
    ],
)
def test_xml_that_excel_does_not_write_is_damaged(tmp_path, isi):
    kode, pesan = tolak(tulis_buku(tmp_path / "a.xlsx", isi))
    assert (kode, "simpan sebagai .xlsx" in pesan) == ("rusak", True)


# Rows, columns, texts


def test_one_cell_in_the_last_corner(tmp_path):
    jalur = tulis_buku(tmp_path / "a.xlsx", lembar('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'))
    assert jalur.stat().st_size < 2048
    kode, pesan = tolak(jalur, BATAS_SIPD)
    assert (kode, "sel XFD1048576" in pesan, "150.000 baris" in pesan) == ("baris", True, True)


def test_two_million_rows_are_read_up_to_the_limit(tmp_path):
    blok = b"<row><c><v>1</v></c></row>" * 10_000
    awal, akhir = SATU[: SATU.index("<row")], SATU[SATU.index("</sheetData>") :]
    jalur = tulis_buku(tmp_path / "a.xlsx", ulang(awal, blok, 200, akhir))
    assert jalur.stat().st_size < 400_000
    longgar = replace(BATAS_SIPD, rasio=10_000)
    kode, pesan = tolak(jalur, longgar)
    assert (kode, "sel A150001" in pesan) == ("baris", True)
    assert tolak(jalur)[0] == "rasio"


def test_too_many_columns_name_the_cell(tmp_path):
    isi = "".join(f"<c><v>{n}</v></c>" for n in range(61))
    kode, pesan = tolak(tulis_buku(tmp_path / "a.xlsx", lembar(f'<row r="3">{isi}</row>')))
    assert (kode, "sel BI3" in pesan, "Lembar Pagu" in pesan) == ("kolom", True, True)


def test_a_text_of_300_mb_is_never_held(tmp_path):
    longgar = replace(BATAS_SIPD, rasio=10_000)
    besar = ulang(f'<sst xmlns="{NS}"><si><t>', b"x" * MB, 300, "</t></si></sst>")
    jalur = tulis_buku(tmp_path / "a.xlsx", SATU, sst=besar)
    assert tolak(jalur, longgar)[0] == "teks-panjang"
    assert tolak(jalur)[0] == "rasio"


@pytest.mark.parametrize("di", ["sst", "sel", "rumus"])
def test_a_text_longer_than_excel_allows(tmp_path, di):
    teks, sst = "x" * 32_768, None
    isi = f'<c r="A1" t="inlineStr"><is><t>{teks}</t></is></c>'
    if di == "sst":
        isi, sst = '<c r="A1" t="s"><v>0</v></c>', teks_bersama(f"<t>{teks}</t>")
    elif di == "rumus":
        isi = f'<c r="A1" t="str"><f>A2</f><v>{teks}</v></c>'
    kode, pesan = tolak(tulis_buku(tmp_path / "a.xlsx", lembar(f'<row r="1">{isi}</row>'), sst=sst))
    assert (kode, "diawali “xxx" in pesan) == ("teks-panjang", True)


def test_rows_and_columns_of_an_old_workbook(tmp_path):
    jauh = berkas(tmp_path, buku_xls("Pagu", (5000, 0, 1.0)))
    assert tolak(jauh)[0] == "baris"
    lebar = berkas(tmp_path, buku_xls("Pagu", (0, 60, 1.0)))
    assert tolak(lebar)[0] == "kolom"
