"""Appendices recorded as absent."""

from __future__ import annotations

from collections.abc import Iterator

from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Lokasi, Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.sebut import sebut


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Name them with the recorded reasons, in one finding."""
    tiada = bahan.konteks.lampiran_tiada
    if not tiada:
        return
    isi = [f"{x.judul}, dengan alasan “{x.alasan.strip().rstrip('.')}”" for x in tiada]
    yield Temuan(
        kode=PEMERIKSAAN.kode,
        tingkat=Tingkat.PERINGATAN,
        lokasi=Lokasi("lampiran", "Lampiran", "tidak ada"),
        pesan=(
            f"Lampiran ini dicatat tidak ada: {sebut(isi)}. Unggah pindaiannya bila sudah ada, atau tulis "
            "bahwa alasan itu masih berlaku."
        ),
        nilai=tuple((x.judul, x.alasan) for x in tiada),
        tautan="lampiran",
    )


PEMERIKSAAN = Pemeriksaan(
    kode="lampiran_tiada",
    nama="Lampiran dicatat tidak ada",
    tingkat=Tingkat.PERINGATAN,
    sumber="audit contoh P11",
    periksa=periksa,
)
