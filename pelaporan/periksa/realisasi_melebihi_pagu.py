"""Spending above its ceiling."""

from __future__ import annotations

from collections.abc import Iterator

from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.sebut import lokasi_anggaran, sebut_program


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find realisasi above a pagu, at the level where both are recorded."""
    for p in bahan.program:
        pagu, nilai = p.pagu.nilai, p.realisasi.nilai
        if not p.is_dicatat or not pagu or nilai is None or nilai <= pagu:
            continue
        yield Temuan(
            kode=PEMERIKSAAN.kode,
            tingkat=Tingkat.GALAT,
            lokasi=lokasi_anggaran(bahan.konteks, p.kode),
            pesan=(
                f"Realisasi anggaran {sebut_program(p)} adalah Rp{p.realisasi.teks}, melebihi pagunya "
                f"Rp{p.pagu.teks} (serapan {p.serapan.teks}). Periksa realisasi dan pagu DPA yang berlaku, "
                "lalu perbaiki yang keliru."
            ),
            nilai=(("pagu", f"Rp{p.pagu.teks}"), ("realisasi", f"Rp{p.realisasi.teks}")),
            tautan=f"anggaran:{p.kode}",
        )


PEMERIKSAAN = Pemeriksaan(
    kode="realisasi_melebihi_pagu",
    nama="Realisasi anggaran melebihi pagu",
    tingkat=Tingkat.GALAT,
    sumber="PP 12/2019: anggaran adalah batas tertinggi pengeluaran; audit contoh N2",
    periksa=periksa,
    boleh_dikecualikan=True,
)
