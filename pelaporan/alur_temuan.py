"""Answers to findings: the written reason for a warning, and the override of a galat until a day.

The checks run again inside the transaction: only a finding that is there now, with these values, is
answered. Rows are only inserted, the newest of a finding counts, and each is recorded in the log.
"""

from __future__ import annotations

import datetime
import hashlib
import re

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from organisasi.izin import Pelaku
from organisasi.jejak import catat
from organisasi.models import Pengguna
from organisasi.pilihan import Peran
from pelaporan.models import Laporan, TanggapanTemuan
from pelaporan.pemeriksaan import periksa_laporan
from pelaporan.periksa.dasar import Temuan, Tingkat
from pelaporan.periksa.jalankan import HasilPeriksa, Tanggapan
from pelaporan.pilihan import JenisTanggapan
from sakip.umum.tanggal import format_tanggal

PEMBERI_ALASAN = (Peran.VERIFIKATOR, Peran.PENYUSUN, Peran.CAMAT)
HURUF_TERSEDIKIT, KATA_TERSEDIKIT, PANJANG = 10, 3, 2000
BULAN_TERLAMA = 12
_HURUF = re.compile(r"[^\W\d_]")
_KATA = re.compile(r"[^\W\d_]{2,}")
_TAK_TAMPAK = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


class TanggapanDitolak(ValueError):
    """An answer that was not taken: the field it belongs to ("" for the whole form) and a sentence."""

    def __init__(self, pesan: str, medan: str = "") -> None:
        super().__init__(pesan)
        self.medan = medan


def boleh_beri_alasan(pelaku: Pelaku, laporan: Laporan) -> bool:
    """Whether the person writes reasons for warnings: verifikator, penyusun, head of the office."""
    return pelaku.is_peran(laporan.perangkat_daerah_id, *PEMBERI_ALASAN)


def boleh_kecualikan(pelaku: Pelaku, laporan: Laporan) -> bool:
    """Whether the person overrides a galat: the admin kabupaten of the government."""
    return pelaku.is_peran(laporan.perangkat_daerah_id, Peran.ADMIN_KABUPATEN)


def sidik_tanggapan(tanggapan: Tanggapan | None) -> str:
    """Return what a page remembers of the answer it showed; nothing where there was none."""
    if tanggapan is None:
        return ""
    isi = f"{tanggapan.alasan}|{tanggapan.oleh}|{tanggapan.berlaku_sampai}"
    return hashlib.sha256(isi.encode("utf-8")).hexdigest()[:16]


def batas_terakhir(hari: datetime.date) -> datetime.date:
    """Return the last day until which an override may hold: the same day of the next year."""
    try:
        return hari.replace(year=hari.year + 1)
    except ValueError:  # 29 February
        return hari.replace(year=hari.year + 1, day=28)


@transaction.atomic
def beri_alasan(
    laporan: Laporan,
    kunci: str,
    alasan: str,
    *,
    oleh: Pengguna,
    senama: bool = False,
    dibaca: str | None = None,
) -> list[TanggapanTemuan]:
    """Store the reason for a warning; ``senama``: for all unanswered ones of the same check too.

    ``dibaca`` is the answer that the page had shown (``sidik_tanggapan``): where somebody else answered
    meanwhile nothing is written. Raises PermissionDenied or TanggapanDitolak.
    """
    if not boleh_beri_alasan(oleh.pelaku, laporan):
        raise PermissionDenied("alasan temuan")
    teks = periksa_alasan(alasan)
    hasil = _hasil(laporan)
    temuan = _cari(hasil, kunci, Tingkat.PERINGATAN)
    _wajib_terbaca(hasil.alasan.get(kunci), dibaca)
    lain = [t for t in hasil.tanpa_alasan if t.kode == temuan.kode and t.kunci != kunci] if senama else []
    return [_simpan(laporan, t, teks, oleh) for t in (temuan, *lain)]


@transaction.atomic
def kecualikan(
    laporan: Laporan,
    kunci: str,
    alasan: str,
    berlaku_sampai: datetime.date | None,
    *,
    oleh: Pengguna,
    dibaca: str | None = None,
) -> TanggapanTemuan:
    """Let a galat stand until a day, where its check allows that. Raises like ``beri_alasan``."""
    if not boleh_kecualikan(oleh.pelaku, laporan):
        raise PermissionDenied("pengecualian temuan")
    teks = periksa_alasan(alasan)
    sampai = _periksa_batas(berlaku_sampai)
    hasil = _hasil(laporan)
    temuan = _cari(hasil, kunci, Tingkat.GALAT)
    if not any(p.kode == temuan.kode and p.boleh_dikecualikan for p in hasil.pemeriksaan):
        raise TanggapanDitolak("Galat ini tidak dapat dikecualikan. Perbaiki isinya.")
    _wajib_terbaca(hasil.pengecualian.get(kunci), dibaca)
    return _simpan(laporan, temuan, teks, oleh, sampai)


