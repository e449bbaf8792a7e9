"""Admin of what is measured: values are entered on the page of the quarter and read here."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.contrib import admin
from django.db.models import Q
from django.http import HttpRequest

from anggaran.admin import tautan_kisi
from kinerja.admin_formulir import FormNilai, FormNilaiTahunLalu, FormRealisasi
from kinerja.models import (
    AnalisisCapaian,
    Bukti,
    CatatanPemeriksaan,
    JendelaPengisian,
    NilaiTahunLalu,
    Pembanding,
    Pengukuran,
    PermintaanBuka,
    Realisasi,
    TahapPengukuran,
)
from sakip.umum.admin_dasar import AdminDasar, BarisDasar, HanyaBaca
from sakip.umum.admin_kolom import (
    awal_teks,
    bernilai,
    cetak_nilai,
    kolom_angka,
    kolom_nilai,
    saring_keadaan,
    sebut_nilai,
    tanda,
)
from sakip.umum.angka import format_angka

KANTOR = ("indikator__perangkat_daerah",)
CARI_INDIKATOR = ["indikator__nama", "indikator__kode", "indikator__perangkat_daerah__nama"]
ADA = Q(nilai__isnull=False) | Q(predikat__isnull=False) | Q(pembilang__isnull=False)
KEADAAN = saring_keadaan(
    "keadaan",
    "keadaan",
    {
        "terisi": ("Terisi", ADA),
        "kosong": ("Belum diisi", Q(berlaku=True) & ~ADA),
        "tidak_berlaku": ("Tidak berlaku", Q(berlaku=False)),
    },
)
LENGKAP = saring_keadaan(
    "keadaan",
    "keadaan",
    {
        "terisi": ("Ada penyebabnya", ~Q(penyebab="")),
        "kosong": ("Belum ditulis", Q(penyebab="")),
    },
)


class AdminUkur(AdminDasar):
    """Everything that is measured."""

    kelompok = "pengukuran"


class RealisasiBaris(BarisDasar):
    """Values of a measurement."""

    model = Realisasi
    form = FormRealisasi
    fields = ["periode", "nilai", "predikat", "berlaku", "pembilang", "penyebut", "keterangan"]
    autocomplete_fields = ["predikat"]


@admin.register(Pengukuran)
class PengukuranAdmin(AdminUkur):
    """Measurements with their values."""

    list_display = ["indikator", "kantor", "tahun", "cara", "sumber"]
    list_filter = ["tahun", "cara", "indikator__perangkat_daerah"]
    search_fields = CARI_INDIKATOR
    autocomplete_fields = ["indikator"]
    list_select_related = KANTOR
    inlines = [RealisasiBaris]
    fieldsets = [
        (None, {"fields": ["indikator", "tahun"]}),
        ("Cara", {"fields": ["cara", "sumber"]}),
    ]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """The way of measuring stays while there are values of it."""
        return ["cara"] if obj and obj.realisasi.exists() else []

    def tautan_lain(self, request: HttpRequest, obj: Any) -> list[tuple[str, str]]:
        """Lead to the page where values are entered."""
        return tautan_kisi(request, obj.indikator.perangkat_daerah, obj.tahun) if obj else []

    @admin.display(description="perangkat daerah", ordering="indikator__perangkat_daerah")
    def kantor(self, obj: Pengukuran) -> str:
        """Name of the office."""
        return obj.indikator.perangkat_daerah.nama


@admin.register(Realisasi)
class RealisasiAdmin(AdminUkur):
    """Values of all measurements."""

    form = FormRealisasi
    list_display = ["pengukuran", "periode", "angka_nilai", "pasangan", "keadaan", "unit"]
    list_filter = [
        KEADAAN, "periode", "pengukuran__tahun", "pengukuran__indikator__perangkat_daerah", "unit",
    ]  # fmt: skip
    search_fields = ["pengukuran__indikator__nama", "pengukuran__indikator__kode"]
    autocomplete_fields = ["pengukuran", "predikat"]
    list_select_related = ("pengukuran__indikator__perangkat_daerah", "predikat", "unit")
    readonly_fields = ["unit", "diisi_oleh", "diisi_pada"]
    angka_nilai = kolom_nilai
    fieldsets = [
        (None, {"fields": ["pengukuran", "periode"]}),
        ("Nilai", {"fields": ["nilai", "predikat", "pembilang", "penyebut"]}),
        ("Tidak berlaku", {"fields": ["berlaku", "keterangan"]}),
        ("Pengisian", {"fields": ["unit", "diisi_oleh", "diisi_pada"]}),
    ]

    def tautan_lain(self, request: HttpRequest, obj: Any) -> list[tuple[str, str]]:
        """Lead to the page where values are entered."""
        return (
            tautan_kisi(request, obj.pengukuran.indikator.perangkat_daerah, obj.pengukuran.tahun)
            if obj
            else []
        )

    @admin.display(description="pembilang dan penyebut")
    def pasangan(self, obj: Realisasi) -> str:
        """Both numbers of a ratio, or nothing."""
        if obj.pembilang is None:
            return ""
        return f"{format_angka(obj.pembilang)} dari {format_angka(obj.penyebut)}"

    @admin.display(description="keadaan")
    def keadaan(self, obj: Realisasi) -> str:
        """Filled, not yet, or not applicable."""
        if not obj.berlaku:
            return tanda("lewat", "Tidak berlaku")
        kosong = obj.is_kosong and obj.pembilang is None
        return tanda("kosong", "Belum diisi") if kosong else tanda("baik", "Terisi")


@admin.register(JendelaPengisian)
class JendelaPengisianAdmin(AdminUkur):
    """The days in which a quarter may be filled."""

    list_display = ["perangkat_daerah", "tahun", "triwulan", "buka", "tutup"]
    list_filter = ["tahun", "triwulan", "perangkat_daerah"]
    search_fields = ["perangkat_daerah__nama", "tahun"]
    autocomplete_fields = ["perangkat_daerah"]
    list_select_related = ("perangkat_daerah",)
    fieldsets = [
        (None, {"fields": ["perangkat_daerah", "tahun", "triwulan"]}),
        ("Hari", {"fields": ["buka", "tutup"]}),
    ]


@admin.register(PermintaanBuka)
class PermintaanBukaAdmin(AdminUkur):
    """Requests to open a closed quarter, and the answers."""

    list_display = ["unit", "tahun", "triwulan", "sampai", "keputusan", "diminta_oleh", "diminta_pada"]
    list_filter = ["keputusan", "tahun", "triwulan", "unit__perangkat_daerah", "unit"]
    search_fields = ["alasan", "unit__nama"]
    autocomplete_fields = ["unit", "diminta_oleh", "diputus_oleh"]
    list_select_related = ("unit", "diminta_oleh", "diputus_oleh")
    readonly_fields = ["diminta_pada"]
    fieldsets = [
        (None, {"fields": ["unit", "tahun", "triwulan", "sampai", "alasan"]}),
        ("Permintaan", {"fields": ["diminta_oleh", "diminta_pada"]}),
        ("Keputusan", {"fields": ["keputusan", "diputus_oleh", "diputus_pada", "catatan_putusan"]}),
    ]


class CatatanBaris(HanyaBaca, BarisDasar):
    """What was written at single rows."""

    model = CatatanPemeriksaan


@admin.register(TahapPengukuran)
class TahapPengukuranAdmin(HanyaBaca, AdminUkur):
    """Steps of each unit's quarter: only inserted, by the page of the quarter."""

    list_display = ["unit", "tahun", "triwulan", "tahap", "oleh", "peran", "pada"]
    list_filter = ["tahap", "tahun", "triwulan", "unit__perangkat_daerah", "unit"]
    search_fields = ["unit__nama", "catatan"]
    list_select_related = ("unit", "oleh")
    inlines = [CatatanBaris]
    fieldsets = [
        (None, {"fields": ["unit", "tahun", "triwulan", "tahap", "catatan"]}),
        ("Siapa dan kapan", {"fields": ["oleh", "peran", "pada"]}),
    ]


