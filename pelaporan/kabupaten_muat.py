"""Reads one year of many offices at once: a fixed number of queries, plain rows instead of model objects.

The rows carry the names of the columns that the report's own measuring asks for
(``pelaporan.susun.ukur``, ``pelaporan.susun.uang``), so that both take the same figures from them.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from typing import Any

from django.db.models import FilteredRelation, Q

from anggaran.models import DPA, PaguAnggaran, RealisasiAnggaran
from kinerja.models import (
    AturanPengukuran,
    Indikator,
    NilaiTahunLalu,
    PerjanjianKinerja,
    Realisasi,
    SkalaNilai,
    TahapPengukuran,
    TargetPK,
    TargetRenstra,
    TargetRKT,
)
from organisasi.models import PerangkatDaerah, UnitKerja
from pelaporan.kabupaten_bahan import (
    BahanKabupaten,
    BarisDefinisi,
    BarisDPA,
    BarisIndikator,
    BarisLalu,
    BarisNilai,
    BarisPK,
    BarisTarget,
    BarisUang,
    BarisUkur,
)
from pelaporan.models import Laporan
from renstra.models import Kegiatan, Program, SubKegiatan


def muat_kabupaten(kantor: list[PerangkatDaerah], tahun: int) -> BahanKabupaten:
    """Read a year of these offices; the caller has checked that the person may see them."""
    kunci = [k.pk for k in kantor]
    unit, pimpinan = _muat_unit(kunci)
    node = _Node(kunci, tahun)
    indikator = _muat_indikator(kunci, tahun, node)
    pk, target_pk = _muat_pk(kunci, tahun)
    tanpa_pk = [k for k in kunci if k not in pk]
    dpa = _muat_dpa(kunci, tahun)
    milik = {"indikator__perangkat_daerah__in": tanpa_pk, "tahun": tahun}
    nilai = _muat_nilai(kunci, tahun)
    return BahanKabupaten(
        tahun=tahun,
        kantor=kantor,
        unit=unit,
        pimpinan=pimpinan,
        indikator=indikator,
        terisi=_muat_terisi(kunci, tahun) | _terisi_dari(nilai),
        nilai=nilai,
        pk=pk,
        target_pk=target_pk,
        target_rkt=_target(TargetRKT.objects.filter(**milik).order_by()),
        target_renstra=_target(
            TargetRenstra.objects.filter(**milik, versi__mulai_tahun__lte=tahun).order_by("versi__nomor")
        ),
        tahun_lalu=_muat_tahun_lalu(kunci, tahun),
        dpa=dpa,
        pagu=_muat_pagu(dpa),
        belanja=_muat_belanja(kunci, tahun),
        unit_node=node.unit,
        tahap=_muat_tahap(kunci, tahun),
        laporan=dict(
            Laporan.objects.filter(perangkat_daerah__in=kunci, tahun=tahun)
            .order_by()
            .values_list("perangkat_daerah_id", "status")
        ),
        aturan=_muat_aturan(kantor, tahun),
        predikat={s.pk: s for s in SkalaNilai.objects.all()},
    )


def _muat_unit(kunci: list[int]) -> tuple[dict[int, list[int]], dict[int, int]]:
    unit: dict[int, list[int]] = defaultdict(list)
    pimpinan: dict[int, int] = {}
    for pk, kantor, induk in (
        UnitKerja.objects.filter(perangkat_daerah__in=kunci)
        .order_by("urutan")
        .values_list("pk", "perangkat_daerah_id", "induk_id")
    ):
        unit[kantor].append(pk)
        if induk is None:
            pimpinan.setdefault(kantor, pk)
    return unit, pimpinan


class _Node:
    """Programmes, kegiatan and sub kegiatan of the year with the unit that answers for each."""

    def __init__(self, kunci: list[int], tahun: int) -> None:
        self.unit: dict[tuple[int | None, int | None, int | None], int | None] = {}
        program = Program.objects.filter(perangkat_daerah__in=kunci, tahun=tahun)
        for pk, unit in program.order_by().values_list("pk", "unit_id"):
            self.unit[pk, None, None] = unit
        kegiatan = Kegiatan.objects.filter(program__perangkat_daerah__in=kunci, program__tahun=tahun)
        for pk, induk, unit in kegiatan.order_by().values_list("pk", "program_id", "unit_id"):
            self.unit[None, pk, None] = unit or self.unit[induk, None, None]
        sub = SubKegiatan.objects.filter(
            kegiatan__program__perangkat_daerah__in=kunci, kegiatan__program__tahun=tahun
        )
        for pk, induk, unit in sub.order_by().values_list("pk", "kegiatan_id", "unit_id"):
            self.unit[None, None, pk] = unit or self.unit[None, induk, None]


_KOLOM_DEFINISI = (
    "definisi__mulai_tahun", "definisi__frekuensi", "definisi__metode", "definisi__arah",
    "definisi__jenis", "definisi__skala", "definisi__penanggung_jawab_id",
)  # fmt: skip
_KOLOM_INDIKATOR = (
    "pk", "perangkat_daerah_id", "tujuan_id", "sasaran_id", "program_id", "kegiatan_id", "sub_kegiatan_id",
    "pendahulu_id", "is_iku", "ukur__id", "ukur__cara",
)  # fmt: skip
_KOLOM_PERIODE = (
    "tujuan__renstra__periode__tahun_awal", "tujuan__renstra__periode__tahun_akhir",
    "sasaran__renstra__periode__tahun_awal", "sasaran__renstra__periode__tahun_akhir",
)  # fmt: skip


def _muat_indikator(kunci: list[int], tahun: int, node: _Node) -> dict[int, list[BarisIndikator]]:
    """Read the indicators: strategic ones of every Renstra (some continue others), the year's of programmes.

    One query for each kind of node: each is found by an index, which one query over all would not be.
    """
    dasar = (
        Indikator.objects.filter(perangkat_daerah__in=kunci)
        .annotate(ukur=FilteredRelation("pengukuran", condition=Q(pengukuran__tahun=tahun)))
        .order_by()
    )
    strategis = Q(tujuan__isnull=False) | Q(sasaran__isnull=False)
    semua: dict[int, BarisIndikator] = {}
    lebar = len(_KOLOM_INDIKATOR)
    for baris in dasar.filter(strategis).values_list(*_KOLOM_INDIKATOR, *_KOLOM_DEFINISI, *_KOLOM_PERIODE):
        awal_t, akhir_t, awal_s, akhir_s = baris[-4:]
        awal, akhir = (awal_t, akhir_t) if awal_t is not None else (awal_s, akhir_s)
        _tambah(semua, baris[:lebar], baris[lebar:-4], awal <= tahun <= akhir, None)
    for syarat in ("program__tahun", "kegiatan__program__tahun", "sub_kegiatan__kegiatan__program__tahun"):
        for baris in dasar.filter(**{syarat: tahun}).values_list(*_KOLOM_INDIKATOR, *_KOLOM_DEFINISI):
            unit = node.unit.get((baris[4], baris[5], baris[6]))
            _tambah(semua, baris[:lebar], baris[lebar:], True, unit)
    hasil: dict[int, list[BarisIndikator]] = defaultdict(list)
    for satu in semua.values():
        satu.definisi.sort(key=lambda d: d.mulai_tahun)
        hasil[satu.kantor_id].append(satu)
    return hasil


def _tambah(
    semua: dict[int, BarisIndikator],
    kepala: tuple[Any, ...],
    definisi: tuple[Any, ...],
    is_hidup: bool,
    unit: int | None,
) -> None:
    pk, kantor, tujuan, sasaran, _, _, _, pendahulu, is_iku, ukur, cara = kepala
    satu = semua.get(pk)
    if satu is None:
        satu = semua[pk] = BarisIndikator(
            pk, kantor, tujuan, sasaran, pendahulu, is_iku, is_hidup, unit,
            BarisUkur(ukur, cara) if ukur is not None else None,
        )  # fmt: skip
    if definisi[0] is not None:
        satu.definisi.append(BarisDefinisi(*definisi))


_BERISI = Q(berlaku=False) | Q(nilai__isnull=False) | Q(predikat__isnull=False) | Q(pembilang__isnull=False)


def _muat_terisi(kunci: list[int], tahun: int) -> frozenset[tuple[int, str]]:
    """Read which cells of programme-level indicators have an answer; their values are not needed here."""
    return frozenset(
        Realisasi.objects.filter(
            _BERISI,
            pengukuran__tahun=tahun,
            pengukuran__indikator__perangkat_daerah__in=kunci,
            pengukuran__indikator__tujuan=None,
            pengukuran__indikator__sasaran=None,
        )
        .order_by()
        .values_list("pengukuran_id", "periode")
    )


def _muat_nilai(kunci: list[int], tahun: int) -> dict[int, dict[str, BarisNilai]]:
    hasil: dict[int, dict[str, BarisNilai]] = defaultdict(dict)
    for ukur, periode, *isi in (
        Realisasi.objects.filter(
            Q(pengukuran__indikator__tujuan__isnull=False) | Q(pengukuran__indikator__sasaran__isnull=False),
            pengukuran__tahun=tahun,
            pengukuran__indikator__perangkat_daerah__in=kunci,
        )
        .order_by()
        .values_list("pengukuran_id", "periode", *BarisNilai._fields)
    ):
        hasil[ukur][periode] = BarisNilai(*isi)
    return hasil


def _terisi_dari(nilai: dict[int, dict[str, BarisNilai]]) -> frozenset[tuple[int, str]]:
    return frozenset(
        (ukur, periode)
        for ukur, baris in nilai.items()
        for periode, n in baris.items()
        if not n.berlaku or n.nilai is not None or n.predikat_id is not None or n.pembilang is not None
    )


def _muat_pk(kunci: list[int], tahun: int) -> tuple[dict[int, BarisPK], dict[int, list[BarisTarget]]]:
    """Return the head's PK in force on 31 December of each office, and its targets."""
    pk = {
        kantor: BarisPK(nomor)
        for nomor, kantor in PerjanjianKinerja.objects.ditetapkan()
        .kepala()
        .filter(jabatan__perangkat_daerah__in=kunci, tahun=tahun, tanggal__lte=datetime.date(tahun, 12, 31))
        .order_by("revisi")
        .values_list("pk", "jabatan__perangkat_daerah_id")
    }
    target: dict[int, list[BarisTarget]] = defaultdict(list)
    for nomor, *isi in (
        TargetPK.objects.filter(perjanjian__in=[p.pk for p in pk.values()])
        .order_by("urutan")
        .values_list("perjanjian_id", *BarisTarget._fields)
    ):
        target[nomor].append(BarisTarget(*isi))
    return pk, target