def periksa_alasan(alasan: str) -> str:
    """Return a reason as it is stored; refuse what is no sentence ("ok", "-", "sudah")."""
    teks = _TAK_TAMPAK.sub("", alasan.replace("\r\n", "\n")).strip()
    if not teks:
        raise TanggapanDitolak("Tulis alasannya.", "alasan")
    if len(teks) > PANJANG:
        raise TanggapanDitolak(
            f"Alasan paling panjang {PANJANG} huruf; ini {len(teks)}. Ringkaskan.", "alasan"
        )
    kata = {k.lower() for k in _KATA.findall(teks)}
    if len(_HURUF.findall(teks)) < HURUF_TERSEDIKIT or len(kata) < KATA_TERSEDIKIT:
        raise TanggapanDitolak(
            "Alasan terlalu pendek. Tulis sebab dan tindak lanjutnya dalam satu kalimat, paling sedikit "
            f"{KATA_TERSEDIKIT} kata.",
            "alasan",
        )
    return teks


# Helpers -------------------------------------------------------------------------------------------------


def _periksa_batas(sampai: datetime.date | None) -> datetime.date:
    hari = timezone.localdate()
    if sampai is None:
        raise TanggapanDitolak("Isi sampai kapan pengecualian berlaku.", "berlaku_sampai")
    if sampai <= hari:
        raise TanggapanDitolak("Pilih tanggal setelah hari ini.", "berlaku_sampai")
    akhir = batas_terakhir(hari)
    if sampai > akhir:
        raise TanggapanDitolak(
            f"Pengecualian paling lama {BULAN_TERLAMA} bulan, yaitu sampai {format_tanggal(akhir)}.",
            "berlaku_sampai",
        )
    return sampai


def _hasil(laporan: Laporan) -> HasilPeriksa:
    """Run the checks on the report as it stands, with its row held: two answers come one after the other."""
    Laporan.objects.select_for_update().get(pk=laporan.pk)
    return periksa_laporan(laporan)


def _cari(hasil: HasilPeriksa, kunci: str, tingkat: Tingkat) -> Temuan:
    temuan = next((t for t in hasil.setingkat(tingkat) if t.kunci == kunci), None)
    if temuan is None:
        raise TanggapanDitolak(
            "Temuan ini sudah tidak ada atau nilainya berubah sejak halaman dibuka. Lihat daftar di bawah: "
            "nilai yang baru meminta jawaban sendiri."
        )
    return temuan


def _wajib_terbaca(kini: Tanggapan | None, dibaca: str | None) -> None:
    if dibaca is None or kini is None or sidik_tanggapan(kini) == dibaca:
        return
    raise TanggapanDitolak(
        f"{kini.oleh} sementara itu menulis: “{kini.alasan}” Isian Anda belum tersimpan. Simpan lagi bila "
        "isian Anda yang hendak dipakai."
    )


def _simpan(
    laporan: Laporan, temuan: Temuan, alasan: str, oleh: Pengguna, sampai: datetime.date | None = None
) -> TanggapanTemuan:
    """Insert a reason, or with a day an override, and record the act."""
    kantor = laporan.perangkat_daerah
    ada = oleh.pelaku.peran_di(kantor.pk, kantor.pemda_id)
    pemberi = (Peran.ADMIN_KABUPATEN,) if sampai else PEMBERI_ALASAN
    peran = next((p.label for p in pemberi if p.value in ada), oleh.pelaku.sebut_peran(kantor.pk))
    baris = TanggapanTemuan.objects.create(
        laporan=laporan,
        jenis=JenisTanggapan.PENGECUALIAN if sampai else JenisTanggapan.ALASAN,
        kode=temuan.kode,
        kunci=temuan.kunci,
        lokasi=temuan.lokasi.teks[:200],
        pesan=temuan.pesan,
        alasan=alasan,
        berlaku_sampai=sampai,
        oleh=oleh,
        peran=peran,
    )
    batas = f" Berlaku sampai {format_tanggal(sampai)}." if sampai else ""
    catat(
        "Temuan dikecualikan" if sampai else "Alasan temuan ditulis",
        laporan,
        oleh=oleh,
        kantor=kantor,
        peran=peran,
        uraian=f"{temuan.lokasi.teks}: {temuan.pesan} Alasan: {alasan}{batas}",
    )
    return baris
