"""Columns of the workbook: what a cell may hold, how it is read and in which form it is compared. Pure.

A cell holds a text, a whole number, a decimal, a date, yes or no, or the value of an indicator (a number, a
range of two, a grade). Text in a cell for numbers goes through the one parser; nothing is guessed.
"""

from __future__ import annotations

import datetime
import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sakip.umum.angka import AngkaTidakSah, JenisAngka, format_angka, parse_angka
from sakip.umum.excel.nilai import RumusKosong, SelGalat

Rentang = tuple[Decimal, Decimal]
Nilai = None | str | int | Decimal | bool | datetime.date | Rentang
BULAN_TANGGAL = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
RENTANG = re.compile(r"(.+?)\s*(?:–|—|-|s\.?\s?d\.?|sampai|hingga)\s*(.+)", re.I)
DIGIT_UTUH = 14
DESIMAL_PALING_BANYAK = 4


class Jenis(StrEnum):
    """What a column holds."""

    TEKS = "teks"
    PANJANG = "panjang"
    PILIHAN = "pilihan"
    RUJUK = "rujuk"
    BULAT = "bulat"
    DESIMAL = "desimal"
    RUPIAH = "rupiah"
    TANGGAL = "tanggal"
    YA_TIDAK = "ya_tidak"
    NILAI = "nilai"


ANGKA = (Jenis.BULAT, Jenis.DESIMAL, Jenis.RUPIAH)


class SelSalah(ValueError):
    """A cell that cannot be read: ``kode`` for programs, ``pesan`` for people, ``usulan`` what was meant."""

    def __init__(self, kode: str, pesan: str, usulan: str = "") -> None:
        self.kode, self.pesan, self.usulan = kode, pesan, usulan
        super().__init__(pesan)


@dataclass(frozen=True)
class Kolom:
    """One column of a sheet.

    ``pilihan`` are (value, label) pairs of a PILIHAN; ``rujuk`` names a list of the workbook for a RUJUK.
    ``is_kunci`` marks the columns that name a row; ``is_keterangan`` one that is only shown.
    """

    kunci: str
    judul: str
    jenis: Jenis = Jenis.TEKS
    wajib: bool = False
    is_kunci: bool = False
    is_keterangan: bool = False
    pilihan: tuple[tuple[str, str], ...] = ()
    rujuk: str = ""
    contoh: str = ""
    satuan: str = ""
    lebar: int = 16
    maks: int = 0
    tempat: int = 2  # decimals of a DESIMAL or RUPIAH at most

    @property
    def label(self) -> Mapping[str, str]:
        """Label by value of a PILIHAN."""
        return dict(self.pilihan)


Sel = Nilai | datetime.datetime | SelGalat | RumusKosong


def baca_sel(kolom: Kolom, isi: Sel) -> Nilai:
    """Return the value of a cell; a blank is None, "" for a text, False for a yes or no. Raises SelSalah."""
    if isinstance(isi, RumusKosong):
        raise SelSalah(
            "rumus_tanpa_nilai",
            "Rumus ini tidak menyimpan hasilnya. Buka di Excel lalu simpan, atau tulis nilainya.",
        )
    if isinstance(isi, SelGalat):
        raise SelSalah("galat_excel", f"Sel ini berisi galat Excel {isi.kode}. Tulis nilainya.")
    if isinstance(isi, str):
        isi = bersih(isi)
    if isi is None or isi == "":
        return False if kolom.jenis is Jenis.YA_TIDAK else "" if kolom.jenis in _TEKS else None
    if isinstance(isi, bool) and kolom.jenis is not Jenis.YA_TIDAK:
        raise SelSalah("benar_salah", f"Sel ini berisi {'TRUE' if isi else 'FALSE'}. {_harap(kolom)}")
    return _PEMBACA[kolom.jenis](kolom, isi)


def bersih(teks: str) -> str:
    """Return a text without blanks at its ends, with one kind of line end."""
    return (
        teks.replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n").replace("\u00a0", " ").strip()
    )


def _harap(kolom: Kolom) -> str:
    contoh = f", misalnya {kolom.contoh}" if kolom.contoh else ""
    apa = {
        Jenis.TANGGAL: "Tulis tanggal", Jenis.BULAT: "Tulis bilangan bulat", Jenis.NILAI: "Tulis nilainya",
        Jenis.DESIMAL: "Tulis angka", Jenis.RUPIAH: "Tulis rupiah", Jenis.PILIHAN: "Pilih dari daftar",
        Jenis.RUJUK: "Pilih dari daftar", Jenis.YA_TIDAK: "Tulis Ya atau Tidak",
    }.get(kolom.jenis, "Tulis teks")  # fmt: skip
    return f"{apa}{contoh}."


