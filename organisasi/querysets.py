"""Named filters of organisasi."""

from __future__ import annotations

import datetime
from typing import Any

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

from organisasi.pilihan import StatusPemangku


class PemangkuJabatanQuerySet(QuerySet[Any]):
    """Who held a post."""

    def pada(self, tanggal: datetime.date) -> PemangkuJabatanQuerySet:
        """Holders on that day; an acting holder stands before the definitive one he replaces."""
        return (
            self.filter(Q(sampai=None) | Q(sampai__gte=tanggal), mulai__lte=tanggal)
            .annotate(
                _urut=Case(
                    When(status=StatusPemangku.DEFINITIF, then=Value(1)),
                    default=Value(0),
                    output_field=IntegerField(),
                )
            )
            .order_by("jabatan", "_urut", "-mulai")
        )
