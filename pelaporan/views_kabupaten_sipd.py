"""The page on which an admin kabupaten hands in one SIPD file for all offices."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from anggaran.forms_sipd import FormBerkasSipd
from anggaran.views_sipd import terima_berkas
from organisasi.halaman import halaman_kabupaten
from organisasi.models import PemerintahDaerah, Pengguna
from organisasi.pilihan import ADMIN, Peran
from pelaporan.kabupaten import pemda_kelola
from pelaporan.views_kabupaten import wajib_tahun


def _pemda(oleh: Pengguna) -> list[PemerintahDaerah]:
    semua = PemerintahDaerah.objects.order_by("kode")
    if not oleh.pelaku.is_semua:
        semua = semua.filter(pk__in=pemda_kelola(oleh.pelaku, Peran.ADMIN_KABUPATEN))
    return list(semua)


@require_http_methods(["GET", "HEAD", "POST"])
@halaman_kabupaten(*ADMIN)
def kabupaten_sipd(request: HttpRequest, tahun: int) -> HttpResponse:
    """Ask for a file of all offices in a year; who works for several governments says for which."""
    wajib_tahun(tahun)
    assert isinstance(request.user, Pengguna)
    pemda = _pemda(request.user)
    pilih = next((p for p in pemda if str(p.pk) == request.POST.get("pemda")), pemda[0] if pemda else None)
    form = FormBerkasSipd(*((request.POST, request.FILES) if request.method == "POST" else ()))
    if (
        request.method == "POST"
        and pilih is not None
        and (ke := terima_berkas(request, form, tahun, pemda=pilih))
    ):
        return ke
    isi = {
        "menu_kini": "sipd",
        "tahun": tahun,
        "pemda": pemda,
        "pilih": pilih,
        "form": form,
        "galat": form.galat_ringkas() if form.is_bound else [],
    }
    return render(request, "pelaporan/kabupaten/sipd.html", isi)
