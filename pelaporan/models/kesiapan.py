"""Criteria by which evaluators and reviewers read a report, as data, and what people answered to them."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from organisasi.models import PemerintahDaerah
from organisasi.pilihan import ADMIN
from pelaporan.kesiapan.daftar import PENGUJI
from pelaporan.models.laporan import Laporan
from pelaporan.pilihan import JawabanYaTidak
from sakip.umum.lingkup import Berlingkup, Lingkup, Tercatat
from sakip.umum.ranah import TahunField


class PerangkatKriteria(Tercatat):
    """A set of criteria: PermenPANRB 88/2021 component 3, the APIP checklist, or a local variant.

    Without ``pemda`` it is national. A set of the same ``jenis`` with a government stands there instead of
    the national one, from ``mulai_tahun`` on.
    """

    lingkup = Lingkup(pemda="pemda", nasional=True, penulis=ADMIN)
    kunci = models.SlugField("kunci", max_length=60, unique=True)
    pemda = models.ForeignKey(
        PemerintahDaerah, models.CASCADE, verbose_name="pemerintah daerah", null=True, blank=True
    )
    jenis = models.SlugField("jenis", max_length=30, help_text="Contoh: evaluasi, reviu.")
    nama = models.CharField("nama", max_length=150)
    sumber = models.CharField("sumber", max_length=250)
    mulai_tahun = TahunField("berlaku mulai tahun")
    urutan = models.PositiveSmallIntegerField("urutan", default=1)

    class Meta:
        verbose_name = "perangkat kriteria"
        verbose_name_plural = "perangkat kriteria"
        ordering = ["urutan", "kunci"]

    def __str__(self) -> str:
        return self.nama


class KriteriaEvaluasi(Tercatat):
    """One criterion. ``penguji`` names the function that can tell from the report; empty: a person."""

    lingkup = Lingkup(pemda="perangkat__pemda", nasional=True, penulis=ADMIN)
    perangkat = models.ForeignKey(
        PerangkatKriteria, models.CASCADE, verbose_name="perangkat kriteria", related_name="kriteria"
    )
    kelompok = models.CharField("kelompok", max_length=120)
    nomor = models.CharField("nomor", max_length=12)
    urutan = models.PositiveSmallIntegerField("urutan")
    uraian = models.TextField("uraian")
    bukti_diminta = models.TextField("bukti yang diminta", blank=True)
    sumber = models.CharField("sumber", max_length=250, blank=True)
    penguji = models.SlugField("penguji", max_length=60, blank=True)

    class Meta:
        verbose_name = "kriteria evaluasi"
        verbose_name_plural = "kriteria evaluasi"
        ordering = ["perangkat", "urutan"]
        constraints = [models.UniqueConstraint(fields=["perangkat", "nomor"], name="kriteria_nomor_unik")]

    def __str__(self) -> str:
        return f"{self.nomor} {self.uraian[:70]}"

    def clean(self) -> None:
        """Refuse a test that the code does not know."""
        if self.penguji and self.penguji not in PENGUJI:
            raise ValidationError(
                {
                    "penguji": f"Penguji {self.penguji} tidak dikenal. Kosongkan bila hanya orang yang dapat "
                    f"menjawab, atau pilih salah satu: {', '.join(PENGUJI)}."
                }
            )


class JawabanKriteria(Berlingkup):
    """A person's answer to a criterion for one report. Rows are only inserted; the newest counts."""

    lingkup = Lingkup(kantor="laporan__perangkat_daerah")
    laporan = models.ForeignKey(
        Laporan, models.CASCADE, verbose_name="laporan", related_name="jawaban_kriteria"
    )
    kriteria = models.ForeignKey(
        KriteriaEvaluasi, models.PROTECT, verbose_name="kriteria", related_name="jawaban"
    )
    jawaban = models.CharField("jawaban", max_length=6, choices=JawabanYaTidak.choices)
    catatan = models.TextField("catatan", blank=True)
    bukti = models.CharField("bukti", max_length=250, blank=True)
    oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name="oleh", null=True, related_name="+"
    )
    pada = models.DateTimeField("pada", auto_now_add=True)

    class Meta:
        verbose_name = "jawaban kriteria"
        verbose_name_plural = "jawaban kriteria"
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                name="jawaban_beralasan",
                condition=~Q(catatan="") | ~Q(bukti=""),
                violation_error_message="Tulis catatan atau buktinya.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kriteria}: {self.get_jawaban_display()}"
