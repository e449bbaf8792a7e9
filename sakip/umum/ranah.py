"""Model fields with one meaning each, so that no column is declared by hand twice."""

from __future__ import annotations

from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models


class UangField(models.DecimalField):
    """Rupiah: Decimal(20,2). SQLite keeps 15 significant digits; the parser refuses more."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.update(max_digits=20, decimal_places=2)
        super().__init__(*args, **kwargs)


class KinerjaField(models.DecimalField):
    """A performance value in the unit of its indicator: Decimal(20,6)."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.update(max_digits=20, decimal_places=6)
        super().__init__(*args, **kwargs)


class TahunField(models.PositiveSmallIntegerField):
    """A calendar or budget year between 2000 and 2100."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("validators", [MinValueValidator(2000), MaxValueValidator(2100)])
        super().__init__(*args, **kwargs)


def tepat_satu(nama: str, *kolom: str) -> models.CheckConstraint:
    """Return a constraint: exactly one of these foreign keys is filled."""
    syarat = models.Q()
    for isi in kolom:
        syarat |= models.Q(**{f"{k}__isnull": k != isi for k in kolom})
    return models.CheckConstraint(
        name=nama,
        condition=syarat,
        violation_error_message="Isi tepat satu dari: " + ", ".join(k.replace("_", " ") for k in kolom) + ".",
    )
