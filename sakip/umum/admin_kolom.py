"""Columns, filters and totals of the admin's lists."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from operator import attrgetter
from typing import Any

from django.contrib import admin
from django.contrib.admin.filters import (
    AllValuesFieldListFilter,
    RelatedOnlyFieldListFilter,
    SimpleListFilter,
)
from django.contrib.admin.utils import get_fields_from_path
from django.db import models
from django.db.models import Q, QuerySet
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from sakip.umum.angka import format_angka, format_persen, format_rupiah
from sakip.umum.teks import gabung_kata
from sakip.umum.xlsx_tabel import Jenis

KOLOM_KANTOR = frozenset({"perangkat_daerah", "kantor", "perangkat", "pemda"})
PALING_BANYAK_PILIHAN = 80  # more links than this are no help; the search finds them


# Columns -------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class NilaiKolom:
    """The value behind a printed column: what a download of the list holds."""

    ambil: Callable[[Any], Any]
    jenis: Jenis = Jenis.ANGKA


def bernilai(ambil: Callable[[Any], Any], jenis: Jenis = Jenis.ANGKA) -> Callable[[Any], Any]:
    """Give a list column the value that its download holds (``sakip.umum.admin_unduh``)."""

    def hias(fungsi: Any) -> Any:
        fungsi.nilai_kolom = NilaiKolom(ambil, jenis)
        return fungsi

    return hias


def kolom_angka(
    nama: str, judul: str, cetak: Callable[[Any], str] = format_angka, jenis: Jenis = Jenis.ANGKA
) -> Any:
    """Return a list column of a number in its printed form; its name starts with "angka_"."""

    @bernilai(attrgetter(nama), jenis)
    @admin.display(description=judul, ordering=nama)
    def kolom(self: Any, obj: Any) -> str:
        nilai = getattr(obj, nama)
        return cetak(None if nilai is None else Decimal(nilai))

    kolom.__name__ = f"angka_{nama}"
    return kolom


def kolom_rupiah(nama: str, judul: str) -> Any:
    """Return a list column of rupiah."""
    return kolom_angka(nama, judul, format_rupiah, Jenis.RUPIAH)


def kolom_persen(nama: str, judul: str) -> Any:
    """Return a list column of percent."""
    return kolom_angka(nama, judul, format_persen, Jenis.PERSEN)


def sebut_nilai(
    nilai: Decimal | None, atas: Decimal | None = None, predikat: Any = None
) -> Decimal | str | None:
    """Return an abstract value: a number as it is, a range or grade in words."""
    if predikat is not None:
        return str(predikat)
    return nilai if atas is None else f"{format_angka(nilai)} sampai {format_angka(atas)}"


def cetak_nilai(nilai: Decimal | str | None) -> str:
    """Return the printed form of an abstract value."""
    return nilai if isinstance(nilai, str) else format_angka(nilai)


def _nilai(obj: Any) -> Decimal | str | None:
    return sebut_nilai(obj.nilai, obj.nilai_atas, obj.predikat)


@bernilai(_nilai)
@admin.display(description="nilai", ordering="nilai")
def kolom_nilai(self: Any, obj: Any) -> str:
    """Return the list column of an abstract value: number, range or grade."""
    return cetak_nilai(_nilai(obj))


def tanda(kelas: str, kata: str) -> str:
    """Return a status tag: shape and word."""
    return format_html('<span class="tanda tanda-{}">{}</span>', kelas, kata)


def ya_tidak(nilai: bool | None) -> str:
    """Return a yes or no as shape and word; Django's picture is called "True" in every language."""
    if nilai is None:
        return tanda("kosong", "Belum diisi")
    return tanda("baik", "Ya") if nilai else tanda("kosong", "Tidak")


def awal_teks(teks: str, panjang: int = 80) -> str:
    """Return the first words of a long text."""
    return f"{teks[:panjang]} …" if len(teks) > panjang else teks


# Filters -------------------------------------------------------------------------------------------


class SaringNilai(AllValuesFieldListFilter):
    """Values that occur in rows of the person; Django would offer those of every office."""

    def __init__(
        self, field: Any, request: Any, params: Any, model: Any, model_admin: Any, field_path: str
    ) -> None:
        super().__init__(field, request, params, model, model_admin, field_path)
        jalur = field_path
        self.lookup_choices = (
            model_admin.get_queryset(request)
            .select_related(None)
            .order_by(f"-{jalur}")
            .distinct()
            .values_list(jalur, flat=True)
        )


