"""The same sentence twice in the report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pelaporan.periksa.analisis_kosong import kode_analisis
from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Lokasi, Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.ketikan import penggal
from pelaporan.periksa.naskah import iter_kalimat_semua, lokasi_bagian, normal
from pelaporan.periksa.sebut import lokasi_tabel, sebut

# A shorter one may well be said twice ("Rinciannya adalah sebagai berikut.").
HURUF_PALING_SEDIKIT = 35
KATA_PALING_SEDIKIT = 5


@dataclass(frozen=True)
class _Kalimat:
    kunci: str  # compared: words and keys of tokens
    teks: str
    lokasi: Lokasi  # of its section or table
    tempat: str  # "Bab IV, kesimpulan, paragraf 2"
    tautan: str


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find sentences that stand a second time; those of one section or table are one finding."""
    pertama: dict[str, _Kalimat] = {}
    ulang: dict[str, list[tuple[_Kalimat, _Kalimat]]] = {}
    for k in (*_narasi(bahan), *_analisis(bahan)):
        if len(k.kunci) < HURUF_PALING_SEDIKIT or len(k.kunci.split()) < KATA_PALING_SEDIKIT:
            continue
        asal = pertama.setdefault(k.kunci, k)
        if asal is not k:
            ulang.setdefault(k.lokasi.kunci, []).append((asal, k))
    for pasangan in ulang.values():
        yield _temuan(pasangan)


def _narasi(bahan: BahanPeriksa) -> Iterator[_Kalimat]:
    for k in iter_kalimat_semua(bahan.konteks):
        p = k.paragraf
        yield _Kalimat(normal(k.mentah), k.teks, lokasi_bagian(p.bagian), p.lokasi.teks, p.tautan)


def _analisis(bahan: BahanPeriksa) -> Iterator[_Kalimat]:
    """Causes and solutions: two indicators seldom have the same ones."""
    for n, b in enumerate(bahan.konteks.bab3.analisis, start=1):
        kode = kode_analisis(bahan, b)
        for nama, isi in (("sebab", b.analisis), ("solusi", b.solusi)):
            if isi.is_terukur:
                tempat = lokasi_tabel(bahan.konteks, "t_analisis", f"baris {n}, {nama}", "teks")
                yield _Kalimat(
                    normal(isi.teks), isi.teks, tempat, tempat.teks, f"analisis:{kode}" if kode else ""
                )


def _temuan(pasangan: list[tuple[_Kalimat, _Kalimat]]) -> Temuan:
    _, satu = pasangan[0]
    isi = [f"“{penggal(k.teks)}” ({_di_mana(asal, k)})" for asal, k in pasangan]
    apa = "Satu kalimat ditulis" if len(pasangan) == 1 else f"{len(pasangan)} kalimat ditulis"
    return Temuan(
        kode=PEMERIKSAAN.kode,
        tingkat=Tingkat.PERINGATAN,
        lokasi=satu.lokasi,
        pesan=(f"{apa} dua kali: {sebut(isi)}. Hapus salah satu, atau tulis yang khusus untuk bagian ini."),
        nilai=tuple((f"kalimat, juga pada {asal.lokasi.kunci}", k.teks) for asal, k in pasangan),
        tautan=satu.tautan,
    )


def _di_mana(asal: _Kalimat, k: _Kalimat) -> str:
    return k.tempat if asal.tempat == k.tempat else f"{asal.tempat}, dan {k.tempat}"


PEMERIKSAAN = Pemeriksaan(
    kode="kalimat_ganda",
    nama="Kalimat berulang",
    tingkat=Tingkat.PERINGATAN,
    sumber="audit contoh S12; issue 6: teks yang sama dengan bagian lain",
    periksa=periksa,
)
