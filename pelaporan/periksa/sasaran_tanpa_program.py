"""A sasaran that no programme serves: it has no budget."""

from __future__ import annotations

from collections.abc import Iterator

from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.program_tanpa_sasaran import lepas_sasaran
from pelaporan.periksa.sebut import lokasi_tabel, sebut


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find sasaran of the Renstra, and others that the report measures, without a programme.

    Where no programme is mapped at all, that is said once (``program_tanpa_sasaran``).
    """
    k = bahan.konteks
    program = [p for p in bahan.program if p.tingkat == 1]
    if not program or len(lepas_sasaran(bahan)) == len(program):
        return
    diukur = {b.node for b in k.bab3.capaian}
    milik = [s for s in bahan.sasaran if not s.program and (s.is_renstra or s.uraian in diukur)]
    if not milik:
        return
    yield Temuan(
        kode=PEMERIKSAAN.kode,
        tingkat=Tingkat.PERINGATAN,
        lokasi=lokasi_tabel(k, "t_menunjang", objek="sasaran tanpa program"),
        pesan=(
            f"{len(milik)} dari {len(bahan.sasaran)} sasaran tidak ditunjang program, sehingga anggaran dan "
            f"efisiensinya tidak ada: {sebut([s.uraian for s in milik])}. Petakan programnya, atau tulis "
            "mengapa "
            "tidak ada."
        ),
        nilai=tuple((s.uraian, "tanpa program") for s in milik),
        tautan="peta",
    )


PEMERIKSAAN = Pemeriksaan(
    kode="sasaran_tanpa_program",
    nama="Sasaran tanpa program",
    tingkat=Tingkat.PERINGATAN,
    sumber="PermenPANRB 88/2021 komponen 1: keselarasan sasaran dan program; audit contoh P2",
    periksa=periksa,
)
