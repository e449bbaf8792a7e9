"""What an office has to fill in a year, read once: rows, cells, steps and windows. Nothing is written here.

A cell is asked in the quarter that its period ends (semester in TW II and IV, tahunan in TW IV); before
that it is "belum waktunya" and counts nowhere. ``muat_isian`` needs the same number of queries for any
number of indicators.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import Any

from django.db.models import Q

from anggaran.models import DPA, PaguAnggaran, RealisasiAnggaran
from anggaran.pilihan import PeriodeAnggaran
from kinerja.models import (
    DefinisiIndikator,
    Indikator,
    JendelaPengisian,
    Pengukuran,
    PerjanjianKinerja,
    PermintaanBuka,
    Realisasi,
    TahapPengukuran,
    TargetPeriode,
)
from kinerja.models.nilai import Nilai
from kinerja.pilihan import (
    PERIODE_FREKUENSI,
    TRIWULAN_PERIODE,
    CaraUkur,
    Frekuensi,
    Keputusan,
    Periode,
    Tahap,
)
from kinerja.tanggung_jawab import definisi_kantor, unit_indikator, unit_node, unit_pimpinan
from kinerja.target_berlaku import target_tahun
from organisasi.models import Pengguna, PerangkatDaerah, UnitKerja
from renstra.models import Kegiatan, Program, SubKegiatan

DIISI = "diisi"  # no step yet, or opened again
TRIWULAN = (1, 2, 3, 4)
PERIODE_TRIWULAN = {n: f"tw{n}" for n in TRIWULAN}


class KeadaanSel(StrEnum):
    """What stands in a cell of the grid."""

    TERISI = "terisi"
    BELUM_DIISI = "belum_diisi"
    TIDAK_BERLAKU = "tidak_berlaku"
    BELUM_WAKTUNYA = "belum_waktunya"


@dataclass(frozen=True)
class BarisKinerja:
    """One indicator with its cells of the year."""

    indikator: Indikator
    definisi: DefinisiIndikator | None
    unit_id: int | None
    cara: str
    target: Nilai | None
    target_periode: dict[str, TargetPeriode]
    realisasi: dict[str, Realisasi]

    @cached_property
    def periode(self) -> tuple[str, ...]:
        """The periods that are asked in the year, in order."""
        if self.definisi is None:
            return ()
        if self.cara == CaraUkur.SETAHUN:
            return (Periode.TAHUN.value,)
        return tuple(p.value for p in PERIODE_FREKUENSI[Frekuensi(self.definisi.frekuensi)])

    @cached_property
    def _menurut_triwulan(self) -> dict[int, str]:
        return {TRIWULAN_PERIODE[Periode(p)]: p for p in self.periode}

    def periode_pada(self, triwulan: int) -> str | None:
        """Return the period that is asked in a quarter, None: belum waktunya."""
        return self._menurut_triwulan.get(triwulan)

    def sel(self, triwulan: int) -> Realisasi | None:
        """Return the stored value of a quarter."""
        periode = self.periode_pada(triwulan)
        return self.realisasi.get(periode) if periode else None

    def keadaan(self, triwulan: int) -> KeadaanSel:
        """Return what stands in the cell of a quarter."""
        if self.periode_pada(triwulan) is None:
            return KeadaanSel.BELUM_WAKTUNYA
        baris = self.sel(triwulan)
        if baris is None:
            return KeadaanSel.BELUM_DIISI
        if not baris.berlaku:
            return KeadaanSel.TIDAK_BERLAKU
        berpasangan = baris.pembilang is not None
        return KeadaanSel.BELUM_DIISI if baris.is_kosong and not berpasangan else KeadaanSel.TERISI


@dataclass(frozen=True)
class BarisBelanja:
    """One budget node with what was spent by quarter."""

    node: Program | Kegiatan | SubKegiatan
    program: Program
    unit_id: int | None
    pagu: Decimal | None
    realisasi: dict[str, RealisasiAnggaran]

    @property
    def kunci(self) -> str:
        """Name of the node in a form: "subkegiatan-12"."""
        return f"{type(self.node)._meta.model_name}-{self.node.pk}"

    @property
    def is_setahun(self) -> bool:
        """Whether only the year's total is known."""
        return PeriodeAnggaran.TAHUN.value in self.realisasi

    def sel(self, triwulan: int) -> RealisasiAnggaran | None:
        """Return the stored amount of a quarter."""
        return self.realisasi.get(PERIODE_TRIWULAN[triwulan])

    def keadaan(self, triwulan: int) -> KeadaanSel:
        """Return what stands in the cell of a quarter."""
        if self.is_setahun:
            return KeadaanSel.BELUM_WAKTUNYA if triwulan < 4 else KeadaanSel.TERISI
        return KeadaanSel.BELUM_DIISI if self.sel(triwulan) is None else KeadaanSel.TERISI


