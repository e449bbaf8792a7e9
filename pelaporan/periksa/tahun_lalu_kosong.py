"""Tabel 3.3 with fewer years than the Renstra has run."""

from __future__ import annotations

from collections.abc import Iterator

from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.sebut import lokasi_tabel
from sakip.umum.hitung import Keadaan
from sakip.umum.teks import gabung_kata


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Say for how many indicators an earlier year of the planning period has no value at all."""
    k = bahan.konteks
    jumlah = len(k.bab3.banding)
    tanpa: dict[int, int] = {}
    for b in k.bab3.banding:
        for t in b.tahun:
            lampau = k.periode.tahun_awal <= t.tahun < k.identitas.tahun
            if lampau and t.realisasi.keadaan is Keadaan.TIDAK_BERLAKU and t.target.teks == t.realisasi.teks:
                tanpa[t.tahun] = tanpa.get(t.tahun, 0) + 1
    if not tanpa:
        return
    isi = [f"{n} dari {jumlah} indikator pada tahun {th}" for th, n in sorted(tanpa.items())]
    yield Temuan(
        kode=PEMERIKSAAN.kode,
        tingkat=Tingkat.INFO,
        lokasi=lokasi_tabel(k, "t_banding", objek="tahun lalu"),
        pesan=(
            f"Nilai {gabung_kata(isi)} tidak ada, padahal Renstra sudah berjalan sejak "
            f"{k.periode.tahun_awal}. Isi "
            "nilainya bila ada, supaya perbandingan meliputi beberapa tahun."
        ),
        nilai=tuple((f"tahun {th}", f"{n} dari {jumlah}") for th, n in sorted(tanpa.items())),
        tautan="pengukuran",
    )


PEMERIKSAAN = Pemeriksaan(
    kode="tahun_lalu_kosong",
    nama="Nilai tahun sebelumnya tidak ada",
    tingkat=Tingkat.INFO,
    sumber="PermenPANRB 53/2014 lampiran II: beberapa tahun terakhir; audit contoh R11",
    periksa=periksa,
)
