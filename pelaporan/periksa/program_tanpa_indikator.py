"""Money without a measure: programmes, kegiatan and sub kegiatan that have a pagu and no indicator."""

from __future__ import annotations

from collections.abc import Iterator

from pelaporan.periksa.bahan import BahanPeriksa, FaktaProgram
from pelaporan.periksa.dasar import Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.sebut import lokasi_tabel, sebut, sebut_program

TINGKAT = ((1, "program"), (2, "kegiatan"), (3, "sub kegiatan"))


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find them in one finding a level.

    A programme must be measured (its capaian stands in Tabel 3.7 and 3.10), and so must the level at which
    the money is recorded: a reason is asked. A level that only sums what is under it is an info.
    """
    for tingkat, apa in TINGKAT:
        milik = [p for p in bahan.program if p.tingkat == tingkat and not p.indikator and _berpagu(p)]
        if not milik:
            continue
        perlu = tingkat == 1 or any(p.is_dicatat for p in milik)
        cara = "Isi indikator dan targetnya, atau tulis mengapa tidak ada." if perlu else "Isi bila ada."
        yield Temuan(
            kode=PEMERIKSAAN.kode,
            tingkat=Tingkat.PERINGATAN if perlu else Tingkat.INFO,
            lokasi=lokasi_tabel(bahan.konteks, "t_pagu", objek=f"{apa} tanpa indikator"),
            pesan=(
                f"{len(milik)} {apa} mempunyai pagu tanpa indikator, sehingga hasil belanjanya tidak "
                "terukur: "
                f"{sebut([f'{sebut_program(p)} Rp{p.pagu.teks}' for p in milik])}. {cara}"
            ),
            nilai=tuple((p.kode, p.pagu.teks) for p in milik),
            tautan="renstra",
        )


def _berpagu(p: FaktaProgram) -> bool:
    return p.pagu.nilai is not None and p.pagu.nilai > 0


PEMERIKSAAN = Pemeriksaan(
    kode="program_tanpa_indikator",
    nama="Pagu tanpa indikator",
    tingkat=Tingkat.PERINGATAN,
    sumber="PermenPANRB 53/2014 lampiran II: perbandingan kinerja dan anggaran; audit contoh K11, K12",
    periksa=periksa,
)
