"""An IKU that the Renstra does not know: set by a decree of its own, without a target to grow to."""

from __future__ import annotations

from collections.abc import Iterator

from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.sebut import lokasi_tabel, sebut
from pelaporan.periksa.tempat import is_luar_renstra, lokasi_baris, nama_di_renstra


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find IKU outside the Renstra that the PK does not hold either, in one finding."""
    k = bahan.konteks
    if not nama_di_renstra(k):
        return
    milik = [i for i in bahan.indikator if i.is_iku and not i.is_pk and is_luar_renstra(bahan, i)]
    if not milik:
        return
    satu = milik[0]
    yield Temuan(
        kode=PEMERIKSAAN.kode,
        tingkat=Tingkat.PERINGATAN,
        lokasi=lokasi_baris(k, "t_iku", k.bab2.iku, satu.nama, satu.kode)
        if len(milik) == 1
        else lokasi_tabel(k, "t_iku", objek="luar renstra"),
        pesan=(
            f"{len(milik)} IKU tidak diperjanjikan dan tidak ada dalam Renstra {k.periode.nama}: "
            f"{sebut([i.nama for i in milik])}. Selaraskan IKU dengan Renstra, atau tulis mengapa tetap "
            "dilaporkan."
        ),
        nilai=tuple((i.nama, "di luar Renstra") for i in milik),
        tautan=f"target_renstra:{satu.kode}",
    )


PEMERIKSAAN = Pemeriksaan(
    kode="iku_di_luar_renstra",
    nama="IKU di luar Renstra",
    tingkat=Tingkat.PERINGATAN,
    sumber="PER/09/M.PAN/5/2007: IKU selaras dengan Renstra; audit contoh K2, K3, K9",
    periksa=periksa,
)
