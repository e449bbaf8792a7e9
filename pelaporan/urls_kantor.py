"""URLs of an office and year: start page, calendar, years."""

from django.urls import URLPattern, path

from pelaporan import views_beranda

urlpatterns: list[URLPattern] = [
    path("", views_beranda.beranda_kantor, name="beranda_kantor"),
    path("kalender/", views_beranda.kalender, name="kalender"),
    path("ganti-tahun/", views_beranda.ganti_tahun, name="ganti_tahun"),
]
