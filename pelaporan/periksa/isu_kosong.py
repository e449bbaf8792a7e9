"""No issue of the year in Bab I."""

from __future__ import annotations

from collections.abc import Iterator

from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.naskah import lokasi_bagian


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find a report that names none of the issues it dealt with in its year."""
    k = bahan.konteks
    if any(isu.strip() for isu in k.bab1.isu_tahun):
        return
    yield Temuan(
        kode=PEMERIKSAAN.kode,
        tingkat=Tingkat.GALAT,
        lokasi=lokasi_bagian("bab1.isu", objek="isu tahun"),
        pesan=(
            f"Isu strategis yang ditangani pada tahun {k.identitas.tahun} belum diisi. Tulis paling sedikit "
            "satu isu."
        ),
        nilai=(("isu strategis tahun ini", "belum diisi"),),
        tautan="isu",
        sebab="isu",
    )


PEMERIKSAAN = Pemeriksaan(
    kode="isu_kosong",
    nama="Isu strategis belum diisi",
    tingkat=Tingkat.GALAT,
    sumber="PermenPANRB 53/2014 lampiran II: aspek strategis dan permasalahan utama; audit contoh P5",
    periksa=periksa,
)
