"""Recommendations that nobody followed up, or whose follow-up nothing proves."""

from __future__ import annotations

from collections.abc import Iterator

from pelaporan.konteks import BarisTindakLanjut
from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.sebut import lokasi_tabel, sebut


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Name the rows without follow-up or without evidence, in one finding."""
    kurang = [(b, apa) for b in bahan.konteks.bab3.tindak_lanjut if (apa := _kurang(b))]
    if not kurang:
        return
    isi = [f"nomor {b.nomor} dari {b.sumber} {b.tahun} ({apa})" for b, apa in kurang]
    satu = f"baris {kurang[0][0].nomor}" if len(kurang) == 1 else ""
    yield Temuan(
        kode=PEMERIKSAAN.kode,
        tingkat=Tingkat.PERINGATAN,
        lokasi=lokasi_tabel(bahan.konteks, "t_tindak_lanjut", satu, satu or "tindak lanjut"),
        pesan=(
            f"{len(kurang)} rekomendasi belum lengkap: {sebut(isi)}. Tulis tindak lanjut dan buktinya, atau "
            "tulis alasan belum ditindaklanjuti."
        ),
        nilai=tuple((f"{b.sumber} {b.tahun}: {b.rekomendasi}", apa) for b, apa in kurang),
        tautan="rekomendasi",
    )


def _kurang(b: BarisTindakLanjut) -> str:
    if not b.tindak_lanjut.is_terukur:
        return "belum ditindaklanjuti"
    return "" if b.bukti.strip() else "bukti belum dicatat"


PEMERIKSAAN = Pemeriksaan(
    kode="rekomendasi_belum_ditindak",
    nama="Rekomendasi belum ditindaklanjuti atau tanpa bukti",
    tingkat=Tingkat.PERINGATAN,
    sumber="PermenPANRB 88/2021 kriteria 4.c: rekomendasi ditindaklanjuti",
    periksa=periksa,
)
