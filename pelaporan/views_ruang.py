"""The workspace: read a section as it prints, write it, save while writing, take an offer.

Saving answers a form with a page and a script with JSON (``Accept: application/json``): the same act, the
same refusals. Reading and the preview write nothing.
"""

from __future__ import annotations

import logging
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.html import escape
from django.views.decorators.http import require_POST, require_safe

from organisasi.halaman import RequestKantor, halaman_kantor
from pelaporan.alur_narasi import (
    NarasiBerubah,
    NarasiDitolak,
    boleh_menulis,
    rapikan,
    simpan_narasi,
    tawarkan,
    terima_tawaran,
)
from pelaporan.models import Laporan, Narasi
from pelaporan.ruang import LEMBAR, MENURUT_KUNCI, Lembar
from pelaporan.ruang_isi import (
    Ketikan,
    Ruang,
    bentrok,
    isi_tulisan_saja,
    pratinjau,
    sebut_tersimpan,
)
from pelaporan.susun import SusunGagal, susun
from pelaporan.views import laporan_gagal, laporan_kantor

FOLDER = "pelaporan/ruang"
GAGAL = (
    "Aplikasi gagal menyusun isi laporan dari data dan tulisan yang sekarang. Periksa tulisan yang terakhir "
    "diubah, lalu beri tahu pengelola sistem."
)
log = logging.getLogger(__name__)


def cari_laporan(request: RequestKantor) -> Laporan:
    """Return the year's report; 404 where it is not recorded."""
    satu = laporan_kantor(request)
    if satu is None:
        raise Http404("laporan belum dicatat")
    return satu


def cari_lembar(bagian: str, *, ditulis: bool = False) -> Lembar:
    """Return a page by its key; with ``ditulis`` only one that people write."""
    satu = MENURUT_KUNCI.get(bagian)
    if satu is None or (ditulis and not satu.is_ditulis):
        raise Http404("bagian tidak ada")
    return satu


def wajib_menulis(request: RequestKantor, laporan: Laporan, lembar: Lembar) -> None:
    """Refuse who does not write this section."""
    if not boleh_menulis(request.pelaku, laporan, lembar.kunci):
        raise PermissionDenied("peran")


@require_safe
@halaman_kantor()
def ruang(request: RequestKantor) -> HttpResponse:
    """Go to the first section that this person writes and that is not ready; else to the first."""
    laporan = cari_laporan(request)
    siap = {n.bagian for n in Narasi.objects.filter(laporan=laporan) if n.keadaan == "siap"}
    milik = [x for x in LEMBAR if x.is_ditulis and x.kunci not in siap]
    tujuan = next((x for x in milik if boleh_menulis(request.pelaku, laporan, x.kunci)), LEMBAR[0])
    return redirect("ruang_bagian", request.kantor.slug, request.tahun, tujuan.kunci)


@require_safe
@halaman_kantor()
def ruang_bagian(request: RequestKantor, bagian: str) -> HttpResponse:
    """Show a section."""
    return _halaman(request, cari_laporan(request), cari_lembar(bagian))


def _halaman(
    request: RequestKantor,
    laporan: Laporan,
    lembar: Lembar,
    ketikan: Ketikan | None = None,
    status: int = 200,
) -> HttpResponse:
    """Show a section; who writes it gets at least the field, whatever stands against the rest."""
    boleh = lembar.is_ditulis and boleh_menulis(request.pelaku, laporan, lembar.kunci)
    try:
        isi = Ruang(laporan, request.user, lembar).isi(ketikan)
        return render(request, f"{FOLDER}/ruang.html", isi, status=status)
    except SusunGagal as galat:
        sebab = str(galat)
    except Exception:
        if not boleh:
            raise
        log.exception("ruang %s laporan %s", lembar.kunci, laporan.pk)
        sebab = GAGAL
    if not boleh:
        return laporan_gagal(request, laporan, sebab, 200)
    isi = isi_tulisan_saja(laporan, lembar, ketikan, sebab)
    return render(request, f"{FOLDER}/tulisan_saja.html", isi, status=status)


# Saving --------------------------------------------------------------------------------------------


@require_POST
@halaman_kantor()
def ruang_simpan(request: RequestKantor, bagian: str) -> HttpResponse:
    """Save a text. Where somebody else wrote meanwhile, both texts are shown and nothing is written."""
    return _simpan(request, cari_laporan(request), cari_lembar(bagian, ditulis=True))


def _simpan(request: RequestKantor, laporan: Laporan, lembar: Lembar) -> HttpResponse:
    isi = rapikan(request.POST.get("isi", ""))
    sidik = request.POST.get("sidik", "")
    dasar = request.POST.get("dasar", sidik)
    siap = bool(request.POST.get("siap"))
    try:
        narasi = simpan_narasi(laporan, lembar.kunci, isi, oleh=request.user, sidik_dibaca=sidik, siap=siap)
    except NarasiBerubah as galat:
        kini = galat.terkini
        ketikan = Ketikan(isi, kini.sidik, dasar, bentrok=bentrok(kini, isi))
        return _tolak(request, laporan, lembar, ketikan, 409)
    except NarasiDitolak as galat:
        return _tolak(request, laporan, lembar, Ketikan(isi, sidik, dasar, galat=str(galat)), 400)
    if _ingin_json(request):
        return _jawab_tersimpan(request, laporan, lembar, narasi)
    messages.success(request, "Tersimpan dan ditandai siap." if siap else "Tulisan tersimpan.")
    return _kembali(request, lembar)


