"""One run on an upload: the check, or the change. Called by the worker; directly in tests."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

from django.core.files.storage import default_storage
from django.db import transaction
from simple_history.models import HistoricalRecords

from organisasi.jejak import catat
from organisasi.models import Unggahan
from organisasi.pilihan import StatusUnggahan
from organisasi.unggahan.berkas import jalur_berkas, simpan_hasil
from organisasi.unggahan.kemajuan import Kemajuan
from organisasi.unggahan.langkah import PERIKSA, TERAPKAN, pindah
from organisasi.unggahan.penangan import Dibatalkan, HasilPeriksa, Penangan, TerapGagal, ambil

log = logging.getLogger(__name__)
PESAN_GAGAL = (
    "Terjadi kesalahan pada aplikasi dan tidak ada data yang berubah. Coba periksa lagi; bila tetap gagal, "
    "beri tahu admin kabupaten."
)
PESAN_HAK = "Tugas Anda sudah berubah, jadi unggahan ini tidak dapat diteruskan."


def jalankan(pk: int, giliran: int, langkah: str) -> None:
    """Do one step of one run; a run that was overtaken or cancelled does nothing."""
    unggahan = (
        Unggahan.objects.select_related("oleh", "perangkat_daerah__pemda", "pemda").filter(pk=pk).first()
    )
    penangan = ambil(unggahan.jenis) if unggahan else None
    if unggahan is None or unggahan.giliran != giliran:
        return
    if penangan is None:
        log.error("Unggahan %s: jenis %s tidak terdaftar", pk, unggahan.jenis)
        return
    kerja = {PERIKSA: _periksa, TERAPKAN: _terapkan}[langkah]
    dari = StatusUnggahan.ANTRE if langkah == PERIKSA else StatusUnggahan.MENERAPKAN
    ke = StatusUnggahan.MEMERIKSA if langkah == PERIKSA else StatusUnggahan.MENERAPKAN
    if not pindah(pk, [dari], ke, giliran):
        return
    try:
        with atas_nama(unggahan):
            if not penangan.boleh(unggahan.oleh.pelaku, unggahan):
                raise TerapGagal(PESAN_HAK)
            kerja(unggahan, penangan)
    except Dibatalkan:
        return
    except Exception as galat:
        _akhiri_galat(unggahan, langkah, galat)


@contextmanager
def atas_nama(unggahan: Unggahan) -> Iterator[None]:
    """Write history and jejak as the person who asked, from the address they asked from."""
    konteks: Any = HistoricalRecords.context
    lama = getattr(konteks, "request", None)
    konteks.request = SimpleNamespace(user=unggahan.oleh, META={"REMOTE_ADDR": unggahan.alamat_asal or ""})
    try:
        yield
    finally:
        if lama is not None:
            konteks.request = lama
        else:
            del konteks.request


def _periksa(unggahan: Unggahan, penangan: Penangan) -> None:
    kemajuan = Kemajuan(unggahan)
    with jalur_berkas(unggahan.berkas, unggahan.sha256) as jalur:
        temuan = penangan.periksa(unggahan, jalur, kemajuan)
    ke = StatusUnggahan.DITOLAK if temuan.is_ditolak else StatusUnggahan.SIAP
    isi: dict[str, Any] = {
        "hasil": temuan.hasil,
        "pesan": temuan.pesan,
        **kemajuan.hitungan,
        **_berkas_hasil(temuan),
    }
    dari = [StatusUnggahan.MEMERIKSA]
    is_pindah = pindah(unggahan.pk, dari, ke, unggahan.giliran, isi)
    usang = unggahan.berkas_hasil.name if is_pindah else isi["berkas_hasil"]
    if usang:
        default_storage.delete(usang)


def _berkas_hasil(temuan: HasilPeriksa) -> dict[str, str]:
    if temuan.berkas_hasil is None:
        return {"berkas_hasil": "", "nama_hasil": ""}
    return {"berkas_hasil": simpan_hasil(temuan.berkas_hasil), "nama_hasil": temuan.nama_hasil}


def _terapkan(unggahan: Unggahan, penangan: Penangan) -> None:
    kemajuan = Kemajuan(unggahan, lambda: _catat_jejak(unggahan, penangan))
    with jalur_berkas(unggahan.berkas, unggahan.sha256) as jalur:
        hasil = penangan.terapkan(unggahan, jalur, kemajuan)
    milik = Unggahan.objects.filter(pk=unggahan.pk, giliran=unggahan.giliran)
    if milik.filter(status=StatusUnggahan.MENERAPKAN).exists():  # a handler with a transaction of its own
        with transaction.atomic():
            kemajuan.tandai_selesai()
    milik.update(hasil=hasil, pesan="")


def _catat_jejak(unggahan: Unggahan, penangan: Penangan) -> None:
    catat(
        "terapkan unggahan",
        unggahan,
        oleh=unggahan.oleh,
        kantor=unggahan.perangkat_daerah,
        pemda=unggahan.pemda,
        peran=unggahan.oleh.pelaku.sebut_peran(unggahan.perangkat_daerah_id)[:40],
        uraian=f"{penangan.label}, SHA-256 {unggahan.sha256}",
    )


def _akhiri_galat(unggahan: Unggahan, langkah: str, galat: Exception) -> None:
    """Keep a refusal as its sentence; anything else is ours, and its traceback goes to the log."""
    pesan = getattr(galat, "pesan", None)
    ke, dari = StatusUnggahan.GAGAL, StatusUnggahan.MENERAPKAN
    if langkah == PERIKSA:
        dari = StatusUnggahan.MEMERIKSA
        if isinstance(pesan, str) and not isinstance(galat, TerapGagal):
            ke = StatusUnggahan.DITOLAK
    if not isinstance(pesan, str):
        log.error("Unggahan %s gagal (%s)", unggahan.pk, langkah, exc_info=galat)
        pesan = PESAN_GAGAL
    pindah(unggahan.pk, [dari], ke, unggahan.giliran, {"pesan": pesan})
