"""Two-step login: a device that shows codes (TOTP, RFC 6238) and eight recovery codes on paper.

A refused code counts against the device that it was tried on, and each further one makes the person wait
twice as long (django-otp). That count stands outside the transaction that a refusal ends.
"""

from __future__ import annotations

import math
import re
from base64 import b32encode
from typing import Any

import segno
from django.db import transaction
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django_otp.models import Device
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from organisasi.jejak import catat
from organisasi.models import Pengguna
from sakip.umum.halaman import sebut_lama

JUMLAH_KODE_CADANGAN = 8
NAMA_TELEPON, NAMA_CADANGAN = "telepon", "kode cadangan"
SALAH_KODE = (
    "Kode tidak cocok atau sudah dipakai. Tulis 6 angka yang sekarang tampil di aplikasi, misalnya 123456."
)
SALAH_CADANGAN = (
    "Kode cadangan tidak cocok atau sudah dipakai. Tulis 8 huruf dan angka dari daftar Anda, "
    "misalnya abcd 2345."
)


class KodeDitolak(ValueError):
    """A code is not accepted; the text says why and what to write."""


def punya_perangkat(pengguna: Pengguna) -> bool:
    """Whether the person has a confirmed device and so must give a code at each login."""
    return TOTPDevice.objects.devices_for_user(pengguna, confirmed=True).exists()


def is_wajib(pengguna: Pengguna) -> bool:
    """Whether an office (for its head) or a government (for its admin) asks this person for a second step."""
    return pengguna.pelaku.wajib_dua_langkah


def jumlah_kode_cadangan(pengguna: Pengguna) -> int:
    """Return how many recovery codes are left."""
    return StaticToken.objects.filter(device__user=pengguna).count()


# Set-up ------------------------------------------------------------------------------------------


def perangkat_menunggu(pengguna: Pengguna) -> TOTPDevice | None:
    """Return the device whose first code has not come yet."""
    return TOTPDevice.objects.devices_for_user(pengguna, confirmed=False).order_by("-pk").first()


@transaction.atomic
def mulai(pengguna: Pengguna) -> TOTPDevice:
    """Make a new secret, in place of one that was never confirmed."""
    if punya_perangkat(pengguna):
        raise KodeDitolak("Masuk dua langkah sudah aktif. Matikan dahulu untuk mengganti telepon.")
    TOTPDevice.objects.devices_for_user(pengguna, confirmed=False).delete()
    return TOTPDevice.objects.create(user=pengguna, name=NAMA_TELEPON, confirmed=False)


def aktifkan(pengguna: Pengguna, kode: str) -> tuple[TOTPDevice, list[str]]:
    """Confirm the waiting device by its first code; return it and the recovery codes, shown once.

    All other sessions of the person end. Raises KodeDitolak.
    """
    with transaction.atomic():
        menunggu = TOTPDevice.objects.devices_for_user(pengguna, confirmed=False)
        perangkat = menunggu.select_for_update().order_by("-pk").first()
        if perangkat is None:
            raise KodeDitolak("Belum ada kode QR untuk akun ini. Tekan Mulai, lalu pindai kodenya.")
        alasan = _coba(perangkat, kode, SALAH_KODE)
        if not alasan:
            perangkat.confirmed = True
            perangkat.save()
            menunggu.exclude(pk=perangkat.pk).delete()
            daftar = _tulis_kode_cadangan(pengguna)
            putar_sesi(pengguna)
            catat("aktifkan dua langkah", pengguna, oleh=pengguna, pemda=pengguna.pemda)
    if alasan:
        raise KodeDitolak(alasan)
    return perangkat, daftar


def rahasia_tertulis(perangkat: TOTPDevice) -> str:
    """Return the secret as an application takes it by hand, in groups of four."""
    teks = b32encode(perangkat.bin_key).decode().rstrip("=")
    return " ".join(teks[n : n + 4] for n in range(0, len(teks), 4))


def gambar_qr(perangkat: TOTPDevice) -> SafeString:
    """Return the QR code of a device as SVG with attributes only (strict CSP)."""
    kode = segno.make(perangkat.config_url, error="m", micro=False)
    svg = kode.svg_inline(scale=4, svgclass="qr", lineclass=None, omitsize=False)
    return mark_safe(svg)  # noqa: S308 - drawn by segno from numbers; the text is not in it


