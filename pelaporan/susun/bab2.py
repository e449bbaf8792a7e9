"""Bab II: RPJMD, Renstra, IKU, RKT, Perjanjian Kinerja, programmes and their ceilings."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from anggaran.models import DPA
from anggaran.pilihan import JenisDPA
from kinerja.models import Indikator, PerjanjianKinerja
from organisasi.models import DokumenPenetapan
from organisasi.pilihan import JenisDokumen
from pelaporan.konteks import (
    Angka,
    Bab2,
    BarisIKU,
    BarisPagu,
    BarisPK,
    BarisRenstra,
    BarisRKT,
    BarisRPJMD,
    RevisiDPA,
    RevisiPK,
)
from pelaporan.susun.bersama import nomori, rentang
from pelaporan.susun.muat import Data
from pelaporan.susun.nilai import angka_nilai, angka_rupiah, baca, isian
from pelaporan.susun.uang import Kas
from pelaporan.susun.ukur import Pengukur
from renstra.models import IndikatorRPJMD, Misi, SasaranRPJMD
from renstra.pilihan import SumberNode
from sakip.umum.tanggal import format_tanggal


def build_bab2(data: Data, ukur: Pengukur, kas: Kas) -> Bab2:
    """Return Bab II."""
    rpjmd, catatan_rpjmd, didukung = _rpjmd(data)
    renstra = build_renstra(data)
    revisi_pk = data.pk.get(data.tahun, [])
    pagu, jumlah = _pagu(data, ukur, kas)
    sebutan_dpa = sebutan_dpa_akhir(data.dpa)
    pk = _pk(data)
    dari_renstra = [s for s in data.sasaran if s.sumber == SumberNode.RENSTRA]
    return Bab2(
        visi=data.renstra.periode.visi,
        misi=tuple((str(m.nomor), m.uraian) for m in Misi.objects.filter(periode=data.renstra.periode)),
        rpjmd=rpjmd,
        catatan_rpjmd=catatan_rpjmd,
        misi_didukung=didukung,
        renstra=renstra,
        iku=build_iku(data),
        dokumen_iku=sebut_dokumen_iku(data),
        rkt=build_rkt(data),
        revisi_pk=tuple(RevisiPK(p.nama, p.nomor, format_tanggal(p.tanggal), _alasan(p)) for p in revisi_pk),
        pk=pk,
        catatan_pk=_catatan_pk(pk, revisi_pk),
        revisi_dpa=tuple(
            RevisiDPA(d.nama, d.nomor, format_tanggal(d.tanggal) if d.tanggal else "", d.alasan)
            for d in data.dpa
        ),
        sebutan_dpa_akhir=sebutan_dpa,
        pagu=pagu,
        jumlah_pagu=jumlah,
        catatan_pagu=_catatan_pagu(data.dpa, jumlah, sebutan_dpa),
        jumlah_tujuan=len(data.tujuan),
        jumlah_sasaran=len(dari_renstra),
        jumlah_indikator_renstra=sum(1 for b in renstra if b.indikator),
        indikator_rpjmd_per_tujuan=not any(b.indikator for b in rpjmd if not b.rs_tujuan),
    )


# Tabel 2.1 -------------------------------------------------------------------------------------


def _rpjmd(data: Data) -> tuple[tuple[BarisRPJMD, ...], str, tuple[str, ...]]:
    """The RPJMD sasaran linked from this Renstra; with no link all, and a note."""
    semua = list(
        SasaranRPJMD.objects.filter(tujuan__misi__periode=data.renstra.periode)
        .select_related("tujuan__misi")
        .order_by("tujuan__misi__nomor", "tujuan__urutan", "urutan")
    )
    indikator_tujuan: dict[int, list[str]] = defaultdict(list)
    indikator_sasaran: dict[int, list[str]] = defaultdict(list)
    for i in IndikatorRPJMD.objects.filter(tujuan__misi__periode=data.renstra.periode).order_by("urutan"):
        indikator_tujuan[i.tujuan_id or 0].append(i.nama)
    for i in IndikatorRPJMD.objects.filter(sasaran__tujuan__misi__periode=data.renstra.periode).order_by(
        "urutan"
    ):
        indikator_sasaran[i.sasaran_id or 0].append(i.nama)
    didukung = {s.sasaran_rpjmd_id for s in data.sasaran if s.sasaran_rpjmd_id}
    pilih = [s for s in semua if s.pk in didukung] or semua
    rs_misi = rentang(pilih, lambda s: s.tujuan.misi_id)
    rs_tujuan = rentang(pilih, lambda s: s.tujuan_id)
    nomor = nomori(rs_misi)
    baris = tuple(
        BarisRPJMD(
            nomor=nomor[i],
            misi=s.tujuan.misi.uraian,
            tujuan=s.tujuan.uraian,
            sasaran=s.uraian,
            indikator=(
                *(indikator_tujuan[s.tujuan_id] if rs_tujuan[i] else []),
                *indikator_sasaran[s.pk],
            ),
            rs_misi=rs_misi[i],
            rs_tujuan=rs_tujuan[i],
        )
        for i, s in enumerate(pilih)
    )
    misi = tuple(dict.fromkeys(str(s.tujuan.misi.nomor) for s in pilih)) if didukung else ()
    return baris, "" if didukung or not semua else "Keterkaitan belum dipetakan.", misi


# Tabel 2.2 and Matriks Renstra -----------------------------------------------------------------


def build_renstra(data: Data) -> tuple[BarisRenstra, ...]:
    """The Renstra's own nodes only; a node without an indicator keeps its row."""
    baris: list[tuple[int, int, Indikator | None]] = []
    tahun = data.renstra.periode.tahun_target
    strategis = [i for i in data.indikator.values() if _ada_target_renstra(data, i, tahun)]
    for t in data.tujuan:
        baris.extend((t.pk, 0, i) for i in _urut(strategis, tujuan_id=t.pk))
        for s in (s for s in data.sasaran if s.tujuan_id == t.pk and s.sumber == SumberNode.RENSTRA):
            milik = _urut(strategis, sasaran_id=s.pk)
            baris.extend((t.pk, s.pk, i) for i in milik) if milik else baris.append((t.pk, s.pk, None))
        if not any(b[0] == t.pk for b in baris):
            baris.append((t.pk, 0, None))
    uraian_tujuan = {t.pk: t.uraian for t in data.tujuan}
    uraian_sasaran = {s.pk: s.uraian for s in data.sasaran}
    rs_t = rentang(baris, lambda b: b[0])
    rs_s = rentang(baris, lambda b: (b[0], b[1]))
    nomor = nomori(rs_t)
    hasil = []
    for n, (tujuan, sasaran, i) in enumerate(baris):
        definisi = data.definisi_tahun(i.pk, data.tahun) if i else None
        hasil.append(
            BarisRenstra(
                nomor=nomor[n],
                tujuan=uraian_tujuan[tujuan],
                sasaran=uraian_sasaran.get(sasaran, ""),
                indikator=i.nama if i else "",
                satuan=_satuan(data, i),
                target=tuple(
                    angka_nilai(
                        baca(data.target_renstra.get((i.pk, th)), data.predikat), definisi, alasan="target"
                    )
                    for th in tahun
                )
                if i
                else (),
                rs_tujuan=rs_t[n],
                rs_sasaran=rs_s[n],
            )
        )
    return tuple(hasil)


