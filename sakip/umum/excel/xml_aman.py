"""Parts of a workbook as XML: no DTD, UTF-8 only, and large parts cut into pieces of whole elements.

A large part is never parsed in one go: it is read in blocks, cut before an element that repeats (a row, a
shared string), and each piece is parsed by itself, so memory stays flat. Cutting is exact because comments,
CDATA and processing instructions are refused: then "<row" can only be the start of an element.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Generator
from typing import IO
from xml.etree import ElementTree as ET
from xml.parsers import expat
from zipfile import BadZipFile

from .batas import MB
from .tolak import rusak, tolak

BLOK = 64 * 1024  # larger pieces are slower: their elements no longer fit the cache
UTAMA = 64 * 1024  # a DTD stands before the first element
BUTIR_TERBESAR = 8 * MB  # bytes of one row: 60 cells of the longest text that Excel allows
HABIS_MEMORI = 1  # XML_ERROR_NO_MEMORY
SANDI_TEKS = (None, "utf-8", "us-ascii", "ascii")


class _Cukup(Exception):
    """The first element was seen."""


def periksa_kepala(aliran: IO[bytes], nama: str) -> None:
    """Refuse a part that has a DTD, is not UTF-8 or is no XML; only its beginning is read."""
    pengurai = expat.ParserCreate()
    pengurai.StartDoctypeDeclHandler = _tolak_dtd
    pengurai.XmlDeclHandler = _periksa_sandi
    pengurai.StartElementHandler = _berhenti
    awal = aliran.read(UTAMA)
    if awal.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise rusak(f"bagian {nama} tidak bertulisan UTF-8")
    try:
        pengurai.Parse(awal)
    except _Cukup:
        return
    except expat.ExpatError:
        pass
    raise rusak(f"bagian {nama} bukan XML")


def _tolak_dtd(*_: object) -> None:
    raise tolak("dtd")


def _periksa_sandi(_versi: str, sandi: str | None, _sendiri: int) -> None:
    if (sandi.lower() if sandi else None) not in SANDI_TEKS:
        raise rusak("XML tidak bertulisan UTF-8")


def _berhenti(*_: object) -> None:
    raise _Cukup


def urai(isi: bytes, nama: str) -> ET.Element:
    """Return the root of a small part whose head was checked."""
    try:
        return ET.fromstring(isi)  # noqa: S314  # a part with a DTD was refused before
    except ET.ParseError as galat:
        if galat.code == HABIS_MEMORI:
            raise MemoryError from None
        raise rusak(f"bagian {nama} bukan XML") from None


def baca_blok(aliran: IO[bytes], nama: str) -> bytes:
    """Return the next block of a part; a damaged archive is a refusal."""
    try:
        return aliran.read(BLOK)
    except (BadZipFile, zlib.error, EOFError, OSError):
        raise rusak(f"bagian {nama} tidak terbaca") from None


class Pemotong:
    """A large part, read piece by piece: ``wadah`` is the element that holds many of ``butir``."""

    def __init__(self, aliran: IO[bytes], nama: str, wadah: str, butir: str) -> None:
        self.aliran = aliran
        self.nama = nama
        self.terbesar = BUTIR_TERBESAR
        self._wadah = wadah.encode()
        self._butir = butir.encode()
        self._akar = b""
        self._tutup = b""
        self._sisa = b""

    def potongan(self) -> Generator[ET.Element]:
        """Yield elements whose children are whole ``butir``, in order."""
        ada, awalan = self._masuk()
        if not ada:
            return
        mulai, akhir = b"<" + awalan + self._butir, b"</" + awalan + self._wadah + b">"
        while True:
            blok = baca_blok(self.aliran, self.nama)
            self._sisa += blok
            letak = self._sisa.rfind(akhir)
            if letak >= 0:
                isi, self._sisa = self._sisa[:letak], self._sisa[letak + len(akhir) :]
                yield self._urai(isi)
                return
            if not blok:
                raise rusak(f"bagian {self.nama} terpotong")
            letak = self._sisa.rfind(mulai)
            if letak > 0:
                isi, self._sisa = self._sisa[:letak], self._sisa[letak:]
                yield self._urai(isi)
            if len(self._sisa) > self.terbesar:
                raise tolak("teks-panjang", rinci=self.nama)

    def ekor(self) -> ET.Element:
        """Return what follows the container, after all pieces were taken."""
        isi = [self._sisa]
        while blok := baca_blok(self.aliran, self.nama):
            isi.append(blok)
        ekor = b"".join(isi)
        return self._urai(ekor[: max(ekor.rfind(self._tutup), 0)])

    def _masuk(self) -> tuple[bool, bytes]:
        """Read up to the container; return whether it holds anything, and the prefix of its names."""
        pola = re.compile(rb"<([A-Za-z_][\w.-]*:)?" + self._wadah + rb"(?:\s[^<>]*)?/?>")
        while True:
            blok = baca_blok(self.aliran, self.nama)
            self._sisa += blok
            if buka := pola.search(self._sisa):
                break
            if not blok or len(self._sisa) > self.terbesar:
                raise rusak(f"bagian {self.nama} tidak berisi tabel")
        akar = re.search(rb"<([A-Za-z_][^\s<>/]*)[^<>]*>", self._sisa)
        assert akar is not None  # the container at least
        if b"<!" in self._sisa[: buka.start()]:
            raise rusak(f"bagian {self.nama} berisi komentar XML")
        self._akar, self._tutup = akar[0].rstrip(b"/>") + b">", b"</" + akar[1] + b">"
        self._sisa = self._sisa[buka.end() :]
        return not buka[0].endswith(b"/>"), buka[1] or b""

    def _urai(self, isi: bytes) -> ET.Element:
        if b"<!" in isi or b"<?" in isi:
            raise rusak(f"bagian {self.nama} berisi komentar XML")
        return urai(self._akar + isi + self._tutup, self.nama)
