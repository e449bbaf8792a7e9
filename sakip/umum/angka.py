"""Numbers: one strict parser, one rounding function, one function per printed form.

Indonesian form: thousands dots, decimal comma. Only a file that another system wrote may be read in the
English form, and then all of it. What is refused is never stored as a guess; the
message says what was probably meant. See ``docs/rumus/angka.md``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

PALING_BANYAK_ANGKA = 15  # SQLite keeps 15 significant digits
STRIP = "–"
PANJANG_KUTIPAN = 40  # of a refused text, in its message


class JenisAngka(StrEnum):
    """Grammar of a number: RUPIAH and JUMLAH allow thousands dots, PERSEN and INDEKS none."""

    RUPIAH = "rupiah"
    JUMLAH = "jumlah"
    PERSEN = "persen"
    INDEKS = "indeks"


class GayaAngka(StrEnum):
    """Which signs a number is written with: 1.234.567,89 or 1,234,567.89."""

    INDONESIA = "indonesia"
    INGGRIS = "inggris"


class AngkaTidakSah(ValueError):
    """A text that is not a number in the Indonesian form; ``usulan`` is what was probably meant."""

    def __init__(self, pesan: str, usulan: str | None = None) -> None:
        self.pesan = pesan
        self.usulan = usulan
        super().__init__(f"{pesan} Maksud Anda {usulan}?" if usulan else pesan)


_RIBUAN = re.compile(r"-?(?:[1-9]\d{0,2}(?:\.\d{3})+|0|[1-9]\d*)(?:,\d{1,4})?", re.ASCII)
_POLOS = re.compile(r"-?(?:0|[1-9]\d*)(?:,\d{1,4})?", re.ASCII)


def parse_angka(teks: str, jenis: JenisAngka = JenisAngka.RUPIAH) -> Decimal:
    """Return the Decimal of a number in Indonesian form.

    Blanks at the ends and no-break spaces are ignored. Raises AngkaTidakSah (a ValueError) with an
    Indonesian message and, where one can be read, a proposal. At most 15 significant digits.
    """
    isi = teks.replace("\u00a0", " ").strip() if isinstance(teks, str) else ""
    if not isi:
        raise AngkaTidakSah("Angka belum diisi.")
    if not _pola(jenis).fullmatch(isi):
        raise _galat(isi, jenis)
    if not _muat(isi):
        raise AngkaTidakSah(f"{_singkat(isi)}: paling banyak {PALING_BANYAK_ANGKA} angka.")
    nilai = Decimal(isi.replace(".", "").replace(",", "."))
    return nilai if nilai else nilai.copy_abs()  # "-0" is 0


_TUKAR = str.maketrans(".,", ",.")
_EKSPOR = re.compile(r"-?(?:[1-9]\d{0,2}(?:\.\d{3})+|0|[1-9]\d*)(?:,\d{1,2})?", re.ASCII)


def parse_ekspor(teks: str) -> tuple[Decimal, GayaAngka | None]:
    """Return the rupiah of a text that another system wrote, and its style (None: without any sign).

    Rupiah has at most two decimals, so "1.234" is Indonesian and "12.50" English: no text is both. Whether a
    whole file keeps one style is for its reader to see. Raises AngkaTidakSah as ``parse_angka`` does.
    """
    isi = teks.replace("\u00a0", " ").strip()
    if _EKSPOR.fullmatch(isi):
        gaya = GayaAngka.INDONESIA if "." in isi or "," in isi else None
        return parse_angka(isi), gaya
    if _EKSPOR.fullmatch(isi.translate(_TUKAR)):
        return parse_angka(isi.translate(_TUKAR)), GayaAngka.INGGRIS
    if re.fullmatch(r"[\d.]+,\d{3,}", isi, re.ASCII):
        raise AngkaTidakSah(f"{_singkat(isi)}: rupiah ditulis paling banyak dua angka di belakang koma.")
    raise _galat(isi, JenisAngka.RUPIAH) if isi else AngkaTidakSah("Angka belum diisi.")


def _pola(jenis: JenisAngka) -> re.Pattern[str]:
    return _RIBUAN if jenis in (JenisAngka.RUPIAH, JenisAngka.JUMLAH) else _POLOS


def _galat(isi: str, jenis: JenisAngka) -> AngkaTidakSah:
    pesan, usulan = _tafsir(isi, jenis)
    sah = usulan is not None and _pola(jenis).fullmatch(usulan) and _muat(usulan)
    return AngkaTidakSah(f"{_singkat(isi)}: {pesan}", usulan if sah else None)


def _muat(teks: str) -> bool:
    """Whether a number of the grammar has no more significant digits than the database keeps."""
    return len(teks.replace(".", "").replace(",", "").lstrip("-0")) <= PALING_BANYAK_ANGKA


def _singkat(isi: str) -> str:
    return isi if len(isi) <= PANJANG_KUTIPAN else f"{isi[:PANJANG_KUTIPAN]}…"


def _tafsir(isi: str, jenis: JenisAngka) -> tuple[str, str | None]:
    """Return what is wrong and what was probably meant."""
    tanpa_titik = jenis in (JenisAngka.PERSEN, JenisAngka.INDEKS)
    polos = isi.removesuffix("%").removeprefix("Rp").strip(" .") if re.search(r"[%R]", isi) else isi
    if polos != isi and _RIBUAN.fullmatch(polos):
        return "tulis angkanya saja, tanpa satuan.", polos
    if re.fullmatch(r"-?\d{1,3}(,\d{3}){2,}", isi, re.ASCII):
        return "ribuan ditulis dengan titik.", isi.replace(",", ".")
    if re.fullmatch(r"-?(?:[1-9]\d{0,2}(?:\.\d{3})+|\d+),\d{5,}", isi, re.ASCII):
        return "paling banyak 4 angka di belakang koma.", None
    desimal = r"-?\d+\.\d+" if tanpa_titik else r"-?(?:\d+\.\d{1,2}|0\.\d+)"
    if re.fullmatch(desimal, isi, re.ASCII):
        return "tulis desimal dengan koma, misalnya 99,30.", isi.replace(".", ",")
    if tanpa_titik and "." in isi:
        return "persen dan indeks ditulis tanpa titik, misalnya 99,30.", None
    angka = re.fullmatch(r"(-?)([\d.]+)(,\d{1,4})?", isi, re.ASCII)
    if angka and "." in isi:
        digit = angka[2].replace(".", "").lstrip("0") or "0"
        if len(digit) > PALING_BANYAK_ANGKA:
            return "kelompok ribuan tidak lengkap.", None
        usulan = f"{angka[1]}{int(digit):,}".replace(",", ".") + (angka[3] or "")
        return "kelompok ribuan tidak lengkap.", usulan
    return "bukan angka. Tulis angka saja, misalnya 126.950.500 atau 99,30.", None


def bulatkan(nilai: Decimal | Fraction, tempat: int = 2) -> Decimal:
    """Return ``nilai`` rounded half up (away from zero) to ``tempat`` decimals; exact, no context."""
    skala = 10**tempat
    tepat = Fraction(nilai) * skala
    utuh = (abs(tepat.numerator) * 2 + tepat.denominator) // (2 * tepat.denominator)
    return _desimal(-utuh if tepat < 0 else utuh, tempat)


def _desimal(utuh: int, tempat: int) -> Decimal:
    tanda = 1 if utuh < 0 else 0
    return Decimal((tanda, tuple(int(d) for d in str(abs(utuh))), -tempat))


def bulatkan_dalam_batas(
    nilai: Decimal | Fraction, tempat: int = 2, batas: Sequence[Decimal | int] = (Decimal(100),)
) -> Decimal:
    """Round half up, but never up to or over a bound that the value has not reached.

    Such a value is cut towards its own side: 99,9987 with bound 100 gives 99,99.
    """
    tepat = Fraction(nilai)
    hasil = bulatkan(nilai, tempat)
    if any(tepat < Fraction(b) <= Fraction(hasil) for b in batas):
        skala = 10**tempat
        return _desimal((tepat * skala).__floor__(), tempat)
    return hasil


def format_angka(nilai: Decimal | Fraction | None, tempat: int | None = None) -> str:
    """Return "1.234,56"; with ``tempat`` None as many decimals as the value has. None gives "–"."""
    if nilai is None:
        return STRIP
    if tempat is None:
        if isinstance(nilai, Fraction):
            raise TypeError("Fraction perlu tempat")
        tempat = _tempat(nilai)
    bulat = bulatkan(nilai, tempat)
    utuh, _, pecahan = f"{bulat.copy_abs():f}".partition(".")
    ribuan = f"{int(utuh):,}".replace(",", ".")
    tanda = "-" if bulat < 0 else ""
    return f"{tanda}{ribuan},{pecahan}" if pecahan else f"{tanda}{ribuan}"


def _tempat(nilai: Decimal) -> int:
    """Return how many decimals a value needs, without the context that normalize() rounds to."""
    return len(f"{nilai:f}".partition(".")[2].rstrip("0"))


def format_rupiah(nilai: Decimal | None) -> str:
    """Return "Rp3.088.328.946"; sen are printed only where there are any. None gives "–"."""
    if nilai is None:
        return STRIP
    teks = format_angka(nilai, 2 if _tempat(nilai) else 0)
    return f"-Rp{teks[1:]}" if teks.startswith("-") else f"Rp{teks}"


def format_persen(
    nilai: Decimal | Fraction | None, tempat: int = 2, batas: Sequence[Decimal | int] = (Decimal(100),)
) -> str:
    """Return "97,64%", never rounded up to or over a bound that it has not reached. None gives "–"."""
    if nilai is None:
        return STRIP
    return f"{format_angka(bulatkan_dalam_batas(nilai, tempat, batas), tempat)}%"
