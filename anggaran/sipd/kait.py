"""What apps above this one know of the quarters of an office: they register it (``daftarkan_keadaan``)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from anggaran.beda import Kunci
from organisasi.models import PerangkatDaerah


class KeadaanTriwulan(Protocol):
    """The quarters of one office and year."""

    def unit(self, kunci: Kunci | None) -> int | None:
        """Return the unit that answers for a node; None stands for a node that is not there yet."""

    def halangan(self, unit_id: int | None, triwulan: int) -> str:
        """Return why spending of a unit's quarter may not change now; "" where it may."""


class _Terbuka:
    def unit(self, kunci: Kunci | None) -> int | None:
        return None

    def halangan(self, unit_id: int | None, triwulan: int) -> str:
        return ""


Pemuat = Callable[[PerangkatDaerah, int], KeadaanTriwulan]
_pemuat: list[Pemuat] = []


def daftarkan_keadaan(fungsi: Pemuat) -> None:
    """Register who knows the quarters of an office; the last one registered is asked."""
    _pemuat[:] = [fungsi]


def keadaan_triwulan(kantor: PerangkatDaerah, tahun: int) -> KeadaanTriwulan:
    """Return what is known of the quarters of an office and year."""
    return _pemuat[0](kantor, tahun) if _pemuat else _Terbuka()