def _ada_target_renstra(data: Data, indikator: Indikator, tahun: tuple[int, ...]) -> bool:
    if indikator.sasaran and indikator.sasaran.sumber == SumberNode.SK_IKU:
        return False
    if not (indikator.tujuan_id or indikator.sasaran_id):
        return False
    return any((indikator.pk, t) in data.target_renstra for t in tahun)


def _urut(daftar: list[Indikator], **kunci: int) -> list[Indikator]:
    (kolom, nilai), *_ = kunci.items()
    return sorted((i for i in daftar if getattr(i, kolom) == nilai), key=lambda i: (i.urutan, i.kode))


def _satuan(data: Data, indikator: Indikator | None) -> str:
    definisi = data.definisi_tahun(indikator.pk, data.tahun) if indikator else None
    return definisi.satuan.nama if definisi and definisi.satuan else ""


# Tabel 2.3 -------------------------------------------------------------------------------------


def iku(data: Data) -> list[Indikator]:
    """Return the IKU of the office in the order of their nodes."""
    milik = {t.pk for t in data.tujuan}
    sasaran = {s.pk: s for s in data.sasaran}
    semua = [
        i for i in data.indikator.values() if i.is_iku and (i.tujuan_id in milik or i.sasaran_id in sasaran)
    ]
    semua = [i for i in semua if _sudah_berlaku(data, i)]

    def kunci(i: Indikator) -> tuple[int, int, int, str]:
        if i.tujuan:
            return (i.tujuan.urutan, 0, i.urutan, i.kode)
        s = i.sasaran
        assert s is not None
        return (s.tujuan.urutan if s.tujuan else 10_000, s.urutan, i.urutan, i.kode)

    return sorted(semua, key=kunci)


