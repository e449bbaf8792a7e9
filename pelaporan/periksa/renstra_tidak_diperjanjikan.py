"""What the Renstra promises for the year and nobody answers for: neither in the PK nor an IKU."""

from __future__ import annotations

from collections.abc import Iterator

from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.sebut import lokasi_tabel, sebut
from pelaporan.periksa.tempat import STRATEGIS, lokasi_baris


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find them in one finding; one that has a value is ``terukur_tanpa_janji``."""
    k = bahan.konteks
    if not k.bab2.pk:
        return
    semua = [i for i in bahan.indikator if i.tingkat in STRATEGIS and i.target_renstra is not None]
    milik = [i for i in semua if i.is_node_renstra and not (i.is_pk or i.is_iku or i.is_diukur)]
    if not milik:
        return
    satu = milik[0]
    isi = [f"{i.nama} (target {i.target_renstra.teks if i.target_renstra else ''})" for i in milik]
    yield Temuan(
        kode=PEMERIKSAAN.kode,
        tingkat=Tingkat.PERINGATAN,
        lokasi=lokasi_baris(k, "t_renstra", k.bab2.renstra, satu.nama, satu.kode)
        if len(milik) == 1
        else lokasi_tabel(k, "t_renstra", objek="tidak diperjanjikan"),
        pesan=(
            f"{len(milik)} dari {len(semua)} indikator Renstra tahun {k.identitas.tahun} tidak ada dalam "
            "Perjanjian "
            f"Kinerja dan bukan IKU, sehingga tidak dilaporkan: {sebut(isi)}. Perjanjikan, atau tulis "
            "mengapa tidak."
        ),
        nilai=tuple((i.nama, i.target_renstra.teks if i.target_renstra else "") for i in milik),
        tautan="pk",
    )


PEMERIKSAAN = Pemeriksaan(
    kode="renstra_tidak_diperjanjikan",
    nama="Indikator Renstra tidak diperjanjikan",
    tingkat=Tingkat.PERINGATAN,
    sumber="PermenPANRB 53/2014 lampiran I: PK menjabarkan Renstra; audit contoh K3",
    periksa=periksa,
)
