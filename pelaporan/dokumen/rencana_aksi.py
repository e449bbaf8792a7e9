"""Rencana Aksi of a Perjanjian Kinerja: targets by quarter, and the actions with unit and time."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import ClassVar

from kinerja.models import Aksi, PerjanjianKinerja, SkalaNilai, TargetPeriode, TargetPK
from kinerja.pilihan import PERIODE_FREKUENSI, TRIWULAN_PERIODE, Frekuensi, Periode
from kinerja.tanggung_jawab import definisi_kantor
from organisasi.models import PerangkatDaerah
from organisasi.pilihan import TingkatJabatan
from pelaporan.dokumen.dasar import (
    KONSEP,
    DokumenGagal,
    Kepala,
    TandaTangan,
    build_tanda_tangan,
    identitas_kantor,
)
from pelaporan.dokumen.perjanjian import sebut_sasaran
from pelaporan.konteks import Angka, Identitas
from pelaporan.susun.bersama import nomori, rentang
from pelaporan.susun.nilai import angka_nilai, baca
from sakip.umum.tanggal import format_tanggal

TRIWULAN = (1, 2, 3, 4)


@dataclass(frozen=True)
class BarisTarget:
    """An indicator with its target of the year and one cell per quarter; None: not asked then."""

    nomor: str
    node: str
    rs_node: int
    indikator: str
    satuan: str
    metode: str
    target: Angka
    triwulan: tuple[Angka | None, ...]


@dataclass(frozen=True)
class BarisAksi:
    """One action."""

    nomor: str
    uraian: str
    keluaran: str
    unit: str
    waktu: str
    kode: str
    sub_kegiatan: str


@dataclass(frozen=True)
class DokumenRencanaAksi:
    """The plan as printed."""

    templat: ClassVar[str] = "pelaporan/dokumen/rencana_aksi.html"
    kepala: Kepala
    identitas: Identitas
    perjanjian: str
    sebutan_sasaran: str
    target: tuple[BarisTarget, ...]
    aksi: tuple[BarisAksi, ...]
    pengesahan: TandaTangan


def build_rencana_aksi(pk: PerjanjianKinerja, kantor: PerangkatDaerah) -> DokumenRencanaAksi:
    """Return the plan of a PK revision. Raises DokumenGagal where the PK has none."""
    rencana = getattr(pk, "rencana_aksi", None)
    if rencana is None:
        raise DokumenGagal(f"{pk.nama} {pk.jabatan} tahun {pk.tahun} belum mempunyai rencana aksi.")
    identitas = identitas_kantor(kantor, pk.tahun)
    konsep = not pk.is_ditetapkan
    nomor = f" Nomor {pk.nomor}" if pk.nomor else ""
    return DokumenRencanaAksi(
        kepala=Kepala(
            judul="Rencana Aksi Pencapaian Kinerja",
            anak_judul=(f"{pk.jabatan.nama}, tahun {pk.tahun}",),
            nama=f"Rencana Aksi {pk.jabatan.nama} {pk.tahun}",
            keadaan=KONSEP if konsep else "",
            keterangan="Konsep, belum ditetapkan" if konsep else "",
        ),
        identitas=identitas,
        perjanjian=f"{pk.nama}{nomor} tanggal {format_tanggal(pk.tanggal)}",
        sebutan_sasaran="Sasaran strategis" if pk.jabatan.tingkat == TingkatJabatan.KEPALA_PD else "Sasaran",
        target=_target(pk, kantor),
        aksi=tuple(
            BarisAksi(
                nomor=str(n),
                uraian=a.uraian,
                keluaran=a.keluaran,
                unit=a.unit.nama,
                waktu=a.get_periode_display(),
                kode=a.sub_kegiatan.kode if a.sub_kegiatan else "",
                sub_kegiatan=a.sub_kegiatan.nama if a.sub_kegiatan else "",
            )
            for n, a in enumerate(
                Aksi.objects.filter(rencana_aksi=rencana)
                .select_related("unit", "sub_kegiatan__nomenklatur")
                .order_by("urutan"),
                start=1,
            )
        ),
        pengesahan=build_tanda_tangan(identitas, pk.pihak_pertama, format_tanggal(pk.tanggal)),
    )


def _target(pk: PerjanjianKinerja, kantor: PerangkatDaerah) -> tuple[BarisTarget, ...]:
    predikat = {s.pk: s for s in SkalaNilai.objects.all()}
    definisi = definisi_kantor(kantor, pk.tahun)
    periode: dict[int, dict[str, TargetPeriode]] = defaultdict(dict)
    for p in TargetPeriode.objects.filter(rencana_aksi__perjanjian=pk):
        periode[p.indikator_id][p.periode] = p
    target = list(
        TargetPK.objects.filter(perjanjian=pk)
        .select_related(
            "indikator__tujuan", "indikator__sasaran", "indikator__program__nomenklatur",
            "indikator__kegiatan__nomenklatur", "indikator__sub_kegiatan__nomenklatur",
        )
        .order_by("urutan")
    )  # fmt: skip
    is_kepala = pk.jabatan.tingkat == TingkatJabatan.KEPALA_PD
    rs = rentang(target, lambda t: (type(t.indikator.node), t.indikator.node.pk))
    nomor = nomori(rs)
    hasil = []
    for n, t in enumerate(target):
        d = definisi.get(t.indikator_id)
        diminta = PERIODE_FREKUENSI[Frekuensi(d.frekuensi) if d else Frekuensi.TRIWULAN]
        sel: list[Angka | None] = []
        for tw in TRIWULAN:
            satu = next((p for p in diminta if TRIWULAN_PERIODE[Periode(p)] == tw), None)
            isi = periode[t.indikator_id].get(satu) if satu else None
            sel.append(angka_nilai(baca(isi, predikat), d, alasan="target belum diisi") if satu else None)
        hasil.append(
            BarisTarget(
                nomor=nomor[n],
                node=sebut_sasaran(t.indikator, is_kepala),
                rs_node=rs[n],
                indikator=t.indikator.nama,
                satuan=d.satuan.nama if d and d.satuan else "",
                metode=d.get_metode_display() if d else "",
                target=angka_nilai(baca(t, predikat), d, alasan="target belum diisi"),
                triwulan=tuple(sel),
            )
        )
    return tuple(hasil)
