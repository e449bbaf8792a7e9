"""What every admin of SAKIP shares: whose rows, number fields, help texts, history, safe saving."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import nullcontext
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar

from django.contrib import admin, messages
from django.contrib.admin import AdminSite
from django.contrib.admin.templatetags import admin_list
from django.contrib.admin.utils import get_fields_from_path, unquote
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import IntegrityError, models, transaction
from django.db.models import ProtectedError, QuerySet, RestrictedError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import capfirst

from sakip.umum import sekali
from sakip.umum.admin_formulir import (
    FormDasar,
    sebutkan_pelindung,
    sebutkan_penolakan,
    tanpa_yang_hilang,
)
from sakip.umum.admin_kolom import KOLOM_KANTOR, Jumlah, saring_terkait, sebut_pencarian, ya_tidak
from sakip.umum.admin_medan import (
    BarisDasar,
    Dasar,
    HanyaBaca,
    HanyaPengelola,
    TumpukDasar,
    ingatan,
    pelaku_dari,
)
from sakip.umum.admin_riwayat import sumber_dari, susun_riwayat
from sakip.umum.admin_unduh import UnduhDaftar
from sakip.umum.admin_versi import NAMA as NAMA_VERSI
from sakip.umum.admin_versi import Konflik, cari_konflik, tulis_versi
from sakip.umum.angka import STRIP, JenisAngka, format_angka, format_rupiah
from sakip.umum.formulir import AngkaField
from sakip.umum.teks import gabung_kata

if TYPE_CHECKING:
    IndukAdmin = admin.ModelAdmin[models.Model]
else:
    IndukAdmin = admin.ModelAdmin

__all__ = [
    "AdminDasar", "BarisDasar", "FormDasar", "HanyaBaca", "HanyaPengelola", "TumpukDasar", "pelaku_dari",
    "sebutkan_penolakan",
]  # fmt: skip

#: Lists and read-only forms ask this function for every yes or no, and offer no other place to change it.
admin_list._boolean_icon = ya_tidak  # type: ignore[attr-defined]

BARIS_RIWAYAT = 50


class AdminDasar(UnduhDaftar, Dasar, IndukAdmin):
    """Admin of one model. ``list_select_related`` holds for the list, the form and the choices.

    ``kelompok`` is the part of the year under which the menu names it (``sakip.umum.situs``);
    ``is_rincian`` marks rows that are mostly written inside another record.
    """

    kelompok: ClassVar[str] = "rujukan"
    is_rincian: ClassVar[bool] = False
    list_per_page = 40
    view_on_site = False
    list_select_related: ClassVar[Any] = ()
    empty_value_display = STRIP
    save_on_top = False
    show_full_result_count = False

    def __init__(self, model: type[models.Model], situs: AdminSite) -> None:
        super().__init__(model, situs)
        self.search_help_text = sebut_pencarian(model, self.search_fields)  # type: ignore[misc]

    # Lists -----------------------------------------------------------------------------------------

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        """Say what is here, with its totals; a refused deletion is said in words."""
        isi = {
            "title": sebut_daftar(self.model),
            "tautan_lain": self.tautan_lain(request, None),
            "jumlah": [],
            **(extra_context or {}),
        }
        try:
            with transaction.atomic() if request.method == "POST" else nullcontext():
                jawaban = super().changelist_view(request, isi)
        except (IntegrityError, ProtectedError, RestrictedError) as galat:
            self.message_user(request, _sebut_tolak(galat), messages.ERROR)
            return HttpResponseRedirect(request.get_full_path())
        konteks = getattr(jawaban, "context_data", None) or {}
        if "cl" in konteks:
            konteks["jumlah"] = self.jumlah_daftar(konteks["cl"].queryset)
            konteks["alamat_unduh"] = self.alamat_unduh(konteks["cl"])
        return jawaban

    def jumlah_daftar(self, rows: QuerySet[Any]) -> list[Jumlah]:
        """Return the totals of the whole filtered list; none where a list holds no money."""
        return []

    def tautan_lain(self, request: HttpRequest, obj: Any) -> list[tuple[str, str]]:
        """Return (label, address) of pages that belong to a record, or to the list where it is None."""
        return []

    def pemberitahuan(self, obj: Any) -> str:
        """Return what must be known before a record is changed; nothing for most."""
        return ""

    def get_list_display(self, request: HttpRequest) -> Any:
        """Leave out the office for who sees only one."""
        kolom = super().get_list_display(request)
        pelaku = pelaku_dari(request)
        if pelaku.is_semua or len(pelaku.kantor_terlihat) != 1:
            return kolom
        return [k for k in kolom if k not in KOLOM_KANTOR]

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Whether the menu names this model."""
        return self.has_view_permission(request)

    def get_list_filter(self, request: HttpRequest) -> Any:
        """Offer in filters only what occurs in rows that the person may see.

        Units are offered once an office is chosen: those of seventy offices are no choice.
        """
        semua = super().get_list_filter(request)
        if _is_banyak_kantor(request):
            semua = [s for s in semua if not _is_unit(self.model, s) or f"{s}__id__exact" in request.GET]
        return [saring_terkait(self.model, satu) for satu in semua]

    def get_ordering(self, request: HttpRequest) -> Any:
        """Put the newest rows first where those of many offices are listed.

        The order of the model goes through four tables; sorting all rows of a kabupaten took half of the
        page's time (bench/entri.py).
        """
        jalur = getattr(getattr(self.model, "lingkup", None), "kantor", "")
        if "__" in jalur and _is_banyak_kantor(request):
            return ["-pk"]
        return super().get_ordering(request)

    def _get_obj_does_not_exist_redirect(self, request: HttpRequest, opts: Any, object_id: str) -> Any:
        """Another office's row does not exist for this person: 404, where Django would redirect."""
        raise Http404(f"{opts.verbose_name} {object_id}")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Read the rows of the person, each with what its name needs."""
        rows: Any = super().get_queryset(request)
        if hasattr(rows, "untuk"):
            rows = rows.untuk(request.user)
        return rows.select_related(*self.list_select_related) if self.list_select_related else rows

    # Forms -----------------------------------------------------------------------------------------

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        """Give the form who asks, what the database refused, and what was written meanwhile."""
        kelas: Any = super().get_form(request, obj, change=change, **kwargs)
        kelas.galat_basis = getattr(request, "_galat_basis", None)
        kelas.pelaku = pelaku_dari(request)
        kelas.konflik = self._konflik(request, obj)
        kelas.ingatan = ingatan(request)
        return kelas

    def baris_formulir(self, request: HttpRequest, obj: Any) -> list[tuple[type[models.Model], str]]:
        """Return (model, key to the record) of the rows inside the form."""
        hasil = []
        for satu in self.get_inline_instances(request, obj):
            fk = next(
                f
                for f in satu.model._meta.fields
                if f.is_relation
                and issubclass(self.model, f.remote_field.model)
                and satu.fk_name in (None, f.name)
            )
            hasil.append((satu.model, fk.name))
        return hasil

    def _konflik(self, request: Any, obj: Any) -> Konflik | None:
        """Return what was written since the page was opened; asked once, with the record locked."""
        if request.method != "POST" or obj is None or not request.POST.get(NAMA_VERSI):
            return None
        if not hasattr(request, "_konflik"):
            kunci = self.model._default_manager.select_for_update().filter(pk=obj.pk)
            list(kunci.order_by("pk").values_list("pk"))  # its own order would join other tables
            request._konflik = cari_konflik(
                obj,
                self.baris_formulir(request, obj),
                request.POST[NAMA_VERSI],
                request.user,
                self.admin_site,
            )
        return request._konflik  # type: ignore[no-any-return]

    def get_formset_kwargs(self, request: Any, obj: Any, inline: Any, prefix: str) -> dict[str, Any]:
        """After a conflict bring back rows that somebody deleted meanwhile as new rows."""
        hasil: dict[str, Any] = super().get_formset_kwargs(request, obj, inline, prefix)
        if getattr(request, "_konflik", None) is not None:
            ada = {str(pk) for pk in inline.get_queryset(request).values_list("pk", flat=True)}
            hasil["data"] = tanpa_yang_hilang(hasil["data"], prefix, ada)
        return hasil

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Save a form once; show what a trigger or constraint refused above it, with all that was typed."""
        if request.method != "POST":
            return super().changeform_view(request, object_id, form_url, extra_context)
        try:
            with transaction.atomic():
                dahulu = sekali.jawaban_dahulu(request)
                if dahulu is not None:
                    return dahulu
                jawaban = super().changeform_view(request, object_id, form_url, extra_context)
                sekali.ingat_jawaban(request, jawaban)
                return jawaban
        except IntegrityError as galat:
            request._galat_basis = sebutkan_penolakan(galat)  # type: ignore[attr-defined]
            return super().changeform_view(request, object_id, form_url, extra_context)

    def render_change_form(
        self,
        request: HttpRequest,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Any = None,
    ) -> HttpResponse:
        """Add the token of the form, the version that it shows, and what was written meanwhile."""
        konflik = getattr(request, "_konflik", None)
        terkirim = request.POST.get(NAMA_VERSI)
        if terkirim and konflik is None:
            versi = terkirim
        else:
            versi = tulis_versi(sumber_dari(obj, self.baris_formulir(request, obj))) if obj else ""
        context.update(
            kirim_id=sekali.kirim_id(request),
            versi_halaman=versi,
            konflik=konflik,
            tautan_lain=self.tautan_lain(request, obj) if obj else [],
            pemberitahuan=self.pemberitahuan(obj) if obj else "",
        )
        return super().render_change_form(request, context, add, change, form_url, obj)

    def save_model(self, request: Any, obj: Any, form: Any, change: bool) -> None:
        """Write a record only where something changed, and remember its numbers for the message."""
        if change and not form.has_changed():
            return
        super().save_model(request, obj, form, change)
        request._angka_tersimpan = _sebut_angka(form)

    def message_user(self, request: Any, message: Any, *args: Any, **kwargs: Any) -> None:
        """Show the accepted numbers back in their printed form."""
        angka = request.__dict__.pop("_angka_tersimpan", "")
        lengkap = format_html("{} {}", message, angka) if angka else message
        super().message_user(request, lengkap, *args, **kwargs)

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> Any:
        """Delete a record; what the database refuses is said in words on the record's page."""
        try:
            return super().delete_view(request, object_id, extra_context)
        except (IntegrityError, ProtectedError, RestrictedError) as galat:
            self.message_user(request, _sebut_tolak(galat), messages.ERROR)
            return HttpResponseRedirect(alamat_admin(self.model, "change", object_id))

    # History ---------------------------------------------------------------------------------------

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Show every change of a record and of the rows in its form, the newest first."""
        obj = self.get_object(request, unquote(object_id))
        if obj is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)  # type: ignore[no-any-return]
        if not self.has_view_or_change_permission(request, obj):
            raise PermissionDenied
        halaman = Paginator(self.susun_riwayat(request, obj), BARIS_RIWAYAT).get_page(request.GET.get("p"))
        isi = {
            **self.admin_site.each_context(request),
            "title": "Riwayat",
            "subtitle": str(obj),
            "halaman": halaman,
            "object": obj,
            "opts": self.opts,
            **(extra_context or {}),
        }
        return TemplateResponse(request, "admin/object_history.html", isi)

    def susun_riwayat(self, request: HttpRequest, obj: Any) -> Sequence[Any]:
        """Return the rows of the history page."""
        return susun_riwayat(obj, self.baris_formulir(request, obj), self.admin_site)


def alamat_admin(model: type[models.Model], halaman: str, *args: Any) -> str:
    """Return the address of a page of a model's admin."""
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{halaman}", args=args)


