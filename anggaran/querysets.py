"""Named filters of anggaran."""

from __future__ import annotations

from typing import Self

from sakip.umum.lingkup import LingkupQuerySet


class DPAQuerySet(LingkupQuerySet):
    """Versions of the DPA."""

    def ditetapkan(self) -> Self:
        """Versions that are set: drafts print nowhere."""
        return self.filter(ditetapkan_pada__isnull=False)

    def tahun(self, tahun: int) -> Self:
        """Versions of a year, in their order."""
        return self.filter(tahun=tahun).order_by("urutan")
