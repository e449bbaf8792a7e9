"""Grades: a predikat becomes its rank, and capaian comes from ranks."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal


def peringkat(nilai: str, skala: Mapping[str, int]) -> Decimal:
    """Return the rank of a grade; raises ValueError naming the grades of the scale."""
    if nilai not in skala:
        raise ValueError(f"{nilai}: bukan predikat pada skala ini ({', '.join(skala)}).")
    return Decimal(skala[nilai])
