"""An accumulated value of Tabel 3.4 that an earlier year leaves open."""

from __future__ import annotations

from collections.abc import Iterator

from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.sebut import lokasi_tabel
from pelaporan.periksa.tempat import is_kosong


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find blanks in Tabel 3.4 of indicators whose value of the year is there.

    Its rows are those of Tabel 3.2, in order; a blank of the year itself is ``realisasi_kosong``.
    """
    k = bahan.konteks
    for n, (c, m) in enumerate(zip(k.bab3.capaian, k.bab3.kemajuan, strict=False), start=1):
        if not is_kosong(m.realisasi) or is_kosong(c.realisasi):
            continue
        yield Temuan(
            kode=PEMERIKSAAN.kode,
            tingkat=Tingkat.GALAT,
            lokasi=lokasi_tabel(k, "t_kemajuan", f"baris {n}", c.kode),
            pesan=(
                f"Kemajuan {c.indikator} dihitung dari jumlah beberapa tahun, tetapi "
                f"{m.realisasi.alasan or 'belum diisi'}. "
                "Isi nilai tahun itu; tulis 0 bila memang nol."
            ),
            nilai=(("jumlah beberapa tahun", m.realisasi.alasan or "belum diisi"),),
            tautan=f"realisasi:{c.kode}",
            sebab=f"kemajuan:{c.kode}",
        )


PEMERIKSAAN = Pemeriksaan(
    kode="kemajuan_kosong",
    nama="Kemajuan belum dapat dijumlahkan",
    tingkat=Tingkat.GALAT,
    sumber="PermenPANRB 53/2014 lampiran II: perbandingan dengan target jangka menengah; audit contoh T9",
    periksa=periksa,
)
