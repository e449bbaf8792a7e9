"""A paragraph that already stood in last year's report."""

from __future__ import annotations

from collections.abc import Iterator

from pelaporan.draf import susun_draf
from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.ketikan import penggal
from pelaporan.periksa.naskah import Paragraf, iter_paragraf, lokasi_bagian, normal, sidik_paragraf
from pelaporan.periksa.sebut import sebut


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find sections with paragraphs that are word for word those of the year before."""
    if bahan.lalu is None:
        return
    lama = {sidik_paragraf(p.mentah) for p in iter_paragraf(bahan.lalu)} - {""}
    for bagian, isi in paragraf_sama(bahan, lama).items():
        lokasi = lokasi_bagian(bagian)
        tahun = bahan.lalu.identitas.tahun
        yield Temuan(
            kode=PEMERIKSAAN.kode,
            tingkat=Tingkat.PERINGATAN,
            lokasi=lokasi,
            pesan=(
                f"{lokasi.teks}: {sebut_paragraf(isi)} sama dengan laporan tahun {tahun}. Sesuaikan dengan "
                f"keadaan tahun {bahan.konteks.identitas.tahun}, atau tulis alasan mengapa tetap sama."
            ),
            nilai=tuple(("paragraf", p.mentah) for p in isi),
            tautan=f"narasi:{bagian}",
            sebab=f"tawaran:{bagian}",
        )


def paragraf_sama(bahan: BahanPeriksa, sidik: frozenset[str] | set[str]) -> dict[str, list[Paragraf]]:
    """Return the paragraphs whose hash is among those given, by section.

    A paragraph that is exactly the draft from this report's own figures is nobody's copy: two offices with
    the same results are offered the same words.
    """
    hasil: dict[str, list[Paragraf]] = {}
    for p in iter_paragraf(bahan.konteks):
        if sidik_paragraf(p.mentah) in sidik and not _is_draf(bahan, p):
            hasil.setdefault(p.bagian, []).append(p)
    return hasil


def _is_draf(bahan: BahanPeriksa, p: Paragraf) -> bool:
    draf = susun_draf(bahan.konteks, p.bagian)
    return normal(p.mentah) in {normal(satu) for satu in draf.split("\n\n") if satu}


def sebut_paragraf(isi: list[Paragraf]) -> str:
    """Return "paragraf 1 (“…”); paragraf 3 (“…”)"."""
    return sebut([f"paragraf {p.nomor} (“{penggal(p.ketikan, 60)}”)" for p in isi])


PEMERIKSAAN = Pemeriksaan(
    kode="sama_tahun_lalu_teks",
    nama="Paragraf sama dengan laporan tahun lalu",
    tingkat=Tingkat.PERINGATAN,
    sumber="audit contoh S8; LHE: analisis disalin dari tahun sebelumnya",
    periksa=periksa,
)
