"""Admin of accounts and their roles: nobody widens the own rights here.

The admin kabupaten manages the accounts of the own government: neither superusers, nor the place to
which an account belongs, nor the own roles. An account is never deleted, only deactivated.
"""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import AdminPasswordChangeForm, UserChangeForm, UserCreationForm
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from organisasi.forms import ATURAN_SANDI
from organisasi.izin import SUPERUSER
from organisasi.jejak import catat
from organisasi.models import Jejak, Pengguna, Penugasan
from organisasi.pilihan import Peran
from sakip.umum.admin_dasar import AdminDasar, BarisDasar, FormDasar, pelaku_dari
from sakip.umum.admin_kolom import saring_keadaan
from sakip.umum.admin_riwayat import SISTEM, BarisRiwayat
from sakip.umum.waktu import sebut_waktu_zona

DIRI_SENDIRI = "Penugasan untuk diri sendiri dibuat oleh admin kabupaten lain atau administrator sistem."


def _hari_ini() -> Q:
    hari = timezone.localdate()
    return Q(mulai__lte=hari) & (Q(sampai=None) | Q(sampai__gte=hari))


BERLAKU = saring_keadaan(
    "keadaan",
    "keadaan",
    {
        "berlaku": ("Berlaku hari ini", _hari_ini),
        "berakhir": ("Sudah berakhir", lambda: Q(sampai__lt=timezone.localdate())),
        "nanti": ("Belum mulai", lambda: Q(mulai__gt=timezone.localdate())),
    },
)
AKTIF = saring_keadaan(
    "keadaan",
    "keadaan",
    {
        "aktif": ("Aktif", Q(is_active=True)),
        "nonaktif": ("Nonaktif", Q(is_active=False)),
        "belum_masuk": ("Belum pernah masuk", Q(last_login=None)),
        "tanpa_tugas": ("Tanpa penugasan", Q(penugasan=None)),
    },
)


class FormPenugasan(FormDasar):
    """A role; nobody gives one to oneself."""

    def clean(self) -> dict[str, Any] | None:
        """Refuse a role for the person who types it."""
        isi = super().clean() or self.cleaned_data
        siapa = isi.get("pengguna")
        sendiri = siapa is not None and self.pelaku is not None and siapa.pk == self.pelaku.pengguna_id
        if sendiri and not self.pelaku.is_semua:
            raise ValidationError(DIRI_SENDIRI, code="diri_sendiri")
        return isi


class PenugasanDasar:
    """Roles: the own ones are read only."""

    form: Any = FormPenugasan

    def get_field_queryset(self, db: str | None, db_field: Any, request: HttpRequest) -> QuerySet[Any] | None:
        """Offer no account of the system."""
        rows = super().get_field_queryset(db, db_field, request)  # type: ignore[misc]
        if db_field.name == "pengguna" and rows is not None and not pelaku_dari(request).is_semua:
            rows = rows.filter(is_superuser=False)
        return rows  # type: ignore[no-any-return]

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Other people's roles."""
        return bool(super().has_change_permission(request, obj)) and not _diri_sendiri(request, obj)  # type: ignore[misc]

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Other people's roles."""
        return bool(super().has_add_permission(request, obj)) and not _diri_sendiri(request, obj)  # type: ignore[misc]


def _diri_sendiri(request: HttpRequest, obj: Any) -> bool:
    if obj is None or pelaku_dari(request).is_semua:
        return False
    return bool(getattr(obj, "pengguna_id", obj.pk) == request.user.pk)


class PenugasanBaris(PenugasanDasar, BarisDasar):
    """Roles of an account."""

    model = Penugasan
    fields = ["peran", "perangkat_daerah", "unit", "pemda", "mulai", "sampai"]
    autocomplete_fields = ["pemda", "perangkat_daerah", "unit"]


