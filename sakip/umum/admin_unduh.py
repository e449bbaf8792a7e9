"""Every list of the admin as a workbook: the rows and columns that the person sees, numbers as numbers.

Rows come from the same ChangeList as the page: the person's scope, filters, search and order. The moment
of the download is an argument, so that the same rows at the same moment give the same bytes.
"""

from __future__ import annotations

import datetime
import html
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any

from django.contrib import messages
from django.contrib.admin.options import IS_FACETS_VAR, IncorrectLookupParameters
from django.contrib.admin.utils import label_for_field
from django.contrib.admin.views.main import ALL_VAR, IGNORED_PARAMS, PAGE_VAR
from django.core.exceptions import FieldDoesNotExist, PermissionDenied
from django.db import models
from django.db.models import F
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.safestring import SafeData
from django.utils.text import capfirst, slugify

from sakip.umum.admin_kolom import KOLOM_KANTOR, NilaiKolom
from sakip.umum.angka import format_angka
from sakip.umum.ranah import UangField
from sakip.umum.unduhan import kirim_xlsx
from sakip.umum.waktu import sebut_waktu_zona
from sakip.umum.xlsx_buku import tulis_buku
from sakip.umum.xlsx_tabel import Isi, Jenis, Kolom, Tabel

BARIS_TERBANYAK = 100_000  # who needs more narrows the list
SEKALIGUS = 2000  # rows that are read at once
KANTOR = "_kantor_unduhan"
#: Columns that never leave the server, whatever a list shows.
RAHASIA = frozenset({"password", "kata_sandi", "token", "key", "session_key", "secret"})
LEBAR = {Jenis.TEKS: 34, Jenis.ANGKA: 16, Jenis.RUPIAH: 20, Jenis.TANGGAL: 18, Jenis.WAKTU: 24}


class UnduhDaftar:
    """The page that sends the list of a model; mixed into ``AdminDasar``."""

    def get_urls(self) -> list[Any]:
        """Add the download before Django's addresses, the last of which takes anything for a key."""
        tempat = path("unduh.xlsx", self.admin_site.admin_view(self.unduh), name=self._nama("unduh"))  # type: ignore[attr-defined]
        return [tempat, *super().get_urls()]  # type: ignore[misc]

    def _nama(self, halaman: str) -> str:
        meta = self.model._meta  # type: ignore[attr-defined]
        return f"{meta.app_label}_{meta.model_name}_{halaman}"

    def _alamat(self, halaman: str) -> str:
        return reverse(f"admin:{self._nama(halaman)}")

    def alamat_unduh(self, cl: Any) -> str:
        """Return the address that sends what a list shows: its filters, search and order, all pages."""
        kueri = cl.get_query_string(remove=[PAGE_VAR, ALL_VAR, IS_FACETS_VAR])
        return f"{self._alamat('unduh')}{kueri}".rstrip("?")

    def unduh(self, request: HttpRequest) -> HttpResponse:
        """Send the list as a workbook; who may not look at it gets 403 as from the page."""
        if request.method not in ("GET", "HEAD"):
            return HttpResponseNotAllowed(["GET", "HEAD"])
        if not self.has_view_or_change_permission(request):  # type: ignore[attr-defined]
            raise PermissionDenied
        daftar = self._alamat("changelist")
        try:
            cl = self.get_changelist_instance(request)  # type: ignore[attr-defined]
        except IncorrectLookupParameters:
            return HttpResponseRedirect(daftar)
        if cl.result_count > BARIS_TERBANYAK:
            messages.error(request, _sebut_banyak(cl.result_count))
            return HttpResponseRedirect(f"{daftar}{cl.get_query_string()}")
        tabel = susun_unduhan(self, cl, request.user, timezone.now())
        return kirim_xlsx(tulis_buku([tabel]), f"{slugify(tabel.judul)}.xlsx")


def _sebut_banyak(jumlah: int) -> str:
    batas = _cacah(BARIS_TERBANYAK)
    return (
        f"Daftar ini {_cacah(jumlah)}; paling banyak {batas} dapat diunduh. Saring dahulu, lalu unduh lagi."
    )


def _cacah(jumlah: int) -> str:
    return f"{format_angka(Decimal(jumlah))} baris"


def susun_unduhan(milik: Any, cl: Any, pengguna: Any, saat: datetime.datetime) -> Tabel:
    """Return the list of an admin as a table: who took it, when, by which filters."""
    rows, kolom = cl.queryset, [susun_kolom(milik, n) for n in milik.list_display if n not in RAHASIA]
    jalur = jalur_kantor(milik)
    if jalur:
        rows = rows.annotate(**{KANTOR: F(f"{jalur}__nama")})
        kolom.append(Pengambil(Kolom("Perangkat daerah", lebar=34), lambda o: getattr(o, KANTOR)))
    nama = pengguna.get_full_name() or pengguna.get_username()
    return Tabel(
        judul=capfirst(str(milik.model._meta.verbose_name_plural)),
        kolom=[k.kolom for k in kolom],
        baris=_baca(rows, [k.ambil for k in kolom]),
        keterangan=(
            f"Diunduh {sebut_waktu_zona(saat)} oleh {nama}; {_cacah(cl.result_count)}.",
            sebut_saringan(cl),
        ),
        kosong="Tidak ada baris yang cocok.",
    )