def _ingin_json(request: RequestKantor) -> bool:
    return request.get_preferred_type(["text/html", "application/json"]) == "application/json"


def _jawab_tersimpan(
    request: RequestKantor, laporan: Laporan, lembar: Lembar, narasi: Narasi
) -> HttpResponse:
    """Say when it was saved, and give the parts of the page that follow from the text."""
    jawab: dict[str, Any] = {
        "sidik": narasi.sidik if narasi.isi else "",
        "keadaan": f"Tersimpan pukul {timezone.localtime():%H.%M}",
        "siap": narasi.keadaan == "siap",
        "potongan": {},
    }
    try:
        jawab["potongan"] = _potongan(request, Ruang(laporan, request.user, lembar))
    except SusunGagal:
        pass  # the page says it
    except Exception:  # it is saved, so nothing may say that it is not
        log.exception("potongan %s laporan %s", lembar.kunci, laporan.pk)
    return JsonResponse(jawab)


def _potongan(request: RequestKantor, ruang: Ruang) -> dict[str, str]:
    isi = {"bab": ruang.isi_bab(), "temuan": ruang.isi_temuan(), "keadaan": ruang.isi_keadaan()}
    hasil = {nama: render_to_string(f"{FOLDER}/_{nama}.html", x, request) for nama, x in isi.items()}
    return {**hasil, "tersimpan": escape(sebut_tersimpan(ruang.kini))}


def _tolak(
    request: RequestKantor, laporan: Laporan, lembar: Lembar, ketikan: Ketikan, status: int
) -> HttpResponse:
    """Show again what was typed, with what stands against it."""
    if not _ingin_json(request):
        return _halaman(request, laporan, lembar, ketikan, status)
    jawab: dict[str, Any] = {"galat": ketikan.galat, "sidik": ketikan.sidik}
    if ketikan.bentrok is not None:
        isi = {"laporan": laporan, "lembar": lembar, "ketikan": ketikan}
        jawab["galat"] = f"bagian ini diubah {ketikan.bentrok.oleh}."
        jawab["bentrok"] = render_to_string(f"{FOLDER}/_bentrok.html", isi, request)
    return JsonResponse(jawab, status=status)


@require_POST
@halaman_kantor()
def ruang_pratinjau(request: RequestKantor, bagian: str) -> HttpResponse:
    """Return a typed text as it would print; nothing is written."""
    laporan, lembar = cari_laporan(request), cari_lembar(bagian, ditulis=True)
    wajib_menulis(request, laporan, lembar)
    try:
        satu = pratinjau(susun(laporan).konteks, lembar.kunci, request.POST.get("isi", ""))
    except SusunGagal as galat:
        return JsonResponse({"galat": str(galat)}, status=409)
    return render(request, f"{FOLDER}/_pratinjau.html", {"pratinjau": satu, "media": "layar"})


# Offers --------------------------------------------------------------------------------------------


@require_POST
@halaman_kantor()
def ruang_tawarkan(request: RequestKantor, bagian: str) -> HttpResponse:
    """Put an offered text where nobody wrote: a draft from the figures, or last year's text."""
    laporan, lembar = cari_laporan(request), cari_lembar(bagian, ditulis=True)
    wajib_menulis(request, laporan, lembar)
    if (typed := _ketikan_baru(request, laporan, lembar)) is not None:
        typed.galat = "Tulisan Anda belum tersimpan. Simpan atau hapus dahulu, lalu minta tawarannya."
        return _halaman(request, laporan, lembar, typed, 400)
    try:
        konteks = susun(laporan).konteks
        tawarkan(laporan, lembar.kunci, request.POST.get("asal", ""), konteks, oleh=request.user)
    except SusunGagal as galat:
        return laporan_gagal(request, laporan, str(galat), 409)
    except NarasiDitolak as galat:
        messages.error(request, str(galat))
    else:
        messages.success(request, "Tulisan ditawarkan. Periksa dan ubah seperlunya, lalu terima.")
    return _kembali(request, lembar)


@require_POST
@halaman_kantor()
def ruang_terima(request: RequestKantor, bagian: str) -> HttpResponse:
    """Accept an offered text; one that was edited on the page is saved as the person's own."""
    laporan, lembar = cari_laporan(request), cari_lembar(bagian, ditulis=True)
    wajib_menulis(request, laporan, lembar)
    if _ketikan_baru(request, laporan, lembar) is not None:
        return _simpan(request, laporan, lembar)
    try:
        terima_tawaran(laporan, lembar.kunci, oleh=request.user)
    except NarasiDitolak as galat:
        messages.error(request, str(galat))
    else:
        messages.success(request, "Tulisan diterima sebagai tulisan Anda.")
    return _kembali(request, lembar)


def _kembali(request: RequestKantor, lembar: Lembar) -> HttpResponse:
    return redirect("ruang_bagian", request.kantor.slug, request.tahun, lembar.kunci)


def _ketikan_baru(request: RequestKantor, laporan: Laporan, lembar: Lembar) -> Ketikan | None:
    """Return what was typed on the page and is stored nowhere."""
    if "isi" not in request.POST:
        return None
    isi = rapikan(request.POST["isi"])
    tersimpan = Narasi.objects.filter(laporan=laporan, bagian=lembar.kunci).values_list("isi", flat=True)
    ada = tersimpan.first() or ""
    sidik = request.POST.get("sidik", "")
    return None if isi in ("", ada) else Ketikan(isi, sidik, request.POST.get("dasar", sidik))
