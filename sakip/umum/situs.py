"""The one admin site."""

from __future__ import annotations

from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.urls import reverse

URUTAN_APLIKASI = ("organisasi", "renstra", "kinerja", "anggaran", "pelaporan")


class SitusAdmin(AdminSite):
    """Admin of SAKIP: same band, menu and look as the pages of the report."""

    site_title = "SAKIP"
    site_header = "SAKIP"
    index_title = "Data"
    enable_nav_sidebar = False

    def has_permission(self, request: HttpRequest) -> bool:
        """Let in who has a task today (Penugasan), and superusers."""
        pengguna = request.user
        return bool(pengguna.is_active and pengguna.is_authenticated and pengguna.pelaku.is_bertugas)  # type: ignore[union-attr]

    @login_not_required
    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        """Send to the one login page; refuse who is in already without being allowed here."""
        if request.user.is_authenticated and not self.has_permission(request):
            raise PermissionDenied("tugas")
        tujuan = request.GET.get(REDIRECT_FIELD_NAME) or reverse("admin:index")
        return redirect_to_login(tujuan)

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[dict[str, Any]]:
        """Return apps in the order of the work, models in the order of their registration."""
        semua = self._build_app_dict(request, app_label)  # type: ignore[attr-defined]
        urutan = {nama: n for n, nama in enumerate(URUTAN_APLIKASI)}
        return sorted(semua.values(), key=lambda a: (urutan.get(a["app_label"], len(urutan)), a["name"]))
