"""Quarters of units whose values are not approved yet."""

from __future__ import annotations

from collections.abc import Iterator

from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Lokasi, Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.sebut import sebut


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Name the quarters of units that were begun and are not approved, in one finding."""
    if not bahan.tahap:
        return
    isi = [f"{t.triwulan} {t.unit} ({t.keadaan.lower()})" for t in bahan.tahap]
    yield Temuan(
        kode=PEMERIKSAAN.kode,
        tingkat=Tingkat.GALAT,
        lokasi=Lokasi("bab3.capaian", "Bab III, pengukuran kinerja", "tahap"),
        pesan=(
            f"Pengukuran {len(bahan.tahap)} triwulan unit belum disetujui: {sebut(isi)}. Laporan hanya boleh "
            "memuat nilai yang sudah disetujui; selesaikan pemeriksaannya."
        ),
        nilai=tuple((f"{t.triwulan} {t.unit}", t.keadaan) for t in bahan.tahap),
        tautan="pengukuran",
    )


PEMERIKSAAN = Pemeriksaan(
    kode="tahap_belum_disetujui",
    nama="Pengukuran triwulan belum disetujui",
    tingkat=Tingkat.GALAT,
    sumber="PermenPANRB 88/2021 komponen pengukuran: pengukuran berjenjang; keputusan bagian 3",
    periksa=periksa,
)
