"""Admin of organisasi: governments, offices, people, regulations. Accounts stand in ``admin_akun``."""

from __future__ import annotations

from django.contrib import admin
from django.http import HttpRequest

from organisasi import admin_akun, admin_unggahan, petunjuk  # noqa: F401 - registers what stands there
from organisasi.impor.dasar_hukum import ResourceDasarHukum
from organisasi.impor.pejabat import ResourcePejabat
from organisasi.impor.satuan import ResourceSatuan
from organisasi.impor.unit_kerja import ResourceUnitKerja
from organisasi.models import (
    DasarHukum,
    DokumenPenetapan,
    FungsiUnit,
    Jabatan,
    Jejak,
    Pangkat,
    Pegawai,
    PemangkuJabatan,
    PemerintahDaerah,
    PerangkatDaerah,
    ProfilOrganisasi,
    RincianProfil,
    Satuan,
    UnitKerja,
)
from organisasi.peran_saat import peran_saat
from sakip.umum.admin_dasar import AdminDasar, BarisDasar, HanyaBaca, pelaku_dari
from sakip.umum.admin_kolom import kolom_angka
from sakip.umum.impor.admin import AdminImpor

admin.site.peran_saat = peran_saat  # type: ignore[attr-defined]


@admin.register(PemerintahDaerah)
class PemerintahDaerahAdmin(AdminDasar):
    """Governments: a new one is made at installation."""

    list_display = ["__str__", "kode", "ibu_kota", "zona_waktu"]
    list_filter = ["jenis"]
    search_fields = ["nama", "kode"]
    fieldsets = [
        (None, {"fields": ["jenis", "nama", "kode", "ibu_kota", "zona_waktu", "lambang"]}),
        ("Tenggat", {"fields": ["bulan_tenggat", "hari_tenggat", "hari_pengisian"]}),
        ("Laporan", {"fields": ["cetak_catatan_pemeriksaan"]}),
        ("Keamanan", {"fields": ["wajib_dua_langkah"]}),
    ]

    def has_add_permission(self, request: HttpRequest, obj: object = None) -> bool:
        """Superusers only."""
        return bool(pelaku_dari(request).is_semua)

    def has_delete_permission(self, request: HttpRequest, obj: object = None) -> bool:
        """Superusers only."""
        return bool(pelaku_dari(request).is_semua)


@admin.register(PerangkatDaerah)
class PerangkatDaerahAdmin(AdminDasar):
    """Offices."""

    list_display = ["nama", "pemda", "jenis", "slug", "kode_skpd"]
    list_filter = ["jenis", "pemda"]
    search_fields = ["nama", "singkatan", "slug", "kode_skpd"]
    autocomplete_fields = ["pemda"]
    list_select_related = ("pemda",)
    fieldsets = [
        (None, {"fields": ["pemda", "jenis", "nama", "singkatan"]}),
        ("Kode", {"fields": ["slug", "kode_skpd"]}),
        ("Surat", {"fields": ["alamat", "tempat"]}),
        ("Keamanan", {"fields": ["wajib_dua_langkah"]}),
    ]


class FungsiBaris(BarisDasar):
    """Functions of a unit."""

    model = FungsiUnit


@admin.register(UnitKerja)
class UnitKerjaAdmin(AdminImpor):
    """Units with their functions."""

    resource_classes = [ResourceUnitKerja]
    list_display = ["nama", "perangkat_daerah", "jenis", "urutan", "induk"]
    list_filter = ["jenis", "perangkat_daerah"]
    search_fields = ["nama", "perangkat_daerah__nama"]
    autocomplete_fields = ["perangkat_daerah", "induk"]
    list_select_related = ("perangkat_daerah", "induk")
    inlines = [FungsiBaris]
    fieldsets = [
        (None, {"fields": ["perangkat_daerah", "jenis", "nama"]}),
        ("Letak", {"fields": ["induk", "urutan"]}),
        ("Tugas", {"fields": ["tugas"]}),
    ]


