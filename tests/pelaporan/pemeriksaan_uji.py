"""A few checks whose findings a test decides by the data: the pages and answers are tried on them."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Lokasi, Nonaktif, Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.naskah import iter_paragraf

PENGANTAR = "depan.pengantar"


def _ditulis(bahan: BahanPeriksa) -> str:
    """What stands in the kata pengantar: the value of the warnings."""
    return " ".join(p.teks for p in iter_paragraf(bahan.konteks) if p.bagian == PENGANTAR)


def _galat(bahan: BahanPeriksa) -> Iterator[Temuan]:
    skm = bahan.indikator_kode("skm")
    if skm is None or not skm.is_diukur:
        pesan = "Realisasi Indikator skm belum diisi. Isi nilainya."
        yield Temuan(
            "uji_galat", Tingkat.GALAT, Lokasi("t_capaian", "Tabel 3.2, baris 1", "skm"), pesan,
            (("realisasi", "belum diisi"),), "realisasi:skm",
        )  # fmt: skip


def _ragu(bahan: BahanPeriksa) -> Iterator[Temuan]:
    pesan = "Pagu program 7.01.02 adalah Rp1.500.000. Pastikan nilainya."
    yield Temuan(
        "uji_ragu", Tingkat.GALAT, Lokasi("t_pagu", "Tabel 2.6, baris 1", "7.01.02"), pesan,
        (("pagu", _ditulis(bahan)),), "pagu:7.01.02",
    )  # fmt: skip


def _peringatan(bahan: BahanPeriksa) -> Iterator[Temuan]:
    for kunci, teks in ((PENGANTAR, "Kata pengantar"), ("bab1.isu", "Bab I, isu strategis")):
        yield Temuan(
            "uji_peringatan", Tingkat.PERINGATAN, Lokasi(kunci, teks), f"Tertulis “{_ditulis(bahan)}”.",
            (("teks", _ditulis(bahan)),), f"narasi:{kunci}",
        )  # fmt: skip


def _info(bahan: BahanPeriksa) -> Iterator[Temuan]:
    yield Temuan("uji_info", Tingkat.INFO, Lokasi("lampiran", "Lampiran"), "Lampiran ada 1.")


def _tiada(bahan: BahanPeriksa) -> Iterator[Temuan]:
    yield from ()


DAFTAR = (
    Pemeriksaan("uji_galat", "Realisasi uji kosong", Tingkat.GALAT, "aturan uji 1", _galat),
    Pemeriksaan("uji_ragu", "Pagu meragukan", Tingkat.GALAT, "aturan uji 2", _ragu, boleh_dikecualikan=True),
    Pemeriksaan("uji_peringatan", "Tulisan mencurigakan", Tingkat.PERINGATAN, "aturan uji 3", _peringatan),
    Pemeriksaan("uji_info", "Lampiran uji", Tingkat.INFO, "aturan uji 4", _info),
    Pemeriksaan("uji_lolos", "Pemeriksaan yang lolos", Tingkat.GALAT, "aturan uji 5", _tiada),
    Pemeriksaan(
        "uji_mati", "Pemeriksaan yang dimatikan", Tingkat.GALAT, "aturan uji 6", _tiada,
        nonaktif=Nonaktif(datetime.date(2024, 2, 1), "Aturannya sedang ditinjau."),
    ),
)  # fmt: skip


def kunci(hasil, kode: str, nomor: int = 0) -> str:
    """Return the key of a finding of a check."""
    return [t for t in hasil.temuan if t.kode == kode][nomor].kunci
