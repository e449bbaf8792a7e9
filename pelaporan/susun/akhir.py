"""Identity, signature block, totals and appendices."""

from __future__ import annotations

import datetime
import hashlib
from decimal import Decimal

from anggaran.models import DPA, PaguAnggaran
from kinerja.models import PerjanjianKinerja
from organisasi.models import PemangkuJabatan
from organisasi.pilihan import StatusPemangku, TingkatJabatan
from pelaporan.konteks import (
    Bab2,
    Bab3,
    HalamanPindaian,
    Identitas,
    Ikhtisar,
    LampiranBerkas,
    LampiranTiada,
    NaskahPK,
    Pengesahan,
    Periode,
    ProgramPK,
    SasaranPK,
)
from pelaporan.models import Lampiran, Laporan
from pelaporan.pilihan import JenisLampiran
from pelaporan.susun.bersama import nomori, penanda_tangan, rentang, sitasi
from pelaporan.susun.muat import Data
from pelaporan.susun.nilai import angka_nilai, angka_rupiah, baca, kosong
from pelaporan.susun.node import Simpul
from pelaporan.susun.uang import Kas
from sakip.umum.tanggal import format_tanggal, sebut_urutan


def build_identitas(laporan: Laporan) -> Identitas:
    """Return the office and its government."""
    pd = laporan.perangkat_daerah
    pemda = pd.pemda
    lambang = ""
    if pemda.lambang:
        with pemda.lambang.open("rb") as berkas:
            lambang = hashlib.sha256(berkas.read()).hexdigest()
    return Identitas(
        perangkat_daerah=pd.nama,
        slug=pd.slug,
        singkatan=pd.singkatan,
        kode=pd.kode_skpd,
        jenis=pd.jenis,
        alamat=pd.alamat,
        sebutan_kepala=pd.sebutan_kepala,
        pemda=pemda.nama_lengkap,
        jenis_pemda=pemda.jenis,
        nama_pemda=pemda.nama,
        kepala_daerah=pemda.kepala_daerah,
        ibu_kota=pemda.ibu_kota,
        tempat_tanda_tangan=pd.tempat,
        tahun=laporan.tahun,
        lambang=lambang,
    )


def build_periode(data: Data) -> Periode:
    """Return the planning period; "tahun ke-n" counts from the first target year."""
    p = data.renstra.periode
    ke = data.tahun - p.tahun_target_awal + 1
    return Periode(
        nama=p.nama,
        tahun_awal=p.tahun_awal,
        tahun_akhir=p.tahun_target_akhir,
        tahun_target=p.tahun_target,
        tahun_ke=sebut_urutan(ke) if ke >= 1 else "",
        dokumen_renstra=sitasi(data.versi[-1].dasar_hukum) if data.versi else "",
        dokumen_rpjmd=sitasi(p.dasar_hukum),
    )


def pejabat_pada(data: Data, tingkat: str, tanggal: datetime.date) -> PemangkuJabatan | None:
    """Return who holds a post on a day; an acting holder stands before the definitive one."""
    calon = [
        p
        for p in data.pemangku
        if p.jabatan.tingkat == tingkat and p.mulai <= tanggal and (p.sampai is None or p.sampai >= tanggal)
    ]
    calon.sort(key=lambda p: (p.status == StatusPemangku.DEFINITIF, -p.mulai.toordinal()))
    return calon[0] if calon else None


def build_pengesahan(data: Data, identitas: Identitas) -> Pengesahan:
    """A draft names the head in office on the planned day and carries no date."""
    laporan = data.laporan
    tanggal = laporan.tanggal_rencana or laporan.perangkat_daerah.pemda.compute_tenggat(laporan.tahun)
    kepala = pejabat_pada(data, TingkatJabatan.KEPALA_PD, tanggal)
    return Pengesahan(
        status=laporan.status,
        versi=0,
        penanda_tangan=penanda_tangan(kepala) if kepala else None,
        tempat=identitas.tempat_tanda_tangan,
    )


def build_ikhtisar(data: Data, simpul: Simpul, bab3: Bab3) -> Ikhtisar:
    """Counts and totals: rows of the konteks as reported."""
    kantor = simpul.kantor()
    ringkas = bab3.kantor
    uang = simpul.kas.jumlah()
    capaian = bab3.capaian
    dinilai = [s for s in bab3.per_sasaran if s.efisiensi is not None and s.efisiensi.is_terukur]
    lengkap = uang.lengkap and uang.pagu is not None and uang.realisasi is not None
    return Ikhtisar(
        jumlah_tujuan=len(dict.fromkeys(b.tujuan for b in capaian if b.tujuan)),
        jumlah_sasaran=len(dict.fromkeys(b.node for b in capaian if b.tingkat == "sasaran")),
        jumlah_indikator_pk=len(simpul.pk),
        jumlah_indikator_dilaporkan=len(capaian),
        jumlah_terukur=sum(1 for b in capaian if b.capaian.is_terukur),
        jumlah_tercapai=sum(1 for b in capaian if b.tercapai is True),
        jumlah_belum_tercapai=sum(1 for b in capaian if b.tercapai is False),
        jumlah_program=len(data.program),
        capaian=ringkas.capaian,
        kategori=ringkas.kategori,
        pagu=angka_rupiah(uang.pagu, "pagu belum diisi"),
        realisasi=uang.teks_realisasi(),
        sisa=angka_rupiah(uang.pagu - uang.realisasi) if lengkap else kosong(uang.alasan),  # type: ignore[operator]
        serapan=bab3.jumlah_anggaran.serapan,
        efisiensi=simpul.teks_efisiensi(kantor),
        kategori_efisiensi=kantor.efisiensi.kategori,
        jumlah_sasaran_efisien=sum(1 for s in dinilai if s.kategori_efisiensi == "efisien"),
        jumlah_sasaran_dinilai_efisiensi=len(dinilai),
    )


