"""Make an SIPD file of layout A as large as asked: rows of rekening for many offices, written as they come."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook

KEPALA = (
    "NO", "TAHUN", "KODE URUSAN", "NAMA URUSAN", "KODE SKPD", "NAMA SKPD", "KODE SUB UNIT", "NAMA SUB UNIT",
    "KODE BIDANG URUSAN", "NAMA BIDANG URUSAN", "KODE PROGRAM", "NAMA PROGRAM", "KODE KEGIATAN",
    "NAMA KEGIATAN", "KODE SUB KEGIATAN", "NAMA SUB KEGIATAN", "KODE SUMBER DANA", "NAMA SUMBER DANA",
    "KODE REKENING", "NAMA REKENING", "PAGU",
)  # fmt: skip
REKENING = 100  # different ones


def buat_sipd(
    jalur: Path, *, baris: int, tahun: int, kantor: Sequence[tuple[str, str]], sub: Sequence[tuple[str, str]]
) -> int:
    """Write ``baris`` rows over offices and sub kegiatan, (code, name) each; return their sum in rupiah."""
    buku = Workbook(write_only=True)
    lembar = buku.create_sheet("Tarikan SIPD")
    lembar.append(KEPALA)
    jumlah = 0
    for n in range(baris):
        kode_skpd, nama_skpd = kantor[n % len(kantor)]
        kode, nama = sub[n // len(kantor) % len(sub)]
        program, kegiatan = ".".join(kode.split(".")[:3]), kode.rsplit(".", 1)[0]
        pagu = 100_000 + n * 37 % 9_000_000
        jumlah += pagu
        rekening = f"5.1.02.01.01.{n % REKENING:04d}"
        lembar.append(
            (
                n + 1, tahun, "7", "UNSUR KEWILAYAHAN", kode_skpd, nama_skpd, f"{kode_skpd}.0000", nama_skpd,
                "7.01", "KECAMATAN", program, f"PROGRAM {program}", kegiatan, f"Kegiatan {kegiatan}", kode, nama,
                "1.01", "DANA ALOKASI UMUM", rekening, f"Belanja {rekening}", pagu,
            )
        )  # fmt: skip
    lembar.append((None, "GRAND TOTAL", *([None] * 18), jumlah))
    buku.save(jalur)
    return jumlah
