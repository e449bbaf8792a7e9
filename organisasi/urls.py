"""URLs of a person's own account."""

from django.urls import URLPattern, path

from organisasi import views

urlpatterns: list[URLPattern] = [
    path("", views.akun, name="akun"),
]
