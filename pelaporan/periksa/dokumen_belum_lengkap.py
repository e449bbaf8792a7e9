"""A DPA or a Perjanjian Kinerja without its number or its day."""

from __future__ import annotations

from collections.abc import Iterator

from pelaporan.periksa.bahan import BahanPeriksa, FaktaDokumen
from pelaporan.periksa.dasar import Lokasi, Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.sebut import sebut
from sakip.umum.teks import gabung_kata


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Name the documents without number or day, one finding for the DPA and one for the PK."""
    for tautan, daftar, akibat in (
        ("dpa", bahan.dpa, "ketepatan waktu Perjanjian Kinerja tidak dapat diperiksa"),
        ("pk", bahan.pk, "Perjanjian Kinerja tidak dapat dirujuk"),
    ):
        kurang = [(d.nama, gabung_kata(k)) for d in daftar if (k := _kurang(d))]
        if not kurang:
            continue
        isi = [f"{nama} ({apa} belum diisi)" for nama, apa in kurang]
        yield Temuan(
            kode=PEMERIKSAAN.kode,
            tingkat=Tingkat.PERINGATAN,
            lokasi=Lokasi("bab2.pk", "Bab II, Perjanjian Kinerja", tautan),
            pesan=(
                f"{len(kurang)} dokumen belum lengkap: {sebut(isi)}, sehingga {akibat}. Lengkapi, atau tulis "
                "alasannya."
            ),
            nilai=tuple((nama, f"{apa} belum diisi") for nama, apa in kurang),
            tautan=tautan,
        )


def _kurang(d: FaktaDokumen) -> list[str]:
    return [apa for apa, kosong in (("nomor", not d.nomor.strip()), ("tanggal", d.tanggal is None)) if kosong]


PEMERIKSAAN = Pemeriksaan(
    kode="dokumen_belum_lengkap",
    nama="Nomor atau tanggal DPA dan PK belum diisi",
    tingkat=Tingkat.PERINGATAN,
    sumber="PermenPANRB 53/2014: PK paling lambat satu bulan setelah DPA; isu 6 bagian 2: urutan tanggal",
    periksa=periksa,
)
