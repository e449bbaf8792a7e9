"""Named filters of pelaporan."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet


class LaporanQuerySet(QuerySet[Any]):
    """Reports."""

    def tahun(self, tahun: int) -> LaporanQuerySet:
        """Reports of a year."""
        return self.filter(tahun=tahun)

    def milik(self, slug: str) -> LaporanQuerySet:
        """Reports of an office."""
        return self.filter(perangkat_daerah__slug=slug)
