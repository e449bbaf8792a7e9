"""The lists of criteria as a workbook, one sheet each."""

from __future__ import annotations

from collections.abc import Iterable

from pelaporan.kesiapan_laporan import BarisKriteria, DaftarKriteria
from sakip.umum.xlsx_buku import tulis_buku
from sakip.umum.xlsx_tabel import Isi, Kolom, Tabel

KOLOM = (
    Kolom("Nomor", lebar=9),
    Kolom("Kelompok", lebar=22),
    Kolom("Kriteria", lebar=48),
    Kolom("Keadaan", lebar=16),
    Kolom("Menurut laporan", lebar=48),
    Kolom("Yang kurang", lebar=48),
    Kolom("Jawaban kantor", lebar=16),
    Kolom("Catatan", lebar=40),
    Kolom("Bukti", lebar=30),
    Kolom("Dijawab oleh", lebar=30),
    Kolom("Bukti yang lazim diminta", lebar=40),
    Kolom("Sumber", lebar=40),
)


def buat_kesiapan(daftar: Iterable[DaftarKriteria], judul: str) -> bytes:
    """Return the workbook."""
    return tulis_buku(
        [
            Tabel(
                judul=f"{d.perangkat.nama}: {judul}",
                kolom=KOLOM,
                baris=[_baris(b) for b in d.baris],
                keterangan=(d.perangkat.sumber, d.ringkasan),
                lembar=d.perangkat.jenis.capitalize(),
                beku=1,
            )
            for d in daftar
        ],
        judul,
    )


def _baris(b: BarisKriteria) -> list[Isi]:
    j = b.jawaban
    return [
        b.kriteria.nomor,
        b.kriteria.kelompok,
        b.kriteria.uraian,
        b.kata,
        b.hasil.uraian,
        "\n".join(b.hasil.kurang),
        j.get_jawaban_display() if j else "",
        j.catatan if j else "",
        j.bukti if j else "",
        b.oleh,
        b.kriteria.bukti_diminta,
        b.kriteria.sumber,
    ]
