"""Reads everything that one report needs, in a number of queries that does not grow with its rows."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Q

from anggaran.models import DPA, PaguAnggaran, RealisasiAnggaran
from kinerja.models import (
    AnalisisCapaian,
    AturanPengukuran,
    DefinisiIndikator,
    Indikator,
    NilaiTahunLalu,
    Pembanding,
    Pengukuran,
    PerjanjianKinerja,
    Realisasi,
    SkalaNilai,
    TargetDPA,
    TargetPK,
    TargetRenstra,
    TargetRKT,
)
from kinerja.models.nilai import Nilai
from organisasi.models import Jabatan, PemangkuJabatan
from organisasi.pilihan import TingkatJabatan
from pelaporan.models import Laporan
from renstra.models import (
    Kegiatan,
    Program,
    Renstra,
    Sasaran,
    SasaranProgram,
    SubKegiatan,
    Tujuan,
    VersiRenstra,
)


class SusunGagal(Exception):
    """The report cannot be composed at all; the message is for the person who asked for it."""


@dataclass
class Data:
    """Rows of one office and year, indexed for the functions that compose the report."""

    laporan: Laporan
    tahun: int
    aturan: dict[int, AturanPengukuran]
    renstra: Renstra
    versi: list[VersiRenstra]
    tujuan: list[Tujuan]
    sasaran: list[Sasaran]
    predikat: dict[int, SkalaNilai]
    peringkat: dict[tuple[str, int], str]
    indikator: dict[int, Indikator]
    definisi: dict[int, list[DefinisiIndikator]]
    target_renstra: dict[tuple[int, int], TargetRenstra]
    target_rkt: dict[tuple[int, int], TargetRKT]
    pk: dict[int, list[PerjanjianKinerja]]  # year -> revisions up to 31 December
    target_pk: dict[int, list[TargetPK]]  # PK id -> rows
    dpa: list[DPA]
    pagu: dict[int, list[PaguAnggaran]]
    target_dpa: dict[tuple[int, int], Nilai]
    realisasi_anggaran: list[RealisasiAnggaran]
    program: list[Program]
    kegiatan: list[Kegiatan]
    sub_kegiatan: list[SubKegiatan]
    peta: list[SasaranProgram]
    pengukuran: dict[tuple[int, int], Pengukuran]
    realisasi: dict[int, dict[str, Realisasi]]  # pengukuran id -> period -> row
    tahun_lalu: dict[tuple[int, int], NilaiTahunLalu]
    pembanding: dict[int, list[Pembanding]]
    analisis: dict[int, AnalisisCapaian]
    jabatan_kepala: Jabatan | None
    pemangku: list[PemangkuJabatan] = field(default_factory=list)

    def aturan_tahun(self, tahun: int) -> AturanPengukuran:
        """Return the rule of that year; this year's where it has none."""
        return self.aturan.get(tahun, self.aturan[self.tahun])

    def definisi_tahun(self, indikator_id: int, tahun: int) -> DefinisiIndikator | None:
        """Return the definition in force in a year (the first one for years before it)."""
        semua = self.definisi.get(indikator_id, [])
        berlaku = [d for d in semua if d.mulai_tahun <= tahun]
        return berlaku[-1] if berlaku else (semua[0] if semua else None)

    def silsilah(self, indikator_id: int) -> Iterable[int]:
        """Yield the indicator and those that it continues, newest first."""
        dilihat: set[int] = set()
        kini: int | None = indikator_id
        while kini is not None and kini not in dilihat and kini in self.indikator:
            dilihat.add(kini)
            yield kini
            kini = self.indikator[kini].pendahulu_id

    def pk_berlaku(self, tahun: int) -> PerjanjianKinerja | None:
        """Return the PK revision of the head in force on 31 December."""
        semua = self.pk.get(tahun, [])
        return semua[-1] if semua else None

    def dpa_berlaku(self) -> DPA | None:
        """Return the DPA version in force on 31 December."""
        return self.dpa[-1] if self.dpa else None


