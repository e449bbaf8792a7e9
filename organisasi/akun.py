"""Accounts: first passwords, own passwords, ending sessions, and help after a lost telephone.

Who looks after an account: a superuser, or the admin kabupaten of its government (never a superuser's).
"""

from __future__ import annotations

import secrets

from axes.utils import reset as buka_kunci_masuk
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from organisasi import dua_langkah
from organisasi.izin import SUPERUSER
from organisasi.jejak import catat
from organisasi.models import Pengguna, Penugasan
from organisasi.pilihan import Peran

HURUF_MATI, HURUF_HIDUP, ANGKA = "bdfghjkmnprstw", "aeiou", "23456789"  # nothing that looks like another
SUKU_KATA = 3


def buat_sandi_awal() -> str:
    """Return a random password that is easily read out: "bakune-tisogu-47" (43 bits)."""
    kata = [
        "".join(secrets.choice(HURUF_MATI) + secrets.choice(HURUF_HIDUP) for _ in range(SUKU_KATA))
        for _ in range(2)
    ]
    return "-".join([*kata, secrets.choice(ANGKA) + secrets.choice(ANGKA)])


def boleh_urus(pengguna: Pengguna, oleh: Pengguna) -> bool:
    """Whether ``oleh`` looks after the account of another person."""
    if oleh.pk == pengguna.pk or (pengguna.is_superuser and not oleh.is_superuser):
        return False
    return oleh.pelaku.boleh_tulis_objek(pengguna)


def tugas_hari_ini(pengguna: Pengguna) -> QuerySet[Penugasan]:
    """Return the person's own tasks in force today."""
    hari = timezone.localdate()
    return (
        Penugasan.objects.filter(pengguna=pengguna, mulai__lte=hari)
        .filter(Q(sampai=None) | Q(sampai__gte=hari))
        .select_related("perangkat_daerah", "unit", "pemda")
        .order_by("mulai", "id")
    )


@transaction.atomic
def setel_sandi_awal(pengguna: Pengguna, oleh: Pengguna) -> str:
    """Give an account a new first password and return it, to be told once; it must be replaced at login.

    All sessions of the person end, and a log-in refused after failed attempts is open again. Raises
    PermissionDenied.
    """
    if not boleh_urus(pengguna, oleh):
        raise PermissionDenied("akun")
    sandi = buat_sandi_awal()
    pengguna.set_password(sandi)
    pengguna.harus_ganti_sandi = True
    pengguna.save(update_fields=["password", "harus_ganti_sandi"])
    buka_kunci_masuk(username=pengguna.get_username())
    catat("setel sandi awal", pengguna, oleh=oleh, peran=_peran(oleh), pemda=pengguna.pemda)
    return sandi


@transaction.atomic
def ganti_sandi(pengguna: Pengguna, sandi: str) -> None:
    """Store the password that a person chose, already checked by the form; all other sessions end."""
    pengguna.set_password(sandi)
    pengguna.harus_ganti_sandi = False
    pengguna.save(update_fields=["password", "harus_ganti_sandi"])
    catat("ganti sandi", pengguna, oleh=pengguna, pemda=pengguna.pemda)


@transaction.atomic
def keluar_dari_semua(pengguna: Pengguna, oleh: Pengguna) -> None:
    """End every session of a person, asked for by the person or by who looks after the account.

    Raises PermissionDenied.
    """
    if oleh.pk != pengguna.pk and not boleh_urus(pengguna, oleh):
        raise PermissionDenied("akun")
    dua_langkah.putar_sesi(pengguna)
    catat(
        "keluar dari semua perangkat", pengguna, oleh=oleh, peran=_peran(oleh, pengguna), pemda=pengguna.pemda
    )


@transaction.atomic
def hapus_dua_langkah(pengguna: Pengguna, oleh: Pengguna) -> bool:
    """Take two-step login off another person's account (telephone and codes lost), and end the sessions.

    Returns False where it was not on. A person takes off their own with a code (dua_langkah.matikan).
    Raises PermissionDenied.
    """
    if not boleh_urus(pengguna, oleh):
        raise PermissionDenied("akun")
    if not dua_langkah.hapus_perangkat(pengguna):
        return False
    dua_langkah.putar_sesi(pengguna)
    catat("hapus dua langkah", pengguna, oleh=oleh, peran=_peran(oleh), pemda=pengguna.pemda)
    return True


def _peran(oleh: Pengguna, pengguna: Pengguna | None = None) -> str:
    """Return the role that allowed an act; none for what a person does with their own account."""
    if pengguna is not None and oleh.pk == pengguna.pk:
        return ""
    return SUPERUSER if oleh.pelaku.is_semua else Peran.ADMIN_KABUPATEN.value