@dataclass(frozen=True)
class Ringkasan:
    """How much of what is asked stands there; tidak berlaku counts as answered."""

    diminta: int
    terisi: int

    @property
    def kurang(self) -> int:
        """How many cells are blank."""
        return self.diminta - self.terisi

    @property
    def is_lengkap(self) -> bool:
        """Whether nothing is blank."""
        return self.diminta == self.terisi


@dataclass
class IsianKantor:
    """Everything that pages of measurement show of one office and year."""

    kantor: PerangkatDaerah
    tahun: int
    unit: dict[int, UnitKerja]
    kinerja: list[BarisKinerja]
    belanja: list[BarisBelanja]
    tahap: dict[tuple[int, int], TahapPengukuran]
    jendela: dict[int, JendelaPengisian]
    dibuka: dict[tuple[int, int], datetime.date]
    pimpinan: int | None
    pk: PerjanjianKinerja | None = None
    dpa: DPA | None = None
    _ringkasan: dict[tuple[int, int], Ringkasan] = field(default_factory=dict)

    def unit_bertugas(self) -> list[UnitKerja]:
        """Return the units that have rows, in the order of the structure."""
        punya = {b.unit_id for b in self.kinerja} | {b.unit_id for b in self.belanja}
        return [u for u in self.unit.values() if u.pk in punya]

    def baris(self, unit_id: int | None = None) -> Iterator[BarisKinerja | BarisBelanja]:
        """Yield the rows of a unit, or all."""
        semua: list[BarisKinerja | BarisBelanja] = [*self.kinerja, *self.belanja]
        for satu in semua:
            if unit_id is None or satu.unit_id == unit_id:
                yield satu

    def ringkas(self, unit_id: int, triwulan: int) -> Ringkasan:
        """Return how much of a unit's quarter is filled."""
        kunci = (unit_id, triwulan)
        if kunci not in self._ringkasan:
            self._ringkasan[kunci] = _ringkas(self.baris(unit_id), triwulan)
        return self._ringkasan[kunci]

    def kosong(self, unit_id: int, triwulan: int) -> list[BarisKinerja | BarisBelanja]:
        """Return the rows of a unit whose cell of a quarter is blank."""
        return [b for b in self.baris(unit_id) if b.keadaan(triwulan) is KeadaanSel.BELUM_DIISI]

    def keadaan(self, unit_id: int, triwulan: int) -> str:
        """Return the step of a unit's quarter: a value of Tahap, or "diisi"."""
        terakhir = self.tahap.get((unit_id, triwulan))
        if terakhir is None or terakhir.tahap == Tahap.DIBUKA:
            return DIISI
        return terakhir.tahap

    def batas_isi(self, unit_id: int, triwulan: int) -> datetime.date | None:
        """Return the last day on which a unit may fill a quarter, None where no window was set."""
        jendela, dibuka = self.jendela.get(triwulan), self.dibuka.get((unit_id, triwulan))
        akhir = [h for h in (jendela.tutup if jendela else None, dibuka) if h is not None]
        return max(akhir) if akhir else None

    def is_jendela_terbuka(self, unit_id: int, triwulan: int, hari: datetime.date) -> bool:
        """Whether a unit may fill a quarter on a day: its window, or a reopening that was granted."""
        jendela, dibuka = self.jendela.get(triwulan), self.dibuka.get((unit_id, triwulan))
        if jendela is not None and jendela.buka <= hari <= jendela.tutup:
            return True
        return dibuka is not None and hari <= dibuka

    def is_dapat_diisi(self, unit_id: int, triwulan: int, hari: datetime.date) -> bool:
        """Whether values of a unit's quarter may change on a day: window open, and not handed on."""
        langkah = self.keadaan(unit_id, triwulan)
        return langkah in (DIISI, Tahap.DIKEMBALIKAN) and self.is_jendela_terbuka(unit_id, triwulan, hari)


