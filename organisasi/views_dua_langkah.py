"""Pages of two-step login: the code after the password, setting up, recovery codes, turning off."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

import django_otp
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from organisasi import dua_langkah
from organisasi.dua_langkah import KodeDitolak
from organisasi.forms import FormKode, FormKodeTelepon
from organisasi.sesi import KUNCI_PERANGKAT
from organisasi.views import build_keadaan, pengguna_dari
from sakip.umum.halaman import tujuan_lanjut

BACA_DAN_KIRIM = ["GET", "HEAD", "POST"]


@never_cache
@require_http_methods(BACA_DAN_KIRIM)
def verifikasi(request: HttpRequest) -> HttpResponse:
    """Ask for a code after the password."""
    pengguna = pengguna_dari(request)
    lanjut = tujuan_lanjut(request, "beranda")
    if request.user.is_verified() or not dua_langkah.punya_perangkat(pengguna):  # type: ignore[union-attr]
        return redirect(lanjut)
    is_cadangan = "cadangan" in request.GET
    form = FormKode(_kiriman(request), label="Kode cadangan" if is_cadangan else "")
    if request.method == "POST" and form.is_valid():
        try:
            perangkat = dua_langkah.periksa_kode(pengguna, form.cleaned_data["kode"])
        except KodeDitolak as galat:
            form.add_error("kode", str(galat))
        else:
            django_otp.login(request, perangkat)
            return redirect(lanjut)
    isi = {"form": form, "lanjut": lanjut, "is_cadangan": is_cadangan}
    return render(request, "umum/dua_langkah_verifikasi.html", isi)


@never_cache
@require_http_methods(BACA_DAN_KIRIM)
def atur(request: HttpRequest) -> HttpResponse:
    """Show the secret of the waiting device and take its first code."""
    pengguna = pengguna_dari(request)
    keadaan = build_keadaan(pengguna)
    lanjut = tujuan_lanjut(request, "akun")
    if keadaan.is_aktif:
        return redirect("akun")
    form = FormKodeTelepon(_kiriman(request))
    if request.method == "POST" and form.is_valid():
        try:
            perangkat, daftar = dua_langkah.aktifkan(pengguna, form.cleaned_data["kode"])
        except KodeDitolak as galat:
            form.add_error("kode", str(galat))
        else:
            _tandai(request, ada=True)
            django_otp.login(request, perangkat)
            return _tampilkan_kode(request, daftar, lanjut)
    menunggu = dua_langkah.perangkat_menunggu(pengguna)
    isi = {
        "menu_kini": "akun",
        "form": form,
        "lanjut": lanjut,
        "keadaan": keadaan,
        "qr": dua_langkah.gambar_qr(menunggu) if menunggu else "",
        "rahasia": dua_langkah.rahasia_tertulis(menunggu) if menunggu else "",
    }
    return render(request, "umum/dua_langkah.html", isi)


@require_POST
def mulai(request: HttpRequest) -> HttpResponse:
    """Make a new secret and lead to it."""
    try:
        dua_langkah.mulai(pengguna_dari(request))
    except KodeDitolak as galat:
        messages.error(request, str(galat))
        return redirect("akun")
    return redirect(f"{reverse('akun_dua_langkah')}?{urlencode({'next': tujuan_lanjut(request, 'akun')})}")


@never_cache
@require_http_methods(BACA_DAN_KIRIM)
def kode_cadangan(request: HttpRequest) -> HttpResponse:
    """Replace the recovery codes."""
    return _dengan_kode(request, "umum/dua_langkah_cadangan.html", _ganti_cadangan)


@never_cache
@require_http_methods(BACA_DAN_KIRIM)
def matikan(request: HttpRequest) -> HttpResponse:
    """Turn two-step login off."""
    return _dengan_kode(request, "umum/dua_langkah_matikan.html", _matikan)


def _kiriman(request: HttpRequest) -> Any:
    """Return what a form was sent with; None for a page that is opened."""
    return request.POST if request.method == "POST" else None


def _dengan_kode(request: HttpRequest, templat: str, kerjakan: Any) -> HttpResponse:
    """Do something that asks for a code first; only where two-step login is on."""
    pengguna = pengguna_dari(request)
    keadaan = build_keadaan(pengguna)
    if not keadaan.is_aktif:
        return redirect("akun_dua_langkah")
    form = FormKode(_kiriman(request), label="Kode dari telepon, atau kode cadangan")
    if request.method == "POST" and form.is_valid():
        try:
            hasil: HttpResponse = kerjakan(request, pengguna, form.cleaned_data["kode"])
        except KodeDitolak as galat:
            form.add_error("kode", str(galat))
        else:
            return hasil
    return render(request, templat, {"menu_kini": "akun", "form": form, "keadaan": keadaan})


def _ganti_cadangan(request: HttpRequest, pengguna: Any, kode: str) -> HttpResponse:
    return _tampilkan_kode(request, dua_langkah.perbarui_kode_cadangan(pengguna, kode), "")


def _matikan(request: HttpRequest, pengguna: Any, kode: str) -> HttpResponse:
    dua_langkah.matikan(pengguna, kode)
    _tandai(request, ada=False)
    messages.success(
        request, "Masuk dua langkah dimatikan. Perangkat lain yang masih masuk sudah dikeluarkan."
    )
    return redirect("akun")


def _tandai(request: HttpRequest, *, ada: bool) -> None:
    """Keep this session where all others of the person just ended."""
    update_session_auth_hash(request, request.user)  # type: ignore[arg-type]
    request.session[KUNCI_PERANGKAT] = ada


def _tampilkan_kode(request: HttpRequest, daftar: list[str], lanjut: str) -> HttpResponse:
    """Show the recovery codes, once: they stand in no other page."""
    berkelompok = [f"{kode[:4]} {kode[4:]}" for kode in daftar]
    isi = {"menu_kini": "akun", "daftar": berkelompok, "lanjut": lanjut or tujuan_lanjut(request, "akun")}
    return render(request, "umum/dua_langkah_kode.html", isi)
