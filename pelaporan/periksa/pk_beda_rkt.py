"""A target of the Perjanjian Kinerja that is not that of the yearly plan (RKT)."""

from __future__ import annotations

from collections.abc import Iterator

from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.pk_beda_renstra import Beda, temuan_beda
from pelaporan.periksa.tempat import STRATEGIS, is_beda, target_renstra_tahun


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find them in one finding.

    Where the plan says the same as the Renstra, the Renstra's finding has said it. Where the PK was set
    equal to the plan and a revision with a reason moved it, that is an info.
    """
    semua = list(_beda(bahan))
    for tingkat, milik in (
        (Tingkat.PERINGATAN, [b for b in semua if not b.alasan]),
        (Tingkat.INFO, [b for b in semua if b.alasan]),
    ):
        if milik:
            yield temuan_beda(
                bahan, milik, kode=PEMERIKSAAN.kode, dokumen="rencana kerja", tingkat=tingkat, kunci="t_rkt"
            )


def _beda(bahan: BahanPeriksa) -> Iterator[Beda]:
    for i in bahan.indikator:
        pk, rkt, renstra = i.target_pk, i.target_rkt, target_renstra_tahun(i)
        if i.tingkat not in STRATEGIS or pk is None or rkt is None:
            continue
        if not (pk.is_terukur and rkt.is_terukur and is_beda(pk, rkt)):
            continue
        if renstra is not None and not is_beda(rkt, renstra):
            continue
        awal = i.target_pk_awal
        digeser = awal is not None and is_beda(pk, awal) and not is_beda(awal, rkt)
        yield Beda(i, pk, rkt, bahan.pk[-1].alasan if digeser and bahan.pk else "")


PEMERIKSAAN = Pemeriksaan(
    kode="pk_beda_rkt",
    nama="Target Perjanjian Kinerja berbeda dengan rencana kerja",
    tingkat=Tingkat.PERINGATAN,
    sumber="PermenPANRB 53/2014 lampiran I: PK disusun dari rencana kerja tahunan; audit contoh K4, T8",
    periksa=periksa,
)
