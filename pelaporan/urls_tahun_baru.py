"""URLs of the new year of an office."""

from django.urls import URLPattern, path

from pelaporan import views_tahun_baru

urlpatterns: list[URLPattern] = [
    path("tahun-baru/", views_tahun_baru.tahun_baru, name="tahun_baru"),
]
