"""Formulas of performance measurement: pure, exact, and a reason instead of a number where there is none.

Source: PermenPANRB 53/2014 leaves formulas to the instansi; the variants are settings of
AturanPengukuran, printed under Tabel 3.1. Worked tables in ``docs/rumus/``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from sakip.umum.hitung import Capaian, Keadaan, Rerata, rerata, terukur, to_decimal

Angka = Decimal | Fraction
Target = Decimal | Fraction | tuple[Decimal, Decimal] | None

__all__ = [
    "Arah",
    "Capaian",
    "Keadaan",
    "MetodeTriwulan",
    "NilaiPeriode",
    "NilaiTahunan",
    "Rerata",
    "RumusMakinRendah",
    "compute_capaian",
    "compute_kemajuan",
    "gabung_rasio",
    "gabung_triwulan",
    "nilai_berjalan",
    "rerata_capaian",
    "simpulkan_tahun",
]


class Arah(StrEnum):
    """Polarity of an indicator."""

    MAKIN_TINGGI = "makin_tinggi"
    MAKIN_RENDAH = "makin_rendah"
    RENTANG = "rentang"


class RumusMakinRendah(StrEnum):
    """Formula for lower-is-better."""

    SELISIH = "selisih"  # (2T - R) / T
    RASIO = "rasio"  # T / R


class MetodeTriwulan(StrEnum):
    """How the values of periods become the year's value."""

    JUMLAH = "jumlah"
    AKHIR = "akhir"
    RATA_RATA = "rata_rata"
    MAKSIMUM = "maksimum"
    RASIO_JUMLAH = "rasio_jumlah"


def _tidak(alasan: str) -> Capaian:
    return Capaian(None, Keadaan.TIDAK_DAPAT_DIHITUNG, alasan)


def compute_capaian(
    *,
    target: Target,
    realisasi: Angka | None,
    arah: Arah = Arah.MAKIN_TINGGI,
    rumus_makin_rendah: RumusMakinRendah = RumusMakinRendah.SELISIH,
    batas_atas: Decimal | None = None,
    batas_bawah: Decimal | None = None,
    berlaku: bool = True,
) -> Capaian:
    """Return capaian in percent (not rounded).

    ``target`` and ``realisasi`` in the unit of the indicator; a (bawah, atas) tuple for RENTANG.
    ``batas_atas`` and ``batas_bawah`` are the caps that the office set, in percent. Answers with a
    reason for a blank, for tidak berlaku, and where the formula has no value (target 0, negative).
    """
    if not berlaku:
        return Capaian(None, Keadaan.TIDAK_BERLAKU, "tidak berlaku")
    if target is None:
        return Capaian(None, Keadaan.BELUM_DIISI, "target belum diisi")
    if realisasi is None:
        return Capaian(None, Keadaan.BELUM_DIISI, "realisasi belum diisi")
    hasil = _hitung(target, Fraction(realisasi), arah, rumus_makin_rendah, batas_atas)
    if hasil.eksak is None:
        return hasil
    nilai = hasil.eksak
    if batas_atas is not None:
        nilai = min(nilai, Fraction(batas_atas))
    if batas_bawah is not None:
        nilai = max(nilai, Fraction(batas_bawah))
    return terukur(nilai)


def _hitung(
    target: Decimal | Fraction | tuple[Decimal, Decimal],
    realisasi: Fraction,
    arah: Arah,
    rumus: RumusMakinRendah,
    batas_atas: Decimal | None,
) -> Capaian:
    if arah is Arah.RENTANG:
        bawah, atas = target if isinstance(target, tuple) else (target, target)
        return _rentang(Fraction(bawah), Fraction(atas), realisasi, rumus)
    if isinstance(target, tuple):
        return _tidak("target rentang untuk indikator yang bukan rentang")
    if target < 0:
        return _tidak("target di bawah nol")
    if arah is Arah.MAKIN_RENDAH:
        return _makin_rendah(Fraction(target), realisasi, rumus, batas_atas)
    if target == 0:
        return _tidak("target 0")
    return terukur(realisasi / Fraction(target) * 100)


