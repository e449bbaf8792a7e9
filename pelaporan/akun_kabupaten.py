"""Accounts and tasks of a government: who may look after whom, one account, one task. Each act is logged."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.contrib.auth.hashers import make_password
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.db.models import Q, QuerySet

from organisasi.akun import boleh_urus, buat_sandi_awal
from organisasi.jejak import catat
from organisasi.models import PemerintahDaerah, Pengguna, Penugasan, PerangkatDaerah, UnitKerja
from organisasi.pilihan import PERAN_KABUPATEN, Peran
from pelaporan.kabupaten import pemda_kelola
from sakip.umum.tanggal import format_tanggal


class AkunGagal(ValueError):
    """An account or a task that cannot be written; the text is for the person."""


@dataclass(frozen=True)
class IsianTugas:
    """A task to be given: a role at an office (and unit), or for the whole government."""

    peran: Peran
    kantor: PerangkatDaerah | None
    unit: UnitKerja | None
    pemda: PemerintahDaerah | None
    mulai: datetime.date
    sampai: datetime.date | None = None

    @property
    def tempat(self) -> str:
        """Where the task holds, in words."""
        if self.kantor is None:
            return str(self.pemda)
        return f"{self.kantor.nama}, {self.unit.nama}" if self.unit else self.kantor.nama

    @property
    def pemda_id(self) -> int | None:
        """The government that the task belongs to."""
        return self.kantor.pemda_id if self.kantor else self.pemda.pk if self.pemda else None


@dataclass(frozen=True)
class IsianAkun:
    """An account to be made."""

    nama_pengguna: str
    nama: str
    surel: str
    pemda: PemerintahDaerah


@dataclass(frozen=True)
class SandiBaru:
    """A first password, shown once."""

    pengguna: Pengguna
    sandi: str


# Who looks after whom -------------------------------------------------------------------------------


def is_pemda_sendiri(oleh: Pengguna, pemda_id: int | None) -> bool:
    """Whether a person looks after the accounts of a government."""
    return oleh.pelaku.is_semua or pemda_id in pemda_kelola(oleh.pelaku, Peran.ADMIN_KABUPATEN)


def akun_kelola(oleh: Pengguna) -> QuerySet[Pengguna]:
    """Return the accounts that a person looks after: those of the own government, never a superuser's."""
    semua = Pengguna.objects.untuk(oleh).filter(is_superuser=False)
    if oleh.pelaku.is_semua:
        return semua  # type: ignore[no-any-return]
    return semua.filter(pemda__in=pemda_kelola(oleh.pelaku, Peran.ADMIN_KABUPATEN))  # type: ignore[no-any-return]


def tugas_kelola(oleh: Pengguna) -> QuerySet[Penugasan]:
    """Return the tasks that a person looks after: those of the own government and its offices."""
    semua = Penugasan.objects.untuk(oleh).select_related("perangkat_daerah", "unit", "pemda")
    if oleh.pelaku.is_semua:
        return semua  # type: ignore[no-any-return]
    milik = pemda_kelola(oleh.pelaku, Peran.ADMIN_KABUPATEN)
    return semua.filter(Q(pemda__in=milik) | Q(perangkat_daerah__pemda__in=milik))  # type: ignore[no-any-return]


def _wajib(oleh: Pengguna, pengguna: Pengguna, pemda_id: int | None) -> None:
    """Refuse what is another government's, a superuser's, or one's own."""
    sendiri = is_pemda_sendiri(oleh, pengguna.pemda_id) and is_pemda_sendiri(oleh, pemda_id)
    if pengguna.is_superuser or not sendiri or not boleh_urus(pengguna, oleh):
        raise PermissionDenied("akun")


# One account, one task --------------------------------------------------------------------------------


def buat_akun(isian: IsianAkun, tugas: list[IsianTugas], oleh: Pengguna) -> SandiBaru:
    """Make an account with its tasks and a first password. Raises AkunGagal, PermissionDenied."""
    sandi = buat_sandi_awal()
    sidik = make_password(sandi)  # slow on purpose: never inside the transaction
    with transaction.atomic():
        pengguna = tulis_akun(isian, sidik, oleh)
        for satu in tugas:
            beri_tugas(pengguna, satu, oleh)
    return SandiBaru(pengguna, sandi)


def tulis_akun(isian: IsianAkun, sidik: str, oleh: Pengguna) -> Pengguna:
    """Insert an account whose password must be replaced at the first login; the caller's transaction."""
    if not is_pemda_sendiri(oleh, isian.pemda.pk):
        raise PermissionDenied("akun")
    if Pengguna.objects.filter(username__iexact=isian.nama_pengguna).exists():
        raise AkunGagal(
            f"Nama pengguna {isian.nama_pengguna} sudah dipakai. Pilih nama lain, misalnya "
            f"{isian.nama_pengguna}2."
        )
    depan, _, belakang = isian.nama.partition(" ")
    pengguna = Pengguna.objects.create(
        username=isian.nama_pengguna,
        first_name=depan,
        last_name=belakang,
        email=isian.surel,
        pemda=isian.pemda,
        password=sidik,
        harus_ganti_sandi=True,
    )
    catat("buat akun", pengguna, oleh=oleh, pemda=isian.pemda, peran=_peran(oleh), uraian=isian.nama_pengguna)
    return pengguna


