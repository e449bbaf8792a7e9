"""Forms of the admin: whose row, what constraints say, what was written meanwhile, what looks odd."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models
from django.db.models import ProtectedError
from django.http import QueryDict
from django.utils.html import format_html
from django.utils.text import Truncator

from sakip.umum import pemicu
from sakip.umum.admin_versi import Konflik
from sakip.umum.angka import format_angka

if TYPE_CHECKING:
    IndukForm = forms.ModelForm[models.Model]
    IndukFormset = forms.BaseInlineFormSet[models.Model, models.Model, Any]
else:
    IndukForm = forms.ModelForm
    IndukFormset = forms.BaseInlineFormSet

BUKAN_WEWENANG = "Baris ini di luar tugas Anda: pilih perangkat daerah atau unit kerja Anda sendiri."
SIMPAN_LAGI = "Periksa perubahan yang disebut di atas, lalu simpan sekali lagi untuk memakai isian Anda."
PESAN_UMUM = "Isian ini bertentangan dengan baris yang sudah ada. Periksa lagi, lalu simpan."

#: Sentences for constraints that carry none of their own (declared by the admin of each app).
PESAN_BATASAN: dict[str, str] = {}


class FormDasar(IndukForm):
    """A form that asks the person's tasks, the constraints of the database, and the newest history.

    Django skips a constraint that names a column outside the form (``tingkat``, ``cara``): the row
    would fail in the database, with a page of error 500.
    """

    galat_basis: str | None = None
    pelaku: Any = None
    konflik: Konflik | None = None
    fk_induk: str = ""  # in a row inside a form: its key to the record
    ingatan: ClassVar[dict[Any, Any]] = {}  # what forms of one request share; a new one for each request
    instance: Any

    def clean(self) -> dict[str, Any] | None:
        """Carry a refusal of the database (a trigger) to the page that was typed."""
        hasil = super().clean()
        if self.galat_basis and not self.fk_induk:
            raise ValidationError(self.galat_basis, code="basis_data")
        return hasil

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc]
        if self.pelaku is not None and not self.errors and not self._boleh():
            self.add_error(None, ValidationError(BUKAN_WEWENANG, code="wewenang"))
        self._batasan_tersembunyi()
        if self.konflik is not None:
            self._sebut_konflik(self.konflik)

    def _boleh(self) -> bool:
        """Whether the person writes this row as typed; a row inside a new record is judged with it."""
        if self.fk_induk and not getattr(self.instance, f"{self.fk_induk}_id"):
            lingkup = getattr(self.instance, "lingkup", None)
            jalur = (lingkup.kantor, *lingkup.jalur_pemda) if lingkup else ()
            if any(j.split("__")[0] == self.fk_induk for j in jalur):
                return True
        return bool(self.pelaku.boleh_tulis_objek(self.instance))

    def _batasan_tersembunyi(self) -> None:
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
            self._update_errors(galat)

    def _update_errors(self, errors: ValidationError) -> None:
        """Say a constraint without a sentence of its own in words, never by its name in the code."""
        super()._update_errors(sebutkan_batasan(self._meta.model, errors))  # type: ignore[misc]

    def _sebut_konflik(self, konflik: Konflik) -> None:
        """Show at each field what stands there now, where it is not what was typed."""
        if not self.fk_induk:
            self.add_error(None, ValidationError(SIMPAN_LAGI, code="konflik"))
        perubahan = konflik.pada_baris(self.instance) if self.instance.pk else None
        if perubahan is None:
            return
        for nama, kini in perubahan.bidang.items():
            if nama not in self.fields or self._isian(nama) == kini:
                continue
            self.add_error(
                nama,
                ValidationError(
                    f"Nilai sekarang: {kini} ({perubahan.oleh}, {perubahan.pada}). "
                    f"Isian Anda: {Truncator(self._isian(nama)).chars(120)}.",
                    code="konflik",
                ),
            )

    def _isian(self, nama: str) -> str:
        """Return what was typed, in words."""
        nilai = self.cleaned_data.get(nama)
        if nilai in (None, ""):
            return str(self.data.get(self.add_prefix(nama)) or "Belum diisi")
        if isinstance(nilai, bool):
            return "Ya" if nilai else "Tidak"
        if isinstance(nilai, Decimal):
            return format_angka(nilai)
        bidang: Any = self._meta.model._meta.get_field(nama)
        return str(dict(bidang.flatchoices).get(nilai, nilai)) if bidang.choices else str(nilai)

    def tanyai(self, bidang: str, nilai: Decimal, pesan: str) -> None:
        """Ask once about a value: the tick that comes with the question lets this very value pass."""
        nama, teks = self.add_prefix(f"yakin_{bidang}"), format_angka(nilai)
        if self.data.get(nama) == teks:
            return
        kotak = format_html(
            '{} <label class="yakin"><input type="checkbox" name="{}" value="{}"> '
            "Ya, nilai ini benar</label>",
            pesan,
            nama,
            teks,
        )
        self.add_error(bidang, ValidationError(kotak, code="tanya"))


class FormsetDasar(IndukFormset):
    """Rows inside a form: every control says which column of which row it is."""

    is_tabel = False  # in a table the help of a column stands once, under it (admin/baris.html)

    def add_fields(self, form: Any, index: int | None) -> None:
        """Name every control for a screen reader; the table's head alone does not."""
        super().add_fields(form, index)
        baris = f"baris {index + 1}" if index is not None else "baris baru"
        for nama, medan in form.fields.items():
            judul = "Hapus" if nama == "DELETE" else str(medan.label or nama)
            for widget in (medan.widget, getattr(medan.widget, "widget", None)):
                if widget is not None and not widget.is_hidden:
                    widget.attrs["aria-label"] = f"{judul}, {baris}"
                    if self.is_tabel and medan.help_text:
                        widget.attrs["aria-describedby"] = f"{self.prefix}-{nama}-petunjuk"