def _sudah_berlaku(data: Data, indikator: Indikator) -> bool:
    definisi = data.definisi.get(indikator.pk, [])
    return not definisi or any(d.mulai_tahun <= data.tahun for d in definisi)


def build_iku(data: Data) -> tuple[BarisIKU, ...]:
    """Return the rows of the IKU, grouped by node."""
    daftar = iku(data)
    rs = rentang(daftar, lambda i: (i.tujuan_id, i.sasaran_id))
    nomor = nomori(rs)
    hasil = []
    for n, i in enumerate(daftar):
        d = data.definisi_tahun(i.pk, data.tahun)
        hasil.append(
            BarisIKU(
                nomor=nomor[n],
                node=(i.sasaran or i.tujuan).uraian,  # type: ignore[union-attr]
                rs_node=rs[n],
                indikator=i.nama,
                satuan=_satuan(data, i),
                definisi=isian(d.definisi_operasional if d else ""),
                formulasi=isian(d.formulasi if d else ""),
                sumber_data=isian(d.sumber_data if d else ""),
                penanggung_jawab=isian(d.penanggung_jawab.nama if d and d.penanggung_jawab else ""),
            )
        )
    return tuple(hasil)


def sebut_dokumen_iku(data: Data) -> str:
    """Return the decree that sets the IKU: "Keputusan Nomor 1 tanggal …", or an empty text."""
    dokumen = (
        DokumenPenetapan.objects.filter(
            perangkat_daerah=data.laporan.perangkat_daerah,
            jenis=JenisDokumen.SK_IKU,
            tahun__lte=data.tahun,
        )
        .order_by("-tahun")
        .first()
    )
    if dokumen is None:
        return ""
    tanggal = f" tanggal {format_tanggal(dokumen.tanggal)}" if dokumen.tanggal else ""
    return f"Keputusan Nomor {dokumen.nomor}{tanggal}"


# Tabel 2.4 -------------------------------------------------------------------------------------


