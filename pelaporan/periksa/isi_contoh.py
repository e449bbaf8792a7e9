"""Text of a form that nobody has filled in."""

from __future__ import annotations

from collections.abc import Iterator

from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Lokasi, Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.ketikan import Ketikan, iter_ketikan, penggal
from pelaporan.periksa.naskah import lokasi_bagian
from pelaporan.periksa.sebut import sebut
from pelaporan.periksa.tanda_contoh import cari_tanda, is_tanpa_isi


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find placeholders; paragraphs of one section that are nothing but marks are one finding."""
    garis: dict[str, list[Ketikan]] = {}
    semua = tuple(iter_ketikan(bahan))
    for k in semua:
        if k.is_narasi and is_tanpa_isi(k.teks):
            garis.setdefault(k.bagian, []).append(k)
    for k in semua:
        if k.is_narasi and is_tanpa_isi(k.teks):
            if k is garis[k.bagian][0]:
                yield _garis(garis[k.bagian])
        elif tanda := cari_tanda(k.teks, is_narasi=k.is_narasi, is_kutipan=k.is_kutipan):
            yield _satu(k, tanda)


def _garis(semua: list[Ketikan]) -> Temuan:
    satu = semua[0]
    jumlah = f"{len(semua)} paragraf" if len(semua) > 1 else "satu paragraf"
    lokasi = lokasi_bagian(satu.bagian, objek="garis")
    return _temuan(
        lokasi,
        f"{lokasi.teks}: {jumlah} hanya berisi “{penggal(satu.teks, 20)}”. Tulis isinya, atau hapus.",
        (satu.teks.strip(),),
        satu.tautan,
    )


def _satu(k: Ketikan, tanda: tuple[str, ...]) -> Temuan:
    apa = sebut([f"“{penggal(t, 60)}”" for t in tanda])
    return _temuan(
        k.lokasi,
        f"{k.lokasi.teks} masih memuat isian contoh: {apa}. Ganti dengan isi yang sebenarnya, atau hapus.",
        tanda,
        k.tautan,
    )


def _temuan(lokasi: Lokasi, pesan: str, tanda: tuple[str, ...], tautan: str) -> Temuan:
    return Temuan(
        kode=PEMERIKSAAN.kode,
        tingkat=Tingkat.GALAT,
        lokasi=lokasi,
        pesan=pesan,
        nilai=tuple(("isian contoh", t) for t in tanda),
        tautan=tautan,
    )


PEMERIKSAAN = Pemeriksaan(
    kode="isi_contoh",
    nama="Isian contoh belum diganti",
    tingkat=Tingkat.GALAT,
    sumber="audit contoh P4, P5, P6, P7, P8, P9",
    periksa=periksa,
)
