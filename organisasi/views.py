"""Pages of a person's own account: who is in, with which tasks; password and sessions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.auth import logout, update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from organisasi import akun as layanan
from organisasi import dua_langkah
from organisasi.forms import FormSandi
from organisasi.models import Pengguna, Penugasan
from sakip.umum.halaman import tujuan_lanjut
from sakip.umum.tanggal import format_tanggal
from sakip.umum.waktu import sebut_waktu


@dataclass(frozen=True)
class BarisTugas:
    """One task as it is read on the account page."""

    peran: str
    tempat: str
    unit: str
    mulai: str
    sampai: str


@dataclass(frozen=True)
class KeadaanDuaLangkah:
    """Whether two-step login is on, whether it is asked for, and how many recovery codes are left."""

    is_aktif: bool
    is_wajib: bool
    sisa: int


def pengguna_dari(request: HttpRequest) -> Pengguna:
    """Return the person of a request behind the login."""
    return request.user  # type: ignore[return-value]


def build_baris_tugas(satu: Penugasan) -> BarisTugas:
    """Return one task in words."""
    return BarisTugas(
        peran=satu.get_peran_display(),
        tempat=str(satu.perangkat_daerah or satu.pemda),
        unit=satu.unit.nama if satu.unit else "Semua unit",
        mulai=format_tanggal(satu.mulai),
        sampai=format_tanggal(satu.sampai) if satu.sampai else "Belum ditentukan",
    )


def build_keadaan(pengguna: Pengguna) -> KeadaanDuaLangkah:
    """Return the state of two-step login of a person."""
    aktif = dua_langkah.punya_perangkat(pengguna)
    sisa = dua_langkah.jumlah_kode_cadangan(pengguna) if aktif else 0
    return KeadaanDuaLangkah(aktif, dua_langkah.is_wajib(pengguna), sisa)


@never_cache
@require_safe
def akun(request: HttpRequest) -> HttpResponse:
    """Show who is in, with which tasks, and how the account is kept safe."""
    pengguna = pengguna_dari(request)
    masuk = pengguna.last_login
    isi = {
        "menu_kini": "akun",
        "tugas": [build_baris_tugas(t) for t in layanan.tugas_hari_ini(pengguna)],
        "keadaan": build_keadaan(pengguna),
        "masuk_terakhir": sebut_waktu(masuk) if masuk else "Belum pernah",
    }
    return render(request, "umum/akun.html", isi)


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def sandi(request: HttpRequest) -> HttpResponse:
    """Ask for a new password; the first one must be replaced before anything else."""
    pengguna = pengguna_dari(request)
    dikirim = request.method == "POST"
    form: Any = FormSandi(pengguna, request.POST) if dikirim else FormSandi(pengguna)
    lanjut = tujuan_lanjut(request, "beranda" if pengguna.harus_ganti_sandi else "akun")
    if dikirim and form.is_valid():
        layanan.ganti_sandi(pengguna, form.cleaned_data["new_password1"])
        update_session_auth_hash(request, pengguna)
        messages.success(request, "Kata sandi diganti. Perangkat lain yang masih masuk sudah dikeluarkan.")
        return redirect(lanjut)
    isi = {"menu_kini": "akun", "form": form, "lanjut": lanjut, "is_wajib": pengguna.harus_ganti_sandi}
    return render(request, "umum/akun_sandi.html", isi)


@require_POST
def keluar_semua(request: HttpRequest) -> HttpResponse:
    """End every session of the person, this one too."""
    pengguna = pengguna_dari(request)
    layanan.keluar_dari_semua(pengguna, pengguna)
    logout(request)
    messages.success(request, "Anda sudah keluar dari semua perangkat.")
    return redirect("masuk")
