"""URLs. Every page but the login asks for one (LoginRequiredMiddleware)."""

from django.contrib import admin
from django.urls import include, path

from sakip.umum import halaman

urlpatterns = [
    path("masuk/", halaman.Masuk.as_view(), name="masuk"),
    path("keluar/", halaman.Keluar.as_view(), name="keluar"),
    path("admin/", admin.site.urls),
    path("", include("pelaporan.urls")),
]
