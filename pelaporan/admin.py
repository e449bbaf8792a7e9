"""Admin of pelaporan."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html

from pelaporan import petunjuk  # noqa: F401 - registers the help texts
from pelaporan.models import (
    BerkasTersimpan,
    HalamanLampiran,
    JawabanKriteria,
    KriteriaEvaluasi,
    Lampiran,
    LandasanHukum,
    Laporan,
    Narasi,
    PenanggungBagian,
    PengingatTerkirim,
    PerangkatKriteria,
    PotretLaporan,
    Rekomendasi,
    TanggapanTemuan,
)
from pelaporan.pilihan import JenisLampiran
from sakip.umum.admin_dasar import (
    AdminDasar,
    BarisDasar,
    FormDasar,
    HanyaBaca,
    HanyaPengelola,
    TumpukDasar,
)
from sakip.umum.admin_kolom import awal_teks, kolom_angka, saring_keadaan, tanda

TERTULIS = saring_keadaan(
    "keadaan",
    "keadaan",
    {"terisi": ("Terisi", ~Q(isi="")), "kosong": ("Belum ditulis", Q(isi=""))},
)


class AdminPelaporan(AdminDasar):
    """Everything that is reported."""

    kelompok = "pelaporan"


class LandasanBaris(BarisDasar):
    """Regulations listed in the report."""

    model = LandasanHukum
    autocomplete_fields = ["dasar_hukum"]


class NarasiTumpuk(TumpukDasar):
    """What people wrote, section by section."""

    model = Narasi


class LampiranBaris(HanyaBaca, BarisDasar):
    """Appendices of the report: each is added and changed on its own page."""

    model = Lampiran
    fields = ["urutan", "judul", "jenis", "nama_berkas", "alasan"]
    show_change_link = True


@admin.register(Laporan)
class LaporanAdmin(AdminPelaporan):
    """Reports with what people wrote in them."""

    list_display = ["__str__", "perangkat_daerah", "tahun", "status", "tanggal_rencana"]
    list_filter = ["tahun", "status", "perangkat_daerah"]
    search_fields = ["perangkat_daerah__nama", "tahun"]
    autocomplete_fields = ["perangkat_daerah"]
    readonly_fields = ["status", "lampiran_baru"]
    list_select_related = ("perangkat_daerah",)
    inlines = [LandasanBaris, LampiranBaris, NarasiTumpuk]
    fieldsets = [
        (None, {"fields": ["perangkat_daerah", "tahun", "tanggal_rencana"]}),
        ("Keadaan", {"fields": ["status", "lampiran_baru"]}),
    ]

    @admin.display(description="lampiran")
    def lampiran_baru(self, obj: Laporan) -> str:
        """The way to the page where a scan is uploaded for this report."""
        if obj.pk is None:
            return "Simpan laporan dahulu, lalu unggah lampirannya."
        alamat = reverse("admin:pelaporan_lampiran_add")
        return format_html('<a href="{}?laporan={}">Unggah pindaian atau catat alasannya</a>', alamat, obj.pk)


@admin.register(Narasi)
class NarasiAdmin(AdminPelaporan):
    """Texts of all reports."""

    list_display = ["bagian", "laporan", "awal"]
    list_filter = [TERTULIS, "bagian", "laporan__tahun", "laporan__perangkat_daerah"]
    search_fields = ["bagian", "isi", "laporan__perangkat_daerah__nama"]
    autocomplete_fields = ["laporan"]
    list_select_related = ("laporan__perangkat_daerah",)

    @admin.display(description="isi")
    def awal(self, obj: Narasi) -> str:
        """First words."""
        return awal_teks(obj.isi) or tanda("kosong", "Belum ditulis")


@admin.register(PenanggungBagian)
class PenanggungBagianAdmin(AdminPelaporan):
    """Which unit writes which section."""

    list_display = ["bagian", "unit", "perangkat_daerah"]
    list_filter = ["perangkat_daerah", "unit"]
    search_fields = ["bagian", "unit__nama", "perangkat_daerah__nama"]
    autocomplete_fields = ["perangkat_daerah", "unit"]
    list_select_related = ("unit", "perangkat_daerah")


@admin.register(LandasanHukum)
class LandasanHukumAdmin(AdminPelaporan):
    """Regulations of all reports."""

    list_display = ["dasar_hukum", "laporan", "urutan"]
    list_filter = ["laporan__tahun", "laporan__perangkat_daerah"]
    search_fields = ["dasar_hukum__kunci", "dasar_hukum__tentang"]
    autocomplete_fields = ["laporan", "dasar_hukum"]
    list_select_related = ("dasar_hukum", "laporan__perangkat_daerah")
    is_rincian = True


class FormLampiran(FormDasar):
    """An appendix; a new one takes its scan from ``unggah``."""

    def clean(self) -> dict[str, Any] | None:
        """Ask for a scan with its text, or for the reason why there is none."""
        isi = super().clean() or self.cleaned_data
        if isi.get("jenis") == JenisLampiran.TIDAK_ADA:
            if not isi.get("alasan"):
                self.add_error("alasan", "Tulis alasan lampiran ini tidak ada.")
            if isi.get("unggah") or self.instance.berkas_id:
                self.add_error("jenis", "Ada berkasnya: pilih jenis berkas.")
        elif isi.get("jenis") == JenisLampiran.BERKAS:
            if "unggah" in self.fields and not isi.get("unggah") and "unggah" not in self.errors:
                self.add_error("unggah", "Pilih berkas pindaian.")
            elif "unggah" not in self.fields and not self.instance.berkas_id:
                self.add_error("jenis", "Belum ada berkasnya. Hapus baris ini, lalu tambahkan dengan berkas.")
            if not isi.get("alternatif"):
                self.add_error("alternatif", "Tulis ringkasan isi pindaian.")
            if isi.get("alasan"):
                self.add_error("alasan", "Kosongkan: alasan hanya untuk lampiran yang tidak ada.")
        return isi


class FormLampiranBaru(FormLampiran):
    """A new appendix: the scan becomes pages when everything else is in order."""

    unggah = forms.FileField(
        label="Pindaian",
        required=False,
        help_text="PDF, JPEG, atau PNG, misalnya sk-iku.pdf; paling banyak 20 halaman dan 10 MB.",
    )

    def _post_clean(self) -> None:
        super()._post_clean()
        berkas = self.cleaned_data.get("unggah")
        if not berkas or self.errors:
            return
        from pelaporan.lampiran import LampiranTidakSah, simpan_lampiran

        isi = self.cleaned_data
        try:
            with transaction.atomic():
                self.instance = simpan_lampiran(
                    isi["laporan"], isi["judul"], berkas, isi["alternatif"], isi["urutan"]
                )
        except LampiranTidakSah as galat:
            self.add_error("unggah", str(galat))
        except ValidationError as galat:
            self.add_error(None, galat.messages)


@admin.register(Lampiran)
class LampiranAdmin(AdminPelaporan):
    """Appendices."""

    form = FormLampiran
    list_display = ["judul", "laporan", "urutan", "jenis", "nama_berkas"]
    list_filter = ["jenis", "laporan__tahun", "laporan__perangkat_daerah"]
    search_fields = ["judul", "laporan__perangkat_daerah__nama"]
    autocomplete_fields = ["laporan"]
    list_select_related = ("laporan__perangkat_daerah",)
    readonly_fields = ["nama_berkas"]

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        """A new appendix has the field for its scan."""
        if obj is None:
            kwargs["form"] = FormLampiranBaru
        return super().get_form(request, obj, change=change, **kwargs)

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """The scan is chosen once; another one is another appendix."""
        return [
            (None, {"fields": ["laporan", "urutan", "judul", "jenis"]}),
            ("Bila ada berkasnya", {"fields": ["nama_berkas" if obj else "unggah", "alternatif"]}),
            ("Bila tidak ada", {"fields": ["alasan"]}),
        ]


@admin.register(HalamanLampiran)
class HalamanLampiranAdmin(HanyaBaca, HanyaPengelola, AdminPelaporan):
    """Pages of appendices, made at upload."""

    is_rincian = True
    list_display = ["lampiran", "nomor", "gambar", "lebar", "tinggi"]
    list_filter = ["lampiran__laporan__tahun", "lampiran__laporan__perangkat_daerah"]
    search_fields = ["lampiran__judul"]
    list_select_related = ("lampiran", "gambar")


@admin.register(BerkasTersimpan)
class BerkasTersimpanAdmin(HanyaBaca, HanyaPengelola, AdminPelaporan):
    """Stored files, known by their SHA-256."""

    is_rincian = True
    fields = ["sha256", "jenis_isi", "ukuran"]
    list_display = ["__str__", "jenis_isi", "angka_ukuran"]
    list_filter = ["jenis_isi"]
    search_fields = ["sha256"]
    angka_ukuran = kolom_angka("ukuran", "ukuran (bita)")


@admin.register(Rekomendasi)
class RekomendasiAdmin(AdminPelaporan):
    """Recommendations and what was done."""

    list_display = ["__str__", "perangkat_daerah", "tahun_laporan", "sumber", "status", "urutan"]
    list_filter = ["tahun_laporan", "sumber", "status", "perangkat_daerah"]
    search_fields = ["isi", "tindak_lanjut", "perangkat_daerah__nama"]
    autocomplete_fields = ["perangkat_daerah"]
    list_select_related = ("perangkat_daerah",)
    fieldsets = [
        (None, {"fields": ["perangkat_daerah", "tahun_laporan", "urutan"]}),
        ("Rekomendasi", {"fields": ["sumber", "tahun", "isi"]}),
        ("Tindak lanjut", {"fields": ["status", "tindak_lanjut", "bukti"]}),
    ]


@admin.register(PengingatTerkirim)
class PengingatTerkirimAdmin(HanyaBaca, HanyaPengelola, AdminPelaporan):
    """Reminders that went out."""

    is_rincian = True
    list_display = ["pengguna", "kunci", "saat", "pada"]
    list_filter = ["saat", "pada"]
    search_fields = ["kunci", "pengguna__username"]
    list_select_related = ("pengguna",)


@admin.register(TanggapanTemuan)
class TanggapanTemuanAdmin(HanyaBaca, AdminPelaporan):
    """Reasons and overrides; they are written on the page of findings."""

    is_rincian = True
    list_display = ["lokasi", "laporan", "jenis", "alasan", "berlaku_sampai", "oleh", "pada"]
    list_filter = ["jenis", "kode", "laporan__tahun", "laporan__perangkat_daerah"]
    search_fields = ["lokasi", "alasan", "laporan__perangkat_daerah__nama"]
    list_select_related = ("laporan__perangkat_daerah", "oleh")


@admin.register(PotretLaporan)
class PotretLaporanAdmin(HanyaBaca, HanyaPengelola, AdminPelaporan):
    """Drafts set aside; they are made and compared in the workspace."""

    is_rincian = True
    fields = ["laporan", "nomor", "sha256", "oleh", "pada"]
    list_display = ["__str__", "oleh", "pada"]
    list_filter = ["laporan__tahun", "laporan__perangkat_daerah"]
    search_fields = ["laporan__perangkat_daerah__nama", "sha256"]
    list_select_related = ("laporan__perangkat_daerah", "oleh")


class KriteriaTumpuk(TumpukDasar):
    """The criteria of a set."""

    model = KriteriaEvaluasi


@admin.register(PerangkatKriteria)
class PerangkatKriteriaAdmin(AdminPelaporan):
    """Sets of criteria: national ones and those of a government."""

    inlines = [KriteriaTumpuk]
    list_display = ["nama", "jenis", "pemda", "mulai_tahun", "urutan"]
    list_filter = ["jenis", "pemda"]
    search_fields = ["nama", "kunci"]
    list_select_related = ("pemda",)


@admin.register(KriteriaEvaluasi)
class KriteriaEvaluasiAdmin(AdminPelaporan):
    """Criteria of all sets."""

    is_rincian = True
    list_display = ["nomor", "uraian", "kelompok", "perangkat", "penguji"]
    list_filter = ["perangkat", "kelompok"]
    search_fields = ["uraian", "nomor"]
    autocomplete_fields = ["perangkat"]
    list_select_related = ("perangkat",)


@admin.register(JawabanKriteria)
class JawabanKriteriaAdmin(HanyaBaca, AdminPelaporan):
    """Answers; they are given on the page of readiness."""

    is_rincian = True
    list_display = ["kriteria", "laporan", "jawaban", "catatan", "oleh", "pada"]
    list_filter = ["jawaban", "laporan__tahun", "laporan__perangkat_daerah"]
    search_fields = ["kriteria__uraian", "laporan__perangkat_daerah__nama"]
    list_select_related = ("kriteria", "laporan__perangkat_daerah", "oleh")
