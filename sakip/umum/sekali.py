"""A form counts once: its token and the answer are remembered with the session.

The token is written in the transaction that writes the rows, on the session's own row, so that a second
request of a double click waits for the first one and then finds its answer.
"""

from __future__ import annotations

import secrets
from typing import Any

from django.contrib.sessions.models import Session
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse

NAMA = "kirim_id"
KUNCI_SESI = "_terkirim"
PALING_BANYAK = 20
POPUP = "popup:"


def kirim_id(request: HttpRequest) -> str:
    """Return the token of a form: the one that came with it, or a new one."""
    return str(request.POST.get(NAMA) or secrets.token_urlsafe(12))[:40]


def jawaban_dahulu(request: HttpRequest) -> HttpResponse | None:
    """Return the answer that this very form got before; None for a form that is new.

    Called inside the transaction of the request: it holds the row of the session until the end.
    """
    tanda = request.POST.get(NAMA)
    if not tanda:
        return None
    baris = Session.objects.select_for_update().filter(session_key=request.session.session_key).first()
    lokasi = (baris.get_decoded().get(KUNCI_SESI, {}) if baris else {}).get(tanda)
    if lokasi is None:
        return None
    if lokasi.startswith(POPUP):
        isi = {"popup_response_data": lokasi.removeprefix(POPUP)}
        return TemplateResponse(request, "admin/popup_response.html", isi)
    return HttpResponseRedirect(lokasi)


def ingat_jawaban(request: HttpRequest, jawaban: HttpResponse) -> None:
    """Remember the answer to a form that was saved, in the transaction that saved it."""
    tanda = request.POST.get(NAMA)
    lokasi = _lokasi(jawaban)
    if not tanda or lokasi is None:
        return
    ada = dict(request.session.get(KUNCI_SESI, {}))
    ada[tanda[:40]] = lokasi
    request.session[KUNCI_SESI] = dict(list(ada.items())[-PALING_BANYAK:])
    request.session.save()


def _lokasi(jawaban: Any) -> str | None:
    if isinstance(jawaban, HttpResponseRedirect):
        return str(jawaban.url)
    isi = getattr(jawaban, "context_data", None) or {}
    return POPUP + isi["popup_response_data"] if "popup_response_data" in isi else None
