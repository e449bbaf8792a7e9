"""The gate: what a file is, by its content, and whether its archive may be opened."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from .batas import MB, Batas
from .ole import OLE2, periksa_ole
from .tolak import rusak, sebut_jumlah, sebut_ukuran, tolak
from .xml_aman import periksa_kepala

XLSX, XLS, TEKS = "xlsx", "xls", "teks"
LAIN = {
    b"%PDF": "berkas PDF",
    b"\x89PNG": "gambar PNG",
    b"\xff\xd8\xff": "gambar JPG",
    b"GIF8": "gambar GIF",
    b"{\\rtf": "dokumen RTF",
    b"Rar!": "arsip RAR",
    b"7z\xbc\xaf": "arsip 7z",
    b"\x1f\x8b": "arsip gzip",
    b"\x7fELF": "program",
    b"MZ": "program",
    b"SQLite format": "basis data",
}
TERENKRIPSI = 1
WAJAR = 4 * MB  # below this a high ratio harms nobody: an empty, well formatted sheet has one
BUKU = "xl/workbook.xml"
LUAR = ("xl/externallinks/", "xl/connections.xml", "xl/querytables/")
MAKRO = ("vbaproject.bin", "vbadata.xml")


def kenali(jalur: Path, batas: Batas) -> str:
    """Return XLSX, XLS or TEKS; raise BerkasDitolak for what is none of them or too large."""
    ukuran = jalur.stat().st_size
    if ukuran == 0:
        raise tolak("kosong")
    if ukuran > batas.ukuran:
        raise tolak("ukuran", ada=sebut_ukuran(ukuran), batas=sebut_ukuran(batas.ukuran))
    with jalur.open("rb") as berkas:
        awal = berkas.read(64 * 1024)
    if awal.startswith(b"PK"):
        return XLSX
    if awal.startswith(OLE2):
        periksa_ole(jalur.read_bytes())
        return XLS
    return _kenali_teks(awal)


def _kenali_teks(awal: bytes) -> str:
    for tanda, apa in LAIN.items():
        if awal.startswith(tanda):
            raise tolak("jenis", apa=apa)
    if awal.startswith((b"\xff\xfe", b"\xfe\xff")):
        return TEKS  # text in UTF-16: "Unicode Text" of Excel
    if b"\0" in awal:
        raise tolak("jenis", apa="berkas yang tidak dikenal")
    isi = awal.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if not isi:
        raise tolak("kosong")
    if isi.startswith(b"<"):
        is_xml = isi.startswith(b"<?xml") and b"<html" not in isi
        raise tolak("html", apa="XML lama" if is_xml else "halaman web (HTML)")
    return TEKS


def buka_arsip(jalur: Path, batas: Batas) -> zipfile.ZipFile:
    """Return the archive of a workbook after all checks; raise BerkasDitolak."""
    try:
        arsip = zipfile.ZipFile(jalur)
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise rusak("arsipnya terpotong") from None
    try:
        _periksa_ukuran(arsip, jalur, batas)
        _periksa_nama(arsip.namelist())
        _periksa_isi(arsip)
    except BaseException:
        arsip.close()
        raise
    return arsip


def _periksa_ukuran(arsip: zipfile.ZipFile, jalur: Path, batas: Batas) -> None:
    """Compare what the archive says of itself; more than it says is never unpacked from a part."""
    daftar = arsip.infolist()
    if len(daftar) > batas.bagian:
        raise tolak("bagian", ada=sebut_jumlah(len(daftar)), batas=sebut_jumlah(batas.bagian))
    terurai = sum(i.file_size for i in daftar)
    if terurai > WAJAR and terurai > batas.rasio * jalur.stat().st_size:
        raise tolak("rasio")
    if terurai > batas.terurai:
        raise tolak("terurai", ada=sebut_ukuran(terurai), batas=sebut_ukuran(batas.terurai))
    if any(i.flag_bits & TERENKRIPSI for i in daftar):
        raise tolak("kata-sandi")
    if any(i.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for i in daftar):
        raise rusak("cara pemampatannya bukan cara Excel")


def _periksa_nama(nama: list[str]) -> None:
    kecil = [n.lower() for n in nama]
    if len(set(kecil)) != len(kecil):
        raise rusak("satu bagian tersimpan dua kali")
    if any("\\" in n or n.startswith("/") or ".." in PurePosixPath(n).parts for n in nama):
        raise rusak("nama bagiannya tidak wajar")
    if BUKU not in kecil:
        raise _bukan_buku(kecil)
    if any(n.endswith(MAKRO) or n.startswith("xl/macrosheets/") for n in kecil):
        raise tolak("makro")
    for n in kecil:
        if n.startswith(LUAR):
            raise tolak("tautan-luar", rinci="koneksi data" if "connect" in n or "query" in n else "tautan")


def _bukan_buku(nama: Iterable[str]) -> Exception:
    if "xl/workbook.bin" in nama:
        return tolak("bukan-xlsx", apa="buku kerja biner (.xlsb)")
    if "content.xml" in nama and "mimetype" in nama:
        return tolak("bukan-xlsx", apa="berkas LibreOffice (.ods atau .odt)")
    if "word/document.xml" in nama:
        return tolak("jenis", apa="dokumen Word")
    return tolak("jenis", apa="arsip ZIP")


def _periksa_isi(arsip: zipfile.ZipFile) -> None:
    """Look at the head of every XML part (no DTD), and at the kinds that the workbook declares."""
    for info in arsip.infolist():
        if not info.filename.lower().endswith((".xml", ".rels")):
            continue
        try:
            with arsip.open(info) as aliran:
                periksa_kepala(aliran, info.filename)
                if info.filename.lower() == "[content_types].xml":
                    aliran.seek(0)
                    _periksa_jenis(aliran.read(4 * MB))
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError):
            raise rusak(f"bagian {info.filename} tidak terbaca") from None


def _periksa_jenis(isi: bytes) -> None:
    if b"macroenabled" in isi.lower() or b"vbaproject" in isi.lower():
        raise tolak("makro")
