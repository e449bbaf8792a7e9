"""Regulations and documents that others cite, and the list of units of measure."""

from __future__ import annotations

from django.db import models

from organisasi.models.perangkat import PemerintahDaerah, PerangkatDaerah
from organisasi.pilihan import ADMIN, PERENCANA_DAN_ADMIN, JenisDasarHukum, JenisDokumen
from sakip.umum.lingkup import Lingkup, Tercatat
from sakip.umum.ranah import TahunField


class DasarHukum(Tercatat):
    """A regulation, cited by key and never typed. Without ``pemda`` it is a national one.

    ``lembaga`` completes the kind in a citation: "Menteri Pendayagunaan Aparatur Negara dan
    Reformasi Birokrasi", "Kabupaten Sumenep", "Bupati Sumenep"; empty for UU, PP and Perpres.
    """

    lingkup = Lingkup(pemda="pemda", nasional=True, penulis=ADMIN)
    kunci = models.SlugField("kunci", max_length=60, unique=True, help_text="Contoh: perpres-29-2014.")
    pemda = models.ForeignKey(
        PemerintahDaerah, models.PROTECT, verbose_name="pemerintah daerah", null=True, blank=True
    )
    jenis = models.CharField("jenis", max_length=12, choices=JenisDasarHukum.choices)
    lembaga = models.CharField("lembaga penetap", max_length=150, blank=True)
    nomor = models.CharField("nomor", max_length=40)
    tahun = TahunField("tahun", validators=[])
    tentang = models.TextField("tentang")
    mengubah = models.ForeignKey(
        "self", models.PROTECT, verbose_name="mengubah", null=True, blank=True, related_name="diubah_oleh"
    )

    class Meta:
        verbose_name = "dasar hukum"
        verbose_name_plural = "dasar hukum"
        ordering = ["kunci"]
        constraints = [
            models.UniqueConstraint(fields=["jenis", "lembaga", "nomor", "tahun"], name="dasar_hukum_unik"),
            models.CheckConstraint(
                name="dasar_hukum_bukan_diri_sendiri", condition=~models.Q(mengubah=models.F("id"))
            ),
        ]

    def __str__(self) -> str:
        return self.sebutan

    @property
    def sebutan(self) -> str:
        """ "Peraturan Bupati Sumenep Nomor 20 Tahun 2022"."""
        depan = {
            JenisDasarHukum.PERMEN: "Peraturan",
            JenisDasarHukum.KEPMEN: "Keputusan",
            JenisDasarHukum.PERKADA: "Peraturan",
            JenisDasarHukum.KEPUTUSAN: "Keputusan",
        }.get(JenisDasarHukum(self.jenis), self.get_jenis_display())
        lembaga = f" {self.lembaga}" if self.lembaga else ""
        tahun = "" if str(self.tahun) in self.nomor.split("/") else f" Tahun {self.tahun}"
        return f"{depan}{lembaga} Nomor {self.nomor}{tahun}"

    @property
    def sitasi(self) -> str:
        """Full citation with its subject, as printed under Landasan Hukum."""
        return f"{self.sebutan} tentang {self.tentang}"


class DokumenPenetapan(Tercatat):
    """A document by which an office or its head sets something: Renstra, Renja, SK IKU, SK Tim SAKIP."""

    lingkup = Lingkup(kantor="perangkat_daerah", penulis=PERENCANA_DAN_ADMIN)
    perangkat_daerah = models.ForeignKey(
        PerangkatDaerah, models.CASCADE, verbose_name="perangkat daerah", related_name="dokumen"
    )
    jenis = models.CharField("jenis", max_length=15, choices=JenisDokumen.choices)
    tahun = TahunField("tahun berlaku")
    nomor = models.CharField("nomor", max_length=80)
    tanggal = models.DateField("tanggal", null=True, blank=True)
    penanda_tangan = models.CharField("penanda tangan", max_length=150, blank=True)
    berkas = models.FileField("berkas", upload_to="dokumen/", blank=True)

    class Meta:
        verbose_name = "dokumen penetapan"
        verbose_name_plural = "dokumen penetapan"
        ordering = ["perangkat_daerah", "-tahun", "jenis"]
        constraints = [
            models.UniqueConstraint(
                fields=["perangkat_daerah", "jenis", "tahun", "nomor"], name="dokumen_penetapan_unik"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_jenis_display()} {self.nomor}"


class Satuan(Tercatat):
    """A unit of measure; ``is_persen`` decides that "%" is printed and how a value is read."""

    lingkup = Lingkup(penulis=ADMIN)
    nama = models.CharField("nama", max_length=40, unique=True)
    is_persen = models.BooleanField("persentase", default=False)

    class Meta:
        verbose_name = "satuan"
        verbose_name_plural = "satuan"
        ordering = ["nama"]

    def __str__(self) -> str:
        return self.nama
