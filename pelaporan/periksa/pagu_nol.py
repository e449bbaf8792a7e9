"""Ceilings of 0: nothing to measure absorption by."""

from __future__ import annotations

from collections.abc import Iterator

from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.sebut import lokasi_tabel, sebut, sebut_program


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Name the nodes whose pagu and realisasi are 0 (spending on no pagu is another finding)."""
    nol = [p for p in bahan.program if p.is_dicatat and p.pagu.nilai == 0 and p.realisasi.nilai == 0]
    if not nol:
        return
    yield Temuan(
        kode=PEMERIKSAAN.kode,
        tingkat=Tingkat.INFO,
        lokasi=lokasi_tabel(bahan.konteks, "t_anggaran", objek="pagu 0"),
        pesan=(
            f"Pagu dan realisasi {len(nol)} rincian adalah Rp0, sehingga serapannya tidak dapat dihitung: "
            f"{sebut([sebut_program(p) for p in nol])}. Periksa apakah rincian ini memang tidak dianggarkan."
        ),
        nilai=tuple((p.kode, "Rp0") for p in nol),
        tautan=f"pagu:{nol[0].kode}",
    )


PEMERIKSAAN = Pemeriksaan(
    kode="pagu_nol",
    nama="Pagu nol",
    tingkat=Tingkat.INFO,
    sumber="domain 4.4: serapan atas pagu 0 tidak dapat dihitung",
    periksa=periksa,
)
