"""Rows of SIPD files as tests write them: layouts A, B, D, hand-made figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

KEPALA_A = [
    "NO", "TAHUN", "KODE URUSAN", "NAMA URUSAN", "KODE SKPD", "NAMA SKPD", "KODE SUB UNIT", "NAMA SUB UNIT",
    "KODE BIDANG URUSAN", "NAMA BIDANG URUSAN", "KODE PROGRAM", "NAMA PROGRAM", "KODE KEGIATAN",
    "NAMA KEGIATAN", "KODE SUB KEGIATAN", "NAMA SUB KEGIATAN", "KODE SUMBER DANA", "NAMA SUMBER DANA",
    "KODE REKENING", "NAMA REKENING", "PAKET/KELOMPOK", "NAMA PAKET/KELOMPOK", "PAGU",
]  # fmt: skip
KEPALA_B = [
    "NO", "TAHUN", "KODE SKPD", "NAMA SKPD", "KODE SUB UNIT", "NAMA SUB UNIT", "KODE BIDANG URUSAN",
    "NAMA BIDANG URUSAN", "KODE PROGRAM", "NAMA PROGRAM", "KODE KEGIATAN", "NAMA KEGIATAN",
    "KODE SUB KEGIATAN", "NAMA SUB KEGIATAN", "KODE REKENING", "NAMA REKENING", "PAGU", "REALISASI", "AKUN",
    "KELOMPOK", "JENIS", "OBJEK", "RINCIAN OBJEK", "SUB RINCIAN OBJEK",
]  # fmt: skip
KEPALA_C_PAGU = [
    "KODE BIDANG URUSAN", "NAMA BIDANG URUSAN", "KODE PROGRAM", "NAMA PROGRAM", "KODE KEGIATAN",
    "NAMA KEGIATAN", "KODE SUB KEGIATAN", "NAMA SUB KEGIATAN", "KODE AKUN", "NAMA AKUN", "NILAI",
]  # fmt: skip
KEPALA_C_REALISASI = [
    "Kode Bidang Urusan", "Kode Program", "Kode Kegiatan", "Kode Sub Kegiatan", "Kode Rekening",
    "Nilai Realisasi",
]  # fmt: skip
KEPALA_D = [
    "Kode SKPD", "Nama SKPD", "Kode Sub SKPD", "Nama Sub SKPD", "Kode Fungsi", "Nama Fungsi",
    "Kode Sub Fungsi", "Nama Sub Fungsi", "Kode Urusan", "Nama Urusan", "Kode Bidang Urusan",
    "Nama Bidang Urusan", "Kode Program", "Nama Program", "Kode Kegiatan", "Nama Kegiatan",
    "Kode Sub Kegiatan", "Nama Sub Kegiatan", "Kode Rekening", "Nama Rekening", "Nomor Dokumen",
    "Jenis Dokumen", "Jenis Transaksi", "Nomor DPT", "Tanggal Dokumen", "Keterangan Dokumen",
    "Nilai Realisasi", "Nilai Setoran", "NIP", "Nama Pegawai", "Tanggal Simpan", "Nomor SPD", "Periode SPD",
    "Nilai SPD", "Tahapan SPD", "Nama Sub Tahapan Jadwal", "Tahapan APBD", "Nomor SPP", "Tanggal SPP",
    "Nomor SPM", "Tanggal SPM", "Nomor SP2D", "Tanggal SP2D", "Tanggal Transfer", "Nilai SP2D",
]  # fmt: skip
KEPALA_E = [
    "Nomor", "ID DPA", "Tahun", "Daerah", "Kode Urusan", "Nama Urusan", "Kode Bidang Urusan",
    "Nama Bidang Urusan", "Kode SKPD", "Nama SKPD", "Kode Sub SKPD", "Nama Sub SKPD", "Kode Program",
    "Nama Program", "Kode Kegiatan", "Nama Kegiatan", "Kode Sub Kegiatan", "Nama Sub Kegiatan", "Kode Akun",
    "Nama Akun", "Sumber Dana", "Nilai Rincian", "Total Rincian Anggaran Kegiatan",
    *(f"Bulan {n}" for n in range(1, 13)), "Tipe Dokumen",
]  # fmt: skip


@dataclass(frozen=True)
class Baris:
    """A row as the reader of workbooks gives it."""

    lembar: str
    nomor: int
    nilai: list[Any]


def baris(kepala: list[str], *isi: dict[str, Any], lembar: str = "Sheet1") -> list[Baris]:
    """Return a sheet: the header and rows by the name of the column."""
    semua = [list(kepala)]
    for satu in isi:
        kosong: list[Any] = [None] * len(kepala)
        for nama, nilai in satu.items():
            kosong[kepala.index(nama)] = nilai
        semua.append(kosong)
    return [Baris(lembar, n, nilai) for n, nilai in enumerate(semua, start=1)]
