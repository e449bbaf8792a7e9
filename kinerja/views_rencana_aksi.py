"""The page of a rencana aksi: targets per period against the year's target, and actions."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from kinerja.alur_konsep_pk import boleh_tulis_pk
from kinerja.alur_rencana_aksi import RencanaBentrok, RencanaGagal, simpan_rencana
from kinerja.bentrok import baca_nomor, versi
from kinerja.forms_nilai import Skala, muat_skala
from kinerja.forms_perjanjian import sebut_bentrok
from kinerja.forms_rencana_aksi import (
    TRIWULAN,
    LembarRencana,
    baca_rencana,
    build_lembar_rencana,
    cari_sel,
    daftar_galat,
)
from kinerja.kunci_rencana import is_digantikan
from kinerja.models import Aksi, PerjanjianKinerja, TargetPeriode
from kinerja.pilihan import Periode
from kinerja.views_perjanjian import PERIKSA, ambil_pk
from organisasi.halaman import RequestKantor, halaman_kantor

JUDUL_KOLOM = {1: "TW I", 2: "TW II, Semester I", 3: "TW III", 4: "TW IV, Semester II, Setahun"}


@require_http_methods(["GET", "HEAD", "POST"])
@halaman_kantor()
def rencana_aksi(request: RequestKantor, pk: int) -> HttpResponse:
    """Show the plan of a revision; PERENCANA edit what is open."""
    satu = ambil_pk(request, pk)
    digantikan = is_digantikan(satu)
    boleh = boleh_tulis_pk(request.user, request.kantor.pk)  # type: ignore[arg-type]
    kini = (
        versi(TargetPeriode, rencana_aksi__perjanjian=satu.pk),
        versi(Aksi, rencana_aksi__perjanjian=satu.pk),
    )
    skala = muat_skala()
    lembar = build_lembar_rencana(satu, skala)
    pesan = ""
    if request.method == "POST":
        if not boleh:
            raise PermissionDenied("rencana aksi")
        baca_rencana(request.POST, lembar)
        terketik = _dibaca(request)
        bentrok, pesan = (
            _simpan(request, satu, lembar, skala, terketik) if lembar.is_sah else (False, PERIKSA)
        )
        kini = kini if bentrok else terketik
        if not pesan:
            messages.success(request, _sebut_hasil(lembar))
            return redirect(reverse("rencana_aksi", args=[request.kantor.slug, request.tahun, satu.pk]))
    isi = {
        "menu_kini": "perjanjian", "kantor": request.kantor, "tahun": request.tahun, "pk": satu,
        "boleh_tulis": boleh and not digantikan, "digantikan": digantikan, "lembar": lembar,
        "kolom": [JUDUL_KOLOM[n] for n in TRIWULAN], "pesan": pesan, "galat": daftar_galat(lembar),
        "dibaca": kini,
    }  # fmt: skip
    return render(request, "kinerja/perjanjian/rencana_aksi.html", isi, status=400 if pesan else 200)


def _dibaca(request: RequestKantor) -> tuple[int, int]:
    return baca_nomor(request.POST.get("dibaca_target", "")), baca_nomor(request.POST.get("dibaca_aksi", ""))


def _simpan(
    request: RequestKantor,
    pk: PerjanjianKinerja,
    lembar: LembarRencana,
    skala: Skala,
    dibaca: tuple[int, int],
) -> tuple[bool, str]:
    """Save; write every refusal at its cell. Return (somebody else changed it, sentence above the form)."""
    try:
        simpan_rencana(pk, lembar.isi_target(), lembar.isi_aksi(), request.user, dibaca=dibaca)  # type: ignore[arg-type]
    except RencanaBentrok as galat:
        predikat = {s.pk: s for semua in skala.values() for s in semua}
        for sel, ubahan in galat.ubahan.items():
            if (temuan := cari_sel(lembar, sel)) is not None:
                temuan[0].galat = sebut_bentrok(ubahan, temuan[1], predikat, "dikosongkan")
        for a in lembar.aksi:
            if a.aksi_id is not None and a.aksi_id in galat.ubahan_aksi:
                a.galat = _sebut_aksi(galat, a.aksi_id)
        return True, str(galat)
    except RencanaGagal as galat:
        for sel, kalimat in galat.sel.items():
            if (temuan := cari_sel(lembar, sel)) is not None:
                temuan[0].galat = kalimat
        terketik = lembar.aksi_terketik()
        for n, kalimat in galat.aksi.items():
            terketik[n].galat = kalimat
        return False, str(galat)
    return False, ""


def _sebut_aksi(galat: RencanaBentrok, aksi_id: int) -> str:
    u = galat.ubahan_aksi[aksi_id]
    if u.baru is None:
        return f"Aksi ini dihapus oleh {u.sebut()}. Tulis lagi sebagai aksi baru bila masih perlu."
    return (
        f"Sementara itu diubah oleh {u.sebut()} menjadi: {u.baru['uraian']} "
        f"({Periode(u.baru['periode']).label}). Simpan lagi untuk memakai tulisan Anda, atau samakan."
    )


def _sebut_hasil(lembar: LembarRencana) -> str:
    if not lembar.jumlah_peringatan:
        return "Rencana aksi tersimpan. Semua target per periode menghasilkan target setahun."
    return (
        f"Rencana aksi tersimpan. {lembar.jumlah_peringatan} indikator belum menghasilkan target setahun; "
        "lihat catatannya."
    )
