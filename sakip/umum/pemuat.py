"""Loads rows from JSON data files by natural key: creates what is missing, changes nothing.

A file is a list of blocks ``{"model": "app.Model", "kunci": [fields], "baris": [row, …]}``. A row maps
field names to values; decimals and dates are strings. ``"_id"`` names a row inside the file; a value
``"@name"`` refers to a named row, ``"@alias:key"`` to a reference row (see ``RUJUKAN``). Every row is
checked by its fields and by ``clean()``, and by the database, so a wrong file stops with file, block and row
named.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.exceptions import FieldError, ObjectDoesNotExist, ValidationError
from django.db import IntegrityError, models, transaction

# alias -> (model, fields of the key, in the order of the parts after "@alias:")
RUJUKAN: dict[str, tuple[str, tuple[str, ...]]] = {
    "pemda": ("organisasi.PemerintahDaerah", ("kode",)),
    "kantor": ("organisasi.PerangkatDaerah", ("slug",)),
    "pangkat": ("organisasi.Pangkat", ("golongan",)),
    "satuan": ("organisasi.Satuan", ("nama",)),
    "hukum": ("organisasi.DasarHukum", ("kunci",)),
    "nomenklatur": ("renstra.Nomenklatur", ("dasar_hukum__kunci", "kode")),
    "predikat": ("kinerja.SkalaNilai", ("skala", "kode")),
    "skala": ("kinerja.SkalaCapaian", ("nama",)),
}

BLOK = {"model", "kunci", "baris"}
GALAT_BARIS = (
    ValidationError, ObjectDoesNotExist, FieldError, IntegrityError, KeyError, TypeError, ValueError,
)  # fmt: skip


class DataTidakSah(Exception):
    """A data file that cannot be loaded; the message names file, block and row."""


@dataclass
class HasilMuat:
    """Counts of one load."""

    dibuat: int = 0
    sudah_ada: int = 0
    per_model: dict[str, int] = field(default_factory=dict)


def muat_berkas(*jalur: Path) -> HasilMuat:
    """Load files in order, all or nothing; names of rows carry over from file to file.

    Raises DataTidakSah.
    """
    hasil = HasilMuat()
    nama: dict[str, models.Model] = {}
    with transaction.atomic():
        for berkas in jalur:
            for blok in _baca(berkas):
                _muat_blok(berkas.name, blok, nama, hasil)
    return hasil


def _baca(berkas: Path) -> list[dict[str, Any]]:
    try:
        isi = json.loads(berkas.read_text(encoding="utf-8"))
    except ValueError as galat:
        raise DataTidakSah(f"{berkas.name}: {galat}") from galat
    if not isinstance(isi, list) or not all(isinstance(b, dict) and BLOK.issubset(b) for b in isi):
        raise DataTidakSah(f"{berkas.name}: harus daftar blok dengan {', '.join(sorted(BLOK))}.")
    return isi


def _muat_blok(berkas: str, blok: dict[str, Any], nama: dict[str, models.Model], hasil: HasilMuat) -> None:
    try:
        model = apps.get_model(blok["model"])
    except (LookupError, ValueError) as galat:
        raise DataTidakSah(f"{berkas}, {blok['model']}: {galat}") from galat
    for urut, baris in enumerate(blok["baris"], start=1):
        try:
            _muat_baris(model, blok["kunci"], baris, nama, hasil)
        except GALAT_BARIS as galat:
            rincian = "; ".join(galat.messages) if isinstance(galat, ValidationError) else repr(galat)
            raise DataTidakSah(f"{berkas}, {blok['model']}, baris {urut}: {rincian} {baris}") from galat


def _muat_baris(
    model: type[models.Model],
    kunci: list[str],
    baris: dict[str, Any],
    nama: dict[str, models.Model],
    hasil: HasilMuat,
) -> None:
    isi = {k: _nilai(v, nama) for k, v in baris.items() if not k.startswith("_")}
    cari = {k: isi.get(k) for k in kunci}
    ada = model._default_manager.filter(
        **{(f"{k}__isnull" if v is None else k): (True if v is None else v) for k, v in cari.items()}
    ).order_by()  # the key is unique: ordering would only cost
    objek = next(iter(ada[:1]), None)
    if objek is None:
        objek = model(**isi)
        # What spans rows is asked once, by the database when the row is written; rows that are at hand exist.
        objek.clean_fields(exclude={k for k, v in isi.items() if isinstance(v, models.Model)})
        objek.clean()
        objek.save()
        hasil.dibuat += 1
        hasil.per_model[model.__name__] = hasil.per_model.get(model.__name__, 0) + 1
    else:
        hasil.sudah_ada += 1
    if "_id" in baris:
        nama[baris["_id"]] = objek


def _nilai(nilai: Any, nama: dict[str, models.Model]) -> Any:
    if not isinstance(nilai, str) or not nilai.startswith("@"):
        return nilai
    alias, _, sisa = nilai[1:].partition(":")
    if not sisa:
        return nama[alias]
    if nilai not in nama:
        label, kolom = RUJUKAN[alias]
        bagian = sisa.split(":", len(kolom) - 1)
        nama[nilai] = apps.get_model(label)._default_manager.get(**dict(zip(kolom, bagian, strict=True)))
    return nama[nilai]
