"""Writes the log of legal acts."""

from __future__ import annotations

from typing import Any

from django.db.models import Model
from simple_history.models import HistoricalRecords

from organisasi.models import Jejak, PemerintahDaerah, Pengguna, PerangkatDaerah
from sakip.umum.riwayat import alamat_dari


def catat(
    tindakan: str,
    objek: Model,
    *,
    oleh: Pengguna | None,
    kantor: PerangkatDaerah | None = None,
    pemda: PemerintahDaerah | None = None,
    peran: str = "",
    uraian: str = "",
) -> Jejak:
    """Record one act in the caller's transaction. ``objek`` is named as it is called today.

    An act on what belongs to no office (an account) names its ``pemda``.
    """
    request: Any = getattr(HistoricalRecords.context, "request", None)
    return Jejak.objects.create(
        tindakan=tindakan,
        objek=str(objek)[:200],
        kunci_objek=f"{objek._meta.label}:{objek.pk}",
        oleh=oleh,
        peran=peran,
        perangkat_daerah=kantor,
        pemda=kantor.pemda if kantor else pemda,
        uraian=uraian,
        alamat_asal=alamat_dari(request),
    )
