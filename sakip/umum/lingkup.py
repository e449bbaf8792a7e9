"""Who may see a row and who may write it, declared once on the model and asked by every query.

``Lingkup`` names the path from a row to its office (or government) and the roles that write such rows.
``LingkupQuerySet.untuk(pengguna)`` is what every page, form, popup, export and download shows. The
person is asked through ``pengguna.pelaku`` (``organisasi.izin``), so that this layer knows no app.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Self

from django.db import models
from django.db.models import Q

from sakip.umum.riwayat import Riwayat


@dataclass(frozen=True)
class Lingkup:
    """Path of a row to its office or government, and the roles that may write it.

    ``kantor`` and ``pemda`` are lookup paths from the row to a PerangkatDaerah and a PemerintahDaerah
    ("self" for the row itself; several where a row hangs on one of several parents). With neither the
    row is reference data that everybody may read; with ``nasional`` a row without government is too.
    ``penulis`` holds values of ``Peran``; ``pembaca`` narrows who may look (empty: everybody).
    """

    kantor: str = ""
    pemda: str | tuple[str, ...] = ()
    penulis: tuple[str, ...] = ()
    pembaca: tuple[str, ...] = ()
    nasional: bool = False

    @property
    def jalur_pemda(self) -> tuple[str, ...]:
        """The paths to a government."""
        return (self.pemda,) if isinstance(self.pemda, str) else self.pemda

    @property
    def is_rujukan(self) -> bool:
        """Whether rows belong to nobody."""
        return not self.kantor and not self.jalur_pemda

    def saring(self, kantor: Any, pemda: Any) -> Q:
        """Return the condition that a row belongs to one of these offices or governments.

        Where a model has both paths a row with an office is judged by it, one without by its government.
        """
        if self.is_rujukan:
            return Q()
        syarat = Q(**{_jalur(self.kantor, "in"): kantor}) if self.kantor else Q(pk__in=[])
        for jalur in self.jalur_pemda:
            milik = Q(**{_jalur(jalur, "in"): pemda})
            if self.nasional:
                milik |= Q(**{_jalur(jalur, "isnull"): True})
            syarat |= milik & Q(**{_jalur(self.kantor, "isnull"): True}) if self.kantor else milik
        return syarat

    def kantor_dari(self, objek: models.Model) -> int | None:
        """Return the key of the office that a row belongs to, saved or not."""
        return _telusuri(objek, self.kantor)

    def pemda_dari(self, objek: models.Model) -> int | None:
        """Return the key of the government that a row belongs to."""
        return next((p for j in self.jalur_pemda if (p := _telusuri(objek, j)) is not None), None)


def _jalur(jalur: str, pencarian: str) -> str:
    return f"pk__{pencarian}" if jalur == "self" else f"{jalur}__{pencarian}"


def _telusuri(objek: Any, jalur: str) -> int | None:
    if not jalur:
        return None
    if jalur == "self":
        return objek.pk  # type: ignore[no-any-return]
    *depan, akhir = jalur.split("__")
    for nama in depan:
        objek = getattr(objek, nama) if getattr(objek, f"{nama}_id", None) else None
        if objek is None:
            return None
    return getattr(objek, f"{akhir}_id", None)


class LingkupQuerySet(models.QuerySet[Any]):
    """Rows that know whom they are for."""

    def untuk(self, pengguna: Any) -> Self:
        """Return the rows that this person may see."""
        pelaku = pengguna.pelaku
        if not pelaku.boleh_lihat(self.model):
            return self.none()
        if pelaku.is_semua:
            return self.all()
        return self.filter(self.model.lingkup.saring(*pelaku.terlihat(self.model.lingkup.pembaca)))


class Berlingkup(models.Model):
    """A model whose rows know whom they are for."""

    lingkup: Lingkup
    objects = LingkupQuerySet.as_manager()

    class Meta:
        abstract = True

    def unit_penulis(self) -> int | None:
        """Return the key of the unit whose staff write this row; None: not staff."""
        return None


class Tercatat(Berlingkup):
    """A model that keeps its history too: before and after, who, when, from where."""

    riwayat = Riwayat(inherit=True)

    class Meta:
        abstract = True
