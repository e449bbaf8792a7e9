"""Reports built by hand, without a database: a small office with blanks, and one that has filled nothing."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import cache
from io import BytesIO
from typing import Any

from PIL import Image

from pelaporan.kerangka import build_kerangka
from pelaporan.konteks import (
    FORMAT_KONTEKS,
    Bab1,
    Bab2,
    Bab3,
    BarisAnggaran,
    Blok,
    Fakta,
    HalamanPindaian,
    Ikhtisar,
    KonteksLKjIP,
    LampiranBerkas,
    LampiranTiada,
    NarasiBagian,
    NaskahPK,
    PenandaTangan,
    Pengesahan,
    Penggalan,
    ProgramPK,
    RingkasanNode,
    SasaranPK,
)
from tests.pelaporan.bahan_konteks import (
    CAMAT,
    INDIKATOR,
    KOSONG,
    PROGRAM,
    SASARAN,
    TAHUN,
    TAK_TERHITUNG,
    a,
    bab1_contoh,
    bab2_contoh,
    bab3_contoh,
    baris_pagu,
    identitas_contoh,
    periode_contoh,
    rp,
)

PINDAIAN = b"%PDF-1.4 pindaian uji"
DRAF = Pengesahan("draf", 1, CAMAT, "Kota Uji")


@cache
def gambar_pindaian() -> bytes:
    """A page image of the uploaded scan."""
    aliran = BytesIO()
    Image.new("L", (120, 170), 235).save(aliran, "PNG")
    return aliran.getvalue()


def berkas_contoh() -> dict[str, bytes]:
    """The stored files that the report names, by hash."""
    return {hashlib.sha256(isi).hexdigest(): isi for isi in (PINDAIAN, gambar_pindaian())}


def paragraf(bagian: str, *teks: str) -> NarasiBagian:
    """A narrative of plain paragraphs."""
    return NarasiBagian(bagian, tuple(Blok("paragraf", ((Penggalan(t),),)) for t in teks))


def _ikhtisar() -> Ikhtisar:
    return Ikhtisar(
        jumlah_tujuan=1,
        jumlah_sasaran=2,
        jumlah_indikator_pk=3,
        jumlah_indikator_dilaporkan=3,
        jumlah_terukur=2,
        jumlah_tercapai=1,
        jumlah_belum_tercapai=1,
        jumlah_program=2,
        capaian=a("95,75%"),
        kategori=a("Sangat Tinggi"),
        pagu=rp(2_100_000_000),
        realisasi=rp(2_022_620_000),
        sisa=rp(77_380_000),
        serapan=a("96,31%"),
        efisiensi=TAK_TERHITUNG,
        kategori_efisiensi="",
        jumlah_sasaran_efisien=1,
        jumlah_sasaran_dinilai_efisiensi=1,
    )


def naskah_contoh(banyak: int = 3) -> NaskahPK:
    """The PK with as many indicators as asked."""
    return NaskahPK(
        judul=f"PERJANJIAN KINERJA PERUBAHAN TAHUN {TAHUN}",
        nomor="2/PK/2023",
        tempat="Kota Uji",
        tanggal="20 November 2023",
        pihak_pertama=CAMAT,
        pihak_kedua=PenandaTangan("Eko Prasetyo", "Bupati Uji"),
        sasaran=tuple(
            SasaranPK(str(i + 1), SASARAN[i % 2], 1, INDIKATOR[i % 3][0], INDIKATOR[i % 3][1], a("80,00"))
            for i in range(banyak)
        ),
        program=tuple(ProgramPK(p[0][-1], p[0], p[1], rp(p[2])) for p in PROGRAM),
        jumlah=rp(2_100_000_000),
    )


def konteks_contoh(**ubah: Any) -> KonteksLKjIP:
    """A small whole report: blanks, a long name, an uploaded appendix and one that is not there."""
    identitas, periode = identitas_contoh(), periode_contoh()
    citra = gambar_pindaian()
    halaman = HalamanPindaian(hashlib.sha256(citra).hexdigest(), 120, 170)
    sk = LampiranBerkas(
        kunci="lampiran.sk",
        judul="SK Tim SAKIP",
        alternatif="Keputusan Camat Uji tentang Tim SAKIP.",
        nama_berkas="sk-tim-sakip.pdf",
        sha256=hashlib.sha256(PINDAIAN).hexdigest(),
        jenis_isi="application/pdf",
        halaman=(halaman, halaman),
    )
    dasar = KonteksLKjIP(
        format=FORMAT_KONTEKS,
        identitas=identitas,
        pengesahan=DRAF,
        periode=periode,
        kerangka=build_kerangka(
            identitas,
            periode,
            sebutan_pk="Sebelum dan Sesudah Perubahan",
            sebutan_pagu="Sebelum dan Sesudah Perubahan",
            lampiran=((sk.kunci, sk.judul), ("lampiran.foto", "Foto Kegiatan")),
        ),
        ikhtisar=_ikhtisar(),
        bab1=bab1_contoh(),
        bab2=bab2_contoh(),
        bab3=bab3_contoh(),
        naskah_pk=naskah_contoh(),
        lampiran_berkas=(sk,),
        lampiran_tiada=(LampiranTiada("lampiran.foto", "Foto Kegiatan", "Tidak ada dokumentasi."),),
        fakta=(Fakta("t_capaian", ("Dari 3 indikator, 2 terukur.", "Satu mencapai target.")),),
        narasi=(
            paragraf("tabel.t_capaian", "Survei dilaksanakan dua kali dalam setahun."),
            NarasiBagian(
                "bab4.langkah",
                (Blok("daftar", ((Penggalan("Mengisi "), Penggalan("96,31%", terhitung=True)),)),),
            ),
        ),
    )
    return replace(dasar, **ubah)


def _node_kosong(nama: str) -> RingkasanNode:
    return RingkasanNode(nama, KOSONG, KOSONG, 0, 0, 0, "0 dari 0 indikator terukur")


def _bab2_kosong() -> Bab2:
    return Bab2(
        visi="",
        misi=(),
        rpjmd=(),
        catatan_rpjmd="",
        misi_didukung=(),
        renstra=(),
        iku=(),
        dokumen_iku="",
        rkt=(),
        revisi_pk=(),
        pk=(),
        catatan_pk="Perjanjian Kinerja belum diisi.",
        revisi_dpa=(),
        sebutan_dpa_akhir="",
        pagu=(),
        jumlah_pagu=replace(baris_pagu("", "JUMLAH", 0), sebelum=None, sesudah=KOSONG, selisih=None),
        catatan_pagu="",
        jumlah_tujuan=0,
        jumlah_sasaran=0,
        jumlah_indikator_renstra=0,
    )


def _bab3_kosong() -> Bab3:
    penuh = bab3_contoh()
    terisi = ("capaian", "banding", "kemajuan", "pembanding", "analisis", "menunjang", "anggaran")
    lain = ("efisiensi_sasaran", "efisiensi_program", "tindak_lanjut", "per_tujuan", "per_sasaran")
    kosong: dict[str, Any] = dict.fromkeys(terisi + lain, ())
    return replace(
        penuh,
        **kosong,
        jumlah_anggaran=BarisAnggaran("", "", "JUMLAH", 0, KOSONG, KOSONG, KOSONG),
        catatan_menunjang="Program belum dipetakan ke sasaran.",
        kantor=_node_kosong("Kecamatan Uji"),
    )


def konteks_kosong(**ubah: Any) -> KonteksLKjIP:
    """An office that has filled nothing: every table must say so."""
    identitas, periode = identitas_contoh(), replace(periode_contoh(), dokumen_renstra="", dokumen_rpjmd="")
    nol = dict.fromkeys((f for f, tipe in Ikhtisar.__annotations__.items() if tipe == "int"), 0)
    angka = dict.fromkeys((f for f, tipe in Ikhtisar.__annotations__.items() if tipe == "Angka"), KOSONG)
    dasar = KonteksLKjIP(
        format=FORMAT_KONTEKS,
        identitas=identitas,
        pengesahan=Pengesahan("draf", 1, None, "Kota Uji"),
        periode=periode,
        kerangka=build_kerangka(identitas, periode),
        ikhtisar=Ikhtisar(**nol, **angka, kategori_efisiensi=""),
        bab1=Bab1("", None, (), (), (), ()),
        bab2=_bab2_kosong(),
        bab3=_bab3_kosong(),
        naskah_pk=None,
        lampiran_berkas=(),
        lampiran_tiada=(),
    )
    return replace(dasar, **ubah)
