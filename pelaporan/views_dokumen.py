"""The section Pelaporan and the office's documents as PDF. Nothing here writes a row."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db.models import Model
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from kinerja.models import PerjanjianKinerja
from organisasi.halaman import RequestKantor, halaman_kantor
from pelaporan.dokumen.daftar import build_daftar
from pelaporan.dokumen.dasar import DokumenGagal
from pelaporan.dokumen.jenis import BERKAIT_PK, RENCANA, JenisDokumen, build_dokumen
from pelaporan.dokumen.terbit import sidik_dokumen
from pelaporan.halaman_temuan import ringkas_temuan
from pelaporan.models import Lampiran, LandasanHukum, Laporan, Narasi, Rekomendasi
from pelaporan.tenggat import tenggat_laporan
from pelaporan.views import PdfGagal, buat_pdf, is_segar, jawab_sama, laporan_kantor, privat
from sakip.umum.tanggal import format_tanggal


@dataclass(frozen=True)
class Tautan:
    """A place in which the person writes: its name, what it is for, its address."""

    nama: str
    rincian: str
    alamat: str


@require_safe
@halaman_kantor()
def pelaporan(request: RequestKantor) -> HttpResponse:
    """Show the year's LKjIP, what is written for it, and the documents."""
    laporan = laporan_kantor(request)
    tenggat = tenggat_laporan(request.kantor.pemda, request.tahun)
    isi = {
        "laporan": laporan,
        "ajukan": format_tanggal(tenggat.ajukan),
        "sahkan": format_tanggal(tenggat.sahkan),
        "tautan": _tautan(request, laporan),
        "kelompok": build_daftar(request.kantor, request.tahun, request.user),
        "tambah_laporan": request.pelaku.boleh_tulis_objek(
            Laporan(perangkat_daerah=request.kantor, tahun=request.tahun)
        ),
        "menulis": request.pelaku.boleh_tulis(Narasi),
        "pemeriksaan": ringkas_temuan(laporan) if laporan else None,
        "menu_kini": "pelaporan",
    }
    return render(request, "pelaporan/pelaporan.html", isi)


@require_safe
@halaman_kantor()
def dokumen(request: RequestKantor) -> HttpResponse:
    """List all documents of the year with their state and their PDF."""
    isi = {
        "kelompok": build_daftar(request.kantor, request.tahun, request.user),
        "menu_kini": "pelaporan",
    }
    return render(request, "pelaporan/dokumen/daftar.html", isi)


@require_safe
@halaman_kantor()
def dokumen_pdf(request: RequestKantor, jenis: str) -> HttpResponseBase:
    """Send a planning document: matriks-renstra, iku, rkt."""
    if jenis not in RENCANA:
        raise Http404("jenis dokumen tidak ada")
    return _kirim(request, JenisDokumen(jenis))


@require_safe
@halaman_kantor()
def dokumen_pk(request: RequestKantor, pk: int) -> HttpResponseBase:
    """Send a Perjanjian Kinerja; a draft is marked KONSEP."""
    return _kirim(request, JenisDokumen.PERJANJIAN, pk=_cari_pk(request, pk))


@require_safe
@halaman_kantor()
def dokumen_rencana_aksi(request: RequestKantor, pk: int) -> HttpResponseBase:
    """Send the rencana aksi of a Perjanjian Kinerja."""
    satu = _cari_pk(request, pk)
    if not hasattr(satu, "rencana_aksi"):
        raise Http404("rencana aksi belum ada")
    return _kirim(request, JenisDokumen.RENCANA_AKSI, pk=satu)


@require_safe
@halaman_kantor()
def dokumen_triwulan(request: RequestKantor, triwulan: int) -> HttpResponseBase:
    """Send the report of a quarter."""
    if triwulan not in (1, 2, 3, 4):
        raise Http404("triwulan tidak ada")
    return _kirim(request, JenisDokumen.TRIWULAN, triwulan=triwulan)


