"""Admin of organisasi."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import AdminUserCreationForm, UserChangeForm
from django.contrib.auth.models import Group
from django.http import HttpRequest

from organisasi.models import (
    DasarHukum,
    DokumenPenetapan,
    FungsiUnit,
    Jabatan,
    Pangkat,
    Pegawai,
    PemangkuJabatan,
    PemerintahDaerah,
    Pengguna,
    Penugasan,
    PerangkatDaerah,
    ProfilOrganisasi,
    RincianProfil,
    Satuan,
    UnitKerja,
)
from sakip.umum.admin_dasar import AdminDasar, BarisDasar, kolom_angka, sebut_daftar

admin.site.unregister(Group)  # what an account may do comes from its Penugasan


@admin.register(PemerintahDaerah)
class PemerintahDaerahAdmin(AdminDasar):
    """Governments."""

    list_display = ["__str__", "kode", "ibu_kota", "zona_waktu"]
    list_filter = ["jenis"]
    search_fields = ["nama", "kode"]


@admin.register(PerangkatDaerah)
class PerangkatDaerahAdmin(AdminDasar):
    """Offices."""

    list_display = ["nama", "pemda", "jenis", "slug", "kode_skpd"]
    list_filter = ["jenis", "pemda"]
    search_fields = ["nama", "singkatan", "slug", "kode_skpd"]
    autocomplete_fields = ["pemda"]
    list_select_related = ("pemda",)


class FungsiBaris(BarisDasar):
    """Functions of a unit."""

    model = FungsiUnit


@admin.register(UnitKerja)
class UnitKerjaAdmin(AdminDasar):
    """Units with their functions."""

    list_display = ["nama", "perangkat_daerah", "jenis", "urutan", "induk"]
    list_filter = ["jenis", "perangkat_daerah"]
    search_fields = ["nama", "perangkat_daerah__nama"]
    autocomplete_fields = ["perangkat_daerah", "induk"]
    list_select_related = ("perangkat_daerah", "induk")
    inlines = [FungsiBaris]


@admin.register(FungsiUnit)
class FungsiUnitAdmin(AdminDasar):
    """Functions of all units."""

    list_display = ["__str__", "unit", "perangkat", "urutan"]
    list_filter = ["unit__perangkat_daerah"]
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


@admin.register(Pegawai)
class PegawaiAdmin(AdminDasar):
    """Employees."""

    list_display = ["nama_lengkap", "nip_tercetak", "pangkat", "pengguna"]
    list_filter = ["bentuk_nip", "pangkat"]
    search_fields = ["nama", "nip"]
    autocomplete_fields = ["pangkat", "pengguna"]
    list_select_related = ("pangkat", "pengguna")

    @admin.display(description="nama", ordering="nama")
    def nama_lengkap(self, obj: Pegawai) -> str:
        """Name with titles."""
        return obj.nama_lengkap

    @admin.display(description="NIP", ordering="nip")
    def nip_tercetak(self, obj: Pegawai) -> str:
        """Grouped NIP, or nothing."""
        return obj.nip_tercetak


@admin.register(PemangkuJabatan)
class PemangkuJabatanAdmin(AdminDasar):
    """Who held which post when."""

    list_display = ["pegawai", "jabatan", "status", "mulai", "sampai"]
    list_filter = ["status", "jabatan__perangkat_daerah"]
    search_fields = ["pegawai__nama", "jabatan__nama"]
    autocomplete_fields = ["pegawai", "jabatan"]
    list_select_related = ("pegawai", "jabatan")
    date_hierarchy = "mulai"


@admin.register(Pangkat)
class PangkatAdmin(AdminDasar):
    """Ranks."""

    list_display = ["nama", "golongan", "urutan"]
    search_fields = ["nama", "golongan"]


class PenugasanBaris(BarisDasar):
    """Roles of an account."""

    model = Penugasan
    autocomplete_fields = ["pemda", "perangkat_daerah", "unit"]


class BuatPengguna(AdminUserCreationForm):
    """Form of a new account."""

    class Meta(AdminUserCreationForm.Meta):
        model = Pengguna


class UbahPengguna(UserChangeForm):
    """Form of an account."""

    class Meta(UserChangeForm.Meta):
        model = Pengguna


@admin.register(Pengguna)
class PenggunaAdmin(UserAdmin):
    """Accounts and their roles; Django's own groups and permissions are not used."""

    form = UbahPengguna
    add_form = BuatPengguna
    list_per_page = 50
    view_on_site = False
    show_full_result_count = False
    list_display = ["username", "nama_lengkap", "email", "is_active", "is_superuser", "last_login"]
    list_filter = ["is_active", "is_superuser"]
    filter_horizontal: ClassVar[Any] = ()
    fieldsets: ClassVar[Any] = [
        (None, {"fields": ["username", "password"]}),
        ("Identitas", {"fields": ["first_name", "last_name", "email"]}),
        ("Hak akses", {"fields": ["is_active", "is_staff", "is_superuser"]}),
        ("Waktu", {"fields": ["last_login", "date_joined"]}),
    ]
    readonly_fields = ["last_login", "date_joined"]
    inlines = [PenugasanBaris]

    @admin.display(description="nama", ordering="first_name")
    def nama_lengkap(self, obj: Pengguna) -> str:
        """Full name, or nothing."""
        return obj.get_full_name()

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        """Say what is here."""
        return super().changelist_view(request, {"title": sebut_daftar(Pengguna), **(extra_context or {})})

    def get_inlines(self, request: Any, obj: Any = None) -> Any:
        """Roles come after the account is there."""
        return self.inlines if obj else []


