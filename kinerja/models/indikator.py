"""Indicators: one identity for the whole Renstra, its definitions, and the targets that point to it."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q

from anggaran.models import DPA
from kinerja.models.aturan import SkalaNilai
from kinerja.models.nilai import Nilai, nilai_sah
from kinerja.pilihan import AkumulasiRenstra, ArahIndikator, Frekuensi, JenisNilai, MetodePeriode
from organisasi.models import PerangkatDaerah, Satuan, UnitKerja
from organisasi.pilihan import PERENCANA
from renstra.models import Kegiatan, Program, Sasaran, SubKegiatan, Tujuan, VersiRenstra
from sakip.umum.lingkup import Lingkup, Tercatat
from sakip.umum.ranah import TahunField, tepat_satu


class Indikator(Tercatat):
    """An indicator (identity): hangs on exactly one tujuan, sasaran, program, kegiatan, sub kegiatan.

    ``induk`` is the superior's indicator that this one serves (cascading, PermenPANRB 89/2021);
    ``pendahulu`` the indicator that it continues across two Renstra or two yearly programme rows.
    """

    lingkup = Lingkup(kantor="perangkat_daerah", penulis=PERENCANA)
    perangkat_daerah = models.ForeignKey(
        PerangkatDaerah, models.CASCADE, verbose_name="perangkat daerah", related_name="indikator"
    )
    kode = models.SlugField("kode pendek", max_length=60, help_text="Dipakai dalam narasi: skm.")
    nama = models.CharField("nama", max_length=300)
    urutan = models.PositiveSmallIntegerField("urutan", default=1)
    tujuan = models.ForeignKey(
        Tujuan, models.PROTECT, verbose_name="tujuan", null=True, blank=True, related_name="indikator"
    )
    sasaran = models.ForeignKey(
        Sasaran, models.PROTECT, verbose_name="sasaran", null=True, blank=True, related_name="indikator"
    )
    program = models.ForeignKey(
        Program, models.PROTECT, verbose_name="program", null=True, blank=True, related_name="indikator"
    )
    kegiatan = models.ForeignKey(
        Kegiatan, models.PROTECT, verbose_name="kegiatan", null=True, blank=True, related_name="indikator"
    )
    sub_kegiatan = models.ForeignKey(
        SubKegiatan,
        models.PROTECT,
        verbose_name="sub kegiatan",
        null=True,
        blank=True,
        related_name="indikator",
    )
    is_iku = models.BooleanField("indikator kinerja utama (IKU)", default=False)
    induk = models.ForeignKey(
        "self",
        models.SET_NULL,
        verbose_name="indikator atasan",
        null=True,
        blank=True,
        related_name="turunan",
    )
    pendahulu = models.ForeignKey(
        "self", models.SET_NULL, verbose_name="melanjutkan", null=True, blank=True, related_name="penerus"
    )

    class Meta:
        verbose_name = "indikator"
        verbose_name_plural = "indikator"
        ordering = ["perangkat_daerah", "urutan", "kode"]
        constraints = [
            tepat_satu(
                "indikator_tepat_satu_node", "tujuan", "sasaran", "program", "kegiatan", "sub_kegiatan"
            ),
            models.UniqueConstraint(fields=["perangkat_daerah", "kode"], name="indikator_kode_unik"),
            models.CheckConstraint(
                name="indikator_iku_strategis",
                condition=Q(is_iku=False) | Q(tujuan__isnull=False) | Q(sasaran__isnull=False),
                violation_error_message="IKU berada pada tujuan atau sasaran.",
            ),
            models.CheckConstraint(
                name="indikator_bukan_diri_sendiri",
                condition=(Q(induk=None) | ~Q(induk=models.F("id")))
                & (Q(pendahulu=None) | ~Q(pendahulu=models.F("id"))),
            ),
        ]

    def __str__(self) -> str:
        return self.nama

    @property
    def node(self) -> Tujuan | Sasaran | Program | Kegiatan | SubKegiatan:
        """What the indicator measures."""
        node = self.tujuan or self.sasaran or self.program or self.kegiatan or self.sub_kegiatan
        assert node is not None
        return node

    def definisi_pada(self, tahun: int) -> DefinisiIndikator | None:
        """Return the definition in force in a year."""
        return self.definisi.filter(mulai_tahun__lte=tahun).order_by("-mulai_tahun").first()


class DefinisiIndikator(Tercatat):
    """What an indicator means from a year on (manual IKU, PER/09/M.PAN/5/2007; LKE 2.a)."""

    lingkup = Lingkup(kantor="indikator__perangkat_daerah", penulis=PERENCANA)
    indikator = models.ForeignKey(
        Indikator, models.CASCADE, verbose_name="indikator", related_name="definisi"
    )
    mulai_tahun = TahunField("berlaku mulai tahun")
    satuan = models.ForeignKey(Satuan, models.PROTECT, verbose_name="satuan", null=True, blank=True)
    arah = models.CharField(
        "arah", max_length=15, choices=ArahIndikator.choices, default=ArahIndikator.MAKIN_TINGGI
    )
    jenis = models.CharField("jenis nilai", max_length=10, choices=JenisNilai.choices)
    skala = models.SlugField("skala predikat", max_length=20, blank=True, help_text="Contoh: akip.")
    desimal = models.PositiveSmallIntegerField(
        "angka di belakang koma", default=2, validators=[MaxValueValidator(6)]
    )
    frekuensi = models.CharField("frekuensi", max_length=10, choices=Frekuensi.choices)
    metode = models.CharField("metode setahun", max_length=15, choices=MetodePeriode.choices)
    akumulasi_renstra = models.CharField(
        "terhadap target akhir Renstra",
        max_length=10,
        choices=AkumulasiRenstra.choices,
        default=AkumulasiRenstra.TAHUNAN,
    )
    definisi_operasional = models.TextField("definisi operasional", blank=True)
    formulasi = models.TextField("formulasi/rumus perhitungan", blank=True)
    sumber_data = models.CharField("sumber data", max_length=250, blank=True)
    penanggung_jawab = models.ForeignKey(
        UnitKerja, models.SET_NULL, verbose_name="penanggung jawab", null=True, blank=True
    )
    label_pembilang = models.CharField("pembilang", max_length=200, blank=True)
    label_penyebut = models.CharField("penyebut", max_length=200, blank=True)
    alasan_perubahan = models.TextField(
        "alasan perubahan",
        blank=True,
        help_text="Wajib bila satuan, arah, jenis, metode, atau rumus berubah sedangkan data sudah ada.",
    )

    class Meta:
        verbose_name = "definisi indikator"
        verbose_name_plural = "definisi indikator"
        ordering = ["indikator", "-mulai_tahun"]
        constraints = [
            models.UniqueConstraint(fields=["indikator", "mulai_tahun"], name="definisi_unik"),
            models.CheckConstraint(
                name="definisi_predikat_berskala",
                condition=Q(jenis=JenisNilai.PREDIKAT) & ~Q(skala="")
                | ~Q(jenis=JenisNilai.PREDIKAT) & Q(skala=""),
                violation_error_message="Jenis predikat harus menyebut skalanya; jenis lain tidak.",
            ),
            models.CheckConstraint(
                name="definisi_predikat_tidak_dijumlah",
                condition=~Q(jenis=JenisNilai.PREDIKAT)
                | Q(metode__in=[MetodePeriode.AKHIR, MetodePeriode.MAKSIMUM]),
                violation_error_message="Predikat memakai nilai terakhir atau tertinggi.",
            ),
            models.CheckConstraint(
                name="definisi_rasio_persen",
                condition=~Q(metode=MetodePeriode.RASIO_JUMLAH) | Q(jenis=JenisNilai.PERSEN),
                violation_error_message="Jumlah pembilang per penyebut hanya untuk persentase.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indikator} (mulai {self.mulai_tahun})"

    def clean(self) -> None:
        """Refuse a grade scale that is not in the list."""
        if self.skala and not SkalaNilai.objects.filter(skala=self.skala).exists():
            raise ValidationError({"skala": "Skala ini tidak ada dalam daftar skala nilai."})


class TargetRenstra(Nilai):
    """The target of an indicator for one year in one version of the Renstra."""

    lingkup = Lingkup(kantor="indikator__perangkat_daerah", penulis=PERENCANA)
    indikator = models.ForeignKey(
        Indikator, models.CASCADE, verbose_name="indikator", related_name="target_renstra"
    )
    versi = models.ForeignKey(
        VersiRenstra, models.CASCADE, verbose_name="versi renstra", related_name="target"
    )
    tahun = TahunField("tahun")

    class Meta:
        verbose_name = "target renstra"
        verbose_name_plural = "target renstra"
        ordering = ["indikator", "versi", "tahun"]
        constraints = [
            nilai_sah("target_renstra_nilai_sah"),
            models.UniqueConstraint(fields=["indikator", "versi", "tahun"], name="target_renstra_unik"),
        ]

    def __str__(self) -> str:
        return f"{self.indikator} {self.tahun}"


class TargetRKT(Nilai):
    """The target of an indicator in the yearly plan (Renja/RKT)."""

    lingkup = Lingkup(kantor="indikator__perangkat_daerah", penulis=PERENCANA)
    indikator = models.ForeignKey(
        Indikator, models.CASCADE, verbose_name="indikator", related_name="target_rkt"
    )
    tahun = TahunField("tahun")

    class Meta:
        verbose_name = "target RKT"
        verbose_name_plural = "target RKT"
        ordering = ["tahun", "indikator"]
        constraints = [
            nilai_sah("target_rkt_nilai_sah"),
            models.UniqueConstraint(fields=["indikator", "tahun"], name="target_rkt_unik"),
        ]

    def __str__(self) -> str:
        return f"{self.indikator} {self.tahun}"


class TargetDPA(Nilai):
    """The target of a programme, kegiatan or sub kegiatan indicator in one version of the DPA."""

    lingkup = Lingkup(kantor="indikator__perangkat_daerah", penulis=PERENCANA)
    dpa = models.ForeignKey(DPA, models.CASCADE, verbose_name="DPA", related_name="target")
    indikator = models.ForeignKey(
        Indikator, models.CASCADE, verbose_name="indikator", related_name="target_dpa"
    )

    class Meta:
        verbose_name = "target DPA"
        verbose_name_plural = "target DPA"
        ordering = ["dpa", "indikator"]
        constraints = [
            nilai_sah("target_dpa_nilai_sah"),
            models.UniqueConstraint(fields=["dpa", "indikator"], name="target_dpa_unik"),
        ]

    def __str__(self) -> str:
        return f"{self.indikator} ({self.dpa.nama})"
