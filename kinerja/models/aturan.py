"""Scales and the rules of measurement: what offices do differently is data."""

from __future__ import annotations

from decimal import Decimal

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from kinerja.pilihan import AturanEfisiensiPilihan, MetodeSkala, PersenProgram, RumusRendah
from organisasi.models import DasarHukum, PemerintahDaerah, PerangkatDaerah
from organisasi.pilihan import ADMIN
from sakip.umum.lingkup import Lingkup, Tercatat
from sakip.umum.ranah import TahunField


class SkalaNilai(Tercatat):
    """One grade of an ordinal scale with its rank: "BB" is rank 5 of the scale "akip".

    Capaian of a grade comes from ranks; the report prints the grade (PermenPANRB 88/2021 for AKIP).
    """

    lingkup = Lingkup(penulis=ADMIN)
    skala = models.SlugField("skala", max_length=20)
    kode = models.CharField("predikat", max_length=20)
    peringkat = models.PositiveSmallIntegerField("peringkat")
    keterangan = models.CharField("keterangan", max_length=100, blank=True)

    class Meta:
        verbose_name = "skala nilai"
        verbose_name_plural = "skala nilai"
        ordering = ["skala", "-peringkat"]
        constraints = [
            models.UniqueConstraint(fields=["skala", "kode"], name="skala_nilai_kode_unik"),
            models.UniqueConstraint(fields=["skala", "peringkat"], name="skala_nilai_peringkat_unik"),
        ]

    def __str__(self) -> str:
        return self.kode


class SkalaCapaian(Tercatat):
    """A scale of predikat for capaian (Tabel 3.1), with its method for values between classes."""

    lingkup = Lingkup(penulis=ADMIN)
    nama = models.CharField("nama", max_length=100, unique=True)
    metode = models.CharField(
        "metode", max_length=10, choices=MetodeSkala.choices, default=MetodeSkala.AMBANG
    )
    sumber = models.CharField("sumber", max_length=200, blank=True)

    class Meta:
        verbose_name = "skala capaian"
        verbose_name_plural = "skala capaian"
        ordering = ["nama"]

    def __str__(self) -> str:
        return self.nama


class KelasCapaian(Tercatat):
    """A class of a scale; the lowest is open below (``batas_bawah`` empty)."""

    lingkup = Lingkup(penulis=ADMIN)
    skala = models.ForeignKey(SkalaCapaian, models.CASCADE, verbose_name="skala", related_name="kelas")
    urutan = models.PositiveSmallIntegerField("urutan", help_text="1 untuk kelas tertinggi.")
    nama = models.CharField("nama", max_length=40)
    batas_bawah = models.DecimalField(
        "batas bawah (%)", max_digits=7, decimal_places=2, null=True, blank=True
    )

    class Meta:
        verbose_name = "kelas capaian"
        verbose_name_plural = "kelas capaian"
        ordering = ["skala", "urutan"]
        constraints = [
            models.UniqueConstraint(fields=["skala", "urutan"], name="kelas_urutan_unik"),
            models.UniqueConstraint(fields=["skala", "nama"], name="kelas_nama_unik"),
            models.UniqueConstraint(fields=["skala", "batas_bawah"], name="kelas_batas_unik"),
            models.UniqueConstraint(
                fields=["skala"], condition=Q(batas_bawah=None), name="kelas_satu_terbuka"
            ),
        ]

    def __str__(self) -> str:
        return self.nama


class AturanPengukuran(Tercatat):
    """The rules of measurement of a government and year; an office may have its own row.

    The row in force is printed under Tabel 3.1 and frozen with a signed version. PermenPANRB 53/2014
    leaves formulas to the instansi, so each rule that differs between offices stands here.
    """

    lingkup = Lingkup(kantor="perangkat_daerah", pemda="pemda", penulis=ADMIN)
    pemda = models.ForeignKey(PemerintahDaerah, models.CASCADE, verbose_name="pemerintah daerah")
    perangkat_daerah = models.ForeignKey(
        PerangkatDaerah, models.CASCADE, verbose_name="khusus perangkat daerah", null=True, blank=True
    )
    tahun = TahunField("tahun")
    rumus_makin_rendah = models.CharField(
        "rumus makin rendah makin baik",
        max_length=10,
        choices=RumusRendah.choices,
        default=RumusRendah.SELISIH,
    )
    batas_atas = models.DecimalField(
        "batas atas capaian (%)", max_digits=7, decimal_places=2, null=True, blank=True
    )
    batas_bawah = models.DecimalField(
        "batas bawah capaian (%)", max_digits=7, decimal_places=2, null=True, blank=True
    )
    skala = models.ForeignKey(SkalaCapaian, models.PROTECT, verbose_name="skala capaian")
    persen_program = models.CharField(
        "persentase program", max_length=10, choices=PersenProgram.choices, default=PersenProgram.RASIO
    )
    aturan_efisiensi = models.CharField(
        "aturan efisiensi",
        max_length=15,
        choices=AturanEfisiensiPilihan.choices,
        default=AturanEfisiensiPilihan.RASIO,
    )
    batas_selisih = models.DecimalField(
        "batas selisih efisiensi (poin)", max_digits=5, decimal_places=2, default=Decimal(5)
    )
    kelas_menunjang = models.CharField("kelas terendah yang menunjang", max_length=40, default="Tinggi")
    batas_serapan = models.DecimalField(
        "serapan yang wajib dijelaskan (%)",
        max_digits=5,
        decimal_places=2,
        default=Decimal(90),
        help_text="Program dengan serapan di bawah angka ini wajib dijelaskan pada Tabel 3.6.",
    )
    desimal = models.PositiveSmallIntegerField(
        "angka di belakang koma", default=2, validators=[MinValueValidator(0), MaxValueValidator(4)]
    )
    dasar_hukum = models.ForeignKey(
        DasarHukum, models.PROTECT, verbose_name="dasar hukum", null=True, blank=True
    )
    sumber = models.CharField("sumber aturan", max_length=250, blank=True)

    class Meta:
        verbose_name = "aturan pengukuran"
        verbose_name_plural = "aturan pengukuran"
        ordering = ["pemda", "-tahun"]
        constraints = [
            models.UniqueConstraint(
                fields=["pemda", "tahun"], condition=Q(perangkat_daerah=None), name="aturan_pemda_unik"
            ),
            models.UniqueConstraint(fields=["perangkat_daerah", "tahun"], name="aturan_perangkat_unik"),
            models.CheckConstraint(
                name="aturan_batas_urut",
                condition=Q(batas_atas=None)
                | Q(batas_bawah=None)
                | Q(batas_atas__gt=models.F("batas_bawah")),
            ),
            models.CheckConstraint(name="aturan_selisih_positif", condition=Q(batas_selisih__gte=0)),
        ]

    def __str__(self) -> str:
        return f"Aturan {self.perangkat_daerah or self.pemda} {self.tahun}"
