"""The rows of a sheet, as they stand in its part: position, value, hidden or not. Memory stays flat."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from .batas import Batas
from .buku import PERSEN, Buku, Lembar, ruang
from .nilai import Muatan
from .sel import PembacaSel
from .tolak import rusak, sebut_jumlah, tolak
from .xml_aman import Pemotong

ALAMAT = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})", re.ASCII)
KOLOM_TERAKHIR = 16_384


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


HURUF = tuple(huruf_kolom(n) for n in range(1, 201))


@dataclass
class BarisMuat:
    """A row on its way to the parent; ``persen``: addresses of the numbers that Excel shows as percents."""

    nomor: int
    nilai: list[Muatan]
    tersembunyi: bool
    is_khusus: bool  # holds a pair: a date, an error or a formula without a stored value
    persen: list[str] = field(default_factory=list)


def periksa_batas(lembar: str, nomor: int, terisi: int, batas: Batas) -> None:
    """Refuse a row that lies, or whose last filled cell lies, outside the limits; empty rows may."""
    for kode, ada, paling_banyak in (("baris", nomor, batas.baris), ("kolom", terisi, batas.kolom)):
        if terisi and ada > paling_banyak:
            sel = f"{huruf_kolom(terisi)}{nomor}"
            raise tolak(kode, lembar=lembar, sel=sel, batas=sebut_jumlah(paling_banyak))


class PembacaLembar:
    """Reads one sheet: ``baris()`` first, then ``gabungan()`` where the merged ranges are wanted."""

    def __init__(self, buku: Buku, lembar: Lembar, pemotong: Pemotong, batas: Batas) -> None:
        self.nama = lembar.nama
        self.batas = batas
        self._gaya = buku.gaya
        self._pemotong = pemotong
        self._sel = PembacaSel(buku)

    def baris(self) -> Iterator[BarisMuat]:
        """Yield the rows that hold something or are hidden, in order."""
        terakhir = 0
        for potongan in self._pemotong.potongan():
            self._sel.pakai_ruang(ruang(potongan))
            for unsur in potongan:
                terakhir = self._nomor(unsur, terakhir)
                baris = self._baca(unsur, terakhir)
                if baris.nilai or (baris.tersembunyi and terakhir <= self.batas.baris):
                    periksa_batas(self.nama, terakhir, len(baris.nilai), self.batas)
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
            raise rusak(f"lembar {self.nama}: urutan baris {tulisan[:10]} salah")
        return int(tulisan)

    def _baca(self, unsur: ET.Element, nomor: int) -> BarisMuat:
        """Return a row; this loop runs millions of times, so it calls as little as it can."""
        hasil = BarisMuat(nomor, [], unsur.get("hidden") in ("1", "true"), False)
        nilai, posisi, ekor, olah = hasil.nilai, 0, str(nomor), self._sel.olah
        for sel in unsur:
            alamat = sel.get("r")
            if posisi < len(HURUF) and alamat == HURUF[posisi] + ekor:
                posisi += 1
            else:
                posisi = self._posisi(alamat, posisi, ekor)
            isi = olah[sel.get("t", "n")](sel) if len(sel) else None
            if isi is None or isi == "":
                continue
            if posisi > len(nilai) + 1:
                periksa_batas(self.nama, nomor, posisi, self.batas)
                nilai.extend([None] * (posisi - len(nilai) - 1))
            nilai.append(isi)
            if type(isi) is list:
                hasil.is_khusus = True
            elif type(isi) is not str and self._gaya.get(sel.get("s", "")) == PERSEN:
                hasil.persen.append(alamat or huruf_kolom(posisi) + ekor)
        return hasil

    def _posisi(self, alamat: str | None, terakhir: int, ekor: str) -> int:
        """Return the column of a cell; columns come in order, each once."""
        if alamat is None:
            return terakhir + 1
        cocok = ALAMAT.fullmatch(alamat)
        posisi = nomor_kolom(cocok[1]) if cocok else 0
        if not cocok or cocok[2] != ekor or not terakhir < posisi <= KOLOM_TERAKHIR:
            raise rusak(f"lembar {self.nama}: urutan sel {alamat[:12]} salah")
        return posisi
