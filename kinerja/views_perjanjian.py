"""Pages of Perjanjian Kinerja: list, one revision, draft, setting, revision, difference, who takes over.

PERENCANA write; everybody who sees the office reads. Nothing is computed here: rows come from
``kinerja.lembar_pk``, writes go to ``kinerja.alur_pk``.
"""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from kinerja import lembar_pk
from kinerja.alur_konsep_pk import PKBentrok, boleh_tulis_pk, versi_pk
from kinerja.alur_pk import (
    buat_pk,
    hapus_konsep,
    pihak_pada,
    revisi_pk,
    simpan_konsep,
    tetapkan_pk,
)
from kinerja.bahan_pk import PKGagal, baris_periksa, dpa_pada, halangan, peringatan
from kinerja.bentrok import baca_nomor
from kinerja.forms_nilai import muat_skala
from kinerja.forms_perjanjian import (
    AlasanForm,
    BuatPKForm,
    KepalaPKForm,
    RevisiPKForm,
    baca_lembar,
    build_isian,
    tandai_bentrok,
    tanggal_baku,
)
from kinerja.models import PerjanjianKinerja
from kinerja.turunan_pk import atur_induk, muat_turunan
from organisasi.halaman import RequestKantor, halaman_kantor
from organisasi.models import Jabatan
from organisasi.pilihan import PERENCANA

PERIKSA = "Belum tersimpan. Perbaiki isian yang bertanda merah."


def ambil_pk(request: RequestKantor, pk: int) -> PerjanjianKinerja:
    """Return a revision of the office and year, 404 for any other."""
    rows = PerjanjianKinerja.objects.untuk(request.user).select_related(
        "jabatan__perangkat_daerah__pemda", "jabatan__atasan", "jabatan__unit", "pihak_pertama__pegawai",
        "pihak_pertama__jabatan", "pihak_kedua__pegawai", "pihak_kedua__jabatan", "dpa", "ditetapkan_oleh",
    )  # fmt: skip
    hasil: PerjanjianKinerja = get_object_or_404(
        rows, pk=pk, tahun=request.tahun, jabatan__perangkat_daerah=request.kantor
    )
    return hasil


def _konteks(request: RequestKantor, **isi: Any) -> dict[str, Any]:
    boleh = boleh_tulis_pk(request.user, request.kantor.pk)  # type: ignore[arg-type]
    return {"menu_kini": "perjanjian", "kantor": request.kantor, "tahun": request.tahun,
            "boleh_tulis": boleh, **isi}  # fmt: skip


def _dibaca(request: RequestKantor) -> tuple[int, int]:
    """Return the history rows that the page of a POST had shown."""
    return baca_nomor(request.POST.get("dibaca_pk", "")), baca_nomor(request.POST.get("dibaca_target", ""))


def _ke(request: RequestKantor, nama: str, *args: int) -> HttpResponse:
    return redirect(reverse(nama, args=[request.kantor.slug, request.tahun, *args]))


@require_safe
@halaman_kantor()
def daftar(request: RequestKantor) -> HttpResponse:
    """List the posts of the office with their PK of the year."""
    baris = lembar_pk.muat_daftar(request.kantor, request.tahun)
    isi = _konteks(request, baris=baris, ada=any(b.semua for b in baris), pertama=baris[0] if baris else None)
    return render(request, "kinerja/perjanjian/daftar.html", isi)


