"""A Renstra without a single indicator: Tabel 2.2 is empty."""

from __future__ import annotations

from collections.abc import Iterator

from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.sebut import lokasi_tabel
from pelaporan.periksa.tempat import nama_di_renstra


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find a Renstra that names no indicator with a target, or has no tujuan and sasaran at all."""
    k = bahan.konteks
    if nama_di_renstra(k):
        return
    apa = "indikator bertarget" if k.bab2.renstra else "tujuan dan sasaran"
    yield Temuan(
        kode=PEMERIKSAAN.kode,
        tingkat=Tingkat.GALAT,
        lokasi=lokasi_tabel(k, "t_renstra", objek="renstra"),
        pesan=(
            f"Renstra tahun {k.periode.nama} belum memuat {apa}. Isi tujuan, sasaran, indikator, dan "
            "targetnya menurut dokumen Renstra."
        ),
        nilai=((apa, "belum ada"),),
        tautan="renstra",
        sebab="renstra",
    )


PEMERIKSAAN = Pemeriksaan(
    kode="renstra_kosong",
    nama="Renstra belum diisi",
    tingkat=Tingkat.GALAT,
    sumber="PermenPANRB 53/2014 lampiran II: perencanaan kinerja; audit contoh T9",
    periksa=periksa,
)