def build_rkt(data: Data) -> tuple[BarisRKT, ...]:
    """Return the rows of the yearly plan: the indicators of tujuan and sasaran that have a target RKT."""
    ada = [
        i
        for i in data.indikator.values()
        if (i.pk, data.tahun) in data.target_rkt and (i.tujuan_id or i.sasaran_id)
    ]

    def kunci(i: Indikator) -> tuple[int, int, int]:
        tujuan = i.tujuan or (i.sasaran.tujuan if i.sasaran else None)
        return (tujuan.urutan if tujuan else 10_000, i.sasaran.urutan if i.sasaran else 0, i.urutan)

    ada.sort(key=kunci)
    pasangan = [(i.tujuan or (i.sasaran.tujuan if i.sasaran else None), i.sasaran, i) for i in ada]
    rs_t = rentang(pasangan, lambda b: b[0].pk if b[0] else 0)
    rs_s = rentang(pasangan, lambda b: (b[0].pk if b[0] else 0, b[1].pk if b[1] else 0))
    nomor = nomori(rs_t)
    return tuple(
        BarisRKT(
            nomor=nomor[n],
            tujuan=t.uraian if t else "",
            sasaran=s.uraian if s else "",
            indikator=i.nama,
            satuan=_satuan(data, i),
            target=angka_nilai(
                baca(data.target_rkt[i.pk, data.tahun], data.predikat),
                data.definisi_tahun(i.pk, data.tahun),
            ),
            rs_tujuan=rs_t[n],
            rs_sasaran=rs_s[n],
        )
        for n, (t, s, i) in enumerate(pasangan)
    )


# Tabel 2.5 -------------------------------------------------------------------------------------


def _alasan(pk: PerjanjianKinerja) -> str:
    if not pk.alasan:
        return ""
    return f"{pk.get_alasan_display()}. {pk.uraian_alasan}".strip().removesuffix(".")


def _pk(data: Data) -> tuple[BarisPK, ...]:
    """Revision 0 against the one in force on 31 December; added and dropped rows are shown as such."""
    revisi = data.pk.get(data.tahun, [])
    if not revisi:
        return ()
    ada_perubahan = len(revisi) > 1
    awal = {t.indikator_id: t for t in data.target_pk.get(revisi[0].pk, [])}
    akhir = {t.indikator_id: t for t in data.target_pk.get(revisi[-1].pk, [])}
    urut = [*akhir, *(i for i in awal if i not in akhir)]
    daftar = [data.indikator[i] for i in urut]
    rs = rentang(daftar, lambda i: (i.tujuan_id, i.sasaran_id, i.program_id))
    nomor = nomori(rs)
    hasil = []
    for n, i in enumerate(daftar):
        definisi = data.definisi_tahun(i.pk, data.tahun)
        lama, baru = baca(awal.get(i.pk), data.predikat), baca(akhir.get(i.pk), data.predikat)
        if i.pk not in awal:
            perubahan = "ditambahkan"
        elif i.pk not in akhir:
            perubahan = "dihapus"
        else:
            perubahan = "tetap" if lama == baru else "berubah"
        sebelum = angka_nilai(lama, definisi) if i.pk in awal else Angka("tidak ada")
        hasil.append(
            BarisPK(
                nomor=nomor[n],
                node=str(getattr(i.node, "uraian", "") or getattr(i.node, "nama", "")),
                rs_node=rs[n],
                indikator=i.nama,
                satuan=_satuan(data, i),
                sebelum=sebelum if ada_perubahan else None,
                sesudah=angka_nilai(baru, definisi) if i.pk in akhir else Angka("dihapus"),
                perubahan=perubahan,
            )
        )
    return tuple(hasil)


def _catatan_pk(baris: tuple[BarisPK, ...], revisi: list[PerjanjianKinerja]) -> str:
    if not revisi:
        return "Perjanjian Kinerja belum diisi."
    if len(revisi) == 1:
        return "Perjanjian Kinerja tidak diubah sepanjang tahun."
    ubah = sum(1 for b in baris if b.perubahan != "tetap")
    if not ubah:
        return f"Tidak ada target yang berubah; {len(baris)} target tetap."
    return f"{ubah} dari {len(baris)} target berubah."


# Tabel 2.6 -------------------------------------------------------------------------------------


def sebutan_dpa_akhir(dpa: list[DPA]) -> str:
    """How the budget in force on 31 December is called against DPA murni; empty without a change."""
    if len(dpa) < 2:
        return ""
    if any(d.jenis == JenisDPA.PERUBAHAN for d in dpa):
        return "Setelah Perubahan"
    return f"Setelah Pergeseran {dpa[-1].ke}"


