"""Start pages: where a person begins, what is still to do, the calendar, the years, the list of reports."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any, cast
from urllib.parse import urlsplit

from django.core.paginator import Paginator
from django.db.models import Max
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, Resolver404, resolve, reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from kinerja.isian import IsianKantor
from kinerja.models import PerjanjianKinerja
from kinerja.pilihan import NAMA_TRIWULAN
from organisasi.bingkai import MENU_KANTOR, tahun_kerja
from organisasi.halaman import (
    TAHUN_PALING_AKHIR,
    TAHUN_PALING_AWAL,
    RequestKantor,
    halaman_kantor,
    pelaku_dari,
)
from organisasi.izin import Pelaku, is_kabupaten
from organisasi.models import PerangkatDaerah
from organisasi.pilihan import Peran
from pelaporan.kalender import build_kalender
from pelaporan.kemajuan import (
    LENGKAP_TERBANYAK,
    build_kemajuan,
    build_langkah,
    build_lengkap,
    terakhir_tersimpan,
)
from pelaporan.models import Laporan
from pelaporan.tenggat import sebut_hari, sebut_sisa
from pelaporan.tugas import susun_tugas
from pelaporan.tugas_bahan import BahanTugas
from renstra.models import Program
from sakip.umum.tanggal import format_tanggal, format_waktu
from sakip.umum.teks import gabung_kata

PER_HALAMAN = 25


# Where a person begins ----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Pintu:
    """A place where a person may begin."""

    nama: str
    rincian: str
    alamat: str


@require_safe
def beranda(request: HttpRequest) -> HttpResponseBase:
    """Send a person to the one place where he works, or offer the places."""
    pelaku = pelaku_dari(request)
    pintu = [*_pintu_kantor(request, pelaku), *_pintu_kabupaten(request, pelaku)]
    if len(pintu) == 1:
        return redirect(pintu[0].alamat)
    return render(request, "pelaporan/beranda_pilih.html", {"pintu": pintu, "menu_kini": "beranda"})


def _pintu_kantor(request: HttpRequest, pelaku: Pelaku) -> list[Pintu]:
    """Offices at which the person has a task of his own."""
    milik = {t.kantor_id for t in pelaku.tugas if t.kantor_id is not None}
    if not milik:
        return []
    daftar = (
        PerangkatDaerah.objects.untuk(request.user)
        .filter(pk__in=milik)
        .annotate(tahun_laporan=Max("laporan__tahun"))
        .order_by("nama")
    )
    kini = timezone.localdate().year
    return [
        Pintu(
            k.nama,
            pelaku.sebut_peran(k.pk),
            reverse("beranda_kantor", args=[k.slug, k.tahun_laporan or kini]),
        )
        for k in daftar
    ]


def _pintu_kabupaten(request: HttpRequest, pelaku: Pelaku) -> list[Pintu]:
    """The pages of the whole government, for who works for it."""
    if not (pelaku.is_semua or is_kabupaten(pelaku)):
        return []
    tahun = Laporan.objects.untuk(request.user).aggregate(akhir=Max("tahun"))["akhir"] or tahun_kerja(None)
    try:
        alamat = reverse("kabupaten", args=[tahun])
    except NoReverseMatch:
        alamat = reverse("daftar_laporan", args=[tahun])
    return [Pintu("Semua perangkat daerah", pelaku.sebut_peran(None), alamat)]


# An office and year ---------------------------------------------------------------------------------------


@require_safe
@halaman_kantor()
def beranda_kantor(request: RequestKantor) -> HttpResponse:
    """Show what is still to do, by deadline, and how far each unit is."""
    hari = timezone.localdate()
    bahan = BahanTugas(request.kantor, request.tahun, hari)
    daftar = susun_tugas(request.pelaku, bahan)
    isian = bahan.isian
    saya = request.pelaku.unit_di(request.kantor.pk)
    lengkap = build_lengkap(isian, saya or isian.unit.keys())
    isi = {
        "daftar": daftar,
        "unit_saya": gabung_kata([u.nama for u in isian.unit.values() if u.pk in saya]),
        "keadaan": _sebut_keadaan(bahan),
        "kini": f"{sebut_hari(hari)}, {format_tanggal(hari)}.",
        "tersimpan": _sebut_tersimpan(terakhir_tersimpan(isian, request.pelaku.pengguna_id), hari),
        "langkah": build_langkah(isian, bahan.laporan, bahan.tenggat),
        "laporan": bahan.laporan,
        "kemajuan": build_kemajuan(isian, hari, saya),
        "jumlah_lengkap": len(lengkap),
        "lengkap": lengkap[:LENGKAP_TERBANYAK],
        "batas_lengkap": LENGKAP_TERBANYAK,
        "menu_kini": "beranda",
    }
    return render(request, "pelaporan/beranda_kantor.html", isi)


def _sebut_tersimpan(waktu: datetime.datetime | None, hari: datetime.date) -> str:
    """Return "pukul 09.42" of today, "12 Februari 2024 pukul 09.42" of another day."""
    if waktu is None:
        return ""
    return f"pukul {waktu:%H.%M}" if waktu.date() == hari else format_waktu(waktu)


def _sebut_keadaan(bahan: BahanTugas) -> str:
    """Return the line under the heading: open windows, and the LKjIP's deadline."""
    isian, hari = bahan.isian, bahan.hari
    kalimat = [_sebut_jendela(isian, hari)]
    if not isian.jendela:
        kalimat = ["Jendela pengisian tahun ini belum ditetapkan."]
    tenggat = bahan.tenggat
    kalimat.append(
        f"LKjIP {bahan.tahun} diajukan paling lambat {format_tanggal(tenggat.ajukan)} dan disahkan paling "
        f"lambat {format_tanggal(tenggat.sahkan)}."
    )
    return " ".join(k for k in kalimat if k)


