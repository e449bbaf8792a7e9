"""URLs of a whole government and year. Menu and roles: ``organisasi.bingkai.MENU_KABUPATEN``."""

from django.urls import URLPattern, path

from pelaporan import (
    views_buku,
    views_kabupaten,
    views_kabupaten_jendela,
    views_kabupaten_sipd,
    views_tahun_baru,
)
from pelaporan import views_kabupaten_akun as akun

urlpatterns: list[URLPattern] = [
    path("<int:tahun>/", views_kabupaten.kabupaten, name="kabupaten"),
    path("<int:tahun>/rekap.xlsx", views_kabupaten.kabupaten_rekap, name="kabupaten_rekap"),
    path("<int:tahun>/jendela/", views_kabupaten_jendela.kabupaten_jendela, name="kabupaten_jendela"),
    path("<int:tahun>/tahun-baru/", views_tahun_baru.kabupaten_tahun_baru, name="kabupaten_tahun_baru"),
    path("<int:tahun>/buku-kerja/", views_buku.kabupaten_buku_kerja, name="kabupaten_buku_kerja"),
    path(
        "<int:tahun>/buku-kerja.xlsx",
        views_buku.kabupaten_buku_kerja_unduh,
        name="kabupaten_buku_kerja_unduh",
    ),
    path("<int:tahun>/sipd/", views_kabupaten_sipd.kabupaten_sipd, name="kabupaten_sipd"),
    path("<int:tahun>/akun/", akun.kabupaten_akun, name="kabupaten_akun"),
    path("<int:tahun>/akun/tambah/", akun.kabupaten_akun_tambah, name="kabupaten_akun_tambah"),
    path("<int:tahun>/akun/massal/", akun.kabupaten_akun_massal, name="kabupaten_akun_massal"),
    path("<int:tahun>/akun/<int:pk>/", akun.kabupaten_akun_satu, name="kabupaten_akun_satu"),
]
