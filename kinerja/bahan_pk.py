"""What a Perjanjian Kinerja is made from and held against: read, never written, in a few queries."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Q

from anggaran.models import DPA, PaguAnggaran
from kinerja.beda_pk import IsiPagu, IsiTarget
from kinerja.isian import indikator_tahun
from kinerja.models import (
    DefinisiIndikator,
    Indikator,
    PerjanjianKinerja,
    TargetDPA,
    TargetPK,
    TargetRenstra,
    TargetRKT,
)
from kinerja.models.nilai import Nilai
from kinerja.peringatan_pk import (
    BarisPeriksa,
    NilaiTarget,
    Peringatan,
    halangan_pk,
    periksa_pk,
)
from kinerja.pilihan import ArahIndikator, JenisNilai
from kinerja.sebut_nilai import sebut_nilai
from kinerja.tanggung_jawab import definisi_kantor, unit_indikator, unit_pimpinan
from kinerja.target_berlaku import target_renstra
from organisasi.models import Jabatan, PemangkuJabatan, PerangkatDaerah, UnitKerja
from organisasi.pilihan import StatusPemangku, TingkatJabatan


class PKGagal(ValueError):
    """A Perjanjian Kinerja that cannot be made, changed or set now; the text is for the person."""


@dataclass(frozen=True)
class Usulan:
    """One indicator offered for a PK with the target that the plans set, and where that stands."""

    indikator: Indikator
    target: Nilai | None
    sumber: str  # "RKT", "Renstra", "DPA" or ""
    is_diusulkan: bool  # belongs into a new PK; others may be added by hand


# Who and which budget -------------------------------------------------------------------------------


def is_memangku(p: PemangkuJabatan, tanggal: datetime.date) -> bool:
    """Whether a person holds the post on a day."""
    return p.mulai <= tanggal and (p.sampai is None or p.sampai >= tanggal)


def pemangku_pada(jabatan: Jabatan, tanggal: datetime.date) -> PemangkuJabatan | None:
    """Return who holds a post on a day; an acting holder stands before the definitive one."""
    calon = [
        p
        for p in PemangkuJabatan.objects.filter(jabatan=jabatan).select_related("pegawai", "jabatan")
        if is_memangku(p, tanggal)
    ]
    calon.sort(key=lambda p: (p.status == StatusPemangku.DEFINITIF, -p.mulai.toordinal()))
    return calon[0] if calon else None


def dpa_pada(kantor: PerangkatDaerah, tahun: int, tanggal: datetime.date) -> DPA | None:
    """Return the DPA in force on a day: the last one approved until then, else the first of the year."""
    semua = list(DPA.objects.ditetapkan().filter(perangkat_daerah=kantor, tahun=tahun).order_by("urutan"))
    berlaku = [d for d in semua if d.tanggal is None or d.tanggal <= tanggal]
    return berlaku[-1] if berlaku else (semua[0] if semua else None)


def is_kepala(jabatan: Jabatan) -> bool:
    """Whether a post is the head of its office: its PK is the office's own."""
    return jabatan.tingkat == TingkatJabatan.KEPALA_PD


# Indicators and targets of the plans ------------------------------------------------------------------


def indikator_renstra(kantor: PerangkatDaerah, tahun: int) -> set[int]:
    """Return the indicators that have a target for any year in the Renstra of a year."""
    return set(
        TargetRenstra.objects.filter(
            indikator__perangkat_daerah=kantor,
            versi__mulai_tahun__lte=tahun,
            versi__renstra__periode__tahun_awal__lte=tahun,
            versi__renstra__periode__tahun_akhir__gte=tahun,
        ).values_list("indikator_id", flat=True)
    )


def target_rkt(kantor: PerangkatDaerah, tahun: int) -> dict[int, TargetRKT]:
    """Return the RKT target of a year for each indicator."""
    semua = TargetRKT.objects.filter(indikator__perangkat_daerah=kantor, tahun=tahun)
    return {t.indikator_id: t for t in semua.select_related("predikat")}


def target_dpa(dpa: DPA | None) -> dict[int, TargetDPA]:
    """Return the targets of a DPA version by indicator."""
    if dpa is None:
        return {}
    return {t.indikator_id: t for t in TargetDPA.objects.filter(dpa=dpa).select_related("predikat")}


