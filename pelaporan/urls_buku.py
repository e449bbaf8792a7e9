"""URLs of the workbook of an office and year."""

from django.urls import URLPattern, path

from pelaporan import views_buku

urlpatterns: list[URLPattern] = [
    path("buku-kerja/", views_buku.buku_kerja, name="buku_kerja"),
    path("buku-kerja.xlsx", views_buku.buku_kerja_unduh, name="buku_kerja_unduh"),
]
