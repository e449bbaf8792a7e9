"""Pages of the workbook: download, upload; the check and its preview stand on the page of the upload."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.defaultfilters import filesizeformat
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from organisasi.halaman import RequestKantor, halaman_kabupaten, halaman_kantor
from organisasi.models import PemerintahDaerah, Pengguna, PerangkatDaerah
from organisasi.pilihan import ADMIN, PENGISI, Peran
from organisasi.unggahan.alur import terima
from organisasi.unggahan.penangan import UnggahanDitolak
from pelaporan.buku.bahan import Bahan
from pelaporan.buku.unduh import buat_buku
from pelaporan.views_kabupaten import wajib_tahun
from sakip.umum.excel.batas import BATAS_BUKU
from sakip.umum.xlsx import JENIS_ISI

JENIS = "buku_kerja"


class FormBuku(forms.Form):
    """One file."""

    berkas = forms.FileField(
        widget=forms.FileInput(
            attrs={"accept": ".xlsx", "class": "masukan", "aria-describedby": "petunjuk-berkas"}
        ),
        error_messages={"required": "Pilih berkas buku kerja.", "empty": "Berkas ini kosong."},
    )


@require_http_methods(["GET", "HEAD", "POST"])
@halaman_kantor()
def buku_kerja(request: RequestKantor) -> HttpResponse:
    """Show the workbook of an office and year; take one in."""
    boleh = request.pelaku.is_peran(request.kantor.pk, *PENGISI, Peran.ADMIN_KABUPATEN)
    return _halaman(request, request.tahun, boleh=boleh, kantor=request.kantor)


@require_safe
@halaman_kantor()
def buku_kerja_unduh(request: RequestKantor) -> HttpResponse:
    """Send the workbook: what is not the person's to change is closed in it."""
    isi = buat_buku(Bahan(request.kantor, request.tahun, request.user), timezone.now())
    return _kirim(isi, f"buku-kerja-{request.kantor.slug}-{request.tahun}.xlsx")


@require_http_methods(["GET", "HEAD", "POST"])
@halaman_kabupaten(*ADMIN)
def kabupaten_buku_kerja(request: HttpRequest, tahun: int) -> HttpResponse:
    """Take in the workbook of a new office."""
    wajib_tahun(tahun)
    return _halaman(request, tahun, boleh=True, pemda=_pemda(request))


@require_safe
@halaman_kabupaten(*ADMIN)
def kabupaten_buku_kerja_unduh(request: HttpRequest, tahun: int) -> HttpResponse:
    """Send a blank workbook."""
    wajib_tahun(tahun)
    contoh = PerangkatDaerah.objects.untuk(request.user).select_related("pemda").first()
    assert isinstance(request.user, Pengguna)
    isi = buat_buku(Bahan(contoh, tahun, request.user), timezone.now(), kosong=True)
    return _kirim(isi, f"buku-kerja-kosong-{tahun}.xlsx")


def _pemda(request: HttpRequest) -> PemerintahDaerah | None:
    assert isinstance(request.user, Pengguna)
    return PemerintahDaerah.objects.filter(pk__in=request.user.pelaku.pemda_terlihat).first()


def _halaman(request: HttpRequest, tahun: int, *, boleh: bool, **tempat: Any) -> HttpResponse:
    assert isinstance(request.user, Pengguna)
    if request.method == "POST" and not boleh:
        raise PermissionDenied("buku kerja")
    form = FormBuku(request.POST, request.FILES) if request.method == "POST" else FormBuku()
    if request.method == "POST" and form.is_valid():
        try:
            unggahan = terima(
                form.cleaned_data["berkas"], jenis=JENIS, oleh=request.user, tahun=tahun, **tempat
            )
        except UnggahanDitolak as galat:
            form.add_error("berkas", galat.pesan)
        else:
            return redirect("unggahan", pk=unggahan.pk)
    isi = {
        "menu_kini": "buku_kerja",
        "form": form,
        "tahun": tahun,
        "kantor": tempat.get("kantor"),
        "boleh_unggah": boleh,
        "batas": filesizeformat(BATAS_BUKU.ukuran),
    }
    return render(request, "pelaporan/buku/buku_kerja.html", isi)


def _kirim(isi: bytes, nama: str) -> HttpResponse:
    jawaban = HttpResponse(isi, content_type=JENIS_ISI)
    jawaban["Content-Disposition"] = f'attachment; filename="{nama}"'
    jawaban["X-Content-Type-Options"] = "nosniff"
    return jawaban