def _ringkas(baris: Iterable[BarisKinerja | BarisBelanja], triwulan: int) -> Ringkasan:
    keadaan = [b.keadaan(triwulan) for b in baris]
    diminta = [k for k in keadaan if k is not KeadaanSel.BELUM_WAKTUNYA]
    return Ringkasan(len(diminta), sum(1 for k in diminta if k is not KeadaanSel.BELUM_DIISI))


# Reading ------------------------------------------------------------------------------------------


def muat_isian(kantor: PerangkatDaerah, tahun: int) -> IsianKantor:
    """Read an office and year; the caller has checked that the person may see the office."""
    unit = {u.pk: u for u in UnitKerja.objects.filter(perangkat_daerah=kantor).order_by("urutan")}
    pimpinan = next((u.pk for u in unit.values() if u.induk_id is None), None)
    pk = (
        PerjanjianKinerja.objects.ditetapkan()
        .kepala()
        .filter(jabatan__perangkat_daerah=kantor, tahun=tahun)
        .order_by("-revisi")
        .first()
    )
    dpa = DPA.objects.ditetapkan().filter(perangkat_daerah=kantor, tahun=tahun).order_by("-urutan").first()
    isian = IsianKantor(
        kantor=kantor,
        tahun=tahun,
        unit=unit,
        kinerja=_muat_kinerja(kantor, tahun, pimpinan, pk, dpa),
        belanja=_muat_belanja(kantor, tahun, pimpinan, dpa),
        tahap=muat_tahap(kantor, tahun),
        jendela={
            j.triwulan: j
            for j in JendelaPengisian.objects.filter(perangkat_daerah=kantor, tahun=tahun).order_by()
        },
        dibuka=_muat_dibuka(kantor, tahun),
        pimpinan=pimpinan,
        pk=pk,
        dpa=dpa,
    )
    pasang_pengisi(r for b in isian.baris() for r in b.realisasi.values())
    return isian


def muat_tahap(kantor: PerangkatDaerah, tahun: int) -> dict[tuple[int, int], TahapPengukuran]:
    """Return the last step of each unit and quarter."""
    hasil: dict[tuple[int, int], TahapPengukuran] = {}
    for t in (
        TahapPengukuran.objects.filter(unit__perangkat_daerah=kantor, tahun=tahun)
        .select_related("oleh")
        .order_by("id")
    ):
        hasil[t.unit_id, t.triwulan] = t
    return hasil


def _muat_dibuka(kantor: PerangkatDaerah, tahun: int) -> dict[tuple[int, int], datetime.date]:
    hasil: dict[tuple[int, int], datetime.date] = {}
    for p in PermintaanBuka.objects.filter(
        unit__perangkat_daerah=kantor, tahun=tahun, keputusan=Keputusan.DITERIMA
    ).order_by():
        kunci = (p.unit_id, p.triwulan)
        hasil[kunci] = max(p.sampai, hasil.get(kunci, p.sampai))
    return hasil


def indikator_tahun(kantor: PerangkatDaerah, tahun: int) -> list[Indikator]:
    """Return the indicators that an office measures in a year, the strategic ones first."""
    hidup = (
        Q(tujuan__renstra__periode__tahun_awal__lte=tahun, tujuan__renstra__periode__tahun_akhir__gte=tahun)
        | Q(
            sasaran__renstra__periode__tahun_awal__lte=tahun,
            sasaran__renstra__periode__tahun_akhir__gte=tahun,
        )
        | Q(program__tahun=tahun)
        | Q(kegiatan__program__tahun=tahun)
        | Q(sub_kegiatan__kegiatan__program__tahun=tahun)
    )
    semua = Indikator.objects.filter(hidup, perangkat_daerah=kantor).order_by().select_related(
        "tujuan", "sasaran", "program__nomenklatur", "kegiatan__nomenklatur",
        "kegiatan__program__nomenklatur",
        "sub_kegiatan__nomenklatur", "sub_kegiatan__kegiatan__nomenklatur",
        "sub_kegiatan__kegiatan__program__nomenklatur",
    )  # fmt: skip
    return sorted(semua, key=_urutan)


def _urutan(i: Indikator) -> tuple[Any, ...]:
    if i.tujuan is not None:
        return (0, i.tujuan.urutan, "", i.urutan, i.pk)
    if i.sasaran is not None:
        return (1, i.sasaran.urutan, "", i.urutan, i.pk)
    node = i.program or i.kegiatan or i.sub_kegiatan
    assert node is not None
    return (2, 0, node.kode, i.urutan, i.pk)


