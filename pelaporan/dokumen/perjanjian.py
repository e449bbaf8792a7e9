"""Perjanjian Kinerja of any post, murni or revision, in the two pages of PermenPANRB 53/2014.

Page 1 is the statement, page 2 the annex: targets, then the budget by programme (head), by kegiatan
(sekretaris, kasi) or by sub kegiatan (kasubbag), or at the level above where the budget is recorded there.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from anggaran.models import DPA, PaguAnggaran
from anggaran.pilihan import TingkatAnggaran
from kinerja.bahan_pk import unit_di_bawah
from kinerja.models import DefinisiIndikator, Indikator, PerjanjianKinerja, SkalaNilai, TargetPK
from kinerja.tanggung_jawab import definisi_kantor, unit_node
from organisasi.models import PerangkatDaerah
from organisasi.pilihan import TingkatJabatan
from pelaporan.dokumen.dasar import KONSEP, Kepala, identitas_kantor
from pelaporan.konteks import Angka, Identitas, NaskahPK, ProgramPK, SasaranPK
from pelaporan.susun.bersama import nomori, penanda_tangan, rentang
from pelaporan.susun.nilai import angka_nilai, angka_rupiah, baca
from renstra.models import Kegiatan, Program, SubKegiatan
from sakip.umum.tanggal import format_tanggal

SEBUTAN = {
    TingkatAnggaran.PROGRAM: "Program",
    TingkatAnggaran.KEGIATAN: "Kegiatan",
    TingkatAnggaran.SUB_KEGIATAN: "Sub kegiatan",
}
TINGKAT_JABATAN = {
    TingkatJabatan.KEPALA_PD: TingkatAnggaran.PROGRAM,
    TingkatJabatan.SEKRETARIS: TingkatAnggaran.KEGIATAN,
    TingkatJabatan.KASI: TingkatAnggaran.KEGIATAN,
    TingkatJabatan.KASUBBAG: TingkatAnggaran.SUB_KEGIATAN,
}
Node = Program | Kegiatan | SubKegiatan


@dataclass(frozen=True)
class DokumenPK:
    """A Perjanjian Kinerja as printed; ``naskah`` is what the LKjIP's appendix prints too."""

    templat: ClassVar[str] = "pelaporan/dokumen/perjanjian.html"
    kepala: Kepala
    identitas: Identitas
    naskah: NaskahPK
    jabatan: str  # in the annex's title; empty for the head, whose PK is the office's
    sebutan_sasaran: str
    sebutan_program: str
    lebar_kode: str
    dokumen_anggaran: str


def build_pk(pk: PerjanjianKinerja, kantor: PerangkatDaerah) -> DokumenPK:
    """Return a revision as printed; a draft is marked KONSEP. The number of queries is constant."""
    is_kepala = pk.jabatan.tingkat == TingkatJabatan.KEPALA_PD
    identitas = identitas_kantor(kantor, pk.tahun)
    dpa = pk.dpa or _dpa_tahun(pk, kantor)
    pagu = _pagu(dpa.pk) if dpa else []
    if not is_kepala:
        unit = unit_di_bawah(pk.jabatan)
        pagu = [p for p in pagu if unit_node(p.node) in unit]
    tingkat = _tingkat(pk, pagu)
    program, jumlah = _program(pagu, tingkat)
    konsep = not pk.is_ditetapkan
    return DokumenPK(
        kepala=Kepala(
            judul=f"{pk.nama} Tahun {pk.tahun}",
            anak_judul=(),
            nama=f"{pk.nama} {pk.jabatan.nama} {pk.tahun}",
            keadaan=KONSEP if konsep else "",
            keterangan="Konsep, belum ditetapkan" if konsep else "",
            pendek=f"{pk.nama} {pk.tahun}",
        ),
        identitas=identitas,
        naskah=NaskahPK(
            judul=f"{pk.nama} Tahun {pk.tahun}".upper(),
            nomor=pk.nomor,
            tempat=identitas.tempat_tanda_tangan,
            tanggal=format_tanggal(pk.tanggal),
            pihak_pertama=penanda_tangan(pk.pihak_pertama),
            pihak_kedua=penanda_tangan(pk.pihak_kedua),
            sasaran=_sasaran(pk, kantor, is_kepala),
            program=program,
            jumlah=jumlah,
        ),
        jabatan="" if is_kepala else pk.jabatan.nama,
        sebutan_sasaran="Sasaran strategis" if is_kepala else "Sasaran",
        sebutan_program=SEBUTAN[tingkat],
        lebar_kode="l-kode" if tingkat == TingkatAnggaran.PROGRAM else "l-kode-panjang",
        dokumen_anggaran=f"{dpa.nama} Tahun Anggaran {pk.tahun}" if dpa else "",
    )


