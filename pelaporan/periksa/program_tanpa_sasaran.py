"""Programmes that serve no sasaran: their money and their results stand beside the strategy."""

from __future__ import annotations

from collections.abc import Iterator

from pelaporan.periksa.bahan import BahanPeriksa, FaktaProgram
from pelaporan.periksa.dasar import Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.sebut import lokasi_tabel, sebut, sebut_program


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find them in one finding; where no programme at all is mapped, Tabel 3.7 is empty."""
    k = bahan.konteks
    program = [p for p in bahan.program if p.tingkat == 1]
    lepas = lepas_sasaran(bahan)
    if not lepas:
        return
    if len(lepas) == len(program):
        tingkat = Tingkat.GALAT
        pesan = (
            f"Belum satu pun dari {len(program)} program dipetakan ke sasaran, sehingga tabel ini tidak "
            "dapat "
            "menjelaskan program yang menunjang sasaran dan anggaran sasaran belum ada. Petakan setiap "
            "program ke "
            "sasarannya."
        )
    else:
        tingkat = Tingkat.PERINGATAN
        pesan = (
            f"{len(lepas)} dari {len(program)} program belum dipetakan ke sasaran: "
            f"{sebut([sebut_program(p) for p in lepas])}. Petakan, atau tulis mengapa tidak menunjang "
            "sasaran."
        )
    yield Temuan(
        kode=PEMERIKSAAN.kode,
        tingkat=tingkat,
        lokasi=lokasi_tabel(k, "t_menunjang", objek="program tanpa sasaran"),
        pesan=pesan,
        nilai=tuple((p.kode, "belum dipetakan") for p in lepas),
        tautan="peta",
        sebab="peta",
    )


def lepas_sasaran(bahan: BahanPeriksa) -> list[FaktaProgram]:
    """Return the programmes that no sasaran names."""
    dipetakan = {kode for s in bahan.sasaran for kode in s.program}
    return [p for p in bahan.program if p.tingkat == 1 and p.kode not in dipetakan]


PEMERIKSAAN = Pemeriksaan(
    kode="program_tanpa_sasaran",
    nama="Program tanpa sasaran",
    tingkat=Tingkat.GALAT,
    sumber="PermenPANRB 53/2014 lampiran II: program yang menunjang; audit contoh P2",
    periksa=periksa,
)
