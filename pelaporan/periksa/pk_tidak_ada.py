"""No Perjanjian Kinerja for the year: nothing was promised that could be reported."""

from __future__ import annotations

from collections.abc import Iterator

from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.sebut import lokasi_tabel


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find a year without a PK that is set, or with one that holds no indicator."""
    k = bahan.konteks
    tahun = k.identitas.tahun
    if not k.bab2.revisi_pk:
        pesan = (
            f"Belum ada Perjanjian Kinerja {k.identitas.sebutan_kepala} tahun {tahun} yang ditetapkan, "
            "sehingga tidak ada janji yang dapat dilaporkan. Tetapkan Perjanjian Kinerja tahun itu."
        )
        apa = "belum ada"
    elif not k.bab2.pk:
        pesan = (
            f"{k.bab2.revisi_pk[-1].nama} tahun {tahun} tidak memuat satu indikator pun. Isi indikator dan "
            "targetnya menurut dokumen yang ditandatangani."
        )
        apa = "tanpa indikator"
    else:
        return
    yield Temuan(
        kode=PEMERIKSAAN.kode,
        tingkat=Tingkat.GALAT,
        lokasi=lokasi_tabel(k, "t_pk", objek="pk"),
        pesan=pesan,
        nilai=(("Perjanjian Kinerja", apa),),
        tautan="pk",
        sebab="pk",
    )


PEMERIKSAAN = Pemeriksaan(
    kode="pk_tidak_ada",
    nama="Perjanjian Kinerja belum ada",
    tingkat=Tingkat.GALAT,
    sumber="PermenPANRB 53/2014 lampiran I dan II: laporan kinerja mengukur Perjanjian Kinerja",
    periksa=periksa,
)