def muat(laporan: Laporan) -> Data:
    """Return the rows of a report.

    Raises SusunGagal where there is no Renstra for the year or no AturanPengukuran.
    """
    pd = laporan.perangkat_daerah
    tahun = laporan.tahun
    renstra = (
        Renstra.objects.filter(
            perangkat_daerah=pd, periode__tahun_awal__lte=tahun, periode__tahun_akhir__gte=tahun
        )
        .select_related("periode__dasar_hukum__mengubah")
        .order_by("-periode__tahun_awal")
        .first()
    )
    if renstra is None:
        raise SusunGagal(f"{pd} belum mempunyai Renstra yang mencakup tahun {tahun}.")
    predikat = {s.pk: s for s in SkalaNilai.objects.all()}
    indikator = {
        i.pk: i
        for i in Indikator.objects.filter(perangkat_daerah=pd).select_related(
            "tujuan",
            "sasaran__tujuan",
            "program__nomenklatur",
            "kegiatan__nomenklatur",
            "sub_kegiatan__nomenklatur",
        )
    }
    jabatan = Jabatan.objects.filter(perangkat_daerah=pd, tingkat=TingkatJabatan.KEPALA_PD).first()
    return Data(
        laporan=laporan,
        tahun=tahun,
        aturan=_muat_aturan(laporan),
        renstra=renstra,
        tujuan=list(Tujuan.objects.filter(renstra=renstra)),
        sasaran=list(Sasaran.objects.filter(renstra=renstra).select_related("tujuan")),
        predikat=predikat,
        peringkat={(s.skala, s.peringkat): s.kode for s in predikat.values()},
        indikator=indikator,
        definisi=_kelompok(
            DefinisiIndikator.objects.filter(indikator__perangkat_daerah=pd)
            .select_related("satuan", "penanggung_jawab")
            .order_by("mulai_tahun"),
            "indikator_id",
        ),
        jabatan_kepala=jabatan,
        pemangku=list(
            PemangkuJabatan.objects.filter(
                Q(jabatan__perangkat_daerah=pd) | Q(jabatan__pemda=pd.pemda)
            ).select_related("pegawai__pangkat", "jabatan")
        ),
        **_muat_target(laporan, renstra, jabatan),
        **_muat_anggaran(laporan),
        **_muat_ukur(laporan, renstra),
    )


def _kelompok(baris: Iterable, kolom: str) -> dict:  # type: ignore[type-arg]
    hasil = defaultdict(list)
    for satu in baris:
        hasil[getattr(satu, kolom)].append(satu)
    return dict(hasil)


def _muat_aturan(laporan: Laporan) -> dict[int, AturanPengukuran]:
    pd = laporan.perangkat_daerah
    semua = (
        AturanPengukuran.objects.filter(
            Q(perangkat_daerah=pd) | Q(perangkat_daerah=None), pemda=pd.pemda, tahun__lte=laporan.tahun
        )
        .select_related("skala", "dasar_hukum")
        .prefetch_related("skala__kelas")
        .order_by("tahun", "perangkat_daerah_id")
    )
    hasil: dict[int, AturanPengukuran] = {}
    for aturan in semua:
        if aturan.tahun not in hasil or aturan.perangkat_daerah_id is not None:
            hasil[aturan.tahun] = aturan
    if not hasil:
        raise SusunGagal(f"{pd.pemda} belum mempunyai aturan pengukuran untuk tahun {laporan.tahun}.")
    hasil.setdefault(laporan.tahun, hasil[max(hasil)])
    return hasil


