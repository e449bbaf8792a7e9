"""Governments, offices and their units."""

from __future__ import annotations

import calendar
import datetime
import hashlib

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from organisasi.pilihan import (
    ADMIN,
    PERENCANA_DAN_ADMIN,
    JenisPemda,
    JenisPerangkatDaerah,
    JenisUnit,
    KelompokProfil,
    ZonaWaktu,
)
from sakip.umum.lingkup import Lingkup, Tercatat
from sakip.umum.ranah import KinerjaField, TahunField

SEBUTAN_KEPALA_DAERAH = {
    JenisPemda.PROVINSI: "Gubernur",
    JenisPemda.KABUPATEN: "Bupati",
    JenisPemda.KOTA: "Wali Kota",
}
SEBUTAN_KEPALA_PD = {
    JenisPerangkatDaerah.KECAMATAN: "Camat",
    JenisPerangkatDaerah.DINAS: "Kepala Dinas",
    JenisPerangkatDaerah.BADAN: "Kepala Badan",
    JenisPerangkatDaerah.SEKRETARIAT: "Sekretaris",
    JenisPerangkatDaerah.INSPEKTORAT: "Inspektur",
}


def nama_lambang(pemda: PemerintahDaerah, nama_asal: str) -> str:
    """Return where a coat of arms is kept: by the hash of its bytes, as the report names it."""
    sidik = hashlib.sha256()
    for potongan in pemda.lambang.chunks():
        sidik.update(potongan)
    return f"simpanan/{sidik.hexdigest()}"


class PemerintahDaerah(Tercatat):
    """A provinsi, kabupaten or kota: the government to which offices answer (UU 23/2014).

    ``hari_tenggat`` and ``bulan_tenggat`` are the day on which LKjIP are due in the year after
    (Perpres 29/2014: two months after the budget year; a later day than the month has is its last).
    """

    lingkup = Lingkup(pemda="self", penulis=ADMIN)
    jenis = models.CharField("jenis", max_length=12, choices=JenisPemda.choices)
    nama = models.CharField("nama", max_length=100, help_text="Tanpa kata Kabupaten atau Kota: Sumenep.")
    kode = models.CharField("kode wilayah", max_length=8, unique=True, help_text="Kode Kemendagri: 35.29.")
    ibu_kota = models.CharField("ibu kota", max_length=100)
    zona_waktu = models.CharField(
        "zona waktu", max_length=20, choices=ZonaWaktu.choices, default=ZonaWaktu.WIB
    )
    lambang = models.ImageField("lambang daerah", upload_to=nama_lambang, blank=True)
    bulan_tenggat = models.PositiveSmallIntegerField(
        "bulan tenggat LKjIP", default=2, validators=[MinValueValidator(1), MaxValueValidator(12)]
    )
    hari_tenggat = models.PositiveSmallIntegerField(
        "hari tenggat LKjIP", default=29, validators=[MinValueValidator(1), MaxValueValidator(31)]
    )
    hari_pengisian = models.PositiveSmallIntegerField(
        "hari pengisian setelah triwulan",
        default=10,
        validators=[MinValueValidator(1), MaxValueValidator(90)],
        help_text="Jendela pengisian baku ditutup sekian hari setelah triwulan berakhir.",
    )
    wajib_dua_langkah = models.BooleanField(
        "admin wajib masuk dua langkah",
        default=False,
        help_text="Admin kabupaten memakai kata sandi dan kode dari telepon.",
    )

    cetak_catatan_pemeriksaan = models.BooleanField(
        "cetak Catatan Pemeriksaan",
        default=False,
        help_text="Alasan atas peringatan dan pengecualian dicetak sebagai lampiran LKjIP.",
    )

    class Meta:
        verbose_name = "pemerintah daerah"
        verbose_name_plural = "pemerintah daerah"
        ordering = ["kode"]
        constraints = [models.UniqueConstraint(fields=["jenis", "nama"], name="pemda_jenis_nama_unik")]

    def __str__(self) -> str:
        return self.nama_lengkap

    @property
    def nama_lengkap(self) -> str:
        """ "Kabupaten Sumenep"."""
        return f"{self.get_jenis_display()} {self.nama}"

    @property
    def kepala_daerah(self) -> str:
        """ "Bupati Sumenep"."""
        return f"{SEBUTAN_KEPALA_DAERAH[JenisPemda(self.jenis)]} {self.nama}"

    def compute_tenggat(self, tahun: int) -> datetime.date:
        """Return the day on which the LKjIP of ``tahun`` is due."""
        terakhir = calendar.monthrange(tahun + 1, self.bulan_tenggat)[1]
        return datetime.date(tahun + 1, self.bulan_tenggat, min(self.hari_tenggat, terakhir))