def _makin_rendah(
    target: Fraction, realisasi: Fraction, rumus: RumusMakinRendah, batas_atas: Decimal | None
) -> Capaian:
    if target == 0:
        return terukur(Fraction(100)) if realisasi == 0 else _tidak("target 0 dan realisasi bukan 0")
    if rumus is RumusMakinRendah.SELISIH:
        return terukur((2 * target - realisasi) / target * 100)
    if realisasi <= 0:
        if batas_atas is not None:
            return terukur(Fraction(batas_atas))
        return _tidak("realisasi 0" if realisasi == 0 else "realisasi di bawah nol")
    return terukur(target / realisasi * 100)


def _rentang(bawah: Fraction, atas: Fraction, realisasi: Fraction, rumus: RumusMakinRendah) -> Capaian:
    """Inside 100; below R/bawah; above the lower-is-better formula with T = atas. Outside is below 100."""
    if bawah > atas:
        return _tidak("batas rentang terbalik")
    if bawah <= realisasi <= atas:
        return terukur(Fraction(100))
    batas = bawah if realisasi < bawah else atas
    if batas == 0:
        return _tidak("batas rentang 0")
    if realisasi < bawah:
        if bawah < 0:
            return terukur((2 * bawah - realisasi) / bawah * 100)
        return terukur(realisasi / bawah * 100)
    if atas < 0:
        return terukur(realisasi / atas * 100)
    if rumus is RumusMakinRendah.RASIO:
        return terukur(atas / realisasi * 100)
    return terukur((2 * atas - realisasi) / atas * 100)


def compute_kemajuan(
    *,
    realisasi: Angka | None,
    target_akhir: Target,
    arah: Arah = Arah.MAKIN_TINGGI,
    rumus_makin_rendah: RumusMakinRendah = RumusMakinRendah.SELISIH,
) -> Capaian:
    """Return progress towards the last Renstra target or a benchmark (Tabel 3.4, 3.5); never capped."""
    return compute_capaian(
        target=target_akhir, realisasi=realisasi, arah=arah, rumus_makin_rendah=rumus_makin_rendah
    )


def rerata_capaian(daftar: Sequence[Capaian]) -> Rerata:
    """Return the flat mean: unmeasured ones count in ``jumlah``, tidak berlaku stands outside."""
    return rerata(list(daftar))


# The year -----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class NilaiPeriode:
    """The value of one asked period, or a pair for RASIO_JUMLAH."""

    nama: str
    nilai: Decimal | None = None
    berlaku: bool = True
    pembilang: Decimal | None = None
    penyebut: Decimal | None = None

    def is_terisi(self, metode: MetodeTriwulan) -> bool:
        """Whether what the method needs is filled."""
        berpasangan = self.pembilang is not None and self.penyebut is not None
        return berpasangan or (self.nilai is not None and metode is not MetodeTriwulan.RASIO_JUMLAH)


@dataclass(frozen=True)
class NilaiTahunan:
    """The year's value or the reason why there is none; ``catatan`` is a warning beside a value."""

    nilai: Decimal | None
    keadaan: Keadaan
    alasan: str = ""
    catatan: str = ""
    eksak: Fraction | None = None


def _gabung(isi: Sequence[Fraction], metode: MetodeTriwulan) -> Fraction | None:
    if not isi:
        return None
    if metode is MetodeTriwulan.JUMLAH:
        return sum(isi, Fraction(0))
    if metode is MetodeTriwulan.RATA_RATA:
        return sum(isi, Fraction(0)) / len(isi)
    return max(isi) if metode is MetodeTriwulan.MAKSIMUM else isi[-1]