class BuatPengguna(FormDasar, UserCreationForm):
    """Form of a new account: it belongs to the government of who makes it."""

    class Meta(UserCreationForm.Meta):
        model = Pengguna

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        beri_nama_sandi(self.fields)

    def clean(self) -> dict[str, Any] | None:
        """Set the government and ask for a new password at the first login."""
        isi = super().clean()
        if "pemda" not in self.fields:
            self.instance.pemda_id = pemda_admin(self.pelaku)
        self.instance.harus_ganti_sandi = True
        return isi


class UbahPengguna(FormDasar, UserChangeForm):
    """Form of an account; the password has its own page."""

    password = None  # type: ignore[assignment]

    class Meta(UserChangeForm.Meta):
        model = Pengguna


class GantiSandi(AdminPasswordChangeForm):
    """A new password for somebody; switching passwords off is no option here."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("usable_password", None)
        beri_nama_sandi(self.fields)


def beri_nama_sandi(medan: dict[str, Any]) -> None:
    """Name both fields of a new password."""
    medan["password1"].label, medan["password2"].label = "Kata sandi", "Ulangi kata sandi"
    medan["password1"].help_text = ATURAN_SANDI
    medan["password2"].help_text = "Ketik sekali lagi: kedua isian harus sama."


def pemda_admin(pelaku: Any) -> int | None:
    """Return the government that a person administers."""
    return min((t.pemda_id for t in pelaku.tugas if t.peran == Peran.ADMIN_KABUPATEN), default=None)


@admin.register(Pengguna)
class PenggunaAdmin(AdminDasar, UserAdmin):
    """Accounts and their roles; Django's own groups and permissions are not used."""

    form = UbahPengguna
    add_form = BuatPengguna
    add_form_template = None
    change_password_form = GantiSandi
    change_user_password_template = "admin/ganti_sandi.html"  # noqa: S105 - a template
    list_display = ["username", "nama_lengkap", "email", "peran", "is_active", "last_login"]
    list_filter = [AKTIF, "penugasan__peran", "penugasan__perangkat_daerah"]
    search_fields = ["username", "first_name", "last_name", "email"]
    filter_horizontal: ClassVar[Any] = ()
    autocomplete_fields = ["pemda"]
    readonly_fields = ["last_login", "date_joined"]
    inlines = [PenugasanBaris]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Read accounts with their roles; those of the system are for superusers."""
        rows = super().get_queryset(request).prefetch_related("penugasan")
        return rows if pelaku_dari(request).is_semua else rows.filter(is_superuser=False)

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Show what one may set: never groups or permissions; superuser and place to superusers."""
        semua = pelaku_dari(request).is_semua
        sistem = [("Sistem", {"fields": ["pemda", "is_superuser"]})] if semua else []
        orang = ("Orang", {"fields": ["first_name", "last_name", "email"]})
        if obj is None:
            return [
                (None, {"fields": ["username"]}),
                orang,
                ("Kata sandi pertama", {"fields": ["password1", "password2"]}),
                *sistem,
            ]
        return [
            (None, {"fields": ["username", "is_active", "harus_ganti_sandi"]}),
            orang,
            *sistem,
            ("Waktu", {"fields": ["last_login", "date_joined"]}),
        ]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Nobody deactivates the own account."""
        sendiri = obj is not None and obj.pk == request.user.pk
        return [*self.readonly_fields, "is_active"] if sendiri else self.readonly_fields

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Only superusers touch a superuser's account, its password included."""
        if obj is not None and obj.is_superuser and not pelaku_dari(request).is_semua:
            return False
        return super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody: what a person did must keep its name."""
        return False

    def get_inlines(self, request: Any, obj: Any = None) -> Any:
        """Roles come after the account is there."""
        return self.inlines if obj else []

    def tautan_lain(self, request: HttpRequest, obj: Any) -> list[tuple[str, str]]:
        """Lead to the page of the password."""
        if obj is None or not self.has_change_permission(request, obj):
            return []
        return [("Ganti kata sandi", reverse("admin:auth_user_password_change", args=[obj.pk]))]

    def save_model(self, request: Any, obj: Any, form: Any, change: bool) -> None:
        """Write the account and the log."""
        super().save_model(request, obj, form, change)
        if change and not form.has_changed():
            return
        bidang = [str(form.fields[n].label or n) for n in form.changed_data if not n.startswith("password")]
        _catat(request, "ubah akun" if change else "buat akun", obj, ", ".join(bidang))

    def user_change_password(self, request: Any, id: str, form_url: str = "") -> HttpResponse:
        """Set a password that the person must change at the next login, and write the log.

        The own password has its own page, which asks for the old one.
        """
        if id == str(request.user.pk):
            return HttpResponseRedirect(reverse("akun_sandi"))
        with transaction.atomic():
            jawaban = super().user_change_password(request, id, form_url)
            if request.method == "POST" and jawaban.status_code == 302:
                siapa = Pengguna.objects.get(pk=id)
                siapa.harus_ganti_sandi = True
                siapa.save(update_fields=["harus_ganti_sandi"])
                _catat(request, "setel kata sandi", siapa)
        return jawaban  # type: ignore[no-any-return]

    def susun_riwayat(self, request: HttpRequest, obj: Any) -> list[BarisRiwayat]:
        """Return the acts on an account from the log, and the changes of its roles."""
        acts = Jejak.objects.filter(kunci_objek=f"{Pengguna._meta.label}:{obj.pk}").select_related("oleh")
        dari_jejak = [
            BarisRiwayat(
                waktu=j.pada,
                pada=sebut_waktu_zona(j.pada),
                oleh=str(j.oleh or SISTEM),
                peran=j.peran,
                alamat=j.alamat_asal or "",
                tindakan=j.tindakan.capitalize(),
                nama=j.uraian,
                alasan="",
                isi=(),
            )
            for j in acts
        ]
        return sorted(
            [*dari_jejak, *super().susun_riwayat(request, obj)], key=lambda b: b.waktu, reverse=True
        )

    @admin.display(description="nama", ordering="first_name")
    def nama_lengkap(self, obj: Pengguna) -> str:
        """Full name, or nothing."""
        return obj.get_full_name()

    @admin.display(description="peran")
    def peran(self, obj: Pengguna) -> str:
        """Roles of today."""
        hari = timezone.localdate()
        ada = {
            p.peran for p in obj.penugasan.all() if p.mulai <= hari and (p.sampai is None or p.sampai >= hari)
        }
        return ", ".join(p.label for p in Peran if p.value in ada)


def _catat(request: HttpRequest, tindakan: str, siapa: Pengguna, uraian: str = "") -> None:
    peran = SUPERUSER if pelaku_dari(request).is_semua else Peran.ADMIN_KABUPATEN.value
    catat(tindakan, siapa, oleh=request.user, peran=peran, pemda=siapa.pemda, uraian=uraian)  # type: ignore[arg-type]


@admin.register(Penugasan)
class PenugasanAdmin(PenugasanDasar, AdminDasar):
    """Roles."""

    list_display = ["pengguna", "peran", "perangkat_daerah", "unit", "pemda", "mulai", "sampai"]
    list_filter = [BERLAKU, "peran", "perangkat_daerah", "unit"]
    search_fields = ["pengguna__username", "pengguna__first_name", "pengguna__last_name"]
    autocomplete_fields = ["pengguna", "pemda", "perangkat_daerah", "unit"]
    list_select_related = ("pengguna", "perangkat_daerah", "unit", "pemda")
    fieldsets = [
        (None, {"fields": ["pengguna", "peran"]}),
        ("Tempat", {"fields": ["perangkat_daerah", "unit", "pemda"]}),
        ("Masa tugas", {"fields": ["mulai", "sampai"]}),
    ]