# Codes -------------------------------------------------------------------------------------------


def rapikan_kode(teks: str) -> str:
    """Return a code without the spaces and dashes with which people write it, in small letters."""
    return re.sub(r"[\s-]", "", teks).lower()


def is_bentuk_kode(kode: str) -> bool:
    """Whether a text can be a code at all: six digits, or eight letters and digits of a recovery code."""
    return re.fullmatch(r"[0-9]{6}|[a-z2-7]{8}", kode) is not None


def periksa_kode(pengguna: Pengguna, kode: str) -> Device:
    """Return the confirmed device that accepts a code; a recovery code is used up. Raises KodeDitolak."""
    is_cadangan = len(kode) != 6
    model: Any = StaticDevice if is_cadangan else TOTPDevice
    salah = SALAH_CADANGAN if is_cadangan else SALAH_KODE
    with transaction.atomic():
        perangkat = (
            model.objects.devices_for_user(pengguna, confirmed=True)
            .select_for_update()
            .order_by("pk")
            .first()
        )
        alasan = salah if perangkat is None else _coba(perangkat, kode, salah)
        if perangkat is not None and is_cadangan and not alasan:
            catat("pakai kode cadangan", pengguna, oleh=pengguna, pemda=pengguna.pemda)
    if alasan:
        raise KodeDitolak(alasan)
    return perangkat  # type: ignore[no-any-return]


def perbarui_kode_cadangan(pengguna: Pengguna, kode: str) -> list[str]:
    """Replace all recovery codes; asks for a code. Raises KodeDitolak."""
    periksa_kode(pengguna, kode)
    with transaction.atomic():
        daftar = _tulis_kode_cadangan(pengguna)
        catat("ganti kode cadangan", pengguna, oleh=pengguna, pemda=pengguna.pemda)
    return daftar


def matikan(pengguna: Pengguna, kode: str) -> None:
    """Turn two-step login off; asks for a code and ends all other sessions. Raises KodeDitolak."""
    periksa_kode(pengguna, kode)
    with transaction.atomic():
        hapus_perangkat(pengguna)
        putar_sesi(pengguna)
        catat("matikan dua langkah", pengguna, oleh=pengguna, pemda=pengguna.pemda)


def hapus_perangkat(pengguna: Pengguna) -> bool:
    """Delete all devices and codes; the caller holds the transaction. True where there was a device."""
    ada = punya_perangkat(pengguna)
    TOTPDevice.objects.devices_for_user(pengguna).delete()
    StaticDevice.objects.devices_for_user(pengguna).delete()
    return ada


def putar_sesi(pengguna: Pengguna) -> None:
    """End all sessions of a person; the caller holds the transaction and may keep its own session."""
    baris = Pengguna.objects.select_for_update().get(pk=pengguna.pk)
    baris.putaran_sesi += 1
    baris.save(update_fields=["putaran_sesi"])
    pengguna.putaran_sesi = baris.putaran_sesi


def _tulis_kode_cadangan(pengguna: Pengguna) -> list[str]:
    """Keep the device (a session may rest on it), replace its codes."""
    wadah = StaticDevice.objects.devices_for_user(pengguna, confirmed=True).order_by("pk").first()
    if wadah is None:
        wadah = StaticDevice.objects.create(user=pengguna, name=NAMA_CADANGAN, confirmed=True)
    wadah.token_set.all().delete()
    daftar = [StaticToken.random_token() for _ in range(JUMLAH_KODE_CADANGAN)]
    StaticToken.objects.bulk_create([StaticToken(device=wadah, token=kode) for kode in daftar])
    return daftar


def _coba(perangkat: Any, kode: str, salah: str) -> str:
    """Try a code on a locked device: why it is refused, or an empty text."""
    boleh, sebab = perangkat.verify_is_allowed()
    if not boleh:
        detik = math.ceil((sebab["locked_until"] - timezone.now()).total_seconds())
        return f"Kode sebelumnya keliru. Tunggu {sebut_lama(max(detik, 1))}, lalu tulis kode lagi."
    return "" if perangkat.verify_token(kode) else salah
