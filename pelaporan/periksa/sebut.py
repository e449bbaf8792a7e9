"""Words and places that several checks share."""

from __future__ import annotations

from collections.abc import Sequence

from pelaporan.fakta import judul_program
from pelaporan.konteks import KonteksLKjIP
from pelaporan.periksa.bahan import FaktaProgram
from pelaporan.periksa.dasar import Lokasi

PALING_BANYAK = 5


def sebut(butir: Sequence[str]) -> str:
    """Return "a; b; dan 4 lainnya": at most five are named, the rest is counted."""
    depan = list(butir[:PALING_BANYAK])
    if len(butir) > PALING_BANYAK:
        depan.append(f"dan {len(butir) - PALING_BANYAK} lainnya")
    return "; ".join(depan)


def lokasi_tabel(konteks: KonteksLKjIP, tabel: str, rincian: str = "", objek: str = "") -> Lokasi:
    """Return a place in a table: "Tabel 3.2, baris 4"."""
    nama = f"Tabel {konteks.kerangka.tabel_ke(tabel).nomor}"
    return Lokasi(tabel, f"{nama}, {rincian}" if rincian else nama, objek or rincian)


def lokasi_anggaran(konteks: KonteksLKjIP, kode: str) -> Lokasi:
    """Return the row of a programme, kegiatan or sub kegiatan in Tabel 3.8."""
    baris = next((n for n, b in enumerate(konteks.bab3.anggaran, start=1) if b.kode == kode), None)
    return lokasi_tabel(konteks, "t_anggaran", f"baris {baris}" if baris else kode, kode)


def sebut_program(program: FaktaProgram) -> str:
    """Return the name of a programme, kegiatan or sub kegiatan with its code."""
    return f"{judul_program(program.nama)} ({program.kode})"