@admin.register(CatatanPemeriksaan)
class CatatanPemeriksaanAdmin(HanyaBaca, AdminUkur):
    """What the verifikator wrote at single rows."""

    is_rincian = True
    list_display = ["awal", "tahap", "realisasi", "realisasi_anggaran"]
    list_filter = ["tahap__tahun", "tahap__triwulan", "tahap__unit__perangkat_daerah"]
    search_fields = ["catatan", "tahap__unit__nama"]
    list_select_related = (
        "tahap__unit", "realisasi__pengukuran__indikator", "realisasi_anggaran__program__nomenklatur",
        "realisasi_anggaran__kegiatan__nomenklatur", "realisasi_anggaran__sub_kegiatan__nomenklatur",
    )  # fmt: skip

    @admin.display(description="catatan")
    def awal(self, obj: CatatanPemeriksaan) -> str:
        """First words."""
        return awal_teks(obj.catatan)


@admin.register(Bukti)
class BuktiAdmin(HanyaBaca, AdminUkur):
    """Evidence: uploaded at its row, kept for ever."""

    list_display = ["nama", "realisasi", "halaman", "angka_ukuran", "diunggah_oleh", "diunggah_pada"]
    list_filter = [
        "realisasi__pengukuran__tahun", "realisasi__periode",
        "realisasi__pengukuran__indikator__perangkat_daerah", "realisasi__unit",
    ]  # fmt: skip
    search_fields = ["nama", "uraian", "realisasi__pengukuran__indikator__nama"]
    list_select_related = ("realisasi__pengukuran__indikator", "diunggah_oleh", "menggantikan")
    angka_ukuran = kolom_angka("ukuran", "ukuran (bita)")
    fieldsets = [
        (None, {"fields": ["realisasi", "nama", "halaman", "uraian"]}),
        ("Berkas", {"fields": ["jenis_isi", "angka_ukuran", "sha256", "menggantikan"]}),
        ("Siapa dan kapan", {"fields": ["diunggah_oleh", "diunggah_pada"]}),
    ]


