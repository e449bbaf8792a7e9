"""Admin of kinerja: indicators, targets, promises. What is measured stands in ``admin_ukur``."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import Q
from django.http import HttpRequest

from kinerja import admin_aturan, admin_ukur, petunjuk  # noqa: F401 - registers the rest
from kinerja.admin_formulir import FormNilai, FormTargetDPA, FormTargetPeriode, FormTargetPK
from kinerja.models import (
    Aksi,
    AlasanPeringatan,
    DefinisiIndikator,
    Indikator,
    PerjanjianKinerja,
    RencanaAksi,
    TargetDPA,
    TargetPeriode,
    TargetPK,
    TargetRenstra,
    TargetRKT,
)
from sakip.umum.admin_dasar import AdminDasar, BarisDasar, HanyaBaca, TumpukDasar
from sakip.umum.admin_kolom import (
    DITETAPKAN,
    TERISI,
    awal_teks,
    kolom_ditetapkan,
    kolom_nilai,
    kolom_terisi,
    saring_keadaan,
)

NILAI = ["nilai", "nilai_atas", "predikat"]
PK_TERKUNCI = "Perjanjian kinerja ini sudah ditetapkan dan terkunci. Buat perubahan untuk mengubah isinya."
KANTOR = ("indikator__perangkat_daerah",)
CARI_INDIKATOR = ["indikator__nama", "indikator__kode", "indikator__perangkat_daerah__nama"]
TEMPAT: list[Any] = ["tujuan", "sasaran", "program", "kegiatan", "sub_kegiatan"]
TINGKAT = saring_keadaan(
    "tingkat",
    "tingkat",
    {nama: (nama.replace("_", " ").capitalize(), Q(**{f"{nama}__isnull": False})) for nama in TEMPAT},
)
DEFINISI: list[Any] = [
    (None, {"fields": ["mulai_tahun", "satuan", "arah", "jenis", "skala", "desimal"]}),
    ("Cara mengukur", {"fields": ["frekuensi", "metode", "akumulasi_renstra", "penanggung_jawab"]}),
    ("Rasio", {"fields": ["label_pembilang", "label_penyebut"]}),
    ("Penjelasan", {"fields": ["definisi_operasional", "formulasi", "sumber_data", "alasan_perubahan"]}),
]


class DefinisiTumpuk(TumpukDasar):
    """Definitions of an indicator, the newest first."""

    model = DefinisiIndikator
    autocomplete_fields = ["satuan", "penanggung_jawab"]
    fieldsets = DEFINISI


class TargetRenstraBaris(BarisDasar):
    """Renstra targets of an indicator."""

    model = TargetRenstra
    form = FormNilai
    fields = ["versi", "tahun", *NILAI]
    autocomplete_fields = ["versi", "predikat"]


@admin.register(Indikator)
class IndikatorAdmin(AdminDasar):
    """Indicators with definitions and Renstra targets."""

    kelompok = "perencanaan"
    list_display = ["nama", "kode", "perangkat_daerah", "tingkat", "iku", "urutan"]
    list_filter = [TINGKAT, "is_iku", "perangkat_daerah", "definisi__penanggung_jawab"]
    search_fields = ["nama", "kode", "perangkat_daerah__nama"]
    autocomplete_fields = ["perangkat_daerah", *TEMPAT, "induk", "pendahulu"]
    list_select_related = ("perangkat_daerah",)
    inlines = [DefinisiTumpuk, TargetRenstraBaris]
    fieldsets = [
        (None, {"fields": ["perangkat_daerah", "nama", "kode", "urutan", "is_iku"]}),
        ("Tempat: isi tepat satu", {"fields": TEMPAT}),
        ("Kaitan dengan indikator lain", {"fields": ["induk", "pendahulu"]}),
    ]

    @admin.display(description="IKU", ordering="is_iku", boolean=True)
    def iku(self, obj: Indikator) -> bool:
        """Whether it is one of the main indicators."""
        return obj.is_iku

    @admin.display(description="tingkat")
    def tingkat(self, obj: Indikator) -> str:
        """What the indicator measures."""
        for nama in TEMPAT:
            if getattr(obj, f"{nama}_id"):
                return str(Indikator._meta.get_field(nama).verbose_name).capitalize()  # type: ignore[union-attr]
        return ""


@admin.register(DefinisiIndikator)
class DefinisiIndikatorAdmin(AdminDasar):
    """Definitions of indicators."""

    kelompok = "perencanaan"
    is_rincian = True
    list_display = ["indikator", "mulai_tahun", "satuan", "jenis", "arah", "frekuensi", "metode"]
    list_filter = ["mulai_tahun", "jenis", "frekuensi", "indikator__perangkat_daerah", "penanggung_jawab"]
    search_fields = CARI_INDIKATOR
    autocomplete_fields = ["indikator", "satuan", "penanggung_jawab"]
    list_select_related = (*KANTOR, "satuan")
    fieldsets = [("Indikator", {"fields": ["indikator"]}), *DEFINISI]


class AdminNilai(AdminDasar):
    """What the admin of every target shares."""

    form = FormNilai
    kelompok = "perencanaan"
    is_rincian = True
    autocomplete_fields: ClassVar[Any] = ["indikator", "predikat"]
    search_fields = CARI_INDIKATOR
    list_select_related: ClassVar[Any] = (*KANTOR, "predikat")
    angka_nilai = kolom_nilai
    keadaan = kolom_terisi
    depan: ClassVar[list[str]] = ["indikator", "tahun"]

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Show whose value it is, then the value."""
        return [(None, {"fields": self.depan}), ("Nilai", {"fields": NILAI})]


