"""The child that parses one uploaded file: no Django, limits on itself, JSON lines to its output.

``python -m sakip.umum.excel.anak MODE JALUR NAMA BATAS``; MODE is ``baris`` or ``rinci``. Lines: an array
``[nomor, khusus, tersembunyi, nilai, persen]`` is a row; an object tells of a sheet (``lembar``), of its
merged ranges and comments (``gabungan``), of a refusal (``tolak``) or of the end (``selesai``). An output
without one of the last two is a child that died.
"""

from __future__ import annotations

import gc
import json
import os
import resource
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from .batas import Batas
from .tolak import PESAN, BerkasDitolak, tolak

if TYPE_CHECKING:
    from .lembar import BarisMuat

PENUH = 64 * 1024
HABIS_MEMORI = json.dumps({"tolak": "memori", "pesan": PESAN["memori"]}).encode() + b"\n"


def main(argumen: list[str]) -> None:
    """Limit this process, read the file, write what was found."""
    mode, jalur, nama, batas = argumen[0], Path(argumen[1]), argumen[2], Batas.dari_json(argumen[3])
    batasi_diri(batas)
    gc.disable()  # nothing here is cyclic, and walking the elements of a piece costs more than reading it
    keluaran = Keluaran()
    try:
        _baca(keluaran, mode, jalur, nama, batas)
        keluaran.tulis({"selesai": True})
    except BerkasDitolak as galat:
        keluaran.tulis({"tolak": galat.kode, "pesan": galat.pesan})
    except MemoryError:
        keluaran.kosongkan()
        os.write(1, HABIS_MEMORI)
        return
    except Exception:  # a file that no one thought of: the parent logs it and refuses
        keluaran.tulis({"jejak": traceback.format_exc()[-4000:]})
    keluaran.kirim()


def batasi_diri(batas: Batas) -> None:
    """Cap memory and CPU of this process; it writes no file and leaves no core."""
    for apa, nilai in (
        (resource.RLIMIT_AS, batas.memori),
        (resource.RLIMIT_CPU, batas.detik),  # SIGXCPU, which the parent knows; SIGKILL would say nothing
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
    ):
        keras = resource.getrlimit(apa)[1]
        resource.setrlimit(apa, (nilai if keras == resource.RLIM_INFINITY else min(nilai, keras), keras))


class Keluaran:
    """Lines to the parent, in blocks."""

    def __init__(self) -> None:
        self._baris: list[str] = []
        self._panjang = 0
        self._susun = json.JSONEncoder(ensure_ascii=True, separators=(",", ":"), allow_nan=False).encode

    def tulis(self, isi: object) -> None:
        """Add one line."""
        teks = self._susun(isi)
        self._baris.append(teks)
        self._panjang += len(teks)
        if self._panjang > PENUH:
            self.kirim()

    def kirim(self) -> None:
        """Write what waits."""
        if self._baris:
            sisa = memoryview("".join(b + "\n" for b in self._baris).encode())
            self.kosongkan()
            while sisa:
                sisa = sisa[os.write(1, sisa) :]

    def kosongkan(self) -> None:
        """Forget what waits."""
        self._baris, self._panjang = [], 0


def _baca(keluaran: Keluaran, mode: str, jalur: Path, nama: str, batas: Batas) -> None:
    from . import gerbang

    jenis = gerbang.kenali(jalur, batas)
    if mode == "rinci" and jenis != gerbang.XLSX:
        raise tolak("bukan-xlsx", apa="berkas .xls lama" if jenis == gerbang.XLS else "berkas teks (CSV)")
    if jenis == gerbang.XLSX:
        _baca_xlsx(keluaran, jalur, batas, is_rinci=mode == "rinci")
    elif jenis == gerbang.XLS:
        from .xls import baca_xls

        for lembar, tersembunyi, baris in baca_xls(jalur, batas):
            keluaran.tulis({"lembar": lembar, "tersembunyi": tersembunyi})
            _tulis_baris(keluaran, baris)
    else:
        from .teks_csv import baca_teks

        lembar = Path(nama).stem
        keluaran.tulis({"lembar": lembar, "tersembunyi": False})
        _tulis_baris(keluaran, baca_teks(jalur, lembar, batas))


def _baca_xlsx(keluaran: Keluaran, jalur: Path, batas: Batas, is_rinci: bool) -> None:
    from . import gerbang
    from .buku import baca_komentar, buka_bagian, buka_buku
    from .lembar import PembacaLembar
    from .xml_aman import Pemotong

    with gerbang.buka_arsip(jalur, batas) as arsip:
        buku = buka_buku(arsip)
        for lembar in buku.lembar:
            keluaran.tulis({"lembar": lembar.nama, "tersembunyi": lembar.tersembunyi})
            with buka_bagian(arsip, lembar.bagian) as aliran:
                pemotong = Pemotong(aliran, lembar.bagian, "sheetData", "row")
                pembaca = PembacaLembar(buku, lembar, pemotong, batas)
                _tulis_baris(keluaran, pembaca.baris())
                if is_rinci:
                    keluaran.tulis(
                        {"gabungan": pembaca.gabungan(), "komentar": baca_komentar(arsip, lembar.bagian)}
                    )


def _tulis_baris(keluaran: Keluaran, semua: Iterator[BarisMuat]) -> None:
    for b in semua:
        keluaran.tulis((b.nomor, b.is_khusus, b.tersembunyi, b.nilai, b.persen))


if __name__ == "__main__":
    main(sys.argv[1:])