class PerangkatDaerah(Tercatat):
    """An office that plans, promises, measures and reports: the entitas akuntabilitas of SAKIP."""

    lingkup = Lingkup(kantor="self", pemda="pemda", penulis=ADMIN)
    pemda = models.ForeignKey(PemerintahDaerah, models.PROTECT, verbose_name="pemerintah daerah")
    nama = models.CharField(
        "nama", max_length=150, help_text="Satu ejaan untuk semua dokumen: Kecamatan Batang-batang."
    )
    singkatan = models.CharField("singkatan", max_length=50, blank=True)
    slug = models.SlugField(
        "kode pendek", max_length=60, unique=True, help_text="Dipakai dalam alamat halaman."
    )
    kode_skpd = models.CharField("kode SKPD", max_length=40, blank=True)
    jenis = models.CharField("jenis", max_length=15, choices=JenisPerangkatDaerah.choices)
    alamat = models.CharField("alamat", max_length=250, blank=True)
    tempat = models.CharField(
        "tempat penandatanganan", max_length=100, help_text="Nama tempat di atas tanda tangan: Sumenep."
    )
    wajib_dua_langkah = models.BooleanField(
        "kepala wajib masuk dua langkah",
        default=False,
        help_text="Kepala perangkat daerah memakai kata sandi dan kode dari telepon.",
    )

    class Meta:
        verbose_name = "perangkat daerah"
        verbose_name_plural = "perangkat daerah"
        ordering = ["pemda", "nama"]
        constraints = [models.UniqueConstraint(fields=["pemda", "nama"], name="perangkat_nama_unik")]

    def __str__(self) -> str:
        return self.nama

    @property
    def sebutan_kepala(self) -> str:
        """How the head is called: "Camat"."""
        return SEBUTAN_KEPALA_PD[JenisPerangkatDaerah(self.jenis)]


class UnitKerja(Tercatat):
    """A unit of an office with its duty (tugas), as the regulation on its structure sets it."""

    lingkup = Lingkup(kantor="perangkat_daerah", penulis=ADMIN)
    perangkat_daerah = models.ForeignKey(
        PerangkatDaerah, models.CASCADE, verbose_name="perangkat daerah", related_name="unit"
    )
    induk = models.ForeignKey(
        "self", models.PROTECT, verbose_name="unit di atasnya", null=True, blank=True, related_name="anak"
    )
    jenis = models.CharField("jenis", max_length=12, choices=JenisUnit.choices)
    nama = models.CharField("nama", max_length=150)
    urutan = models.PositiveSmallIntegerField("urutan")
    tugas = models.TextField("tugas", blank=True)

    class Meta:
        verbose_name = "unit kerja"
        verbose_name_plural = "unit kerja"
        ordering = ["perangkat_daerah", "urutan"]
        constraints = [
            models.UniqueConstraint(fields=["perangkat_daerah", "nama"], name="unit_nama_unik"),
            models.UniqueConstraint(fields=["perangkat_daerah", "urutan"], name="unit_urutan_unik"),
            models.UniqueConstraint(
                fields=["perangkat_daerah"], condition=models.Q(induk=None), name="unit_satu_pimpinan"
            ),
            models.CheckConstraint(
                name="unit_bukan_induk_sendiri", condition=~models.Q(induk=models.F("id"))
            ),
        ]

    def __str__(self) -> str:
        return self.nama


class FungsiUnit(Tercatat):
    """One function (fungsi) of a unit, in the order of the regulation."""

    lingkup = Lingkup(kantor="unit__perangkat_daerah", penulis=ADMIN)
    unit = models.ForeignKey(UnitKerja, models.CASCADE, verbose_name="unit kerja", related_name="fungsi")
    urutan = models.PositiveSmallIntegerField("urutan")
    uraian = models.TextField("uraian")

    class Meta:
        verbose_name = "fungsi unit"
        verbose_name_plural = "fungsi unit"
        ordering = ["unit", "urutan"]
        constraints = [models.UniqueConstraint(fields=["unit", "urutan"], name="fungsi_urutan_unik")]

    def __str__(self) -> str:
        return self.uraian[:80]


class ProfilOrganisasi(Tercatat):
    """Profile of an office in one year (staff, area), printed in Bab I (PermenPANRB 53/2014)."""

    lingkup = Lingkup(kantor="perangkat_daerah", penulis=PERENCANA_DAN_ADMIN)
    perangkat_daerah = models.ForeignKey(
        PerangkatDaerah, models.CASCADE, verbose_name="perangkat daerah", related_name="profil"
    )
    tahun = TahunField("tahun")
    sumber = models.CharField("sumber data", max_length=200)

    class Meta:
        verbose_name = "profil organisasi"
        verbose_name_plural = "profil organisasi"
        ordering = ["perangkat_daerah", "-tahun"]
        constraints = [
            models.UniqueConstraint(fields=["perangkat_daerah", "tahun"], name="profil_tahun_unik")
        ]

    def __str__(self) -> str:
        return f"Profil {self.perangkat_daerah} {self.tahun}"


class RincianProfil(Tercatat):
    """One figure of the profile: "Golongan III: 12 orang"."""

    lingkup = Lingkup(kantor="profil__perangkat_daerah", penulis=PERENCANA_DAN_ADMIN)
    profil = models.ForeignKey(
        ProfilOrganisasi, models.CASCADE, verbose_name="profil organisasi", related_name="rincian"
    )
    kelompok = models.CharField("kelompok", max_length=15, choices=KelompokProfil.choices)
    urutan = models.PositiveSmallIntegerField("urutan")
    uraian = models.CharField("uraian", max_length=100)
    jumlah = KinerjaField("jumlah", null=True, blank=True)
    satuan = models.CharField("satuan", max_length=30)

    class Meta:
        verbose_name = "rincian profil"
        verbose_name_plural = "rincian profil"
        ordering = ["profil", "kelompok", "urutan"]
        constraints = [
            models.UniqueConstraint(fields=["profil", "kelompok", "uraian"], name="rincian_profil_unik"),
            models.CheckConstraint(
                name="rincian_profil_tak_negatif", condition=models.Q(jumlah=None) | models.Q(jumlah__gte=0)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kelompok_display()}: {self.uraian}"
