"""URL of the choices of an SIPD file: they belong to the upload, of an office or of a whole government."""

from django.urls import URLPattern, path

from anggaran import views_sipd

urlpatterns: list[URLPattern] = [path("<int:pk>/", views_sipd.sipd_pilihan, name="sipd_pilihan")]
