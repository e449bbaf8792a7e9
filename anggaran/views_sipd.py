"""Pages of SIPD files: hand one in for an office, and choose how it is loaded."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from anggaran.alur import boleh_impor_dpa
from anggaran.forms_sipd import FormBerkasSipd, FormPilihan
from anggaran.sipd.kolom_pemda import ingat_kolom
from anggaran.sipd.penangan import JENIS
from anggaran.sipd.pilihan import Pilihan
from organisasi.halaman import RequestKantor, halaman_kantor
from organisasi.models import PemerintahDaerah, Pengguna, PerangkatDaerah, Unggahan
from organisasi.pilihan import StatusUnggahan
from organisasi.unggahan import alur
from organisasi.unggahan.hak import boleh_putuskan
from organisasi.unggahan.penangan import UnggahanDitolak

formulir = require_http_methods(["GET", "HEAD", "POST"])


def terima_berkas(
    request: HttpRequest,
    form: FormBerkasSipd,
    tahun: int,
    *,
    kantor: PerangkatDaerah | None = None,
    pemda: PemerintahDaerah | None = None,
) -> HttpResponseRedirect | None:
    """Take the file of a form and go to its page; None where it was refused (the form says why)."""
    if not form.is_valid():
        return None
    assert isinstance(request.user, Pengguna)
    try:
        satu = alur.terima(
            form.cleaned_data["berkas"],
            jenis=JENIS,
            oleh=request.user,
            kantor=kantor,
            pemda=pemda,
            tahun=tahun,
        )
    except UnggahanDitolak as galat:
        form.add_error("berkas", galat.pesan)
        return None
    return redirect("unggahan", pk=satu.pk)


@formulir
@halaman_kantor()
def sipd_unggah(request: RequestKantor) -> HttpResponse:
    """Ask for the file of one office and year."""
    if not boleh_impor_dpa(request.pelaku, request.kantor.pk):
        raise PermissionDenied("SIPD")
    form = FormBerkasSipd(*((request.POST, request.FILES) if request.method == "POST" else ()))
    if request.method == "POST" and (
        ke := terima_berkas(request, form, request.tahun, kantor=request.kantor)
    ):
        return ke
    isi = {"menu_kini": "anggaran", "form": form, "galat": form.galat_ringkas() if form.is_bound else []}
    return render(request, "anggaran/sipd/unggah.html", isi)


@formulir
def sipd_pilihan(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask what a checked file leaves open, remember columns, and check again."""
    assert isinstance(request.user, Pengguna)
    satu = _unggahan(request.user, pk)
    form = FormPilihan(
        request.POST if request.method == "POST" else None,
        hasil=satu.hasil,
        pilihan=Pilihan.dari(satu.pilihan),
        is_kantor=satu.perangkat_daerah_id is not None,
    )
    pesan = ""
    if request.method == "POST" and form.is_valid():
        pesan = _periksa_ulang(satu, form, request.user)
        if not pesan:
            return redirect("unggahan", pk=pk)
    isi: dict[str, Any] = {
        "menu_kini": "unggahan",
        "unggahan": satu,
        "hasil": satu.hasil,
        "form": form,
        "kolom": [form[nama] for nama, _ in form.kolom],
        "lain": [m for m in form if m.name not in {nama for nama, _ in form.kolom}],
        "galat": form.galat_ringkas() if form.is_bound else [],
        "pesan": pesan,
    }
    return render(request, "anggaran/sipd/pilihan.html", isi)


def _unggahan(oleh: Pengguna, pk: int) -> Unggahan:
    """Return a checked SIPD file on which the person decides; another one does not exist."""
    semua = Unggahan.objects.untuk(oleh).select_related("perangkat_daerah__pemda", "pemda", "oleh")
    satu: Unggahan = get_object_or_404(semua, pk=pk, jenis=JENIS)
    dapat = satu.status in (StatusUnggahan.SIAP, StatusUnggahan.DITOLAK) and satu.hasil.get("dapat_dipilih")
    if not dapat or not boleh_putuskan(oleh.pelaku, satu):
        raise Http404("unggahan")
    return satu


def _periksa_ulang(satu: Unggahan, form: FormPilihan, oleh: Pengguna) -> str:
    pemda = satu.perangkat_daerah.pemda if satu.perangkat_daerah else satu.pemda
    assert pemda is not None
    try:
        ingat_kolom(pemda, form.arti_kolom(), oleh)
        alur.periksa_ulang(satu, oleh, form.pilihan().json())
    except UnggahanDitolak as galat:
        return galat.pesan
    return ""
