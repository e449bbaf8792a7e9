"""A planned day of signing inside the year that is reported, or after the deadline."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Lokasi, Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.penanda_tangan_kosong import TEMPAT
from sakip.umum.tanggal import format_tanggal


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find a day on which the year is not over yet (galat), or that is too late (peringatan)."""
    laporan = bahan.laporan
    hari = laporan.tanggal_rencana if laporan else None
    if laporan is None or hari is None:
        return
    akhir = datetime.date(bahan.konteks.identitas.tahun, 12, 31)
    if hari <= akhir:
        yield _temuan(
            Tingkat.GALAT,
            hari,
            ("akhir tahun laporan", akhir),
            f"pada atau sebelum akhir tahun yang dilaporkan ({format_tanggal(akhir)}). Laporan disahkan "
            "setelah tahunnya berakhir; perbaiki tanggalnya.",
        )
    elif hari > laporan.tenggat:
        yield _temuan(
            Tingkat.PERINGATAN,
            hari,
            ("tenggat", laporan.tenggat),
            f"lewat dari tenggat {format_tanggal(laporan.tenggat)}. Majukan tanggalnya, atau tulis alasan "
            "keterlambatannya.",
        )


def _temuan(tingkat: Tingkat, hari: datetime.date, acuan: tuple[str, datetime.date], lanjutan: str) -> Temuan:
    return Temuan(
        kode=PEMERIKSAAN.kode,
        tingkat=tingkat,
        lokasi=Lokasi("depan.pengantar", TEMPAT, "tanggal rencana"),
        pesan=f"Tanggal rencana pengesahan adalah {format_tanggal(hari)}, {lanjutan}",
        nilai=(("tanggal rencana", format_tanggal(hari)), (acuan[0], format_tanggal(acuan[1]))),
        tautan="laporan",
        sebab="tanggal_rencana",
    )


PEMERIKSAAN = Pemeriksaan(
    kode="tanggal_tanda_tangan",
    nama="Tanggal rencana pengesahan di luar waktunya",
    tingkat=Tingkat.GALAT,
    sumber="Perpres 29/2014: paling lambat dua bulan setelah tahun anggaran; isu 6 bagian 2: urutan tanggal",
    periksa=periksa,
)
