"""The answers to findings, as part of the report: data.json holds them, and a government may print them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pelaporan.kerangka import CATATAN_PEMERIKSAAN, tambah_lampiran, urutan_tempat
from pelaporan.konteks import CatatanTemuan, KonteksLKjIP
from pelaporan.models import Laporan, TanggapanTemuan
from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Temuan, Tingkat
from pelaporan.periksa.jalankan import HasilPeriksa, jalankan
from pelaporan.periksa.naskah import iter_paragraf, sidik_paragraf
from sakip.umum.tanggal import format_tanggal

if TYPE_CHECKING:
    from pelaporan.susun import Susunan


def tambah_catatan(konteks: KonteksLKjIP, laporan: Laporan, susunan: Susunan) -> KonteksLKjIP:
    """Return the report with the answers that fit a finding of today; one query where nobody answered.

    An answer to a value that changed is left out. An override stands here with its last day whether or not
    that day has passed, so that the same rows give the same report on any day.
    """
    if not TanggapanTemuan.objects.filter(laporan=laporan).exists():
        return konteks
    from pelaporan.pemeriksaan import dengan_tanggapan  # they read what is composed here
    from pelaporan.susun.periksa import build_bahan_periksa

    bahan = build_bahan_periksa(laporan, susunan)
    hasil = dengan_tanggapan(jalankan(_tanpa_kantor_lain(bahan)), laporan)
    urut = sorted(hasil.temuan, key=lambda t: urutan_tempat(t.lokasi.kunci, konteks.kerangka))
    catatan = tuple(c for t in urut if (c := _catatan(hasil, t)) is not None)
    kerangka = konteks.kerangka
    if catatan and laporan.perangkat_daerah.pemda.cetak_catatan_pemeriksaan:
        kerangka = tambah_lampiran(kerangka, *CATATAN_PEMERIKSAAN)
    return replace(konteks, kerangka=kerangka, catatan_pemeriksaan=catatan)


def _tanpa_kantor_lain(bahan: BahanPeriksa) -> BahanPeriksa:
    """Take other offices out of what is read: their edits never change the content of this report.

    Every paragraph counts as written elsewhere, so that an answer about a section fits while it is as it was.
    """
    sendiri = frozenset(sidik_paragraf(p.mentah) for p in iter_paragraf(bahan.konteks)) - {""}
    return replace(bahan, sidik_lain=sendiri)


def _catatan(hasil: HasilPeriksa, t: Temuan) -> CatatanTemuan | None:
    jawaban = (hasil.pengecualian if t.tingkat is Tingkat.GALAT else hasil.alasan).get(t.kunci)
    if jawaban is None or t.tingkat is Tingkat.INFO:
        return None
    batas = jawaban.berlaku_sampai
    return CatatanTemuan(
        tingkat=t.tingkat.value,
        kode=t.kode,
        nama=next(p.nama for p in hasil.pemeriksaan if p.kode == t.kode),
        lokasi=t.lokasi.teks,
        pesan=jawaban.pesan,
        alasan=jawaban.alasan,
        oleh=jawaban.oleh,
        peran=jawaban.peran,
        tanggal=jawaban.tanggal,
        berlaku_sampai=format_tanggal(batas) if batas else "",
    )
