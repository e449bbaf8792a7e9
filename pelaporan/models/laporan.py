"""The report, what people wrote in it, its appendices."""

from __future__ import annotations

import hashlib

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from organisasi.models import DasarHukum, PerangkatDaerah, UnitKerja
from organisasi.pilihan import PENULIS_UNIT, PERENCANA, PERENCANA_DAN_ADMIN
from pelaporan.narasi import NarasiTidakSah, urai_narasi
from pelaporan.pilihan import (
    AsalTawaran,
    JenisLampiran,
    KeadaanNarasi,
    StatusLaporan,
    StatusTindakLanjut,
    SumberRekomendasi,
    pilihan_bagian,
)
from pelaporan.querysets import LaporanQuerySet
from sakip.umum.lingkup import Berlingkup, Lingkup, Tercatat
from sakip.umum.ranah import TahunField


class Laporan(Tercatat):
    """The LKjIP of an office and year (Perpres 29/2014, PermenPANRB 53/2014).

    ``tanggal_rencana`` is the day on which the head is expected to sign: the signature block of a
    draft names who is in office then. Empty means the government's deadline.
    """

    lingkup = Lingkup(kantor="perangkat_daerah", penulis=PERENCANA_DAN_ADMIN)
    perangkat_daerah = models.ForeignKey(
        PerangkatDaerah, models.PROTECT, verbose_name="perangkat daerah", related_name="laporan"
    )
    tahun = TahunField("tahun")
    status = models.CharField(
        "status", max_length=12, choices=StatusLaporan.choices, default=StatusLaporan.DRAF, editable=False
    )
    tanggal_rencana = models.DateField("rencana tanggal pengesahan", null=True, blank=True)

    objects = LaporanQuerySet.as_manager()  # type: ignore[misc]

    class Meta:
        verbose_name = "laporan"
        verbose_name_plural = "laporan"
        ordering = ["-tahun", "perangkat_daerah"]
        constraints = [models.UniqueConstraint(fields=["perangkat_daerah", "tahun"], name="laporan_unik")]

    def __str__(self) -> str:
        return f"LKjIP {self.perangkat_daerah} {self.tahun}"

    def get_absolute_url(self) -> str:
        """Address of the page that shows the report."""
        from django.urls import reverse

        return reverse("laporan", args=[self.perangkat_daerah.slug, self.tahun])


class Narasi(Tercatat):
    """What a person wrote for one section: plain text with light marks, never HTML.

    Marks: a blank line starts a paragraph, ``- `` a list item, ``**bold**``, ``_italic_``, ``[[kunci]]`` a
    figure. A text that was offered (a draft from the figures, last year's) is marked so for as long as it
    is exactly what was offered: ``sidik_tawaran`` holds its hash, so that any edit, from any page or file,
    makes it the writer's own. ``sidik_siap`` is the hash of the text that was marked as ready, likewise.
    """

    lingkup = Lingkup(kantor="laporan__perangkat_daerah", penulis=PENULIS_UNIT)
    laporan = models.ForeignKey(Laporan, models.CASCADE, verbose_name="laporan", related_name="narasi")
    bagian = models.CharField("bagian", max_length=60, choices=pilihan_bagian)
    isi = models.TextField("isi", blank=True)
    tawaran = models.CharField(
        "ditawarkan dari", max_length=10, choices=AsalTawaran.choices, blank=True, editable=False
    )
    sidik_tawaran = models.CharField("sidik tawaran", max_length=64, blank=True, editable=False)
    sidik_siap = models.CharField("sidik siap", max_length=64, blank=True, editable=False)

    class Meta:
        verbose_name = "narasi"
        verbose_name_plural = "narasi"
        ordering = ["laporan", "bagian"]
        constraints = [models.UniqueConstraint(fields=["laporan", "bagian"], name="narasi_unik")]

    def __str__(self) -> str:
        return f"{self.laporan}: {self.bagian}"

    @property
    def sidik(self) -> str:
        """SHA-256 (hex) of the text."""
        return hashlib.sha256(self.isi.encode("utf-8")).hexdigest()

    @property
    def asal_tawaran(self) -> str:
        """What the text was offered from while nobody has accepted or edited it; else empty."""
        return self.tawaran if self.sidik_tawaran and self.sidik_tawaran == self.sidik else ""

    @property
    def keadaan(self) -> str:
        """A value of KeadaanNarasi: kosong, draf, siap."""
        if not self.isi.strip():
            return KeadaanNarasi.KOSONG
        is_siap = self.sidik_siap == self.sidik and not self.asal_tawaran
        return KeadaanNarasi.SIAP if is_siap else KeadaanNarasi.DRAF

    def unit_penulis(self) -> int | None:
        """The unit answerable for the section."""
        if not self.laporan_id:
            return None
        baris = PenanggungBagian.objects.filter(
            perangkat_daerah_id=self.laporan.perangkat_daerah_id, bagian=self.bagian
        )
        return baris.values_list("unit_id", flat=True).first()

    def clean(self) -> None:
        """Refuse marks that cannot be read."""
        try:
            urai_narasi(self.isi)
        except NarasiTidakSah as galat:
            raise ValidationError({"isi": str(galat)}) from galat


