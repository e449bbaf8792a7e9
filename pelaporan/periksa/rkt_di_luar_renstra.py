"""A yearly plan that holds indicators of somebody else: neither of the Renstra, nor promised, nor an IKU."""

from __future__ import annotations

from collections.abc import Iterator

from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.sebut import lokasi_tabel, sebut
from pelaporan.periksa.tempat import is_luar_renstra, lokasi_baris, nama_di_renstra


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find them all at once: they were copied together, from the RPJMD or another office's plan."""
    k = bahan.konteks
    if not nama_di_renstra(k):
        return
    milik = [
        i
        for i in bahan.indikator
        if i.target_rkt is not None and not i.is_pk and not i.is_iku and is_luar_renstra(bahan, i)
    ]
    if not milik:
        return
    satu = milik[0]
    yield Temuan(
        kode=PEMERIKSAAN.kode,
        tingkat=Tingkat.GALAT,
        lokasi=lokasi_baris(k, "t_rkt", k.bab2.rkt, satu.nama, satu.kode)
        if len(milik) == 1
        else lokasi_tabel(k, "t_rkt", objek="luar renstra"),
        pesan=(
            f"Rencana kerja memuat {len(milik)} indikator yang tidak dikenal Renstra dan bukan Perjanjian "
            f"Kinerja atau IKU {k.identitas.perangkat_daerah}: {sebut([i.nama for i in milik])}. Hapus dari "
            "rencana kerja, atau masukkan ke Renstra bila memang milik perangkat daerah ini."
        ),
        nilai=tuple((i.nama, i.target_rkt.teks if i.target_rkt else "") for i in milik),
        tautan=f"target_rkt:{satu.kode}",
    )


PEMERIKSAAN = Pemeriksaan(
    kode="rkt_di_luar_renstra",
    nama="Rencana kerja memuat indikator di luar Renstra",
    tingkat=Tingkat.GALAT,
    sumber="Permendagri 86/2017: Renja berpedoman pada Renstra; audit contoh K4",
    periksa=periksa,
    boleh_dikecualikan=True,
)