# Appendices --------------------------------------------------------------------------------------


def build_naskah_pk(data: Data, kas: Kas, identitas: Identitas, bab2: Bab2) -> NaskahPK | None:
    """The head's Perjanjian Kinerja in force on 31 December."""
    pk = data.pk_berlaku(data.tahun)
    if pk is None:
        return None
    program, jumlah = _program_pk(data, pk)
    return NaskahPK(
        judul=f"{pk.nama} Tahun {pk.tahun}".upper(),
        nomor=pk.nomor,
        tempat=identitas.tempat_tanda_tangan,
        tanggal=format_tanggal(pk.tanggal),
        pihak_pertama=penanda_tangan(pk.pihak_pertama),
        pihak_kedua=penanda_tangan(pk.pihak_kedua),
        sasaran=_sasaran_pk(data, pk),
        program=program,
        jumlah=jumlah,
    )


def _sasaran_pk(data: Data, pk: PerjanjianKinerja) -> tuple[SasaranPK, ...]:
    target = data.target_pk.get(pk.pk, [])
    daftar = [data.indikator[t.indikator_id] for t in target]
    rs = rentang(daftar, lambda i: (i.tujuan_id, i.sasaran_id, i.program_id))
    nomor = nomori(rs)
    hasil = []
    for n, (t, i) in enumerate(zip(target, daftar, strict=True)):
        d = data.definisi_tahun(i.pk, data.tahun)
        hasil.append(
            SasaranPK(
                nomor=nomor[n],
                node=str(getattr(i.node, "uraian", "") or getattr(i.node, "nama", "")),
                rs_node=rs[n],
                indikator=i.nama,
                satuan=d.satuan.nama if d and d.satuan else "",
                target=angka_nilai(baca(t, data.predikat), d),
            )
        )
    return tuple(hasil)


def _program_pk(data: Data, pk: PerjanjianKinerja):  # type: ignore[no-untyped-def]
    """The budget that the PK prints: of the DPA that it names, else of DPA murni (a revision: the last)."""
    dpa = dpa_pk(data, pk)
    pagu: list[PaguAnggaran] = data.pagu.get(dpa.pk, []) if dpa else []
    hasil = []
    total: Decimal | None = None
    for n, p in enumerate(data.program, start=1):
        milik = [b.nilai for b in pagu if b.program_id == p.pk]
        nilai = sum(milik, Decimal(0)) if milik else None
        if nilai is not None:
            total = nilai + (total or Decimal(0))
        hasil.append(ProgramPK(str(n), p.kode, p.nama, angka_rupiah(nilai, "pagu belum diisi")))
    return tuple(hasil), angka_rupiah(total, "pagu belum diisi")


def dpa_pk(data: Data, pk: PerjanjianKinerja) -> DPA | None:
    """Return the DPA whose budget a PK prints: the one that it names, else murni (a revision: the last)."""
    if pk.dpa_id is not None:
        return next((d for d in data.dpa if d.pk == pk.dpa_id), None)
    return (data.dpa[-1] if pk.revisi else data.dpa[0]) if data.dpa else None


def build_lampiran(laporan: Laporan) -> tuple[tuple[LampiranBerkas, ...], tuple[LampiranTiada, ...]]:
    """Uploaded appendices and those recorded as absent."""
    semua = list(
        Lampiran.objects.filter(laporan=laporan)
        .select_related("berkas")
        .prefetch_related("halaman__gambar")
        .order_by("urutan")
    )
    berkas = tuple(
        LampiranBerkas(
            kunci=f"lampiran.unggahan_{x.urutan}",
            judul=x.judul,
            alternatif=x.alternatif,
            nama_berkas=x.nama_berkas,
            sha256=x.berkas.sha256,
            jenis_isi=x.berkas.jenis_isi,
            halaman=tuple(HalamanPindaian(h.gambar.sha256, h.lebar, h.tinggi) for h in x.halaman.all()),
        )
        for x in semua
        if x.jenis == JenisLampiran.BERKAS and x.berkas
    )
    tiada = tuple(
        LampiranTiada(f"lampiran.unggahan_{x.urutan}", x.judul, x.alasan)
        for x in semua
        if x.jenis == JenisLampiran.TIDAK_ADA
    )
    return berkas, tiada
