"""The one way in which the status of an upload changes: a condition and a change in one statement."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils import timezone

from organisasi.models import Unggahan
from organisasi.pilihan import StatusUnggahan

PERIKSA, TERAPKAN = "periksa", "terapkan"
KOSONG: Mapping[str, Any] = {}
BERAKHIR = (StatusUnggahan.SELESAI, StatusUnggahan.GAGAL, StatusUnggahan.DITOLAK, StatusUnggahan.DIBATALKAN)


def pindah(pk: int, dari: Iterable[str], ke: str, giliran: int, isi: Mapping[str, Any] = KOSONG) -> bool:
    """Move a run of an upload from one of these states; False where it is not in one, or was overtaken.

    The database decides between two that ask at the same time: one of them changes no row.
    """
    kini = timezone.now()
    baris = Unggahan.objects.filter(pk=pk, giliran=giliran, status__in=list(dari))
    selesai = kini if ke in BERAKHIR else None
    return bool(baris.update(status=ke, diubah_pada=kini, selesai_pada=selesai, **isi))
