"""Fills what the checks read (``pelaporan.periksa.bahan``) from rows, in a fixed number of queries."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from django.db.models import Q
from django.utils import timezone

from anggaran.pilihan import TingkatAnggaran
from kinerja.models import AlasanPeringatan
from kinerja.pilihan import PeringatanPK
from organisasi.models import (
    DasarHukum,
    Jejak,
    PemangkuJabatan,
    PemerintahDaerah,
    PerangkatDaerah,
    UnitKerja,
)
from pelaporan.konteks import Angka, KonteksLKjIP
from pelaporan.models import Laporan, Narasi
from pelaporan.narasi import NarasiTidakSah, susun_narasi
from pelaporan.periksa.bahan import (
    BahanPeriksa,
    FaktaDokumen,
    FaktaHukum,
    FaktaLaporan,
    FaktaPejabat,
    FaktaPihak,
    FaktaProgram,
    FaktaSasaran,
    FaktaSIPD,
)
from pelaporan.periksa.naskah import Paragraf, iter_paragraf, sidik_paragraf
from pelaporan.susun import Susunan, SusunGagal, susun
from pelaporan.susun.akhir import dpa_pk
from pelaporan.susun.nilai import angka_persen, angka_rupiah
from pelaporan.susun.periksa_indikator import susun_indikator
from pelaporan.susun.periksa_tahap import susun_tahap
from pelaporan.susun.uang import TRIWULAN
from renstra.models import Misi
from renstra.pilihan import SumberNode
from sakip.umum.angka import JenisAngka, parse_angka


def build_bahan_periksa(laporan: Laporan, susunan: Susunan | None = None) -> BahanPeriksa:
    """Return everything that the checks read; raises SusunGagal like build_konteks_lkjip."""
    s = susunan or susun(laporan)
    unit = list(UnitKerja.objects.filter(perangkat_daerah=laporan.perangkat_daerah))
    return BahanPeriksa(
        konteks=s.konteks,
        lalu=_tahun_lalu(laporan),
        laporan=FaktaLaporan(
            tanggal_rencana=laporan.tanggal_rencana,
            tenggat=laporan.perangkat_daerah.pemda.compute_tenggat(laporan.tahun),
            jumlah_misi=Misi.objects.filter(periode=s.data.renstra.periode).count(),
            tahun_target_awal=s.data.renstra.periode.tahun_target_awal,
        ),
        indikator=tuple(susun_indikator(s)),
        sasaran=tuple(_sasaran(s)),
        program=tuple(_program(s)),
        pk=tuple(_pk(s)),
        dpa=tuple(FaktaDokumen(d.nama, d.nomor, d.urutan, d.tanggal, d.alasan) for d in s.data.dpa),
        tahap=tuple(susun_tahap(s.data, unit)),
        pejabat=tuple(_pejabat(s)),
        hukum=tuple(_hukum(laporan, s.konteks)),
        sipd=tuple(_sipd(s)),
        tawaran={n.bagian: n.asal_tawaran for n in Narasi.objects.filter(laporan=laporan) if n.asal_tawaran},
        sidik_lain=_sidik_lain(laporan, s.konteks),
        nama_lain=_nama_lain(laporan),
        unit=tuple(u.nama for u in unit),
    )


def _tahun_lalu(laporan: Laporan) -> KonteksLKjIP | None:
    lalu = (
        Laporan.objects.filter(perangkat_daerah=laporan.perangkat_daerah_id, tahun=laporan.tahun - 1)
        .select_related("perangkat_daerah__pemda")
        .first()
    )
    if lalu is None:
        return None
    try:
        return susun(lalu).konteks
    except SusunGagal:
        return None


# Nodes ---------------------------------------------------------------------------------------------


def _sasaran(s: Susunan) -> Iterator[FaktaSasaran]:
    data = s.data
    jumlah = Counter(i.sasaran_id for i in data.indikator.values() if i.sasaran_id)
    kode = {p.pk: p.kode for p in data.program}
    for x in data.sasaran:
        yield FaktaSasaran(
            uraian=x.uraian,
            tujuan=x.tujuan.uraian if x.tujuan else "",
            is_renstra=x.sumber == SumberNode.RENSTRA,
            indikator=jumlah[x.pk],
            program=tuple(kode[p.program_id] for p in data.peta if p.sasaran_id == x.pk),
            is_dipetakan_rpjmd=x.sasaran_rpjmd_id is not None,
        )


def _program(s: Susunan) -> Iterator[FaktaProgram]:
    data = s.data
    desimal = data.aturan_tahun(data.tahun).desimal
    for program in data.program:
        dicatat = s.kas.tingkat(program)
        for tingkat, node in s.kas.anak(program):
            uang = s.kas.uang(tingkat, node.pk)
            porsi = sum((p.porsi_persen for p in data.peta if p.program_id == program.pk), Decimal(0))
            yield FaktaProgram(
                kode=node.kode,
                nama=node.nama,
                tingkat=tingkat,
                indikator=len(s.simpul.indikator_program(tingkat, node.pk)),
                pagu=angka_rupiah(uang.pagu, "pagu belum diisi"),
                realisasi=uang.teks_realisasi(),
                serapan=angka_persen(uang.serapan, desimal),
                is_dicatat=tingkat == dicatat,
                porsi=Angka(str(porsi), nilai=porsi) if tingkat == TingkatAnggaran.PROGRAM else None,
                capaian=angka_persen(s.simpul.program(program).capaian, desimal) if tingkat == 1 else None,
                triwulan=tuple(_triwulan(s, tingkat, node.pk)) if tingkat == dicatat else (),
            )


def _triwulan(s: Susunan, tingkat: int, node_id: int) -> Iterator[tuple[str, bool]]:
    kolom = ("program_id", "kegiatan_id", "sub_kegiatan_id")[tingkat - 1]
    isi = {r.periode for r in s.data.realisasi_anggaran if getattr(r, kolom) == node_id}
    if "tahun" in isi:
        return
    for p in TRIWULAN:
        yield p.label, p in isi


# Documents, people, regulations -----------------------------------------------------------------------


def _pk(s: Susunan) -> Iterator[FaktaDokumen]:
    daftar = s.data.pk.get(s.data.tahun, [])
    terlambat = AlasanPeringatan.objects.filter(
        perjanjian__in=daftar, kode=PeringatanPK.TERLAMBAT, indikator=None
    )
    alasan = dict(terlambat.values_list("perjanjian", "alasan"))
    for p in daftar:
        dpa = dpa_pk(s.data, p)
        yield FaktaDokumen(
            nama=p.nama,
            nomor=p.nomor,
            revisi=p.revisi,
            tanggal=p.tanggal,
            alasan=p.uraian_alasan or (p.get_alasan_display() if p.alasan else ""),
            pihak=(_pihak(p.pihak_pertama), _pihak(p.pihak_kedua)),
            dpa=dpa.urutan if dpa else None,
            alasan_terlambat=alasan.get(p.pk, ""),
        )


def _pihak(p: PemangkuJabatan) -> FaktaPihak:
    return FaktaPihak(p.pegawai.nama_lengkap, p.sebutan, p.mulai, p.sampai)


def _pejabat(s: Susunan) -> Iterator[FaktaPejabat]:
    for p in s.data.pemangku:
        yield FaktaPejabat(
            nama=p.pegawai.nama_lengkap,
            nama_polos=p.pegawai.nama,
            nip=p.pegawai.nip or "",
            jabatan=p.sebutan,
            tingkat=p.jabatan.tingkat,
            status=p.status,
            mulai=p.mulai,
            sampai=p.sampai,
        )


def _hukum(laporan: Laporan, konteks: KonteksLKjIP) -> Iterator[FaktaHukum]:
    landasan = {kunci for kunci, _ in konteks.bab1.kunci_hukum}
    for d in DasarHukum.objects.filter(Q(pemda=None) | Q(pemda=laporan.perangkat_daerah.pemda_id)):
        yield FaktaHukum(
            d.kunci, d.jenis, d.lembaga, d.nomor, d.tahun, d.tentang, d.sebutan, d.kunci in landasan
        )


def _nama_lain(laporan: Laporan) -> tuple[str, ...]:
    """Names that should not stand in this report: other offices of the same kind, other governments."""
    kantor = laporan.perangkat_daerah
    lain = PerangkatDaerah.objects.filter(jenis=kantor.jenis).exclude(pk=kantor.pk)
    pemda = [p.nama_lengkap for p in PemerintahDaerah.objects.exclude(pk=kantor.pemda_id)]
    return (*lain.values_list("nama", flat=True).order_by("nama"), *sorted(pemda))


def _sidik_lain(laporan: Laporan, konteks: KonteksLKjIP) -> frozenset[str]:
    """Hashes of the paragraphs of other offices' reports, of this and the year before.

    Only a paragraph that begins like one of ours is read in full: there may be seventy offices.
    """
    awal = {_awal(p.mentah) for p in iter_paragraf(konteks)}
    teks = (
        Narasi.objects.filter(
            laporan__perangkat_daerah__pemda=laporan.perangkat_daerah.pemda_id,
            laporan__tahun__in=(laporan.tahun, laporan.tahun - 1),
        )
        .exclude(laporan__perangkat_daerah=laporan.perangkat_daerah_id)
        .values_list("isi", flat=True)
    )
    return frozenset(
        x
        for isi in teks
        if any(_awal(baris) in awal for baris in isi.split("\n"))
        for x in _sidik_paragraf(isi)
        if x
    )


def _awal(teks: str) -> str:
    """Return the first letters of a paragraph, without marks: what a cheap comparison goes by."""
    return _TANDA.sub("", teks[:80]).casefold()[:12]


def _sidik_paragraf(isi: str) -> Iterator[str]:
    try:
        bagian = susun_narasi("", isi, Angka)
    except NarasiTidakSah:
        return
    for blok in bagian.blok:
        for butir in blok.butir:
            yield sidik_paragraf(Paragraf("", 0, False, butir).mentah)


# SIPD ----------------------------------------------------------------------------------------------------


_TANDA = re.compile(r"[\s*_]+|^\s*-\s")
_MUATAN = re.compile(r"\d+ baris, (Rp[\d.,]*\d)(?:, dari berkas (.+))?$")


def _sipd(s: Susunan) -> Iterator[FaktaSIPD]:
    """What the SIPD file held that the DPA in force was loaded from (the jejak of that act)."""
    dpa = s.data.dpa_berlaku()
    if dpa is None:
        return
    kantor = s.data.laporan.perangkat_daerah_id
    muat = Jejak.objects.filter(
        perangkat_daerah=kantor, tindakan="Pagu SIPD dimuat", kunci_objek=f"anggaran.DPA:{dpa.pk}"
    ).first()
    cocok = _MUATAN.search(muat.uraian) if muat else None
    if muat is not None and cocok is not None:
        nilai = parse_angka(cocok[1], JenisAngka.RUPIAH)
        yield FaktaSIPD(
            "pagu",
            angka_rupiah(nilai),
            cocok[2] or "SIPD",
            timezone.localdate(muat.pada),
        )
