"""The reviewers' checklist: substance. The report against PK, Renstra and IKU, and what they measure."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pelaporan.kesiapan.dasar import (
    TANPA_INDIKATOR,
    HasilUji,
    KeadaanKriteria,
    Kurang,
    Penguji,
    belum_terpenuhi,
    putuskan,
    strategis,
    tanya,
    terpenuhi,
    tulisan,
)
from pelaporan.kesiapan.mutu import banding_menengah, banding_nasional, banding_tahun_lalu
from pelaporan.periksa.bahan import BahanPeriksa, FaktaIndikator
from pelaporan.periksa.jalankan import HasilPeriksa

Beda = Callable[[BahanPeriksa], Iterator[tuple[FaktaIndikator, str]]]


# Where the report and a document part: (indicator, what is missing) --------------------------------------


def _beda_pk(bahan: BahanPeriksa) -> Iterator[tuple[FaktaIndikator, str]]:
    for i in strategis(bahan):
        if i.is_pk and not i.is_dilaporkan:
            yield i, f"{i.nama}: diperjanjikan tetapi tidak dilaporkan"
    for i in bahan.indikator:
        if i.tingkat in ("tujuan", "sasaran") and i.is_dilaporkan and not i.is_pk and not i.is_iku:
            yield i, f"{i.nama}: dilaporkan tetapi tidak diperjanjikan dan bukan IKU"


def _beda_renstra(bahan: BahanPeriksa) -> Iterator[tuple[FaktaIndikator, str]]:
    for i in strategis(bahan):
        if i.is_dilaporkan and not i.is_node_renstra:
            yield i, f"sasaran {i.node}: tidak ada dalam Renstra"


def _beda_indikator(bahan: BahanPeriksa) -> Iterator[tuple[FaktaIndikator, str]]:
    for i in bahan.indikator:
        if i.tingkat not in ("tujuan", "sasaran"):
            continue
        if i.is_dilaporkan and i.target_renstra is None:
            yield i, f"{i.nama}: tidak ada dalam Renstra"
        elif not i.is_dilaporkan and i.target_renstra is not None:
            yield i, f"{i.nama}: ada dalam Renstra tetapi tidak dilaporkan"


def _beda_iku(bahan: BahanPeriksa) -> Iterator[tuple[FaktaIndikator, str]]:
    for i in strategis(bahan):
        if i.is_iku and not i.is_dilaporkan:
            yield i, f"{i.nama}: IKU tetapi tidak dilaporkan"


def _selaras(bahan: BahanPeriksa, beda: Beda, dengan: str, bukti: str) -> HasilUji:
    kurang = [] if strategis(bahan) else [TANPA_INDIKATOR]
    kurang += [Kurang(apa, f"indikator:{i.kode}") for i, apa in beda(bahan)]
    return putuskan(
        kurang,
        belum=f"Tujuan atau sasaran dalam laporan belum sesuai dengan {dengan}.",
        lengkap=f"Tujuan dan sasaran dalam laporan sesuai dengan {dengan}.",
        bukti=bukti,
    )


def selaras_pk(bahan: BahanPeriksa, hasil: HasilPeriksa) -> HasilUji:
    """Whether the report has exactly what the PK promises, and beyond it only IKU."""
    return _selaras(bahan, _beda_pk, "Perjanjian Kinerja", "bagian:t_pk")


def selaras_renstra(bahan: BahanPeriksa, hasil: HasilPeriksa) -> HasilUji:
    """Whether every reported tujuan and sasaran is one of the Renstra."""
    return _selaras(bahan, _beda_renstra, "Renstra", "bagian:t_renstra")


def selaras_indikator(bahan: BahanPeriksa, hasil: HasilPeriksa) -> HasilUji:
    """Whether the reported indicators are those of the Renstra, all of them."""
    return _selaras(bahan, _beda_indikator, "Indikator Kinerja dalam Renstra", "bagian:t_renstra")


def selaras_iku(bahan: BahanPeriksa, hasil: HasilPeriksa) -> HasilUji:
    """Whether every IKU is reported, and there are some."""
    if not bahan.konteks.bab2.iku:
        return belum_terpenuhi(
            "Tidak ada IKU yang dapat dibandingkan.", [Kurang("IKU belum ditetapkan", "renstra")]
        )
    return _selaras(bahan, _beda_iku, "Indikator Kinerja Utama", "bagian:t_iku")


# Explanations where they part ------------------------------------------------------------------------------


def _penjelasan(
    bahan: BahanPeriksa, hasil: HasilPeriksa, uji: tuple[Penguji, Penguji], beda: tuple[Beda, Beda]
) -> HasilUji:
    """Met where nothing differs or every difference has a recorded reason; prose is for a person to judge."""
    if all(u(bahan, hasil).keadaan is KeadaanKriteria.TERPENUHI for u in uji):
        return terpenuhi("Tidak ada perbedaan, jadi penjelasan tidak diperlukan.", "bagian:bab2.pk")
    tanpa = {i.kode: i for b in beda for i, _ in b(bahan) if not i.alasan_pk}
    if strategis(bahan) and bahan.konteks.bab2.iku and not tanpa:
        return terpenuhi("Setiap perbedaan mempunyai alasan yang dicatat dalam PK.", "bagian:bab2.pk")
    if not tulisan(bahan, "bab2.pk"):
        return tanya(
            f"{len(tanpa)} indikator berbeda tanpa alasan tercatat. Jawab apakah Bab II bagian Perjanjian "
            "Kinerja sudah menjelaskannya.",
            "bagian:bab2.pk",
        )
    kurang = [Kurang(f"{i.nama}: alasan perbedaan belum ditulis", "narasi:bab2.pk") for i in tanpa.values()]
    return belum_terpenuhi("Perbedaan belum dijelaskan.", kurang or [TANPA_INDIKATOR])


def penjelasan_pk(bahan: BahanPeriksa, hasil: HasilPeriksa) -> HasilUji:
    """Whether differences from PK and Renstra are explained."""
    return _penjelasan(bahan, hasil, (selaras_pk, selaras_renstra), (_beda_pk, _beda_renstra))


def penjelasan_iku(bahan: BahanPeriksa, hasil: HasilPeriksa) -> HasilUji:
    """Whether differences from the Renstra's indicators and the IKU are explained."""
    return _penjelasan(bahan, hasil, (selaras_indikator, selaras_iku), (_beda_indikator, _beda_iku))


