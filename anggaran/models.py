"""Models of anggaran: the DPA with its versions, ceilings and what was spent; columns of SIPD files."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from anggaran.pilihan import JenisDPA, PeriodeAnggaran, TingkatAnggaran
from anggaran.querysets import DPAQuerySet
from anggaran.sipd.kolom import ABAIKAN, SEBUTAN
from organisasi.models import PemerintahDaerah, PerangkatDaerah, UnitKerja
from organisasi.pilihan import ADMIN, PERENCANA
from renstra.models import Kegiatan, Program, SubKegiatan
from sakip.umum.lingkup import Lingkup, Tercatat
from sakip.umum.ranah import TahunField, UangField


class DPA(Tercatat):
    """A version of the Dokumen Pelaksanaan Anggaran of an office and year (Permendagri 77/2020).

    ``urutan`` is the sequence of versions in the year: 0 murni, then pergeseran and perubahan as they
    came; ``ke`` counts within its kind ("pergeseran ke-2").
    """

    lingkup = Lingkup(kantor="perangkat_daerah", penulis=PERENCANA)
    perangkat_daerah = models.ForeignKey(
        PerangkatDaerah, models.CASCADE, verbose_name="perangkat daerah", related_name="dpa"
    )
    tahun = TahunField("tahun anggaran")
    urutan = models.PositiveSmallIntegerField("urutan versi", help_text="0 untuk DPA murni.")
    jenis = models.CharField("jenis", max_length=12, choices=JenisDPA.choices)
    ke = models.PositiveSmallIntegerField("ke", default=0)
    nomor = models.CharField("nomor", max_length=80, blank=True)
    tanggal = models.DateField("tanggal pengesahan", null=True, blank=True)
    alasan = models.TextField("alasan", blank=True)
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

    objects = DPAQuerySet.as_manager()  # type: ignore[misc]

    class Meta:
        verbose_name = "DPA"
        verbose_name_plural = "DPA"
        ordering = ["perangkat_daerah", "-tahun", "urutan"]
        constraints = [
            models.UniqueConstraint(fields=["perangkat_daerah", "tahun", "urutan"], name="dpa_urutan_unik"),
            models.UniqueConstraint(
                fields=["perangkat_daerah", "tahun", "jenis", "ke"], name="dpa_jenis_ke_unik"
            ),
            models.CheckConstraint(
                name="dpa_urutan_nol_murni",
                condition=Q(urutan=0, jenis=JenisDPA.MURNI, ke=0)
                | (Q(urutan__gt=0, ke__gt=0) & ~Q(jenis=JenisDPA.MURNI)),
                violation_error_message="Urutan 0 adalah DPA murni; sesudahnya pergeseran atau perubahan.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.nama} {self.perangkat_daerah} {self.tahun}"

    @property
    def nama(self) -> str:
        """ "DPA", "DPA Pergeseran 1", "DPA Perubahan 1"."""
        return "DPA" if self.jenis == JenisDPA.MURNI else f"DPA {self.get_jenis_display()} {self.ke}"

    @property
    def is_ditetapkan(self) -> bool:
        """Whether it is set and may not change any more."""
        return self.ditetapkan_pada is not None


class BarisAnggaranDasar(Tercatat):
    """The node on which money hangs: exactly one of program, kegiatan, sub kegiatan.

    ``program`` is always filled (it is the key of sums); ``tingkat`` says on which node the amount
    hangs. One programme uses one level: a trigger holds it.
    """

    program = models.ForeignKey(Program, models.PROTECT, verbose_name="program")
    kegiatan = models.ForeignKey(Kegiatan, models.PROTECT, verbose_name="kegiatan", null=True, blank=True)
    sub_kegiatan = models.ForeignKey(
        SubKegiatan, models.PROTECT, verbose_name="sub kegiatan", null=True, blank=True
    )
    tingkat = models.PositiveSmallIntegerField("tingkat", choices=TingkatAnggaran.choices, editable=False)

    class Meta:
        abstract = True

    @property
    def node(self) -> Program | Kegiatan | SubKegiatan:
        """The node on which the amount hangs."""
        return self.sub_kegiatan or self.kegiatan or self.program

    def clean(self) -> None:
        """Set the level from the filled keys and refuse keys of another programme."""
        if not self.program_id:
            return
        if self.sub_kegiatan and self.kegiatan:
            raise ValidationError({"kegiatan": "Isi kegiatan atau sub kegiatan, tidak keduanya."})
        self.tingkat = (
            TingkatAnggaran.SUB_KEGIATAN
            if self.sub_kegiatan
            else TingkatAnggaran.KEGIATAN
            if self.kegiatan
            else TingkatAnggaran.PROGRAM
        )
        if self.kegiatan and self.kegiatan.program_id != self.program_id:
            raise ValidationError({"kegiatan": "Kegiatan ini milik program lain."})
        if self.sub_kegiatan and self.sub_kegiatan.kegiatan.program_id != self.program_id:
            raise ValidationError({"sub_kegiatan": "Sub kegiatan ini milik program lain."})


def tingkat_sesuai_kunci(nama: str) -> models.CheckConstraint:
    """Return the constraint that ``tingkat`` agrees with the filled foreign keys."""
    return models.CheckConstraint(
        name=nama,
        condition=Q(tingkat=TingkatAnggaran.PROGRAM, kegiatan=None, sub_kegiatan=None)
        | Q(tingkat=TingkatAnggaran.KEGIATAN, kegiatan__isnull=False, sub_kegiatan=None)
        | Q(tingkat=TingkatAnggaran.SUB_KEGIATAN, kegiatan=None, sub_kegiatan__isnull=False),
    )


class PaguAnggaran(BarisAnggaranDasar):
    """The ceiling of a node in one version of the DPA. 0 is a value; no row is a blank."""

    lingkup = Lingkup(kantor="dpa__perangkat_daerah", penulis=PERENCANA)
    dpa = models.ForeignKey(DPA, models.CASCADE, verbose_name="DPA", related_name="pagu")
    nilai = UangField("pagu (Rp)")

    class Meta:
        verbose_name = "pagu anggaran"
        verbose_name_plural = "pagu anggaran"
        ordering = ["dpa", "program", "kegiatan", "sub_kegiatan"]
        constraints = [
            tingkat_sesuai_kunci("pagu_tingkat_sesuai"),
            models.UniqueConstraint(
                fields=["dpa", "program"], condition=Q(tingkat=1), name="pagu_program_unik"
            ),
            models.UniqueConstraint(fields=["dpa", "kegiatan"], name="pagu_kegiatan_unik"),
            models.UniqueConstraint(fields=["dpa", "sub_kegiatan"], name="pagu_sub_kegiatan_unik"),
            models.CheckConstraint(name="pagu_tak_negatif", condition=Q(nilai__gte=0)),
        ]

    def __str__(self) -> str:
        return f"{self.dpa.nama}: {self.node}"

    def clean(self) -> None:
        """Refuse a programme of another office or year than the DPA's."""
        super().clean()
        if self.dpa_id and self.program_id:
            sama = (
                self.program.perangkat_daerah_id == self.dpa.perangkat_daerah_id
                and self.program.tahun == self.dpa.tahun
            )
            if not sama:
                raise ValidationError({"program": "Program ini milik perangkat daerah atau tahun lain."})