def _target(baris: Any) -> dict[int, BarisTarget]:
    return {b[0]: BarisTarget(*b) for b in baris.values_list(*BarisTarget._fields)}


def _muat_tahun_lalu(kunci: list[int], tahun: int) -> dict[int, BarisLalu]:
    baris = NilaiTahunLalu.objects.filter(indikator__perangkat_daerah__in=kunci, tahun=tahun).order_by()
    return {pk: BarisLalu(*isi) for pk, *isi in baris.values_list("indikator_id", *BarisLalu._fields)}


def _muat_dpa(kunci: list[int], tahun: int) -> dict[int, list[BarisDPA]]:
    hasil: dict[int, list[BarisDPA]] = defaultdict(list)
    for kantor, pk, tanggal in (
        DPA.objects.ditetapkan()
        .filter(perangkat_daerah__in=kunci, tahun=tahun)
        .order_by("urutan")
        .values_list("perangkat_daerah_id", "pk", "tanggal")
    ):
        hasil[kantor].append(BarisDPA(pk, tanggal))
    return hasil


def _muat_pagu(dpa: dict[int, list[BarisDPA]]) -> dict[int, list[BarisUang]]:
    hasil: dict[int, list[BarisUang]] = defaultdict(list)
    kolom = BarisUang._fields[:4]
    nomor = [d.pk for versi in dpa.values() for d in versi]
    for pk, *isi in PaguAnggaran.objects.filter(dpa__in=nomor).order_by().values_list("dpa_id", *kolom):
        hasil[pk].append(BarisUang(*isi))
    return hasil


