"""Downloads of the report's tables as workbooks: all of them, or one by its printed number."""

from __future__ import annotations

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from pelaporan.konteks import KonteksLKjIP
from pelaporan.susun import SusunGagal, build_konteks_lkjip
from pelaporan.tabel_xlsx import buku_satu, buku_tabel
from pelaporan.views import ambil_laporan, laporan_gagal
from sakip.umum.unduhan import kirim_xlsx


@require_safe
def laporan_tabel(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Send all tables of a report as one workbook."""
    return _kirim(request, slug, tahun, buku_tabel, f"tabel-lkjip-{slug}-{tahun}.xlsx")


@require_safe
def laporan_tabel_satu(request: HttpRequest, slug: str, tahun: int, nomor: str) -> HttpResponse:
    """Send one table; ``nomor`` is the number that the report prints ("3.2")."""

    def buat(k: KonteksLKjIP) -> bytes:
        satu = next((t for t in k.kerangka.tabel if t.jenis == "tabel" and t.nomor == nomor), None)
        if satu is None:
            raise Http404(f"tabel {nomor} tidak ada")
        return buku_satu(k, satu.kunci)

    return _kirim(request, slug, tahun, buat, f"tabel-{nomor}-lkjip-{slug}-{tahun}.xlsx")


def _kirim(
    request: HttpRequest, slug: str, tahun: int, buat: Callable[[KonteksLKjIP], bytes], nama: str
) -> HttpResponse:
    satu = ambil_laporan(request, slug, tahun)
    try:
        konteks = build_konteks_lkjip(satu)
    except SusunGagal as galat:
        return laporan_gagal(request, satu, str(galat), 409)
    return kirim_xlsx(buat(konteks), nama)
