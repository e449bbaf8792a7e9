"""A value equal to last year's to the last digit: measured, or copied?"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pelaporan.konteks import BarisBanding
from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.sebut import lokasi_tabel, sebut

BATAS = (Decimal(0), Decimal(100))


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find rows of Tabel 3.3 whose realisasi is exactly last year's, one finding a level.

    Info where the value is its target or stands at a bound (0 or 100), and for grades: there equality is
    no sign of copying.
    """
    sama = [b for b in bahan.konteks.bab3.banding if _is_sama(b)]
    biasa = [b for b in sama if _is_biasa(bahan, b)]
    lain = [b for b in sama if b not in biasa]
    for tingkat, daftar in ((Tingkat.PERINGATAN, lain), (Tingkat.INFO, biasa)):
        if daftar:
            yield _temuan(bahan, tingkat, daftar)


def _is_sama(b: BarisBanding) -> bool:
    if len(b.tahun) < 2:
        return False
    lalu, kini = b.tahun[-2].realisasi.nilai, b.tahun[-1].realisasi.nilai
    return kini is not None and kini == lalu


def _is_biasa(bahan: BahanPeriksa, b: BarisBanding) -> bool:
    kini = b.tahun[-1]
    i = bahan.indikator_kode(b.kode)
    if i is not None and i.jenis == "predikat":
        return True
    return kini.realisasi.nilai in BATAS or kini.realisasi.nilai == kini.target.nilai


def _temuan(bahan: BahanPeriksa, tingkat: Tingkat, daftar: list[BarisBanding]) -> Temuan:
    k = bahan.konteks
    lalu = k.identitas.tahun - 1
    isi = [f"{b.indikator} ({b.tahun[-1].realisasi.teks})" for b in daftar]
    pesan = f"Realisasi {len(daftar)} indikator sama persis dengan tahun {lalu}: {sebut(isi)}. "
    if tingkat is Tingkat.INFO:
        pesan += "Nilai itu sama dengan targetnya, berupa predikat, atau berada pada batas 0 atau 100."
    else:
        pesan += "Pastikan nilainya hasil pengukuran tahun ini, lalu tulis alasannya."
    baris = [n for n, b in enumerate(k.bab3.banding, start=1) if b in daftar]
    rincian = f"baris {baris[0]}" if len(baris) == 1 else ""
    return Temuan(
        kode=PEMERIKSAAN.kode,
        tingkat=tingkat,
        lokasi=lokasi_tabel(k, "t_banding", rincian, daftar[0].kode if rincian else "sama"),
        pesan=pesan,
        nilai=tuple((b.indikator, b.tahun[-1].realisasi.teks) for b in daftar),
        tautan=f"realisasi:{daftar[0].kode}",
    )


PEMERIKSAAN = Pemeriksaan(
    kode="sama_tahun_lalu",
    nama="Realisasi sama persis dengan tahun lalu",
    tingkat=Tingkat.PERINGATAN,
    sumber="PermenPANRB 53/2014 lampiran II butir 2; isu 6 bagian 2: nilai sama sampai angka terakhir",
    periksa=periksa,
)
