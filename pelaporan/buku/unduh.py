"""Makes the workbook of an office and year, or a blank one."""

from __future__ import annotations

import datetime
import hashlib

from django.utils import timezone

from pelaporan.buku.bahan import Bahan
from pelaporan.buku.isi import BARIS_AWAL, FORMAT, BarisTulis, BukuTulis, LembarTulis
from pelaporan.buku.kolom import Jenis, Kolom, Nilai, bersih, sidik
from pelaporan.buku.lembar import SEMUA
from pelaporan.buku.skema import Baris, Lembar
from pelaporan.buku.tulis import tulis_buku
from sakip.umum.angka import format_angka
from sakip.umum.waktu import sebut_waktu

DAFTAR = ("pemda", "skala", "hukum", "satuan", "pangkat", "sasaran_rpjmd", "jabatan", "node")


def buat_buku(b: Bahan, saat: datetime.datetime, *, kosong: bool = False) -> bytes:
    """Return the workbook as xlsx. ``saat`` is when it was made; a blank one holds no row."""
    lembar = [susun_lembar(b, satu, kosong=kosong) for satu in SEMUA]
    keadaan = hashlib.sha256("".join(r.sidik for satu in lembar for r in satu.baris).encode()).hexdigest()[
        :12
    ]
    return tulis_buku(
        BukuTulis(
            keterangan=keterangan(b, saat, keadaan, kosong=kosong),
            lembar=lembar,
            rujukan=susun_rujukan(b, kosong=kosong),
        )
    )


def keterangan(
    b: Bahan, saat: datetime.datetime, keadaan: str, *, kosong: bool
) -> tuple[tuple[str, str], ...]:
    """Return the lines that say what the workbook is of; the reader finds them by their label."""
    return (
        (
            "Perangkat daerah",
            b.kantor.nama if b.kantor and not kosong else "(baru, ditulis pada lembar Organisasi)",
        ),
        ("Kode pendek", b.kantor.slug if b.kantor and not kosong else ""),
        ("Tahun", str(b.tahun)),
        ("Dibuat", sebut_waktu(timezone.localtime(saat))),
        ("Oleh", str(b.pengguna) if b.pengguna else "Sistem"),
        ("Keadaan data", keadaan if not kosong else "kosong"),
        ("Bentuk", FORMAT),
    )


def susun_rujukan(b: Bahan, *, kosong: bool = False) -> dict[str, list[str]]:
    """Return the lists that columns choose from; a blank workbook knows nothing of another office."""
    hasil = {nama: list(b.daftar[nama]) for nama in DAFTAR}
    if kosong:
        hasil["node"] = []
        hasil["jabatan"] = [n for n, j in b.daftar["jabatan"].items() if j.perangkat_daerah_id is None]
    return hasil


def susun_lembar(b: Bahan, lembar: Lembar, *, kosong: bool = False) -> LembarTulis:
    """Return a sheet with the rows of the office and year."""
    kolom = lembar.kolom(b)
    baris = [] if kosong else lembar.muat(b)
    isi = [_baris(lembar, kolom, satu, n) for n, satu in enumerate(baris, start=BARIS_AWAL)]
    return LembarTulis(lembar, kolom, isi, b.boleh_baru(lembar.penulis))


def _baris(lembar: Lembar, kolom: tuple[Kolom, ...], satu: Baris, nomor: int) -> BarisTulis:
    return BarisTulis(
        nomor=nomor,
        kunci=lembar.kunci(kolom, satu.nilai),
        sidik=sidik_baris(kolom, satu.nilai),
        isi={k.kunci: ke_sel(k, satu.nilai[k.kunci]) for k in kolom},
        tertutup=tertutup(lembar, kolom, satu),
    )


def tertutup(lembar: Lembar, kolom: tuple[Kolom, ...], satu: Baris) -> frozenset[str]:
    """Return the columns of a row that may not be typed into."""
    if satu.terkunci:
        return frozenset(k.kunci for k in kolom)
    tetap = {k.kunci for k in kolom if k.is_keterangan or (k.is_kunci and not lembar.kunci_terbuka)}
    return frozenset(tetap | satu.sel_terkunci)


def sidik_baris(kolom: tuple[Kolom, ...], nilai: dict[str, Nilai]) -> str:
    """Return the hashes of a row's values, column by column with the column's name."""
    return " ".join(f"{k.kunci}:{sidik(nilai[k.kunci])}" for k in kolom if not k.is_keterangan)


def ke_sel(kolom: Kolom, nilai: Nilai) -> object:
    """Return what stands in a cell for a value."""
    if isinstance(nilai, tuple):
        return " sampai ".join(format_angka(n) for n in nilai)
    if isinstance(nilai, bool):
        return "Ya" if nilai else "Tidak"
    if kolom.jenis is Jenis.PILIHAN:
        return kolom.label.get(str(nilai), str(nilai)) or None
    if kolom.jenis is Jenis.RUJUK and str(nilai).isdecimal():
        return int(str(nilai))
    if isinstance(nilai, str):
        return bersih(nilai) or None
    return nilai