# What the report compares and measures ---------------------------------------------------------------


def perbandingan(bahan: BahanPeriksa, hasil: HasilPeriksa) -> HasilUji:
    """Whether the report compares with last year, the Renstra's end and benchmarks."""
    semua = [u(bahan, hasil) for u in (banding_tahun_lalu, banding_menengah, banding_nasional)]
    kurang = [Kurang(k, u.tautan) for u in semua for k in u.kurang]
    if not kurang:
        tanyakan = [u for u in semua if u.keadaan is KeadaanKriteria.PERLU_JAWABAN]
        if tanyakan:
            return tanyakan[0]
    return putuskan(
        kurang,
        belum="Perbandingan data kinerja belum lengkap.",
        lengkap="Laporan membandingkan dengan tahun lalu, target akhir Renstra, dan standar nasional.",
        bukti="bagian:t_banding",
    )


def cukup_mengukur(bahan: BahanPeriksa, hasil: HasilPeriksa) -> HasilUji:
    """Whether every sasaran has an indicator; whether they suffice a person answers."""
    kurang = [
        Kurang(f"sasaran {x.uraian}: tidak berindikator", "renstra") for x in bahan.sasaran if not x.indikator
    ]
    if not bahan.sasaran:
        kurang = [Kurang("Renstra belum memuat sasaran", "renstra")]
    if kurang:
        return belum_terpenuhi("Ada sasaran yang tidak diukur.", kurang)
    return tanya(
        f"Setiap sasaran ({len(bahan.sasaran)}) mempunyai indikator. Jawab apakah indikatornya cukup "
        "mengukur.",
        "bagian:t_renstra",
    )


def definisi(bahan: BahanPeriksa, hasil: HasilPeriksa) -> HasilUji:
    """Whether definition, formula and source are written; whether an indicator is SMART a person answers."""
    semua = strategis(bahan)
    kurang = [TANPA_INDIKATOR] if not semua else []
    for i in semua:
        apa = [
            nama
            for nama, isi in (
                ("definisi operasional", i.definisi_operasional),
                ("formulasi", i.formulasi),
                ("sumber data", i.sumber_data),
            )
            if not isi
        ]
        if apa:
            kurang.append(Kurang(f"{i.nama}: {', '.join(apa)} belum diisi", f"definisi:{i.kode}"))
    if kurang:
        return belum_terpenuhi("Definisi indikator belum lengkap.", kurang)
    return tanya(
        f"Definisi operasional, formulasi, dan sumber data {len(semua)} indikator lengkap. Jawab apakah "
        "indikatornya SMART.",
        "bagian:t_iku",
    )
