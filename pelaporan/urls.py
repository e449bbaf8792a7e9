"""URLs of the report. The year is in the address."""

from django.urls import path

from pelaporan import views, views_beranda, views_tabel

urlpatterns = [
    path("", views_beranda.beranda, name="beranda"),
    path("laporan/tahun/<int:tahun>/", views_beranda.daftar_laporan, name="daftar_laporan"),
    path("laporan/<slug:slug>/<int:tahun>/", views.laporan, name="laporan"),
    path("laporan/<slug:slug>/<int:tahun>/lkjip.pdf", views.laporan_pdf, name="laporan_pdf"),
    path("laporan/<slug:slug>/<int:tahun>/lkjip.json", views.laporan_json, name="laporan_json"),
    path("laporan/<slug:slug>/<int:tahun>/tabel.xlsx", views_tabel.laporan_tabel, name="laporan_tabel"),
    path(
        "laporan/<slug:slug>/<int:tahun>/tabel/<str:nomor>.xlsx",
        views_tabel.laporan_tabel_satu,
        name="laporan_tabel_satu",
    ),
    path("berkas/<str:sha256>/", views.berkas, name="berkas"),
]