def tanpa_yang_hilang(data: QueryDict, awalan: str, ada: set[str]) -> QueryDict:
    """Return form data in which rows that somebody deleted meanwhile come back as new rows.

    What was typed in them stays on the page; saving again writes it again, knowingly.
    """
    awal, total = (int(data.get(f"{awalan}-{n}_FORMS") or 0) for n in ("INITIAL", "TOTAL"))
    hilang = [i for i in range(awal) if data.get(f"{awalan}-{i}-id") not in ada]
    if not hilang:
        return data
    urutan = [i for i in range(awal) if i not in hilang] + hilang + list(range(awal, total))
    hasil = data.copy()
    for nama in [n for n in data if n.startswith(tuple(f"{awalan}-{i}-" for i in range(total)))]:
        del hasil[nama]
    for baru, lama in enumerate(urutan):
        depan = f"{awalan}-{lama}-"
        for nama in [n for n in data if n.startswith(depan)]:
            hasil.setlist(f"{awalan}-{baru}-{nama.removeprefix(depan)}", data.getlist(nama))
        if lama in hilang:
            hasil[f"{awalan}-{baru}-id"] = ""
    hasil[f"{awalan}-INITIAL_FORMS"] = str(awal - len(hilang))
    return hasil


def sebutkan_batasan(model: type[models.Model], galat: ValidationError) -> ValidationError:
    """Return a refusal whose constraints speak Indonesian: their sentence, never their name."""
    ganti = {
        str(b.default_violation_error_message) % {"name": b.name}: PESAN_BATASAN.get(b.name, PESAN_UMUM)
        for b in model._meta.constraints
    }
    if hasattr(galat, "error_dict"):
        return ValidationError(
            {nama: [_ganti(satu, ganti) for satu in isi] for nama, isi in galat.error_dict.items()}
        )
    return ValidationError([_ganti(satu, ganti) for satu in galat.error_list])


def _ganti(satu: ValidationError, ganti: dict[str, str]) -> ValidationError:
    teks = str(satu.message)
    return ValidationError(ganti[teks], code=satu.code) if teks in ganti else satu


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
            if batas.name in teks and batas.name in PESAN_BATASAN:
                return PESAN_BATASAN[batas.name]
    return PESAN_UMUM


def sebutkan_pelindung(galat: ProtectedError) -> str:
    """Return why a row cannot be deleted: "masih dipakai oleh 2 perjanjian kinerja"."""
    hitung: dict[str, int] = {}
    for satu in galat.protected_objects:
        nama = str(satu._meta.verbose_name)
        hitung[nama] = hitung.get(nama, 0) + 1
    sebutan = ", ".join(f"{n} {nama}" for nama, n in hitung.items())
    return f"Tidak dapat dihapus: masih dipakai oleh {sebutan}. Hapus atau pindahkan dahulu yang memakainya."
