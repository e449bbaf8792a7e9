"""Whether a typed value fits the kind and scale of its indicator: pure, without Django.

Asked where a number is typed (forms, grid, admin). A "galat" refuses the value; a "tanya" is stored only
after the person has answered that it is right. A grade outside its scale cannot be typed: it is chosen.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from sakip.umum.angka import format_angka

GALAT: Literal["galat"] = "galat"
TANYA: Literal["tanya"] = "tanya"

SERIBU = Decimal(1000)
SERATUS = Decimal(100)
KALI_TARGET = 10  # a value so many times its target is asked about


@dataclass(frozen=True)
class Kewajaran:
    """One remark on a value: ``tingkat`` "galat" (refused) or "tanya" (to be confirmed), and the sentence."""

    tingkat: Literal["galat", "tanya"]
    pesan: str


def periksa_nilai(
    *, jenis: str, nilai: Decimal | None, is_persen: bool, target: Decimal | None = None
) -> tuple[Kewajaran, ...]:
    """Return what is wrong or odd about a value in the unit of its indicator; empty where nothing is.

    ``jenis`` is a value of JenisNilai ("angka", "persen", "indeks", "rupiah", "predikat"); ``is_persen``
    says that the unit is percent, whatever the kind; ``target`` (same unit) is what the value is set
    against: a target above 100% makes a value above 100% plausible. At most one remark. The plausible
    ranges are an office convention (issue 4, section 2): percent 0 to 100, index up to 1000, count from 0.
    """
    if nilai is None:
        return ()
    satu = _periksa(jenis, nilai, is_persen, target)
    return () if satu is None else (satu,)


def galat_nilai(
    *, jenis: str, nilai: Decimal | None, is_persen: bool, target: Decimal | None = None
) -> tuple[str, ...]:
    """Return the sentences of the remarks that refuse a value."""
    hasil = periksa_nilai(jenis=jenis, nilai=nilai, is_persen=is_persen, target=target)
    return tuple(k.pesan for k in hasil if k.tingkat == GALAT)


def _periksa(jenis: str, nilai: Decimal, is_persen: bool, target: Decimal | None) -> Kewajaran | None:
    if jenis == "predikat":
        return Kewajaran(
            GALAT, f"{format_angka(nilai)}: indikator ini bernilai predikat. Pilih predikatnya, misalnya BB."
        )
    if jenis == "persen" or (is_persen and jenis != "rupiah"):
        return _persen(nilai, target)
    if jenis == "indeks":
        return _indeks(nilai, target)
    return _rupiah(nilai) if jenis == "rupiah" else _jumlah(nilai, target)


def _persen(nilai: Decimal, target: Decimal | None) -> Kewajaran | None:
    atas = SERATUS if target is None else max(SERATUS, target)
    teks = format_angka(nilai)
    if abs(nilai) > SERIBU:
        return Kewajaran(GALAT, f"{teks}: tampaknya nilai rupiah. Tulis persentasenya, misalnya 97,64.")
    if nilai < 0:
        return Kewajaran(TANYA, f"{teks}%: di bawah 0%. Benar? Bila tidak, tulis misalnya 97,64.")
    if nilai > atas:
        return Kewajaran(
            TANYA, f"{teks}%: di atas {format_angka(atas)}%. Benar? Bila tidak, tulis misalnya 97,64."
        )
    return None


def _indeks(nilai: Decimal, target: Decimal | None) -> Kewajaran | None:
    teks = format_angka(nilai)
    if abs(nilai) > SERIBU:
        return Kewajaran(GALAT, f"{teks}: tampaknya nilai rupiah. Tulis indeksnya, misalnya 87,15.")
    if nilai < 0:
        return Kewajaran(TANYA, f"{teks}: indeks di bawah nol. Benar? Bila tidak, tulis misalnya 87,15.")
    return _jauh(nilai, target)


def _rupiah(nilai: Decimal) -> Kewajaran | None:
    teks = format_angka(nilai)
    if nilai < 0:
        return Kewajaran(
            GALAT, f"{teks}: rupiah tidak boleh di bawah nol. Tulis 0 atau lebih, misalnya 126.950.500."
        )
    if 0 < nilai < SERIBU:
        return Kewajaran(
            TANYA, f"Rp{teks}: kurang dari seribu rupiah. Benar? Tulis rupiah penuh, misalnya 126.950.500."
        )
    return None


def _jumlah(nilai: Decimal, target: Decimal | None) -> Kewajaran | None:
    if nilai < 0:
        teks = format_angka(nilai)
        return Kewajaran(GALAT, f"{teks}: jumlah tidak boleh di bawah nol. Tulis 0 atau lebih, misalnya 17.")
    return _jauh(nilai, target)


def _jauh(nilai: Decimal, target: Decimal | None) -> Kewajaran | None:
    if target is None or target <= 0 or nilai <= target * KALI_TARGET:
        return None
    return Kewajaran(
        TANYA,
        f"{format_angka(nilai)}: lebih dari {KALI_TARGET} kali target {format_angka(target)}. Benar? "
        "Periksa letak koma dan titiknya.",
    )