class PenanggungBagian(Tercatat):
    """The unit that is answerable for a section of the office's report; without a row: the penyusun."""

    lingkup = Lingkup(kantor="perangkat_daerah", penulis=PERENCANA)
    perangkat_daerah = models.ForeignKey(
        PerangkatDaerah, models.CASCADE, verbose_name="perangkat daerah", related_name="penanggung_bagian"
    )
    bagian = models.CharField("bagian", max_length=60, choices=pilihan_bagian)
    unit = models.ForeignKey(UnitKerja, models.CASCADE, verbose_name="unit kerja", related_name="+")

    class Meta:
        verbose_name = "penanggung jawab bagian"
        verbose_name_plural = "penanggung jawab bagian"
        ordering = ["perangkat_daerah", "bagian"]
        constraints = [
            models.UniqueConstraint(fields=["perangkat_daerah", "bagian"], name="penanggung_bagian_unik")
        ]

    def __str__(self) -> str:
        return f"{self.get_bagian_display()}: {self.unit}"

    def clean(self) -> None:
        """Refuse a unit of another office."""
        if self.unit_id and self.unit.perangkat_daerah_id != self.perangkat_daerah_id:
            raise ValidationError({"unit": "Unit kerja ini milik perangkat daerah lain."})


class PengingatTerkirim(Berlingkup):
    """A reminder that went out by e-mail, so that ``ingatkan`` never sends it twice."""

    lingkup = Lingkup(pembaca=("tidak_seorang_pun",))
    pengguna = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, verbose_name="pengguna", related_name="pengingat"
    )
    kunci = models.CharField("kunci", max_length=120)
    saat = models.CharField("saat", max_length=12)
    pada = models.DateTimeField("pada", auto_now_add=True)

    class Meta:
        verbose_name = "pengingat terkirim"
        verbose_name_plural = "pengingat terkirim"
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["pengguna", "kunci", "saat"], name="pengingat_terkirim_unik")
        ]

    def __str__(self) -> str:
        return f"{self.pengguna}: {self.kunci} ({self.saat})"


class LandasanHukum(Tercatat):
    """A regulation listed under Landasan Hukum of a report."""

    lingkup = Lingkup(kantor="laporan__perangkat_daerah", penulis=PERENCANA)
    laporan = models.ForeignKey(Laporan, models.CASCADE, verbose_name="laporan", related_name="landasan")
    urutan = models.PositiveSmallIntegerField("urutan")
    dasar_hukum = models.ForeignKey(DasarHukum, models.PROTECT, verbose_name="dasar hukum")

    class Meta:
        verbose_name = "landasan hukum"
        verbose_name_plural = "landasan hukum"
        ordering = ["laporan", "urutan"]
        constraints = [
            models.UniqueConstraint(fields=["laporan", "dasar_hukum"], name="landasan_unik"),
            models.UniqueConstraint(fields=["laporan", "urutan"], name="landasan_urutan_unik"),
        ]

    def __str__(self) -> str:
        return self.dasar_hukum.sebutan


class BerkasTersimpan(Berlingkup):
    """A stored file, known by the SHA-256 of its bytes: the same bytes are kept once."""

    lingkup = Lingkup(pembaca=("tidak_seorang_pun",))
    sha256 = models.CharField("SHA-256", max_length=64, unique=True)
    berkas = models.FileField("berkas", upload_to="simpanan/")
    jenis_isi = models.CharField("jenis isi", max_length=60)
    ukuran = models.PositiveBigIntegerField("ukuran (bita)")

    class Meta:
        verbose_name = "berkas tersimpan"
        verbose_name_plural = "berkas tersimpan"
        ordering = ["sha256"]
        constraints = [
            models.CheckConstraint(name="berkas_sha256_sah", condition=Q(sha256__regex=r"^[0-9a-f]{64}$"))
        ]

    def __str__(self) -> str:
        return self.sha256[:12]


