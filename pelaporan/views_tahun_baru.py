"""Pages of the new year: the plan of one office, and of all offices of a government."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from organisasi.halaman import RequestKantor, halaman_kabupaten, halaman_kantor
from organisasi.models import PemerintahDaerah, Pengguna, PerangkatDaerah
from organisasi.pilihan import ADMIN, PERENCANA_DAN_ADMIN, Peran
from pelaporan.kabupaten import kantor_kelola
from pelaporan.tahun_baru import (
    Rencana,
    TahunBaruGagal,
    aturan_pemda,
    boleh_buat,
    buat_aturan_pemda,
    buat_tahun_baru,
    rencanakan_banyak,
    rencanakan_tahun_baru,
)
from pelaporan.views_kabupaten import wajib_tahun


@require_http_methods(["GET", "HEAD", "POST"])
@halaman_kantor(*PERENCANA_DAN_ADMIN)
def tahun_baru(request: RequestKantor) -> HttpResponse:
    """Show what the next year of the office will get, and make it."""
    kantor, dari = request.kantor, request.tahun
    wajib_tahun(dari + 1)
    if not boleh_buat(request.pelaku, kantor):
        raise PermissionDenied("tahun baru")
    if request.method == "POST":
        return _buat_satu(request, kantor, dari)
    rencana = rencanakan_tahun_baru(kantor, dari)
    return render(request, "pelaporan/tahun_baru.html", {"menu_kini": "tahun_baru", "rencana": rencana})


def _buat_satu(request: RequestKantor, kantor: PerangkatDaerah, dari: int) -> HttpResponse:
    try:
        rencana = buat_tahun_baru(kantor, dari, request.user)
    except TahunBaruGagal as galat:
        messages.error(request, str(galat))
    else:
        if rencana.jumlah:
            messages.success(request, f"Tahun {rencana.ke} dibuat: {rencana.ringkas}.")
        else:
            messages.info(request, f"Tahun {rencana.ke} sudah lengkap. Tidak ada yang dibuat.")
    return redirect("tahun_baru", slug=kantor.slug, tahun=dari)


# All offices --------------------------------------------------------------------------------------


@dataclass(frozen=True)
class HasilKantor:
    """What became of one office."""

    kantor: PerangkatDaerah
    tanda: str
    teks: str


@require_http_methods(["GET", "HEAD", "POST"])
@halaman_kabupaten(*ADMIN)
def kabupaten_tahun_baru(request: HttpRequest, tahun: int) -> HttpResponse:
    """Show what the next year of all offices will get, and make it for those that are chosen."""
    wajib_tahun(tahun)
    wajib_tahun(tahun + 1)
    kantor = list(kantor_kelola(request.user, Peran.ADMIN_KABUPATEN))
    hasil: list[HasilKantor] = []
    galat = ""
    if request.method == "POST":
        terpilih = _terpilih(request, kantor)
        if terpilih:
            hasil = _buat_banyak(request, terpilih, tahun)
        else:
            galat = "Belum ada perangkat daerah yang dipilih. Centang paling sedikit satu, atau pilih semua."
    rencana = rencanakan_banyak(kantor, tahun)
    aturan = [(pemda, aturan_pemda(pemda, tahun)) for pemda in _pemda(kantor)]
    isi = {
        "menu_kini": "tahun_baru",
        "tahun": tahun,
        "ke": tahun + 1,
        "rencana": rencana,
        "aturan": [pemda for pemda, baru in aturan if baru is not None],
        "hasil": hasil,
        "galat": galat,
        "siap": sum(1 for r in rencana if r.is_berisi and r.jumlah),
        "lengkap": sum(1 for r in rencana if r.is_berisi and not r.jumlah),
        "kosong": sum(1 for r in rencana if not r.is_berisi),
    }
    return render(request, "pelaporan/kabupaten/tahun_baru.html", isi)


def _terpilih(request: HttpRequest, kantor: list[PerangkatDaerah]) -> list[PerangkatDaerah]:
    """Return the chosen offices among those of this person; keys of others choose nothing."""
    if request.POST.get("lingkup") == "semua":
        return kantor
    kunci = set(request.POST.getlist("kantor"))
    return [k for k in kantor if str(k.pk) in kunci]


def _buat_banyak(request: HttpRequest, kantor: list[PerangkatDaerah], dari: int) -> list[HasilKantor]:
    """Make each office in a transaction of its own: one that fails stops no other."""
    oleh = request.user
    assert isinstance(oleh, Pengguna)
    for pemda in _pemda(kantor):
        buat_aturan_pemda(pemda, dari, oleh)
    return [_buat_kantor(k, dari, oleh) for k in kantor]


def _buat_kantor(kantor: PerangkatDaerah, dari: int, oleh: Pengguna) -> HasilKantor:
    try:
        rencana: Rencana = buat_tahun_baru(kantor, dari, oleh)
    except TahunBaruGagal as galat:
        return HasilKantor(kantor, "kosong", str(galat))
    if rencana.jumlah:
        return HasilKantor(kantor, "baik", f"Dibuat: {rencana.ringkas}.")
    return HasilKantor(kantor, "baik", "Sudah lengkap, tidak ada yang dibuat.")


def _pemda(kantor: list[PerangkatDaerah]) -> list[PemerintahDaerah]:
    return list({k.pemda_id: k.pemda for k in kantor}.values())
