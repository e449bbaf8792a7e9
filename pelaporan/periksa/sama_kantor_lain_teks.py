"""A paragraph that also stands in the report of another office; whose is never said."""

from __future__ import annotations

from collections.abc import Iterator

from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.naskah import lokasi_bagian, sidik_bagian
from pelaporan.periksa.sama_tahun_lalu_teks import paragraf_sama, sebut_paragraf


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find sections with paragraphs that another office wrote word for word.

    The finding's key holds the section as a whole, not which paragraphs are equal today: what another office
    edits changes nothing in the answers that this report keeps (``pelaporan.susun.catatan``).
    """
    if not bahan.sidik_lain:
        return
    for bagian, isi in paragraf_sama(bahan, bahan.sidik_lain).items():
        lokasi = lokasi_bagian(bagian)
        yield Temuan(
            kode=PEMERIKSAAN.kode,
            tingkat=Tingkat.PERINGATAN,
            lokasi=lokasi,
            pesan=(
                f"{lokasi.teks}: {sebut_paragraf(isi)} sama kata demi kata dengan laporan perangkat daerah "
                f"lain. Tulis keadaan {bahan.konteks.identitas.perangkat_daerah} sendiri, atau tulis alasan "
                "mengapa sama."
            ),
            nilai=(("sidik bagian", sidik_bagian(bahan.konteks, bagian)),),
            tautan=f"narasi:{bagian}",
        )


PEMERIKSAAN = Pemeriksaan(
    kode="sama_kantor_lain_teks",
    nama="Paragraf sama dengan laporan perangkat daerah lain",
    tingkat=Tingkat.PERINGATAN,
    sumber="audit contoh S4, S7; LHE: laporan disalin dari perangkat daerah lain",
    periksa=periksa,
)
