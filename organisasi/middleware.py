"""What stands between a request and its page: address, idle session, login, code, first password."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable
from enum import Enum
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.urls import reverse

from organisasi.dua_langkah import is_wajib, punya_perangkat
from organisasi.sesi import KUNCI_PERANGKAT
from sakip.umum.halaman import alamat_kembali

Jawab = Callable[[HttpRequest], HttpResponseBase]


class AlamatAsal:
    """Put the address of the person, as our own proxies saw it, where everything else looks for it.

    ``JUMLAH_PROKSI`` proxies stand before the application and each adds the address it saw at the end of
    ``X-Forwarded-For``; what stands further left anybody may have written.
    """

    def __init__(self, get_response: Jawab) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Replace REMOTE_ADDR where the header holds as many addresses as there are proxies."""
        jumlah: int = settings.JUMLAH_PROKSI
        if jumlah:
            rantai = [x.strip() for x in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")]
            if len(rantai) >= jumlah and _is_alamat(rantai[-jumlah]):
                request.META["REMOTE_ADDR"] = rantai[-jumlah]
        return self.get_response(request)


def _is_alamat(teks: str) -> bool:
    try:
        ipaddress.ip_address(teks)
    except ValueError:
        return False
    return True


class SesiDiam:
    """Keep the session of who works alive (organisasi.sesi)."""

    def __init__(self, get_response: Jawab) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Move the end of the session after the page is made."""
        jawaban = self.get_response(request)
        if request.user.is_authenticated:
            request.session.perpanjang()  # type: ignore[attr-defined]
        return jawaban


class WajibMasuk(LoginRequiredMiddleware):
    """Send to log in who is not in, and back to the same page afterwards; say when a session ended."""

    def handle_no_permission(self, request: HttpRequest, view_func: Any) -> HttpResponseRedirect:
        """Return the redirect to the login."""
        masuk = resolve_url(self.get_login_url(view_func))
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            masuk = f"{masuk}?sesi=berakhir"
        return redirect_to_login(alamat_kembali(request), masuk, self.get_redirect_field_name(view_func))


class Langkah(Enum):
    """A step that comes before every other page: the names of its pages, the one to be led to first."""

    VERIFIKASI = ("akun_verifikasi",)
    SANDI = ("akun_sandi",)
    ATUR = ("akun_dua_langkah", "akun_dua_langkah_mulai")


SELALU_BOLEH = frozenset({"keluar", "admin:logout"})
SANDI_ADMIN = frozenset({"admin:password_change", "admin:password_change_done"})


def langkah_tertunda(request: HttpRequest) -> Langkah | None:
    """Return the step that the person of a request still owes.

    A person with a confirmed device gives a code first (a stolen password may not even be changed), then
    replaces a first password, then sets up a second step that the office requires.
    """
    pengguna: Any = request.user
    terverifikasi = pengguna.is_verified()
    if not terverifikasi:
        ada = request.session.get(KUNCI_PERANGKAT)
        if punya_perangkat(pengguna) if ada is None else ada:
            return Langkah.VERIFIKASI
    if pengguna.harus_ganti_sandi:
        return Langkah.SANDI
    if not terverifikasi and is_wajib(pengguna):
        return Langkah.ATUR
    return None


class LangkahMasuk:
    """Lead to the code, to a new password or to the set-up before any other page."""

    def __init__(self, get_response: Jawab) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Let the request through; the view is not known yet."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view_func: Any, view_args: Any, view_kwargs: Any
    ) -> HttpResponseBase | None:
        """Redirect where a step is due; the admin's own password page is ours."""
        if not getattr(view_func, "login_required", True) or not request.user.is_authenticated:
            return None
        nama = request.resolver_match.view_name if request.resolver_match else ""
        if nama in SELALU_BOLEH:
            return None
        langkah = langkah_tertunda(request)
        if langkah is not None and nama not in langkah.value:
            tujuan = urlencode({"next": alamat_kembali(request)})
            return HttpResponseRedirect(f"{reverse(langkah.value[0])}?{tujuan}")
        return HttpResponseRedirect(reverse("akun_sandi")) if nama in SANDI_ADMIN else None
