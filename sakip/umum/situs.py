"""The one admin site: the menu in the order of the year."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.contrib.admin import AdminSite
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.urls import reverse


@dataclass(frozen=True)
class Kelompok:
    """A part of the year: its key in the menu, its name, and what is found there."""

    kunci: str
    nama: str
    kalimat: str


KELOMPOK = (
    Kelompok(
        "perencanaan",
        "Perencanaan",
        "RPJMD, Renstra, tujuan, sasaran, indikator, dan program, dengan targetnya untuk setiap tahun.",
    ),
    Kelompok(
        "perjanjian", "Perjanjian", "Perjanjian kinerja dengan targetnya, dan rencana aksi untuk mencapainya."
    ),
    Kelompok(
        "anggaran", "Anggaran", "DPA dengan pagunya dari murni sampai perubahan, dan belanja yang terjadi."
    ),
    Kelompok(
        "pengukuran", "Pengukuran", "Realisasi per triwulan, pemeriksaannya, buktinya, dan analisis capaian."
    ),
    Kelompok("pelaporan", "Pelaporan", "Naskah LKjIP, lampirannya, dan tindak lanjut rekomendasi."),
    Kelompok(
        "rujukan",
        "Rujukan",
        "Perangkat daerah, pegawai, akun, peraturan, dan daftar pilihan yang dipakai di semua bagian.",
    ),
)

APLIKASI_PUSTAKA = frozenset({"auth", "axes", "django_tasks_database", "otp_static", "otp_totp"})


class SitusAdmin(AdminSite):
    """Admin of SAKIP: same band, menu and look as the pages of the report."""

    site_title = "SAKIP"
    site_header = "SAKIP"
    index_title = "Data"
    enable_nav_sidebar = False
    #: Who had which role when, for the history page; the app that knows it declares it.
    peran_saat: Callable[..., Any] = staticmethod(lambda *_: lambda *_: "")

    def register(self, model_or_iterable: Any, admin_class: Any = None, **options: Any) -> None:
        """Leave out the tables of libraries: their pages are not for staff and not in Indonesian."""
        banyak = isinstance(model_or_iterable, (list, tuple))
        semua = list(model_or_iterable) if banyak else [model_or_iterable]
        kita = [m for m in semua if m._meta.app_label not in APLIKASI_PUSTAKA]
        if kita:
            super().register(kita, admin_class, **options)

    def get_urls(self) -> list[Any]:
        """Drop the address that would lead from the number of any row to its page."""
        return [u for u in super().get_urls() if getattr(u, "name", None) != "view_on_site"]

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

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        """Add the part of the year to which the page belongs; no list of recent actions."""
        kelompok = self._kelompok_halaman(request)
        return {
            "site_title": self.site_title,
            "site_header": self.site_header,
            "site_url": None,
            "has_permission": self.has_permission(request),
            "available_apps": (),  # read by the sidebar only, which is off
            "is_popup": False,
            "is_nav_sidebar_enabled": False,
            "log_entries": (),
            "kelompok_kini": kelompok,
            "menu_kini": kelompok.kunci if kelompok and not _menu_kabupaten(request) else "rujukan",
        }

    def _kelompok_halaman(self, request: HttpRequest) -> Kelompok | None:
        """Return the part of the year of a page of one model."""
        bagian = request.path_info.removeprefix(reverse("admin:index")).split("/")
        if len(bagian) < 3:
            return None
        for model, milik in self._registry.items():
            if (model._meta.app_label, model._meta.model_name) == tuple(bagian[:2]):
                kunci = getattr(milik, "kelompok", "rujukan")
                return next(k for k in KELOMPOK if k.kunci == kunci)
        return None

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[dict[str, Any]]:
        """Return the parts of the year with the models that the person may see, in their order."""
        semua: dict[str, Any] = self._build_app_dict(request, app_label)  # type: ignore[attr-defined]
        isi: dict[str, list[dict[str, Any]]] = {k.kunci: [] for k in KELOMPOK}
        urutan = {model: n for n, model in enumerate(self._registry)}
        for satu in semua.values():
            for butir in satu["models"]:
                milik = self._registry[butir["model"]]
                butir["is_rincian"] = getattr(milik, "is_rincian", False)
                isi[getattr(milik, "kelompok", "rujukan")].append(butir)
        alamat = reverse("admin:index")
        return [
            {
                "name": k.nama,
                "app_label": k.kunci,
                "app_url": f"{alamat}#{k.kunci}",
                "has_module_perms": True,
                "kalimat": k.kalimat,
                "models": sorted(isi[k.kunci], key=lambda b: urutan[b["model"]]),
            }
            for k in KELOMPOK
            if isi[k.kunci]
        ]

    def app_index(
        self, request: HttpRequest, app_label: str, extra_context: dict[str, Any] | None = None
    ) -> Any:
        """Show the data of one app under its own name."""
        nama = apps.get_app_config(app_label).verbose_name
        return super().app_index(request, app_label, {"title": f"Data {nama}", **(extra_context or {})})


def _menu_kabupaten(request: HttpRequest) -> bool:
    """Whether the person's menu is that of the whole government: it has no parts of an office's year."""
    pelaku = getattr(request.user, "pelaku", None)
    return bool(pelaku and (pelaku.is_semua or pelaku.kantor_pemda))