@admin.register(TargetRenstra)
class TargetRenstraAdmin(AdminNilai):
    """Renstra targets."""

    list_display = ["indikator", "versi", "tahun", "angka_nilai", "keadaan"]
    list_filter = [TERISI, "tahun", "indikator__perangkat_daerah"]
    autocomplete_fields = ["indikator", "versi", "predikat"]
    list_select_related = (
        *KANTOR, "predikat", "versi__renstra__perangkat_daerah", "versi__renstra__periode",
    )  # fmt: skip
    depan = ["indikator", "versi", "tahun"]


@admin.register(TargetRKT)
class TargetRKTAdmin(AdminNilai):
    """Targets of the yearly plan."""

    is_rincian = False
    list_display = ["indikator", "tahun", "angka_nilai", "keadaan"]
    list_filter = [TERISI, "tahun", "indikator__perangkat_daerah"]


@admin.register(TargetDPA)
class TargetDPAAdmin(AdminNilai):
    """Targets in the DPA."""

    form = FormTargetDPA
    kelompok = "anggaran"
    list_display = ["indikator", "dpa", "angka_nilai", "keadaan"]
    list_filter = [TERISI, "dpa__tahun", "indikator__perangkat_daerah"]
    autocomplete_fields = ["dpa", "indikator", "predikat"]
    list_select_related = (*KANTOR, "predikat", "dpa__perangkat_daerah")
    depan = ["dpa", "indikator"]


class TargetPKBaris(BarisDasar):
    """Promised targets."""

    model = TargetPK
    form = FormTargetPK
    fields = ["urutan", "indikator", *NILAI]
    autocomplete_fields = ["indikator", "predikat"]


@admin.register(PerjanjianKinerja)
class PerjanjianKinerjaAdmin(AdminDasar):
    """Perjanjian Kinerja with their targets."""

    kelompok = "perjanjian"
    list_display = ["nama", "jabatan", "tahun", "keadaan", "tanggal", "nomor"]
    list_filter = [DITETAPKAN, "tahun", "revisi", "jabatan__perangkat_daerah"]
    search_fields = ["jabatan__nama", "nomor", "tahun"]
    autocomplete_fields = ["jabatan", "pihak_pertama", "pihak_kedua", "dpa"]
    list_select_related = ("jabatan",)
    inlines = [TargetPKBaris]
    keadaan = kolom_ditetapkan
    fieldsets = [
        (None, {"fields": ["jabatan", "tahun", "tanggal", "nomor"]}),
        ("Perubahan", {"fields": ["revisi", "alasan", "uraian_alasan"]}),
        ("Para pihak", {"fields": ["pihak_pertama", "pihak_kedua"]}),
        ("Anggaran", {"fields": ["dpa"]}),
    ]

    def pemberitahuan(self, obj: Any) -> str:
        """Say that a PK that is set cannot change."""
        return PK_TERKUNCI if obj.ditetapkan_pada else ""

    @admin.display(description="perjanjian", ordering="revisi")
    def nama(self, obj: PerjanjianKinerja) -> str:
        """Name with the number of the revision."""
        return obj.nama


