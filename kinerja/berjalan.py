"""The running value of a year and its capaian against the targets of the same periods: pure, exact.

For entry pages and the quarterly report only; the LKjIP prints complete years. A blank is never a zero:
while one of the periods that the method needs is blank, there is no capaian. See docs/rumus/berjalan.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from kinerja.rumus import (
    Angka,
    Arah,
    Capaian,
    Keadaan,
    MetodeTriwulan,
    NilaiPeriode,
    RumusMakinRendah,
    compute_capaian,
    gabung_triwulan,
    simpulkan_tahun,
)
from sakip.umum.hitung import to_decimal

TargetPeriode = Decimal | tuple[Decimal, Decimal] | None

ALASAN_TARGET = "target triwulan belum ada"
# The target of the last period alone counts; an earlier blank does not matter.
_TERAKHIR = (MetodeTriwulan.AKHIR, MetodeTriwulan.RASIO_JUMLAH)


def gabung_berjalan(nilai: Sequence[Decimal | None], metode: MetodeTriwulan) -> Decimal | None:
    """Return what the filled periods up to a quarter make together; None where nothing is filled.

    RASIO_JUMLAH needs pairs and raises ValueError: ``kinerja.rumus.nilai_berjalan`` takes them.
    """
    return gabung_triwulan(nilai, metode)


def capaian_berjalan(
    *,
    realisasi: Sequence[Decimal | None],
    target: Sequence[TargetPeriode],
    metode: MetodeTriwulan,
    arah: Arah,
    rumus_makin_rendah: RumusMakinRendah,
    batas_atas: Decimal | None = None,
    batas_bawah: Decimal | None = None,
) -> Capaian:
    """Return capaian so far in percent; both sequences hold the asked periods up to the quarter, in order.

    Values and targets in the unit of the indicator. Belum diisi: a blank in the last period, a blank before
    it that the method needs, a missing target. Under RASIO_JUMLAH the last value is the running ratio.
    """
    if not realisasi or realisasi[-1] is None:
        return _belum("realisasi belum diisi")
    if metode not in _TERAKHIR and any(n is None for n in realisasi):
        return _belum("realisasi periode sebelumnya belum diisi")
    gabungan = gabung_target(target, metode)
    if gabungan is None:
        return _belum(ALASAN_TARGET)
    return compute_capaian(
        target=gabungan,
        realisasi=_gabung([Fraction(n) for n in realisasi if n is not None], metode),
        arah=arah,
        rumus_makin_rendah=rumus_makin_rendah,
        batas_atas=batas_atas,
        batas_bawah=batas_bawah,
    )


def capaian_periode(
    *,
    periode: Sequence[NilaiPeriode],
    target: Sequence[TargetPeriode],
    metode: MetodeTriwulan,
    arah: Arah,
    rumus_makin_rendah: RumusMakinRendah,
    batas_atas: Decimal | None = None,
    batas_bawah: Decimal | None = None,
    setahun: TargetPeriode = None,
) -> Capaian:
    """Return capaian so far from periods: pairs and tidak berlaku included.

    A period that is tidak berlaku drops out with its target; all of them: tidak berlaku. Which blanks
    matter is said by ``simpulkan_tahun``, so that after the last quarter this is the year's own rule.
    ``setahun``, given after the last quarter, stands for the targets of periods where there is none.
    """
    hasil = simpulkan_tahun(periode, metode)
    if hasil.keadaan is not Keadaan.TERUKUR:
        return Capaian(None, hasil.keadaan, hasil.alasan)
    gabungan = target_berjalan(periode, target, metode, setahun)
    if gabungan is None:
        return _belum(ALASAN_TARGET)
    return compute_capaian(
        target=gabungan,
        realisasi=hasil.eksak,
        arah=arah,
        rumus_makin_rendah=rumus_makin_rendah,
        batas_atas=batas_atas,
        batas_bawah=batas_bawah,
    )


def target_berjalan(
    periode: Sequence[NilaiPeriode],
    target: Sequence[TargetPeriode],
    metode: MetodeTriwulan,
    setahun: TargetPeriode = None,
) -> Angka | tuple[Decimal, Decimal] | None:
    """Return the target of the periods that apply, together; ``setahun`` where no period has one."""
    if setahun is not None and all(t is None for t in target):
        return setahun
    return gabung_target([t for p, t in zip(periode, target, strict=True) if p.berlaku], metode)


def gabung_target(
    target: Sequence[TargetPeriode], metode: MetodeTriwulan
) -> Angka | tuple[Decimal, Decimal] | None:
    """Return the target of the periods together, by the method of the values; None where one is missing.

    Ranges are put together bound by bound. Under AKHIR and RASIO_JUMLAH the last target stands alone.
    """
    dipakai = target[-1:] if metode in _TERAKHIR else target
    isi = [t for t in dipakai if t is not None]
    if not dipakai or len(isi) != len(dipakai):
        return None
    if not any(isinstance(t, tuple) for t in isi):
        return _gabung([Fraction(t) for t in isi if not isinstance(t, tuple)], metode)
    pasangan = [t if isinstance(t, tuple) else (t, t) for t in isi]
    bawah = _gabung([Fraction(b) for b, _ in pasangan], metode)
    atas = _gabung([Fraction(a) for _, a in pasangan], metode)
    return (to_decimal(bawah), to_decimal(atas))


def _gabung(isi: Sequence[Fraction], metode: MetodeTriwulan) -> Fraction:
    """Put filled values together exactly; there is at least one."""
    if metode is MetodeTriwulan.JUMLAH:
        return sum(isi, Fraction(0))
    if metode is MetodeTriwulan.RATA_RATA:
        return sum(isi, Fraction(0)) / len(isi)
    return max(isi) if metode is MetodeTriwulan.MAKSIMUM else isi[-1]


def _belum(alasan: str) -> Capaian:
    return Capaian(None, Keadaan.BELUM_DIISI, alasan)
