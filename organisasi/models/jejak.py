"""The undeletable log of legal acts."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from organisasi.models.perangkat import PemerintahDaerah, PerangkatDaerah
from sakip.umum.lingkup import Berlingkup, Lingkup


class Jejak(Berlingkup):
    """One legal act: what was done, to what, by whom, in which role, when and from where.

    Written by every app through ``organisasi.jejak.catat``; triggers refuse to change or delete a row.
    """

    lingkup = Lingkup(kantor="perangkat_daerah", pemda="pemda")
    pada = models.DateTimeField("pada", auto_now_add=True)
    oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name="oleh", null=True, related_name="+"
    )
    peran = models.CharField("peran", max_length=40, blank=True)
    pemda = models.ForeignKey(
        PemerintahDaerah, models.PROTECT, verbose_name="pemerintah daerah", null=True, related_name="+"
    )
    perangkat_daerah = models.ForeignKey(
        PerangkatDaerah,
        models.DO_NOTHING,
        verbose_name="perangkat daerah",
        null=True,
        related_name="+",
        db_constraint=False,
    )
    tindakan = models.CharField("tindakan", max_length=40)
    objek = models.CharField("objek", max_length=200)
    kunci_objek = models.CharField("kunci objek", max_length=80, blank=True)
    uraian = models.TextField("uraian", blank=True)
    alamat_asal = models.GenericIPAddressField("alamat asal", null=True)

    class Meta:
        verbose_name = "jejak"
        verbose_name_plural = "jejak"
        ordering = ["-id"]
        indexes = [models.Index(fields=["perangkat_daerah", "-id"], name="jejak_kantor")]

    def __str__(self) -> str:
        return f"{self.tindakan}: {self.objek}"
