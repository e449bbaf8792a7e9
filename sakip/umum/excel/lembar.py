"""The rows of a sheet, as they stand in its part: position, value, hidden or not. Memory stays flat."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from .batas import Batas
from .buku import JAM, PERSEN, TANGGAL, Buku, Lembar, ruang, teks_kaya, teks_polos
from .nilai import PANJANG_RUMUS, Muatan, muat_angka, muat_saat
from .tolak import rusak, sebut_jumlah, tolak
from .xml_aman import Pemotong

ALAMAT = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})", re.ASCII)
AWAL_1900 = datetime.datetime(1899, 12, 30)  # noqa: DTZ001  # Excel knows no zones
AWAL_1904 = datetime.datetime(1904, 1, 1)  # noqa: DTZ001
HARI_TERAKHIR = 2_958_465  # 31 December 9999
DETIK_SEHARI = 86_400


@dataclass
class BarisMuat:
    """A row on its way to the parent; ``persen``: addresses of the numbers that Excel shows as percents."""

    nomor: int
    nilai: list[Muatan]
    tersembunyi: bool
    is_khusus: bool  # holds a pair: a date, an error or a formula without a stored value
    persen: list[str] = field(default_factory=list)


def nomor_kolom(huruf: str) -> int:
    """Return the number of a column: A is 1, XFD is 16384."""
    hasil = 0
    for h in huruf:
        hasil = hasil * 26 + ord(h) - 64
    return hasil


def huruf_kolom(nomor: int) -> str:
    """Return the letters of a column."""
    hasil = ""
    while nomor > 0:
        nomor, sisa = divmod(nomor - 1, 26)
        hasil = chr(65 + sisa) + hasil
    return hasil


class PembacaLembar:
    """Reads one sheet: ``baris()`` first, then ``ekor()`` where the merged ranges are wanted."""

    def __init__(self, buku: Buku, lembar: Lembar, pemotong: Pemotong, batas: Batas) -> None:
        self.buku = buku
        self.lembar = lembar
        self.batas = batas
        self._pemotong = pemotong
        self._kolom: dict[str, int] = {}
        self._ns = ""

    def baris(self) -> Iterator[BarisMuat]:
        """Yield the rows that hold something or are hidden, in order."""
        terakhir = 0
        for potongan in self._pemotong.potongan():
            self._ns = ruang(potongan)
            for unsur in potongan:
                nomor = self._nomor(unsur, terakhir)
                terakhir = nomor
                baris = self._baca(unsur, nomor)
                if baris.nilai and nomor > self.batas.baris:
                    raise self._lebih("baris", len(baris.nilai), nomor, self.batas.baris)
                if baris.nilai or (baris.tersembunyi and nomor <= self.batas.baris):
                    yield baris

    def gabungan(self) -> list[str]:
        """Return the merged ranges, after all rows were taken."""
        ekor = self._pemotong.ekor()
        ns = ruang(ekor)
        return [g.get("ref", "") for g in ekor.iterfind(f"{ns}mergeCells/{ns}mergeCell")]

    def _nomor(self, unsur: ET.Element, terakhir: int) -> int:
        tulisan = unsur.get("r")
        if tulisan is None:
            return terakhir + 1
        if not (tulisan.isdigit() and len(tulisan) <= 7 and int(tulisan) > terakhir):
            raise rusak(f"lembar {self.lembar.nama}: urutan baris {tulisan[:10]} salah")
        return int(tulisan)

    def _baca(self, unsur: ET.Element, nomor: int) -> BarisMuat:
        hasil = BarisMuat(nomor, [], unsur.get("hidden") in ("1", "true"), False)
        nilai, posisi, terisi = hasil.nilai, 0, 0
        for sel in unsur:
            posisi = self._posisi(sel.get("r"), posisi, nomor)
            isi = self._isi(sel) if len(sel) else None
            if isi is None:
                continue
            if posisi > self.batas.kolom:
                raise self._lebih("kolom", posisi, nomor, self.batas.kolom)
            if posisi > terisi + 1:
                nilai.extend([None] * (posisi - terisi - 1))
            nilai.append(isi)
            terisi = posisi
            if type(isi) is list:
                hasil.is_khusus = True
            elif self.buku.gaya.get(sel.get("s", "")) == PERSEN and type(isi) is not str:
                hasil.persen.append(f"{huruf_kolom(posisi)}{nomor}")
        return hasil

    def _posisi(self, alamat: str | None, terakhir: int, nomor: int) -> int:
        """Return the column of a cell; columns come in order, each once."""
        if alamat is None:
            return terakhir + 1
        huruf = alamat.rstrip("0123456789")
        posisi = self._kolom.get(huruf)
        if posisi is None:
            if not ALAMAT.fullmatch(alamat) or nomor_kolom(huruf) > 16_384:
                raise rusak(f"lembar {self.lembar.nama}: alamat sel {alamat[:12]} salah")
            posisi = self._kolom[huruf] = nomor_kolom(huruf)
        if posisi <= terakhir or alamat[len(huruf) :] != str(nomor):
            raise rusak(f"lembar {self.lembar.nama}: urutan sel {alamat[:12]} salah")
        return posisi

    def _isi(self, sel: ET.Element) -> Muatan:
        """Return what a cell holds; None where it holds nothing, or only a text without a letter."""
        ns = self._ns
        jenis = sel.get("t", "n")
        if jenis == "inlineStr":
            kaya = sel.find(f"{ns}is")
            return (teks_kaya(kaya, f"{ns}t", f"{ns}r") or None) if kaya is not None else None
        anak = sel[0]
        v = (anak.text if anak.tag == f"{ns}v" else sel.findtext(f"{ns}v")) or ""
        if not v:
            rumus = sel.find(f"{ns}f")
            is_kosong = rumus is None or jenis == "str"
            return None if is_kosong or rumus is None else ["f", (rumus.text or "")[:PANJANG_RUMUS]]
        try:
            return self._OLAH[jenis](self, v, sel)
        except (KeyError, ValueError, IndexError, OverflowError):
            raise rusak(f"lembar {self.lembar.nama}: isi sel {sel.get('r', '')} tidak dikenal") from None

    def _angka(self, v: str, sel: ET.Element) -> Muatan:
        angka = muat_angka(v)
        jenis = self.buku.gaya.get(sel.get("s", ""))
        if jenis in (TANGGAL, JAM) and isinstance(angka, int | float):
            return self._saat(angka, jenis)
        return angka

    def _saat(self, angka: int | float, jenis: str) -> Muatan:
        """Return a date or moment; a time of the day is the text that Excel shows."""
        if not 0 <= angka <= HARI_TERAKHIR:
            return angka
        detik = round(angka * DETIK_SEHARI)
        if jenis == JAM or detik < DETIK_SEHARI:
            return f"{detik // 3600:02}:{detik // 60 % 60:02}:{detik % 60:02}"
        awal = AWAL_1904 if self.buku.sejak_1904 else AWAL_1900
        if awal is AWAL_1900 and detik < 60 * DETIK_SEHARI:
            detik += DETIK_SEHARI  # Excel counts 29 February 1900
        return muat_saat(awal + datetime.timedelta(seconds=detik))

    def _teks_bersama(self, v: str, _sel: ET.Element) -> Muatan:
        if not (v.isascii() and v.isdigit()):
            raise ValueError(v)
        return self.buku.teks[int(v)] or None

    def _teks(self, v: str, _sel: ET.Element) -> Muatan:
        return teks_polos(v)

    def _benar(self, v: str, _sel: ET.Element) -> Muatan:
        return v in ("1", "true")

    def _galat(self, v: str, _sel: ET.Element) -> Muatan:
        return ["e", v[:20]]

    def _tanggal(self, v: str, _sel: ET.Element) -> Muatan:
        return muat_saat(datetime.datetime.fromisoformat(v.removesuffix("Z")))

    def _lebih(self, kode: str, posisi: int, nomor: int, batas: int) -> Exception:
        sel = f"{huruf_kolom(posisi)}{nomor}"
        return tolak(kode, lembar=self.lembar.nama, sel=sel, batas=sebut_jumlah(batas))

    _OLAH: dict[str, Callable[[PembacaLembar, str, ET.Element], Muatan]] = {
        "n": _angka,
        "s": _teks_bersama,
        "str": _teks,
        "b": _benar,
        "e": _galat,
        "d": _tanggal,
    }
