"""Efficiency of resource use: three rules, a reason instead of praise (``docs/rumus/efisiensi.md``)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from sakip.umum.angka import bulatkan, bulatkan_dalam_batas, format_angka
from sakip.umum.hitung import Keadaan, to_decimal


class AturanEfisiensi(StrEnum):
    """Rule in force."""

    RASIO = "rasio"
    SELISIH = "selisih"
    SISA_ANGGARAN = "sisa_anggaran"


@dataclass(frozen=True)
class Efisiensi:
    """Value and category, or the reason why there is none."""

    nilai: Decimal | None
    kategori: str
    keadaan: Keadaan
    alasan: str = ""
    eksak: Fraction | None = None
    batas_selisih: Decimal = Decimal(5)


def _tidak(alasan: str) -> Efisiensi:
    return Efisiensi(None, "", Keadaan.TIDAK_DAPAT_DIHITUNG, alasan)


def compute_efisiensi(
    *,
    capaian_persen: Decimal | Fraction | None,
    serapan_persen: Decimal | Fraction | None,
    aturan: AturanEfisiensi = AturanEfisiensi.RASIO,
    batas_selisih: Decimal = Decimal(5),
    semua_tercapai: bool | None = None,
) -> Efisiensi:
    """Return the efficiency of a node from its mean capaian and its absorption, both in percent.

    RASIO: capaian / serapan, 1 or more is efisien. SELISIH: capaian - serapan in points. SISA_ANGGARAN:
    100 - serapan, only where every measured indicator is at least 100 and none is belum diisi
    (``semua_tercapai``; None: the mean decides). Either side missing or serapan 0: never "efisien".
    """
    if capaian_persen is None:
        return _tidak("capaian kinerja belum terukur")
    if serapan_persen is None:
        return _tidak("serapan anggaran belum terukur")
    capaian, serapan = Fraction(capaian_persen), Fraction(serapan_persen)
    if serapan == 0:
        return _tidak("serapan 0")
    if aturan is AturanEfisiensi.RASIO:
        nilai = capaian / serapan
        return _ada(nilai, "efisien" if nilai >= 1 else "tidak efisien", batas_selisih)
    if aturan is AturanEfisiensi.SELISIH:
        nilai = capaian - serapan
        batas = Fraction(batas_selisih)
        kategori = "efisien" if nilai > batas else "cukup efisien" if nilai >= -batas else "tidak efisien"
        return _ada(nilai, kategori, batas_selisih)
    if semua_tercapai is False or capaian < 100:
        return _tidak("ada indikator yang belum mencapai 100%")
    nilai = 100 - serapan
    kategori = "efisien" if nilai > 0 else "sesuai anggaran" if nilai == 0 else "tidak efisien"
    return _ada(nilai, kategori, batas_selisih)


def _ada(nilai: Fraction, kategori: str, batas_selisih: Decimal) -> Efisiensi:
    return Efisiensi(to_decimal(nilai), kategori, Keadaan.TERUKUR, "", nilai, batas_selisih)


def format_efisiensi(efisiensi: Efisiensi, aturan: AturanEfisiensi, tempat: int = 2) -> str:
    """Print the value so that it never contradicts its category (5,001 under SELISIH prints 5,01)."""
    if efisiensi.eksak is None:
        return "–"
    nilai = efisiensi.eksak
    if aturan is AturanEfisiensi.RASIO:
        return format_angka(bulatkan_dalam_batas(nilai, tempat, (1,)), tempat)
    batas = efisiensi.batas_selisih
    tertutup = (-batas, batas) if aturan is AturanEfisiensi.SELISIH else (Decimal(0),)
    terbuka = batas if aturan is AturanEfisiensi.SELISIH else Decimal(0)
    hasil = bulatkan_dalam_batas(nilai, tempat, tertutup)
    if nilai > Fraction(terbuka) and hasil <= terbuka:
        hasil = bulatkan(terbuka + Decimal(1).scaleb(-tempat), tempat)
    return format_angka(hasil, tempat)
