"""URLs of uploads: the list, one of them, its files, and what is decided on it."""

from django.urls import URLPattern, path

from organisasi import views_unggahan as unggahan

urlpatterns: list[URLPattern] = [
    path("", unggahan.unggahan_daftar, name="unggahan_daftar"),
    path("<int:pk>/", unggahan.unggahan, name="unggahan"),
    path("<int:pk>/kemajuan.json", unggahan.unggahan_kemajuan, name="unggahan_kemajuan"),
    path("<int:pk>/berkas/", unggahan.unggahan_berkas, name="unggahan_berkas"),
    path("<int:pk>/hasil/", unggahan.unggahan_hasil, name="unggahan_hasil"),
    path("<int:pk>/terapkan/", unggahan.unggahan_konfirmasi, name="unggahan_konfirmasi"),
    path("<int:pk>/periksa-lagi/", unggahan.unggahan_periksa, name="unggahan_periksa"),
    path("<int:pk>/batal/", unggahan.unggahan_batal, name="unggahan_batal"),
]
