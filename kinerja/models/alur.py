"""The quarter: when it may be filled, how far each unit is, and the evidence behind a value."""

from __future__ import annotations

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from anggaran.models import RealisasiAnggaran
from kinerja.models.pengukuran import Realisasi
from kinerja.pilihan import NAMA_TRIWULAN, Keputusan, Tahap
from organisasi.models import PerangkatDaerah, UnitKerja
from organisasi.pilihan import ADMIN
from sakip.umum.lingkup import Berlingkup, Lingkup, Tercatat
from sakip.umum.ranah import TahunField


class TriwulanField(models.PositiveSmallIntegerField):
    """A quarter, 1 to 4."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        kwargs.setdefault("validators", [MinValueValidator(1), MaxValueValidator(4)])
        kwargs.setdefault("choices", list(NAMA_TRIWULAN.items()))
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]


class JendelaPengisian(Tercatat):
    """The days in which an office may fill a quarter; both days count."""

    lingkup = Lingkup(kantor="perangkat_daerah", penulis=ADMIN)
    perangkat_daerah = models.ForeignKey(
        PerangkatDaerah, models.CASCADE, verbose_name="perangkat daerah", related_name="jendela"
    )
    tahun = TahunField("tahun")
    triwulan = TriwulanField("triwulan")
    buka = models.DateField("dibuka", help_text="Hari pertama pengisian, misalnya 1 Maret 2026.")
    tutup = models.DateField("ditutup", help_text="Hari terakhir pengisian, misalnya 10 April 2026.")

    class Meta:
        verbose_name = "jendela pengisian"
        verbose_name_plural = "jendela pengisian"
        ordering = ["perangkat_daerah", "-tahun", "triwulan"]
        constraints = [
            models.UniqueConstraint(fields=["perangkat_daerah", "tahun", "triwulan"], name="jendela_unik"),
            models.CheckConstraint(
                name="jendela_urut",
                condition=Q(tutup__gte=F("buka")),
                violation_error_message="Hari ditutup tidak boleh lebih awal daripada hari dibuka.",
            ),
            models.CheckConstraint(name="jendela_triwulan", condition=Q(triwulan__gte=1, triwulan__lte=4)),
        ]

    def __str__(self) -> str:
        return f"{NAMA_TRIWULAN[self.triwulan]} {self.tahun}, {self.perangkat_daerah}"


class PermintaanBuka(Tercatat):
    """A verifikator's request to open a closed quarter for one unit until a day, and the answer."""

    lingkup = Lingkup(kantor="unit__perangkat_daerah")
    unit = models.ForeignKey(UnitKerja, models.PROTECT, verbose_name="unit kerja", related_name="+")
    tahun = TahunField("tahun")
    triwulan = TriwulanField("triwulan")
    sampai = models.DateField("sampai")
    alasan = models.TextField("alasan")
    diminta_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name="diminta oleh", related_name="+"
    )
    diminta_pada = models.DateTimeField("diminta pada", auto_now_add=True)
    keputusan = models.CharField(
        "keputusan", max_length=10, choices=Keputusan.choices, default=Keputusan.MENUNGGU
    )
    diputus_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name="diputus oleh",
        null=True,
        blank=True,
        related_name="+",
    )
    diputus_pada = models.DateTimeField("diputus pada", null=True, blank=True)
    catatan_putusan = models.TextField("catatan keputusan", blank=True)

    class Meta:
        verbose_name = "permintaan buka"
        verbose_name_plural = "permintaan buka"
        ordering = ["-diminta_pada"]
        constraints = [
            models.CheckConstraint(name="permintaan_beralasan", condition=~Q(alasan="")),
            models.CheckConstraint(
                name="permintaan_putusan_utuh",
                condition=Q(keputusan=Keputusan.MENUNGGU, diputus_oleh=None, diputus_pada=None)
                | (
                    ~Q(keputusan=Keputusan.MENUNGGU)
                    & Q(diputus_oleh__isnull=False, diputus_pada__isnull=False)
                ),
            ),
            models.UniqueConstraint(
                fields=["unit", "tahun", "triwulan"],
                condition=Q(keputusan=Keputusan.MENUNGGU),
                name="permintaan_satu_menunggu",
                violation_error_message="Permintaan untuk unit dan triwulan ini masih menunggu keputusan.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit}, {NAMA_TRIWULAN[self.triwulan]} {self.tahun}"


class TahapPengukuran(Berlingkup):
    """One step of a unit's quarter. Rows are only inserted; the last one is the state."""

    lingkup = Lingkup(kantor="unit__perangkat_daerah")
    unit = models.ForeignKey(UnitKerja, models.PROTECT, verbose_name="unit kerja", related_name="tahap")
    tahun = TahunField("tahun")
    triwulan = TriwulanField("triwulan")
    tahap = models.CharField("tahap", max_length=15, choices=Tahap.choices)
    catatan = models.TextField("catatan", blank=True)
    oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name="oleh", null=True, related_name="+"
    )
    peran = models.CharField("peran", max_length=40, blank=True)
    pada = models.DateTimeField("pada", auto_now_add=True)

    class Meta:
        verbose_name = "tahap pengukuran"
        verbose_name_plural = "tahap pengukuran"
        ordering = ["-id"]
        indexes = [models.Index(fields=["unit", "tahun", "triwulan", "-id"], name="tahap_terakhir")]
        constraints = [
            models.CheckConstraint(name="tahap_triwulan", condition=Q(triwulan__gte=1, triwulan__lte=4)),
            models.CheckConstraint(
                name="tahap_kembali_beralasan",
                condition=~Q(tahap__in=[Tahap.DIKEMBALIKAN, Tahap.DIBUKA]) | ~Q(catatan=""),
                violation_error_message="Pengembalian dan pembukaan kembali harus menyebut alasannya.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit}, {NAMA_TRIWULAN[self.triwulan]} {self.tahun}: {self.get_tahap_display()}"


class CatatanPemeriksaan(Berlingkup):
    """What the verifikator wrote at one row when the quarter went back."""

    lingkup = Lingkup(kantor="tahap__unit__perangkat_daerah")
    tahap = models.ForeignKey(
        TahapPengukuran, models.CASCADE, verbose_name="tahap", related_name="catatan_baris"
    )
    realisasi = models.ForeignKey(
        Realisasi, models.CASCADE, verbose_name="realisasi", null=True, blank=True, related_name="catatan"
    )
    realisasi_anggaran = models.ForeignKey(
        RealisasiAnggaran,
        models.CASCADE,
        verbose_name="realisasi anggaran",
        null=True,
        blank=True,
        related_name="catatan_pemeriksaan",
    )
    catatan = models.TextField("catatan")

    class Meta:
        verbose_name = "catatan pemeriksaan"
        verbose_name_plural = "catatan pemeriksaan"
        ordering = ["tahap", "id"]
        constraints = [
            models.CheckConstraint(
                name="catatan_satu_baris",
                condition=Q(realisasi__isnull=False, realisasi_anggaran=None)
                | Q(realisasi=None, realisasi_anggaran__isnull=False),
            ),
            models.CheckConstraint(name="catatan_terisi", condition=~Q(catatan="")),
        ]

    def __str__(self) -> str:
        return self.catatan[:80]


def nama_bukti(bukti: Bukti, nama_asal: str) -> str:
    """Return where evidence is kept: by the hash of its bytes, never by the name it came with."""
    return f"bukti/{bukti.sha256[:2]}/{bukti.sha256}"


class Bukti(Berlingkup):
    """A file that proves a value. Rows are only inserted: a replacement names what it replaces."""

    lingkup = Lingkup(kantor="realisasi__pengukuran__indikator__perangkat_daerah")
    realisasi = models.ForeignKey(Realisasi, models.CASCADE, verbose_name="realisasi", related_name="bukti")
    nama = models.CharField("nama berkas", max_length=150)
    berkas = models.FileField("berkas", upload_to=nama_bukti, max_length=120)
    jenis_isi = models.CharField("jenis isi", max_length=100)
    ukuran = models.PositiveBigIntegerField("ukuran (bita)")
    sha256 = models.CharField("SHA-256", max_length=64)
    halaman = models.CharField("halaman", max_length=40, blank=True, help_text="Contoh: 3, atau 3-5.")
    uraian = models.CharField("uraian", max_length=200, blank=True)
    menggantikan = models.OneToOneField(
        "self", models.PROTECT, verbose_name="menggantikan", null=True, blank=True, related_name="pengganti"
    )
    diunggah_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name="diunggah oleh", null=True, related_name="+"
    )
    diunggah_pada = models.DateTimeField("diunggah pada", auto_now_add=True)

    class Meta:
        verbose_name = "bukti"
        verbose_name_plural = "bukti"
        ordering = ["realisasi", "-id"]
        constraints = [
            models.CheckConstraint(name="bukti_sha256_sah", condition=Q(sha256__regex=r"^[0-9a-f]{64}$"))
        ]

    def __str__(self) -> str:
        return self.nama