class SaringTerkait(RelatedOnlyFieldListFilter):
    """Related rows that occur in rows of the person; those of one office once an office is chosen."""

    def __init__(
        self, field: Any, request: Any, params: Any, model: Any, model_admin: Any, field_path: str
    ) -> None:
        super().__init__(field, request, params, model, model_admin, field_path)
        self.empty_value_display = mark_safe("Belum ada")

    def field_choices(self, field: Any, request: Any, model_admin: Any) -> Any:
        """Return the choices, each with what its name needs: one query."""
        dipakai = (
            model_admin.get_queryset(request)
            .select_related(None)
            .order_by()
            .distinct()
            .values_list(f"{self.field_path}__pk", flat=True)
        )
        syarat: dict[str, Any] = {"pk__in": dipakai}
        lain = field.remote_field.model
        kantor = next((v for k, v in request.GET.items() if k.endswith("perangkat_daerah__id__exact")), "")
        if kantor.isdigit() and any(f.name == "perangkat_daerah" for f in lain._meta.fields):
            syarat["perangkat_daerah"] = kantor
        rows = lain._default_manager.filter(**syarat)
        sertakan = getattr(model_admin.admin_site._registry.get(lain), "list_select_related", ())
        if isinstance(sertakan, tuple) and sertakan:
            rows = rows.select_related(*sertakan)
        return [(str(satu.pk), str(satu)) for satu in rows]

    def has_output(self) -> bool:
        """Say whether the filter helps: two choices at least, and not hundreds."""
        return len(self.lookup_choices) <= PALING_BANYAK_PILIHAN and bool(super().has_output())


def saring_terkait(model: type[models.Model], satu: Any) -> Any:
    """Return a filter as one that offers only what occurs in rows that the person may see."""
    if not isinstance(satu, str):
        return satu
    bidang: Any = get_fields_from_path(model, satu)[-1]
    if bidang.is_relation:
        return (satu, SaringTerkait)
    if bidang.choices or isinstance(bidang, (models.BooleanField, models.DateField)):
        return satu
    return (satu, SaringNilai)


def saring_keadaan(
    judul: str, nama: str, pilihan: Mapping[str, tuple[str, Q | Callable[[], Q]]]
) -> type[SimpleListFilter]:
    """Return a filter of states: key of the address -> (words, condition or a function that gives it)."""

    class SaringKeadaan(SimpleListFilter):
        title = judul
        parameter_name = nama

        def lookups(self, request: Any, model_admin: Any) -> list[tuple[str, str]]:
            return [(kunci, kata) for kunci, (kata, _) in pilihan.items()]

        def queryset(self, request: Any, queryset: QuerySet[Any]) -> QuerySet[Any]:
            ada = pilihan.get(self.value() or "")
            if ada is None:
                return queryset
            return queryset.filter(ada[1] if isinstance(ada[1], Q) else ada[1]())

    return SaringKeadaan


DITETAPKAN = saring_keadaan(
    "keadaan",
    "keadaan",
    {
        "draf": ("Draf", Q(ditetapkan_pada=None)),
        "ditetapkan": ("Ditetapkan", Q(ditetapkan_pada__isnull=False)),
    },
)
TERISI = saring_keadaan(
    "keadaan",
    "keadaan",
    {
        "terisi": ("Terisi", Q(nilai__isnull=False) | Q(predikat__isnull=False)),
        "kosong": ("Belum diisi", Q(nilai=None, predikat=None)),
    },
)


@admin.display(description="keadaan", ordering="ditetapkan_pada")
def kolom_ditetapkan(self: Any, obj: Any) -> str:
    """Return the state of a document: a draft, or set."""
    return tanda("baik", "Ditetapkan") if obj.ditetapkan_pada else tanda("kosong", "Draf")


@admin.display(description="keadaan")
def kolom_terisi(self: Any, obj: Any) -> str:
    """Return whether a target is there."""
    return tanda("kosong", "Belum diisi") if obj.is_kosong else tanda("baik", "Terisi")


NAMA_SAJA = frozenset({"nama", "kode", "uraian", "username", "first_name", "last_name"})


def sebut_pencarian(model: type[models.Model], jalur: Iterable[str]) -> str:
    """Return what a search looks at: "Cari menurut nama, kode, atau perangkat daerah."."""
    sebutan: list[str] = []
    for satu in jalur:
        rantai = get_fields_from_path(model, satu)
        bidang: Any = rantai[-2] if len(rantai) > 1 and rantai[-1].name in NAMA_SAJA else rantai[-1]
        nama = str(bidang.verbose_name)
        if nama not in sebutan:
            sebutan.append(nama)
    return f"Cari menurut {gabung_kata(sebutan, 'atau')}." if sebutan else ""


# Totals --------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Jumlah:
    """One line under a list: what is summed, over how many rows, and the sum in its printed form."""

    judul: str
    banyak: int
    nilai: str


def jumlahkan(baris: Iterable[tuple[str, Decimal]]) -> list[Jumlah]:
    """Return one line for each heading, in order of appearance: sums in Decimal, exact."""
    isi: dict[str, list[Decimal]] = {}
    for judul, nilai in baris:
        isi.setdefault(judul, []).append(nilai)
    return [Jumlah(judul, len(nilai), format_rupiah(sum(nilai, Decimal(0)))) for judul, nilai in isi.items()]
