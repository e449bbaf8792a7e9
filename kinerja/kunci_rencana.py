"""Which quarters of a rencana aksi are closed: approved for the unit that answers. Nothing is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kinerja.isian import muat_tahap
from kinerja.models import Indikator, PerjanjianKinerja, TargetPeriode
from kinerja.pilihan import TRIWULAN_PERIODE, Periode, Tahap
from kinerja.tanggung_jawab import definisi_kantor, unit_indikator, unit_pimpinan
from organisasi.models import PerangkatDaerah

Sel = tuple[int, str]  # (indicator, period)


@dataclass(frozen=True)
class Kunci:
    """Which quarters of which units are approved, and which unit answers for which indicator."""

    disetujui: frozenset[tuple[int, int]]
    unit: Mapping[int, int | None]

    def is_sel(self, indikator_id: int, periode: str) -> bool:
        """Whether the target of an indicator's period stands."""
        unit = self.unit.get(indikator_id)
        return unit is not None and self.is_unit(unit, periode)

    def is_unit(self, unit_id: int, periode: str) -> bool:
        """Whether the quarter in which a period ends is approved for a unit."""
        return (unit_id, TRIWULAN_PERIODE[Periode(periode)]) in self.disetujui


def muat_kunci(kantor: PerangkatDaerah, tahun: int) -> Kunci:
    """Read the approved quarters of an office and year, and the units of its indicators."""
    disetujui = frozenset(
        kunci for kunci, t in muat_tahap(kantor, tahun).items() if t.tahap == Tahap.DISETUJUI
    )
    indikator = Indikator.objects.filter(perangkat_daerah=kantor).select_related(
        "program", "kegiatan__program", "sub_kegiatan__kegiatan__program"
    )
    unit = unit_indikator(indikator, definisi_kantor(kantor, tahun), unit_pimpinan(kantor))
    return Kunci(disetujui, unit)


def is_digantikan(pk: PerjanjianKinerja) -> bool:
    """Whether a later revision is set, so that this one's plan is closed."""
    return (
        PerjanjianKinerja.objects.ditetapkan()
        .filter(jabatan=pk.jabatan_id, tahun=pk.tahun, revisi__gt=pk.revisi)
        .exists()
    )


def kantor_pk(pk: PerjanjianKinerja) -> PerangkatDaerah:
    """Return the office of a PK: its post is always an office's."""
    kantor = pk.jabatan.perangkat_daerah
    assert kantor is not None
    return kantor


def target_terkunci(pk: PerjanjianKinerja, kunci: Kunci) -> dict[Sel, TargetPeriode]:
    """Return the targets in force of approved quarters: those of the last set revision before ``pk``."""
    sebelum = (
        PerjanjianKinerja.objects.ditetapkan()
        .filter(jabatan=pk.jabatan_id, tahun=pk.tahun, revisi__lt=pk.revisi)
        .order_by("-revisi")
        .first()
    )
    if sebelum is None:
        return {}
    return {
        (t.indikator_id, t.periode): t
        for t in TargetPeriode.objects.filter(rencana_aksi__perjanjian=sebelum).select_related("predikat")
        if kunci.is_sel(t.indikator_id, t.periode)
    }
