"""Admin of uploads: read only, for who installs the system. People have pages of their own."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from organisasi.models import Unggahan
from sakip.umum.admin_dasar import AdminDasar, HanyaBaca, HanyaPengelola, pelaku_dari


@admin.register(Unggahan)
class UnggahanAdmin(HanyaBaca, HanyaPengelola, AdminDasar):
    """Uploads with their state."""

    is_rincian = True
    list_display = ["nama", "jenis", "perangkat_daerah", "tahun", "status", "oleh", "dibuat_pada"]
    list_filter = ["status", "jenis", "perangkat_daerah"]
    search_fields = ["nama", "sha256", "oleh__username"]
    list_select_related = ("perangkat_daerah", "oleh")
    fieldsets = [
        (None, {"fields": ["nama", "jenis", "status", "pesan"]}),
        ("Milik", {"fields": ["perangkat_daerah", "pemda", "tahun", "oleh", "alamat_asal"]}),
        ("Berkas", {"fields": ["ukuran", "sha256", "nama_hasil"]}),
        ("Kemajuan", {"fields": ["giliran", "total", "dibaca", "diperiksa", "diterapkan"]}),
        ("Waktu", {"fields": ["dibuat_pada", "diubah_pada", "selesai_pada", "hapus_setelah"]}),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Return all rows to a superuser, none to others: ``untuk`` would hold their own."""
        rows = super().get_queryset(request)
        return rows if pelaku_dari(request).is_semua else rows.none()
