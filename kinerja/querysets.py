"""Named filters of kinerja."""

from __future__ import annotations

from typing import Self

from organisasi.pilihan import TingkatJabatan
from sakip.umum.lingkup import LingkupQuerySet


class PerjanjianQuerySet(LingkupQuerySet):
    """Perjanjian Kinerja and their revisions."""

    def ditetapkan(self) -> Self:
        """Revisions that are set: drafts print nowhere."""
        return self.filter(ditetapkan_pada__isnull=False)

    def tahun(self, tahun: int) -> Self:
        """Revisions of a year, in their order."""
        return self.filter(tahun=tahun).order_by("jabatan", "revisi")

    def kepala(self) -> Self:
        """Those of the heads: the office's own."""
        return self.filter(jabatan__tingkat=TingkatJabatan.KEPALA_PD)