def usulan(jabatan: Jabatan, tahun: int, dpa: DPA | None) -> list[Usulan]:
    """Return the indicators that a PK of a post may hold, with the targets of the plans.

    For the head those of tujuan and sasaran: target RKT, else Renstra; proposed where there is one. For
    others those of programme, kegiatan and sub kegiatan for which their unit answers (offered, not
    proposed: units under it): target DPA, else RKT, else Renstra.
    """
    kantor = jabatan.perangkat_daerah
    assert kantor is not None  # a PK is made for a post of an office
    semua = indikator_tahun(kantor, tahun)
    definisi = definisi_kantor(kantor, tahun)
    rkt, renstra = target_rkt(kantor, tahun), target_renstra(kantor, tahun, definisi)
    if is_kepala(jabatan):
        sumber: tuple[tuple[str, dict[int, Any]], ...] = (("RKT", rkt), ("Renstra", renstra))
        strategis = [i for i in semua if i.tujuan_id or i.sasaran_id]
        return [_usul(i, sumber, i.pk in rkt or i.pk in renstra) for i in strategis]
    sumber = (("DPA", target_dpa(dpa)), ("RKT", rkt), ("Renstra", renstra))
    unit = unit_indikator(semua, definisi, unit_pimpinan(kantor))
    di_bawah = unit_di_bawah(jabatan)
    return [
        _usul(i, sumber, unit[i.pk] == jabatan.unit_id)
        for i in semua
        if not (i.tujuan_id or i.sasaran_id) and unit[i.pk] in di_bawah
    ]


def _usul(i: Indikator, sumber: Iterable[tuple[str, dict[int, Any]]], diusulkan: bool) -> Usulan:
    for nama, peta in sumber:
        if i.pk in peta:
            return Usulan(i, peta[i.pk], nama, diusulkan)
    return Usulan(i, None, "", diusulkan)


def unit_di_bawah(jabatan: Jabatan) -> set[int]:
    """Return the unit of a post and all units under it."""
    if jabatan.unit_id is None:
        return set()
    anak: dict[int | None, list[int]] = {}
    for pk, induk in UnitKerja.objects.filter(perangkat_daerah=jabatan.perangkat_daerah_id).values_list(
        "pk", "induk_id"
    ):
        anak.setdefault(induk, []).append(pk)
    hasil, antre = set(), [jabatan.unit_id]
    while antre:
        satu = antre.pop()
        if satu not in hasil:
            hasil.add(satu)
            antre += anak.get(satu, [])
    return hasil


# Checks and comparison ---------------------------------------------------------------------------------


def target_berurut(pk: PerjanjianKinerja) -> list[TargetPK]:
    """Return the targets of a revision in their order, each with its indicator and grade."""
    return list(
        TargetPK.objects.filter(perjanjian=pk)
        .select_related(
            "predikat", "indikator__tujuan", "indikator__sasaran", "indikator__program__nomenklatur",
            "indikator__kegiatan__nomenklatur", "indikator__sub_kegiatan__nomenklatur",
        )
        .order_by("urutan", "pk")
    )  # fmt: skip


def sebut_target(t: Nilai | None, definisi: DefinisiIndikator | None) -> str:
    """Return a target as printed on pages, "Belum diisi" for none."""
    if t is None:
        return sebut_nilai(None, None, "", 0)
    desimal = definisi.desimal if definisi else 2
    predikat = t.predikat.kode if t.predikat else ""
    return sebut_nilai(t.nilai, t.nilai_atas, predikat, desimal)


def sebut_satuan(definisi: DefinisiIndikator | None) -> str:
    """Return the name of the unit, an empty text where none is set."""
    return definisi.satuan.nama if definisi and definisi.satuan else ""


def is_persen(definisi: DefinisiIndikator | None) -> bool:
    """Whether an indicator is measured in percent."""
    if definisi is None:
        return False
    return definisi.jenis == JenisNilai.PERSEN or bool(definisi.satuan and definisi.satuan.is_persen)


def ke_nilai_target(t: Nilai | None, definisi: DefinisiIndikator | None) -> NilaiTarget | None:
    """Return a stored target for the pure checks; None where it is blank."""
    if t is None or t.is_kosong:
        return None
    peringkat = t.predikat.peringkat if t.predikat else None
    return NilaiTarget(sebut_target(t, definisi), t.nilai, t.nilai_atas, peringkat)


def baris_periksa(pk: PerjanjianKinerja) -> list[BarisPeriksa]:
    """Return the indicators of a revision with what they are held against."""
    kantor = pk.jabatan.perangkat_daerah
    assert kantor is not None
    definisi = definisi_kantor(kantor, pk.tahun)
    renstra, ada = target_renstra(kantor, pk.tahun, definisi), indikator_renstra(kantor, pk.tahun)
    hasil = []
    for t in target_berurut(pk):
        d = definisi.get(t.indikator_id)
        hasil.append(
            BarisPeriksa(
                indikator_id=t.indikator_id,
                nama=t.indikator.nama,
                jenis=d.jenis if d else JenisNilai.ANGKA.value,
                is_persen=is_persen(d),
                arah=d.arah if d else ArahIndikator.MAKIN_TINGGI.value,
                target=ke_nilai_target(t, d),
                renstra=ke_nilai_target(renstra.get(t.indikator_id), d),
                perlu_renstra=bool(t.indikator.tujuan_id or t.indikator.sasaran_id),
                is_dalam_renstra=t.indikator_id in ada,
            )
        )
    return hasil


