"""Annual values of years that the system measured itself: shown in the workbook, never read from it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from kinerja.models import Indikator, Pengukuran
from pelaporan.buku.bahan import Bahan
from pelaporan.buku.kolom import DESIMAL_PALING_BANYAK, Nilai
from pelaporan.models import Laporan
from pelaporan.susun.muat import SusunGagal, muat
from pelaporan.susun.nilai import Terbaca
from pelaporan.susun.ukur import Pengukur
from sakip.umum.angka import bulatkan
from sakip.umum.hitung import Keadaan


@dataclass(frozen=True)
class TahunTerukur:
    """Target and value of a strategic indicator in an earlier year, as Tabel 3.3 prints them."""

    indikator: Indikator
    tahun: int
    target: Nilai
    realisasi: Nilai


def muat_tahun_terukur(b: Bahan) -> list[TahunTerukur]:
    """Return what was measured in earlier years; none without rules to compute by."""
    if b.kantor is None or not _tahun(b):
        return []
    try:
        data = muat(b.laporan or Laporan(perangkat_daerah=b.kantor, tahun=b.tahun))
    except SusunGagal:
        return []
    ukur = Pengukur(data)
    hasil = []
    for i in b.indikator:
        if not (i.tujuan_id or i.sasaran_id):
            continue
        for tahun in sorted({t for k, t in data.pengukuran if k == i.pk and t < b.tahun}):
            satu = ukur.ukur(i, tahun)
            if satu.keadaan is Keadaan.TERUKUR:
                hasil.append(TahunTerukur(i, tahun, _nilai(satu.target), _nilai(satu.realisasi)))
    return hasil


def _tahun(b: Bahan) -> bool:
    return Pengukuran.objects.filter(indikator__perangkat_daerah=b.kantor, tahun__lt=b.tahun).exists()


def _nilai(terbaca: Terbaca | None) -> Nilai:
    if terbaca is None:
        return None
    if terbaca.predikat:
        return terbaca.predikat
    hitungan = terbaca.hitungan
    if isinstance(hitungan, tuple):
        return (_angka(hitungan[0]), _angka(hitungan[1]))
    return _angka(hitungan)


def _angka(nilai: Decimal | Fraction) -> Decimal:
    return bulatkan(nilai, DESIMAL_PALING_BANYAK)