# Targets --------------------------------------------------------------------------------------------


def _sasaran(pk: PerjanjianKinerja, kantor: PerangkatDaerah, is_kepala: bool) -> tuple[SasaranPK, ...]:
    predikat = {s.pk: s for s in SkalaNilai.objects.all()}
    definisi = definisi_kantor(kantor, pk.tahun)
    target = list(
        TargetPK.objects.filter(perjanjian=pk)
        .select_related(
            "indikator__tujuan", "indikator__sasaran", "indikator__program__nomenklatur",
            "indikator__kegiatan__nomenklatur", "indikator__sub_kegiatan__nomenklatur",
        )
        .order_by("urutan")
    )  # fmt: skip
    rs = rentang(target, lambda t: _kunci(t.indikator))
    nomor = nomori(rs)
    return tuple(
        SasaranPK(
            nomor=nomor[n],
            node=sebut_sasaran(t.indikator, is_kepala),
            rs_node=rs[n],
            indikator=t.indikator.nama,
            satuan=_satuan(definisi.get(t.indikator_id)),
            target=angka_nilai(baca(t, predikat), definisi.get(t.indikator_id), alasan="target belum diisi"),
        )
        for n, t in enumerate(target)
    )


def _kunci(i: Indikator) -> tuple[int | None, ...]:
    return (i.tujuan_id, i.sasaran_id, i.program_id, i.kegiatan_id, i.sub_kegiatan_id)


def sebut_sasaran(i: Indikator, is_kepala: bool) -> str:
    """Return what stands beside an indicator: its tujuan or sasaran, else what its programme should bring."""
    node = i.node
    uraian = str(getattr(node, "uraian", ""))
    hasil = "" if is_kepala else str(getattr(node, "sasaran_teks", ""))
    return uraian or hasil or str(getattr(node, "nama", ""))


def _satuan(d: DefinisiIndikator | None) -> str:
    return d.satuan.nama if d and d.satuan else ""


# Budget ---------------------------------------------------------------------------------------------


def _dpa_tahun(pk: PerjanjianKinerja, kantor: PerangkatDaerah) -> DPA | None:
    """Return the DPA of a PK that names none, as the report does: DPA murni, for a revision the last."""
    akhir = datetime.date(pk.tahun, 12, 31)
    semua = DPA.objects.ditetapkan().filter(perangkat_daerah=kantor, tahun=pk.tahun).order_by("urutan")
    ada = [d for d in semua if d.tanggal is None or d.tanggal <= akhir]
    return (ada[-1] if pk.revisi else ada[0]) if ada else None


def _pagu(dpa_id: int) -> list[PaguAnggaran]:
    return list(
        PaguAnggaran.objects.filter(dpa=dpa_id).select_related(
            "program__nomenklatur", "kegiatan__nomenklatur", "kegiatan__program",
            "sub_kegiatan__nomenklatur", "sub_kegiatan__kegiatan__nomenklatur",
            "sub_kegiatan__kegiatan__program",
        )
    )  # fmt: skip


def _tingkat(pk: PerjanjianKinerja, pagu: Iterable[PaguAnggaran]) -> TingkatAnggaran:
    """Return the level of the annex: the post's, or the one above at which the budget is recorded."""
    asal = TINGKAT_JABATAN.get(TingkatJabatan(pk.jabatan.tingkat), TingkatAnggaran.SUB_KEGIATAN)
    return TingkatAnggaran(min([asal, *(p.tingkat for p in pagu)]))


def _program(pagu: Iterable[PaguAnggaran], tingkat: TingkatAnggaran) -> tuple[tuple[ProgramPK, ...], Angka]:
    nilai: dict[int, Decimal] = defaultdict(Decimal)
    node: dict[int, Node] = {}
    for p in pagu:
        induk = _naik(p, tingkat)
        node[induk.pk] = induk
        nilai[induk.pk] += p.nilai
    urut = sorted(node.values(), key=lambda n: n.kode)
    baris = tuple(
        ProgramPK(str(n), satu.kode, satu.nama, angka_rupiah(nilai[satu.pk]))
        for n, satu in enumerate(urut, start=1)
    )
    jumlah = sum(nilai.values(), Decimal(0)) if nilai else None
    return baris, angka_rupiah(jumlah, "pagu belum diisi")


def _naik(p: PaguAnggaran, tingkat: TingkatAnggaran) -> Node:
    """Return the node of a ceiling at a level of the annex."""
    if tingkat == TingkatAnggaran.PROGRAM:
        return p.program
    if tingkat == TingkatAnggaran.KEGIATAN and p.sub_kegiatan is not None:
        return p.sub_kegiatan.kegiatan
    return p.node