class RealisasiAnggaran(BarisAnggaranDasar):
    """What was spent in one quarter (not the running total), or in the year where only that is known.

    A quarter without a row is blank. ``TAHUN`` needs a source, is complete, and excludes quarters.
    """

    lingkup = Lingkup(kantor="program__perangkat_daerah")
    periode = models.CharField("periode", max_length=6, choices=PeriodeAnggaran.choices)
    nilai = UangField("realisasi (Rp)")
    sumber = models.CharField("sumber", max_length=200, blank=True)
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
    catatan = models.TextField("catatan", blank=True)

    class Meta:
        verbose_name = "realisasi anggaran"
        verbose_name_plural = "realisasi anggaran"
        ordering = ["program", "kegiatan", "sub_kegiatan", "periode"]
        constraints = [
            tingkat_sesuai_kunci("realisasi_anggaran_tingkat_sesuai"),
            models.UniqueConstraint(
                fields=["program", "periode"], condition=Q(tingkat=1), name="realisasi_program_unik"
            ),
            models.UniqueConstraint(fields=["kegiatan", "periode"], name="realisasi_kegiatan_unik"),
            models.UniqueConstraint(fields=["sub_kegiatan", "periode"], name="realisasi_sub_kegiatan_unik"),
            models.CheckConstraint(
                name="realisasi_setahun_bersumber",
                condition=~Q(periode=PeriodeAnggaran.TAHUN) | ~Q(sumber=""),
                violation_error_message="Realisasi setahun harus menyebut sumbernya.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.node}: {self.get_periode_display()}"


class KolomSIPD(Tercatat):
    """What people of a government said a column of its SIPD files is; stands over the alias table.

    ``judul`` is the header as the table knows it (``anggaran.sipd.kolom.normal``).
    """

    lingkup = Lingkup(pemda="pemda", penulis=ADMIN)
    pemda = models.ForeignKey(
        PemerintahDaerah, models.CASCADE, verbose_name="pemerintah daerah", related_name="kolom_sipd"
    )
    judul = models.CharField("judul kolom", max_length=120)
    arti = models.CharField(
        "arti",
        max_length=30,
        choices=[(ABAIKAN, "tidak dipakai"), *((k.value, s) for k, s in SEBUTAN.items())],
    )

    class Meta:
        verbose_name = "kolom SIPD"
        verbose_name_plural = "kolom SIPD"
        ordering = ["pemda", "judul"]
        constraints = [models.UniqueConstraint(fields=["pemda", "judul"], name="kolom_sipd_unik")]

    def __str__(self) -> str:
        return f"{self.judul}: {self.get_arti_display()}"