def _muat_kinerja(
    kantor: PerangkatDaerah, tahun: int, pimpinan: int | None, pk: PerjanjianKinerja | None, dpa: DPA | None
) -> list[BarisKinerja]:
    daftar = indikator_tahun(kantor, tahun)
    definisi = definisi_kantor(kantor, tahun)
    unit = unit_indikator(daftar, definisi, pimpinan)
    nilai: dict[int, dict[str, Realisasi]] = defaultdict(dict)
    ukur = {
        p.pk: p for p in Pengukuran.objects.filter(indikator__perangkat_daerah=kantor, tahun=tahun).order_by()
    }
    cara = {p.indikator_id: p.cara for p in ukur.values()}
    baris = list(
        Realisasi.objects.filter(pengukuran__indikator__perangkat_daerah=kantor, pengukuran__tahun=tahun)
        .select_related("predikat")
        .order_by()
    )
    for r in baris:
        r.pengukuran = ukur[r.pengukuran_id]
        nilai[r.pengukuran.indikator_id][r.periode] = r
    target = target_tahun(kantor, tahun, pk, dpa, definisi)
    periode: dict[int, dict[str, TargetPeriode]] = defaultdict(dict)
    for t in TargetPeriode.objects.filter(rencana_aksi__perjanjian=pk).select_related("predikat").order_by():
        periode[t.indikator_id][t.periode] = t
    return [
        BarisKinerja(
            indikator=i,
            definisi=definisi.get(i.pk),
            unit_id=unit[i.pk],
            cara=cara.get(i.pk) or _cara_baku(definisi.get(i.pk)),
            target=target.get(i.pk),
            target_periode=periode.get(i.pk, {}),
            realisasi=nilai.get(i.pk, {}),
        )
        for i in daftar
    ]


def pasang_pengisi(baris: Iterable[Realisasi | RealisasiAnggaran]) -> None:
    """Give rows the person who entered them: always one query, each account once."""
    semua = [b for b in baris if b.diisi_oleh_id is not None]
    orang = {o.pk: o for o in Pengguna.objects.filter(pk__in={b.diisi_oleh_id for b in semua} or {0})}
    for b in semua:
        b.diisi_oleh = orang[b.diisi_oleh_id]


def _cara_baku(definisi: DefinisiIndikator | None) -> str:
    tahunan = definisi is not None and definisi.frekuensi == Frekuensi.TAHUNAN
    return CaraUkur.SETAHUN.value if tahunan else CaraUkur.PERIODE.value


def _muat_belanja(
    kantor: PerangkatDaerah, tahun: int, pimpinan: int | None, dpa: DPA | None
) -> list[BarisBelanja]:
    node = (
        "program__nomenklatur", "kegiatan__nomenklatur", "kegiatan__program",
        "sub_kegiatan__nomenklatur", "sub_kegiatan__kegiatan__program",
    )  # fmt: skip
    nilai: dict[tuple[Any, ...], dict[str, RealisasiAnggaran]] = defaultdict(dict)
    objek: dict[tuple[Any, ...], PaguAnggaran | RealisasiAnggaran] = {}
    pagu: dict[tuple[Any, ...], Decimal] = {}
    belanja = list(
        RealisasiAnggaran.objects.filter(program__perangkat_daerah=kantor, program__tahun=tahun)
        .select_related(*node)
        .order_by()
    )
    for r in belanja:
        nilai[_kunci(r)][r.periode] = r
        objek[_kunci(r)] = r
    for p in PaguAnggaran.objects.filter(dpa=dpa).select_related(*node).order_by():
        pagu[_kunci(p)] = p.nilai
        objek[_kunci(p)] = p
    semua = [
        BarisBelanja(
            node=o.node,
            program=o.program,
            unit_id=unit_node(o.node) or pimpinan,
            pagu=pagu.get(kunci),
            realisasi=nilai.get(kunci, {}),
        )
        for kunci, o in objek.items()
    ]
    return sorted(semua, key=lambda b: b.node.kode)


def _kunci(baris: PaguAnggaran | RealisasiAnggaran) -> tuple[Any, ...]:
    return (baris.program_id, baris.kegiatan_id, baris.sub_kegiatan_id)


__all__ = [
    "DIISI", "TRIWULAN", "BarisBelanja", "BarisKinerja", "IsianKantor", "KeadaanSel", "Ringkasan",
    "indikator_tahun", "muat_isian", "muat_tahap", "target_tahun", "unit_pimpinan",
]  # fmt: skip