@admin.register(TargetPK)
class TargetPKAdmin(AdminNilai):
    """Promised targets of all PK."""

    form = FormTargetPK
    kelompok = "perjanjian"
    list_display = ["indikator", "perjanjian", "urutan", "angka_nilai", "keadaan"]
    list_filter = [TERISI, "perjanjian__tahun", "indikator__perangkat_daerah"]
    autocomplete_fields = ["perjanjian", "indikator", "predikat"]
    list_select_related = (*KANTOR, "predikat", "perjanjian__jabatan")
    depan = ["perjanjian", "urutan", "indikator"]

    def pemberitahuan(self, obj: Any) -> str:
        """Say that targets of a PK that is set cannot change."""
        return PK_TERKUNCI if obj.perjanjian.ditetapkan_pada else ""


class TargetPeriodeBaris(BarisDasar):
    """Targets per period."""

    model = TargetPeriode
    form = FormTargetPeriode
    fields = ["indikator", "periode", *NILAI]
    autocomplete_fields = ["indikator", "predikat"]


class AksiBaris(BarisDasar):
    """Actions of a plan."""

    model = Aksi
    autocomplete_fields = ["unit", "sub_kegiatan"]


@admin.register(RencanaAksi)
class RencanaAksiAdmin(AdminDasar):
    """Action plans."""

    kelompok = "perjanjian"
    list_display = ["__str__", "perjanjian"]
    list_filter = ["perjanjian__tahun", "perjanjian__jabatan__perangkat_daerah"]
    search_fields = ["perjanjian__jabatan__nama", "perjanjian__tahun"]
    autocomplete_fields = ["perjanjian"]
    list_select_related = ("perjanjian__jabatan",)
    inlines = [TargetPeriodeBaris, AksiBaris]


@admin.register(TargetPeriode)
class TargetPeriodeAdmin(AdminNilai):
    """Targets per period of all plans."""

    form = FormTargetPeriode
    kelompok = "perjanjian"
    list_display = ["indikator", "rencana_aksi", "periode", "angka_nilai", "keadaan"]
    list_filter = [TERISI, "periode", "rencana_aksi__perjanjian__tahun", "indikator__perangkat_daerah"]
    autocomplete_fields = ["rencana_aksi", "indikator", "predikat"]
    list_select_related = (*KANTOR, "predikat", "rencana_aksi__perjanjian__jabatan")
    depan = ["rencana_aksi", "indikator", "periode"]


@admin.register(Aksi)
class AksiAdmin(AdminDasar):
    """Actions of all plans."""

    kelompok = "perjanjian"
    is_rincian = True
    list_display = ["__str__", "rencana_aksi", "unit", "periode", "urutan"]
    list_filter = ["periode", "rencana_aksi__perjanjian__tahun", "unit__perangkat_daerah", "unit"]
    search_fields = ["uraian", "keluaran", "unit__nama"]
    autocomplete_fields = ["rencana_aksi", "unit", "sub_kegiatan"]
    list_select_related = ("rencana_aksi__perjanjian__jabatan", "unit")
    fieldsets = [
        (None, {"fields": ["rencana_aksi", "urutan", "uraian", "keluaran"]}),
        ("Siapa dan kapan", {"fields": ["unit", "periode", "sub_kegiatan"]}),
    ]


@admin.register(AlasanPeringatan)
class AlasanPeringatanAdmin(HanyaBaca, AdminDasar):
    """Why a PK was set although a rule warned."""

    kelompok = "perjanjian"
    is_rincian = True
    list_display = ["kode", "perjanjian", "indikator", "awal", "oleh", "pada"]
    list_filter = ["kode", "perjanjian__tahun", "perjanjian__jabatan__perangkat_daerah"]
    search_fields = ["alasan", "perjanjian__jabatan__nama", "indikator__nama"]
    list_select_related = ("perjanjian__jabatan", "indikator", "oleh")
    fieldsets = [
        (None, {"fields": ["perjanjian", "kode", "indikator", "alasan"]}),
        ("Siapa dan kapan", {"fields": ["oleh", "pada"]}),
    ]

    @admin.display(description="alasan")
    def awal(self, obj: AlasanPeringatan) -> str:
        """First words."""
        return awal_teks(obj.alasan)
