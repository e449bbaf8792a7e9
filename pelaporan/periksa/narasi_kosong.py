"""A section that nobody has written, or that a word or two stand for."""

from __future__ import annotations

from collections.abc import Iterator

from pelaporan.kerangka import BAGIAN_NARASI
from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.naskah import NAMA_BAGIAN, Paragraf, iter_paragraf, lokasi_bagian
from pelaporan.periksa.sebut import sebut
from pelaporan.periksa.tanda_contoh import cari_tanda

KATA_PALING_SEDIKIT = 8  # under it nothing is explained: "Baik.", "Semua target tercapai."
WAJIB = {
    "depan.ikhtisar": "Ringkas tujuan, capaian, kendala, dan langkah perbaikan dalam satu halaman",
    "bab1.latar_belakang": "Jelaskan dasar dan maksud penyusunan laporan",
    "bab4.kesimpulan": "Simpulkan capaian kinerja tahun ini",
    "bab4.langkah": "Tulis langkah perbaikan kinerja yang akan dilakukan pada tahun berikutnya",
}


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find required sections without a word or with too few; the other blank ones are listed in one info."""
    isi: dict[str, list[Paragraf]] = {}
    for p in iter_paragraf(bahan.konteks):
        if p.teks.strip():
            isi.setdefault(p.bagian, []).append(p)
    lain = []
    for bagian, _ in BAGIAN_NARASI:
        if bagian in WAJIB or bagian.startswith("tabel."):
            if bagian not in isi:
                yield _wajib(bahan, bagian)
            elif _is_pendek(isi[bagian]):
                yield _pendek(bagian, isi[bagian])
        elif bagian not in isi:
            lain.append(bagian)
    if lain:
        yield _lain(lain)


def _is_pendek(isi: list[Paragraf]) -> bool:
    """Whether the words are too few; what is a placeholder is ``isi_contoh``'s."""
    if any(cari_tanda(p.ketikan) for p in isi):
        return False
    kata = [k for p in isi for k in p.teks.split() if any(huruf.isalnum() for huruf in k)]
    return len(kata) < KATA_PALING_SEDIKIT


def _pendek(bagian: str, isi: list[Paragraf]) -> Temuan:
    teks = " ".join(p.teks.strip() for p in isi)
    pesan = f"{NAMA_BAGIAN[bagian]} terlalu pendek, hanya “{teks}”. {_perintah(bagian)}"
    return _temuan(bagian, pesan, teks)


def _perintah(bagian: str) -> str:
    if bagian in WAJIB:
        return f"{WAJIB[bagian]}."
    return "Jelaskan arti angkanya; draf dari angka dapat dipakai sebagai awal."


def _wajib(bahan: BahanPeriksa, bagian: str) -> Temuan:
    akibat = ""
    if bagian not in WAJIB:
        tabel = bahan.konteks.kerangka.tabel_ke(bagian.removeprefix("tabel."))
        akibat = f", sehingga Tabel {tabel.nomor} berdiri tanpa uraian"
    return _temuan(bagian, f"{NAMA_BAGIAN[bagian]} belum ditulis{akibat}. {_perintah(bagian)}", "kosong")


def _temuan(bagian: str, pesan: str, isi: str) -> Temuan:
    return Temuan(
        kode=PEMERIKSAAN.kode,
        tingkat=Tingkat.GALAT,
        lokasi=lokasi_bagian(bagian),
        pesan=pesan,
        nilai=(("isi", isi),),
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
