"""Reads what the new year of one or many offices is made from: a fixed number of queries."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, Q, QuerySet

from kinerja.models import (
    AturanPengukuran,
    DefinisiIndikator,
    Indikator,
    JendelaPengisian,
    Pengukuran,
    TargetRenstra,
)
from organisasi.models import (
    DasarHukum,
    PemangkuJabatan,
    Penugasan,
    PerangkatDaerah,
    ProfilOrganisasi,
    RincianProfil,
)
from pelaporan.models import LandasanHukum, Laporan
from renstra.models import Kegiatan, Nomenklatur, Program, Renstra, SasaranProgram, SubKegiatan

PROGRAM_INDIKATOR = ("program", "kegiatan__program", "sub_kegiatan__kegiatan__program")


@dataclass(frozen=True)
class BahanTahunBaru:
    """Rows of year N and N+1; dictionaries are by office unless named otherwise."""

    dari: int
    ke: int
    program: dict[int, list[Program]]  # both years
    kegiatan: dict[int, list[Kegiatan]]  # by programme
    sub_kegiatan: dict[int, list[SubKegiatan]]  # by kegiatan
    porsi: dict[int, list[SasaranProgram]]  # by programme
    indikator: dict[int, list[Indikator]]  # of programmes, both years
    definisi: dict[int, list[DefinisiIndikator]]  # by indicator, oldest first
    kode: dict[int, set[str]]
    aturan: dict[int, list[AturanPengukuran]]
    profil: dict[int, list[ProfilOrganisasi]]
    rincian: dict[int, list[RincianProfil]]  # by profile
    laporan: dict[int, list[Laporan]]
    landasan: dict[int, list[LandasanHukum]]  # by report
    jendela: dict[int, list[JendelaPengisian]]
    nomenklatur: dict[str, list[Nomenklatur]]  # by code, the newest in force first
    peraturan: dict[int, DasarHukum]  # level -> the newest regulation in force in N+1
    renstra: dict[int, list[Renstra]]  # that cover N+1
    strategis: dict[int, list[Indikator]]  # of those Renstra
    bertarget: frozenset[int]  # strategic indicators with a target for N+1
    terukur: dict[int, int]  # how many indicators are measured in N
    pemangku: dict[int, list[PemangkuJabatan]]  # in office in N
    penugasan: dict[int, list[Penugasan]]


def muat_bahan(kantor: Sequence[PerangkatDaerah], dari: int) -> BahanTahunBaru:
    """Read year ``dari`` and the next one; the caller has checked that the person may see the offices."""
    kunci, ke = [k.pk for k in kantor], dari + 1
    tahun = (dari, ke)
    milik = {"perangkat_daerah__in": kunci, "tahun__in": tahun}
    program, kegiatan, sub = _node(kunci, tahun)
    laporan = list(Laporan.objects.filter(**milik).order_by("tahun"))
    profil = list(ProfilOrganisasi.objects.filter(**milik).order_by("tahun"))
    indikator = _indikator(kunci, tahun)
    return BahanTahunBaru(
        dari=dari,
        ke=ke,
        program=_kelompok(program, "perangkat_daerah_id"),
        kegiatan=_kelompok(kegiatan, "program_id"),
        sub_kegiatan=_kelompok(sub, "kegiatan_id"),
        porsi=_kelompok(
            SasaranProgram.objects.filter(
                program__perangkat_daerah__in=kunci, program__tahun__in=tahun
            ).select_related("sasaran__renstra__periode", "program__nomenklatur"),
            "program_id",
        ),
        indikator=_kelompok(
            indikator.select_related("induk").order_by("urutan", "pk"), "perangkat_daerah_id"
        ),
        definisi=_kelompok(
            DefinisiIndikator.objects.filter(
                indikator__in=_indikator(kunci, tahun).values("pk"), mulai_tahun__lte=ke
            ).order_by("mulai_tahun"),
            "indikator_id",
        ),
        kode=_kode(kunci),
        aturan=_kelompok(AturanPengukuran.objects.filter(**milik), "perangkat_daerah_id"),
        profil=_kelompok(profil, "perangkat_daerah_id"),
        rincian=_kelompok(RincianProfil.objects.filter(profil__in=[p.pk for p in profil]), "profil_id"),
        laporan=_kelompok(laporan, "perangkat_daerah_id"),
        landasan=_kelompok(
            LandasanHukum.objects.filter(laporan__in=[x.pk for x in laporan]).select_related("dasar_hukum"),
            "laporan_id",
        ),
        jendela=_kelompok(
            JendelaPengisian.objects.filter(perangkat_daerah__in=kunci, tahun=ke), "perangkat_daerah_id"
        ),
        nomenklatur=_nomenklatur({n.nomenklatur.kode for n in (*program, *kegiatan, *sub)}, ke),
        peraturan=_peraturan(ke),
        renstra=_kelompok(
            Renstra.objects.filter(
                perangkat_daerah__in=kunci, periode__tahun_awal__lte=ke, periode__tahun_akhir__gte=ke
            ).select_related("periode"),
            "perangkat_daerah_id",
        ),
        strategis=_kelompok(_strategis(kunci, ke), "perangkat_daerah_id"),
        bertarget=frozenset(
            TargetRenstra.objects.filter(
                indikator__perangkat_daerah__in=kunci, tahun=ke, versi__mulai_tahun__lte=ke
            )
            .exclude(nilai=None, predikat=None)
            .values_list("indikator_id", flat=True)
        ),
        terukur=_terukur(kunci, dari),
        pemangku=_pemangku(kunci, dari),
        penugasan=_penugasan(kunci, dari),
    )


def _node(kunci: list[int], tahun: Sequence[int]) -> tuple[list[Program], list[Kegiatan], list[SubKegiatan]]:
    def baca(model: Any, depan: str) -> list[Any]:
        syarat = {f"{depan}perangkat_daerah__in": kunci, f"{depan}tahun__in": tahun}
        return list(
            model.objects.filter(**syarat).select_related("nomenklatur").order_by("nomenklatur__kode")
        )

    return baca(Program, ""), baca(Kegiatan, "program__"), baca(SubKegiatan, "kegiatan__program__")


def _kelompok(baris: Iterable[Model], kolom: str) -> dict[int, list[Any]]:
    hasil: dict[int, list[Any]] = defaultdict(list)
    for satu in baris:
        hasil[getattr(satu, kolom)].append(satu)
    return hasil


def _indikator(kunci: list[int], tahun: Sequence[int]) -> QuerySet[Indikator]:
    syarat = Q()
    for jalur in PROGRAM_INDIKATOR:
        syarat |= Q(**{f"{jalur}__tahun__in": tahun})
    return Indikator.objects.filter(syarat, perangkat_daerah__in=kunci)  # type: ignore[no-any-return]


def _kode(kunci: list[int]) -> dict[int, set[str]]:
    hasil: dict[int, set[str]] = defaultdict(set)
    for kantor, kode in Indikator.objects.filter(perangkat_daerah__in=kunci).values_list(
        "perangkat_daerah_id", "kode"
    ):
        hasil[kantor].add(kode)
    return hasil


def _nomenklatur(kode: set[str], ke: int) -> dict[str, list[Nomenklatur]]:
    hasil: dict[str, list[Nomenklatur]] = defaultdict(list)
    for n in (
        Nomenklatur.objects.filter(kode__in=kode, mulai_tahun__lte=ke)
        .select_related("dasar_hukum")
        .order_by("-mulai_tahun", "-dasar_hukum__tahun", "-pk")
    ):
        hasil[n.kode].append(n)
    return hasil


def _peraturan(ke: int) -> dict[int, DasarHukum]:
    """Return the newest regulation in force by level of the nomenclature."""
    baris = (
        Nomenklatur.objects.filter(mulai_tahun__lte=ke)
        .order_by("mulai_tahun", "dasar_hukum__tahun", "dasar_hukum_id")
        .values_list("tingkat", "dasar_hukum_id", "mulai_tahun")
        .distinct()
    )
    terbaru = {tingkat: hukum for tingkat, hukum, _ in baris}
    hukum = DasarHukum.objects.in_bulk(set(terbaru.values()))
    return {tingkat: hukum[pk] for tingkat, pk in terbaru.items()}


def _strategis(kunci: list[int], ke: int) -> QuerySet[Indikator]:
    syarat = Q()
    for induk in ("tujuan", "sasaran"):
        periode = f"{induk}__renstra__periode"
        syarat |= Q(**{f"{periode}__tahun_awal__lte": ke, f"{periode}__tahun_akhir__gte": ke})
    return Indikator.objects.filter(syarat, perangkat_daerah__in=kunci).order_by("urutan", "pk")  # type: ignore[no-any-return]


def _terukur(kunci: list[int], dari: int) -> dict[int, int]:
    hasil: dict[int, int] = defaultdict(int)
    for kantor in Pengukuran.objects.filter(indikator__perangkat_daerah__in=kunci, tahun=dari).values_list(
        "indikator__perangkat_daerah_id", flat=True
    ):
        hasil[kantor] += 1
    return hasil


def _dalam(dari: int) -> Q:
    """Rows with from/to that touch the year."""
    return Q(mulai__lte=datetime.date(dari, 12, 31)) & (
        Q(sampai=None) | Q(sampai__gte=datetime.date(dari, 1, 1))
    )


def _pemangku(kunci: list[int], dari: int) -> dict[int, list[PemangkuJabatan]]:
    hasil: dict[int, list[PemangkuJabatan]] = defaultdict(list)
    for p in PemangkuJabatan.objects.filter(_dalam(dari), jabatan__perangkat_daerah__in=kunci).select_related(
        "pegawai", "jabatan"
    ):
        if p.jabatan.perangkat_daerah_id is not None:
            hasil[p.jabatan.perangkat_daerah_id].append(p)
    return hasil


def _penugasan(kunci: list[int], dari: int) -> dict[int, list[Penugasan]]:
    return _kelompok(
        Penugasan.objects.filter(_dalam(dari), perangkat_daerah__in=kunci), "perangkat_daerah_id"
    )
