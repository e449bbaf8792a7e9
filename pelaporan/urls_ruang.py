"""URLs of the workspace: one page for each section of the report, and what changed since a draft."""

from django.urls import URLPattern, path

from pelaporan import views_ruang as ruang
from pelaporan import views_ruang_perubahan as perubahan

urlpatterns: list[URLPattern] = [
    path("tulis/", ruang.ruang, name="ruang"),
    path("tulis/perubahan/", perubahan.ruang_perubahan, name="ruang_perubahan"),
    path("tulis/draf/", perubahan.ruang_potret, name="ruang_potret"),
    path("tulis/<str:bagian>/", ruang.ruang_bagian, name="ruang_bagian"),
    path("tulis/<str:bagian>/simpan/", ruang.ruang_simpan, name="ruang_simpan"),
    path("tulis/<str:bagian>/pratinjau/", ruang.ruang_pratinjau, name="ruang_pratinjau"),
    path("tulis/<str:bagian>/tawarkan/", ruang.ruang_tawarkan, name="ruang_tawarkan"),
    path("tulis/<str:bagian>/terima/", ruang.ruang_terima, name="ruang_terima"),
    path("tulis/<str:bagian>/riwayat/", perubahan.ruang_riwayat, name="ruang_riwayat"),
]
