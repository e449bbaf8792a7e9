"""URLs of the report. The year is in the address."""

from django.urls import path

from pelaporan import views

urlpatterns = [
    path("", views.beranda, name="beranda"),
    path("laporan/<slug:slug>/<int:tahun>/", views.laporan, name="laporan"),
    path("laporan/<slug:slug>/<int:tahun>/lkjip.pdf", views.laporan_pdf, name="laporan_pdf"),
    path("laporan/<slug:slug>/<int:tahun>/lkjip.json", views.laporan_json, name="laporan_json"),
    path("berkas/<str:sha256>/", views.berkas, name="berkas"),
]
