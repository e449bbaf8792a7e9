"""Named filters of pelaporan."""

from __future__ import annotations

from typing import Self

from sakip.umum.lingkup import LingkupQuerySet


class LaporanQuerySet(LingkupQuerySet):
    """Reports."""

    def tahun(self, tahun: int) -> Self:
        """Reports of a year."""
        return self.filter(tahun=tahun)

    def milik(self, slug: str) -> Self:
        """Reports of an office."""
        return self.filter(perangkat_daerah__slug=slug)