class Lampiran(Tercatat):
    """An appendix: an uploaded scan with a text alternative, or "tidak ada" with its reason."""

    lingkup = Lingkup(kantor="laporan__perangkat_daerah", penulis=PERENCANA)
    laporan = models.ForeignKey(Laporan, models.CASCADE, verbose_name="laporan", related_name="lampiran")
    urutan = models.PositiveSmallIntegerField("urutan")
    judul = models.CharField("judul", max_length=150)
    jenis = models.CharField("jenis", max_length=10, choices=JenisLampiran.choices)
    berkas = models.ForeignKey(
        BerkasTersimpan, models.PROTECT, verbose_name="berkas", null=True, blank=True, related_name="+"
    )
    nama_berkas = models.CharField("nama berkas", max_length=150, blank=True)
    alternatif = models.TextField(
        "isi dalam teks", blank=True, help_text="Ringkasan isi pindaian bagi pembaca layar."
    )
    alasan = models.TextField("alasan tidak ada", blank=True)

    class Meta:
        verbose_name = "lampiran"
        verbose_name_plural = "lampiran"
        ordering = ["laporan", "urutan"]
        constraints = [
            models.UniqueConstraint(fields=["laporan", "judul"], name="lampiran_judul_unik"),
            models.UniqueConstraint(fields=["laporan", "urutan"], name="lampiran_urutan_unik"),
            models.CheckConstraint(
                name="lampiran_berkas_atau_alasan",
                condition=Q(jenis=JenisLampiran.BERKAS, berkas__isnull=False, alasan="")
                & ~Q(alternatif="")
                & ~Q(nama_berkas="")
                | Q(jenis=JenisLampiran.TIDAK_ADA, berkas=None) & ~Q(alasan=""),
                violation_error_message="Unggah berkas dan isinya dalam teks, atau tulis alasan tidak ada.",
            ),
        ]

    def __str__(self) -> str:
        return self.judul


class HalamanLampiran(Berlingkup):
    """One page of an appendix as an image (150 dpi), made at upload."""

    lingkup = Lingkup(kantor="lampiran__laporan__perangkat_daerah")
    lampiran = models.ForeignKey(Lampiran, models.CASCADE, verbose_name="lampiran", related_name="halaman")
    nomor = models.PositiveSmallIntegerField("nomor")
    gambar = models.ForeignKey(BerkasTersimpan, models.PROTECT, verbose_name="gambar", related_name="+")
    lebar = models.PositiveIntegerField("lebar (piksel)")
    tinggi = models.PositiveIntegerField("tinggi (piksel)")

    class Meta:
        verbose_name = "halaman lampiran"
        verbose_name_plural = "halaman lampiran"
        ordering = ["lampiran", "nomor"]
        constraints = [
            models.UniqueConstraint(fields=["lampiran", "nomor"], name="halaman_lampiran_unik"),
            models.CheckConstraint(name="halaman_paling_banyak_20", condition=Q(nomor__gte=1, nomor__lte=20)),
        ]

    def __str__(self) -> str:
        return f"{self.lampiran} halaman {self.nomor}"


class Rekomendasi(Tercatat):
    """A recommendation of the LHE AKIP or the LHR, and what was done (PermenPANRB 88/2021, 4.c)."""

    lingkup = Lingkup(kantor="perangkat_daerah", penulis=PERENCANA)
    perangkat_daerah = models.ForeignKey(
        PerangkatDaerah, models.CASCADE, verbose_name="perangkat daerah", related_name="rekomendasi"
    )
    tahun_laporan = TahunField("dilaporkan pada tahun")
    urutan = models.PositiveSmallIntegerField("urutan")
    sumber = models.CharField("sumber", max_length=5, choices=SumberRekomendasi.choices)
    tahun = TahunField("tahun evaluasi")
    isi = models.TextField("rekomendasi")
    tindak_lanjut = models.TextField("tindak lanjut", blank=True)
    bukti = models.CharField("bukti", max_length=250, blank=True)
    status = models.CharField("status", max_length=8, choices=StatusTindakLanjut.choices)

    class Meta:
        verbose_name = "rekomendasi"
        verbose_name_plural = "rekomendasi"
        ordering = ["perangkat_daerah", "-tahun_laporan", "urutan"]
        constraints = [
            models.UniqueConstraint(
                fields=["perangkat_daerah", "tahun_laporan", "urutan"], name="rekomendasi_urutan_unik"
            ),
            models.CheckConstraint(
                name="rekomendasi_selesai_ditindaklanjuti",
                condition=Q(status=StatusTindakLanjut.BELUM) | ~Q(tindak_lanjut=""),
                violation_error_message="Tulis tindak lanjutnya, atau pilih belum ditindaklanjuti.",
            ),
        ]

    def __str__(self) -> str:
        return self.isi[:80]
