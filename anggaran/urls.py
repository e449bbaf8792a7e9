"""URLs of the DPA. Office and year stand before them."""

from django.urls import URLPattern, path

from anggaran import views, views_sipd

urlpatterns: list[URLPattern] = [
    path("anggaran/", views.anggaran, name="anggaran"),
    path("sipd/", views_sipd.sipd_unggah, name="sipd_unggah"),
    path("anggaran/buat/", views.dpa_buat, name="dpa_buat"),
    path("anggaran/beda/", views.dpa_beda, name="dpa_beda"),
    path("anggaran/<int:pk>/", views.dpa_rinci, name="dpa_rinci"),
    path("anggaran/<int:pk>/revisi/", views.dpa_revisi, name="dpa_revisi"),
    path("anggaran/<int:pk>/tetapkan/", views.dpa_tetapkan, name="dpa_tetapkan"),
    path("anggaran/<int:pk>/hapus/", views.dpa_hapus, name="dpa_hapus"),
]
