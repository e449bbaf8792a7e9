"""Measurement: what was reached, against whom it is compared, and why."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from kinerja.models.aturan import SkalaNilai
from kinerja.models.indikator import Indikator
from kinerja.models.nilai import Nilai, nilai_sah
from kinerja.pilihan import CaraUkur, JenisPembanding, Periode
from organisasi.models import UnitKerja
from organisasi.pilihan import PENULIS_UNIT, PERENCANA
from sakip.umum.lingkup import Lingkup, Tercatat
from sakip.umum.ranah import KinerjaField, TahunField


class Pengukuran(Tercatat):
    """The measurement of an indicator in a year: by period, or one annual value, never both.

    ``cara`` is copied into each Realisasi and held by a constraint and a trigger.
    """

    lingkup = Lingkup(kantor="indikator__perangkat_daerah")
    indikator = models.ForeignKey(
        Indikator, models.PROTECT, verbose_name="indikator", related_name="pengukuran"
    )
    tahun = TahunField("tahun")
    cara = models.CharField("cara ukur", max_length=8, choices=CaraUkur.choices)
    sumber = models.CharField("sumber data tahun ini", max_length=250, blank=True)

    class Meta:
        verbose_name = "pengukuran"
        verbose_name_plural = "pengukuran"
        ordering = ["-tahun", "indikator"]
        constraints = [models.UniqueConstraint(fields=["indikator", "tahun"], name="pengukuran_unik")]

    def __str__(self) -> str:
        return f"{self.indikator} {self.tahun}"


class Realisasi(Nilai):
    """The value of one period. Zero is a value; no row or an empty one is a blank.

    ``berlaku`` False says "tidak berlaku" for the period, with a reason. Where an indicator is a
    ratio of sums, ``pembilang`` and ``penyebut`` are stored and the percentage never.
    """

    lingkup = Lingkup(kantor="pengukuran__indikator__perangkat_daerah")
    pengukuran = models.ForeignKey(
        Pengukuran, models.CASCADE, verbose_name="pengukuran", related_name="realisasi"
    )
    cara = models.CharField("cara ukur", max_length=8, choices=CaraUkur.choices, editable=False)
    periode = models.CharField("periode", max_length=6, choices=Periode.choices)
    berlaku = models.BooleanField("berlaku", default=True)
    pembilang = KinerjaField("pembilang", null=True, blank=True)
    penyebut = KinerjaField("penyebut", null=True, blank=True)
    keterangan = models.TextField("keterangan", blank=True)
    unit = models.ForeignKey(
        UnitKerja, models.PROTECT, verbose_name="unit kerja", null=True, blank=True, related_name="+"
    )
    diisi_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name="diisi oleh",
        null=True,
        blank=True,
        related_name="+",
    )
    diisi_pada = models.DateTimeField("diisi pada", null=True, blank=True)

    class Meta:
        verbose_name = "realisasi kinerja"
        verbose_name_plural = "realisasi kinerja"
        ordering = ["pengukuran", "periode"]
        constraints = [
            nilai_sah("realisasi_nilai_sah"),
            models.UniqueConstraint(fields=["pengukuran", "periode"], name="realisasi_unik"),
            models.CheckConstraint(
                name="realisasi_cara_periode",
                condition=Q(cara=CaraUkur.SETAHUN, periode=Periode.TAHUN)
                | (Q(cara=CaraUkur.PERIODE) & ~Q(periode=Periode.TAHUN)),
                violation_error_message="Nilai setahun dan nilai per periode tidak boleh bercampur.",
            ),
            models.CheckConstraint(name="realisasi_bukan_rentang", condition=Q(nilai_atas=None)),
            models.CheckConstraint(
                name="realisasi_pasangan_utuh",
                condition=Q(pembilang=None, penyebut=None)
                | Q(pembilang__isnull=False, penyebut__isnull=False, nilai=None, predikat=None),
                violation_error_message="Isi pembilang dan penyebut bersama-sama; persentasenya dihitung.",
            ),
            models.CheckConstraint(
                name="realisasi_tidak_berlaku_kosong",
                condition=Q(berlaku=True)
                | Q(nilai=None, predikat=None, pembilang=None, penyebut=None) & ~Q(keterangan=""),
                violation_error_message="Periode yang tidak berlaku dikosongkan dan diberi keterangan.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pengukuran} {self.get_periode_display()}"

    def clean(self) -> None:
        """Copy ``cara`` from the header."""
        super().clean()
        if self.pengukuran_id:
            self.cara = self.pengukuran.cara


class NilaiTahunLalu(Tercatat):
    """Target and value of a year before the system was used, with the document they come from."""

    lingkup = Lingkup(kantor="indikator__perangkat_daerah", penulis=PERENCANA)
    indikator = models.ForeignKey(
        Indikator, models.CASCADE, verbose_name="indikator", related_name="nilai_tahun_lalu"
    )
    tahun = TahunField("tahun")
    target = KinerjaField("target", null=True, blank=True)
    target_atas = KinerjaField("target atas", null=True, blank=True)
    target_predikat = models.ForeignKey(
        SkalaNilai, models.PROTECT, verbose_name="target predikat", null=True, blank=True, related_name="+"
    )
    realisasi = KinerjaField("realisasi", null=True, blank=True)
    realisasi_predikat = models.ForeignKey(
        SkalaNilai, models.PROTECT, verbose_name="realisasi predikat", null=True, blank=True, related_name="+"
    )
    sumber = models.CharField("sumber", max_length=250)

    class Meta:
        verbose_name = "nilai tahun lalu"
        verbose_name_plural = "nilai tahun lalu"
        ordering = ["indikator", "-tahun"]
        constraints = [
            models.UniqueConstraint(fields=["indikator", "tahun"], name="nilai_tahun_lalu_unik"),
            models.CheckConstraint(
                name="nilai_tahun_lalu_sah",
                condition=(Q(target_predikat=None) | Q(target=None, target_atas=None))
                & (Q(target_atas=None) | Q(target__isnull=False, target_atas__gte=F("target")))
                & (Q(realisasi=None) | Q(realisasi_predikat=None)),
            ),
            models.CheckConstraint(name="nilai_tahun_lalu_bersumber", condition=~Q(sumber="")),
        ]

    def __str__(self) -> str:
        return f"{self.indikator} {self.tahun}"


class Pembanding(Nilai):
    """A benchmark of an indicator (53/2014: national standard, if any), or a recorded "tidak ada"."""

    lingkup = Lingkup(kantor="indikator__perangkat_daerah", penulis=PERENCANA)
    indikator = models.ForeignKey(
        Indikator, models.CASCADE, verbose_name="indikator", related_name="pembanding"
    )
    tahun = TahunField("tahun")
    jenis = models.CharField("jenis", max_length=10, choices=JenisPembanding.choices)
    nama = models.CharField("nama pembanding", max_length=200, blank=True)
    sumber = models.CharField("sumber", max_length=250, blank=True)
    alasan = models.TextField("alasan tidak ada", blank=True)

    class Meta:
        verbose_name = "pembanding"
        verbose_name_plural = "pembanding"
        ordering = ["-tahun", "indikator", "jenis", "nama"]
        constraints = [
            nilai_sah("pembanding_nilai_sah"),
            models.UniqueConstraint(fields=["indikator", "tahun", "jenis", "nama"], name="pembanding_unik"),
            models.CheckConstraint(
                name="pembanding_ada_atau_beralasan",
                condition=Q(jenis=JenisPembanding.TIDAK_ADA, nilai=None, predikat=None, nama="")
                & ~Q(alasan="")
                | ~Q(jenis=JenisPembanding.TIDAK_ADA)
                & (Q(nilai__isnull=False) | Q(predikat__isnull=False))
                & ~Q(sumber="")
                & ~Q(nama=""),
                violation_error_message="Isi nama, nilai, dan sumber; atau pilih tidak ada dan alasannya.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indikator} {self.tahun}: {self.nama or self.get_jenis_display()}"

    def clean(self) -> None:
        """Refuse a range as a benchmark."""
        super().clean()
        if self.nilai_atas is not None:
            raise ValidationError({"nilai_atas": "Pembanding berupa satu nilai."})


class AnalisisCapaian(Tercatat):
    """Why a value came out as it did, and what was and will be done (53/2014, Bab III A item 5)."""

    lingkup = Lingkup(kantor="indikator__perangkat_daerah", penulis=PENULIS_UNIT)
    indikator = models.ForeignKey(
        Indikator, models.CASCADE, verbose_name="indikator", related_name="analisis"
    )
    tahun = TahunField("tahun")
    penyebab = models.TextField("penyebab keberhasilan/kegagalan", blank=True)
    hambatan = models.TextField("hambatan", blank=True)
    solusi = models.TextField("solusi yang dilakukan", blank=True)
    rencana_perbaikan = models.TextField("rencana perbaikan", blank=True)

    class Meta:
        verbose_name = "analisis capaian"
        verbose_name_plural = "analisis capaian"
        ordering = ["-tahun", "indikator"]
        constraints = [models.UniqueConstraint(fields=["indikator", "tahun"], name="analisis_unik")]

    def unit_penulis(self) -> int | None:
        """The unit answerable for the indicator in that year."""
        definisi = self.indikator.definisi_pada(self.tahun) if self.indikator_id and self.tahun else None
        return definisi.penanggung_jawab_id if definisi else None

    def __str__(self) -> str:
        return f"{self.indikator} {self.tahun}"
