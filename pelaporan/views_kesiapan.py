"""The page "Kesiapan evaluasi": criteria, what the report says to each, and the answers of the office."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from organisasi.halaman import RequestKantor, halaman_kantor
from pelaporan.forms_kesiapan import JawabanForm
from pelaporan.kesiapan_laporan import (
    BarisKriteria,
    DaftarKriteria,
    boleh_jawab,
    build_kesiapan,
    perangkat_berlaku,
    simpan_jawaban,
)
from pelaporan.kesiapan_xlsx import buat_kesiapan
from pelaporan.models import JawabanKriteria, KriteriaEvaluasi, Laporan
from pelaporan.susun import SusunGagal
from pelaporan.views import laporan_gagal, laporan_kantor
from sakip.umum.unduhan import kirim_xlsx

PANJANG_NOMOR = 15  # digits of a key that a page sends


@dataclass(frozen=True)
class BarisHalaman:
    """A row of the page with its form: None where the person may not answer."""

    isi: BarisKriteria
    form: JawabanForm | None


@dataclass(frozen=True)
class KelompokHalaman:
    """Rows under one heading."""

    nama: str
    baris: tuple[BarisHalaman, ...]


@dataclass(frozen=True)
class DaftarHalaman:
    """A list of the page."""

    isi: DaftarKriteria
    kelompok: tuple[KelompokHalaman, ...]


@require_http_methods(["GET", "HEAD", "POST"])
@halaman_kantor()
def kesiapan(request: RequestKantor) -> HttpResponse:
    """Show the criteria; take an answer of the office."""
    laporan = laporan_kantor(request)
    if request.method == "POST":
        if laporan is None:
            raise Http404("laporan belum dicatat")
        if not boleh_jawab(request.pelaku, laporan):
            raise PermissionDenied("peran")
        return _jawab(request, laporan)
    return _tampil(request, laporan)


@require_safe
@halaman_kantor()
def kesiapan_unduh(request: RequestKantor) -> HttpResponse:
    """Send the lists as a workbook."""
    laporan = laporan_kantor(request)
    if laporan is None:
        raise Http404("laporan belum dicatat")
    try:
        daftar = build_kesiapan(laporan, request.pelaku)
    except SusunGagal as galat:
        return laporan_gagal(request, laporan, str(galat), 409)
    if not daftar:
        raise Http404("tidak ada kriteria")
    nama = f"kesiapan-evaluasi-{request.kantor.slug}-{request.tahun}.xlsx"
    return kirim_xlsx(buat_kesiapan(daftar, f"LKjIP {request.kantor.nama} {request.tahun}"), nama)


# Helpers -------------------------------------------------------------------------------------------------


def _jawab(request: RequestKantor, laporan: Laporan) -> HttpResponse:
    kunci = request.POST.get("kriteria", "")
    berlaku = KriteriaEvaluasi.objects.filter(perangkat__in=perangkat_berlaku(laporan))
    is_nomor = kunci.isdecimal() and len(kunci) <= PANJANG_NOMOR
    kriteria = berlaku.filter(pk=kunci).first() if is_nomor else None
    if kriteria is None:
        messages.error(request, "Kriteria itu tidak berlaku lagi untuk laporan ini. Pilih dari daftar ini.")
        return _tampil(request, laporan, status=400)
    satu = JawabanKriteria(laporan=laporan, kriteria=kriteria)
    form = JawabanForm(request.POST, instance=satu, prefix=_awalan(kriteria.pk))
    if not form.is_valid():
        return _tampil(request, laporan, form, kriteria.pk, status=400)
    with transaction.atomic():
        simpan_jawaban(form.save(commit=False), request.pelaku, request.user)
    messages.success(request, f"Jawaban kriteria {kriteria.nomor} disimpan.")
    alamat = reverse("kesiapan", args=[request.kantor.slug, request.tahun])
    return redirect(f"{alamat}#kriteria-{kriteria.pk}")


def _tampil(
    request: RequestKantor,
    laporan: Laporan | None,
    form: JawabanForm | None = None,
    kriteria: int = 0,
    status: int = 200,
) -> HttpResponse:
    """Show the page; ``form`` is a refused answer to ``kriteria``."""
    isi: dict[str, object] = {"menu_kini": "pelaporan", "laporan": laporan, "daftar": (), "salah": kriteria}
    if laporan is not None:
        try:
            daftar = build_kesiapan(laporan, request.pelaku)
        except SusunGagal as galat:
            return laporan_gagal(request, laporan, str(galat), 200)
        is_boleh = boleh_jawab(request.pelaku, laporan)
        isi["daftar"] = [_daftar(d, is_boleh, form, kriteria) for d in daftar]
        isi["is_boleh"] = is_boleh
    return render(request, "pelaporan/kesiapan.html", isi, status=status)


def _daftar(d: DaftarKriteria, is_boleh: bool, form: JawabanForm | None, salah: int) -> DaftarHalaman:
    def buat(b: BarisKriteria) -> BarisHalaman:
        if not is_boleh:
            return BarisHalaman(b, None)
        kunci = b.kriteria.pk
        return BarisHalaman(b, form if form and kunci == salah else JawabanForm(prefix=_awalan(kunci)))

    return DaftarHalaman(
        d, tuple(KelompokHalaman(k.nama, tuple(buat(b) for b in k.baris)) for k in d.kelompok)
    )


def _awalan(kunci: int) -> str:
    return f"k{kunci}"
