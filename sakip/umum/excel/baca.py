"""Read an uploaded table: the parsing runs in a child process, this side only takes its lines.

``baca_baris`` streams rows of .xlsx, .xls and CSV; ``baca_rinci`` gives a whole .xlsx cell by cell.
Whatever happens to the child is a BerkasDitolak here, with a sentence for the person.
"""

from __future__ import annotations

import logging
import os
import selectors
import signal
import subprocess
import sys
import time
from collections.abc import Generator, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .batas import Batas
from .nilai import Baris, Nilai, RumusKosong, SelGalat, jadikan_nilai, urai_baris
from .tolak import BerkasDitolak, rusak, tolak

__all__ = [
    "Baris",
    "BerkasDitolak",
    "BukuBaca",
    "LembarBaca",
    "Nilai",
    "RumusKosong",
    "SelGalat",
    "baca_baris",
    "baca_rinci",
]

PANGKAL = Path(__file__).resolve().parents[3]
BLOK = 256 * 1024
catatan = logging.getLogger(__name__)


@dataclass
class LembarBaca:
    """A sheet, cell by cell.

    ``baris`` by its number, from column A to the last cell that holds something; ``komentar`` by address;
    ``persen`` are the addresses of numbers that Excel shows as percents (0,9993 is seen as 99,93%).
    """

    nama: str
    tersembunyi: bool
    baris: dict[int, list[Nilai]] = field(default_factory=dict)
    baris_tersembunyi: frozenset[int] = frozenset()
    gabungan: tuple[str, ...] = ()
    komentar: dict[str, str] = field(default_factory=dict)
    persen: frozenset[str] = frozenset()


@dataclass
class BukuBaca:
    """A workbook, its sheets in order."""

    lembar: list[LembarBaca]


def baca_baris(jalur: Path, nama: str, batas: Batas) -> Generator[Baris]:
    """Yield the rows of all sheets in order; closing the generator ends the child."""
    lembar = ""
    for pesan in _jalankan("baris", jalur, nama, batas):
        if isinstance(pesan, list):
            nomor, khusus, tersembunyi, nilai, _ = pesan
            if nilai:
                yield Baris(lembar, int(nomor), jadikan_nilai(nilai) if khusus else nilai, tersembunyi)
        elif "lembar" in pesan:
            lembar = pesan["lembar"]


def baca_rinci(jalur: Path, batas: Batas) -> BukuBaca:
    """Return a whole .xlsx workbook, cell by cell."""
    buku = BukuBaca([])
    for pesan in _jalankan("rinci", jalur, jalur.name, batas):
        if isinstance(pesan, list):
            _tambah_baris(buku.lembar[-1], *pesan)
        elif "lembar" in pesan:
            buku.lembar.append(LembarBaca(pesan["lembar"], pesan["tersembunyi"]))
        elif "gabungan" in pesan:
            buku.lembar[-1].gabungan = tuple(pesan["gabungan"])
            buku.lembar[-1].komentar = pesan["komentar"]
    return buku


def _tambah_baris(
    lembar: LembarBaca, nomor: Any, _khusus: bool, tersembunyi: bool, nilai: list[Any], persen: list[str]
) -> None:
    if nilai:
        lembar.baris[int(nomor)] = jadikan_nilai(nilai)
    if tersembunyi:
        lembar.baris_tersembunyi |= {int(nomor)}
    if persen:
        lembar.persen |= set(persen)


def perintah_anak(mode: str, jalur: Path, nama: str, batas: Batas) -> list[str]:
    """Return the command of the child."""
    pilihan = [mode, str(jalur.resolve()), nama.replace("\0", ""), batas.ke_json()]
    return [sys.executable, "-B", "-m", "sakip.umum.excel.anak", *pilihan]


def _jalankan(mode: str, jalur: Path, nama: str, batas: Batas) -> Iterator[Any]:
    """Yield what the child writes until its end; the child never outlives this generator."""
    anak = subprocess.Popen(
        perintah_anak(mode, jalur, nama, batas),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=PANGKAL,
        env={"PATH": os.environ.get("PATH", ""), "PYTHONUTF8": "1"},  # none of the server's secrets
    )
    assert anak.stdout is not None
    try:
        for baris in _baris_keluaran(anak.stdout.fileno(), batas):
            pesan = urai_baris(baris)
            if isinstance(pesan, dict):
                if "selesai" in pesan:
                    return
                _tolak_bila_perlu(pesan)
            yield pesan
        raise _sebab_mati(anak, batas)
    finally:
        anak.kill()
        anak.wait()
        anak.stdout.close()


def _baris_keluaran(fd: int, batas: Batas) -> Iterator[str]:
    """Yield whole lines; only the time spent waiting on the child counts against the clock."""
    sisa, waktu = b"", float(batas.detik)
    with selectors.DefaultSelector() as penunggu:
        penunggu.register(fd, selectors.EVENT_READ)
        while True:
            mulai = time.monotonic()
            if waktu <= 0 or not penunggu.select(waktu):
                raise tolak("waktu", batas=batas.detik)
            waktu -= time.monotonic() - mulai
            blok = os.read(fd, BLOK)
            if not blok:
                return
            *utuh, sisa = (sisa + blok).split(b"\n")
            yield from (b.decode() for b in utuh)


def _tolak_bila_perlu(pesan: dict[str, Any]) -> None:
    if "tolak" in pesan:
        raise BerkasDitolak(pesan["tolak"], pesan["pesan"])
    if "jejak" in pesan:
        catatan.error("Pembaca berkas gagal:\n%s", pesan["jejak"])
        raise rusak("isinya tidak dikenal")


def _sebab_mati(anak: subprocess.Popen[bytes], batas: Batas) -> BerkasDitolak:
    """Return the refusal for a child that ended without a word."""
    try:
        kode = anak.wait(timeout=1)
    except subprocess.TimeoutExpired:
        kode = 0
    catatan.warning("Pembaca berkas berakhir dengan kode %s", kode)
    if kode == -signal.SIGXCPU:
        return tolak("waktu", batas=batas.detik)
    return tolak("terhenti")
