"""Admin of scales and of the rules of measurement."""

from __future__ import annotations

from django.contrib import admin

from kinerja.models import AturanPengukuran, KelasCapaian, SkalaCapaian, SkalaNilai
from sakip.umum.admin_dasar import AdminDasar, BarisDasar
from sakip.umum.admin_kolom import kolom_persen


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

    is_rincian = True
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
    list_filter = ["tahun", "pemda", "perangkat_daerah"]
    search_fields = ["pemda__nama", "perangkat_daerah__nama", "tahun"]
    autocomplete_fields = ["pemda", "perangkat_daerah", "skala", "dasar_hukum"]
    list_select_related = ("pemda", "perangkat_daerah", "skala")
    fieldsets = [
        (None, {"fields": ["pemda", "perangkat_daerah", "tahun"]}),
        ("Capaian", {"fields": ["rumus_makin_rendah", "batas_bawah", "batas_atas", "skala", "desimal"]}),
        ("Anggaran", {"fields": ["persen_program", "batas_serapan"]}),
        ("Efisiensi", {"fields": ["aturan_efisiensi", "batas_selisih", "kelas_menunjang"]}),
        ("Dasar", {"fields": ["dasar_hukum", "sumber"]}),
    ]
