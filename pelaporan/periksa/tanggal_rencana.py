"""The day of signing is not planned."""

from __future__ import annotations

from collections.abc import Iterator

from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Lokasi, Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.penanda_tangan_kosong import TEMPAT
from sakip.umum.tanggal import format_tanggal


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find a draft without a planned day: who signs then depends on the deadline alone."""
    laporan = bahan.laporan
    if laporan is None or laporan.tanggal_rencana is not None or bahan.konteks.pengesahan.tanggal:
        return
    yield Temuan(
        kode=PEMERIKSAAN.kode,
        tingkat=Tingkat.PERINGATAN,
        lokasi=Lokasi("depan.pengantar", TEMPAT, "tanggal rencana"),
        pesan=(
            "Tanggal rencana pengesahan laporan belum diisi. Isi tanggal lengkap, paling lambat "
            f"{format_tanggal(laporan.tenggat)}; penanda tangan ditentukan menurut tanggal itu."
        ),
        nilai=(("tanggal rencana", "belum diisi"),),
        tautan="laporan",
        sebab="tanggal_rencana",
    )


PEMERIKSAAN = Pemeriksaan(
    kode="tanggal_rencana",
    nama="Tanggal rencana pengesahan belum diisi",
    tingkat=Tingkat.PERINGATAN,
    sumber="audit contoh P12",
    periksa=periksa,
)
