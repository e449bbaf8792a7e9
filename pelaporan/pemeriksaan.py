"""The gate over a report as it stands: runs the checks, with the answers that people gave."""

from __future__ import annotations

import datetime
from dataclasses import replace

from django.utils import timezone

from pelaporan.models import Laporan, TanggapanTemuan
from pelaporan.periksa.jalankan import HasilPeriksa, Tanggapan, jalankan
from pelaporan.pilihan import JenisTanggapan
from pelaporan.susun import Susunan
from pelaporan.susun.periksa import build_bahan_periksa
from sakip.umum.tanggal import format_tanggal


def periksa_laporan(
    laporan: Laporan, *, susunan: Susunan | None = None, hari: datetime.date | None = None
) -> HasilPeriksa:
    """Return all findings of a report with the answers in force on ``hari`` (today by default).

    Raises SusunGagal where there is no report to check. Nothing is written.
    """
    hasil = jalankan(build_bahan_periksa(laporan, susunan), hari=hari or timezone.localdate())
    return dengan_tanggapan(hasil, laporan)


def dengan_tanggapan(hasil: HasilPeriksa, laporan: Laporan) -> HasilPeriksa:
    """Return the findings with what people answered: the newest answer of each finding."""
    alasan: dict[str, Tanggapan] = {}
    pengecualian: dict[str, Tanggapan] = {}
    for t in TanggapanTemuan.objects.filter(laporan=laporan).select_related("oleh").order_by("id"):
        tujuan = pengecualian if t.jenis == JenisTanggapan.PENGECUALIAN else alasan
        tujuan[t.kunci] = Tanggapan(
            kunci=t.kunci,
            pesan=t.pesan,
            alasan=t.alasan,
            oleh=str(t.oleh) if t.oleh else "sistem",
            peran=t.peran,
            tanggal=format_tanggal(timezone.localdate(t.pada)),
            berlaku_sampai=t.berlaku_sampai,
        )
    return replace(hasil, alasan=alasan, pengecualian=pengecualian)
