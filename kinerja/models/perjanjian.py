"""Perjanjian Kinerja with its revisions, and the rencana aksi that belongs to each."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from anggaran.models import DPA
from kinerja.models.indikator import Indikator
from kinerja.models.nilai import Nilai, nilai_sah
from kinerja.pilihan import AlasanPerubahanPK, PeringatanPK, Periode
from kinerja.querysets import PerjanjianQuerySet
from organisasi.models import Jabatan, PemangkuJabatan, UnitKerja
from organisasi.pilihan import PERENCANA
from renstra.models import SubKegiatan
from sakip.umum.lingkup import Lingkup, Tercatat
from sakip.umum.ranah import TahunField


class PerjanjianKinerja(Tercatat):
    """A Perjanjian Kinerja of a post in a year: murni (revisi 0) or a revision (PermenPANRB 53/2014).

    The head's is the office's and is the one that the LKjIP reports. ``pihak_kedua`` is the superior.
    ``dpa`` freezes the budget that it prints.
    """

    lingkup = Lingkup(kantor="jabatan__perangkat_daerah", penulis=PERENCANA)
    jabatan = models.ForeignKey(
        Jabatan, models.PROTECT, verbose_name="jabatan", related_name="perjanjian_kinerja"
    )
    tahun = TahunField("tahun")
    revisi = models.PositiveSmallIntegerField("perubahan ke", default=0, help_text="0 untuk PK murni.")
    nomor = models.CharField("nomor", max_length=80, blank=True)
    tanggal = models.DateField("tanggal")
    alasan = models.CharField(
        "alasan perubahan", max_length=10, choices=AlasanPerubahanPK.choices, blank=True
    )
    uraian_alasan = models.TextField("uraian alasan", blank=True)
    pihak_pertama = models.ForeignKey(
        PemangkuJabatan, models.PROTECT, verbose_name="pihak pertama", related_name="+"
    )
    pihak_kedua = models.ForeignKey(
        PemangkuJabatan, models.PROTECT, verbose_name="pihak kedua (atasan)", related_name="+"
    )
    dpa = models.ForeignKey(
        DPA, models.PROTECT, verbose_name="DPA yang dicetak", null=True, blank=True, related_name="+"
    )
    ditetapkan_pada = models.DateTimeField("ditetapkan pada", null=True, blank=True, editable=False)
    ditetapkan_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name="ditetapkan oleh",
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )

    objects = PerjanjianQuerySet.as_manager()  # type: ignore[misc]

    class Meta:
        verbose_name = "perjanjian kinerja"
        verbose_name_plural = "perjanjian kinerja"
        ordering = ["jabatan", "-tahun", "revisi"]
        constraints = [
            models.UniqueConstraint(fields=["jabatan", "tahun", "revisi"], name="pk_revisi_unik"),
            models.CheckConstraint(
                name="pk_perubahan_beralasan",
                condition=Q(revisi=0, alasan="") | (Q(revisi__gt=0) & ~Q(alasan="")),
                violation_error_message="Perubahan PK harus menyebut alasannya; PK murni tidak.",
            ),
            models.CheckConstraint(name="pk_dua_pihak", condition=~Q(pihak_pertama=models.F("pihak_kedua"))),
        ]

    def __str__(self) -> str:
        return f"{self.nama} {self.jabatan} {self.tahun}"

    @property
    def nama(self) -> str:
        """ "Perjanjian Kinerja" or "Perjanjian Kinerja Perubahan"."""
        if not self.revisi:
            return "Perjanjian Kinerja"
        return "Perjanjian Kinerja Perubahan" + (f" ke-{self.revisi}" if self.revisi > 1 else "")

    @property
    def is_ditetapkan(self) -> bool:
        """Whether it is set and may not change any more."""
        return self.ditetapkan_pada is not None

    def clean(self) -> None:
        """Refuse parties that do not hold the posts."""
        if self.pihak_pertama_id and self.pihak_pertama.jabatan_id != self.jabatan_id:
            raise ValidationError({"pihak_pertama": "Pihak pertama harus pemangku jabatan ini."})
        if self.dpa and self.dpa.tahun != self.tahun:
            raise ValidationError({"dpa": "DPA ini milik tahun lain."})


class TargetPK(Nilai):
    """A promised target: copied into each revision, never shared between them."""

    lingkup = Lingkup(kantor="perjanjian__jabatan__perangkat_daerah", penulis=PERENCANA)
    perjanjian = models.ForeignKey(
        PerjanjianKinerja, models.CASCADE, verbose_name="perjanjian kinerja", related_name="target"
    )
    indikator = models.ForeignKey(
        Indikator, models.PROTECT, verbose_name="indikator", related_name="target_pk"
    )
    urutan = models.PositiveSmallIntegerField("urutan")

    class Meta:
        verbose_name = "target PK"
        verbose_name_plural = "target PK"
        ordering = ["perjanjian", "urutan"]
        constraints = [
            nilai_sah("target_pk_nilai_sah"),
            models.UniqueConstraint(fields=["perjanjian", "indikator"], name="target_pk_unik"),
        ]

    def __str__(self) -> str:
        return f"{self.indikator}"


class AlasanPeringatan(Tercatat):
    """Why a PK was set although a rule warned: the rule, the indicator, the reason, who and when."""

    lingkup = Lingkup(kantor="perjanjian__jabatan__perangkat_daerah")
    perjanjian = models.ForeignKey(
        PerjanjianKinerja, models.CASCADE, verbose_name="perjanjian kinerja", related_name="alasan_peringatan"
    )
    kode = models.CharField("peringatan", max_length=20, choices=PeringatanPK.choices)
    indikator = models.ForeignKey(
        Indikator, models.PROTECT, verbose_name="indikator", null=True, blank=True, related_name="+"
    )
    alasan = models.TextField("alasan")
    oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name="oleh", null=True, related_name="+"
    )
    pada = models.DateTimeField("pada", auto_now_add=True)

    class Meta:
        verbose_name = "alasan peringatan"
        verbose_name_plural = "alasan peringatan"
        ordering = ["perjanjian", "kode", "indikator"]
        constraints = [
            models.UniqueConstraint(
                fields=["perjanjian", "kode", "indikator"], name="alasan_peringatan_unik"
            ),
            models.UniqueConstraint(
                fields=["perjanjian", "kode"], condition=Q(indikator=None), name="alasan_peringatan_pk_unik"
            ),
            models.CheckConstraint(name="alasan_peringatan_terisi", condition=~Q(alasan="")),
        ]

    def __str__(self) -> str:
        return f"{self.get_kode_display()}: {self.alasan[:60]}"


class RencanaAksi(Tercatat):
    """The action plan of a PK revision: targets per period and actions (PermenPANRB 88/2021, 1.a)."""

    lingkup = Lingkup(kantor="perjanjian__jabatan__perangkat_daerah", penulis=PERENCANA)
    perjanjian = models.OneToOneField(
        PerjanjianKinerja, models.CASCADE, verbose_name="perjanjian kinerja", related_name="rencana_aksi"
    )

    class Meta:
        verbose_name = "rencana aksi"
        verbose_name_plural = "rencana aksi"

    def __str__(self) -> str:
        return f"Rencana aksi {self.perjanjian}"


class TargetPeriode(Nilai):
    """The target of an indicator in one period of the year."""

    lingkup = Lingkup(kantor="rencana_aksi__perjanjian__jabatan__perangkat_daerah", penulis=PERENCANA)
    rencana_aksi = models.ForeignKey(
        RencanaAksi, models.CASCADE, verbose_name="rencana aksi", related_name="target"
    )
    indikator = models.ForeignKey(
        Indikator, models.PROTECT, verbose_name="indikator", related_name="target_periode"
    )
    periode = models.CharField("periode", max_length=6, choices=Periode.choices)

    class Meta:
        verbose_name = "target periode"
        verbose_name_plural = "target periode"
        ordering = ["rencana_aksi", "indikator", "periode"]
        constraints = [
            nilai_sah("target_periode_nilai_sah"),
            models.UniqueConstraint(
                fields=["rencana_aksi", "indikator", "periode"], name="target_periode_unik"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indikator} {self.get_periode_display()}"


class Aksi(Tercatat):
    """An action of the plan: what, with what output, by which unit, when."""

    lingkup = Lingkup(kantor="rencana_aksi__perjanjian__jabatan__perangkat_daerah", penulis=PERENCANA)
    rencana_aksi = models.ForeignKey(
        RencanaAksi, models.CASCADE, verbose_name="rencana aksi", related_name="aksi"
    )
    urutan = models.PositiveSmallIntegerField("urutan")
    uraian = models.TextField("uraian")
    keluaran = models.CharField("keluaran", max_length=250, blank=True)
    unit = models.ForeignKey(UnitKerja, models.PROTECT, verbose_name="unit kerja")
    periode = models.CharField("periode", max_length=6, choices=Periode.choices)
    sub_kegiatan = models.ForeignKey(
        SubKegiatan, models.PROTECT, verbose_name="sub kegiatan", null=True, blank=True
    )

    class Meta:
        verbose_name = "aksi"
        verbose_name_plural = "aksi"
        ordering = ["rencana_aksi", "urutan"]
        constraints = [models.UniqueConstraint(fields=["rencana_aksi", "urutan"], name="aksi_urutan_unik")]

    def __str__(self) -> str:
        return self.uraian[:80]
