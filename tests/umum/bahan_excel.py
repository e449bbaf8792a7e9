"""Workbooks for the tests of the reader, written part by part: also those that no program would write."""

from __future__ import annotations

import struct
import zipfile

NS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
NS_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NS_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
UTAMA = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
MAKRO = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"


def jenis(utama=UTAMA):
    """Return the part that names the kinds of the others."""
    return (
        '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Override PartName="/xl/workbook.xml" ContentType="{utama}"/></Types>'
    )


def hubungan(*butir):
    """Return a part of relations from (id, kind, target)."""
    isi = "".join(f'<Relationship Id="{i}" Type="{NS_R}/{j}" Target="{t}"/>' for i, j, t in butir)
    return f'<Relationships xmlns="{NS_RELS}">{isi}</Relationships>'


def lembar(baris, sesudah="", awal='<?xml version="1.0"?>'):
    """Return a sheet with these rows, as XML."""
    return f'{awal}<worksheet xmlns="{NS}"><sheetData>{baris}</sheetData>{sesudah}</worksheet>'


def teks_bersama(*butir):
    """Return the shared strings, each the XML inside its element."""
    return f'<sst xmlns="{NS}">{"".join(f"<si>{b}</si>" for b in butir)}</sst>'


def gaya(*format_angka):
    """Return styles: number n (from 1) has the n-th number format."""
    format_ = "".join(
        f'<numFmt numFmtId="{170 + n}" formatCode="{f}"/>' for n, f in enumerate(format_angka, 1)
    )
    xf = "".join(f'<xf numFmtId="{170 + n}"/>' for n in range(1, len(format_angka) + 1))
    isi = f'<numFmts>{format_}</numFmts><cellXfs><xf numFmtId="0"/>{xf}</cellXfs>'
    return f'<styleSheet xmlns="{NS}">{isi}</styleSheet>'


def tulis_buku(jalur, isi, *, nama="Pagu", sst=None, styles=None, sifat="", tambahan=(), kinds=UTAMA):
    """Write a workbook of one sheet; ``isi`` is its part as text, or blocks of bytes that are streamed."""
    rels = [("rId1", "worksheet", "worksheets/sheet1.xml")]
    with zipfile.ZipFile(jalur, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as arsip:
        arsip.writestr("[Content_Types].xml", jenis(kinds))
        arsip.writestr("_rels/.rels", hubungan(("rId1", "officeDocument", "xl/workbook.xml")))
        arsip.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{NS}" xmlns:r="{NS_R}">{sifat}'
            f'<sheets><sheet name="{nama}" sheetId="1" r:id="rId1"/></sheets></workbook>',
        )
        for bagian, data in (("sharedStrings", sst), ("styles", styles)):
            if data is not None:
                rels.append((bagian, bagian, f"{bagian}.xml"))
                _tulis(arsip, f"xl/{bagian}.xml", data)
        arsip.writestr("xl/_rels/workbook.xml.rels", hubungan(*rels))
        _tulis(arsip, "xl/worksheets/sheet1.xml", isi)
        for bagian, data in tambahan:
            _tulis(arsip, bagian, data)
    return jalur


def _tulis(arsip, bagian, isi):
    if isinstance(isi, str | bytes):
        arsip.writestr(bagian, isi)
        return
    with arsip.open(bagian, "w", force_zip64=True) as aliran:
        for blok in isi:
            aliran.write(blok)


def wadah_ole(*aliran, isi=b""):
    """Return an OLE2 container: its directory names these streams; the first holds ``isi``.

    Sectors of 512 bytes: the FAT in sector 0, the directory from sector 1 on, then the stream.
    """
    isi = isi.ljust(4096, b"\0")  # shorter ones would lie in another stream
    isi += b"\0" * (-len(isi) % 512)
    sektor_direktori = -(-(len(aliran) + 1) // 4)
    awal_isi = 1 + sektor_direktori
    entri = [_entri("Root Entry", 5, anak=1)]
    for n, nama in enumerate(aliran, 1):
        kanan = n + 1 if n < len(aliran) else -1
        entri.append(_entri(nama, 2, kanan=kanan, letak=(awal_isi, len(isi)) if n == 1 else (-2, 0)))
    direktori = b"".join(entri).ljust(sektor_direktori * 512, b"\0")
    fat = [-3, *_rantai(1, sektor_direktori), *_rantai(awal_isi, len(isi) // 512)]
    kepala = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16
    kepala += struct.pack("<5H6x9i", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, -2, 0, -2, 0)
    return b"".join([kepala, _deret(109, [0]), _deret(128, fat), direktori, isi])


def _deret(banyak, isi):
    return struct.pack(f"<{banyak}i", *isi, *[-1] * (banyak - len(isi)))


def _rantai(mulai, banyak):
    return [*range(mulai + 1, mulai + banyak), -2]


def _entri(nama, tipe, anak=-1, kanan=-1, letak=(-2, 0)):
    huruf = nama.encode("utf-16-le") + b"\0\0"
    return struct.pack("<64sHBBiii36xiQ", huruf, len(huruf), tipe, 1, -1, kanan, anak, *letak)


def catatan(kode, isi=b""):
    """Return one record of an old workbook (BIFF8)."""
    return struct.pack("<HH", kode, len(isi)) + isi


def buku_xls(nama, *sel, sesudah_bof=b""):
    """Return an .xls with one sheet; cells are (row, column, number or text)."""
    bof = struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0)
    lembar_ = catatan(0x809, bof)
    for baris, kolom, nilai in sel:
        if isinstance(nilai, str):
            teks = struct.pack("<HB", len(nilai), 1) + nilai.encode("utf-16-le")
            lembar_ += catatan(0x204, struct.pack("<HHH", baris, kolom, 0) + teks)
        else:
            lembar_ += catatan(0x203, struct.pack("<HHHd", baris, kolom, 0, nilai))
    lembar_ += catatan(0x0A)
    nama_ = struct.pack("<BB", len(nama), 0) + nama.encode("latin-1")
    awal = catatan(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0)) + sesudah_bof
    awal += catatan(0x42, struct.pack("<H", 1200))
    letak = len(awal) + 4 + 6 + len(nama_) + 4
    utama = awal + catatan(0x85, struct.pack("<IH", letak, 0) + nama_) + catatan(0x0A)
    return wadah_ole("Workbook", isi=utama + lembar_)
