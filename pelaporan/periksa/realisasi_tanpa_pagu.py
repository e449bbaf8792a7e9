"""Spending where there is no ceiling."""

from __future__ import annotations

from collections.abc import Iterator

from pelaporan.periksa.anggaran_kosong import is_dihapus
from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.sebut import lokasi_anggaran, sebut_program


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find realisasi above 0 on a pagu of 0, or on a node that the DPA in force has dropped."""
    for p in bahan.program:
        if not p.is_dicatat or not p.realisasi.nilai or p.realisasi.nilai < 0:
            continue
        hapus = p.pagu.nilai is None and is_dihapus(bahan, p)
        if p.pagu.nilai != 0 and not hapus:
            continue
        pagu = "tidak ada lagi dalam DPA yang berlaku" if hapus else "Rp0"
        yield Temuan(
            kode=PEMERIKSAAN.kode,
            tingkat=Tingkat.GALAT,
            lokasi=lokasi_anggaran(bahan.konteks, p.kode),
            pesan=(
                f"Realisasi anggaran {sebut_program(p)} adalah Rp{p.realisasi.teks}, sedangkan pagunya "
                f"{pagu}. Belanja tanpa pagu tidak dapat dipertanggungjawabkan; perbaiki realisasi atau "
                "pagunya."
            ),
            nilai=(("pagu", pagu), ("realisasi", f"Rp{p.realisasi.teks}")),
            tautan=f"anggaran:{p.kode}",
            sebab=f"pagu:{p.kode}",
        )


PEMERIKSAAN = Pemeriksaan(
    kode="realisasi_tanpa_pagu",
    nama="Realisasi anggaran tanpa pagu",
    tingkat=Tingkat.GALAT,
    sumber="PP 12/2019: pengeluaran tidak boleh tanpa anggaran yang tersedia",
    periksa=periksa,
    boleh_dikecualikan=True,
)
