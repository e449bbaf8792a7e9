"""URLs of a person's own account."""

from django.urls import URLPattern, path

from organisasi import views, views_dua_langkah

urlpatterns: list[URLPattern] = [
    path("", views.akun, name="akun"),
    path("sandi/", views.sandi, name="akun_sandi"),
    path("keluar-semua/", views.keluar_semua, name="akun_keluar_semua"),
    path("verifikasi/", views_dua_langkah.verifikasi, name="akun_verifikasi"),
    path("dua-langkah/", views_dua_langkah.atur, name="akun_dua_langkah"),
    path("dua-langkah/mulai/", views_dua_langkah.mulai, name="akun_dua_langkah_mulai"),
    path("dua-langkah/kode-cadangan/", views_dua_langkah.kode_cadangan, name="akun_kode_cadangan"),
    path("dua-langkah/matikan/", views_dua_langkah.matikan, name="akun_dua_langkah_matikan"),
]
