"""Files that people hand in for long work, with how far that work is and what came of it."""

from __future__ import annotations

from typing import Any, Self

from django.conf import settings
from django.db import models

from organisasi.models.perangkat import PemerintahDaerah, PerangkatDaerah
from organisasi.pilihan import Peran, StatusUnggahan
from sakip.umum.lingkup import Berlingkup, Lingkup, LingkupQuerySet
from sakip.umum.ranah import TahunField


class UnggahanQuerySet(LingkupQuerySet):
    """Uploads: one's own, and for an admin kabupaten those of the government."""

    def untuk(self, pengguna: Any) -> Self:
        """Return the uploads that this person may see in a list."""
        pelaku = pengguna.pelaku
        if pelaku.is_semua:
            return self.all()
        if not pelaku.is_bertugas:
            return self.none()
        sendiri = models.Q(oleh=pelaku.pengguna_id)
        kantor, pemda = pelaku.terlihat((Peran.ADMIN_KABUPATEN.value,))
        return self.filter(sendiri | self.model.lingkup.saring(kantor, pemda))


class Unggahan(Berlingkup):
    """One uploaded file: what kind of work it is for, how far it is, its result.

    Written by ``organisasi.unggahan`` only. ``giliran`` counts the runs: a run that was overtaken by a
    newer one (started again, cancelled) finds another number and stops without writing anything.
    ``alamat_asal`` is the address of the last request that asked for work, for history and jejak.
    """

    # The raw rows are for nobody in the admin; people have pages of their own (``untuk``).
    lingkup = Lingkup(kantor="perangkat_daerah", pemda="pemda", pembaca=("tidak_seorang_pun",))
    jenis = models.CharField("jenis", max_length=40)
    pemda = models.ForeignKey(
        PemerintahDaerah,
        models.CASCADE,
        verbose_name="pemerintah daerah",
        null=True,
        blank=True,
        related_name="+",
    )
    perangkat_daerah = models.ForeignKey(
        PerangkatDaerah,
        models.CASCADE,
        verbose_name="perangkat daerah",
        null=True,
        blank=True,
        related_name="+",
    )
    tahun = TahunField("tahun", null=True, blank=True)
    nama = models.CharField("nama berkas", max_length=120)
    berkas = models.FileField("berkas", max_length=160)
    ukuran = models.PositiveBigIntegerField("ukuran (bita)")
    sha256 = models.CharField("SHA-256", max_length=64)
    pilihan = models.JSONField("pilihan", default=dict, blank=True)
    status = models.CharField(
        "status", max_length=12, choices=StatusUnggahan.choices, default=StatusUnggahan.ANTRE
    )
    giliran = models.PositiveIntegerField("giliran", default=1)
    dibaca = models.PositiveIntegerField("baris dibaca", default=0)
    diperiksa = models.PositiveIntegerField("baris diperiksa", default=0)
    diterapkan = models.PositiveIntegerField("baris diterapkan", default=0)
    total = models.PositiveIntegerField("jumlah baris", default=0)
    hasil = models.JSONField("hasil", default=dict, blank=True)
    berkas_hasil = models.FileField("berkas hasil", max_length=160, blank=True)
    nama_hasil = models.CharField("nama berkas hasil", max_length=120, blank=True)
    pesan = models.TextField("pesan", blank=True)
    oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name="oleh", related_name="unggahan"
    )
    alamat_asal = models.GenericIPAddressField("alamat asal", null=True, blank=True)
    dibuat_pada = models.DateTimeField("dibuat pada", auto_now_add=True)
    diubah_pada = models.DateTimeField("diubah pada")
    selesai_pada = models.DateTimeField("selesai pada", null=True, blank=True)
    hapus_setelah = models.DateField("dihapus setelah")

    objects = UnggahanQuerySet.as_manager()  # type: ignore[misc]

    class Meta:
        verbose_name = "unggahan"
        verbose_name_plural = "unggahan"
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["oleh", "-id"], name="unggahan_oleh"),
            models.Index(fields=["hapus_setelah"], name="unggahan_hapus"),
        ]

    def __str__(self) -> str:
        return self.nama
