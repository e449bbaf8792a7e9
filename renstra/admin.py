"""Admin of renstra."""

from __future__ import annotations

from django.contrib import admin

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
from sakip.umum.admin_dasar import AdminDasar, BarisDasar, kolom_persen


class MisiBaris(BarisDasar):
    """Misi of a period."""

    model = Misi


@admin.register(PeriodePerencanaan)
class PeriodePerencanaanAdmin(AdminDasar):
    """Planning periods with their misi."""

    list_display = ["__str__", "pemda", "tahun_target_awal", "tahun_target_akhir", "dasar_hukum"]
    list_filter = ["pemda"]
    search_fields = ["pemda__nama", "tahun_awal", "visi"]
    autocomplete_fields = ["pemda", "dasar_hukum"]
    list_select_related = ("pemda", "dasar_hukum")
    inlines = [MisiBaris]


class TujuanRPJMDBaris(BarisDasar):
    """Tujuan of a misi."""

    model = TujuanRPJMD


@admin.register(Misi)
class MisiAdmin(AdminDasar):
    """Misi with their tujuan."""

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
class TujuanRPJMDAdmin(AdminDasar):
    """Tujuan of the RPJMD."""

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
class SasaranRPJMDAdmin(AdminDasar):
    """Sasaran of the RPJMD."""

    list_display = ["__str__", "tujuan", "urutan"]
    list_filter = ["tujuan__misi__periode__pemda"]
    search_fields = ["uraian"]
    autocomplete_fields = ["tujuan"]
    list_select_related = ("tujuan",)
    inlines = [IndikatorSasaranRPJMDBaris]


@admin.register(IndikatorRPJMD)
class IndikatorRPJMDAdmin(AdminDasar):
    """Indicators of the RPJMD."""

    list_display = ["nama", "tujuan", "sasaran", "urutan"]
    search_fields = ["nama"]
    autocomplete_fields = ["tujuan", "sasaran"]
    list_select_related = ("tujuan", "sasaran")


class VersiRenstraBaris(BarisDasar):
    """Versions of a Renstra."""

    model = VersiRenstra
    autocomplete_fields = ["dasar_hukum"]


class TujuanBaris(BarisDasar):
    """Tujuan of a Renstra."""

    model = Tujuan
    show_change_link = True


@admin.register(Renstra)
class RenstraAdmin(AdminDasar):
    """Renstra with versions and tujuan."""

    list_display = ["__str__", "perangkat_daerah", "periode"]
    list_filter = ["periode__pemda", "perangkat_daerah"]
    search_fields = ["perangkat_daerah__nama"]
    autocomplete_fields = ["perangkat_daerah", "periode"]
    list_select_related = ("perangkat_daerah", "periode__pemda")
    inlines = [VersiRenstraBaris, TujuanBaris]


@admin.register(VersiRenstra)
class VersiRenstraAdmin(AdminDasar):
    """Versions of Renstra."""

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
class TujuanAdmin(AdminDasar):
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
class SasaranAdmin(AdminDasar):
    """Sasaran with the programmes that serve them."""

    list_display = ["__str__", "renstra", "tujuan", "urutan", "sumber"]
    list_filter = ["sumber", "renstra__perangkat_daerah"]
    search_fields = ["uraian", "renstra__perangkat_daerah__nama"]
    autocomplete_fields = ["renstra", "tujuan", "sasaran_rpjmd"]
    list_select_related = ("renstra__perangkat_daerah", "renstra__periode", "tujuan", "sasaran_rpjmd")
    inlines = [SasaranProgramBaris]


@admin.register(SasaranProgram)
class SasaranProgramAdmin(AdminDasar):
    """Shares of programmes."""

    list_display = ["program", "sasaran", "angka_porsi_persen"]
    list_filter = ["program__tahun", "program__perangkat_daerah"]
    search_fields = ["program__nomenklatur__kode", "program__nomenklatur__nama", "sasaran__uraian"]
    autocomplete_fields = ["sasaran", "program"]
    list_select_related = ("program__nomenklatur", "sasaran")
    angka_porsi_persen = kolom_persen("porsi_persen", "porsi anggaran")


@admin.register(IsuStrategis)
class IsuStrategisAdmin(AdminDasar):
    """Strategic issues."""

    list_display = ["__str__", "perangkat_daerah", "tahun", "cakupan", "aspek", "urutan"]
    list_filter = ["tahun", "cakupan", "aspek", "perangkat_daerah"]
    search_fields = ["uraian", "perangkat_daerah__nama"]
    autocomplete_fields = ["perangkat_daerah"]
    list_select_related = ("perangkat_daerah",)


@admin.register(Nomenklatur)
class NomenklaturAdmin(AdminDasar):
    """The national nomenclature."""

    list_display = ["kode", "nama", "tingkat", "mulai_tahun", "dasar_hukum", "terkonfirmasi"]
    list_filter = ["tingkat", "terkonfirmasi", "mulai_tahun"]
    search_fields = ["kode", "kode_lama", "nama"]
    autocomplete_fields = ["dasar_hukum"]
    list_select_related = ("dasar_hukum",)


class KegiatanBaris(BarisDasar):
    """Kegiatan of a programme."""

    model = Kegiatan
    autocomplete_fields = ["nomenklatur", "unit"]
    show_change_link = True


@admin.register(Program)
class ProgramAdmin(AdminDasar):
    """Programmes with their kegiatan."""

    list_display = ["__str__", "perangkat_daerah", "tahun", "unit"]
    list_filter = ["tahun", "perangkat_daerah"]
    search_fields = ["nomenklatur__kode", "nomenklatur__nama", "perangkat_daerah__nama"]
    autocomplete_fields = ["nomenklatur", "perangkat_daerah", "unit"]
    list_select_related = ("nomenklatur", "perangkat_daerah", "unit")
    inlines = [KegiatanBaris]


class SubKegiatanBaris(BarisDasar):
    """Sub kegiatan of a kegiatan."""

    model = SubKegiatan
    autocomplete_fields = ["nomenklatur", "unit"]


@admin.register(Kegiatan)
class KegiatanAdmin(AdminDasar):
    """Kegiatan with their sub kegiatan."""

    list_display = ["__str__", "program", "unit"]
    list_filter = ["program__tahun", "program__perangkat_daerah"]
    search_fields = ["nomenklatur__kode", "nomenklatur__nama"]
    autocomplete_fields = ["nomenklatur", "program", "unit"]
    list_select_related = ("nomenklatur", "program__nomenklatur", "unit")
    inlines = [SubKegiatanBaris]


@admin.register(SubKegiatan)
class SubKegiatanAdmin(AdminDasar):
    """Sub kegiatan."""

    list_display = ["__str__", "kegiatan", "unit"]
    list_filter = ["kegiatan__program__tahun", "kegiatan__program__perangkat_daerah"]
    search_fields = ["nomenklatur__kode", "nomenklatur__nama"]
    autocomplete_fields = ["nomenklatur", "kegiatan", "unit"]
    list_select_related = ("nomenklatur", "kegiatan__nomenklatur", "unit")
