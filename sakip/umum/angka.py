"""Numbers: one strict parser, one rounding function, one function per printed form.

Indonesian form only: thousands dots, decimal comma. What is refused is never stored as a guess; the
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


class JenisAngka(StrEnum):
    """Grammar of a number: RUPIAH and JUMLAH allow thousands dots, PERSEN and INDEKS none."""

    RUPIAH = "rupiah"
    JUMLAH = "jumlah"
    PERSEN = "persen"
    INDEKS = "indeks"


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
    nilai = Decimal(isi.replace(".", "").replace(",", "."))
    if len(isi.replace(".", "").replace(",", "").lstrip("-0")) > PALING_BANYAK_ANGKA:
        raise AngkaTidakSah(f"{isi}: paling banyak {PALING_BANYAK_ANGKA} angka.")
    return nilai


def _pola(jenis: JenisAngka) -> re.Pattern[str]:
    return _RIBUAN if jenis in (JenisAngka.RUPIAH, JenisAngka.JUMLAH) else _POLOS


def _galat(isi: str, jenis: JenisAngka) -> AngkaTidakSah:
    pesan, usulan = _tafsir(isi, jenis)
    return AngkaTidakSah(f"{isi}: {pesan}", usulan if usulan and _pola(jenis).fullmatch(usulan) else None)


def _tafsir(isi: str, jenis: JenisAngka) -> tuple[str, str | None]:
    """Return what is wrong and what was probably meant."""
    tanpa_titik = jenis in (JenisAngka.PERSEN, JenisAngka.INDEKS)
    polos = isi.removesuffix("%").removeprefix("Rp").strip(" .") if re.search(r"[%R]", isi) else isi
    if polos != isi and _RIBUAN.fullmatch(polos):
        return "tulis angkanya saja, tanpa satuan.", polos
    desimal = r"-?\d+\.\d+" if tanpa_titik else r"-?(?:\d+\.\d{1,2}|0\.\d+)"
    if re.fullmatch(desimal, isi, re.ASCII):
        return "tulis desimal dengan koma, misalnya 99,30.", isi.replace(".", ",")
    if tanpa_titik and "." in isi:
        return "persen dan indeks ditulis tanpa titik, misalnya 99,30.", None
    angka = re.fullmatch(r"(-?)([\d.]+)(,\d{1,4})?", isi, re.ASCII)
    if angka and "." in isi:
        digit = angka[2].replace(".", "").lstrip("0") or "0"
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
        tempat = max(0, -int(nilai.normalize().as_tuple().exponent))
    bulat = bulatkan(nilai, tempat)
    utuh, _, pecahan = f"{abs(bulat):f}".partition(".")
    ribuan = f"{int(utuh):,}".replace(",", ".")
    tanda = "-" if bulat < 0 else ""
    return f"{tanda}{ribuan},{pecahan}" if pecahan else f"{tanda}{ribuan}"


def format_rupiah(nilai: Decimal | None) -> str:
    """Return "Rp3.088.328.946"; sen are printed only where there are any. None gives "–"."""
    if nilai is None:
        return STRIP
    teks = format_angka(abs(nilai), 0 if nilai == nilai.to_integral_value() else 2)
    return f"-Rp{teks}" if nilai < 0 else f"Rp{teks}"


def format_persen(
    nilai: Decimal | Fraction | None, tempat: int = 2, batas: Sequence[Decimal | int] = (Decimal(100),)
) -> str:
    """Return "97,64%", never rounded up to or over a bound that it has not reached. None gives "–"."""
    if nilai is None:
        return STRIP
    return f"{format_angka(bulatkan_dalam_batas(nilai, tempat, batas), tempat)}%"
