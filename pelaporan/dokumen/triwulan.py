"""Laporan Pengukuran Triwulan: what was measured and spent in a quarter, on which evidence, by whom.

The Perjanjian Kinerja, its rencana aksi and the DPA are those in force on the last day of the quarter, so
that a later revision does not change an earlier report; where none was in force yet, the first of the year.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, TypeVar

from anggaran.models import DPA, PaguAnggaran, RealisasiAnggaran
from kinerja.isian import BarisBelanja, BarisKinerja, indikator_tahun
from kinerja.models import (
    Bukti,
    Pengukuran,
    PerjanjianKinerja,
    Realisasi,
    SkalaNilai,
    TahapPengukuran,
    TargetDPA,
    TargetPeriode,
)
from kinerja.models.nilai import Nilai
from kinerja.pilihan import NAMA_TRIWULAN, CaraUkur, Frekuensi
from kinerja.tanggung_jawab import definisi_kantor, unit_indikator, unit_node
from kinerja.target_berlaku import target_tahun
from organisasi.models import PerangkatDaerah, UnitKerja
from organisasi.pilihan import TingkatJabatan
from pelaporan.dokumen.dasar import (
    Kepala,
    TandaTangan,
    aturan_kantor,
    build_tanda_tangan,
    identitas_kantor,
    kepala_pada,
)
from pelaporan.dokumen.triwulan_anggaran import BarisUang, build_uang
from pelaporan.dokumen.triwulan_kinerja import KelompokUkur, PembuatUkur, RingkasUkur, ringkas_ukur
from pelaporan.dokumen.triwulan_langkah import (
    LangkahUnit,
    Pengembalian,
    PenulisWaktu,
    build_langkah,
    disetujui_pada,
)
from pelaporan.konteks import Identitas
from pelaporan.susun.aturan import build_aturan
from pelaporan.tenggat import akhir_triwulan
from sakip.umum.tanggal import format_tanggal

BELUM_DISETUJUI = "BELUM DISETUJUI"
T = TypeVar("T", PerjanjianKinerja, DPA)


@dataclass(frozen=True)
class BarisBukti:
    """A file that proves a value of the quarter; ``sidik`` are the first 12 digits of its SHA-256."""

    nomor: str
    indikator: str
    nama: str
    halaman: str
    uraian: str
    sidik: str


@dataclass(frozen=True)
class DokumenTriwulan:
    """The report of a quarter as printed."""

    templat: ClassVar[str] = "pelaporan/dokumen/triwulan.html"
    kepala: Kepala
    identitas: Identitas
    triwulan: int
    nama_triwulan: str
    akhir: str
    perjanjian: str
    anggaran: str
    ringkas: RingkasUkur
    kinerja: tuple[KelompokUkur, ...]
    aturan: str
    uang: tuple[BarisUang, ...]
    jumlah: BarisUang
    bukti: tuple[BarisBukti, ...]
    langkah: tuple[LangkahUnit, ...]
    kembali: tuple[Pengembalian, ...]
    disetujui: int
    pengesahan: TandaTangan


@dataclass(frozen=True)
class Isi:
    """Rows of one quarter, read once."""

    kantor: PerangkatDaerah
    tahun: int
    triwulan: int
    pk: PerjanjianKinerja | None
    dpa: DPA | None
    unit: dict[int, UnitKerja]
    kinerja: list[BarisKinerja]
    belanja: list[BarisBelanja]
    tahap: list[TahapPengukuran]
    bukti: list[Bukti]

    def unit_bertugas(self) -> list[UnitKerja]:
        """Return the units that have rows, in the order of the structure."""
        punya = {b.unit_id for b in self.kinerja} | {b.unit_id for b in self.belanja}
        return [u for u in self.unit.values() if u.pk in punya]


def build_triwulan(kantor: PerangkatDaerah, tahun: int, triwulan: int) -> DokumenTriwulan:
    """Return the report of a quarter. Raises DokumenGagal where no rules are set; queries are constant."""
    aturan = aturan_kantor(kantor, tahun)
    isi = muat_triwulan(kantor, tahun, triwulan)
    identitas = identitas_kantor(kantor, tahun)
    unit = isi.unit_bertugas()
    waktu = PenulisWaktu(kantor)
    langkah, kembali = build_langkah(unit, [*isi.kinerja, *isi.belanja], isi.tahap, triwulan, waktu)
    selesai = disetujui_pada(isi.tahap, unit)
    nama_unit = {u.pk: u.nama for u in isi.unit.values()}
    predikat = {s.pk: s for s in SkalaNilai.objects.all()}
    uang, jumlah = build_uang(isi.belanja, triwulan, aturan, nama_unit)
    akhir = akhir_triwulan(tahun, triwulan)
    return DokumenTriwulan(
        kepala=_kepala(kantor, tahun, triwulan, selesai is not None),
        identitas=identitas,
        triwulan=triwulan,
        nama_triwulan=NAMA_TRIWULAN[triwulan],
        akhir=format_tanggal(akhir),
        perjanjian=_sebut_pk(isi.pk),
        anggaran=_sebut_dpa(isi.dpa),
        ringkas=ringkas_ukur(isi.kinerja, triwulan),
        kinerja=PembuatUkur(triwulan, aturan, predikat, nama_unit).build(isi.kinerja),
        aturan=build_aturan(aturan)[0],
        uang=uang,
        jumlah=jumlah,
        bukti=_bukti(isi.bukti),
        langkah=langkah,
        kembali=kembali,
        disetujui=sum(1 for satu in langkah if satu.disetujui),
        pengesahan=_pengesahan(kantor, identitas, waktu.tanggal(selesai) if selesai else None, akhir),
    )


def _kepala(kantor: PerangkatDaerah, tahun: int, triwulan: int, selesai: bool) -> Kepala:
    nama = NAMA_TRIWULAN[triwulan]
    return Kepala(
        judul="Laporan Pengukuran Kinerja",
        anak_judul=(f"{nama} Tahun {tahun}",),
        nama=f"Laporan Pengukuran {nama} {tahun}, {kantor.nama}",
        keadaan="" if selesai else BELUM_DISETUJUI,
        keterangan="" if selesai else "Belum disetujui",
    )


def _pengesahan(
    kantor: PerangkatDaerah, identitas: Identitas, hari: datetime.date | None, akhir: datetime.date
) -> TandaTangan:
    return build_tanda_tangan(
        identitas,
        kepala_pada(kantor, hari or akhir),
        format_tanggal(hari) if hari else "",
        "" if hari else "Belum disetujui",
    )


def _sebut_pk(pk: PerjanjianKinerja | None) -> str:
    if pk is None:
        return ""
    nomor = f" Nomor {pk.nomor}" if pk.nomor else ""
    return f"{pk.nama}{nomor} tanggal {format_tanggal(pk.tanggal)}"


def _sebut_dpa(dpa: DPA | None) -> str:
    if dpa is None:
        return ""
    nomor = f" Nomor {dpa.nomor}" if dpa.nomor else ""
    return f"{dpa.nama}{nomor}" + (f" tanggal {format_tanggal(dpa.tanggal)}" if dpa.tanggal else "")


def _bukti(semua: Sequence[Bukti]) -> tuple[BarisBukti, ...]:
    return tuple(
        BarisBukti(str(n), b.realisasi.pengukuran.indikator.nama, b.nama, b.halaman, b.uraian, b.sha256[:12])
        for n, b in enumerate(semua, start=1)
    )


# Reading ----------------------------------------------------------------------------------------------


def muat_triwulan(kantor: PerangkatDaerah, tahun: int, triwulan: int) -> Isi:
    """Read a quarter of an office: the number of queries does not grow with its rows."""
    akhir = akhir_triwulan(tahun, triwulan)
    pk = _berlaku(
        list(
            PerjanjianKinerja.objects.ditetapkan()
            .kepala()
            .filter(jabatan__perangkat_daerah=kantor, tahun=tahun)
            .order_by("revisi")
        ),
        akhir,
    )
    dpa = _berlaku(
        list(DPA.objects.ditetapkan().filter(perangkat_daerah=kantor, tahun=tahun).order_by("urutan")), akhir
    )
    unit = {u.pk: u for u in UnitKerja.objects.filter(perangkat_daerah=kantor).order_by("urutan")}
    pimpinan = next((u.pk for u in unit.values() if u.induk_id is None), None)
    kinerja = _muat_kinerja(kantor, tahun, pimpinan, pk, dpa, akhir)
    sel = [s.pk for b in kinerja if (s := b.sel(triwulan)) is not None]
    return Isi(
        kantor=kantor,
        tahun=tahun,
        triwulan=triwulan,
        pk=pk,
        dpa=dpa,
        unit=unit,
        kinerja=kinerja,
        belanja=_muat_belanja(kantor, tahun, pimpinan, dpa),
        tahap=list(
            TahapPengukuran.objects.filter(unit__perangkat_daerah=kantor, tahun=tahun, triwulan=triwulan)
            .select_related("oleh")
            .order_by("id")
        ),
        bukti=_muat_bukti(kinerja, sel),
    )


def _berlaku(semua: list[T], akhir: datetime.date) -> T | None:
    """Return the version in force on a day: the last one until then, else the first of the year."""
    ada = [s for s in semua if s.tanggal is None or s.tanggal <= akhir]
    return ada[-1] if ada else (semua[0] if semua else None)


def _muat_bukti(kinerja: Sequence[BarisKinerja], sel: Sequence[int]) -> list[Bukti]:
    """Return the evidence in force of a quarter, in the order of the table."""
    urutan = {b.indikator.pk: n for n, b in enumerate(kinerja)}
    semua = Bukti.objects.filter(realisasi__in=sel, pengganti=None).select_related(
        "realisasi__pengukuran__indikator"
    )
    return sorted(semua, key=lambda b: (urutan[b.realisasi.pengukuran.indikator_id], b.pk))


def _target_dpa(dpa: DPA | None) -> dict[int, Nilai]:
    """Return the targets of programmes: in the version in force, else in the last before it."""
    hasil: dict[int, Nilai] = {}
    if dpa is not None:
        for t in (
            TargetDPA.objects.filter(
                dpa__perangkat_daerah=dpa.perangkat_daerah_id,
                dpa__tahun=dpa.tahun,
                dpa__urutan__lte=dpa.urutan,
                dpa__ditetapkan_pada__isnull=False,
            )
            .select_related("predikat")
            .order_by("dpa__urutan")
        ):
            hasil[t.indikator_id] = t
    return hasil


def _target_periode(
    kantor: PerangkatDaerah, tahun: int, pk: PerjanjianKinerja | None, akhir: datetime.date
) -> dict[int, dict[str, TargetPeriode]]:
    """Return the targets by period: of the head's plan in force, else of those of his subordinates."""
    hasil: dict[int, dict[str, TargetPeriode]] = defaultdict(dict)
    kepala: dict[int, dict[str, TargetPeriode]] = defaultdict(dict)
    for t in (
        TargetPeriode.objects.filter(
            rencana_aksi__perjanjian__jabatan__perangkat_daerah=kantor,
            rencana_aksi__perjanjian__tahun=tahun,
            rencana_aksi__perjanjian__ditetapkan_pada__isnull=False,
        )
        .select_related("rencana_aksi__perjanjian__jabatan")
        .order_by("rencana_aksi__perjanjian__revisi")
    ):
        milik = t.rencana_aksi.perjanjian
        if pk is not None and milik.pk == pk.pk:
            kepala[t.indikator_id][t.periode] = t
        elif milik.jabatan.tingkat != TingkatJabatan.KEPALA_PD and milik.tanggal <= akhir:
            hasil[t.indikator_id][t.periode] = t
    return {**hasil, **kepala}