def _sebut_jendela(isian: IsianKantor, hari: datetime.date) -> str:
    terbuka = sorted((j.tutup, n) for n, j in isian.jendela.items() if j.buka <= hari <= j.tutup)
    if terbuka:
        tutup, n = terbuka[0]
        return f"{NAMA_TRIWULAN[n]} ditutup {format_tanggal(tutup)}, {sebut_sisa(tutup, hari)}."
    nanti = sorted((j.buka, n) for n, j in isian.jendela.items() if j.buka > hari)
    if nanti:
        return f"{NAMA_TRIWULAN[nanti[0][1]]} dibuka {format_tanggal(nanti[0][0])}."
    return "Tidak ada jendela pengisian yang terbuka." if isian.jendela else ""


@require_safe
@halaman_kantor()
def kalender(request: RequestKantor) -> HttpResponse:
    """Show the year month by month: what is due, what is done, who answers."""
    hari = timezone.localdate()
    bahan = BahanTugas(request.kantor, request.tahun, hari)
    isi = {
        "bulan": build_kalender(bahan),
        "kini": f"{sebut_hari(hari)}, {format_tanggal(hari)}",
        "menu_kini": "",
    }
    return render(request, "pelaporan/kalender.html", isi)


# Years -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class PilihanTahun:
    """A year that the office has, with its state and where to go."""

    tahun: int
    laporan: str
    perjanjian: str
    is_kini: bool
    alamat: str


@require_safe
@halaman_kantor()
def ganti_tahun(request: RequestKantor) -> HttpResponse:
    """Offer the years of the office, each leading to the section that the person came from."""
    kantor = request.kantor
    laporan = {s.tahun: s.get_status_display() for s in Laporan.objects.filter(perangkat_daerah=kantor)}
    program = set(Program.objects.filter(perangkat_daerah=kantor).values_list("tahun", flat=True).distinct())
    pk: dict[int, bool] = {}
    for tahun, ditetapkan in (
        PerjanjianKinerja.objects.kepala()
        .filter(jabatan__perangkat_daerah=kantor)
        .values_list("tahun", "ditetapkan_pada")
    ):
        pk[tahun] = pk.get(tahun, False) or ditetapkan is not None
    label, nama, tambahan = _bagian_asal(request)
    semua = sorted({*laporan, *program, *pk, request.tahun}, reverse=True)
    daftar = [
        PilihanTahun(
            tahun=t,
            laporan=laporan.get(t, ""),
            perjanjian={True: "Ditetapkan", False: "Draf"}[pk[t]] if t in pk else "",
            is_kini=t == request.tahun,
            alamat=reverse(nama, kwargs={"slug": kantor.slug, "tahun": t, **tambahan}),
        )
        for t in semua
    ]
    isi: dict[str, object] = {"daftar": daftar, "bagian": label, "menu_kini": ""}
    isi["boleh_tahun_baru"] = request.pelaku.is_peran(
        request.kantor.pk, Peran.VERIFIKATOR, Peran.PENYUSUN, Peran.ADMIN_KABUPATEN
    )
    return render(request, "pelaporan/ganti_tahun.html", isi)


def _bagian_asal(request: RequestKantor) -> tuple[str, str, dict[str, Any]]:
    """Return label, URL name and quarter of the page that the person came from, if another year has it."""
    dasar: tuple[str, str, dict[str, Any]] = ("Beranda", "beranda_kantor", {})
    try:
        asal = resolve(urlsplit(request.headers.get("referer", "")).path)
    except Resolver404:
        return dasar
    argumen = dict(asal.kwargs)
    if argumen.pop("slug", None) != request.kantor.slug or argumen.pop("tahun", None) is None:
        return dasar
    label = {nama: label for _, label, nama in MENU_KANTOR} | {
        "kalender": "Kalender",
        "kisi_kinerja": "Realisasi kinerja",
        "kisi_anggaran": "Realisasi anggaran",
    }
    nama = str(asal.url_name)
    return (label[nama], nama, argumen) if nama in label and set(argumen) <= {"triwulan"} else dasar


# Reports of a year -----------------------------------------------------------------------------------------


@require_safe
def daftar_laporan(request: HttpRequest, tahun: int) -> HttpResponse:
    """List the reports of a year that the person may read, with a search by office."""
    if not TAHUN_PALING_AWAL <= tahun <= TAHUN_PALING_AKHIR:
        raise Http404("tahun tidak ada")
    request.tahun = tahun  # type: ignore[attr-defined]
    terlihat = Laporan.objects.untuk(request.user)
    cari = request.GET.get("cari", "").strip()
    baris = terlihat.tahun(tahun)
    if cari:
        baris = baris.filter(perangkat_daerah__nama__icontains=cari)
    baris = baris.select_related("perangkat_daerah__pemda").order_by("perangkat_daerah__nama")
    halaman = Paginator(baris, PER_HALAMAN).get_page(request.GET.get("halaman"))
    isi = {
        "halaman": halaman,
        "tahun": tahun,
        "semua_tahun": terlihat.order_by("-tahun").values_list("tahun", flat=True).distinct(),
        "cari": cari,
        "boleh_catat": cast(Any, request.user).pelaku.boleh_tulis(Laporan),
        "menu_kini": "laporan",
    }
    return render(request, "pelaporan/beranda_laporan.html", isi)
