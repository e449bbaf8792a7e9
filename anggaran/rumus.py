"""Formulas of the budget: absorption and shares, exact. See ``docs/rumus/serapan.md``, ``alokasi.md``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from sakip.umum.hitung import Capaian, Keadaan, Rerata, rerata, terukur

__all__ = [
    "Alokasi",
    "Capaian",
    "Keadaan",
    "RealisasiTahunan",
    "Rerata",
    "alokasikan",
    "compute_serapan",
    "rerata_serapan",
    "serapan_gabungan",
    "simpulkan_realisasi",
]

Baris = tuple[Decimal, Decimal | None]


def compute_serapan(*, pagu: Decimal | None, realisasi: Decimal | None) -> Capaian:
    """Return realisasi / pagu x 100 in percent, both in rupiah; pagu 0 has no ratio."""
    if pagu is None:
        return Capaian(None, Keadaan.BELUM_DIISI, "pagu belum diisi")
    if realisasi is None:
        return Capaian(None, Keadaan.BELUM_DIISI, "realisasi anggaran belum diisi")
    if pagu <= 0:
        alasan = "pagu 0" if pagu == 0 else "pagu di bawah nol"
        return Capaian(None, Keadaan.TIDAK_DAPAT_DIHITUNG, alasan)
    return terukur(Fraction(realisasi) / Fraction(pagu) * 100)


def serapan_gabungan(baris: Sequence[Baris]) -> Capaian:
    """Return the ratio of sums; a blank realisasi makes the whole belum diisi."""
    if not baris or any(r is None for _, r in baris):
        return Capaian(None, Keadaan.BELUM_DIISI, "realisasi anggaran belum diisi")
    return compute_serapan(
        pagu=sum((p for p, _ in baris), Decimal(0)),
        realisasi=sum((r for _, r in baris if r is not None), Decimal(0)),
    )


def rerata_serapan(baris: Sequence[Baris]) -> Rerata:
    """Return the mean of the percentages: another figure than the ratio of sums. Pagu 0 drops out."""
    return rerata([compute_serapan(pagu=p, realisasi=r) for p, r in baris if p > 0])


@dataclass(frozen=True)
class Alokasi:
    """Parts in the order of their porsi, and what is not mapped; together exactly the amount."""

    bagian: tuple[Decimal, ...]
    sisa: Decimal


def alokasikan(nilai: Decimal, porsi: Sequence[Decimal]) -> Alokasi:
    """Share an amount in whole rupiah by largest remainder (equal remainders: the earlier row).

    ``porsi`` in percent, together at most 100 (else ValueError). Where they sum to 100 nothing is left;
    sen, which whole rupiah cannot hold, then stay with the first row that has a share. Always
    ``sum(bagian) + sisa == nilai``.
    """
    jumlah = sum((Fraction(p) for p in porsi), Fraction(0))
    if jumlah > 100 or any(p < 0 for p in porsi):
        raise ValueError("Porsi tidak boleh negatif dan bersama-sama paling banyak 100.")
    penuh = jumlah == 100
    semua = [*(Fraction(p) for p in porsi), *([] if penuh else [100 - jumlah])]
    utuh = int(nilai)
    tepat = [utuh * p / 100 for p in semua]
    bagian = [t.__floor__() for t in tepat]
    urut = sorted(range(len(semua)), key=lambda i: (-(tepat[i] - bagian[i]), i))
    for i in urut[: utuh - sum(bagian)]:
        bagian[i] += 1
    hasil = [Decimal(b) for b in bagian]
    hasil[next(i for i, p in enumerate(porsi) if p > 0) if penuh else -1] += nilai - utuh
    if penuh:
        return Alokasi(tuple(hasil), Decimal(0))
    return Alokasi(tuple(hasil[:-1]), hasil[-1])


@dataclass(frozen=True)
class RealisasiTahunan:
    """What the quarters make together; ``jumlah`` None while nothing is filled."""

    jumlah: Decimal | None
    terisi: int
    diminta: int
    keadaan: Keadaan
    alasan: str = ""


def simpulkan_realisasi(triwulan: Sequence[Decimal | None]) -> RealisasiTahunan:
    """Return the year's spending from its quarters; incomplete: "sementara, n dari 4 triwulan"."""
    ada = [n for n in triwulan if n is not None]
    if not ada:
        return RealisasiTahunan(None, 0, len(triwulan), Keadaan.BELUM_DIISI, "realisasi anggaran belum diisi")
    jumlah = sum(ada, Decimal(0))
    if len(ada) < len(triwulan):
        alasan = f"sementara, {len(ada)} dari {len(triwulan)} triwulan"
        return RealisasiTahunan(jumlah, len(ada), len(triwulan), Keadaan.BELUM_DIISI, alasan)
    return RealisasiTahunan(jumlah, len(ada), len(triwulan), Keadaan.TERUKUR)
