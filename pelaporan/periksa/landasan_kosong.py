"""No legal base in Bab I."""

from __future__ import annotations

from collections.abc import Iterator

from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Lokasi, Pemeriksaan, Temuan, Tingkat


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find a report whose Landasan Hukum is empty."""
    if bahan.konteks.bab1.landasan_hukum:
        return
    yield Temuan(
        kode=PEMERIKSAAN.kode,
        tingkat=Tingkat.GALAT,
        lokasi=Lokasi("bab1.hukum", "Bab I, landasan hukum", "landasan"),
        pesan="Landasan hukum belum memuat satu peraturan pun. Pilih peraturan yang mendasari laporan ini.",
        nilai=(("landasan hukum", "belum diisi"),),
        tautan="landasan",
        sebab="landasan",
    )


PEMERIKSAAN = Pemeriksaan(
    kode="landasan_kosong",
    nama="Landasan hukum belum diisi",
    tingkat=Tingkat.GALAT,
    sumber="PermenPANRB 53/2014 lampiran II; audit contoh R1, R7",
    periksa=periksa,
)
