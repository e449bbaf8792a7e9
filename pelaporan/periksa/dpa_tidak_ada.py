"""No DPA for the year: no programme has a ceiling."""

from __future__ import annotations

from collections.abc import Iterator

from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.sebut import lokasi_tabel


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find a year without a DPA; that all ceilings are blank then is the same cause."""
    k = bahan.konteks
    if k.bab2.revisi_dpa:
        return
    yield Temuan(
        kode=PEMERIKSAAN.kode,
        tingkat=Tingkat.GALAT,
        lokasi=lokasi_tabel(k, "t_pagu", objek="dpa"),
        pesan=(
            f"Belum ada Dokumen Pelaksanaan Anggaran (DPA) tahun {k.identitas.tahun} yang ditetapkan, "
            "sehingga "
            "program tidak mempunyai pagu dan target. Isi DPA beserta pagunya."
        ),
        nilai=(("DPA", "belum ada"),),
        tautan="dpa",
        sebab="pagu" if bahan.program else "anggaran",
    )


PEMERIKSAAN = Pemeriksaan(
    kode="dpa_tidak_ada",
    nama="DPA belum ada",
    tingkat=Tingkat.GALAT,
    sumber="PermenPANRB 53/2014 lampiran II: realisasi anggaran; Permendagri 77/2020",
    periksa=periksa,
)
