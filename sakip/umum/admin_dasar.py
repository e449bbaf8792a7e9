"""What every admin of SAKIP shares: number fields, refused rows as messages, few queries."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.apps import apps
from django.contrib import admin
from django.contrib.admin.filters import RelatedOnlyFieldListFilter
from django.contrib.admin.options import InlineModelAdmin
from django.contrib.admin.utils import get_fields_from_path
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.text import capfirst

from sakip.umum import pemicu
from sakip.umum.angka import STRIP, JenisAngka, format_angka, format_persen, format_rupiah
from sakip.umum.formulir import AngkaField, BulatField, MasukanAngka, MasukanBulat
from sakip.umum.ranah import KinerjaField, UangField

if TYPE_CHECKING:
    IndukForm = forms.ModelForm[models.Model]
    IndukAdmin = admin.ModelAdmin[models.Model]
else:
    IndukForm = forms.ModelForm
    IndukAdmin = admin.ModelAdmin

BUKAN_WEWENANG = "Baris ini di luar tugas Anda: pilih perangkat daerah atau unit kerja Anda sendiri."
PESAN_UMUM = "Isian ini bertentangan dengan baris yang sudah ada. Periksa lagi, lalu simpan."


class FormDasar(IndukForm):
    """A form that also asks the constraints on columns that ``clean()`` of the model fills.

    Django skips a constraint that names a column outside the form (``tingkat``, ``cara``): the row
    would fail in the database, with a page of error 500.
    """

    galat_basis: str | None = None
    pelaku: Any = None
    instance: Any

    def clean(self) -> dict[str, Any] | None:
        """Carry a refusal of the database (a trigger) to the page that was typed."""
        hasil = super().clean()
        if self.galat_basis:
            raise ValidationError(self.galat_basis, code="basis_data")
        return hasil

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc]
        if self.pelaku is not None and not self.errors and not self.pelaku.boleh_tulis_objek(self.instance):
            self.add_error(None, ValidationError(BUKAN_WEWENANG, code="wewenang"))
        terisi = {
            f.name
            for f in self._meta.model._meta.fields
            if not f.editable and f.value_from_object(self.instance)
        }
        if not terisi or self.errors:
            return
        tanpa = self._get_validation_exclusions() - terisi  # type: ignore[attr-defined]
        tanpa |= {
            nama for nama, f in self.fields.items() if isinstance(f, forms.models.InlineForeignKeyField)
        }
        try:
            self.instance.validate_constraints(exclude=tanpa)
        except ValidationError as galat:
            self._update_errors(galat)  # type: ignore[attr-defined]


class Dasar:
    """Shared by the admin of a model and by its inlines."""

    form: Any = FormDasar
    formfield_overrides: ClassVar[Any] = {
        UangField: {"form_class": AngkaField, "jenis": JenisAngka.RUPIAH, "widget": MasukanAngka},
        KinerjaField: {"form_class": AngkaField, "jenis": JenisAngka.JUMLAH, "widget": MasukanAngka},
        models.DecimalField: {"form_class": AngkaField, "jenis": JenisAngka.PERSEN, "widget": MasukanAngka},
        models.IntegerField: {"form_class": BulatField, "widget": MasukanBulat},
        # Files are private: Django's own widget would print a link that leads nowhere.
        models.FileField: {"widget": forms.FileInput},
        models.TextField: {
            "widget": forms.Textarea(attrs={"rows": 4, "cols": 60, "class": "vLargeTextField"})
        },
    }

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Offer no deletion of what a row points to: its own page asks what else would go."""
        medan = super().formfield_for_dbfield(db_field, request, **kwargs)  # type: ignore[misc]
        if hasattr(medan, "widget") and hasattr(medan.widget, "can_delete_related"):
            medan.widget.can_delete_related = False
            if isinstance(self, InlineModelAdmin):
                medan.widget.can_change_related = medan.widget.can_view_related = False
        return medan

    def get_field_queryset(self, db: str | None, db_field: Any, request: HttpRequest) -> QuerySet[Any] | None:
        """Offer only rows that the person may see, each with what its name needs."""
        rows = super().get_field_queryset(db, db_field, request)  # type: ignore[misc]
        model = db_field.remote_field.model
        rows = model._default_manager.all() if rows is None else rows
        if hasattr(rows, "untuk"):
            rows = rows.untuk(request.user)
        lain = self.admin_site._registry.get(model)  # type: ignore[attr-defined]
        sertakan = getattr(lain, "list_select_related", ())
        return rows.select_related(*sertakan) if isinstance(sertakan, tuple) and sertakan else rows

    # Who may: asked of the person's tasks, never of Django's permission rows. ----------------------

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Rows that the person may see; the queryset says which."""
        return pelaku_dari(request).boleh_lihat(self.model)  # type: ignore[attr-defined, no-any-return]

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Roles that write such rows, and may write to this parent."""
        pelaku = pelaku_dari(request)
        if not pelaku.boleh_tulis(self.model):  # type: ignore[attr-defined]
            return False
        return obj is None or isinstance(obj, self.model) or pelaku.boleh_tulis_objek(obj)  # type: ignore[attr-defined]

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Roles that write this row."""
        pelaku = pelaku_dari(request)
        if not pelaku.boleh_tulis(self.model):  # type: ignore[attr-defined]
            return False
        return obj is None or pelaku.boleh_tulis_objek(obj)  # type: ignore[no-any-return]

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Who changes a row may delete it; what protects it says no in words."""
        return self.has_change_permission(request, obj)


