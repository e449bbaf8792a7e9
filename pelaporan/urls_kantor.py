"""URLs of an office and year: start page, calendar, years, workbook."""

from django.urls import URLPattern, path

from pelaporan import views_beranda, views_buku

urlpatterns: list[URLPattern] = [
    path("", views_beranda.beranda_kantor, name="beranda_kantor"),
    path("kalender/", views_beranda.kalender, name="kalender"),
    path("buku-kerja/", views_buku.buku_kerja, name="buku_kerja"),
    path("buku-kerja.xlsx", views_buku.buku_kerja_unduh, name="buku_kerja_unduh"),
    path("ganti-tahun/", views_beranda.ganti_tahun, name="ganti_tahun"),
]
