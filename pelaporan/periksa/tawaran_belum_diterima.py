"""A section whose text is still what the system offered."""

from __future__ import annotations

from collections.abc import Iterator

from pelaporan.kerangka import BAGIAN_NARASI
from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.naskah import lokasi_bagian

ASAL = {
    "draf": ("draf yang dibuat dari angka", "Baca, tambahkan penjelasan, lalu terima atau ubah"),
    "tahun_lalu": (
        "tulisan tahun lalu yang diambil alih",
        "Sesuaikan dengan keadaan tahun ini, lalu simpan",
    ),
}


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find sections that nobody has accepted or rewritten."""
    for bagian, nama in BAGIAN_NARASI:
        asal = bahan.tawaran.get(bagian)
        if not asal:
            continue
        sebutan, perintah = ASAL.get(asal, ASAL["draf"])
        yield Temuan(
            kode=PEMERIKSAAN.kode,
            tingkat=Tingkat.GALAT,
            lokasi=lokasi_bagian(bagian),
            pesan=f"{nama} masih persis {sebutan}. {perintah}.",
            nilai=(("isi", sebutan),),
            tautan=f"narasi:{bagian}",
            sebab=f"tawaran:{bagian}",
        )


PEMERIKSAAN = Pemeriksaan(
    kode="tawaran_belum_diterima",
    nama="Tulisan yang ditawarkan belum diterima",
    tingkat=Tingkat.GALAT,
    sumber="keputusan proyek: draf bukan tulisan siapa pun sebelum diterima; audit contoh S4, S8",
    periksa=periksa,
)