class AdminDasar(Dasar, IndukAdmin):
    """Admin of one model. ``list_select_related`` holds for the list, the form and the choices."""

    list_per_page = 50
    view_on_site = False
    list_select_related: ClassVar[Any] = ()
    empty_value_display = STRIP
    save_on_top = False
    show_full_result_count = False

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        """Say what is here."""
        return super().changelist_view(request, {"title": sebut_daftar(self.model), **(extra_context or {})})

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Whether the menu names this model."""
        return self.has_view_permission(request)

    def get_list_filter(self, request: HttpRequest) -> Any:
        """Offer in filters only what occurs in rows that the person may see."""
        return [saring_terkait(self.model, satu) for satu in super().get_list_filter(request)]

    def _get_obj_does_not_exist_redirect(self, request: HttpRequest, opts: Any, object_id: str) -> Any:
        """Another office's row does not exist for this person: 404, where Django would redirect."""
        raise Http404(f"{opts.verbose_name} {object_id}")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Read the rows of the person, each with what its name needs."""
        rows: Any = super().get_queryset(request)
        if hasattr(rows, "untuk"):
            rows = rows.untuk(request.user)
        return rows.select_related(*self.list_select_related) if self.list_select_related else rows

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        """Give the form the refusal of the database, if there was one."""
        kelas: Any = super().get_form(request, obj, change=change, **kwargs)
        kelas.galat_basis = getattr(request, "_galat_basis", None)
        kelas.pelaku = pelaku_dari(request)
        return kelas

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Show what a trigger or constraint refused above the form, with all that was typed."""
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except IntegrityError as galat:
            request._galat_basis = sebutkan_penolakan(galat)  # type: ignore[attr-defined]
            return super().changeform_view(request, object_id, form_url, extra_context)


class BarisDasar(Dasar, admin.TabularInline):
    """Rows inside the form of their parent."""

    extra = 0
    view_on_site = False


class TumpukDasar(Dasar, admin.StackedInline):
    """The same, one block for each row: for long texts."""

    extra = 0
    view_on_site = False


class HanyaBaca:
    """For rows that the program writes: they can be looked at, and nothing else."""

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody adds."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody changes."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody deletes."""
        return False


def pelaku_dari(request: HttpRequest) -> Any:
    """Return who the person of a request is (``organisasi.izin.Pelaku``)."""
    return request.user.pelaku  # type: ignore[union-attr]


def saring_terkait(model: type[models.Model], satu: Any) -> Any:
    """Return a filter on a relation as one that offers related rows in use only."""
    if not isinstance(satu, str):
        return satu
    bidang = get_fields_from_path(model, satu)[-1]
    return (satu, RelatedOnlyFieldListFilter) if bidang.is_relation else satu


def sebut_daftar(model: type[models.Model]) -> str:
    """Return the heading of a list: "Pagu anggaran"."""
    return capfirst(str(model._meta.verbose_name_plural))


def sebutkan_penolakan(galat: IntegrityError) -> str:
    """Return the sentence of the trigger or constraint that refused a row."""
    teks = str(galat)
    for satu in pemicu.semua():
        if satu.pesan in teks:
            return satu.pesan
    for model in apps.get_models():
        for batas in model._meta.constraints:
            if batas.name in teks and batas.violation_error_message != batas.default_violation_error_message:
                return str(batas.violation_error_message)
    return PESAN_UMUM


def kolom_angka(nama: str, judul: str, cetak: Callable[[Any], str] = format_angka) -> Any:
    """Return a list column of a number in its printed form; its name starts with "angka_"."""

    @admin.display(description=judul, ordering=nama)
    def kolom(self: Any, obj: Any) -> str:
        nilai = getattr(obj, nama)
        return cetak(None if nilai is None else Decimal(nilai))

    kolom.__name__ = f"angka_{nama}"
    return kolom


def kolom_rupiah(nama: str, judul: str) -> Any:
    """Return a list column of rupiah."""
    return kolom_angka(nama, judul, format_rupiah)


def kolom_persen(nama: str, judul: str) -> Any:
    """Return a list column of percent."""
    return kolom_angka(nama, judul, format_persen)


@admin.display(description="nilai", ordering="nilai")
def kolom_nilai(self: Any, obj: Any) -> str:
    """Return the list column of an abstract value: number, range or grade."""
    if obj.predikat_id:
        return str(obj.predikat)
    if obj.nilai_atas is not None:
        return f"{format_angka(obj.nilai)} sampai {format_angka(obj.nilai_atas)}"
    return format_angka(obj.nilai)
