"""Admin of kinerja."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin
from django.http import HttpRequest

from kinerja.models import (
    Aksi,
    AnalisisCapaian,
    AturanPengukuran,
    DefinisiIndikator,
    Indikator,
    KelasCapaian,
    NilaiTahunLalu,
    Pembanding,
    Pengukuran,
    PerjanjianKinerja,
    Realisasi,
    RencanaAksi,
    SkalaCapaian,
    SkalaNilai,
    TargetDPA,
    TargetPeriode,
    TargetPK,
    TargetRenstra,
    TargetRKT,
)
from sakip.umum.admin_dasar import (
    AdminDasar,
    BarisDasar,
    FormDasar,
    TumpukDasar,
    kolom_nilai,
    kolom_persen,
)
from sakip.umum.angka import format_angka

NILAI = ["nilai", "nilai_atas", "predikat"]
KANTOR = ("indikator__perangkat_daerah",)
CARI_INDIKATOR = ["indikator__nama", "indikator__kode", "indikator__perangkat_daerah__nama"]


class DefinisiTumpuk(TumpukDasar):
    """Definitions of an indicator, the newest first."""

    model = DefinisiIndikator
    autocomplete_fields = ["satuan", "penanggung_jawab"]


class TargetRenstraBaris(BarisDasar):
    """Renstra targets of an indicator."""

    model = TargetRenstra
    fields = ["versi", "tahun", *NILAI]
    autocomplete_fields = ["versi", "predikat"]


@admin.register(Indikator)
class IndikatorAdmin(AdminDasar):
    """Indicators with definitions and Renstra targets."""

    list_display = ["nama", "kode", "perangkat_daerah", "tingkat", "is_iku", "urutan"]
    list_filter = ["is_iku", "perangkat_daerah"]
    search_fields = ["nama", "kode", "perangkat_daerah__nama"]
    autocomplete_fields = [
        "perangkat_daerah", "tujuan", "sasaran", "program", "kegiatan", "sub_kegiatan", "induk", "pendahulu",
    ]  # fmt: skip
    list_select_related = ("perangkat_daerah",)
    inlines = [DefinisiTumpuk, TargetRenstraBaris]

    @admin.display(description="tingkat")
    def tingkat(self, obj: Indikator) -> str:
        """What the indicator measures."""
        for nama in ("tujuan", "sasaran", "program", "kegiatan", "sub_kegiatan"):
            if getattr(obj, f"{nama}_id"):
                return str(Indikator._meta.get_field(nama).verbose_name).capitalize()  # type: ignore[union-attr]
        return ""


@admin.register(DefinisiIndikator)
class DefinisiIndikatorAdmin(AdminDasar):
    """Definitions of indicators."""

    list_display = ["indikator", "mulai_tahun", "satuan", "jenis", "arah", "frekuensi", "metode"]
    list_filter = ["mulai_tahun", "jenis", "frekuensi", "indikator__perangkat_daerah"]
    search_fields = CARI_INDIKATOR
    autocomplete_fields = ["indikator", "satuan", "penanggung_jawab"]
    list_select_related = (*KANTOR, "satuan")


class AdminNilai(AdminDasar):
    """What the admin of every target shares."""

    autocomplete_fields: ClassVar[Any] = ["indikator", "predikat"]
    search_fields = CARI_INDIKATOR
    list_select_related: ClassVar[Any] = (*KANTOR, "predikat")
    angka_nilai = kolom_nilai


@admin.register(TargetRenstra)
class TargetRenstraAdmin(AdminNilai):
    """Renstra targets."""

    list_display = ["indikator", "versi", "tahun", "angka_nilai"]
    list_filter = ["tahun", "indikator__perangkat_daerah"]
    autocomplete_fields = ["indikator", "versi", "predikat"]
    list_select_related = (
        *KANTOR, "predikat", "versi__renstra__perangkat_daerah", "versi__renstra__periode",
    )  # fmt: skip
    fields = ["indikator", "versi", "tahun", *NILAI]


@admin.register(TargetRKT)
class TargetRKTAdmin(AdminNilai):
    """Targets of the yearly plan."""

    list_display = ["indikator", "tahun", "angka_nilai"]
    list_filter = ["tahun", "indikator__perangkat_daerah"]
    fields = ["indikator", "tahun", *NILAI]


@admin.register(TargetDPA)
class TargetDPAAdmin(AdminNilai):
    """Targets in the DPA."""

    list_display = ["indikator", "dpa", "angka_nilai"]
    list_filter = ["dpa__tahun", "indikator__perangkat_daerah"]
    autocomplete_fields = ["dpa", "indikator", "predikat"]
    list_select_related = (*KANTOR, "predikat", "dpa__perangkat_daerah")
    fields = ["dpa", "indikator", *NILAI]


class TargetPKBaris(BarisDasar):
    """Promised targets."""

    model = TargetPK
    fields = ["urutan", "indikator", *NILAI]
    autocomplete_fields = ["indikator", "predikat"]


@admin.register(PerjanjianKinerja)
class PerjanjianKinerjaAdmin(AdminDasar):
    """Perjanjian Kinerja with their targets."""

    list_display = ["nama", "jabatan", "tahun", "revisi", "tanggal", "nomor"]
    list_filter = ["tahun", "revisi", "jabatan__perangkat_daerah"]
    search_fields = ["jabatan__nama", "nomor", "tahun"]
    autocomplete_fields = ["jabatan", "pihak_pertama", "pihak_kedua", "dpa"]
    list_select_related = ("jabatan",)
    inlines = [TargetPKBaris]

    @admin.display(description="perjanjian", ordering="revisi")
    def nama(self, obj: PerjanjianKinerja) -> str:
        """Name with the number of the revision."""
        return obj.nama


@admin.register(TargetPK)
class TargetPKAdmin(AdminNilai):
    """Promised targets of all PK."""

    list_display = ["indikator", "perjanjian", "urutan", "angka_nilai"]
    list_filter = ["perjanjian__tahun", "indikator__perangkat_daerah"]
    autocomplete_fields = ["perjanjian", "indikator", "predikat"]
    list_select_related = (*KANTOR, "predikat", "perjanjian__jabatan")
    fields = ["perjanjian", "urutan", "indikator", *NILAI]


class TargetPeriodeBaris(BarisDasar):
    """Targets per period."""

    model = TargetPeriode
    fields = ["indikator", "periode", *NILAI]
    autocomplete_fields = ["indikator", "predikat"]


class AksiBaris(BarisDasar):
    """Actions of a plan."""

    model = Aksi
    autocomplete_fields = ["unit", "sub_kegiatan"]


@admin.register(RencanaAksi)
class RencanaAksiAdmin(AdminDasar):
    """Action plans."""

    list_display = ["__str__", "perjanjian"]
    list_filter = ["perjanjian__tahun", "perjanjian__jabatan__perangkat_daerah"]
    search_fields = ["perjanjian__jabatan__nama", "perjanjian__tahun"]
    autocomplete_fields = ["perjanjian"]
    list_select_related = ("perjanjian__jabatan",)
    inlines = [TargetPeriodeBaris, AksiBaris]


@admin.register(TargetPeriode)
class TargetPeriodeAdmin(AdminNilai):
    """Targets per period of all plans."""

    list_display = ["indikator", "rencana_aksi", "periode", "angka_nilai"]
    list_filter = ["periode", "rencana_aksi__perjanjian__tahun", "indikator__perangkat_daerah"]
    autocomplete_fields = ["rencana_aksi", "indikator", "predikat"]
    list_select_related = (*KANTOR, "predikat", "rencana_aksi__perjanjian__jabatan")
    fields = ["rencana_aksi", "indikator", "periode", *NILAI]


@admin.register(Aksi)
class AksiAdmin(AdminDasar):
    """Actions of all plans."""

    list_display = ["__str__", "rencana_aksi", "unit", "periode", "urutan"]
    list_filter = ["periode", "unit__perangkat_daerah"]
    search_fields = ["uraian", "keluaran", "unit__nama"]
    autocomplete_fields = ["rencana_aksi", "unit", "sub_kegiatan"]
    list_select_related = ("rencana_aksi__perjanjian__jabatan", "unit")


class FormRealisasi(FormDasar):
    """A value of a period; ``cara`` follows the header, also where the header is not stored yet."""

    def clean(self) -> dict[str, Any] | None:
        """Copy ``cara`` from the header beside it."""
        isi = super().clean() or self.cleaned_data
        if induk := isi.get("pengukuran"):
            self.instance.cara = induk.cara
        return isi


class RealisasiBaris(BarisDasar):
    """Values of a measurement."""

    model = Realisasi
    form = FormRealisasi
    fields = ["periode", "nilai", "predikat", "berlaku", "pembilang", "penyebut", "keterangan"]
    autocomplete_fields = ["predikat"]


@admin.register(Pengukuran)
class PengukuranAdmin(AdminDasar):
    """Measurements with their values."""

    list_display = ["indikator", "kantor", "tahun", "cara", "sumber"]
    list_filter = ["tahun", "cara", "indikator__perangkat_daerah"]
    search_fields = CARI_INDIKATOR
    autocomplete_fields = ["indikator"]
    list_select_related = KANTOR
    inlines = [RealisasiBaris]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """The way of measuring stays while there are values of it."""
        return ["cara"] if obj and obj.realisasi.exists() else []

    @admin.display(description="perangkat daerah", ordering="indikator__perangkat_daerah")
    def kantor(self, obj: Pengukuran) -> str:
        """Name of the office."""
        return obj.indikator.perangkat_daerah.nama


@admin.register(Realisasi)
class RealisasiAdmin(AdminDasar):
    """Values of all measurements."""

    form = FormRealisasi
    fields = ["pengukuran", *RealisasiBaris.fields]
    list_display = ["pengukuran", "periode", "angka_nilai", "pasangan", "berlaku"]
    list_filter = ["periode", "berlaku", "pengukuran__tahun", "pengukuran__indikator__perangkat_daerah"]
    search_fields = ["pengukuran__indikator__nama", "pengukuran__indikator__kode"]
    autocomplete_fields = ["pengukuran", "predikat"]
    list_select_related = ("pengukuran__indikator", "predikat")
    angka_nilai = kolom_nilai

    @admin.display(description="pembilang dan penyebut")
    def pasangan(self, obj: Realisasi) -> str:
        """Both numbers of a ratio, or nothing."""
        if obj.pembilang is None:
            return ""
        return f"{format_angka(obj.pembilang)} dari {format_angka(obj.penyebut)}"


@admin.register(NilaiTahunLalu)
class NilaiTahunLaluAdmin(AdminDasar):
    """Values of years before the system."""

    list_display = ["indikator", "tahun", "angka_target", "angka_realisasi", "sumber"]
    list_filter = ["tahun", "indikator__perangkat_daerah"]
    search_fields = CARI_INDIKATOR
    autocomplete_fields = ["indikator", "target_predikat", "realisasi_predikat"]
    list_select_related = (*KANTOR, "target_predikat", "realisasi_predikat")

    @admin.display(description="target", ordering="target")
    def angka_target(self, obj: NilaiTahunLalu) -> str:
        """Number, range or grade."""
        if obj.target_predikat_id:
            return str(obj.target_predikat)
        atas = f" sampai {format_angka(obj.target_atas)}" if obj.target_atas is not None else ""
        return format_angka(obj.target) + atas

    @admin.display(description="realisasi", ordering="realisasi")
    def angka_realisasi(self, obj: NilaiTahunLalu) -> str:
        """Number or grade."""
        return str(obj.realisasi_predikat) if obj.realisasi_predikat_id else format_angka(obj.realisasi)


@admin.register(Pembanding)
class PembandingAdmin(AdminNilai):
    """Benchmarks."""

    list_display = ["indikator", "tahun", "jenis", "nama", "angka_nilai"]
    list_filter = ["tahun", "jenis", "indikator__perangkat_daerah"]
    fields = ["indikator", "tahun", "jenis", "nama", "nilai", "predikat", "sumber", "alasan"]


@admin.register(AnalisisCapaian)
class AnalisisCapaianAdmin(AdminDasar):
    """Analyses by indicator and year."""

    list_display = ["indikator", "kantor", "tahun"]
    list_filter = ["tahun", "indikator__perangkat_daerah"]
    search_fields = CARI_INDIKATOR
    autocomplete_fields = ["indikator"]
    list_select_related = KANTOR

    @admin.display(description="perangkat daerah", ordering="indikator__perangkat_daerah")
    def kantor(self, obj: AnalisisCapaian) -> str:
        """Name of the office."""
        return obj.indikator.perangkat_daerah.nama


class KelasBaris(BarisDasar):
    """Classes of a scale."""

    model = KelasCapaian


@admin.register(SkalaCapaian)
class SkalaCapaianAdmin(AdminDasar):
    """Scales with their classes."""

    list_display = ["nama", "metode", "sumber"]
    list_filter = ["metode"]
    search_fields = ["nama"]
    inlines = [KelasBaris]


@admin.register(KelasCapaian)
class KelasCapaianAdmin(AdminDasar):
    """Classes of all scales."""

    list_display = ["nama", "skala", "urutan", "angka_batas_bawah"]
    list_filter = ["skala"]
    search_fields = ["nama", "skala__nama"]
    autocomplete_fields = ["skala"]
    list_select_related = ("skala",)
    angka_batas_bawah = kolom_persen("batas_bawah", "batas bawah")


@admin.register(SkalaNilai)
class SkalaNilaiAdmin(AdminDasar):
    """Grades."""

    list_display = ["kode", "skala", "peringkat", "keterangan"]
    list_filter = ["skala"]
    search_fields = ["kode", "skala", "keterangan"]


@admin.register(AturanPengukuran)
class AturanPengukuranAdmin(AdminDasar):
    """Rules of measurement."""

    list_display = ["__str__", "pemda", "perangkat_daerah", "tahun", "rumus_makin_rendah", "skala"]
    list_filter = ["tahun", "pemda"]
    search_fields = ["pemda__nama", "perangkat_daerah__nama", "tahun"]
    autocomplete_fields = ["pemda", "perangkat_daerah", "skala", "dasar_hukum"]
    list_select_related = ("pemda", "perangkat_daerah", "skala")
