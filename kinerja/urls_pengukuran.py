"""URLs of measurement. Office and year stand before them."""

from django.urls import URLPattern, path

from kinerja import views_langkah, views_pengukuran

TW = "pengukuran/tw/<int:triwulan>/"

urlpatterns: list[URLPattern] = [
    path("pengukuran/", views_pengukuran.pengukuran, name="pengukuran"),
    path("pengukuran/setujui/", views_langkah.setujui_banyak, name="setujui_banyak"),
    path("pengukuran/bukti/<int:pk>/", views_pengukuran.bukti_unduh, name="bukti_unduh"),
    path(TW, views_pengukuran.kisi_kinerja, name="kisi_kinerja"),
    path(f"{TW}anggaran/", views_pengukuran.kisi_anggaran, name="kisi_anggaran"),
    path(f"{TW}indikator/<int:pk>/", views_pengukuran.baris_kinerja, name="baris_kinerja"),
    path(f"{TW}indikator/<int:pk>/bukti/", views_pengukuran.bukti_unggah, name="bukti_unggah"),
    path(f"{TW}unit/<int:unit_pk>/", views_langkah.unit_triwulan, name="unit_triwulan"),
    path(f"{TW}unit/<int:unit_pk>/langkah/", views_langkah.langkah, name="langkah"),
]