@require_http_methods(["GET", "HEAD", "POST"])
@halaman_kantor(*PERENCANA)
def buat(request: RequestKantor, jabatan: int) -> HttpResponse:
    """Make the PK murni of a post: shows what it will hold, then one action."""
    post = get_object_or_404(
        Jabatan.objects.untuk(request.user).select_related("perangkat_daerah__pemda", "atasan", "unit"),
        pk=jabatan,
        perangkat_daerah=request.kantor,
    )
    hari = timezone.localdate()
    dpa = dpa_pada(request.kantor, request.tahun, hari)
    form = BuatPKForm(request.POST or None, initial={"tanggal": tanggal_baku(request.tahun, dpa, hari)})
    if request.method == "POST" and form.is_valid():
        try:
            baru = buat_pk(post, request.tahun, request.user, **form.cleaned_data)  # type: ignore[arg-type]
        except PKGagal as galat:
            form.add_error(None, str(galat))
        else:
            messages.success(request, f"Konsep {baru} dibuat. Periksa targetnya, lalu tetapkan.")
            return _ke(request, "pk_ubah", baru.pk)
    tanggal = form.cleaned_data.get("tanggal") if form.is_bound else form["tanggal"].initial
    isi = _konteks(
        request,
        form=form,
        jabatan=post,
        **lembar_pk.pratinjau_baru(post, request.tahun, tanggal, pihak_pada),
    )
    return render(request, "kinerja/perjanjian/buat.html", isi, status=400 if form.errors else 200)


@require_safe
@halaman_kantor()
def rincian(request: RequestKantor, pk: int) -> HttpResponse:
    """Show one revision: facts, targets, budget, reasons, other revisions."""
    satu = ambil_pk(request, pk)
    return render(
        request, "kinerja/perjanjian/rincian.html", _konteks(request, **lembar_pk.muat_rincian(satu))
    )


