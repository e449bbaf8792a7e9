"""URL of the findings of an office's report."""

from django.urls import URLPattern, path

from pelaporan import views_temuan

urlpatterns: list[URLPattern] = [path("temuan/", views_temuan.temuan, name="temuan")]
