"""What a Perjanjian Kinerja is warned of before it is set, and what forbids setting it. Pure.

Source: PermenPANRB 53/2014 (a PK at most one month after its budget document; targets that serve the
Renstra). A warning does not stop: its reason is stored. An obstacle stops.
"""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kinerja.kewajaran import galat_nilai
from kinerja.rumus import Arah
from sakip.umum.tanggal import format_tanggal

TERLAMBAT = "terlambat"
DI_BAWAH_RENSTRA = "di_bawah_renstra"
LUAR_RENSTRA = "luar_renstra"


@dataclass(frozen=True)
class NilaiTarget:
    """A target: a number, a range (``bawah``, ``atas``) or the rank of a grade; ``tampil`` as printed."""

    tampil: str
    bawah: Decimal | None = None
    atas: Decimal | None = None
    peringkat: int | None = None


@dataclass(frozen=True)
class BarisPeriksa:
    """One indicator of a PK with what it is held against.

    ``perlu_renstra`` is true for indicators of tujuan and sasaran: those of programmes stand in the
    Renja and the DPA, so that their absence from the Renstra is no warning.
    """

    indikator_id: int
    nama: str
    jenis: str
    is_persen: bool
    arah: str
    target: NilaiTarget | None
    renstra: NilaiTarget | None
    perlu_renstra: bool = True
    is_dalam_renstra: bool = True


@dataclass(frozen=True)
class Peringatan:
    """A warning: a value of PeringatanPK, the indicator it is about (None: the whole PK), the sentence."""

    kode: str
    indikator_id: int | None
    kalimat: str

    @property
    def kunci(self) -> tuple[str, int | None]:
        """What a reason is stored under."""
        return self.kode, self.indikator_id


def tambah_sebulan(tanggal: datetime.date) -> datetime.date:
    """Return the same day of the next month, or its last day: 31 January gives 28 or 29 February."""
    tahun, bulan = (tanggal.year + 1, 1) if tanggal.month == 12 else (tanggal.year, tanggal.month + 1)
    return datetime.date(tahun, bulan, min(tanggal.day, calendar.monthrange(tahun, bulan)[1]))


def periksa_pk(
    *,
    tanggal: datetime.date,
    tanggal_dpa: datetime.date | None,
    baris: Sequence[BarisPeriksa],
    is_dpa_baru: bool = True,
) -> tuple[Peringatan, ...]:
    """Return the warnings of a PK, the one about its date first.

    ``is_dpa_baru`` is false for a revision that prints the same DPA as the one before: the month counts
    from a budget document's approval, and nothing was approved.
    """
    hasil: list[Peringatan] = []
    if is_dpa_baru and tanggal_dpa is not None and tanggal > (batas := tambah_sebulan(tanggal_dpa)):
        hasil.append(
            Peringatan(
                TERLAMBAT,
                None,
                f"PK bertanggal {format_tanggal(tanggal)}, lewat dari satu bulan setelah DPA "
                f"{format_tanggal(tanggal_dpa)} (paling lambat {format_tanggal(batas)}).",
            )
        )
    for b in baris:
        if b.perlu_renstra and not b.is_dalam_renstra:
            hasil.append(
                Peringatan(LUAR_RENSTRA, b.indikator_id, f"{b.nama}: indikator ini tidak ada dalam Renstra.")
            )
        elif b.target is not None and b.renstra is not None and is_lebih_lemah(b.target, b.renstra, b.arah):
            hasil.append(
                Peringatan(
                    DI_BAWAH_RENSTRA,
                    b.indikator_id,
                    f"{b.nama}: target {b.target.tampil} lebih lemah daripada target Renstra "
                    f"{b.renstra.tampil}.",
                )
            )
    return tuple(hasil)


def bagian_setahun(kumulatif: Mapping[int, Decimal], tahun: int) -> Decimal | None:
    """Return one year's part of targets that are sums since the first year.

    ``kumulatif`` maps years to Renstra targets in the unit of the indicator (akumulasi_renstra kumulatif);
    the first year is its own part. None where the year has no target, or the year before it is missing.
    """
    if tahun not in kumulatif:
        return None
    if min(kumulatif) == tahun:
        return kumulatif[tahun]
    lalu = kumulatif.get(tahun - 1)
    return None if lalu is None else kumulatif[tahun] - lalu


def is_lebih_lemah(target: NilaiTarget, acuan: NilaiTarget, arah: str) -> bool:
    """Whether a target asks less than another one, by the polarity; unlike kinds cannot be compared."""
    if target.peringkat is not None and acuan.peringkat is not None:
        return _kurang(Decimal(target.peringkat), Decimal(acuan.peringkat), arah)
    if target.bawah is None or acuan.bawah is None:
        return False
    if arah == Arah.RENTANG:
        atas = target.bawah if target.atas is None else target.atas
        batas = acuan.bawah if acuan.atas is None else acuan.atas
        return target.bawah < acuan.bawah or atas > batas
    return _kurang(target.bawah, acuan.bawah, arah)


def _kurang(nilai: Decimal, acuan: Decimal, arah: str) -> bool:
    return nilai > acuan if arah == Arah.MAKIN_RENDAH else nilai < acuan


def halangan_pk(baris: Sequence[BarisPeriksa]) -> tuple[str, ...]:
    """Return why a PK cannot be set at all: no indicator, a blank target, a target out of its scale."""
    if not baris:
        return ("PK ini belum berisi indikator. Tambahkan paling sedikit satu indikator.",)
    hasil = []
    for b in baris:
        if b.target is None:
            hasil.append(f"{b.nama}: target belum diisi.")
        elif b.target.peringkat is None:
            hasil += [
                f"{b.nama}: {satu}"
                for satu in galat_nilai(jenis=b.jenis, nilai=b.target.bawah, is_persen=b.is_persen)
            ]
    return tuple(hasil)