def _muat_belanja(kunci: list[int], tahun: int) -> dict[int, list[BarisUang]]:
    hasil: dict[int, list[BarisUang]] = defaultdict(list)
    baris = RealisasiAnggaran.objects.filter(program__perangkat_daerah__in=kunci, program__tahun=tahun)
    for kantor, *isi in baris.order_by().values_list("program__perangkat_daerah_id", *BarisUang._fields):
        hasil[kantor].append(BarisUang(*isi))
    return hasil


def _muat_tahap(kunci: list[int], tahun: int) -> dict[tuple[int, int], str]:
    """Return the last step of each unit and quarter."""
    return {
        (unit, triwulan): tahap
        for unit, triwulan, tahap in TahapPengukuran.objects.filter(
            unit__perangkat_daerah__in=kunci, tahun=tahun
        )
        .order_by("id")
        .values_list("unit_id", "triwulan", "tahap")
    }


def _muat_aturan(kantor: list[PerangkatDaerah], tahun: int) -> dict[int, AturanPengukuran]:
    """Return the rules in force: the newest year's, an office's own before its government's."""
    semua = list(
        AturanPengukuran.objects.filter(
            Q(perangkat_daerah__in=[k.pk for k in kantor]) | Q(perangkat_daerah=None),
            pemda__in={k.pemda_id for k in kantor},
            tahun__lte=tahun,
        )
        .select_related("skala")
        .prefetch_related("skala__kelas")
    )
    umum: dict[int, AturanPengukuran] = {}
    khusus: dict[int, AturanPengukuran] = {}
    for a in sorted(semua, key=lambda a: a.tahun):
        if a.perangkat_daerah_id is None:
            umum[a.pemda_id] = a
        else:
            khusus[a.perangkat_daerah_id] = a
    hasil = {}
    for k in kantor:
        calon = [a for a in (khusus.get(k.pk), umum.get(k.pemda_id)) if a is not None]
        if calon:
            hasil[k.pk] = max(calon, key=lambda a: a.tahun)  # equal years: the first, the office's own
    return hasil
