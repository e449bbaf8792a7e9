"""The workbook that goes back to a person: our own file with their values, red cells and what is wrong.

It is written afresh, so nothing of an uploaded file's inside comes back. Its hidden hashes are of today's
values: who was shown a conflict and hands the file in again has chosen.
"""

from __future__ import annotations

import datetime
from typing import Any

from openpyxl.utils import get_column_letter

from pelaporan.buku.baca import mentah_ke_sel
from pelaporan.buku.banding import Keadaan, RencanaBaris, RencanaLembar
from pelaporan.buku.isi import KOLOM_AWAL, BarisTulis, BukuTulis, LembarTulis
from pelaporan.buku.kolom import Kolom
from pelaporan.buku.lembar import SEMUA
from pelaporan.buku.skema import Temuan
from pelaporan.buku.terap import HasilBuku
from pelaporan.buku.tulis import tulis_buku
from pelaporan.buku.unduh import ke_sel, keterangan, sidik_baris, susun_lembar, susun_rujukan, tertutup

ALASAN = "Perbaiki: "


def buat_buku_kembali(hasil: HasilBuku, saat: datetime.datetime) -> bytes:
    """Return the workbook with what is wrong marked in it."""
    b = hasil.b
    ada = {satu.isi.lembar.nama: satu for satu in hasil.lembar}
    lembar = [_lembar(ada[s.nama]) if s.nama in ada else susun_lembar(b, s, kosong=b.is_baru) for s in SEMUA]
    temuan = list(hasil.isi.salah)
    for satu in hasil.lembar:
        temuan += satu.isi.salah
        temuan += [t for r in satu.baris for t in _temuan(satu, r)]
    temuan.sort(key=lambda t: t.kode == "menunggu")  # what only waits comes last
    return tulis_buku(
        BukuTulis(
            keterangan=keterangan(b, saat, "dikembalikan untuk diperbaiki", kosong=b.is_baru),
            lembar=lembar,
            rujukan=susun_rujukan(b, kosong=b.is_baru),
            temuan=temuan,
        )
    )


def _temuan(satu: RencanaLembar, r: RencanaBaris) -> list[Temuan]:
    """Return what is wrong with a row, at the cells of our own order of columns."""
    letak = {k.kunci: get_column_letter(n) for n, k in enumerate(satu.isi.kolom, KOLOM_AWAL)}
    awal = get_column_letter(KOLOM_AWAL)
    return [
        Temuan.dari(satu.isi.lembar.nama, f"{letak.get(k, awal)}{r.baris.nomor}", s)
        for k, s in r.salah.items()
    ]


def _lembar(satu: RencanaLembar) -> LembarTulis:
    return LembarTulis(satu.isi.lembar, satu.isi.kolom, [_baris(satu, r) for r in satu.baris])


def _baris(satu: RencanaLembar, r: RencanaBaris) -> BarisTulis:
    kolom = satu.isi.kolom
    nilai_kolom = tuple(k for k in kolom if not k.is_keterangan)
    hasil = BarisTulis(
        nomor=r.baris.nomor, kunci=r.baris.kunci_asal, sidik="", isi={}, salah=_alasan(kolom, r)
    )
    for k in kolom:
        hasil.isi[k.kunci] = _isi(r, k)
    if r.ada is not None and r.keadaan is not Keadaan.BARU:
        hasil.kunci = satu.isi.lembar.kunci(nilai_kolom, r.ada.nilai)
        hasil.sidik = sidik_baris(nilai_kolom, r.ada.nilai)
        hasil.tertutup = tertutup(satu.isi.lembar, kolom, r.ada) - set(hasil.salah)
    hasil.komentar = _komentar(satu, r)
    return hasil


def _isi(r: RencanaBaris, kolom: Kolom) -> Any:
    """Return a cell: as the person left it where it is wrong, else the value that holds."""
    if kolom.is_keterangan:
        return r.ada.nilai[kolom.kunci] if r.ada is not None else None
    if kolom.kunci in r.salah or kolom.kunci in r.baris.salah:
        return mentah_ke_sel(r.baris.mentah.get(kolom.kunci))
    if kolom.kunci not in r.baris.terbaca and r.ada is not None:
        return ke_sel(kolom, r.ada.nilai[kolom.kunci])
    return ke_sel(kolom, r.nilai[kolom.kunci])


def _alasan(kolom: tuple[Kolom, ...], r: RencanaBaris) -> dict[str, str]:
    awal = kolom[0].kunci
    return {(k or awal): ALASAN + Temuan.dari("", "", s).kalimat for k, s in r.salah.items()}


def _komentar(satu: RencanaLembar, r: RencanaBaris) -> dict[str, str]:
    """Return the person's own comments of a row; reasons of an earlier round are left out."""
    hasil = {}
    for kunci, huruf in satu.isi.huruf.items():
        teks = satu.isi.komentar.get(f"{huruf}{r.baris.nomor}", "")
        milik = "\n\n".join(t for t in teks.split("\n\n") if not t.startswith(ALASAN))
        if milik.strip():
            hasil[kunci] = milik.strip()
    return hasil
