"""What people answered to findings, and how the report stood when a draft was set aside."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from pelaporan.models.laporan import Laporan
from pelaporan.pilihan import JenisTanggapan
from sakip.umum.lingkup import Berlingkup, Lingkup


class TanggapanTemuan(Berlingkup):
    """The written reason for a warning, or an override of a galat by the admin kabupaten until a day.

    ``kunci`` names the finding with its values: another value is another finding, and asks for its own
    reason. Rows are only inserted; the newest of a finding is the one in force.
    """

    lingkup = Lingkup(kantor="laporan__perangkat_daerah")
    laporan = models.ForeignKey(Laporan, models.CASCADE, verbose_name="laporan", related_name="tanggapan")
    jenis = models.CharField("jenis", max_length=12, choices=JenisTanggapan.choices)
    kode = models.CharField("kode pemeriksaan", max_length=60)
    kunci = models.CharField("kunci temuan", max_length=64)
    lokasi = models.CharField("tempat", max_length=200)
    pesan = models.TextField("pesan")
    alasan = models.TextField("alasan")
    berlaku_sampai = models.DateField("berlaku sampai", null=True, blank=True)
    oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name="oleh", null=True, related_name="+"
    )
    peran = models.CharField("peran", max_length=80, blank=True)
    pada = models.DateTimeField("pada", auto_now_add=True)

    class Meta:
        verbose_name = "tanggapan temuan"
        verbose_name_plural = "tanggapan temuan"
        ordering = ["-id"]
        indexes = [models.Index(fields=["laporan", "kunci", "-id"], name="tanggapan_terakhir")]
        constraints = [
            models.CheckConstraint(name="tanggapan_beralasan", condition=~Q(alasan="")),
            models.CheckConstraint(
                name="pengecualian_berbatas",
                condition=Q(jenis=JenisTanggapan.ALASAN, berlaku_sampai=None)
                | Q(jenis=JenisTanggapan.PENGECUALIAN, berlaku_sampai__isnull=False),
                violation_error_message="Pengecualian harus menyebut sampai kapan berlaku.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.lokasi}: {self.alasan[:60]}"


class PotretLaporan(Berlingkup):
    """The canonical JSON of a draft, set aside by a person to see later what changed since."""

    lingkup = Lingkup(kantor="laporan__perangkat_daerah")
    laporan = models.ForeignKey(Laporan, models.CASCADE, verbose_name="laporan", related_name="potret")
    nomor = models.PositiveSmallIntegerField("nomor")
    isi = models.TextField("isi")
    sha256 = models.CharField("SHA-256", max_length=64)
    oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name="oleh", null=True, related_name="+"
    )
    pada = models.DateTimeField("pada", auto_now_add=True)

    class Meta:
        verbose_name = "potret laporan"
        verbose_name_plural = "potret laporan"
        ordering = ["-id"]
        constraints = [models.UniqueConstraint(fields=["laporan", "nomor"], name="potret_nomor_unik")]

    def __str__(self) -> str:
        return f"{self.laporan}, draf {self.nomor}"