def gabung_triwulan(nilai: Sequence[Decimal | None], metode: MetodeTriwulan) -> Decimal | None:
    """Return what the filled periods make together; None where nothing is filled."""
    if metode is MetodeTriwulan.RASIO_JUMLAH:
        raise ValueError("RASIO_JUMLAH memerlukan pembilang dan penyebut: gabung_rasio().")
    hasil = _gabung([Fraction(n) for n in nilai if n is not None], metode)
    return None if hasil is None else to_decimal(hasil)


def gabung_rasio(pasangan: Sequence[tuple[Decimal, Decimal] | None]) -> Decimal | None:
    """Return sum of pembilang / sum of penyebut x 100; None where nothing is filled or the sum is 0."""
    hasil = _rasio([p for p in pasangan if p is not None])
    return None if hasil is None else to_decimal(hasil)


def _rasio(pasangan: Sequence[tuple[Decimal, Decimal]]) -> Fraction | None:
    bawah = sum((Fraction(b) for _, b in pasangan), Fraction(0))
    if not pasangan or bawah == 0:
        return None
    return sum((Fraction(a) for a, _ in pasangan), Fraction(0)) / bawah * 100


def _isi(periode: Sequence[NilaiPeriode], metode: MetodeTriwulan) -> Fraction | None:
    ada = [p for p in periode if p.berlaku and p.is_terisi(metode)]
    if metode is MetodeTriwulan.RASIO_JUMLAH:
        return _rasio(
            [(p.pembilang, p.penyebut) for p in ada if p.pembilang is not None and p.penyebut is not None]
        )
    return _gabung([n for p in ada if (n := _satu(p)) is not None], metode)


def _satu(p: NilaiPeriode) -> Fraction | None:
    if p.nilai is not None:
        return Fraction(p.nilai)
    if p.pembilang is None or not p.penyebut:
        return None
    return Fraction(p.pembilang) / Fraction(p.penyebut) * 100


def nilai_berjalan(periode: Sequence[NilaiPeriode], metode: MetodeTriwulan) -> Decimal | None:
    """Return the running value of what is filled: for entry pages and the quarterly report only."""
    hasil = _isi(periode, metode)
    return None if hasil is None else to_decimal(hasil)


def simpulkan_tahun(periode: Sequence[NilaiPeriode], metode: MetodeTriwulan) -> NilaiTahunan:
    """Return the year's value from the asked periods, in order.

    Complete when every asked period is filled or tidak berlaku; under AKHIR when the last asked one that
    is not tidak berlaku is filled (a blank before it is a note). An incomplete year is belum diisi.
    """
    if not periode:
        return NilaiTahunan(None, Keadaan.BELUM_DIISI, "realisasi belum diisi")
    diminta = [p for p in periode if p.berlaku]
    if not diminta:
        return NilaiTahunan(None, Keadaan.TIDAK_BERLAKU, "seluruh periode tidak berlaku")
    kosong = [p.nama for p in diminta if not p.is_terisi(metode)]
    if len(kosong) == len(diminta):
        return NilaiTahunan(None, Keadaan.BELUM_DIISI, "realisasi belum diisi")
    if kosong and (metode is not MetodeTriwulan.AKHIR or kosong[-1] == diminta[-1].nama):
        return NilaiTahunan(None, Keadaan.BELUM_DIISI, f"{', '.join(kosong)} belum diisi")
    if metode is not MetodeTriwulan.RASIO_JUMLAH:
        dipakai = diminta[-1:] if metode is MetodeTriwulan.AKHIR else diminta
        nol = [p.nama for p in dipakai if _satu(p) is None]
        if nol:
            return NilaiTahunan(None, Keadaan.TIDAK_DAPAT_DIHITUNG, f"penyebut {', '.join(nol)} 0")
    hasil = _isi(periode, metode)
    if hasil is None:
        return NilaiTahunan(None, Keadaan.TIDAK_DAPAT_DIHITUNG, "jumlah penyebut 0")
    catatan = f"{', '.join(kosong)} belum diisi" if kosong else ""
    return NilaiTahunan(to_decimal(hasil), Keadaan.TERUKUR, "", catatan, hasil)