def _target(obj: NilaiTahunLalu) -> Decimal | str | None:
    return sebut_nilai(obj.target, obj.target_atas, obj.target_predikat)


def _realisasi(obj: NilaiTahunLalu) -> Decimal | str | None:
    return sebut_nilai(obj.realisasi, None, obj.realisasi_predikat)


@admin.register(NilaiTahunLalu)
class NilaiTahunLaluAdmin(AdminUkur):
    """Values of years before the system."""

    form = FormNilaiTahunLalu
    list_display = ["indikator", "tahun", "angka_target", "angka_realisasi", "sumber"]
    list_filter = ["tahun", "indikator__perangkat_daerah"]
    search_fields = CARI_INDIKATOR
    autocomplete_fields = ["indikator", "target_predikat", "realisasi_predikat"]
    list_select_related = (*KANTOR, "target_predikat", "realisasi_predikat")
    fieldsets = [
        (None, {"fields": ["indikator", "tahun", "sumber"]}),
        ("Target", {"fields": ["target", "target_atas", "target_predikat"]}),
        ("Realisasi", {"fields": ["realisasi", "realisasi_predikat"]}),
    ]

    @bernilai(_target)
    @admin.display(description="target", ordering="target")
    def angka_target(self, obj: NilaiTahunLalu) -> str:
        """Number, range or grade."""
        return cetak_nilai(_target(obj))

    @bernilai(_realisasi)
    @admin.display(description="realisasi", ordering="realisasi")
    def angka_realisasi(self, obj: NilaiTahunLalu) -> str:
        """Number or grade."""
        return cetak_nilai(_realisasi(obj))


@admin.register(Pembanding)
class PembandingAdmin(AdminUkur):
    """Benchmarks."""

    form = FormNilai
    list_display = ["indikator", "tahun", "jenis", "nama", "angka_nilai"]
    list_filter = ["tahun", "jenis", "indikator__perangkat_daerah"]
    search_fields = CARI_INDIKATOR
    autocomplete_fields = ["indikator", "predikat"]
    list_select_related = (*KANTOR, "predikat")
    angka_nilai = kolom_nilai
    fieldsets = [
        (None, {"fields": ["indikator", "tahun", "jenis", "nama"]}),
        ("Nilai", {"fields": ["nilai", "predikat", "sumber"]}),
        ("Tidak ada pembanding", {"fields": ["alasan"]}),
    ]


@admin.register(AnalisisCapaian)
class AnalisisCapaianAdmin(AdminUkur):
    """Analyses by indicator and year."""

    list_display = ["indikator", "kantor", "tahun", "awal"]
    list_filter = [LENGKAP, "tahun", "indikator__perangkat_daerah"]
    search_fields = CARI_INDIKATOR
    autocomplete_fields = ["indikator"]
    list_select_related = KANTOR
    fieldsets = [
        (None, {"fields": ["indikator", "tahun"]}),
        ("Analisis", {"fields": ["penyebab", "hambatan", "solusi", "rencana_perbaikan"]}),
    ]

    @admin.display(description="perangkat daerah", ordering="indikator__perangkat_daerah")
    def kantor(self, obj: AnalisisCapaian) -> str:
        """Name of the office."""
        return obj.indikator.perangkat_daerah.nama

    @admin.display(description="penyebab")
    def awal(self, obj: AnalisisCapaian) -> str:
        """First words."""
        return awal_teks(obj.penyebab) or tanda("kosong", "Belum ditulis")