@admin.register(Penugasan)
class PenugasanAdmin(AdminDasar):
    """Roles."""

    list_display = ["pengguna", "peran", "perangkat_daerah", "unit", "pemda", "mulai", "sampai"]
    list_filter = ["peran", "perangkat_daerah"]
    search_fields = ["pengguna__username", "pengguna__first_name", "pengguna__last_name"]
    autocomplete_fields = ["pengguna", "pemda", "perangkat_daerah", "unit"]
    list_select_related = ("pengguna", "perangkat_daerah", "unit", "pemda")


class RincianProfilBaris(BarisDasar):
    """Figures of a profile."""

    model = RincianProfil


@admin.register(ProfilOrganisasi)
class ProfilOrganisasiAdmin(AdminDasar):
    """Profiles of offices by year."""

    list_display = ["__str__", "perangkat_daerah", "tahun", "sumber"]
    list_filter = ["tahun", "perangkat_daerah"]
    search_fields = ["perangkat_daerah__nama", "sumber"]
    autocomplete_fields = ["perangkat_daerah"]
    list_select_related = ("perangkat_daerah",)
    inlines = [RincianProfilBaris]


@admin.register(RincianProfil)
class RincianProfilAdmin(AdminDasar):
    """Figures of all profiles."""

    list_display = ["uraian", "profil", "kelompok", "angka_jumlah", "satuan"]
    list_filter = ["kelompok", "profil__tahun", "profil__perangkat_daerah"]
    search_fields = ["uraian", "profil__perangkat_daerah__nama"]
    autocomplete_fields = ["profil"]
    list_select_related = ("profil__perangkat_daerah",)
    angka_jumlah = kolom_angka("jumlah", "jumlah")


@admin.register(DasarHukum)
class DasarHukumAdmin(AdminDasar):
    """Regulations."""

    list_display = ["sebutan", "tentang", "kunci", "pemda"]
    list_filter = ["jenis", "pemda"]
    search_fields = ["kunci", "nomor", "tentang", "lembaga"]
    autocomplete_fields = ["pemda", "mengubah"]
    list_select_related = ("pemda",)

    @admin.display(description="peraturan", ordering="kunci")
    def sebutan(self, obj: DasarHukum) -> str:
        """Short citation."""
        return obj.sebutan


@admin.register(DokumenPenetapan)
class DokumenPenetapanAdmin(AdminDasar):
    """Documents that set something for an office."""

    list_display = ["__str__", "perangkat_daerah", "tahun", "tanggal", "penanda_tangan", "ada_berkas"]
    list_filter = ["jenis", "tahun", "perangkat_daerah"]
    search_fields = ["nomor", "penanda_tangan", "perangkat_daerah__nama"]
    autocomplete_fields = ["perangkat_daerah"]
    list_select_related = ("perangkat_daerah",)

    @admin.display(description="berkas", boolean=True)
    def ada_berkas(self, obj: DokumenPenetapan) -> bool:
        """Whether a file is stored."""
        return bool(obj.berkas)


@admin.register(Satuan)
class SatuanAdmin(AdminDasar):
    """Units of measure."""

    list_display = ["nama", "is_persen"]
    search_fields = ["nama"]
