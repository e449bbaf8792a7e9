"""Writes one row of a model with its history; what refuses it speaks at the column that shows it."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction

from organisasi.models import Pengguna
from pelaporan.buku.skema import BarisSalah
from sakip.umum.admin_formulir import sebutkan_batasan, sebutkan_penolakan


def simpan_baris(
    objek: Any, kolom: Mapping[str, str], oleh: Pengguna | None, alasan: str, *, periksa: bool = True
) -> None:
    """Check and save a row; ``kolom`` maps a model field to the column that shows it. Raises BarisSalah."""
    objek._history_user, objek._change_reason = oleh, alasan
    try:
        if periksa:
            objek.clean_fields(exclude=_rujukan_termuat(objek))
            objek.clean()
        with transaction.atomic():
            objek.save()
    except ValidationError as galat:
        raise BarisSalah(_salah_bidang(type(objek), galat, kolom)) from galat
    except IntegrityError as galat:
        raise BarisSalah(sebutkan_penolakan(galat)) from galat


def hapus_baris(objek: Any, oleh: Pengguna | None, alasan: str) -> None:
    """Delete a row; its history stays. Raises BarisSalah with the sentence of the trigger."""
    objek._history_user, objek._change_reason = oleh, alasan
    try:
        with transaction.atomic():
            objek.delete()
    except IntegrityError as galat:
        raise BarisSalah(sebutkan_penolakan(galat)) from galat


def _rujukan_termuat(objek: models.Model) -> set[str]:
    """Return the foreign keys whose row is in hand: to ask the database for it again is a third of the work.

    Where somebody deletes it meanwhile, the key of the database refuses the whole workbook.
    """
    hasil = set()
    for bidang in objek._meta.concrete_fields:
        if isinstance(bidang, models.ForeignKey) and bidang.is_cached(objek):
            satu = bidang.get_cached_value(objek)
            if satu is not None and not satu._state.adding:
                hasil.add(bidang.name)
    return hasil


def _salah_bidang(
    model: type[models.Model], galat: ValidationError, kolom: Mapping[str, str]
) -> dict[str, str]:
    jelas = sebutkan_batasan(model, galat)
    if not hasattr(jelas, "error_dict"):
        return {"": " ".join(jelas.messages)}
    return {
        kolom.get(b, ""): " ".join(m for e in isi for m in e.messages) for b, isi in jelas.error_dict.items()
    }


def usul_dekat(nama: str, ada: Mapping[str, Any]) -> str:
    """Return " Maksud Anda …?" with the nearest name of a list, "" where none is near."""
    dekat = difflib.get_close_matches(nama, list(ada), n=1, cutoff=0.6)
    return f" Maksud Anda “{dekat[0]}”?" if dekat else " Pilih dari daftar."
