"""Quarters of units whose values are not approved yet, or that nobody ever sent."""

from __future__ import annotations

from collections.abc import Iterator

from pelaporan.periksa.bahan import BahanPeriksa, FaktaTahap
from pelaporan.periksa.dasar import Lokasi, Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.sebut import sebut


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Name the quarters that were begun and are not approved, and apart those that were never sent.

    The second is a warning: an office may have recorded a year before it used the steps.
    """
    dimulai = [t for t in bahan.tahap if t.is_dimulai]
    if dimulai:
        isi = [f"{t.triwulan} {t.unit} ({t.keadaan.lower()})" for t in dimulai]
        yield _temuan(
            Tingkat.GALAT,
            "tahap",
            f"Pengukuran {len(dimulai)} triwulan unit belum disetujui: {sebut(isi)}. Laporan hanya boleh "
            "memuat nilai yang sudah disetujui; selesaikan pemeriksaannya.",
            dimulai,
        )
    lepas = [t for t in bahan.tahap if not t.is_dimulai]
    if lepas:
        isi = [f"{t.triwulan} {t.unit}" for t in lepas]
        yield _temuan(
            Tingkat.PERINGATAN,
            "tahap tidak dikirim",
            f"Nilai {len(lepas)} triwulan unit tidak pernah dikirim untuk diperiksa dan disetujui: "
            f"{sebut(isi)}. Kirim dan setujui, atau tulis mengapa nilainya dicatat tanpa langkah itu.",
            lepas,
        )


def _temuan(tingkat: Tingkat, objek: str, pesan: str, tahap: list[FaktaTahap]) -> Temuan:
    return Temuan(
        kode=PEMERIKSAAN.kode,
        tingkat=tingkat,
        lokasi=Lokasi("bab3.capaian", "Bab III, pengukuran kinerja", objek),
        pesan=pesan,
        nilai=tuple((f"{t.triwulan} {t.unit}", t.keadaan) for t in tahap),
        tautan="pengukuran",
    )


PEMERIKSAAN = Pemeriksaan(
    kode="tahap_belum_disetujui",
    nama="Pengukuran triwulan belum disetujui",
    tingkat=Tingkat.GALAT,
    sumber="PermenPANRB 88/2021 komponen pengukuran: pengukuran berjenjang; keputusan bagian 3",
    periksa=periksa,
)
