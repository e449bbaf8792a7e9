"""A reported indicator without its value of the year."""

from __future__ import annotations

from collections.abc import Iterator

from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Lokasi, Pemeriksaan, Temuan, Tingkat
from sakip.umum.hitung import Keadaan


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find rows of Tabel 3.2 and 3.6 whose realisasi is belum diisi."""
    k = bahan.konteks
    tabel = k.kerangka.tabel_ke("t_capaian").nomor
    for n, b in enumerate(k.bab3.capaian, start=1):
        if b.realisasi.keadaan is Keadaan.BELUM_DIISI:
            yield _temuan(
                Lokasi("t_capaian", f"Tabel {tabel}, baris {n}", b.kode), b.indikator, b.realisasi.alasan
            )
    tabel = k.kerangka.tabel_ke("t_efisiensi_program").nomor
    for i in bahan.indikator:
        rendah = i.tingkat in ("program", "kegiatan", "sub_kegiatan")
        if rendah and i.realisasi is not None and i.realisasi.keadaan is Keadaan.BELUM_DIISI:
            tempat = Lokasi("t_efisiensi_program", f"Tabel {tabel}, {i.kode_node}", i.kode)
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
