"""The parts of a workbook beside its rows: sheets in order, shared strings, formats of numbers, comments."""

from __future__ import annotations

import posixpath
import re
import zipfile
from dataclasses import dataclass, field
from typing import IO
from xml.etree import ElementTree as ET

from .batas import PANJANG_TEKS
from .tolak import rusak, tolak
from .xml_aman import Pemotong, baca_blok, urai

TANGGAL, JAM, PERSEN = "tanggal", "jam", "persen"
BAWAAN = {
    **dict.fromkeys((*range(14, 18), 22, *range(27, 37), *range(50, 59)), TANGGAL),
    **dict.fromkeys((*range(18, 22), 45, 46, 47), JAM),
    **dict.fromkeys((9, 10), PERSEN),
}
BUKAN_TOKEN = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]', re.IGNORECASE)
TERSANDI = re.compile(r"_x(0009|000[AaDd]|005[Ff])_")


@dataclass(frozen=True)
class Lembar:
    """A worksheet of the workbook: its name, whether it is hidden, and its part."""

    nama: str
    tersembunyi: bool
    bagian: str


@dataclass
class Buku:
    """A workbook, opened: ``gaya`` says by style whether a number is a date, a time or a percent."""

    arsip: zipfile.ZipFile
    lembar: list[Lembar]
    teks: list[str] = field(default_factory=list)
    gaya: dict[str, str] = field(default_factory=dict)
    sejak_1904: bool = False


def buka_buku(arsip: zipfile.ZipFile) -> Buku:
    """Return the workbook of a checked archive, its shared strings and styles read."""
    nama = _cari(arsip, "xl/workbook.xml")
    akar = urai(baca_bagian(arsip, nama), nama)
    ns = ruang(akar)
    hubungan = baca_hubungan(arsip, nama)
    sifat = akar.find(f"{ns}workbookPr")
    buku = Buku(arsip, [], sejak_1904=sifat is not None and sifat.get("date1904") in ("1", "true"))
    for lembar in akar.iterfind(f"{ns}sheets/{ns}sheet"):
        jenis, bagian = hubungan.get(_id(lembar), ("", ""))
        if jenis == "worksheet":
            if not bagian:
                raise rusak(f"isi lembar {lembar.get('name', '')} tidak ada")
            buku.lembar.append(
                Lembar(lembar.get("name", ""), lembar.get("state", "visible") != "visible", bagian)
            )
    if not buku.lembar:
        raise rusak("tidak ada lembar kerja")
    for jenis, bagian in hubungan.values():
        if jenis == "sharedStrings":
            buku.teks = _baca_teks(arsip, bagian)
        elif jenis == "styles":
            buku.gaya = _baca_gaya(urai(baca_bagian(arsip, bagian), bagian))
    return buku


def ruang(akar: ET.Element) -> str:
    """Return the name space of an element as ElementTree writes it: "{http://…}" or nothing."""
    return akar.tag[: akar.tag.find("}") + 1]


def buka_bagian(arsip: zipfile.ZipFile, nama: str) -> IO[bytes]:
    """Open a large part of the archive, to be read in blocks."""
    try:
        return arsip.open(nama)
    except (KeyError, OSError, EOFError, ValueError, RuntimeError, zipfile.BadZipFile):
        raise rusak(f"bagian {nama} tidak terbaca") from None


def baca_bagian(arsip: zipfile.ZipFile, nama: str) -> bytes:
    """Return a small part of the archive; a damaged one is a refusal."""
    with buka_bagian(arsip, nama) as aliran:
        return b"".join(iter(lambda: baca_blok(aliran, nama), b""))


def baca_hubungan(arsip: zipfile.ZipFile, nama: str) -> dict[str, tuple[str, str]]:
    """Return by id the kind and the part that a part of the workbook is related to."""
    folder, berkas = posixpath.split(nama)
    rels = _cari(arsip, f"{folder}/_rels/{berkas}.rels", is_wajib=False)
    if not rels:
        return {}
    hasil = {}
    for butir in urai(baca_bagian(arsip, rels), rels):
        if butir.get("TargetMode") == "External":
            continue
        tujuan = posixpath.normpath(posixpath.join(folder, butir.get("Target", "")))
        jenis = butir.get("Type", "").rpartition("/")[2]
        hasil[butir.get("Id", "")] = (jenis, _cari(arsip, tujuan.lstrip("/"), is_wajib=False))
    return hasil


