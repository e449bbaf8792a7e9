"""Pages of the plan: the tree, Renstra targets, the definition of an indicator, programmes of the year."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from kinerja import perencanaan as alur
from kinerja.bentrok import baca_nomor
from kinerja.forms_perencanaan import (
    FormDefinisi,
    awal_definisi,
)
from kinerja.models import DefinisiIndikator, Indikator
from kinerja.pohon_perencanaan import build_pohon
from organisasi.halaman import RequestKantor, halaman_kantor
from organisasi.models import Satuan, UnitKerja
from renstra import program_tahun
from renstra.program_tahun import RencanaGagal
from sakip.umum import sekali
from sakip.umum.riwayat import versi_terakhir as versi_riwayat

formulir = require_http_methods(["GET", "HEAD", "POST"])


def _boleh_tulis(request: RequestKantor) -> bool:
    return alur.boleh_rencana(request.user, request.kantor.pk)  # type: ignore[arg-type]


def _wajib_tulis(request: RequestKantor) -> None:
    if not _boleh_tulis(request):
        raise PermissionDenied("perencanaan")


@require_safe
@halaman_kantor()
def perencanaan(request: RequestKantor) -> HttpResponse:
    """Show the plan of the year as a tree, with what is missing at its place."""
    konteks = {
        "menu_kini": "perencanaan",
        "pohon": build_pohon(request.kantor, request.tahun),
        "boleh_tulis": _boleh_tulis(request),
    }
    return render(request, "kinerja/perencanaan/perencanaan.html", konteks)


# Definition of an indicator -------------------------------------------------------------------------


@formulir
@halaman_kantor()
def definisi_indikator(request: RequestKantor, pk: int) -> HttpResponse:
    """Show the definitions of an indicator; who may write changes the newest one or makes the first."""
    semua = Indikator.objects.untuk(request.user).filter(perangkat_daerah=request.kantor)
    indikator = get_object_or_404(semua, pk=pk)
    indikator.perangkat_daerah = request.kantor
    daftar = list(indikator.definisi.select_related("satuan", "penanggung_jawab").order_by("-mulai_tahun"))
    kini = daftar[0] if daftar else None
    form = _form_definisi(request, kini)
    pesan = ""
    versi = versi_riwayat(kini) if kini else 0
    if request.method == "POST":
        _wajib_tulis(request)
        if baca_nomor(request.POST.get("versi", "")) != versi:
            pesan = _sebut_pengubah(kini)
        elif form.is_valid():
            try:
                baru = _simpan_definisi(request, indikator, kini, form)
            except alur.DefinisiSalah as galat:
                for nama, satu in galat.galat.items():
                    form.add_error(nama if nama in form.fields else None, satu)
                pesan = " ".join(str(s) for s in form.non_field_errors())
            except RencanaGagal as galat:
                pesan = str(galat)
            else:
                messages.success(request, _sebut_hasil(kini, baru))
                return redirect(request.path)
    berdata = sorted(t for t in alur.tahun_berdata(indikator) if kini and t >= kini.mulai_tahun)
    konteks = {
        "menu_kini": "perencanaan",
        "indikator": indikator,
        "daftar": alur.tahun_berlaku(daftar),
        "kini": kini,
        "form": form,
        "versi_halaman": versi,
        "berdata": berdata,
        "tahun_bebas": alur.tahun_pertama_bebas(kini) if kini else request.tahun,
        "galat": form.galat_ringkas() if form.is_bound else [],
        "pesan": pesan,
        "boleh_tulis": _boleh_tulis(request),
    }
    return render(request, "kinerja/perencanaan/definisi.html", konteks)


def _form_definisi(request: RequestKantor, kini: DefinisiIndikator | None) -> FormDefinisi:
    awal = awal_definisi(kini) if kini else {**awal_definisi(None), "mulai_tahun": request.tahun}
    return FormDefinisi(
        request.POST if request.method == "POST" else None,
        initial=awal,
        unit=UnitKerja.objects.untuk(request.user).filter(perangkat_daerah=request.kantor).order_by("urutan"),
        satuan=Satuan.objects.untuk(request.user),
    )


def _simpan_definisi(
    request: RequestKantor, indikator: Indikator, kini: DefinisiIndikator | None, form: FormDefinisi
) -> DefinisiIndikator:
    oleh: Any = request.user
    tahun = form.cleaned_data["mulai_tahun"]
    if kini is None:
        if tahun is None:
            raise alur.DefinisiSalah({"mulai_tahun": f"Tulis tahun pertamanya, misalnya {request.tahun}."})
        return alur.buat_definisi(indikator, form.isi(), mulai_tahun=tahun, oleh=oleh)
    return alur.ubah_definisi(
        indikator, form.isi(), oleh=oleh, mulai_tahun=tahun, alasan=form.cleaned_data["alasan"]
    )


def _sebut_hasil(lama: DefinisiIndikator | None, baru: DefinisiIndikator) -> str:
    if lama is None or lama.pk == baru.pk:
        return "Definisi tersimpan."
    return (
        f"Definisi baru berlaku mulai tahun {baru.mulai_tahun}; untuk tahun sebelumnya tetap definisi lama. "
        f"Periksa target tahun {baru.mulai_tahun} dan sesudahnya."
    )


def _sebut_pengubah(kini: DefinisiIndikator | None) -> str:
    terakhir: Any = kini.riwayat.select_related("history_user").first() if kini else None  # type: ignore[attr-defined]
    nama = str(terakhir.history_user) if terakhir is not None and terakhir.history_user else "Orang lain"
    return (
        f"{nama} mengubah definisi ini sejak halaman ini dibuka; yang tersimpan tampak pada daftar di bawah. "
        "Isian Anda masih di sini: periksa, lalu simpan sekali lagi."
    )


# Programmes of the year -----------------------------------------------------------------------------


@formulir
@halaman_kantor()
def tambah_program(request: RequestKantor) -> HttpResponse:
    """Choose codes of the nomenclature in force and add them to the year: all or nothing."""
    _wajib_tulis(request)
    bidang = program_tahun.daftar_bidang(request.tahun)
    terpilih = request.GET.get("bidang", "") or (bidang[0].kode if bidang else "")
    cari = request.GET.get("cari", "").strip()[:60]
    pesan = ""
    dipilih = {int(t) for t in request.POST.getlist("kode") if t.isascii() and t.isdigit() and len(t) < 16}
    if request.method == "POST":
        try:
            with transaction.atomic():
                dahulu = sekali.jawaban_dahulu(request)
                if dahulu is not None:
                    return dahulu
                hasil = program_tahun.tambah_program(
                    request.kantor,
                    request.tahun,
                    dipilih,
                    oleh=request.user,  # type: ignore[arg-type]
                )
                jawaban = redirect("perencanaan", request.kantor.slug, request.tahun)
                sekali.ingat_jawaban(request, jawaban)
        except RencanaGagal as galat:
            pesan = str(galat)
        else:
            kata = f"Ditambahkan: {hasil.sebut()}." if hasil.jumlah else "Semua kode itu sudah ada."
            messages.success(request, kata)
            return jawaban
    akar = program_tahun.pilihan_nomenklatur(request.kantor, request.tahun, terpilih, cari)
    konteks = {
        "menu_kini": "perencanaan",
        "bidang": bidang,
        "terpilih": terpilih,
        "cari": cari,
        "akar": [(p, bool(cari) or p.memuat(dipilih)) for p in akar],
        "dipilih": dipilih,
        "pesan": pesan,
        "galat": [],
        "kirim_id": sekali.kirim_id(request),
    }
    return render(request, "kinerja/perencanaan/tambah_program.html", konteks)
