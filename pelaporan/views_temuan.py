"""The page of findings: what stands against signing, what explains itself, and the answers to both."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from organisasi.halaman import RequestKantor, halaman_kantor
from pelaporan.alur_temuan import (
    TanggapanDitolak,
    beri_alasan,
    boleh_beri_alasan,
    boleh_kecualikan,
    kecualikan,
)
from pelaporan.forms_temuan import FormAlasan, FormPengecualian
from pelaporan.halaman_temuan import ALASAN, KECUALIKAN, Form, HalamanTemuan, Salah
from pelaporan.models import Laporan
from pelaporan.susun import SusunGagal
from pelaporan.views import laporan_gagal, laporan_kantor

PANJANG_KUNCI = 64


@require_http_methods(["GET", "HEAD", "POST"])
@halaman_kantor()
def temuan(request: RequestKantor) -> HttpResponse:
    """Show the findings; take the reason for a warning or the override of a galat."""
    laporan = laporan_kantor(request)
    if laporan is None:
        if request.method == "POST":
            raise Http404("laporan belum dicatat")
        return render(request, "pelaporan/temuan.html", {"menu_kini": "pelaporan", "laporan": None})
    try:
        return _jawab(request, laporan) if request.method == "POST" else _tampil(request, laporan)
    except SusunGagal as galat:
        return laporan_gagal(request, laporan, str(galat), 409 if request.method == "POST" else 200)


# Helpers -------------------------------------------------------------------------------------------------


def _jawab(request: RequestKantor, laporan: Laporan) -> HttpResponse:
    tindakan = request.POST.get("tindakan", "")
    boleh = {ALASAN: boleh_beri_alasan, KECUALIKAN: boleh_kecualikan}.get(tindakan)
    if boleh is None or not boleh(request.pelaku, laporan):
        raise PermissionDenied("peran")
    kunci = request.POST.get("kunci", "")[:PANJANG_KUNCI]
    form: Form = (
        FormAlasan(request.POST, kunci=kunci)
        if tindakan == ALASAN
        else FormPengecualian(request.POST, kunci=kunci)
    )
    if not form.is_valid():
        return _tampil(request, laporan, Salah(kunci, form))
    try:
        pesan = _simpan(request, laporan, kunci, form)
    except TanggapanDitolak as galat:
        form.add_error(galat.medan or None, str(galat))
        return _tampil(request, laporan, Salah(kunci, form))
    messages.success(request, pesan)
    saring = f"?{request.GET.urlencode()}" if request.GET else ""
    return redirect(f"{request.path}{saring}#temuan-{kunci}")


def _simpan(request: RequestKantor, laporan: Laporan, kunci: str, form: Form) -> str:
    isi, dibaca = form.cleaned_data, request.POST.get("dibaca", "")
    if isinstance(form, FormAlasan):
        semua = beri_alasan(
            laporan, kunci, isi["alasan"], oleh=request.user, senama=isi["senama"], dibaca=dibaca
        )
        return "Alasan disimpan." if len(semua) == 1 else f"Alasan disimpan untuk {len(semua)} peringatan."
    kecualikan(laporan, kunci, isi["alasan"], isi["berlaku_sampai"], oleh=request.user, dibaca=dibaca)
    return "Pengecualian disimpan."


def _tampil(request: RequestKantor, laporan: Laporan, salah: Salah | None = None) -> HttpResponse:
    halaman = HalamanTemuan(laporan, request.user, request.GET.dict(), salah)
    return render(request, "pelaporan/temuan.html", halaman.isi(), status=400 if salah else 200)
