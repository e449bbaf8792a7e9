"""Admin of renstra."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import Q

from renstra import petunjuk  # noqa: F401 - registers the help texts
from renstra.impor import ResourceNomenklatur
from renstra.models import (
    IndikatorRPJMD,
    IsuStrategis,
    Kegiatan,
    Misi,
    Nomenklatur,
    PeriodePerencanaan,
    Program,
    Renstra,
    Sasaran,
    SasaranProgram,
    SasaranRPJMD,
    SubKegiatan,
    Tujuan,
    TujuanRPJMD,
    VersiRenstra,
)
from sakip.umum.admin_dasar import AdminDasar, BarisDasar
from sakip.umum.admin_kolom import kolom_persen, saring_keadaan
from sakip.umum.impor.admin import AdminImpor

BERUNIT = saring_keadaan(
    "keadaan",
    "keadaan",
    {
        "berunit": ("Ada unitnya", Q(unit__isnull=False)),
        "tanpa_unit": ("Belum ada unitnya", Q(unit=None)),
    },
)


class AdminPerencanaan(AdminDasar):
    """Everything that is planned."""

    kelompok = "perencanaan"


class MisiBaris(BarisDasar):
    """Misi of a period."""

    model = Misi


@admin.register(PeriodePerencanaan)
class PeriodePerencanaanAdmin(AdminPerencanaan):
    """Planning periods with their misi."""

    list_display = ["__str__", "pemda", "tahun_target_awal", "tahun_target_akhir", "dasar_hukum"]
    list_filter = ["pemda"]
    search_fields = ["pemda__nama", "tahun_awal", "visi"]
    autocomplete_fields = ["pemda", "dasar_hukum"]
    list_select_related = ("pemda", "dasar_hukum")
    inlines = [MisiBaris]
    fieldsets = [
        (None, {"fields": ["pemda", "visi", "dasar_hukum"]}),
        ("Masa", {"fields": ["tahun_awal", "tahun_akhir", "tahun_target_awal", "tahun_target_akhir"]}),
    ]


class TujuanRPJMDBaris(BarisDasar):
    """Tujuan of a misi."""

    model = TujuanRPJMD


@admin.register(Misi)
class MisiAdmin(AdminPerencanaan):
    """Misi with their tujuan."""

    is_rincian = True
    list_display = ["__str__", "periode", "nomor"]
    list_filter = ["periode__pemda"]
    search_fields = ["uraian"]
    autocomplete_fields = ["periode"]
    list_select_related = ("periode__pemda",)
    inlines = [TujuanRPJMDBaris]


class SasaranRPJMDBaris(BarisDasar):
    """Sasaran of a tujuan of the RPJMD."""

    model = SasaranRPJMD


class IndikatorTujuanRPJMDBaris(BarisDasar):
    """Indicators of a tujuan of the RPJMD."""

    model = IndikatorRPJMD
    exclude = ["sasaran"]


@admin.register(TujuanRPJMD)
class TujuanRPJMDAdmin(AdminPerencanaan):
    """Tujuan of the RPJMD."""

    is_rincian = True
    list_display = ["__str__", "misi", "urutan"]
    list_filter = ["misi__periode__pemda"]
    search_fields = ["uraian"]
    autocomplete_fields = ["misi"]
    list_select_related = ("misi",)
    inlines = [SasaranRPJMDBaris, IndikatorTujuanRPJMDBaris]


class IndikatorSasaranRPJMDBaris(BarisDasar):
    """Indicators of a sasaran of the RPJMD."""

    model = IndikatorRPJMD
    exclude = ["tujuan"]


@admin.register(SasaranRPJMD)
class SasaranRPJMDAdmin(AdminPerencanaan):
    """Sasaran of the RPJMD."""

    is_rincian = True
    list_display = ["__str__", "tujuan", "urutan"]
    list_filter = ["tujuan__misi__periode__pemda"]
    search_fields = ["uraian"]
    autocomplete_fields = ["tujuan"]
    list_select_related = ("tujuan",)
    inlines = [IndikatorSasaranRPJMDBaris]


@admin.register(IndikatorRPJMD)
class IndikatorRPJMDAdmin(AdminPerencanaan):
    """Indicators of the RPJMD."""

    is_rincian = True
    list_display = ["nama", "tujuan", "sasaran", "urutan"]
    list_filter = ["sasaran__tujuan__misi__periode__pemda"]
    search_fields = ["nama"]
    autocomplete_fields = ["tujuan", "sasaran"]
    list_select_related = ("tujuan", "sasaran")
    fieldsets = [
        (None, {"fields": ["nama", "urutan"]}),
        ("Letak: tujuan atau sasaran", {"fields": ["tujuan", "sasaran"]}),
    ]


class VersiRenstraBaris(BarisDasar):
    """Versions of a Renstra."""

    model = VersiRenstra
    autocomplete_fields = ["dasar_hukum"]


class TujuanBaris(BarisDasar):
    """Tujuan of a Renstra."""

    model = Tujuan
    show_change_link = True


@admin.register(Renstra)
class RenstraAdmin(AdminPerencanaan):
    """Renstra with versions and tujuan."""

    list_display = ["__str__", "perangkat_daerah", "periode"]
    list_filter = ["periode__pemda", "perangkat_daerah"]
    search_fields = ["perangkat_daerah__nama"]
    autocomplete_fields = ["perangkat_daerah", "periode"]
    list_select_related = ("perangkat_daerah", "periode__pemda")
    inlines = [VersiRenstraBaris, TujuanBaris]


@admin.register(VersiRenstra)
class VersiRenstraAdmin(AdminPerencanaan):
    """Versions of Renstra."""

    is_rincian = True
    list_display = ["__str__", "renstra", "nomor", "mulai_tahun", "dasar_hukum"]
    list_filter = ["mulai_tahun", "renstra__perangkat_daerah"]
    search_fields = ["renstra__perangkat_daerah__nama"]
    autocomplete_fields = ["renstra", "dasar_hukum"]
    list_select_related = ("renstra__perangkat_daerah", "renstra__periode", "dasar_hukum")


class SasaranBaris(BarisDasar):
    """Sasaran of a tujuan."""

    model = Sasaran
    fields = ["renstra", "urutan", "uraian", "sumber", "sasaran_rpjmd"]
    autocomplete_fields = ["renstra", "sasaran_rpjmd"]
    show_change_link = True


@admin.register(Tujuan)
class TujuanAdmin(AdminPerencanaan):
    """Tujuan with their sasaran."""

    list_display = ["__str__", "renstra", "urutan"]
    list_filter = ["renstra__perangkat_daerah"]
    search_fields = ["uraian", "renstra__perangkat_daerah__nama"]
    autocomplete_fields = ["renstra"]
    list_select_related = ("renstra__perangkat_daerah", "renstra__periode")
    inlines = [SasaranBaris]


class SasaranProgramBaris(BarisDasar):
    """Programmes that serve a sasaran, with their shares."""

    model = SasaranProgram
    autocomplete_fields = ["program"]


@admin.register(Sasaran)
class SasaranAdmin(AdminPerencanaan):
    """Sasaran with the programmes that serve them."""

    list_display = ["__str__", "renstra", "tujuan", "urutan", "sumber"]
    list_filter = ["sumber", "renstra__perangkat_daerah"]
    search_fields = ["uraian", "renstra__perangkat_daerah__nama"]
    autocomplete_fields = ["renstra", "tujuan", "sasaran_rpjmd"]
    list_select_related = ("renstra__perangkat_daerah", "renstra__periode", "tujuan", "sasaran_rpjmd")
    inlines = [SasaranProgramBaris]
    fieldsets = [
        (None, {"fields": ["renstra", "tujuan", "urutan", "uraian"]}),
        ("Asal dan kaitan", {"fields": ["sumber", "sasaran_rpjmd"]}),
    ]


@admin.register(SasaranProgram)
class SasaranProgramAdmin(AdminPerencanaan):
    """Shares of programmes."""

    is_rincian = True
    list_display = ["program", "sasaran", "angka_porsi_persen"]
    list_filter = ["program__tahun", "program__perangkat_daerah"]
    search_fields = ["program__nomenklatur__kode", "program__nomenklatur__nama", "sasaran__uraian"]
    autocomplete_fields = ["sasaran", "program"]
    list_select_related = ("program__nomenklatur", "sasaran")
    angka_porsi_persen = kolom_persen("porsi_persen", "porsi anggaran")


@admin.register(IsuStrategis)
class IsuStrategisAdmin(AdminPerencanaan):
    """Strategic issues."""

    list_display = ["__str__", "perangkat_daerah", "tahun", "cakupan", "aspek", "urutan"]
    list_filter = ["tahun", "cakupan", "aspek", "perangkat_daerah"]
    search_fields = ["uraian", "perangkat_daerah__nama"]
    autocomplete_fields = ["perangkat_daerah"]
    list_select_related = ("perangkat_daerah",)
    fieldsets = [
        (None, {"fields": ["perangkat_daerah", "tahun"]}),
        ("Isu", {"fields": ["cakupan", "aspek", "urutan", "uraian"]}),
    ]


@admin.register(Nomenklatur)
class NomenklaturAdmin(AdminImpor):
    """The national nomenclature."""

    resource_classes = [ResourceNomenklatur]
    list_display = ["kode", "nama", "tingkat", "mulai_tahun", "dasar_hukum", "terkonfirmasi"]
    list_filter = ["tingkat", "terkonfirmasi", "mulai_tahun"]
    search_fields = ["kode", "kode_lama", "nama"]
    autocomplete_fields = ["dasar_hukum"]
    list_select_related = ("dasar_hukum",)
    fieldsets = [
        (None, {"fields": ["tingkat", "kode", "kode_lama", "nama"]}),
        ("Keluaran", {"fields": ["indikator", "satuan"]}),
        ("Asal", {"fields": ["dasar_hukum", "mulai_tahun", "sumber", "terkonfirmasi"]}),
    ]


class KegiatanBaris(BarisDasar):
    """Kegiatan of a programme."""

    model = Kegiatan
    autocomplete_fields = ["nomenklatur", "unit"]
    show_change_link = True


@admin.register(Program)
class ProgramAdmin(AdminPerencanaan):
    """Programmes with their kegiatan."""

    list_display = ["__str__", "perangkat_daerah", "tahun", "unit"]
    list_filter = ["tahun", "perangkat_daerah", "unit", BERUNIT]
    search_fields = ["nomenklatur__kode", "nomenklatur__nama", "perangkat_daerah__nama"]
    autocomplete_fields = ["nomenklatur", "perangkat_daerah", "unit"]
    list_select_related = ("nomenklatur", "perangkat_daerah", "unit")
    inlines = [KegiatanBaris]
    fieldsets = [
        (None, {"fields": ["perangkat_daerah", "tahun", "nomenklatur"]}),
        ("Hasil dan penanggung jawab", {"fields": ["sasaran_teks", "unit"]}),
    ]


class SubKegiatanBaris(BarisDasar):
    """Sub kegiatan of a kegiatan."""

    model = SubKegiatan
    autocomplete_fields = ["nomenklatur", "unit"]


@admin.register(Kegiatan)
class KegiatanAdmin(AdminPerencanaan):
    """Kegiatan with their sub kegiatan."""

    list_display = ["__str__", "program", "unit"]
    list_filter = ["program__tahun", "program__perangkat_daerah", "unit", BERUNIT]
    search_fields = ["nomenklatur__kode", "nomenklatur__nama"]
    autocomplete_fields = ["nomenklatur", "program", "unit"]
    list_select_related = ("nomenklatur", "program__nomenklatur", "unit")
    inlines = [SubKegiatanBaris]
    fieldsets = [
        (None, {"fields": ["program", "nomenklatur"]}),
        ("Hasil dan penanggung jawab", {"fields": ["sasaran_teks", "unit"]}),
    ]


@admin.register(SubKegiatan)
class SubKegiatanAdmin(AdminPerencanaan):
    """Sub kegiatan."""

    list_display = ["__str__", "kegiatan", "unit"]
    list_filter = ["kegiatan__program__tahun", "kegiatan__program__perangkat_daerah", "unit", BERUNIT]
    search_fields = ["nomenklatur__kode", "nomenklatur__nama"]
    autocomplete_fields = ["nomenklatur", "kegiatan", "unit"]
    list_select_related = ("nomenklatur", "kegiatan__nomenklatur", "unit")
    fieldsets = [
        (None, {"fields": ["kegiatan", "nomenklatur"]}),
        ("Hasil dan penanggung jawab", {"fields": ["sasaran_teks", "unit"]}),
    ]