def revisi_sebelum(pk: PerjanjianKinerja) -> PerjanjianKinerja | None:
    """Return the revision before one."""
    return (
        PerjanjianKinerja.objects.filter(jabatan=pk.jabatan_id, tahun=pk.tahun, revisi__lt=pk.revisi)
        .order_by("-revisi")
        .first()
    )


def peringatan(pk: PerjanjianKinerja, baris: list[BarisPeriksa] | None = None) -> tuple[Peringatan, ...]:
    """Return what a revision is warned of as it stands now."""
    sebelum = revisi_sebelum(pk) if pk.revisi else None
    return periksa_pk(
        tanggal=pk.tanggal,
        tanggal_dpa=pk.dpa.tanggal if pk.dpa else None,
        baris=baris_periksa(pk) if baris is None else baris,
        is_dpa_baru=sebelum is None or sebelum.dpa_id != pk.dpa_id,
    )


def halangan(pk: PerjanjianKinerja, baris: list[BarisPeriksa] | None = None) -> tuple[str, ...]:
    """Return why a draft cannot be set: its targets, its budget, its parties, its date."""
    hasil = list(halangan_pk(baris_periksa(pk) if baris is None else baris))
    if pk.dpa is None:
        hasil.append("DPA yang dicetak belum dipilih. Pilih DPA yang sudah ditetapkan.")
    elif not pk.dpa.is_ditetapkan:
        hasil.append(f"{pk.dpa.nama} belum ditetapkan. Tetapkan DPA itu dahulu, atau pilih DPA lain.")
    hasil += galat_pihak(pk.pihak_pertama, pk.pihak_kedua, pk.tanggal)
    sebelum = revisi_sebelum(pk) if pk.revisi else None
    if sebelum is not None and pk.tanggal < sebelum.tanggal:
        hasil.append("Tanggal perubahan tidak boleh lebih awal daripada tanggal PK yang diubah.")
    return tuple(hasil)


def galat_pihak(pertama: PemangkuJabatan, kedua: PemangkuJabatan, tanggal: datetime.date) -> list[str]:
    """Return a sentence for each party that does not hold its post on the day."""
    return [
        f"{p.pegawai.nama_lengkap} tidak memangku {p.jabatan.nama} pada tanggal PK. Pilih {sebutan} lain."
        for sebutan, p in (("pihak pertama", pertama), ("pihak kedua", kedua))
        if not is_memangku(p, tanggal)
    ]


def isi_target(target: Iterable[TargetPK], definisi: dict[int, DefinisiIndikator]) -> list[IsiTarget]:
    """Return targets for the comparison of two revisions."""
    hasil = []
    for t in target:
        d = definisi.get(t.indikator_id)
        nilai = (t.nilai, t.nilai_atas, t.predikat.kode if t.predikat else "")
        hasil.append(IsiTarget(t.indikator_id, t.indikator.nama, sebut_satuan(d), nilai, sebut_target(t, d)))
    return hasil


def isi_pagu(dpa: DPA | None) -> list[IsiPagu] | None:
    """Return the ceilings of a DPA version by programme in rupiah; None where there is no DPA."""
    if dpa is None:
        return None
    jumlah: dict[str, Decimal] = {}
    nama: dict[str, str] = {}
    for p in PaguAnggaran.objects.filter(dpa=dpa).select_related("program__nomenklatur"):
        kode = p.program.kode
        nama[kode] = p.program.nama
        jumlah[kode] = jumlah.get(kode, Decimal(0)) + p.nilai
    return [IsiPagu(kode, nama[kode], jumlah[kode]) for kode in sorted(jumlah)]


# The office's posts ------------------------------------------------------------------------------------


def jabatan_ber_pk(kantor: PerangkatDaerah) -> list[Jabatan]:
    """Return the posts of an office that promise: the head first, then in the order of the units."""
    semua = Jabatan.objects.filter(Q(perangkat_daerah=kantor)).select_related(
        "unit", "atasan", "perangkat_daerah__pemda"
    )
    return sorted(semua, key=lambda j: (not is_kepala(j), j.unit.urutan if j.unit else 9999, j.nama))
