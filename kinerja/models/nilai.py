"""The one abstract value: a number, a range or a grade."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from kinerja.models.aturan import SkalaNilai
from sakip.umum.lingkup import Tercatat
from sakip.umum.ranah import KinerjaField


class Nilai(Tercatat):
    """A value in the unit of its indicator: number, range (two numbers) or grade; empty is a blank."""

    nilai = KinerjaField("nilai", null=True, blank=True)
    nilai_atas = KinerjaField("nilai atas", null=True, blank=True, help_text="Hanya untuk target rentang.")
    predikat = models.ForeignKey(
        SkalaNilai, models.PROTECT, verbose_name="predikat", null=True, blank=True, related_name="+"
    )

    class Meta:
        abstract = True

    @property
    def is_kosong(self) -> bool:
        """Whether nothing is filled."""
        return self.nilai is None and self.predikat_id is None

    def clean(self) -> None:
        """Refuse a range upside down and a number beside a grade."""
        if self.nilai_atas is not None and (self.nilai is None or self.nilai_atas < self.nilai):
            raise ValidationError({"nilai_atas": "Nilai atas tidak boleh lebih kecil daripada nilai bawah."})
        if self.nilai is not None and self.predikat_id is not None:
            raise ValidationError({"predikat": "Isi angka atau predikat, tidak keduanya."})


def nilai_sah(nama: str) -> models.CheckConstraint:
    """Return the constraint that number, range and grade exclude each other."""
    return models.CheckConstraint(
        name=nama,
        condition=Q(predikat=None) & (Q(nilai_atas=None) | Q(nilai__isnull=False, nilai_atas__gte=F("nilai")))
        | Q(predikat__isnull=False, nilai=None, nilai_atas=None),
        violation_error_message="Isi angka, rentang, atau predikat.",
    )
