"""URLs of Perjanjian Kinerja and its rencana aksi: ``/kantor/<slug>/<tahun>/perjanjian/…``."""

from django.urls import URLPattern, path

from kinerja import views_perjanjian as pk
from kinerja import views_rencana_aksi as ra

urlpatterns: list[URLPattern] = [
    path("perjanjian/", pk.daftar, name="perjanjian"),
    path("perjanjian/jabatan/<int:jabatan>/buat/", pk.buat, name="pk_buat"),
    path("perjanjian/<int:pk>/", pk.rincian, name="pk_rincian"),
    path("perjanjian/<int:pk>/ubah/", pk.ubah, name="pk_ubah"),
    path("perjanjian/<int:pk>/tetapkan/", pk.tetapkan, name="pk_tetapkan"),
    path("perjanjian/<int:pk>/revisi/", pk.revisi, name="pk_revisi"),
    path("perjanjian/<int:pk>/hapus/", pk.hapus, name="pk_hapus"),
    path("perjanjian/<int:pk>/beda/", pk.pilih_beda, name="pk_beda_pilih"),
    path("perjanjian/<int:pk>/beda/<int:pk2>/", pk.beda, name="pk_beda"),
    path("perjanjian/<int:pk>/turunan/", pk.turunan, name="pk_turunan"),
    path("perjanjian/<int:pk>/rencana-aksi/", ra.rencana_aksi, name="rencana_aksi"),
]
