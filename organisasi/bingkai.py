"""The frame of every page: whose office, which role, which year, and the menu in the order of the year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Max, Q
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from organisasi.izin import Pelaku, is_kabupaten
from organisasi.models import PemerintahDaerah, PerangkatDaerah
from organisasi.pilihan import Peran

# (key, label, name of the URL): pages of an office take slug and tahun.
MENU_KANTOR = (
    ("beranda", "Beranda", "beranda_kantor"),
    ("perencanaan", "Perencanaan", "perencanaan"),
    ("perjanjian", "Perjanjian", "perjanjian"),
    ("anggaran", "Anggaran", "anggaran"),
    ("pengukuran", "Pengukuran", "pengukuran"),
    ("pelaporan", "Pelaporan", "pelaporan"),
)
# Pages of the whole government take tahun; the roles that see them.
MENU_KABUPATEN = (
    ("ikhtisar", "Ikhtisar", "kabupaten", (Peran.ADMIN_KABUPATEN, Peran.INSPEKTORAT)),
    ("laporan", "Laporan", "daftar_laporan", (Peran.ADMIN_KABUPATEN, Peran.INSPEKTORAT)),
    ("jendela", "Jendela pengisian", "kabupaten_jendela", (Peran.ADMIN_KABUPATEN,)),
    ("tahun_baru", "Tahun baru", "kabupaten_tahun_baru", (Peran.ADMIN_KABUPATEN,)),
    ("buku_kerja", "Buku kerja", "kabupaten_buku_kerja", (Peran.ADMIN_KABUPATEN,)),
    ("sipd", "SIPD", "kabupaten_sipd", (Peran.ADMIN_KABUPATEN,)),
    ("akun", "Akun dan penugasan", "kabupaten_akun", (Peran.ADMIN_KABUPATEN,)),
)


@dataclass(frozen=True)
class ButirMenu:
    """One item of the menu."""

    kunci: str
    label: str
    alamat: str


@dataclass(frozen=True)
class Bingkai:
    """What the band and the menu of a page say."""

    nama: str
    induk: str
    peran: str
    tahun: int
    kantor: PerangkatDaerah | None
    pelaku: Pelaku
    menu: tuple[ButirMenu, ...]
    menu_kantor: tuple[ButirMenu, ...]


def bingkai(request: HttpRequest) -> dict[str, Any]:
    """Give templates ``bingkai`` (context processor); nothing is read before a template asks."""
    return {"bingkai": SimpleLazyObject(lambda: build_bingkai(request))}


def build_bingkai(request: Any) -> Bingkai | None:
    """Return the frame of a request, None for who is not in or has no task."""
    if not request.user.is_authenticated or not request.user.pelaku.is_bertugas:
        return None
    pelaku: Pelaku = request.user.pelaku
    kantor = getattr(request, "kantor", None) or _kantor_sendiri(pelaku)
    tahun = getattr(request, "tahun", None) or tahun_kerja(kantor, pelaku)
    kabupaten = pelaku.is_semua or is_kabupaten(pelaku)
    return Bingkai(
        nama=kantor.nama if kantor else _nama_kabupaten(pelaku),
        induk=kantor.pemda.nama_lengkap if kantor else _nama_pemda(pelaku),
        peran=pelaku.sebut_peran(kantor.pk if kantor else None),
        tahun=tahun,
        kantor=kantor,
        pelaku=pelaku,
        menu=_menu_kabupaten(pelaku, tahun) if kabupaten else _menu_kantor(kantor, tahun) + _menu_bersama(),
        menu_kantor=_menu_kantor(kantor, tahun) if kabupaten and kantor else (),
    )


def tahun_kerja(kantor: PerangkatDaerah | None, pelaku: Pelaku | None = None) -> int:
    """Return the year that a page shows where its address names none.

    It is the newest year that may be filled today (a next year that was only prepared does not hide this
    one), else the newest with a report; without an office, of the offices that the person sees. Before
    anything is recorded it is the calendar's.
    """
    hari = timezone.localdate()
    semua = PerangkatDaerah.objects.all()
    if kantor is not None:
        semua = semua.filter(pk=kantor.pk)
    elif pelaku is not None and not pelaku.is_semua:
        semua = semua.filter(pk__in=pelaku.kantor_terlihat)
    terbuka = Q(jendela__buka__lte=hari, jendela__tutup__gte=hari)
    tahun = semua.aggregate(terbuka=Max("jendela__tahun", filter=terbuka), laporan=Max("laporan__tahun"))
    return int(tahun["terbuka"] or tahun["laporan"] or hari.year)


def _kantor_sendiri(pelaku: Pelaku) -> PerangkatDaerah | None:
    milik = sorted({t.kantor_id for t in pelaku.tugas if t.kantor_id is not None})
    if not milik or is_kabupaten(pelaku):
        return None
    return PerangkatDaerah.objects.select_related("pemda").filter(pk=milik[0]).first()


def _nama_kabupaten(pelaku: Pelaku) -> str:
    if pelaku.is_semua:
        return "Pengelolaan sistem"
    return "Bagian Organisasi" if Peran.ADMIN_KABUPATEN in pelaku.peran else "Inspektorat"


def _nama_pemda(pelaku: Pelaku) -> str:
    pemda = PemerintahDaerah.objects.filter(pk__in=pelaku.pemda_terlihat).first()
    return pemda.nama_lengkap if pemda else "Semua perangkat daerah"


def _menu_kantor(kantor: PerangkatDaerah | None, tahun: int) -> tuple[ButirMenu, ...]:
    hasil = []
    if kantor is not None:
        hasil = [_butir(k, label, nama, kantor.slug, tahun) for k, label, nama in MENU_KANTOR]
    return tuple(b for b in hasil if b)


def _menu_bersama(is_pengunggah: bool = True) -> tuple[ButirMenu, ...]:
    unggahan = _butir("unggahan", "Unggahan", "unggahan_daftar") if is_pengunggah else None
    return tuple(b for b in (unggahan, _butir("rujukan", "Rujukan", "admin:index")) if b)


def _menu_kabupaten(pelaku: Pelaku, tahun: int) -> tuple[ButirMenu, ...]:
    hasil = [
        _butir(kunci, label, nama, tahun)
        for kunci, label, nama, peran in MENU_KABUPATEN
        if pelaku.is_semua or pelaku.peran & {p.value for p in peran}
    ]
    pengunggah = pelaku.is_semua or Peran.ADMIN_KABUPATEN in pelaku.peran
    return (*(b for b in hasil if b), *_menu_bersama(pengunggah))


def _butir(kunci: str, label: str, nama: str, *args: Any) -> ButirMenu | None:
    try:
        return ButirMenu(kunci, label, reverse(nama, args=args))
    except NoReverseMatch:
        return None