# Helpers -------------------------------------------------------------------------------------------


def _cari_pk(request: RequestKantor, pk: int) -> PerjanjianKinerja:
    satu: PerjanjianKinerja | None = (
        PerjanjianKinerja.objects.untuk(request.user)
        .filter(jabatan__perangkat_daerah=request.kantor, tahun=request.tahun, pk=pk)
        .select_related(*BERKAIT_PK)
        .first()
    )
    if satu is None:
        raise Http404("perjanjian kinerja tidak ada")
    return satu


def _kirim(
    request: RequestKantor,
    jenis: JenisDokumen,
    *,
    pk: PerjanjianKinerja | None = None,
    triwulan: int | None = None,
) -> HttpResponseBase:
    """Send the PDF. It is made once for the same content, in a child process."""
    try:
        satu = build_dokumen(jenis, request.kantor, request.tahun, pk=pk, triwulan=triwulan)
    except DokumenGagal as galat:
        return _gagal(request, jenis, str(galat), 409)
    sidik = sidik_dokumen(satu)
    simpanan = Path(settings.MEDIA_ROOT) / "draf" / "dokumen" / f"{sidik}.pdf"
    if not is_segar(
        simpanan, "templates/pelaporan/dokumen", "templates/pelaporan/lkjip", "pelaporan", "pelaporan/dokumen"
    ):
        perintah = [
            "susun_dokumen",
            f"--jenis={jenis.value}",
            f"--perangkat-daerah={request.kantor.slug}",
            f"--tahun={request.tahun}",
            *([f"--pk={pk.pk}"] if pk else []),
            *([f"--triwulan={triwulan}"] if triwulan else []),
        ]
        try:
            buat_pdf(perintah, sidik, simpanan)
        except PdfGagal as galat:
            return _gagal(request, jenis, str(galat), 503)
    sama = jawab_sama(request, sidik)
    if sama is not None:
        return sama
    nama = f"{slugify(satu.kepala.nama)}.pdf"
    return privat(FileResponse(simpanan.open("rb"), content_type="application/pdf", filename=nama), sidik)


def _gagal(request: HttpRequest, jenis: JenisDokumen, sebab: str, status: int) -> HttpResponse:
    isi = {"nama": jenis.label, "sebab": sebab, "menu_kini": "pelaporan"}
    return render(request, "pelaporan/dokumen/gagal.html", isi, status=status)


def _tautan(request: RequestKantor, laporan: Laporan | None) -> tuple[Tautan, ...]:
    """Return the ways to what the person writes for this report."""
    saring = f"?laporan__id__exact={laporan.pk}" if laporan else ""
    kantor = request.kantor.pk
    daftar: tuple[tuple[type[Model], str, str, str], ...] = (
        (Lampiran, "Lampiran", "Pindaian yang disertakan, atau alasan tidak ada", saring),
        (LandasanHukum, "Landasan hukum", "Peraturan yang disebut pada Bab I", saring),
        (
            Rekomendasi,
            "Rekomendasi dan tindak lanjut",
            "Rekomendasi LHE dan LHR, Bab III bagian D",
            f"?tahun_laporan__exact={request.tahun}&perangkat_daerah__id__exact={kantor}",
        ),
    )
    ruang = reverse("ruang", args=[request.kantor.slug, request.tahun])
    menulis = request.pelaku.is_peran(kantor, *_penulis(Narasi))
    narasi = (Tautan("Narasi", "Tulisan tiap bagian laporan", ruang),) if menulis else ()
    return narasi + tuple(
        Tautan(nama, rincian, reverse(f"admin:pelaporan_{model._meta.model_name}_changelist") + akhir)
        for model, nama, rincian, akhir in daftar
        if request.pelaku.is_peran(kantor, *_penulis(model))
    )


def _penulis(model: type[Model]) -> tuple[str, ...]:
    hasil: tuple[str, ...] = model.lingkup.penulis  # type: ignore[attr-defined]
    return hasil
