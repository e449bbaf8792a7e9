"""Who may come in: login, log-out, and what a person reads who tried too often."""

from __future__ import annotations

import datetime
import math
from typing import Any
from urllib.parse import urlsplit

from axes.helpers import get_client_username, get_cool_off
from axes.models import AccessAttempt
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView, LogoutView
from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.http import url_has_allowed_host_and_scheme

from sakip.umum.tanggal import format_tanggal


class FormMasuk(AuthenticationForm):
    """User name and password."""

    error_messages = {
        "invalid_login": "Nama pengguna atau kata sandi tidak cocok. Periksa huruf besar dan kecilnya.",
        "inactive": "Akun ini tidak aktif.",
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for nama, label in (("username", "Nama pengguna"), ("password", "Kata sandi")):
            medan = self.fields[nama]
            medan.label = label
            medan.error_messages["required"] = f"{label} belum diisi."
            medan.widget.attrs["class"] = "masukan"
        self.fields["username"].widget.attrs["spellcheck"] = "false"


class Masuk(LoginView):
    """The page that asks who comes."""

    template_name = "umum/masuk.html"
    authentication_form = FormMasuk
    redirect_authenticated_user = True

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Say when a session has ended."""
        berakhir = self.request.GET.get("sesi") == "berakhir"
        return super().get_context_data(**kwargs) | {"is_sesi_berakhir": berakhir}


class Keluar(LogoutView):
    """Log-out, by POST only."""


def alamat_kembali(request: HttpRequest) -> str:
    """Return where a person goes on after a step in between: this page, or the page of the form sent."""
    if request.method in ("GET", "HEAD"):
        return request.get_full_path()
    asal = urlsplit(request.headers.get("Referer", ""))
    if asal.netloc == request.get_host() and asal.path:
        return f"{asal.path}?{asal.query}" if asal.query else asal.path
    return request.get_full_path()


def tujuan_lanjut(request: HttpRequest, bawaan: str) -> str:
    """Return the address of this site that the request names as ``next``, else the named page."""
    tujuan = request.POST.get("next") or request.GET.get("next") or ""
    aman = url_has_allowed_host_and_scheme(
        tujuan, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return tujuan if aman else reverse(bawaan)


def terkunci(
    request: HttpRequest, asal: HttpResponse | None, kredensial: dict[str, Any] | None
) -> HttpResponse:
    """Answer a log-in that is refused for a while (429), the same whether or not the account exists.

    Called by axes: the lock holds for a user name at an address and ends the cool-off after the last
    attempt that counted.
    """
    kini = timezone.now()
    terakhir = AccessAttempt.objects.filter(
        username=get_client_username(request, kredensial),
        ip_address=request.axes_ip_address,  # type: ignore[attr-defined]
    ).aggregate(pada=Max("attempt_time"))["pada"]
    jeda = get_cool_off(request) or datetime.timedelta()
    sampai = max((terakhir or kini) + jeda, kini)
    detik = max(math.ceil((sampai - kini).total_seconds()), 1)
    isi = {"pukul": sebut_pukul(sampai, kini), "lama": sebut_lama(detik)}
    jawaban = render(request, "umum/terkunci.html", isi, status=429)
    jawaban["Retry-After"] = str(detik)
    add_never_cache_headers(jawaban)
    return jawaban


def sebut_lama(detik: int) -> str:
    """Return a waiting time in seconds in words, rounded up: "40 detik", "15 menit", "3 jam"."""
    if detik < 60:
        return f"{detik} detik"
    if detik < 2 * 3600:
        return f"{math.ceil(detik / 60)} menit"
    return f"{math.ceil(detik / 3600)} jam"


def sebut_pukul(waktu: datetime.datetime, kini: datetime.datetime) -> str:
    """Return the first whole minute not before a moment: "10.35", with the day where it is not today's."""
    naik = timezone.localtime(waktu + datetime.timedelta(seconds=59)).replace(second=0, microsecond=0)
    pukul = f"{naik:%H.%M}"
    return (
        pukul if naik.date() == timezone.localdate(kini) else f"{pukul} tanggal {format_tanggal(naik.date())}"
    )
