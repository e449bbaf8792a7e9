"""Whose rows, number fields, help texts: what the admin of a model and the rows inside its form share."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.contrib.admin.options import InlineModelAdmin
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest

from sakip.umum.admin_formulir import FormDasar, FormsetDasar
from sakip.umum.admin_petunjuk import petunjuk
from sakip.umum.angka import JenisAngka
from sakip.umum.formulir import AngkaField, BulatField, MasukanAngka, MasukanBulat
from sakip.umum.ranah import KinerjaField, UangField

BENTUK_TANGGAL = ["%d-%m-%Y", "%d/%m/%Y", "%Y-%m-%d"]


def pelaku_dari(request: HttpRequest) -> Any:
    """Return who the person of a request is (``organisasi.izin.Pelaku``)."""
    return request.user.pelaku  # type: ignore[union-attr]


def ingatan(request: Any) -> dict[Any, Any]:
    """Return what the forms of one request share, so that each is read once."""
    if not hasattr(request, "_ingatan"):
        request._ingatan = {}
    return request._ingatan  # type: ignore[no-any-return]


class Dasar:
    """Shared by the admin of a model and by its inlines."""

    form: Any = FormDasar
    formfield_overrides: ClassVar[Any] = {
        UangField: {"form_class": AngkaField, "jenis": JenisAngka.RUPIAH, "widget": MasukanAngka},
        KinerjaField: {"form_class": AngkaField, "jenis": JenisAngka.JUMLAH, "widget": MasukanAngka},
        models.DecimalField: {"form_class": AngkaField, "jenis": JenisAngka.PERSEN, "widget": MasukanAngka},
        models.IntegerField: {"form_class": BulatField, "widget": MasukanBulat},
        models.DateField: {"input_formats": BENTUK_TANGGAL},  # Django's own reads 02/13/2024 too
        # Files are private: Django's own widget would print a link that leads nowhere.
        models.FileField: {"widget": forms.FileInput},
        models.TextField: {
            "widget": forms.Textarea(attrs={"rows": 4, "cols": 60, "class": "vLargeTextField"})
        },
    }

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Say what to write; offer no deletion of what a row points to: its own page asks what would go."""
        medan = super().formfield_for_dbfield(db_field, request, **kwargs)  # type: ignore[misc]
        if medan is None:
            return None
        medan.help_text = petunjuk(self.model, db_field.name, str(medan.help_text or ""))  # type: ignore[attr-defined]
        if hasattr(medan.widget, "can_delete_related"):
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


class BarisDalam(Dasar):
    """Shared by rows inside the form of their parent."""

    formset: Any = FormsetDasar
    extra = 0
    view_on_site: Any = False

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        """Give each row who asks and what was written meanwhile."""
        kelas: Any = super().get_formset(request, obj, **kwargs)  # type: ignore[misc]
        kelas.is_tabel = isinstance(self, admin.TabularInline)
        kelas.form.pelaku = pelaku_dari(request)
        kelas.form.konflik = getattr(request, "_konflik", None)
        kelas.form.fk_induk = kelas.fk.name
        kelas.form.ingatan = ingatan(request)
        return kelas


class BarisDasar(BarisDalam, admin.TabularInline):
    """Rows inside the form of their parent; how to fill the columns stands under the table."""

    template = "admin/baris.html"


class TumpukDasar(BarisDalam, admin.StackedInline):
    """The same, one block for each row: for long texts."""


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


class HanyaPengelola:
    """For rows that only the person who installs the system looks at."""

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Superusers."""
        return bool(pelaku_dari(request).is_semua)