def _baca_teks(kolom: Kolom, isi: Sel) -> str:
    if isinstance(isi, Decimal | int):
        if Decimal(isi) != int(isi):
            raise SelSalah(
                "angka_bukan_teks",
                f"{format_angka(Decimal(isi))} terbaca sebagai angka. {_harap(kolom)}",
            )
        return str(int(isi))
    if isinstance(isi, datetime.date):
        raise SelSalah(
            "tanggal_bukan_teks", "Excel mengubah isian ini menjadi tanggal. Tulis tanda petik ' di depannya."
        )
    teks = str(isi)
    if kolom.maks and len(teks) > kolom.maks:
        raise SelSalah("terlalu_panjang", f"Paling banyak {kolom.maks} huruf; ini {len(teks)}.")
    return teks


def _baca_rujuk(kolom: Kolom, isi: Sel) -> str:
    if isinstance(isi, Decimal) and isi != int(isi):
        raise SelSalah(
            "kode_angka", "Kode ini terbaca sebagai angka. Ubah format selnya menjadi teks, lalu tulis lagi."
        )
    return _baca_teks(kolom, isi)


def _baca_pilihan(kolom: Kolom, isi: Sel) -> str:
    teks = _baca_teks(kolom, isi)
    for nilai, label in kolom.pilihan:
        if teks.casefold() in (label.casefold(), nilai.casefold()):
            return nilai
    semua = "; ".join(label for _, label in kolom.pilihan)
    raise SelSalah("pilihan", f"“{teks[:60]}” tidak ada dalam daftar. Pilih: {semua}.")


def _baca_bulat(kolom: Kolom, isi: Sel) -> int:
    angka = _angka(kolom, isi, JenisAngka.JUMLAH)
    if angka != int(angka):
        raise SelSalah("bukan_bulat", f"{format_angka(angka)} bukan bilangan bulat. {_harap(kolom)}")
    if angka < 0 or angka > 32_767:
        raise SelSalah("di_luar_batas", f"{format_angka(angka)} di luar batas. {_harap(kolom)}")
    return int(angka)


def _baca_desimal(kolom: Kolom, isi: Sel) -> Decimal:
    jenis = JenisAngka.RUPIAH if kolom.jenis is Jenis.RUPIAH else JenisAngka.JUMLAH
    angka = _angka(kolom, isi, jenis)
    if -_pangkat(angka) > kolom.tempat:
        raise SelSalah(
            "desimal",
            f"{format_angka(angka)}: paling banyak {kolom.tempat} angka di belakang koma.",
            format_angka(angka, kolom.tempat),
        )
    return angka


def _pangkat(angka: Decimal) -> int:
    eksponen = angka.normalize().as_tuple().exponent
    return min(int(eksponen), 0)


def _angka(kolom: Kolom, isi: Sel, jenis: JenisAngka) -> Decimal:
    if isinstance(isi, datetime.date):
        raise SelSalah("tanggal", f"Excel mengubah isian ini menjadi tanggal. {_harap(kolom)}")
    if isinstance(isi, str):
        return baca_angka_teks(isi, jenis)
    assert isinstance(isi, Decimal | int)
    angka = Decimal(isi)
    if abs(angka) >= 10**DIGIT_UTUH:
        raise SelSalah(
            "terlalu_besar", f"{format_angka(angka)}: angka terlalu besar. Periksa kelompok ribuannya."
        )
    return angka


def baca_angka_teks(teks: str, jenis: JenisAngka) -> Decimal:
    """Return the number that a text cell holds, by the one strict parser. Raises SelSalah with a proposal."""
    try:
        angka = parse_angka(teks, jenis)
    except AngkaTidakSah as galat:
        kode = "satuan" if re.search(r"[%A-Za-z]", teks) else "angka_teks"
        raise SelSalah(kode, galat.pesan, galat.usulan or "") from galat
    if abs(angka) >= 10**DIGIT_UTUH:
        raise SelSalah("terlalu_besar", f"{teks}: angka terlalu besar. Periksa kelompok ribuannya.")
    return angka


def _baca_tanggal(kolom: Kolom, isi: Sel) -> datetime.date:
    if isinstance(isi, datetime.datetime):
        return isi.date()
    if isinstance(isi, datetime.date):
        return isi
    if isinstance(isi, str):
        usul = _tafsir_tanggal(isi)
        raise SelSalah(
            "tanggal_teks",
            f"“{isi[:40]}” tersimpan sebagai teks, bukan tanggal. Ketik ulang sebagai tanggal Excel.",
            f"{usul:%d/%m/%Y}" if usul and f"{usul:%d/%m/%Y}" != isi else "",
        )
    raise SelSalah("bukan_tanggal", f"Sel ini berisi angka. {_harap(kolom)}")


def _tafsir_tanggal(teks: str) -> datetime.date | None:
    try:
        if ISO.fullmatch(teks):
            return datetime.date.fromisoformat(teks)
        if cocok := BULAN_TANGGAL.fullmatch(teks):
            return datetime.date(int(cocok[3]), int(cocok[2]), int(cocok[1]))
    except ValueError:
        return None
    return None