def _baca(rows: Any, ambil: list[Ambil]) -> Iterator[list[Isi]]:
    """Yield the cells of each row; a few thousand rows are in memory at once."""
    for obj in rows.iterator(chunk_size=SEKALIGUS):
        yield [satu(obj) for satu in ambil]


def jalur_kantor(milik: Any) -> str:
    """Return the path to the office of a row, where the list itself names none."""
    jalur: str = getattr(getattr(milik.model, "lingkup", None), "kantor", "")
    ada = (KOLOM_KANTOR - {"pemda"}).intersection(milik.list_display)
    return "" if ada or jalur == "self" else jalur


# Filters -------------------------------------------------------------------------------------------


def sebut_saringan(cl: Any) -> str:
    """Return the search and filters in force in words: "Saringan: tahun: 2024; keadaan: Draf"."""
    butir = [f"pencarian: {cl.query}"] if cl.query else []
    dikenal = set(IGNORED_PARAMS)
    for satu in cl.filter_specs:
        dikenal.update(satu.expected_parameters())
        terpilih = [str(p["display"]) for p in list(satu.choices(cl))[1:] if p["selected"]]
        if terpilih:
            butir.append(f"{satu.title}: {', '.join(terpilih)}")
    butir += [f"{_sebut_kunci(cl.model, k)}: {v}" for k, v in cl.params.items() if k not in dikenal]
    return f"Saringan: {'; '.join(butir)}." if butir else "Tanpa saringan."


def _sebut_kunci(model: type[models.Model], kunci: str) -> str:
    try:
        return str(model._meta.get_field(kunci.split("__")[0]).verbose_name)  # type: ignore[union-attr]
    except FieldDoesNotExist:
        return kunci


# Columns -------------------------------------------------------------------------------------------

Ambil = Callable[[Any], Isi]


@dataclass(frozen=True)
class Pengambil:
    """A column of the workbook, and how a row gives its cell."""

    kolom: Kolom
    ambil: Ambil


def susun_kolom(milik: Any, nama: str) -> Pengambil:
    """Return the column of one name of ``list_display``."""
    try:
        jenis, ambil = _dari_bidang(milik.model._meta.get_field(nama))
    except FieldDoesNotExist:
        jenis, ambil = _dari_kolom(milik, nama)
    label = capfirst(str(label_for_field(nama, milik.model, milik)))
    satuan = "Rp" if jenis is Jenis.RUPIAH else ""
    return Pengambil(Kolom(label, jenis, LEBAR.get(jenis, 14), satuan=satuan), ambil)


def _dari_bidang(bidang: Any) -> tuple[Jenis, Ambil]:
    """Choices by their label, a foreign key by the text of its row, numbers and dates as they are."""
    nama = bidang.name
    if bidang.choices:
        label = {kunci: str(kata) for kunci, kata in bidang.flatchoices}
        return Jenis.TEKS, lambda o: label.get(getattr(o, nama)) or _teks(getattr(o, nama))
    if bidang.is_relation or isinstance(bidang, (models.BooleanField, models.FileField)):
        return Jenis.TEKS, lambda o: _teks(getattr(o, nama))
    return _jenis_bidang(bidang), lambda o: polos(getattr(o, nama))


def _jenis_bidang(bidang: Any) -> Jenis:
    urutan: tuple[tuple[type[models.Field[Any, Any]], Jenis], ...] = (
        (UangField, Jenis.RUPIAH),
        (models.DecimalField, Jenis.ANGKA),
        (models.IntegerField, Jenis.BULAT),
        (models.DateTimeField, Jenis.WAKTU),
        (models.DateField, Jenis.TANGGAL),
    )
    return next((jenis for kelas, jenis in urutan if isinstance(bidang, kelas)), Jenis.TEKS)


def _dari_kolom(milik: Any, nama: str) -> tuple[Jenis, Ambil]:
    """A column that code prints: the value behind it where it has one, else what is read on the page."""
    fungsi = getattr(milik, nama, None) if nama != "__str__" else None
    nilai: NilaiKolom | None = getattr(fungsi, "nilai_kolom", None)
    if nilai is not None:
        sumber = nilai.ambil
        return nilai.jenis, lambda o: polos(sumber(o))
    if fungsi is not None:
        return Jenis.TEKS, lambda o: polos(fungsi(o))
    return Jenis.TEKS, lambda o: polos(_sifat(o, nama))


def _sifat(objek: Any, nama: str) -> Any:
    nilai = getattr(objek, nama)
    return nilai() if callable(nilai) else nilai


def polos(nilai: Any) -> Isi:
    """Return a value as a cell holds it: no markup, local time, yes and no in words, a blank as nothing."""
    if isinstance(nilai, datetime.datetime):
        return timezone.make_naive(nilai) if timezone.is_aware(nilai) else nilai
    if isinstance(nilai, (int, Decimal, datetime.date)) and not isinstance(nilai, bool):
        return nilai
    return _teks(nilai)


def _teks(nilai: Any) -> str | None:
    if nilai is None:
        return None
    if isinstance(nilai, bool):
        return "Ya" if nilai else "Tidak"
    teks = str(nilai)
    return _tanpa_markah(teks) if isinstance(nilai, SafeData) else teks


@lru_cache(maxsize=1000)
def _tanpa_markah(teks: str) -> str:
    """Return what is read of a tag; a list shows the same few again and again."""
    return html.unescape(strip_tags(teks)).strip()
