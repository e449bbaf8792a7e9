"""Pages of uploads: a list with who and when, one of them with its progress, and the decision on it.

Files go out through these views only, to whom ``hak.boleh_buka`` admits. Nothing here writes on GET.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models.fields.files import FieldFile
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from organisasi.izin import is_kabupaten
from organisasi.models import Pengguna, Unggahan
from organisasi.pilihan import StatusUnggahan
from organisasi.unggahan import alur
from organisasi.unggahan.hak import boleh_buka, boleh_putuskan
from organisasi.unggahan.keadaan import Keadaan, build_keadaan
from organisasi.unggahan.penangan import UnggahanDitolak, ambil, label_jenis
from sakip.umum.tanggal import format_tanggal
from sakip.umum.waktu import sebut_waktu

SEHALAMAN = 30
AWALAN_PILIHAN = "pilihan-"
BELUM_SIAP = "Sudah dibaca. Lengkapi pilihannya, lalu ringkasan perubahannya tampil di sini."
BERAT = ("hasil", "pilihan")  # columns that a list and a poll do not need


@dataclass(frozen=True)
class BarisUnggahan:
    """An upload in the list."""

    unggahan: Unggahan
    jenis: str
    keadaan: Keadaan
    pada: str
    is_terbuka: bool


def _pengguna(request: HttpRequest) -> Pengguna:
    assert isinstance(request.user, Pengguna)
    return request.user


def _ambil(request: HttpRequest, pk: int, *, ringan: bool = False) -> Unggahan:
    """Return an upload that the person may open; another one does not exist."""
    semua = Unggahan.objects.untuk(request.user).select_related("oleh", "perangkat_daerah", "pemda")
    satu: Unggahan = get_object_or_404(semua.defer(*BERAT) if ringan else semua, pk=pk)
    if not boleh_buka(_pengguna(request).pelaku, satu):
        raise Http404("unggahan")
    return satu


@require_safe
def unggahan_daftar(request: HttpRequest) -> HttpResponse:
    """List the uploads with who and when, the newest first."""
    pelaku = _pengguna(request).pelaku
    semua = Unggahan.objects.untuk(request.user).defer(*BERAT).select_related("oleh", "perangkat_daerah")
    halaman = Paginator(semua, SEHALAMAN).get_page(request.GET.get("halaman"))
    isi = {
        "menu_kini": "unggahan",
        "halaman": halaman,
        "baris": [
            BarisUnggahan(
                u, label_jenis(u.jenis), build_keadaan(u), sebut_waktu(u.dibuat_pada), boleh_buka(pelaku, u)
            )
            for u in halaman
        ],
        "hari": settings.UNGGAHAN_HARI,
        "is_semua": pelaku.is_semua or is_kabupaten(pelaku),
    }
    return render(request, "organisasi/unggahan/daftar.html", isi)


@require_safe
def unggahan(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one upload: how far it is, what it would change, what came of it."""
    satu = _ambil(request, pk)
    penangan = ambil(satu.jenis)
    keadaan = _keadaan(satu)
    putuskan = boleh_putuskan(_pengguna(request).pelaku, satu)
    isi = {
        "menu_kini": "unggahan",
        "unggahan": satu,
        "jenis": label_jenis(satu.jenis),
        "keadaan": keadaan,
        "hasil": satu.hasil,
        "templat": penangan.templat if penangan and satu.hasil and not keadaan.is_bekerja else "",
        "tempat": satu.perangkat_daerah or satu.pemda,
        "dibuat": sebut_waktu(satu.dibuat_pada),
        "selesai": sebut_waktu(satu.selesai_pada) if satu.selesai_pada else "",
        "hapus": format_tanggal(satu.hapus_setelah),
        "boleh_terapkan": putuskan and satu.status == StatusUnggahan.SIAP and not _belum_siap(satu),
        "bertahap": bool(satu.hasil.get("bertahap")),
        "boleh_batal": putuskan and satu.status in alur.DAPAT_DIBATALKAN,
        "boleh_ulang": putuskan and (keadaan.is_terhenti or satu.status == StatusUnggahan.GAGAL),
        "boleh_pilih": putuskan and satu.status in (StatusUnggahan.SIAP, StatusUnggahan.DITOLAK),
    }
    return render(request, "organisasi/unggahan/unggahan.html", isi)


