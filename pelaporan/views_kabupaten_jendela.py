"""Windows of all offices of a government and the requests to open them again."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from kinerja.alur import AlurGagal, putuskan_permintaan
from kinerja.models import JendelaPengisian, PermintaanBuka
from kinerja.pilihan import NAMA_TRIWULAN, Keputusan
from organisasi.halaman import halaman_kabupaten
from organisasi.models import Pengguna, PerangkatDaerah
from organisasi.pilihan import ADMIN, Peran
from pelaporan.forms_kabupaten import AturJendelaForm
from pelaporan.jendela import JendelaGagal, atur_jendela, jendela_baku
from pelaporan.kabupaten import kantor_kelola
from pelaporan.views_kabupaten import wajib_tahun
from sakip.umum.tanggal import format_tanggal
from sakip.umum.waktu import sebut_waktu

RIWAYAT_TERBANYAK = 100


@dataclass(frozen=True)
class SelJendela:
    """The window of an office and quarter, as the table shows it."""

    label: str
    tanda: str
    keadaan: str
    rentang: str


@dataclass(frozen=True)
class BarisJendela:
    """The four windows of an office."""

    kantor: PerangkatDaerah
    sel: tuple[SelJendela, ...]
    is_terpilih: bool


@dataclass(frozen=True)
class ButirPermintaan:
    """A request with what was typed as an answer."""

    permintaan: PermintaanBuka
    triwulan: str
    sampai: str
    diminta: str
    diputus: str
    catatan: str = ""
    galat: str = ""


@require_http_methods(["GET", "HEAD", "POST"])
@halaman_kabupaten(*ADMIN)
def kabupaten_jendela(request: HttpRequest, tahun: int) -> HttpResponse:
    """Show all windows and requests; set windows, answer requests."""
    wajib_tahun(tahun)
    kantor = list(kantor_kelola(request.user, Peran.ADMIN_KABUPATEN))
    form = AturJendelaForm()
    galat, salah = "", ("", "", "")
    if request.method == "POST" and request.POST.get("aksi") == "putuskan":
        salah = _putuskan(request, kantor, tahun)
        if not salah[1]:
            return redirect("kabupaten_jendela", tahun=tahun)
    elif request.method == "POST":
        form = AturJendelaForm(request.POST)
        galat = _atur(request, form, kantor, tahun)
        if not galat and form.is_valid():
            return redirect("kabupaten_jendela", tahun=tahun)
    isi = {
        "menu_kini": "jendela",
        "tahun": tahun,
        "form": form,
        "galat": galat,
        "baris": _baris(kantor, tahun, set(request.POST.getlist("kantor"))),
        "triwulan": list(NAMA_TRIWULAN.values()),
        "aturan_baku": _sebut_baku(kantor, tahun),
        "menunggu": _permintaan(kantor, tahun, menunggu=True, salah=salah),
        "riwayat": _permintaan(kantor, tahun, menunggu=False)[:RIWAYAT_TERBANYAK],
    }
    return render(request, "pelaporan/kabupaten/jendela.html", isi)


def _pengguna(request: HttpRequest) -> Pengguna:
    assert isinstance(request.user, Pengguna)
    return request.user


def _atur(request: HttpRequest, form: AturJendelaForm, kantor: list[PerangkatDaerah], tahun: int) -> str:
    """Set the windows; return what is wrong, or an empty text."""
    kunci = set(request.POST.getlist("kantor"))
    semua = request.POST.get("lingkup") == "semua"
    terpilih = kantor if semua else [k for k in kantor if str(k.pk) in kunci]
    if not form.is_valid():
        return "Belum tersimpan. Perbaiki isian yang bertanda merah."
    buka, tutup = form.hari
    try:
        hasil = atur_jendela(
            terpilih, tahun, form.daftar_triwulan, oleh=_pengguna(request), buka=buka, tutup=tutup
        )
    except JendelaGagal as galat:
        return str(galat)
    messages.success(request, f"Jendela {len(terpilih)} perangkat daerah: {hasil}.")
    return ""


def _putuskan(request: HttpRequest, kantor: list[PerangkatDaerah], tahun: int) -> tuple[str, str, str]:
    """Answer a request; return its key, what is wrong (or an empty text), and the typed note."""
    kunci = request.POST.get("permintaan", "")
    permintaan = (
        PermintaanBuka.objects.filter(unit__perangkat_daerah__in=kantor, tahun=tahun, pk=kunci)
        .select_related("unit__perangkat_daerah__pemda")
        .first()
        if kunci.isdecimal() and len(kunci) <= 15
        else None
    )
    if permintaan is None:
        raise Http404("permintaan tidak ada")
    diterima = request.POST.get("keputusan") == "terima"
    catatan = request.POST.get("catatan", "")[:2000]
    try:
        putuskan_permintaan(
            permintaan,
            diterima=diterima,
            catatan=catatan,
            oleh=_pengguna(request),
            hari=timezone.localdate(),
        )
    except AlurGagal as galat:
        permintaan.refresh_from_db()
        if permintaan.keputusan != Keputusan.MENUNGGU:  # answered meanwhile: it stands in the history now
            messages.error(request, str(galat))
            return ("", "", "")
        return (kunci, str(galat), catatan)
    kata = "diterima" if diterima else "ditolak"
    messages.success(request, f"Permintaan {permintaan.unit.nama} {kata}.")
    return ("", "", "")


# What the page shows ----------------------------------------------------------------------------------


def _baris(kantor: list[PerangkatDaerah], tahun: int, terpilih: set[str]) -> list[BarisJendela]:
    hari = timezone.localdate()
    ada = {
        (j.perangkat_daerah_id, j.triwulan): j
        for j in JendelaPengisian.objects.filter(perangkat_daerah__in=kantor, tahun=tahun)
    }
    return [
        BarisJendela(
            k, tuple(_sel(ada.get((k.pk, tw)), nama, hari) for tw, nama in NAMA_TRIWULAN.items()),
            str(k.pk) in terpilih,
        )
        for k in kantor
    ]  # fmt: skip


def _sel(jendela: JendelaPengisian | None, nama: str, hari: datetime.date) -> SelJendela:
    if jendela is None:
        return SelJendela(nama, "kosong", "Belum ditetapkan", "")
    rentang = f"{format_tanggal(jendela.buka)} sampai {format_tanggal(jendela.tutup)}"
    if hari < jendela.buka:
        return SelJendela(nama, "lewat", "Belum dibuka", rentang)
    if hari > jendela.tutup:
        return SelJendela(nama, "lewat", "Ditutup", rentang)
    return SelJendela(nama, "proses", "Terbuka", rentang)


def _sebut_baku(kantor: list[PerangkatDaerah], tahun: int) -> list[str]:
    """Return the default of each government in words."""
    hasil = []
    for pemda in {k.pemda_id: k.pemda for k in kantor}.values():
        hari = [jendela_baku(pemda, tahun, tw) for tw in NAMA_TRIWULAN]
        rentang = "; ".join(
            f"{nama} {format_tanggal(buka)} sampai {format_tanggal(tutup)}"
            for (buka, tutup), nama in zip(hari, NAMA_TRIWULAN.values(), strict=True)
        )
        hasil.append(f"Aturan baku {pemda.nama_lengkap}: {rentang}.")
    return hasil


def _permintaan(
    kantor: list[PerangkatDaerah], tahun: int, *, menunggu: bool, salah: tuple[str, str, str] = ("", "", "")
) -> list[ButirPermintaan]:
    semua = PermintaanBuka.objects.filter(unit__perangkat_daerah__in=kantor, tahun=tahun).select_related(
        "unit__perangkat_daerah", "diminta_oleh", "diputus_oleh"
    )
    if menunggu:
        semua = semua.filter(keputusan=Keputusan.MENUNGGU).order_by("diminta_pada")
    else:
        semua = semua.exclude(keputusan=Keputusan.MENUNGGU).order_by("-diputus_pada")[:RIWAYAT_TERBANYAK]
    return [_butir(p, salah) for p in semua]


def _butir(p: PermintaanBuka, salah: tuple[str, str, str]) -> ButirPermintaan:
    ini = str(p.pk) == salah[0]
    diputus = f"{p.diputus_oleh}, {sebut_waktu(p.diputus_pada)}" if p.diputus_pada else ""
    return ButirPermintaan(
        permintaan=p,
        triwulan=f"{NAMA_TRIWULAN[p.triwulan]} {p.tahun}",
        sampai=format_tanggal(p.sampai),
        diminta=f"{p.diminta_oleh}, {sebut_waktu(p.diminta_pada)}",
        diputus=diputus,
        catatan=salah[2] if ini else "",
        galat=salah[1] if ini else "",
    )
