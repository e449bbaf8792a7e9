"""Accounts and tasks of a government: the list, one person, a new person, many at once."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from organisasi.akun import boleh_urus, hapus_dua_langkah, keluar_dari_semua, setel_sandi_awal
from organisasi.dua_langkah import punya_perangkat
from organisasi.halaman import halaman_kabupaten
from organisasi.models import PemerintahDaerah, Pengguna, Penugasan
from organisasi.pilihan import ADMIN, Peran
from pelaporan.akun_kabupaten import (
    AkunGagal,
    SandiBaru,
    akhiri_tugas,
    akun_kelola,
    batalkan_tugas,
    beri_tugas,
    buat_akun,
    tugas_kelola,
)
from pelaporan.akun_massal import buat_massal, rencanakan_akun
from pelaporan.akun_massal_urai import KOLOM, MassalGagal, RencanaAkun, baca_berkas
from pelaporan.forms_kabupaten_akun import (
    TANPA_TUGAS,
    AkhiriForm,
    AkunForm,
    MassalForm,
    SaringAkunForm,
    Tempat,
    TugasForm,
)
from pelaporan.kabupaten import kantor_kelola, pemda_kelola
from pelaporan.views_kabupaten import wajib_tahun
from sakip.umum.tanggal import format_tanggal
from sakip.umum.waktu import sebut_waktu

SEHALAMAN = 50


@dataclass(frozen=True)
class ButirTugas:
    """A task as a page shows it."""

    tugas: Penugasan
    peran: str
    tempat: str
    rentang: str
    is_berlaku: bool
    is_mendatang: bool  # begins today or later: may be taken back
    is_berakhir: bool

    @property
    def tanda(self) -> str:
        """Name of the status tag."""
        return "baik" if self.is_berlaku else "lewat"

    @property
    def keadaan(self) -> str:
        """State in words."""
        if self.is_berlaku:
            return "Berlaku"
        return "Berakhir" if self.is_berakhir else "Belum mulai"


@dataclass(frozen=True)
class BarisPengguna:
    """An account in the list."""

    pengguna: Pengguna
    tugas: tuple[ButirTugas, ...]
    masuk: str


def _pengguna(request: HttpRequest) -> Pengguna:
    assert isinstance(request.user, Pengguna)
    return request.user


def _tempat(oleh: Pengguna) -> Tempat:
    pemda = PemerintahDaerah.objects.order_by("kode")
    if not oleh.pelaku.is_semua:
        pemda = pemda.filter(pk__in=pemda_kelola(oleh.pelaku, Peran.ADMIN_KABUPATEN))
    return Tempat(list(kantor_kelola(oleh, Peran.ADMIN_KABUPATEN)), list(pemda))


# The list -------------------------------------------------------------------------------------------


@require_safe
@halaman_kabupaten(*ADMIN)
def kabupaten_akun(request: HttpRequest, tahun: int) -> HttpResponse:
    """List the accounts with their tasks."""
    wajib_tahun(tahun)
    oleh = _pengguna(request)
    kantor = list(kantor_kelola(oleh, Peran.ADMIN_KABUPATEN))
    saring = SaringAkunForm(request.GET, kantor=kantor)
    pilihan = saring.pilihan()
    halaman = Paginator(_saring(akun_kelola(oleh), pilihan), SEHALAMAN).get_page(request.GET.get("halaman"))
    kueri = request.GET.copy()
    kueri.pop("halaman", None)
    isi = {
        "menu_kini": "akun",
        "tahun": tahun,
        "saring": saring,
        "halaman": halaman,
        "baris": _baris(halaman, oleh),
        "kueri": kueri.urlencode(),
        "is_tersaring": any(pilihan.values()),
    }
    return render(request, "pelaporan/kabupaten/akun.html", isi)


def _saring(semua: QuerySet[Pengguna], pilihan: dict[str, str]) -> QuerySet[Pengguna]:
    for kata in pilihan["cari"].split():
        semua = semua.filter(
            Q(username__icontains=kata)
            | Q(first_name__icontains=kata)
            | Q(last_name__icontains=kata)
            | Q(email__icontains=kata)
        )
    hari = timezone.localdate()
    berlaku = Penugasan.objects.filter(mulai__lte=hari).filter(Q(sampai=None) | Q(sampai__gte=hari))
    if pilihan["peran"] == TANPA_TUGAS:
        semua = semua.exclude(pk__in=berlaku.values("pengguna"))
    elif pilihan["peran"] or pilihan["kantor"]:
        tugas = berlaku
        if pilihan["peran"]:
            tugas = tugas.filter(peran=pilihan["peran"])
        if pilihan["kantor"]:
            tugas = tugas.filter(perangkat_daerah=int(pilihan["kantor"]))
        semua = semua.filter(pk__in=tugas.values("pengguna"))
    return semua.order_by("first_name", "last_name", "username")


def _baris(halaman: Page[Pengguna], oleh: Pengguna) -> list[BarisPengguna]:
    orang = list(halaman.object_list)
    hari = timezone.localdate()
    tugas: dict[int, list[ButirTugas]] = defaultdict(list)
    for t in tugas_kelola(oleh).filter(pengguna__in=orang).order_by("mulai", "pk"):
        tugas[t.pengguna_id].append(_butir(t, hari))
    return [
        BarisPengguna(p, tuple(t for t in tugas[p.pk] if not t.is_berakhir), _sebut_masuk(p)) for p in orang
    ]


def _butir(t: Penugasan, hari: datetime.date) -> ButirTugas:
    rentang = f"mulai {format_tanggal(t.mulai)}"
    if t.sampai:
        rentang = f"{format_tanggal(t.mulai)} sampai {format_tanggal(t.sampai)}"
    return ButirTugas(
        tugas=t,
        peran=t.get_peran_display(),
        tempat=str(t.perangkat_daerah or t.pemda) + (f", {t.unit}" if t.unit else ""),
        rentang=rentang,
        is_berlaku=t.mulai <= hari and (t.sampai is None or t.sampai >= hari),
        is_mendatang=t.mulai >= hari,
        is_berakhir=t.sampai is not None and t.sampai < hari,
    )


def _sebut_masuk(p: Pengguna) -> str:
    return sebut_waktu(p.last_login) if p.last_login else "Belum pernah"


# One person -----------------------------------------------------------------------------------------


@require_http_methods(["GET", "HEAD", "POST"])
@halaman_kabupaten(*ADMIN)
def kabupaten_akun_satu(request: HttpRequest, tahun: int, pk: int) -> HttpResponse:
    """Show one account; give and end tasks, help with passwords and sessions."""
    wajib_tahun(tahun)
    oleh = _pengguna(request)
    orang = get_object_or_404(akun_kelola(oleh), pk=pk)
    form, galat_tugas = TugasForm(tempat=_tempat(oleh)), ("", "", "")
    if request.method == "POST":
        aksi = request.POST.get("aksi", "")
        if aksi == "beri":
            form = TugasForm(request.POST, tempat=_tempat(oleh))
            if _beri(request, form, orang):
                return redirect("kabupaten_akun_satu", tahun=tahun, pk=pk)
        elif aksi in ("akhiri", "batalkan"):
            galat_tugas = _akhiri(request, orang, aksi)
            if not galat_tugas[1]:
                return redirect("kabupaten_akun_satu", tahun=tahun, pk=pk)
        elif aksi == "sandi":
            sandi = SandiBaru(orang, setel_sandi_awal(orang, oleh))
            return _sandi(request, tahun, [sandi], f"Kata sandi awal {orang} sudah disetel")
        else:
            _tindakan(aksi)(request, orang)
            return redirect("kabupaten_akun_satu", tahun=tahun, pk=pk)
    hari = timezone.localdate()
    isi = {
        "menu_kini": "akun",
        "tahun": tahun,
        "orang": orang,
        "masuk": _sebut_masuk(orang),
        "tugas": [_butir(t, hari) for t in tugas_kelola(oleh).filter(pengguna=orang).order_by("mulai", "pk")],
        "form": form,
        "hari_ini": hari.isoformat(),
        "galat_kunci": galat_tugas[0],
        "galat_pesan": galat_tugas[1],
        "galat_isi": galat_tugas[2],
        "is_dua_langkah": punya_perangkat(orang),
        "is_boleh": boleh_urus(orang, oleh),
    }
    return render(request, "pelaporan/kabupaten/akun_satu.html", isi)


def _beri(request: HttpRequest, form: TugasForm, orang: Pengguna) -> bool:
    if not form.is_valid():
        return False
    try:
        baru = beri_tugas(orang, form.isian_tugas(), _pengguna(request))
    except AkunGagal as galat:
        form.add_error(None, str(galat))
        return False
    messages.success(request, f"Tugas {baru.get_peran_display()} diberikan.")
    return True


def _akhiri(request: HttpRequest, orang: Pengguna, aksi: str) -> tuple[str, str, str]:
    """End or take back a task; return its key, what is wrong (or an empty text), and the typed day."""
    kunci = request.POST.get("tugas", "")
    oleh = _pengguna(request)
    is_nomor = kunci.isdecimal() and len(kunci) <= 15
    tugas = tugas_kelola(oleh).filter(pengguna=orang, pk=kunci).first() if is_nomor else None
    if tugas is None:
        raise Http404("tugas tidak ada")
    ketikan = request.POST.get("sampai", "")
    try:
        if aksi == "batalkan":
            batalkan_tugas(tugas, oleh, timezone.localdate())
            messages.success(request, f"Tugas {tugas.get_peran_display()} dibatalkan.")
        else:
            form = AkhiriForm(request.POST)
            if not form.is_valid():
                return (kunci, " ".join(str(g) for g in form.errors["sampai"]), ketikan)
            akhiri_tugas(tugas, form.cleaned_data["sampai"], oleh)
            hari = format_tanggal(form.cleaned_data["sampai"])
            messages.success(request, f"Tugas {tugas.get_peran_display()} berakhir {hari}.")
    except AkunGagal as galat:
        return (kunci, str(galat), ketikan)
    return ("", "", "")


def _tindakan(aksi: str) -> Callable[[HttpRequest, Pengguna], None]:
    tindakan = {"keluar": _keluarkan, "dua_langkah": _hapus_dua_langkah}.get(aksi)
    if tindakan is None:
        raise Http404("tindakan tidak dikenal")
    return tindakan


def _keluarkan(request: HttpRequest, orang: Pengguna) -> None:
    keluar_dari_semua(orang, _pengguna(request))
    messages.success(request, f"{orang} dikeluarkan dari semua perangkat.")


def _hapus_dua_langkah(request: HttpRequest, orang: Pengguna) -> None:
    if hapus_dua_langkah(orang, _pengguna(request)):
        messages.success(request, f"Masuk dua langkah {orang} dihapus. Minta ia mengaturnya lagi.")
    else:
        messages.info(request, f"Masuk dua langkah {orang} memang belum aktif.")


# New people -----------------------------------------------------------------------------------------


@require_http_methods(["GET", "HEAD", "POST"])
@halaman_kabupaten(*ADMIN)
def kabupaten_akun_tambah(request: HttpRequest, tahun: int) -> HttpResponse:
    """Make one account with its first task."""
    wajib_tahun(tahun)
    oleh = _pengguna(request)
    form = AkunForm(request.POST if request.method == "POST" else None, tempat=_tempat(oleh))
    if request.method == "POST" and form.is_valid():
        try:
            sandi = buat_akun(form.isian_akun(), [form.isian_tugas()], oleh)
        except AkunGagal as galat:
            form.add_error("nama_pengguna", str(galat))
        else:
            return _sandi(request, tahun, [sandi], f"Akun {sandi.pengguna} sudah dibuat")
    isi = {"menu_kini": "akun", "tahun": tahun, "form": form}
    return render(request, "pelaporan/kabupaten/akun_tambah.html", isi)


@require_http_methods(["GET", "HEAD", "POST"])
@halaman_kabupaten(*ADMIN)
def kabupaten_akun_massal(request: HttpRequest, tahun: int) -> HttpResponse:
    """Read many lines, show what each will do, and make all or nothing."""
    wajib_tahun(tahun)
    oleh, hari = _pengguna(request), timezone.localdate()
    teks, galat = "", ""
    rencana: RencanaAkun | None = None
    if request.method == "POST":
        try:
            teks = _teks(request)
            if request.POST.get("aksi") == "buat":
                selesai, sandi = buat_massal(teks, oleh, hari)
                judul = f"{len(sandi)} akun dan {selesai.tugas} tugas dibuat"
                return _sandi(request, tahun, sandi, judul)
            rencana = rencanakan_akun(teks, oleh, hari)
        except (MassalGagal, AkunGagal) as salah:
            galat = str(salah)
            rencana = _coba_rencana(teks, oleh, hari) if request.POST.get("aksi") == "buat" else None
    isi: dict[str, Any] = {
        "menu_kini": "akun",
        "tahun": tahun,
        "form": MassalForm(initial={"teks": teks}),
        "teks": teks,
        "galat": galat,
        "rencana": rencana,
        "kolom": KOLOM,
    }
    return render(request, "pelaporan/kabupaten/akun_massal.html", isi)


def _teks(request: HttpRequest) -> str:
    berkas = request.FILES.get("berkas")
    if berkas is not None:
        return baca_berkas(berkas.read(1 << 20), str(berkas.name))
    return str(request.POST.get("teks", ""))


def _coba_rencana(teks: str, oleh: Pengguna, hari: datetime.date) -> RencanaAkun | None:
    """Show the lines again as they stand now, where they can be read at all."""
    try:
        return rencanakan_akun(teks, oleh, hari)
    except MassalGagal:
        return None


def _sandi(request: HttpRequest, tahun: int, sandi: list[SandiBaru], judul: str) -> HttpResponse:
    """Show first passwords, once: they are stored nowhere."""
    isi = {"menu_kini": "akun", "tahun": tahun, "sandi": sandi, "judul": judul}
    return render(request, "pelaporan/kabupaten/akun_sandi.html", isi)