@transaction.atomic
def beri_tugas(pengguna: Pengguna, tugas: IsianTugas, oleh: Pengguna) -> Penugasan:
    """Give a person a task. Raises AkunGagal, PermissionDenied."""
    _wajib(oleh, pengguna, tugas.pemda_id)
    if alasan := salah_tugas(tugas):
        raise AkunGagal(alasan)
    if ada := tugas_serupa(tugas_orang(pengguna), tugas):
        raise AkunGagal(
            f"{sebut_tugas(ada)} sudah ada sejak {format_tanggal(ada.mulai)}, jadi tidak ditambah."
        )
    baru = Penugasan(
        pengguna=pengguna,
        peran=tugas.peran,
        pemda=tugas.pemda,
        perangkat_daerah=tugas.kantor,
        unit=tugas.unit,
        mulai=tugas.mulai,
        sampai=tugas.sampai,
    )
    try:
        with transaction.atomic():
            baru.save()
    except IntegrityError as galat:
        raise AkunGagal(f"{sebut_tugas(baru)} mulai {format_tanggal(tugas.mulai)} sudah ada.") from galat
    rentang = f"mulai {format_tanggal(tugas.mulai)}"
    if tugas.sampai:
        rentang += f" sampai {format_tanggal(tugas.sampai)}"
    catat(
        "beri tugas", baru, oleh=oleh, kantor=tugas.kantor, pemda=tugas.pemda, peran=_peran(oleh),
        uraian=rentang,
    )  # fmt: skip
    return baru


@transaction.atomic
def akhiri_tugas(penugasan: Penugasan, sampai: datetime.date, oleh: Pengguna) -> Penugasan:
    """Set the last day of a task; that day still counts. Raises AkunGagal, PermissionDenied."""
    baris = Penugasan.objects.select_for_update().get(pk=penugasan.pk)
    _wajib(oleh, baris.pengguna, _pemda(baris))
    if sampai < baris.mulai:
        raise AkunGagal(
            f"Hari terakhir {format_tanggal(sampai)} lebih awal daripada mulainya, "
            f"{format_tanggal(baris.mulai)}. "
            "Tulis hari yang sama atau sesudahnya, atau batalkan tugas yang belum berjalan."
        )
    if baris.sampai is not None and baris.sampai < sampai:
        raise AkunGagal(
            f"Tugas ini sudah berakhir {format_tanggal(baris.sampai)}. Untuk memperpanjang, beri tugas baru."
        )
    baris.sampai = sampai
    baris.save()
    catat(
        "akhiri tugas", baris, oleh=oleh, kantor=baris.perangkat_daerah, pemda=baris.pemda,
        peran=_peran(oleh), uraian=f"sampai {format_tanggal(sampai)}",
    )  # fmt: skip
    return baris


@transaction.atomic
def batalkan_tugas(penugasan: Penugasan, oleh: Pengguna, hari: datetime.date) -> None:
    """Take back a task that begins today or later. Raises AkunGagal, PermissionDenied."""
    baris = Penugasan.objects.select_for_update().get(pk=penugasan.pk)
    _wajib(oleh, baris.pengguna, _pemda(baris))
    if baris.mulai < hari:
        raise AkunGagal("Tugas ini sudah berjalan. Tulis hari terakhirnya untuk mengakhiri.")
    catat(
        "batalkan tugas", baris, oleh=oleh, kantor=baris.perangkat_daerah, pemda=baris.pemda,
        peran=_peran(oleh), uraian=f"mulai {format_tanggal(baris.mulai)}",
    )  # fmt: skip
    baris.delete()


def tugas_orang(pengguna: Pengguna) -> list[Penugasan]:
    """Return all tasks of a person, whatever their dates."""
    return list(
        Penugasan.objects.filter(pengguna=pengguna).select_related("perangkat_daerah", "unit", "pemda")
    )


def tugas_serupa(ada: list[Penugasan], tugas: IsianTugas) -> Penugasan | None:
    """Return a task of the same role and place whose days meet those of the new one."""
    kantor, unit = tugas.kantor.pk if tugas.kantor else None, tugas.unit.pk if tugas.unit else None
    pemda = tugas.pemda.pk if tugas.pemda else None
    for p in ada:
        if (p.peran, p.perangkat_daerah_id, p.unit_id, p.pemda_id) != (tugas.peran, kantor, unit, pemda):
            continue
        akhir, akhir_baru = p.sampai or datetime.date.max, tugas.sampai or datetime.date.max
        if p.mulai <= akhir_baru and tugas.mulai <= akhir:
            return p
    return None


def salah_tugas(tugas: IsianTugas) -> str:
    """Return why a task cannot be, or an empty text."""
    if tugas.peran in PERAN_KABUPATEN:
        if tugas.pemda is None or tugas.kantor is not None:
            return f"{tugas.peran.label} ditugaskan untuk seluruh kabupaten, bukan perangkat daerah."
    elif tugas.kantor is None:
        return f"Pilih perangkat daerah untuk peran {tugas.peran.label}."
    elif tugas.peran == Peran.STAF and tugas.unit is None:
        return "Staf ditugaskan pada satu unit. Tulis nama unitnya, misalnya Seksi Pelayanan."
    if tugas.unit and tugas.kantor and tugas.unit.perangkat_daerah_id != tugas.kantor.pk:
        return f"Unit {tugas.unit.nama} bukan milik {tugas.kantor.nama}."
    if tugas.sampai is not None and tugas.sampai < tugas.mulai:
        return "Hari terakhir tidak boleh lebih awal daripada hari mulai."
    return ""


def sebut_tugas(p: Penugasan) -> str:
    """Return the role and the place: "Staf, Kecamatan Alfa, Seksi Pelayanan"."""
    tempat = str(p.perangkat_daerah or p.pemda)
    return f"{p.get_peran_display()}, {tempat}" + (f", {p.unit}" if p.unit else "")


def _pemda(p: Penugasan) -> int | None:
    return p.pemda_id or (p.perangkat_daerah.pemda_id if p.perangkat_daerah else None)


def _peran(oleh: Pengguna) -> str:
    return "Administrator sistem" if oleh.pelaku.is_semua else str(Peran.ADMIN_KABUPATEN.label)