def sebut_daftar(model: type[models.Model]) -> str:
    """Return the heading of a list: "Pagu anggaran"."""
    return capfirst(str(model._meta.verbose_name_plural))


def _sebut_tolak(galat: Exception) -> str:
    if isinstance(galat, ProtectedError):
        return sebutkan_pelindung(galat)
    if isinstance(galat, IntegrityError):
        return f"Tidak dapat dihapus. {sebutkan_penolakan(galat)}"
    return "Tidak dapat dihapus: masih dipakai oleh data lain."


def _sebut_angka(form: Any) -> str:
    """Return the numbers of a saved form in their printed form: "Tersimpan: pagu (Rp) 126.950.500."."""
    cetak: Callable[[Decimal], str]
    butir = []
    for nama, medan in form.fields.items():
        nilai = form.cleaned_data.get(nama)
        if isinstance(medan, AngkaField) and isinstance(nilai, Decimal):
            cetak = format_rupiah if medan.jenis == JenisAngka.RUPIAH else format_angka
            butir.append(f"{str(medan.label).replace(' (Rp)', '').lower()} {cetak(nilai)}")
    return f"Angka tersimpan: {gabung_kata(butir)}." if butir else ""


def _is_banyak_kantor(request: HttpRequest) -> bool:
    """Whether a list shows rows of many offices, and none was chosen."""
    pelaku = pelaku_dari(request)
    banyak = pelaku.is_semua or len(pelaku.kantor_terlihat) > 1
    return banyak and not any("perangkat_daerah" in k for k in request.GET)


def _is_unit(model: type[models.Model], satu: Any) -> bool:
    """Whether a filter is one on units."""
    if not isinstance(satu, str):
        return False
    terkait: Any = get_fields_from_path(model, satu)[-1].related_model
    return terkait is not None and terkait._meta.model_name == "unitkerja"
