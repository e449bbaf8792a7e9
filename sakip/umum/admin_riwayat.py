"""History of one record and of the rows inside its form: before and after of each field, in words."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.contrib.admin import AdminSite
from django.db.models import BooleanField, Field, FileField, ForeignKey, Model
from django.utils import timezone
from django.utils.text import capfirst

from sakip.umum.angka import format_angka
from sakip.umum.lingkup import Tercatat
from sakip.umum.tanggal import format_tanggal
from sakip.umum.waktu import sebut_waktu_zona

KOSONG = "Belum diisi"
SISTEM = "Sistem (pemuatan data)"
TINDAKAN = {"+": "Ditambahkan", "~": "Diubah", "-": "Dihapus"}


@dataclass(frozen=True)
class Sumber:
    """Where to read: rows of ``model`` that meet ``syarat``; ``induk`` names their key to the record."""

    model: type[Model]
    syarat: Mapping[str, Any]
    induk: str = ""

    @property
    def riwayat(self) -> Any:
        """The history rows of this source."""
        return self.model.riwayat.model._base_manager.filter(**self.syarat)  # type: ignore[attr-defined]


@dataclass(frozen=True)
class Catatan:
    """One row of history with the one before it."""

    sumber: Sumber
    kini: Any
    dahulu: Any | None

    def bidang_berubah(self) -> list[Field[Any, Any]]:
        """Return the fields that differ: all that are filled where the row is new."""
        hasil = []
        for bidang in self.sumber.model._meta.concrete_fields:
            if bidang.primary_key or bidang.name == self.sumber.induk:
                continue
            kini = getattr(self.kini, bidang.attname)
            dahulu = getattr(self.dahulu, bidang.attname) if self.dahulu is not None else None
            if self.dahulu is None and kini in (None, ""):
                continue
            if kini != dahulu:
                hasil.append(bidang)
        return hasil

    @property
    def is_berarti(self) -> bool:
        """Whether the row says more than that somebody pressed the button."""
        return self.kini.history_type != "~" or self.dahulu is None or bool(self.bidang_berubah())


@dataclass(frozen=True)
class Beda:
    """One field before and after."""

    bidang: str
    sebelum: str
    sesudah: str


@dataclass(frozen=True)
class BarisRiwayat:
    """One change as the page shows it."""

    waktu: datetime.datetime
    pada: str
    oleh: str
    peran: str
    alamat: str
    tindakan: str
    nama: str
    alasan: str
    isi: tuple[Beda, ...]


def sumber_dari(objek: Model, anak: Iterable[tuple[type[Model], str]]) -> list[Sumber]:
    """Return the sources of a record and of the rows inside its form; models without history have none."""
    hasil = [Sumber(type(objek), {"id": objek.pk})] if isinstance(objek, Tercatat) else []
    return hasil + [Sumber(m, {f"{fk}_id": objek.pk}, fk) for m, fk in anak if issubclass(m, Tercatat)]


def baca_catatan(sumber: Sequence[Sumber]) -> list[Catatan]:
    """Return all history of the sources, the oldest first: one query for each source."""
    hasil = []
    for satu in sumber:
        terakhir: dict[Any, Any] = {}
        for kini in satu.riwayat.select_related("history_user").order_by("history_id"):
            hasil.append(Catatan(satu, kini, terakhir.get(kini.id)))
            terakhir[kini.id] = kini
    return sorted(hasil, key=lambda c: (c.kini.history_date, c.kini.history_id))


@dataclass
class Pencetak:
    """Prints stored values in words; related rows are read once for each model."""

    situs: AdminSite
    kamus: dict[type[Model], dict[Any, Model]] = field(default_factory=dict)

    def siapkan(self, catatan: Iterable[Catatan]) -> None:
        """Read all related rows that the history names."""
        kunci: dict[type[Model], set[Any]] = {}
        for c in catatan:
            for bidang in c.sumber.model._meta.concrete_fields:
                if isinstance(bidang, ForeignKey) and bidang.name != c.sumber.induk:
                    milik = kunci.setdefault(bidang.related_model, set())  # type: ignore[arg-type]
                    milik |= {getattr(b, bidang.attname) for b in (c.kini, c.dahulu) if b is not None}
        for model, isi in kunci.items():
            self._baca(model, isi - {None})

    def _baca(self, model: type[Model], kunci: set[Any]) -> None:
        rows = model._base_manager.all()
        sertakan = getattr(self.situs._registry.get(model), "list_select_related", ())
        if isinstance(sertakan, tuple) and sertakan:
            rows = rows.select_related(*sertakan)
        self.kamus[model] = rows.in_bulk(kunci) if kunci else {}

    def cetak(self, bidang: Field[Any, Any], nilai: Any) -> str:
        """Return a stored value in words."""
        if nilai in (None, ""):
            return KOSONG
        if isinstance(bidang, ForeignKey):
            ada = self.kamus.get(bidang.related_model, {}).get(nilai)  # type: ignore[arg-type]
            return str(ada) if ada is not None else f"nomor {nilai} (sudah dihapus)"
        if bidang.choices:
            return str(dict(bidang.flatchoices).get(nilai, nilai))  # type: ignore[attr-defined]
        return cetak_nilai(bidang, nilai)

    def nama(self, catatan: Catatan) -> str:
        """Return what a row inside the form is called."""
        if not catatan.sumber.induk:
            return ""
        objek = catatan.kini.instance
        for bidang in catatan.sumber.model._meta.concrete_fields:
            if isinstance(bidang, ForeignKey) and (kunci := getattr(objek, bidang.attname)) is not None:
                ada = self.kamus.get(bidang.related_model, {}).get(kunci)  # type: ignore[arg-type]
                if ada is not None:
                    setattr(objek, bidang.name, ada)
                elif bidang.name != catatan.sumber.induk:
                    return f"{capfirst(str(catatan.sumber.model._meta.verbose_name))} nomor {objek.pk}"
        return f"{capfirst(str(catatan.sumber.model._meta.verbose_name))}: {objek}"


def cetak_nilai(bidang: Field[Any, Any], nilai: Any) -> str:
    """Return a value without relation and without choices in words."""
    if isinstance(bidang, BooleanField):
        return "Ya" if nilai else "Tidak"
    if isinstance(nilai, Decimal):
        return format_angka(nilai)
    if isinstance(nilai, datetime.datetime):
        return sebut_waktu_zona(nilai)
    if isinstance(nilai, datetime.date):
        return format_tanggal(nilai)
    if isinstance(bidang, FileField):
        return str(nilai).rsplit("/", 1)[-1]
    return str(nilai)


def susun_riwayat(
    objek: Model, anak: Iterable[tuple[type[Model], str]], situs: AdminSite
) -> list[BarisRiwayat]:
    """Return the changes of a record and of the rows in its form, the newest first.

    Queries: one for each kind of row, one for each kind of related row, one for the roles.
    """
    sumber = sumber_dari(objek, anak)
    catatan = [c for c in baca_catatan(sumber) if c.is_berarti]
    pencetak = Pencetak(situs)
    pencetak.siapkan(catatan)
    for satu in sumber:
        if satu.induk:
            pencetak.kamus.setdefault(type(objek), {})[objek.pk] = objek
    pengguna = {c.kini.history_user_id for c in catatan} - {None}
    peran = getattr(situs, "peran_saat", lambda *_: lambda *_: "")(pengguna, objek)
    return [_baris(c, pencetak, peran) for c in reversed(catatan)]


def _baris(c: Catatan, pencetak: Pencetak, peran: Any) -> BarisRiwayat:
    kini = c.kini
    dihapus = kini.history_type == "-"
    isi = [] if dihapus else c.bidang_berubah()
    return BarisRiwayat(
        waktu=kini.history_date,
        pada=sebut_waktu_zona(kini.history_date),
        oleh=str(kini.history_user or SISTEM),
        peran=peran(kini.history_user_id, timezone.localtime(kini.history_date).date()),
        alamat=kini.alamat_asal or "",
        tindakan=TINDAKAN[kini.history_type],
        nama=pencetak.nama(c),
        alasan=kini.history_change_reason or "",
        isi=tuple(
            Beda(
                capfirst(str(b.verbose_name)),
                KOSONG if c.dahulu is None else pencetak.cetak(b, getattr(c.dahulu, b.attname)),
                pencetak.cetak(b, getattr(kini, b.attname)),
            )
            for b in isi
        ),
    )