@admin.register(FungsiUnit)
class FungsiUnitAdmin(AdminDasar):
    """Functions of all units."""

    is_rincian = True
    list_display = ["__str__", "unit", "perangkat", "urutan"]
    list_filter = ["unit__perangkat_daerah", "unit"]
    search_fields = ["uraian", "unit__nama"]
    autocomplete_fields = ["unit"]
    list_select_related = ("unit__perangkat_daerah",)

    @admin.display(description="perangkat daerah", ordering="unit__perangkat_daerah")
    def perangkat(self, obj: FungsiUnit) -> str:
        """Name of the office."""
        return obj.unit.perangkat_daerah.nama


class PemangkuBaris(BarisDasar):
    """Who holds or held a post."""

    model = PemangkuJabatan
    autocomplete_fields = ["pegawai"]


@admin.register(Jabatan)
class JabatanAdmin(AdminDasar):
    """Posts and who holds them."""

    list_display = ["nama", "tingkat", "perangkat_daerah", "pemda", "atasan"]
    list_filter = ["tingkat", "perangkat_daerah"]
    search_fields = ["nama", "perangkat_daerah__nama"]
    autocomplete_fields = ["pemda", "perangkat_daerah", "unit", "atasan"]
    list_select_related = ("perangkat_daerah", "pemda", "atasan")
    inlines = [PemangkuBaris]
    fieldsets = [
        (None, {"fields": ["nama", "tingkat", "atasan"]}),
        ("Tempat", {"fields": ["perangkat_daerah", "unit", "pemda"]}),
    ]


@admin.register(Pegawai)
class PegawaiAdmin(AdminDasar):
    """Employees."""

    list_display = ["nama_lengkap", "nip_tercetak", "pangkat", "pengguna"]
    list_filter = ["bentuk_nip", "pangkat"]
    search_fields = ["nama", "nip"]
    autocomplete_fields = ["pemda", "pangkat", "pengguna"]
    list_select_related = ("pangkat", "pengguna")
    fieldsets = [
        ("Nama", {"fields": ["nama", "gelar_depan", "gelar_belakang"]}),
        ("Kepegawaian", {"fields": ["bentuk_nip", "nip", "pangkat", "pemda"]}),
        ("Akun", {"fields": ["pengguna"]}),
    ]

    @admin.display(description="nama", ordering="nama")
    def nama_lengkap(self, obj: Pegawai) -> str:
        """Name with titles."""
        return obj.nama_lengkap

    @admin.display(description="NIP", ordering="nip")
    def nip_tercetak(self, obj: Pegawai) -> str:
        """Grouped NIP, or nothing."""
        return obj.nip_tercetak


@admin.register(PemangkuJabatan)
class PemangkuJabatanAdmin(AdminImpor):
    """Who held which post when."""

    resource_classes = [ResourcePejabat]
    is_rincian = True
    list_display = ["pegawai", "jabatan", "status", "mulai", "sampai"]
    list_filter = ["status", "jabatan__perangkat_daerah"]
    search_fields = ["pegawai__nama", "jabatan__nama"]
    autocomplete_fields = ["pegawai", "jabatan"]
    list_select_related = ("pegawai", "jabatan")
    date_hierarchy = "mulai"
    fieldsets = [
        (None, {"fields": ["pegawai", "jabatan", "status"]}),
        ("Masa jabatan", {"fields": ["mulai", "sampai"]}),
    ]


@admin.register(Pangkat)
class PangkatAdmin(AdminDasar):
    """Ranks."""

    list_display = ["nama", "golongan", "urutan"]
    search_fields = ["nama", "golongan"]


class RincianProfilBaris(BarisDasar):
    """Figures of a profile."""

    model = RincianProfil


@admin.register(ProfilOrganisasi)
class ProfilOrganisasiAdmin(AdminDasar):
    """Profiles of offices by year."""

    kelompok = "pelaporan"
    list_display = ["__str__", "perangkat_daerah", "tahun", "sumber"]
    list_filter = ["tahun", "perangkat_daerah"]
    search_fields = ["perangkat_daerah__nama", "sumber"]
    autocomplete_fields = ["perangkat_daerah"]
    list_select_related = ("perangkat_daerah",)
    inlines = [RincianProfilBaris]