def _muat_kinerja(
    kantor: PerangkatDaerah,
    tahun: int,
    pimpinan: int | None,
    pk: PerjanjianKinerja | None,
    dpa: DPA | None,
    akhir: datetime.date,
) -> list[BarisKinerja]:
    daftar = indikator_tahun(kantor, tahun)
    definisi = definisi_kantor(kantor, tahun)
    unit = unit_indikator(daftar, definisi, pimpinan)
    cara: dict[int, str] = {
        p.indikator_id: p.cara
        for p in Pengukuran.objects.filter(indikator__perangkat_daerah=kantor, tahun=tahun)
    }
    nilai: dict[int, dict[str, Realisasi]] = defaultdict(dict)
    for r in Realisasi.objects.filter(
        pengukuran__indikator__perangkat_daerah=kantor, pengukuran__tahun=tahun
    ).select_related("pengukuran", "predikat", "diisi_oleh"):
        nilai[r.pengukuran.indikator_id][r.periode] = r
    target = target_tahun(kantor, tahun, pk, None, definisi) | _target_dpa(dpa)
    periode = _target_periode(kantor, tahun, pk, akhir)

    def baku(pk_indikator: int) -> str:
        d = definisi.get(pk_indikator)
        return CaraUkur.SETAHUN if d and d.frekuensi == Frekuensi.TAHUNAN else CaraUkur.PERIODE

    return [
        BarisKinerja(
            indikator=i,
            definisi=definisi.get(i.pk),
            unit_id=unit[i.pk],
            cara=cara.get(i.pk) or baku(i.pk),
            target=target.get(i.pk),
            target_periode=periode.get(i.pk, {}),
            realisasi=nilai.get(i.pk, {}),
        )
        for i in daftar
    ]


def _muat_belanja(
    kantor: PerangkatDaerah, tahun: int, pimpinan: int | None, dpa: DPA | None
) -> list[BarisBelanja]:
    node = (
        "program__nomenklatur", "kegiatan__nomenklatur", "kegiatan__program",
        "sub_kegiatan__nomenklatur", "sub_kegiatan__kegiatan__program",
    )  # fmt: skip
    nilai: dict[Any, dict[str, RealisasiAnggaran]] = defaultdict(dict)
    objek: dict[Any, PaguAnggaran | RealisasiAnggaran] = {}
    for r in RealisasiAnggaran.objects.filter(
        program__perangkat_daerah=kantor, program__tahun=tahun
    ).select_related(*node, "diisi_oleh"):
        nilai[r.node][r.periode] = r
        objek[r.node] = r
    pagu = {p.node: p for p in PaguAnggaran.objects.filter(dpa=dpa).select_related(*node)}
    objek.update(pagu)
    return [
        BarisBelanja(
            node=satu.node,
            program=satu.program,
            unit_id=unit_node(satu.node) or pimpinan,
            pagu=pagu[kunci].nilai if kunci in pagu else None,
            realisasi=nilai.get(kunci, {}),
        )
        for kunci, satu in objek.items()
    ]