@dataclass(frozen=True)
class _Selisih:
    sebelum: Angka | None
    sesudah: Angka
    selisih: Angka | None
    perubahan: str


def _selisih(kas: Kas, tingkat: int, node_id: int, ada_perubahan: bool) -> _Selisih:
    lama, baru = kas.pagu_sebelum(tingkat, node_id), kas.pagu_sesudah(tingkat, node_id)
    sesudah = angka_rupiah(baru, "pagu belum diisi")
    if not ada_perubahan:
        return _Selisih(None, sesudah, None, "tetap")
    if lama is None or baru is None:
        perubahan = "ditambahkan" if lama is None else "dihapus"
        return _Selisih(angka_rupiah(lama), sesudah, angka_rupiah(None), perubahan)
    return _Selisih(
        angka_rupiah(lama),
        sesudah,
        angka_rupiah(baru - lama, tanda=True),
        "tetap" if lama == baru else "berubah",
    )


def _pagu(data: Data, ukur: Pengukur, kas: Kas) -> tuple[tuple[BarisPagu, ...], BarisPagu]:
    ada_perubahan = len(data.dpa) > 1
    hasil: list[BarisPagu] = []
    for program in data.program:
        for tingkat, node in kas.anak(program):
            uang = _selisih(kas, tingkat, node.pk, ada_perubahan)
            kolom = ("program_id", "kegiatan_id", "sub_kegiatan_id")[tingkat - 1]
            milik: list[Indikator | None] = [*_urut(list(data.indikator.values()), **{kolom: node.pk})]
            for n, i in enumerate(milik or [None]):
                hasil.append(
                    BarisPagu(
                        kode=node.kode if n == 0 else "",
                        nama=node.nama if n == 0 else "",
                        tingkat=tingkat,
                        rs_node=len(milik) or 1 if n == 0 else 0,
                        indikator=i.nama if i else "",
                        satuan=_satuan(data, i),
                        target_sebelum=_target_dpa(data, i, 0) if i and ada_perubahan else None,
                        target_sesudah=_target_dpa(data, i, -1) if i else None,
                        sebelum=uang.sebelum if n == 0 else None,
                        sesudah=uang.sesudah if n == 0 else None,
                        selisih=uang.selisih if n == 0 else None,
                        perubahan=uang.perubahan,
                    )
                )
    return tuple(hasil), _jumlah_pagu(kas, ada_perubahan)


def _target_dpa(data: Data, indikator: Indikator, ke: int) -> Angka:
    baris = data.target_dpa.get((data.dpa[ke].pk, indikator.pk)) if data.dpa else None
    return angka_nilai(baca(baris, data.predikat), data.definisi_tahun(indikator.pk, data.tahun))


def _jumlah_pagu(kas: Kas, ada_perubahan: bool) -> BarisPagu:
    lama = sum(kas.sebelum.values(), Decimal(0)) if kas.sebelum else None
    baru = sum(kas.sesudah.values(), Decimal(0)) if kas.sesudah else None
    beda = baru - lama if ada_perubahan and lama is not None and baru is not None else None
    return BarisPagu(
        kode="",
        nama="JUMLAH",
        tingkat=0,
        rs_node=1,
        indikator="",
        satuan="",
        target_sebelum=None,
        target_sesudah=None,
        sebelum=angka_rupiah(lama) if ada_perubahan else None,
        sesudah=angka_rupiah(baru),
        selisih=angka_rupiah(beda, tanda=True) if beda is not None else None,
        perubahan="berubah" if lama != baru else "tetap",
    )


def _catatan_pagu(dpa: list[DPA], jumlah: BarisPagu, sebutan: str) -> str:
    if not dpa:
        return "DPA belum diisi."
    if not sebutan:
        return "DPA tidak diubah sepanjang tahun."
    if jumlah.perubahan == "tetap":
        return "Jumlah pagu tidak berubah."
    return ""
