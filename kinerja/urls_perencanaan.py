"""URLs of the plan. Office and year stand before them."""

from django.urls import URLPattern, path

from kinerja import views_perencanaan as views
from kinerja import views_target

urlpatterns: list[URLPattern] = [
    path("perencanaan/", views.perencanaan, name="perencanaan"),
    path("perencanaan/target/tujuan/<int:pk>/", views_target.target_tujuan, name="target_tujuan"),
    path("perencanaan/target/sasaran/<int:pk>/", views_target.target_sasaran, name="target_sasaran"),
    path("perencanaan/indikator/<int:pk>/definisi/", views.definisi_indikator, name="definisi_indikator"),
    path("perencanaan/program/tambah/", views.tambah_program, name="tambah_program"),
]
