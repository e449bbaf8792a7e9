"""Two people on one page: what changed in rows since a page was read, who changed it, and from what.

A page carries ``dibaca``: the newest history row that it showed. At saving, in the same transaction, the
rows with newer history are those that somebody changed meanwhile. A cell that the person left as it was
takes the other's value; a cell that both changed is refused once, with both values.
"""

from __future__ import annotations

import datetime
from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db.models import Max, Model
from django.utils import timezone

from sakip.umum.tanggal import format_tanggal

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


@dataclass(frozen=True)
class Ubahan:
    """A change of one row: its values before and after (None: no row), by whom and when."""

    lama: dict[str, Any] | None
    baru: dict[str, Any] | None
    oleh: str
    pada: datetime.datetime

    def sebut(self) -> str:
        """Return "Dewi Anggraini pada 3 Maret 2023 pukul 10.15"."""
        pada = timezone.localtime(self.pada)
        return f"{self.oleh} pada {format_tanggal(pada.date())} pukul {pada:%H.%M}"


@dataclass(frozen=True)
class Gabungan(Generic[V]):
    """What to store for a cell, or the change that stands against what was typed."""

    nilai: V
    bentrok: Ubahan | None = None


def versi(model: type[Model], **saring: Any) -> int:
    """Return the newest history row of the rows of a filter, 0 where there is none."""
    terakhir = _riwayat(model).filter(**saring).aggregate(m=Max("history_id"))["m"]
    return int(terakhir or 0)


def ubahan_sejak(
    model: type[Model], dibaca: int, kunci: tuple[str, ...], bidang: tuple[str, ...], **saring: Any
) -> dict[tuple[Any, ...], Ubahan]:
    """Return the changes after ``dibaca`` by key: two queries where there are any, else one."""
    baru = list(
        _riwayat(model)
        .filter(history_id__gt=dibaca, **saring)
        .select_related("history_user")
        .order_by("history_id")
    )
    if not baru:
        return {}
    lama: dict[tuple[Any, ...], Any] = {}
    for h in _riwayat(model).filter(history_id__lte=dibaca, **saring).order_by("history_id"):
        lama[tuple(getattr(h, k) for k in kunci)] = h
    hasil = {}
    for h in baru:
        k = tuple(getattr(h, nama) for nama in kunci)
        hasil[k] = Ubahan(
            lama=_isi(lama.get(k), bidang),
            baru=_isi(h, bidang),
            oleh=str(h.history_user) if h.history_user else "sistem",
            pada=h.history_date,
        )
    return hasil


def gabung(ketikan: V, ubahan: Ubahan | None, lama: V, baru: V) -> Gabungan[V]:
    """Return what to store for a cell: typed, or the other's value where the person typed nothing new."""
    if ubahan is None or ketikan == baru:
        return Gabungan(ketikan)
    return Gabungan(baru) if ketikan == lama else Gabungan(ketikan, ubahan)


def _riwayat(model: type[Model]) -> Any:
    return model.riwayat.model.objects  # type: ignore[attr-defined]


def _isi(baris: Any, bidang: tuple[str, ...]) -> dict[str, Any] | None:
    if baris is None or baris.history_type == "-":
        return None
    return {b: getattr(baris, b) for b in bidang}


def baca_nomor(teks: str) -> int:
    """Return the number of a history row from a form; 0 for what is none."""
    return int(teks) if teks.isascii() and teks.isdigit() and len(teks) < 16 else 0