@admin.register(RincianProfil)
class RincianProfilAdmin(AdminDasar):
    """Figures of all profiles."""

    kelompok = "pelaporan"
    is_rincian = True
    list_display = ["uraian", "profil", "kelompok_profil", "angka_jumlah", "satuan"]
    list_filter = ["kelompok", "profil__tahun", "profil__perangkat_daerah"]
    search_fields = ["uraian", "profil__perangkat_daerah__nama"]
    autocomplete_fields = ["profil"]
    list_select_related = ("profil__perangkat_daerah",)
    angka_jumlah = kolom_angka("jumlah", "jumlah")
    fieldsets = [
        (None, {"fields": ["profil", "kelompok", "urutan"]}),
        ("Isi", {"fields": ["uraian", "jumlah", "satuan"]}),
    ]

    @admin.display(description="kelompok", ordering="kelompok")
    def kelompok_profil(self, obj: RincianProfil) -> str:
        """Group of the figure."""
        return obj.get_kelompok_display()


@admin.register(DasarHukum)
class DasarHukumAdmin(AdminImpor):
    """Regulations."""

    resource_classes = [ResourceDasarHukum]
    list_display = ["sebutan", "tentang", "kunci", "pemda"]
    list_filter = ["jenis", "pemda"]
    search_fields = ["kunci", "nomor", "tentang", "lembaga"]
    autocomplete_fields = ["pemda", "mengubah"]
    list_select_related = ("pemda",)
    fieldsets = [
        (None, {"fields": ["jenis", "lembaga", "nomor", "tahun", "tentang"]}),
        ("Kutipan", {"fields": ["kunci"]}),
        ("Berlaku", {"fields": ["pemda", "mengubah"]}),
    ]

    @admin.display(description="peraturan", ordering="kunci")
    def sebutan(self, obj: DasarHukum) -> str:
        """Short citation."""
        return obj.sebutan


@admin.register(DokumenPenetapan)
class DokumenPenetapanAdmin(AdminDasar):
    """Documents that set something for an office."""

    kelompok = "perencanaan"
    list_display = ["__str__", "perangkat_daerah", "tahun", "tanggal", "penanda_tangan", "ada_berkas"]
    list_filter = ["jenis", "tahun", "perangkat_daerah"]
    search_fields = ["nomor", "penanda_tangan", "perangkat_daerah__nama"]
    autocomplete_fields = ["perangkat_daerah"]
    list_select_related = ("perangkat_daerah",)
    fieldsets = [
        (None, {"fields": ["perangkat_daerah", "jenis", "tahun"]}),
        ("Surat", {"fields": ["nomor", "tanggal", "penanda_tangan", "berkas"]}),
    ]

    @admin.display(description="berkas", boolean=True)
    def ada_berkas(self, obj: DokumenPenetapan) -> bool:
        """Whether a file is stored."""
        return bool(obj.berkas)


@admin.register(Satuan)
class SatuanAdmin(AdminImpor):
    """Units of measure."""

    resource_classes = [ResourceSatuan]
    list_display = ["nama", "is_persen"]
    list_filter = ["is_persen"]
    search_fields = ["nama"]


@admin.register(Jejak)
class JejakAdmin(HanyaBaca, AdminDasar):
    """The log of legal acts: read only."""

    list_display = ["pada", "tindakan", "objek", "oleh", "peran", "perangkat_daerah"]
    list_filter = ["tindakan", "perangkat_daerah", "pada"]
    search_fields = ["tindakan", "objek", "uraian", "oleh__username", "oleh__first_name", "oleh__last_name"]
    list_select_related = ("oleh", "perangkat_daerah")
    fieldsets = [
        (None, {"fields": ["tindakan", "objek", "uraian"]}),
        ("Siapa dan kapan", {"fields": ["pada", "oleh", "peran", "alamat_asal"]}),
        ("Di mana", {"fields": ["perangkat_daerah", "pemda"]}),
    ]
