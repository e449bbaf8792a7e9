"""URLs of the section Pelaporan and of the documents of an office and year."""

from django.urls import URLPattern, path

from pelaporan import views_dokumen

urlpatterns: list[URLPattern] = [
    path("pelaporan/", views_dokumen.pelaporan, name="pelaporan"),
    path("dokumen/", views_dokumen.dokumen, name="dokumen"),
    path("dokumen/perjanjian-<int:pk>.pdf", views_dokumen.dokumen_pk, name="dokumen_pk"),
    path(
        "dokumen/rencana-aksi-<int:pk>.pdf", views_dokumen.dokumen_rencana_aksi, name="dokumen_rencana_aksi"
    ),
    path("dokumen/triwulan-<int:triwulan>.pdf", views_dokumen.dokumen_triwulan, name="dokumen_triwulan"),
    path("dokumen/<slug:jenis>.pdf", views_dokumen.dokumen_pdf, name="dokumen_pdf"),
]
