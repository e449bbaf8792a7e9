"""Reads an uploaded workbook into rows of values: what is wrong is named at its cell, nothing is guessed."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from openpyxl.utils import get_column_letter
from openpyxl.utils.cell import range_boundaries

from pelaporan.buku.bahan import Bahan
from pelaporan.buku.isi import BARIS_AWAL, BARIS_JUDUL, FORMAT, KOLOM_AWAL, PETUNJUK, RUJUKAN, TEMUAN
from pelaporan.buku.kolom import ANGKA, Jenis, Kolom, Nilai, SelSalah, baca_sel, bersih
from pelaporan.buku.lembar import SEMUA
from pelaporan.buku.skema import BarisIsi, Lembar, LembarIsi, Temuan
from sakip.umum.angka import format_angka
from sakip.umum.excel.baca import BerkasDitolak, BukuBaca, RumusKosong, SelGalat
from sakip.umum.excel.baca import LembarBaca as LembarMentah

BUKAN_BUKU = (
    "Berkas ini bukan buku kerja SAKIP: lembar Petunjuk tidak ditemukan. Unduh buku kerja, isi, lalu unggah."
)
GABUNG = "Sel ini digabung. Pisahkan kembali (Merge & Center), lalu isi setiap sel."


@dataclass
class IsiBuku:
    """An uploaded workbook: its sheets, and what is wrong with its shape."""

    lembar: dict[str, LembarIsi] = field(default_factory=dict)
    salah: list[Temuan] = field(default_factory=list)


def baca_kepala(mentah: BukuBaca) -> tuple[str, int]:
    """Return the slug ("" in a blank workbook) and year that a workbook is of. Raises BerkasDitolak."""
    lembar = next(
        (satu for satu in mentah.lembar if satu.nama.strip().casefold() == PETUNJUK.casefold()), None
    )
    if lembar is None:
        raise BerkasDitolak("bukan_buku", BUKAN_BUKU)
    isi: dict[str, str] = {}
    for baris in lembar.baris.values():
        if baris and isinstance(baris[0], str):
            isi.setdefault(baris[0].strip(), str(baris[1] if len(baris) > 1 and baris[1] is not None else ""))
    if isi.get("Bentuk") != FORMAT:
        raise BerkasDitolak(
            "bentuk_buku", "Buku kerja ini dibuat versi lain. Unduh buku kerja baru, lalu pindahkan isinya."
        )
    tahun = isi.get("Tahun", "")
    if not (tahun.isdecimal() and 2000 <= int(tahun) <= 2100):
        raise BerkasDitolak("tahun_buku", "Tahun pada lembar Petunjuk tidak terbaca. Unduh buku kerja baru.")
    return isi.get("Kode pendek", "").strip(), int(tahun)


def baca_isi(mentah: BukuBaca, b: Bahan) -> IsiBuku:
    """Return the rows of all sheets."""
    ada = {satu.nama.strip().casefold(): satu for satu in mentah.lembar}
    dikenal = {s.nama.casefold() for s in SEMUA} | {n.casefold() for n in (PETUNJUK, TEMUAN, RUJUKAN)}
    asing = [satu.nama for kunci, satu in ada.items() if kunci not in dikenal]
    hasil = IsiBuku()
    for lembar in SEMUA:
        satu = ada.get(lembar.nama.casefold())
        if satu is None and (dekat := difflib.get_close_matches(lembar.nama, asing, n=1, cutoff=0.6)):
            satu = ada[dekat[0].strip().casefold()]
            pesan = f"Lembar “{dekat[0]}” seharusnya bernama “{lembar.nama}”. Isinya tetap terbaca."
            hasil.salah.append(Temuan(lembar.nama, "", "lembar_berganti", pesan))
        if satu is None:
            pesan = f"Lembar {lembar.nama} tidak ada dalam berkas. Buku yang dikembalikan memuatnya lagi."
            hasil.salah.append(Temuan(lembar.nama, "", "lembar_hilang", pesan))
        else:
            hasil.lembar[lembar.nama] = _baca_lembar(lembar, b, satu)
    return hasil


def _baca_lembar(lembar: Lembar, b: Bahan, mentah: LembarMentah) -> LembarIsi:
    kolom = lembar.kolom(b)
    letak, salah = _cari_kolom(lembar, kolom, mentah)
    huruf = {k.kunci: get_column_letter(letak[k.kunci]) for k in kolom if k.kunci in letak}
    hasil = LembarIsi(lembar, kolom, huruf, [], salah, dict(mentah.komentar))
    for nomor in sorted(n for n in mentah.baris if n >= BARIS_AWAL):
        if baris := _baca_baris(kolom, letak, mentah, nomor):
            hasil.baris.append(baris)
    _tandai_gabungan(hasil, mentah)
    return hasil


def _cari_kolom(
    lembar: Lembar, kolom: tuple[Kolom, ...], mentah: LembarMentah
) -> tuple[dict[str, int], list[Temuan]]:
    """Return the place of each column by its heading, and what is wrong with the headings."""
    kepala = mentah.baris.get(BARIS_JUDUL, [])
    judul = {_polos(isi): n for n, isi in enumerate(kepala, start=1) if isinstance(isi, str) and isi.strip()}
    letak = {k.kunci: judul[_polos(k.judul)] for k in kolom if _polos(k.judul) in judul}
    terpakai = set(letak.values())
    asing = {n: str(kepala[n - 1]) for n in judul.values() if n not in terpakai and n >= KOLOM_AWAL}
    salah = []
    for urut, k in enumerate(kolom, start=KOLOM_AWAL):
        if k.kunci in letak or k.is_keterangan:
            continue
        sel = f"{get_column_letter(urut)}{BARIS_JUDUL}"
        if urut in asing:  # another heading at its place: its cells are read all the same
            pesan = f"Judul kolom “{asing.pop(urut)}” seharusnya “{k.judul}”. Isinya tetap terbaca."
            salah.append(Temuan(lembar.nama, sel, "kolom_berganti", pesan))
            letak[k.kunci] = urut
        else:
            pesan = f"Kolom “{k.judul}” tidak ada dalam berkas."
            salah.append(Temuan(lembar.nama, sel, "kolom_hilang", pesan))
    for n, nama in asing.items():
        if any(
            len(isi) >= n and isi[n - 1] is not None for no, isi in mentah.baris.items() if no >= BARIS_AWAL
        ):
            sel = f"{get_column_letter(n)}{BARIS_JUDUL}"
            pesan = f"Kolom “{nama}” tidak dikenal, jadi isinya tidak dapat disimpan. Hapus kolom ini."
            salah.append(Temuan(lembar.nama, sel, "kolom_asing", pesan))
    return letak, salah


def _polos(teks: str) -> str:
    return " ".join(teks.replace("\u00a0", " ").casefold().split())


def _baca_baris(
    kolom: tuple[Kolom, ...], letak: dict[str, int], mentah: LembarMentah, nomor: int
) -> BarisIsi | None:
    isi = mentah.baris[nomor]

    def di(n: int) -> Any:
        return isi[n - 1] if 0 < n <= len(isi) else None

    asli = {k.kunci: di(letak.get(k.kunci, 0)) for k in kolom if not k.is_keterangan}
    if all(v is None or (isinstance(v, str) and not v.strip()) for v in asli.values()):
        return None
    baris = BarisIsi(
        nomor=nomor,
        kunci_asal=bersih(str(di(1) or "")),
        sidik_asal=dict(p.split(":", 1) for p in str(di(2) or "").split() if ":" in p),
        nilai={},
        mentah=asli,
        is_tersembunyi=nomor in mentah.baris_tersembunyi,
        terbaca=frozenset(letak),
    )
    for k in kolom:
        if k.is_keterangan:
            continue
        try:
            _tolak_persen(k, asli[k.kunci], f"{get_column_letter(letak.get(k.kunci, 1))}{nomor}", mentah)
            baris.nilai[k.kunci] = baca_sel(k, asli[k.kunci])
        except SelSalah as galat:
            baris.salah[k.kunci] = galat
            baris.nilai[k.kunci] = _kosong(k)
    return baris


def _tolak_persen(kolom: Kolom, isi: Any, sel: str, mentah: LembarMentah) -> None:
    """Refuse a number that Excel shows as a percent: 99,93% is stored as 0,9993."""
    if isinstance(isi, Decimal) and sel in mentah.persen and kolom.jenis in (*ANGKA, Jenis.NILAI):
        raise SelSalah(
            "satuan",
            f"Sel ini berformat persen: Excel menyimpan {format_angka(isi)}. Ubah formatnya menjadi angka.",
            format_angka(isi * 100),
        )


def _kosong(kolom: Kolom) -> Nilai:
    return baca_sel(kolom, None)


def _tandai_gabungan(hasil: LembarIsi, mentah: LembarMentah) -> None:
    """Say a merged range at its first cell, and at every row that it covers."""
    balik = {huruf: kunci for kunci, huruf in hasil.huruf.items()}
    for satu in mentah.gabungan:
        kiri, atas, kanan, bawah = range_boundaries(satu)
        if bawah < BARIS_AWAL or kanan < KOLOM_AWAL:
            continue
        kena = [b for b in hasil.baris if atas <= b.nomor <= bawah]
        kolom = next(
            (balik[get_column_letter(n)] for n in range(kiri, kanan + 1) if get_column_letter(n) in balik), ""
        )
        for b in kena:
            b.salah.setdefault(kolom, SelSalah("sel_gabung", GABUNG))
        if not kena:
            sel = f"{get_column_letter(kiri)}{atas}"
            hasil.salah.append(Temuan(hasil.lembar.nama, sel, "sel_gabung", GABUNG))


def mentah_ke_sel(isi: Any) -> Any:
    """Return what is written back into a returned workbook for a cell as the person left it."""
    if isinstance(isi, RumusKosong):
        return f"={isi.rumus.lstrip('=')}"
    if isinstance(isi, SelGalat):
        return isi.kode
    return isi
