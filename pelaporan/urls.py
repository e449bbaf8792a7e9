"""URLs of the report. The year is in the address."""

from django.urls import path

from pelaporan import views, views_beranda

urlpatterns = [
    path("", views_beranda.beranda, name="beranda"),
    path("laporan/tahun/<int:tahun>/", views_beranda.daftar_laporan, name="daftar_laporan"),
    path("laporan/<slug:slug>/<int:tahun>/", views.laporan, name="laporan"),
    path("laporan/<slug:slug>/<int:tahun>/lkjip.pdf", views.laporan_pdf, name="laporan_pdf"),
    path("laporan/<slug:slug>/<int:tahun>/lkjip.json", views.laporan_json, name="laporan_json"),
    path("berkas/<str:sha256>/", views.berkas, name="berkas"),
]
