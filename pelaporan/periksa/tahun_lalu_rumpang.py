"""An earlier year of Tabel 3.3 that was begun and is not whole: a target or a value is missing."""

from __future__ import annotations

from collections.abc import Iterator

from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.sebut import lokasi_tabel, sebut
from pelaporan.periksa.tempat import is_kosong


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find blanks of earlier years in one finding: the year is over, so that a reason may be all there is."""
    k = bahan.konteks
    milik = [
        (b.kode, f"{b.indikator} tahun {t.tahun}", "target" if is_kosong(t.target) else "realisasi")
        for b in k.bab3.banding
        for t in b.tahun
        if t.tahun < k.identitas.tahun and (is_kosong(t.target) or is_kosong(t.realisasi))
    ]
    if not milik:
        return
    yield Temuan(
        kode=PEMERIKSAAN.kode,
        tingkat=Tingkat.PERINGATAN,
        lokasi=lokasi_tabel(k, "t_banding", objek="rumpang"),
        pesan=(
            f"{len(milik)} nilai tahun sebelumnya belum lengkap: "
            f"{sebut([f'{apa} {nama}' for _, nama, apa in milik])}. "
            "Isi menurut laporan tahun itu, atau tulis mengapa tidak ada."
        ),
        nilai=tuple((nama, f"{apa} belum diisi") for _, nama, apa in milik),
        tautan=f"realisasi:{milik[0][0]}",
    )


PEMERIKSAAN = Pemeriksaan(
    kode="tahun_lalu_rumpang",
    nama="Nilai tahun sebelumnya belum lengkap",
    tingkat=Tingkat.PERINGATAN,
    sumber="PermenPANRB 53/2014 lampiran II: perbandingan dengan tahun sebelumnya; audit contoh T7",
    periksa=periksa,
)