def _keadaan(satu: Unggahan) -> Keadaan:
    """Return the state in words; a preview that asks something, or found nothing new, says so."""
    keadaan = build_keadaan(satu)
    if satu.status == StatusUnggahan.SIAP and _belum_siap(satu):
        return replace(keadaan, label="Menunggu pilihan Anda", kalimat=BELUM_SIAP)
    if satu.status == StatusUnggahan.DITOLAK and satu.hasil.get("is_sama"):
        return replace(keadaan, label="Tidak ada perubahan", tanda="lewat")
    return keadaan


def _belum_siap(satu: Unggahan) -> bool:
    """Whether the preview still asks something of the person."""
    return bool(satu.hasil.get("belum_siap"))


@require_safe
def unggahan_kemajuan(request: HttpRequest, pk: int) -> JsonResponse:
    """Say how far it is, for the script of the page."""
    keadaan = build_keadaan(_ambil(request, pk, ringan=True))
    return JsonResponse(
        {
            "status": keadaan.status,
            "label": keadaan.label,
            "kalimat": keadaan.kalimat,
            "bekerja": keadaan.is_bekerja,
            "nilai": keadaan.nilai,
            "total": keadaan.total,
        }
    )


@require_safe
def unggahan_berkas(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Send the file that was handed in."""
    satu = _ambil(request, pk, ringan=True)
    return _kirim(satu.berkas, satu.nama)


@require_safe
def unggahan_hasil(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Send the file that the check gave back."""
    satu = _ambil(request, pk, ringan=True)
    if not satu.berkas_hasil:
        raise Http404("tanpa berkas hasil")
    return _kirim(satu.berkas_hasil, satu.nama_hasil or satu.nama)


def _kirim(berkas: FieldFile, nama: str) -> HttpResponseBase:
    try:
        isi = berkas.open("rb")
    except FileNotFoundError as galat:
        raise Http404("berkas unggahan hilang dari penyimpanan") from galat
    jawaban = FileResponse(isi, as_attachment=True, filename=nama, content_type="application/octet-stream")
    jawaban["X-Content-Type-Options"] = "nosniff"
    jawaban["Cache-Control"] = "private, no-store"
    return jawaban


# Decisions ------------------------------------------------------------------------------------------


def _putuskan(request: HttpRequest, pk: int, lakukan: Callable[[Unggahan, Pengguna], str]) -> HttpResponse:
    satu, oleh = _ambil(request, pk), _pengguna(request)
    if not boleh_putuskan(oleh.pelaku, satu):
        raise PermissionDenied("unggahan")
    try:
        pesan = lakukan(satu, oleh)
    except UnggahanDitolak as galat:
        messages.warning(request, galat.pesan)
    else:
        if pesan:
            messages.success(request, pesan)
    return redirect("unggahan", pk=pk)


def _pilihan(request: HttpRequest) -> dict[str, Any] | None:
    """Return what the preview asked: fields whose names begin with ``pilihan-``; several values as a list."""
    isi = {
        nama.removeprefix(AWALAN_PILIHAN): nilai if len(nilai) > 1 else nilai[0]
        for nama, nilai in request.POST.lists()
        if nama.startswith(AWALAN_PILIHAN)
    }
    return isi or None


@require_POST
def unggahan_konfirmasi(request: HttpRequest, pk: int) -> HttpResponse:
    """Apply what was shown."""

    def lakukan(satu: Unggahan, oleh: Pengguna) -> str:
        giliran = request.POST.get("giliran", "")
        alur.konfirmasi(satu, oleh, _pilihan(request), int(giliran) if giliran.isdecimal() else None)
        return ""

    return _putuskan(request, pk, lakukan)


@require_POST
def unggahan_periksa(request: HttpRequest, pk: int) -> HttpResponse:
    """Check again."""

    def lakukan(satu: Unggahan, oleh: Pengguna) -> str:
        alur.periksa_ulang(satu, oleh, _pilihan(request))
        return ""

    return _putuskan(request, pk, lakukan)


@require_POST
def unggahan_batal(request: HttpRequest, pk: int) -> HttpResponse:
    """Cancel before anything changes."""

    def lakukan(satu: Unggahan, oleh: Pengguna) -> str:
        alur.batalkan(satu, oleh)
        return "Unggahan dibatalkan. Tidak ada data yang berubah."

    return _putuskan(request, pk, lakukan)
