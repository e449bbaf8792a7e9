"""No recommendation of an evaluation or review is recorded."""

from __future__ import annotations

from collections.abc import Iterator

from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.sebut import lokasi_tabel


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find an empty table of recommendations."""
    if bahan.konteks.bab3.tindak_lanjut:
        return
    yield Temuan(
        kode=PEMERIKSAAN.kode,
        tingkat=Tingkat.PERINGATAN,
        lokasi=lokasi_tabel(bahan.konteks, "t_tindak_lanjut", objek="rekomendasi"),
        pesan=(
            "Belum ada rekomendasi LHE atau LHR yang dicatat, sehingga Bab III bagian tindak lanjut kosong. "
            "Catat rekomendasi beserta tindak lanjutnya, atau tulis alasan bila memang tidak ada."
        ),
        nilai=(("rekomendasi", "belum ada"),),
        tautan="rekomendasi",
    )


PEMERIKSAAN = Pemeriksaan(
    kode="tindak_lanjut_kosong",
    nama="Rekomendasi evaluasi belum dicatat",
    tingkat=Tingkat.PERINGATAN,
    sumber="PermenPANRB 88/2021 kriteria 4.c: rekomendasi ditindaklanjuti",
    periksa=periksa,
)
