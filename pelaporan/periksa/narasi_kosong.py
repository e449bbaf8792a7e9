"""A section that nobody has written."""

from __future__ import annotations

from collections.abc import Iterator

from pelaporan.kerangka import BAGIAN_NARASI
from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.naskah import NAMA_BAGIAN, iter_paragraf, lokasi_bagian
from pelaporan.periksa.sebut import sebut

WAJIB = {
    "depan.ikhtisar": "Ringkas tujuan, capaian, kendala, dan langkah perbaikan dalam satu halaman",
    "bab1.latar_belakang": "Jelaskan dasar dan maksud penyusunan laporan",
    "bab4.kesimpulan": "Simpulkan capaian kinerja tahun ini",
    "bab4.langkah": "Tulis langkah perbaikan kinerja yang akan dilakukan pada tahun berikutnya",
}


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find required sections without a word; the others are listed in one info."""
    terisi = {p.bagian for p in iter_paragraf(bahan.konteks) if p.teks.strip()}
    lain = []
    for bagian, _ in BAGIAN_NARASI:
        if bagian in terisi:
            continue
        if bagian in WAJIB or bagian.startswith("tabel."):
            yield _wajib(bahan, bagian)
        else:
            lain.append(bagian)
    if lain:
        yield _lain(lain)


def _wajib(bahan: BahanPeriksa, bagian: str) -> Temuan:
    if bagian in WAJIB:
        perintah = f"{NAMA_BAGIAN[bagian]} belum ditulis. {WAJIB[bagian]}."
    else:
        tabel = bahan.konteks.kerangka.tabel_ke(bagian.removeprefix("tabel."))
        perintah = (
            f"{NAMA_BAGIAN[bagian]} belum ditulis, sehingga Tabel {tabel.nomor} berdiri tanpa uraian. "
            "Jelaskan arti angkanya; draf dari angka dapat dipakai sebagai awal."
        )
    return Temuan(
        kode=PEMERIKSAAN.kode,
        tingkat=Tingkat.GALAT,
        lokasi=lokasi_bagian(bagian),
        pesan=perintah,
        nilai=(("isi", "kosong"),),
        tautan=f"narasi:{bagian}",
        sebab=f"narasi:{bagian}",
    )


def _lain(bagian: list[str]) -> Temuan:
    nama = [NAMA_BAGIAN[b] for b in bagian]
    return Temuan(
        kode=PEMERIKSAAN.kode,
        tingkat=Tingkat.INFO,
        lokasi=lokasi_bagian(bagian[0]),
        pesan=(
            f"{len(bagian)} bagian lain belum ditulis: {sebut(nama)}. Laporan tetap dapat terbit tanpa "
            "bagian ini; tulis bila ada yang perlu dijelaskan."
        ),
        nilai=tuple((n, "kosong") for n in nama),
        tautan=f"narasi:{bagian[0]}",
    )


PEMERIKSAAN = Pemeriksaan(
    kode="narasi_kosong",
    nama="Bagian naskah belum ditulis",
    tingkat=Tingkat.GALAT,
    sumber="PermenPANRB 53/2014 lampiran II; audit contoh P4, R10, R12",
    periksa=periksa,
)
