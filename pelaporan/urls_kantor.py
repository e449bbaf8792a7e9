"""URLs of an office and year: start page, report, documents, calendar."""

from django.urls import URLPattern, path

from pelaporan import views

urlpatterns: list[URLPattern] = [
    path("ganti-tahun/", views.ganti_tahun, name="ganti_tahun"),
]
