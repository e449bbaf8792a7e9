"""History of rows: before and after, who, when, from where; written once and never changed.

``riwayat = Riwayat()`` on a model keeps a row for each save. Bulk paths go through ``buat_banyak`` and
``ubah_banyak``, since Django's own bulk methods and ``update()`` call no signal (measured).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Max, Model
from simple_history.manager import HistoryManager
from simple_history.models import HistoricalRecords
from simple_history.signals import pre_create_historical_record
from simple_history.utils import bulk_create_with_history, bulk_update_with_history

from sakip.umum.pemicu import daftarkan, kekal

AWALAN = "Riwayat"
BIDANG_RIWAYAT = (
    "history_id", "history_date", "history_change_reason", "history_type", "history_user", "alamat_asal",
)  # fmt: skip


class AsalRiwayat(models.Model):
    """From which address a change came; empty where a command or a data file made it."""

    alamat_asal = models.GenericIPAddressField("alamat asal", null=True, blank=True)

    class Meta:
        abstract = True


class PengelolaRiwayat(HistoryManager):  # type: ignore[misc]
    """The manager of simple_history, its class made once: to make it for each row is a sixth of a save."""

    @classmethod
    @cache
    def from_queryset(cls, queryset_class: Any, class_name: str | None = None) -> Any:
        """Return the manager class of a kind of query."""
        return super().from_queryset(queryset_class, class_name)


class Riwayat(HistoricalRecords):  # type: ignore[misc]
    """The history of one model, in a table ``riwayat…`` beside it."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("bases", [AsalRiwayat])
        kwargs.setdefault("custom_model_name", lambda nama: f"{AWALAN}{nama}")
        kwargs.setdefault("history_manager", PengelolaRiwayat)
        kwargs.setdefault("verbose_name", None)
        kwargs.setdefault("related_name", None)
        super().__init__(**kwargs)


def model_riwayat() -> list[type[Model]]:
    """Return all models that hold history."""
    return [m for m in apps.get_models() if issubclass(m, AsalRiwayat)]


def catat_asal(sender: Any, **kwargs: Any) -> None:
    """Write the address of the request into the row of history (receiver of simple_history)."""
    request = getattr(HistoricalRecords.context, "request", None)
    kwargs["history_instance"].alamat_asal = alamat_dari(request)


def alamat_dari(request: Any) -> str | None:
    """Return the address that a request came from; behind a proxy the one that the proxy saw."""
    return request.META.get("REMOTE_ADDR") or None if request is not None else None


def pasang() -> None:
    """Connect the signal and register the triggers that keep history as it was written."""
    pre_create_historical_record.connect(catat_asal, dispatch_uid="sakip.riwayat")
    for model in model_riwayat():
        tabel = model._meta.db_table
        daftarkan(*kekal(tabel, "Riwayat", kunci="history_id"))


def _asal() -> dict[str, Any]:
    """Return the address for rows of history that no signal announces."""
    return {"alamat_asal": alamat_dari(getattr(HistoricalRecords.context, "request", None))}


def buat_banyak(objek: Iterable[Model], *, oleh: Any = None, alasan: str | None = None) -> list[Any]:
    """Insert many rows of one model with their history. The caller holds the transaction."""
    semua = list(objek)
    if not semua:
        return []
    return list(
        bulk_create_with_history(
            semua, type(semua[0]), batch_size=200, default_user=oleh, default_change_reason=alasan,
            custom_historical_attrs=_asal(),
        )
    )  # fmt: skip


def ubah_banyak(
    objek: Iterable[Model], bidang: Sequence[str], *, oleh: Any = None, alasan: str | None = None
) -> int:
    """Update the given fields of many rows of one model with their history."""
    semua = list(objek)
    if not semua:
        return 0
    return int(
        bulk_update_with_history(
            semua, type(semua[0]), list(bidang), batch_size=200, default_user=oleh,
            default_change_reason=alasan, custom_historical_attrs=_asal(),
        )
        or 0
    )  # fmt: skip


def geser_sementara(objek: Sequence[Model], bidang: str, sejauh: int) -> None:
    """Move numbers that must differ out of the way, inside a transaction that writes the final ones.

    No history: a number in between was never one. The caller goes on with ``ubah_banyak``.
    """
    if objek:
        rows = type(objek[0])._base_manager.filter(pk__in=[o.pk for o in objek])
        rows.update(**{bidang: models.F(bidang) + sejauh})


def versi_terakhir(objek: Model) -> int:
    """Return the number of the newest history row of an object, 0 where there is none."""
    terakhir = objek.riwayat.values_list("history_id", flat=True).first()  # type: ignore[attr-defined]
    return int(terakhir or 0)


def versi_banyak(model: type[Model], kunci: Iterable[int]) -> dict[int, int]:
    """Return the newest history number of many rows: one query."""
    riwayat = model.riwayat.model  # type: ignore[attr-defined]
    return {
        r["id"]: r["versi"]
        for r in riwayat._default_manager.filter(id__in=list(kunci))
        .order_by()
        .values("id")
        .annotate(versi=Max("history_id"))
    }
