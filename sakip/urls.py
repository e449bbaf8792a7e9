"""URLs. Every page but the login asks for one (LoginRequiredMiddleware); pages are views of the admin site.

The office and the year are in the address: ``/kantor/<slug>/<tahun>/…``.
"""

from __future__ import annotations

from importlib import import_module

from django.contrib import admin
from django.urls import URLPattern, include, path

from sakip.umum import halaman

BERTANDA = {"laporan_pdf", "laporan_json", "berkas"}  # they carry an ETag of their own


def dalam_situs(modul: str) -> list[URLPattern]:
    """Return the patterns of a module as views of the admin site: its permission, never cached."""
    hasil: list[URLPattern] = import_module(modul).urlpatterns
    for satu in hasil:
        satu.callback = admin.site.admin_view(satu.callback, cacheable=satu.name in BERTANDA)
    return hasil


kantor = [
    *dalam_situs("kinerja.urls_perencanaan"),
    *dalam_situs("kinerja.urls_perjanjian"),
    *dalam_situs("anggaran.urls"),
    *dalam_situs("kinerja.urls_pengukuran"),
    *dalam_situs("pelaporan.urls_kantor"),
    *dalam_situs("pelaporan.urls_buku"),
    *dalam_situs("pelaporan.urls_dokumen"),
    *dalam_situs("pelaporan.urls_kesiapan"),
    *dalam_situs("pelaporan.urls_ruang"),
    *dalam_situs("pelaporan.urls_temuan"),
    *dalam_situs("pelaporan.urls_tahun_baru"),
]

urlpatterns = [
    path("masuk/", halaman.Masuk.as_view(), name="masuk"),
    path("keluar/", halaman.Keluar.as_view(), name="keluar"),
    path("akun/", include("organisasi.urls")),
    path("admin/", admin.site.urls),
    path("kantor/<slug:slug>/<int:tahun>/", include(kantor)),
    path("unggahan/", include(dalam_situs("organisasi.urls_unggahan"))),
    path("sipd/", include(dalam_situs("anggaran.urls_sipd"))),
    path("kabupaten/", include(dalam_situs("pelaporan.urls_kabupaten"))),
    path("", include(dalam_situs("pelaporan.urls"))),
]
