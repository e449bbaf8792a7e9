"""Deletes uploads past their day, their files, and what the queue no longer needs."""

from __future__ import annotations

import datetime

from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from organisasi.models import Unggahan
from organisasi.unggahan import denyut
from organisasi.unggahan.berkas import FOLDER, FOLDER_HASIL
from organisasi.unggahan.keadaan import BATAS_DIAM

HARI_TUGAS = 7  # results of tasks, for who reads the log
JAM_YATIM = 24


def bersihkan(hari: datetime.date | None = None, *, paling_banyak: int | None = None) -> int:
    """Delete uploads whose day is over, and old results of tasks; return how many uploads."""
    hari = hari or timezone.localdate()
    diam = timezone.now() - BATAS_DIAM
    lewat = Unggahan.objects.filter(hapus_setelah__lt=hari, diubah_pada__lt=diam).order_by("pk")
    baris = list(lewat.values_list("pk", "berkas", "berkas_hasil")[:paling_banyak])
    if baris:
        with transaction.atomic():
            Unggahan.objects.filter(pk__in=[b[0] for b in baris]).delete()
        for _, *berkas in baris:
            _hapus_berkas(*berkas)
    lama = timezone.now() - datetime.timedelta(days=HARI_TUGAS)
    usang = DBTaskResult.objects.filter(enqueued_at__lt=lama).exclude(pk__in=DBTaskResult.objects.ready())
    if usang.exists():
        usang.delete()
    return len(baris)


def _hapus_berkas(*nama: str) -> None:
    for satu in nama:
        if satu:
            default_storage.delete(satu)


def hapus_yatim() -> int:
    """Delete stored files that no upload names (a crash between file and row); return how many."""
    denyut.hapus_lama()
    batas = timezone.now() - datetime.timedelta(hours=JAM_YATIM)
    dipakai = {n for b in Unggahan.objects.values_list("berkas", "berkas_hasil") for n in b}
    jumlah = 0
    for akar in (FOLDER, FOLDER_HASIL):
        for nama in _isi_folder(akar):
            if nama not in dipakai and default_storage.get_modified_time(nama) < batas:
                default_storage.delete(nama)
                jumlah += 1
    return jumlah


def _isi_folder(akar: str) -> list[str]:
    try:
        bagian = default_storage.listdir(akar)[0]
    except FileNotFoundError:
        return []
    return [f"{akar}/{b}/{n}" for b in bagian for n in default_storage.listdir(f"{akar}/{b}")[1]]
