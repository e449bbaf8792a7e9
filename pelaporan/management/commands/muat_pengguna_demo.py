"""Makes the accounts with which the demonstration is tried, and quarters in every state."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils import timezone

from kinerja import alur
from kinerja.isian import muat_isian
from kinerja.models import JendelaPengisian, TahapPengukuran
from organisasi.models import Pengguna, Penugasan, PerangkatDaerah, UnitKerja
from organisasi.pilihan import Peran

SANDI = "peragaan-2024"  # the script prints it: accounts for the demonstration, not a secret
MULAI = datetime.date(2024, 1, 1)
KANTOR, TAHUN = "contoh", 2024
HARI_TERBUKA = 60


@dataclass(frozen=True)
class Pemeran:
    """One of the cast: who, and with which tasks (peran, slug of the office, name of the unit)."""

    akun: str
    nama: str
    sebutan: str
    tugas: tuple[tuple[Peran, str, str], ...]


PEMERAN = (
    Pemeran(
        "ani",
        "Ani Rahmawati",
        "staf Sub Bagian Program dan Keuangan, penyusun laporan, Kecamatan Contoh",
        (
            (Peran.STAF, "contoh", "Sub Bagian Program dan Keuangan"),
            (Peran.PENYUSUN, "contoh", ""),
        ),
    ),
    Pemeran(
        "budi",
        "Budi Santoso",
        "staf Seksi Pelayanan Umum, Kecamatan Batang-batang",
        ((Peran.STAF, "batang-batang", "Pelayanan Umum"),),
    ),
    Pemeran("citra", "Citra Lestari", "camat, Kecamatan Contoh", ((Peran.CAMAT, "contoh", ""),)),
    Pemeran(
        "dewi",
        "Dewi Anggraini",
        "sekretaris, verifikator, Kecamatan Contoh",
        ((Peran.VERIFIKATOR, "contoh", ""),),
    ),
    Pemeran(
        "eko",
        "Eko Prasetyo",
        "admin Kabupaten Contoh (Bagian Organisasi)",
        ((Peran.ADMIN_KABUPATEN, "contoh", ""),),
    ),
    Pemeran("farid", "Farid Hidayat", "inspektorat Kabupaten Contoh", ((Peran.INSPEKTORAT, "contoh", ""),)),
)
KABUPATEN = (Peran.ADMIN_KABUPATEN, Peran.INSPEKTORAT)


class Command(BaseCommand):
    """``manage.py muat_pengguna_demo``."""

    help = "Buat akun peragaan bila belum ada; akun yang sudah ada tidak diubah."

    def handle(self, *args: Any, **options: Any) -> None:
        """Print the logins, or that a password is no longer ours to print."""
        with transaction.atomic():
            self._sebut(buat_superuser(), "demo", "administrator sistem")
            slug = {s for p in PEMERAN for _, s, _ in p.tugas}
            if PerangkatDaerah.objects.filter(slug__in=slug).count() < len(slug):
                self.stdout.write("Perangkat daerah contoh belum dimuat (muat_contoh); pemeran tidak dibuat.")
                return
            akun = {p.akun: buat_akun(p) for p in PEMERAN}
            siapkan_triwulan(akun)
        for p in PEMERAN:
            self._sebut(akun[p.akun], p.akun, p.sebutan)

    def _sebut(self, pengguna: Pengguna, nama: str, sebutan: str) -> None:
        sandi = f"kata sandi: {SANDI}" if pengguna.check_password(SANDI) else "kata sandinya sudah diganti"
        self.stdout.write(f"Akun peragaan: {nama}, {sandi} ({sebutan})")


def buat_superuser() -> Pengguna:
    """Return the account of the installation, made where it is missing."""
    ada = Pengguna.objects.filter(username="demo").first()
    return ada or Pengguna.objects.create_superuser(
        "demo", "", SANDI, first_name="Akun", last_name="Peragaan"
    )


def buat_akun(pemeran: Pemeran) -> Pengguna:
    """Return an account of the cast, made with its tasks where it is missing."""
    baru = Pengguna.objects.filter(username=pemeran.akun).first()
    if baru is not None and baru.penugasan.exists():
        return baru
    depan, _, belakang = pemeran.nama.partition(" ")
    kantor = {s: PerangkatDaerah.objects.get(slug=s) for _, s, _ in pemeran.tugas}
    baru = baru or Pengguna.objects.create_user(
        pemeran.akun,
        f"{pemeran.akun}@contoh.go.id",
        SANDI,
        first_name=depan,
        last_name=belakang,
        pemda=next(iter(kantor.values())).pemda,
    )
    for peran, slug, unit in pemeran.tugas:
        pd = kantor[slug]
        tugas = Penugasan(
            pengguna=baru,
            peran=peran,
            pemda=pd.pemda if peran in KABUPATEN else None,
            perangkat_daerah=None if peran in KABUPATEN else pd,
            unit=UnitKerja.objects.filter(perangkat_daerah=pd, nama__icontains=unit).first()
            if unit
            else None,
            mulai=MULAI,
        )
        tugas.full_clean()
        tugas.save()
    return baru


def siapkan_triwulan(akun: dict[str, Pengguna]) -> None:
    """Set windows of the example office: TW I to III approved and closed, TW IV open from today on.

    Nothing is done where a window or a step exists: what a person did is never touched.
    """
    kantor = PerangkatDaerah.objects.select_related("pemda").get(slug=KANTOR)
    ada = JendelaPengisian.objects.filter(perangkat_daerah=kantor, tahun=TAHUN).exists()
    if ada or TahapPengukuran.objects.filter(unit__perangkat_daerah=kantor, tahun=TAHUN).exists():
        return
    hari = timezone.localdate()
    for triwulan, buka, tutup in (
        (1, datetime.date(TAHUN, 3, 1), datetime.date(TAHUN, 4, 10)),
        (2, datetime.date(TAHUN, 6, 1), datetime.date(TAHUN, 7, 10)),
        (3, datetime.date(TAHUN, 9, 1), datetime.date(TAHUN, 10, 10)),
        (4, datetime.date(TAHUN, 12, 1), hari + datetime.timedelta(days=HARI_TERBUKA)),
    ):
        JendelaPengisian.objects.create(
            perangkat_daerah=kantor, tahun=TAHUN, triwulan=triwulan, buka=buka, tutup=tutup
        )
    isian = muat_isian(kantor, TAHUN)
    for unit in isian.unit_bertugas():
        for triwulan in (1, 2, 3):
            if isian.ringkas(unit.pk, triwulan).diminta:
                tw = alur.Triwulan(kantor, TAHUN, triwulan, unit)
                alur.kirim(tw, oleh=akun["citra"], hari=datetime.date(TAHUN, triwulan * 3 + 1, 5))
                alur.periksa(tw, oleh=akun["dewi"])
                alur.setujui(tw, oleh=akun["citra"])