def _baca_ya(kolom: Kolom, isi: Sel) -> bool:
    if isinstance(isi, str) and isi.casefold() in ("ya", "y", "tidak", "t"):
        return isi.casefold().startswith("y")
    if isinstance(isi, bool):
        raise SelSalah(
            "benar_salah", f"Sel ini berisi {'TRUE' if isi else 'FALSE'}.", "Ya" if isi else "Tidak"
        )
    raise SelSalah("pilihan", "Tulis Ya atau Tidak.")


def _baca_nilai(kolom: Kolom, isi: Sel) -> Nilai:
    """Return a number as it stands, a text as it stands: its grammar is known with the indicator."""
    if isinstance(isi, datetime.date):
        usul = f"{isi.day} sampai {isi.month}"
        raise SelSalah(
            "tanggal", "Excel mengubah isian ini menjadi tanggal. Tulis rentang dengan kata sampai.", usul
        )
    if isinstance(isi, str):
        return isi
    return _angka(kolom, isi, JenisAngka.JUMLAH)


_TEKS = (Jenis.TEKS, Jenis.PANJANG, Jenis.PILIHAN, Jenis.RUJUK)
_PEMBACA: dict[Jenis, Callable[[Kolom, Any], Nilai]] = {
    Jenis.TEKS: _baca_teks, Jenis.PANJANG: _baca_teks, Jenis.PILIHAN: _baca_pilihan, Jenis.RUJUK: _baca_rujuk,
    Jenis.BULAT: _baca_bulat, Jenis.DESIMAL: _baca_desimal, Jenis.RUPIAH: _baca_desimal,
    Jenis.TANGGAL: _baca_tanggal, Jenis.YA_TIDAK: _baca_ya, Jenis.NILAI: _baca_nilai,
}  # fmt: skip


def baca_nilai_indikator(
    isi: Nilai, jenis: JenisAngka, *, is_predikat: bool, is_rentang: bool, predikat: tuple[str, ...]
) -> Nilai:
    """Return the number, range or grade that a cell holds for an indicator of a kind. Raises SelSalah."""
    if isi is None or isi == "":
        return None
    if is_predikat:
        teks = str(isi)
        for kode in predikat:
            if teks.casefold() == kode.casefold():
                return kode
        raise SelSalah(
            "predikat", f"“{teks[:30]}” bukan predikat pada skalanya. Pilih: {', '.join(predikat)}."
        )
    if isinstance(isi, str) and is_rentang and (cocok := RENTANG.fullmatch(isi)):
        bawah, atas = (_tepat(baca_angka_teks(t.strip(), jenis)) for t in cocok.groups())
        if atas < bawah:
            raise SelSalah(
                "rentang", "Batas atas lebih kecil daripada batas bawah.", f"{cocok[2]} sampai {cocok[1]}"
            )
        return (bawah, atas)
    if isinstance(isi, str):
        return _tepat(baca_angka_teks(isi, jenis))
    assert isinstance(isi, Decimal | int)
    return _tepat(Decimal(isi))


def _tepat(angka: Decimal) -> Decimal:
    if -_pangkat(angka) > 6:
        raise SelSalah(
            "desimal",
            f"{format_angka(angka)}: paling banyak {DESIMAL_PALING_BANYAK} angka di belakang koma.",
            format_angka(angka, DESIMAL_PALING_BANYAK),
        )
    return angka


# Writing and comparing --------------------------------------------------------------------------------


def kanon(nilai: Nilai) -> str:
    """Return the one text of a value, by which cells are compared: 87.150 and 87.15 are the same."""
    if nilai is None:
        return ""
    if isinstance(nilai, bool):
        return "Ya" if nilai else "Tidak"
    if isinstance(nilai, tuple):
        return "..".join(kanon(n) for n in nilai)
    if isinstance(nilai, Decimal):
        bulat = nilai.normalize()
        return f"{bulat + 0:f}"
    if isinstance(nilai, datetime.date):
        return nilai.isoformat()
    return bersih(str(nilai))


def sidik(nilai: Nilai) -> str:
    """Return a short hash of a value, kept in the file to tell what a person changed."""
    return hashlib.sha256(kanon(nilai).encode()).hexdigest()[:10]


def sebut(kolom: Kolom, nilai: Nilai) -> str:
    """Return a value as a person reads it in a preview: "1.234,56", "3 Januari"; a blank is "kosong"."""
    if nilai is None or nilai == "":
        return "kosong"
    if isinstance(nilai, bool):
        return "Ya" if nilai else "Tidak"
    if isinstance(nilai, tuple):
        return " sampai ".join(format_angka(n) for n in nilai)
    if isinstance(nilai, Decimal):
        return format_angka(nilai)
    if isinstance(nilai, datetime.date):
        return f"{nilai:%d/%m/%Y}"
    if kolom.jenis is Jenis.PILIHAN:
        return kolom.label.get(str(nilai), str(nilai))
    return str(nilai)
