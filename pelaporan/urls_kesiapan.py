"""URLs of the readiness for evaluators of an office and year."""

from django.urls import URLPattern, path

from pelaporan import views_kesiapan

urlpatterns: list[URLPattern] = [
    path("kesiapan/", views_kesiapan.kesiapan, name="kesiapan"),
    path("kesiapan.xlsx", views_kesiapan.kesiapan_unduh, name="kesiapan_unduh"),
]
