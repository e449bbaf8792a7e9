"""A reported indicator without its value of the year."""

from __future__ import annotations

from collections.abc import Iterator

from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Lokasi, Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.sebut import lokasi_tabel
from pelaporan.periksa.tempat import STRATEGIS, is_kosong, lokasi_capaian


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find rows of Tabel 3.2 and indicators of programmes and below whose realisasi is belum diisi."""
    k = bahan.konteks
    for b in k.bab3.capaian:
        if is_kosong(b.realisasi):
            yield _temuan(lokasi_capaian(k, b.kode), b.indikator, b.realisasi.alasan)
    for i in bahan.indikator:
        if i.tingkat not in STRATEGIS and i.realisasi is not None and is_kosong(i.realisasi):
            tempat = lokasi_tabel(k, "t_efisiensi_program", i.kode_node, i.kode)
            yield _temuan(tempat, i.nama, i.realisasi.alasan)


def _temuan(lokasi: Lokasi, indikator: str, alasan: str) -> Temuan:
    return Temuan(
        kode=PEMERIKSAAN.kode,
        tingkat=Tingkat.GALAT,
        lokasi=lokasi,
        pesan=(
            f"Realisasi {indikator} belum lengkap: {alasan or 'belum diisi'}. Isi nilainya; tulis 0 bila "
            "memang nol, atau tandai tidak berlaku beserta alasannya."
        ),
        nilai=(("realisasi", "belum diisi"),),
        tautan=f"realisasi:{lokasi.objek}",
        sebab=f"realisasi:{lokasi.objek}",
    )


PEMERIKSAAN = Pemeriksaan(
    kode="realisasi_kosong",
    nama="Realisasi belum diisi",
    tingkat=Tingkat.GALAT,
    sumber="PermenPANRB 53/2014 lampiran II: target dan realisasi setiap indikator; audit contoh K1, K3",
    periksa=periksa,
)
