"""A promise that the Renstra does not know."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pelaporan.periksa.bahan import BahanPeriksa, FaktaIndikator
from pelaporan.periksa.dasar import Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.sebut import lokasi_tabel, sebut
from pelaporan.periksa.tempat import is_luar_renstra, lokasi_baris, nama_di_renstra

LUAR = "luar_renstra"  # kinerja.peringatan_pk


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find PK indicators without any target in the Renstra; those with a written reason as an info."""
    if not nama_di_renstra(bahan.konteks):
        return
    milik = [i for i in bahan.indikator if i.is_pk and is_luar_renstra(bahan, i)]
    tanpa = [i for i in milik if not _alasan(i)]
    beralasan = [i for i in milik if _alasan(i)]
    if tanpa:
        yield _temuan(
            bahan, tanpa, Tingkat.PERINGATAN, "Masukkan ke Renstra, atau tulis mengapa tetap diperjanjikan."
        )
    if beralasan:
        alasan = list(dict.fromkeys(_alasan(i).rstrip(".") for i in beralasan))
        yield _temuan(bahan, beralasan, Tingkat.INFO, f"Alasan yang tercatat: {sebut(alasan)}.")


def _alasan(i: FaktaIndikator) -> str:
    return next((alasan.strip() for kode, alasan in i.alasan_pk if kode == LUAR), "")


def _temuan(bahan: BahanPeriksa, milik: Sequence[FaktaIndikator], tingkat: Tingkat, cara: str) -> Temuan:
    k = bahan.konteks
    satu = milik[0]
    return Temuan(
        kode=PEMERIKSAAN.kode,
        tingkat=tingkat,
        lokasi=lokasi_baris(k, "t_pk", k.bab2.pk, satu.nama, satu.kode)
        if len(milik) == 1
        else lokasi_tabel(k, "t_pk", objek=f"luar renstra {tingkat.value}"),
        pesan=(
            f"Perjanjian Kinerja memuat {len(milik)} indikator yang tidak bertarget dalam Renstra "
            f"{k.periode.nama}: {sebut([i.nama for i in milik])}. Kemajuannya terhadap target akhir Renstra "
            f"karena itu tidak dapat disajikan. {cara}"
        ),
        nilai=tuple((i.nama, i.target_pk.teks if i.target_pk else "") for i in milik),
        tautan=f"target_renstra:{satu.kode}",
    )


PEMERIKSAAN = Pemeriksaan(
    kode="pk_di_luar_renstra",
    nama="Indikator Perjanjian Kinerja di luar Renstra",
    tingkat=Tingkat.PERINGATAN,
    sumber="PermenPANRB 53/2014 lampiran I; audit contoh K1, K9",
    periksa=periksa,
)