def _muat_target(laporan: Laporan, renstra: Renstra, jabatan: Jabatan | None) -> dict:  # type: ignore[type-arg]
    tahun = laporan.tahun
    versi = list(
        VersiRenstra.objects.filter(renstra=renstra, mulai_tahun__lte=tahun)
        .select_related("dasar_hukum__mengubah")
        .order_by("nomor")
    )
    target_renstra: dict[tuple[int, int], TargetRenstra] = {}
    for t in (
        TargetRenstra.objects.filter(versi__in=versi)
        .select_related("versi")
        .order_by("versi__nomor", "tahun")
    ):
        if t.tahun >= t.versi.mulai_tahun:
            target_renstra[t.indikator_id, t.tahun] = t
    pk: dict[int, list[PerjanjianKinerja]] = defaultdict(list)
    semua_pk = list(
        PerjanjianKinerja.objects.ditetapkan()
        .filter(jabatan=jabatan, tahun__lte=tahun, tahun__gte=tahun - 2)
        .select_related(
            "pihak_pertama__pegawai__pangkat",
            "pihak_pertama__jabatan",
            "pihak_kedua__pegawai__pangkat",
            "pihak_kedua__jabatan",
            "dpa",
        )
        .order_by("tahun", "revisi")
        if jabatan
        else []
    )
    for satu in semua_pk:
        if satu.tanggal <= datetime.date(satu.tahun, 12, 31):
            pk[satu.tahun].append(satu)
    return {
        "versi": versi,
        "target_renstra": target_renstra,
        "target_rkt": {
            (t.indikator_id, t.tahun): t
            for t in TargetRKT.objects.filter(
                indikator__perangkat_daerah=laporan.perangkat_daerah, tahun__lte=tahun, tahun__gte=tahun - 2
            )
        },
        "pk": dict(pk),
        "target_pk": _kelompok(
            TargetPK.objects.filter(perjanjian__in=semua_pk).order_by("urutan"), "perjanjian_id"
        ),
    }


def _muat_anggaran(laporan: Laporan) -> dict:  # type: ignore[type-arg]
    pd, tahun = laporan.perangkat_daerah, laporan.tahun
    akhir = datetime.date(tahun, 12, 31)
    dpa = [
        d
        for d in DPA.objects.ditetapkan().filter(perangkat_daerah=pd, tahun=tahun).order_by("urutan")
        if d.tanggal is None or d.tanggal <= akhir
    ]
    milik = {"program__perangkat_daerah": pd, "program__tahun": tahun}
    return {
        "dpa": dpa,
        "pagu": _kelompok(PaguAnggaran.objects.filter(dpa__in=dpa), "dpa_id"),
        "target_dpa": {(t.dpa_id, t.indikator_id): t for t in TargetDPA.objects.filter(dpa__in=dpa)},
        "realisasi_anggaran": list(RealisasiAnggaran.objects.filter(**milik)),
        "program": list(
            Program.objects.filter(perangkat_daerah=pd, tahun=tahun)
            .select_related("nomenklatur")
            .order_by("nomenklatur__kode")
        ),
        "kegiatan": list(
            Kegiatan.objects.filter(**milik).select_related("nomenklatur").order_by("nomenklatur__kode")
        ),
        "sub_kegiatan": list(
            SubKegiatan.objects.filter(kegiatan__program__perangkat_daerah=pd, kegiatan__program__tahun=tahun)
            .select_related("nomenklatur", "kegiatan")
            .order_by("nomenklatur__kode")
        ),
        "peta": list(
            SasaranProgram.objects.filter(**milik).order_by("sasaran__urutan", "program__nomenklatur__kode")
        ),
    }


def _muat_ukur(laporan: Laporan, renstra: Renstra) -> dict:  # type: ignore[type-arg]
    pd, tahun = laporan.perangkat_daerah, laporan.tahun
    awal = min(tahun - 2, renstra.periode.tahun_target_awal)
    milik = {"indikator__perangkat_daerah": pd, "tahun__gte": awal, "tahun__lte": tahun}
    realisasi: dict[int, dict[str, Realisasi]] = defaultdict(dict)
    for r in Realisasi.objects.filter(
        pengukuran__indikator__perangkat_daerah=pd,
        pengukuran__tahun__gte=awal,
        pengukuran__tahun__lte=tahun,
    ):
        realisasi[r.pengukuran_id][r.periode] = r
    return {
        "pengukuran": {(p.indikator_id, p.tahun): p for p in Pengukuran.objects.filter(**milik)},
        "realisasi": dict(realisasi),
        "tahun_lalu": {(n.indikator_id, n.tahun): n for n in NilaiTahunLalu.objects.filter(**milik)},
        "pembanding": _kelompok(
            Pembanding.objects.filter(indikator__perangkat_daerah=pd, tahun=tahun).order_by("jenis", "nama"),
            "indikator_id",
        ),
        "analisis": {
            a.indikator_id: a
            for a in AnalisisCapaian.objects.filter(indikator__perangkat_daerah=pd, tahun=tahun)
        },
    }