@require_http_methods(["GET", "HEAD", "POST"])
@halaman_kantor(*PERENCANA)
def ubah(request: RequestKantor, pk: int) -> HttpResponse:
    """Edit a draft: everything on one page, one save, all or nothing."""
    satu = ambil_pk(request, pk)
    if satu.is_ditetapkan:
        return _ke(request, "pk_rincian", satu.pk)
    kini = versi_pk(satu)  # before the rows are read: what comes between is seen at the next save
    skala = muat_skala()
    lembar = lembar_pk.muat_lembar(satu, skala)
    form = KepalaPKForm(satu, request.POST if request.method == "POST" else None)
    if request.method == "POST":
        baca_lembar(request.POST, lembar)
        terketik = _dibaca(request)
        if form.is_valid() and lembar.is_sah:
            try:
                simpan_konsep(satu, build_isian(form, lembar, terketik), request.user)  # type: ignore[arg-type]
            except PKBentrok as galat:
                tandai_bentrok(lembar, form, galat, {s.pk: s for semua in skala.values() for s in semua})
                terketik = kini
            except PKGagal as galat:
                form.add_error(None, str(galat))
            else:
                messages.success(request, f"Konsep {satu.nama} tersimpan.")
                return _ke(request, "pk_rincian", satu.pk)
        kini = terketik
    isi = _konteks(
        request, pk=satu, form=form, lembar=lembar, dibaca=kini, salah=form.is_bound, pesan=PERIKSA
    )
    return render(request, "kinerja/perjanjian/ubah.html", isi, status=400 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@halaman_kantor(*PERENCANA)
def tetapkan(request: RequestKantor, pk: int) -> HttpResponse:
    """Set a draft: its warnings with a reason each, and one button."""
    satu = ambil_pk(request, pk)
    if satu.is_ditetapkan:
        return _ke(request, "pk_rincian", satu.pk)
    kini = versi_pk(satu)
    baris = baris_periksa(satu)
    form = AlasanForm(peringatan(satu, baris), request.POST if request.method == "POST" else None)
    galat_umum = ""
    if request.method == "POST" and form.is_valid():
        try:
            tetapkan_pk(satu, request.user, form.alasan(), dibaca=_dibaca(request))  # type: ignore[arg-type]
        except PKGagal as galat:
            galat_umum = str(galat)
        else:
            messages.success(request, f"{satu} ditetapkan. Isinya tidak dapat diubah lagi.")
            return _ke(request, "pk_rincian", satu.pk)
    salah = bool(galat_umum or form.errors)
    isi = _konteks(
        request,
        form=form,
        tolak=halangan(satu, baris),
        galat_umum=galat_umum,
        salah=salah,
        dibaca=kini,
        **lembar_pk.muat_rincian(satu),
    )
    return render(request, "kinerja/perjanjian/tetapkan.html", isi, status=400 if salah else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@halaman_kantor(*PERENCANA)
def revisi(request: RequestKantor, pk: int) -> HttpResponse:
    """Copy a set revision into a new draft, with its reason."""
    satu = ambil_pk(request, pk)
    hari = timezone.localdate()
    awal = hari if hari.year == satu.tahun and hari >= satu.tanggal else None
    form = RevisiPKForm(request.POST if request.method == "POST" else None, initial={"tanggal": awal})
    if request.method == "POST" and form.is_valid():
        try:
            baru = revisi_pk(satu, request.user, **form.cleaned_data)  # type: ignore[arg-type]
        except PKGagal as galat:
            form.add_error(None, str(galat))
        else:
            messages.success(
                request, f"Konsep {baru} dibuat dari {satu.nama}. Ubah targetnya, lalu tetapkan."
            )
            return _ke(request, "pk_ubah", baru.pk)
    isi = _konteks(request, pk=satu, form=form)
    return render(request, "kinerja/perjanjian/revisi.html", isi, status=400 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@halaman_kantor(*PERENCANA)
def hapus(request: RequestKantor, pk: int) -> HttpResponse:
    """Ask before a draft is deleted, and delete it."""
    satu = ambil_pk(request, pk)
    if satu.is_ditetapkan:
        return _ke(request, "pk_rincian", satu.pk)
    if request.method == "POST":
        nama = str(satu)
        try:
            hapus_konsep(satu, request.user)  # type: ignore[arg-type]
        except PKGagal as galat:
            messages.error(request, str(galat))
        else:
            messages.success(request, f"Konsep {nama} dihapus.")
        return _ke(request, "perjanjian")
    return render(request, "kinerja/perjanjian/hapus.html", _konteks(request, pk=satu))


@require_safe
@halaman_kantor()
def pilih_beda(request: RequestKantor, pk: int) -> HttpResponse:
    """Go to the difference with the revision that was chosen in a form."""
    satu = ambil_pk(request, pk)
    lain = baca_nomor(request.GET.get("terhadap", ""))
    if not lain:
        raise Http404("revisi pembanding")
    return _ke(request, "pk_beda", satu.pk, ambil_pk(request, lain).pk)


@require_safe
@halaman_kantor()
def beda(request: RequestKantor, pk: int, pk2: int) -> HttpResponse:
    """Show what two revisions of one post differ in."""
    satu, dua = ambil_pk(request, pk), ambil_pk(request, pk2)
    if satu.jabatan_id != dua.jabatan_id or satu.pk == dua.pk:
        raise Http404("bukan dua revisi dari satu jabatan")
    lama, baru = sorted((satu, dua), key=lambda p: p.revisi)
    return render(
        request, "kinerja/perjanjian/beda.html", _konteks(request, **lembar_pk.muat_beda(lama, baru))
    )


@require_http_methods(["GET", "HEAD", "POST"])
@halaman_kantor()
def turunan(request: RequestKantor, pk: int) -> HttpResponse:
    """Show who takes over the superior's indicators; PERENCANA set on what a subordinate's hangs."""
    satu = ambil_pk(request, pk)
    galat_umum = ""
    if request.method == "POST":
        pilihan = {
            int(nama.removeprefix("induk-")): baca_nomor(str(nilai)) or None
            for nama, nilai in request.POST.items()
            if nama.startswith("induk-") and baca_nomor(nama.removeprefix("induk-"))
        }
        try:
            jumlah = atur_induk(satu, pilihan, request.user)  # type: ignore[arg-type]
        except PKGagal as galat:
            galat_umum = str(galat)
        else:
            messages.success(request, f"Tersimpan: {jumlah} indikator berubah atasannya.")
            return _ke(request, "pk_turunan", satu.pk)
    data = muat_turunan(satu)
    isi = _konteks(request, pk=satu, turunan=data, baris=lembar_pk.baris_induk(data), galat_umum=galat_umum)
    return render(request, "kinerja/perjanjian/turunan.html", isi, status=400 if galat_umum else 200)