def _cari(arsip: zipfile.ZipFile, nama: str, is_wajib: bool = True) -> str:
    """Return the name of a part as it is stored: names differ in case between programs."""
    for ada in arsip.namelist():
        if ada.lower() == nama.lower():
            return ada
    if is_wajib:
        raise rusak(f"bagian {nama} tidak ada")
    return ""


def _id(lembar: ET.Element) -> str:
    return next((nilai for kunci, nilai in lembar.items() if kunci.endswith("}id")), "")


def _baca_teks(arsip: zipfile.ZipFile, bagian: str) -> list[str]:
    hasil: list[str] = []
    if not bagian:
        return hasil
    with buka_bagian(arsip, bagian) as aliran:
        for potongan in Pemotong(aliran, bagian, "sst", "si").potongan():
            ns = ruang(potongan)
            t, r = f"{ns}t", f"{ns}r"
            hasil.extend(teks_kaya(si, t, r) for si in potongan)
    return hasil


def teks_kaya(butir: ET.Element, t: str, r: str) -> str:
    """Return the text of a string: plain, or in runs; how it is pronounced is left out."""
    if len(butir) == 1 and butir[0].tag == t:
        return teks_polos(butir[0].text or "")
    return teks_polos(
        "".join((a.text if a.tag == t else a.findtext(t)) or "" for a in butir if a.tag in (t, r))
    )


def teks_polos(teks: str) -> str:
    """Return a text with its line breaks decoded (``_x000D_``), refused where longer than Excel allows."""
    if "_x" in teks:
        teks = TERSANDI.sub(lambda m: chr(int(m[1], 16)), teks)
    if len(teks) > PANJANG_TEKS:
        raise tolak("teks-panjang", rinci=f"diawali “{teks[:30]}”")
    return teks


def _baca_gaya(akar: ET.Element) -> dict[str, str]:
    """Return the styles whose numbers are dates, times or percents, by their number."""
    ns = ruang(akar)
    sendiri = {
        f.get("numFmtId", ""): jenis_format(f.get("formatCode", ""))
        for f in akar.iterfind(f"{ns}numFmts/{ns}numFmt")
    }
    hasil = {}
    for nomor, xf in enumerate(akar.iterfind(f"{ns}cellXfs/{ns}xf")):
        kode = xf.get("numFmtId", "0")
        jenis = sendiri[kode] if kode in sendiri else BAWAAN.get(int(kode) if kode.isdigit() else 0, "")
        if jenis:
            hasil[str(nomor)] = jenis
    return hasil


def jenis_format(kode: str) -> str:
    """Return TANGGAL, JAM, PERSEN or "" of a number format such as ``dd/mm/yyyy`` or ``[$-421]0,0``."""
    token = BUKAN_TOKEN.sub("", kode.split(";")[0]).lower()
    if "general" in token:
        return ""
    if re.search(r"[dy]|m", token) and not re.search(r"[hs]", token):
        return TANGGAL
    if re.search(r"[hs]", token):
        return TANGGAL if re.search(r"[dy]", token) else JAM
    return PERSEN if "%" in token else ""


def baca_komentar(arsip: zipfile.ZipFile, bagian: str) -> dict[str, str]:
    """Return by address the comments of a sheet."""
    hasil = {}
    for jenis, komentar in baca_hubungan(arsip, bagian).values():
        if jenis == "comments" and komentar:
            akar = urai(baca_bagian(arsip, komentar), komentar)
            ns = ruang(akar)
            for butir in akar.iter(f"{ns}comment"):
                isi = butir.find(f"{ns}text")
                hasil[butir.get("ref", "")] = teks_kaya(isi, f"{ns}t", f"{ns}r") if isi is not None else ""
    return hasil
