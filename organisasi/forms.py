"""Forms of a person's own account."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.forms import PasswordChangeForm
from django.core.exceptions import ValidationError

from organisasi.dua_langkah import is_bentuk_kode, rapikan_kode

ATURAN_SANDI = (
    "Paling sedikit 10 karakter dan bukan hanya angka. Jangan memakai nama Anda atau kata sandi yang umum. "
    "Beberapa kata yang tidak berhubungan mudah diingat, misalnya: payung-sungai-lonceng."
)


class FormSandi(PasswordChangeForm):
    """The old password, and the new one twice."""

    error_messages = {
        "password_incorrect": "Kata sandi lama tidak cocok. Periksa huruf besar dan kecilnya.",
        "password_mismatch": "Ulangan tidak sama dengan kata sandi baru. Tulis yang sama dua kali.",
        "password_same": "Kata sandi baru sama dengan yang lama. Tulis kata sandi yang lain.",
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for nama, label, petunjuk in (
            ("old_password", "Kata sandi lama", ""),
            ("new_password1", "Kata sandi baru", ATURAN_SANDI),
            ("new_password2", "Ulangi kata sandi baru", ""),
        ):
            medan = self.fields[nama]
            medan.label, medan.help_text = label, petunjuk
            medan.error_messages["required"] = f"{label} belum diisi."
            medan.widget.attrs["class"] = "masukan"

    def clean(self) -> dict[str, Any]:
        """Check the new password where it is typed first, and refuse the old one."""
        isi = super().clean() or self.cleaned_data
        baru, lama = isi.get("new_password1"), isi.get("old_password")
        if baru and lama and baru == lama:
            self.add_error("new_password1", ValidationError(self.error_messages["password_same"]))
        return isi  # type: ignore[no-any-return]

    def validate_password_for_user(self, user: Any, *args: Any, **kwargs: Any) -> None:
        """Say what is wrong with the new password at its first field."""
        super().validate_password_for_user(user, "new_password1")


class FormKode(forms.Form):
    """One code: six digits of the application, or a recovery code."""

    kode = forms.CharField(
        label="Kode 6 angka",
        max_length=40,
        error_messages={"required": "Kode belum diisi. Tulis 6 angka dari aplikasi, misalnya 123456."},
        widget=forms.TextInput(
            attrs={
                "class": "masukan masukan-kode",
                "inputmode": "numeric",
                "autocomplete": "one-time-code",
                "spellcheck": "false",
                "autocapitalize": "none",
            }
        ),
    )

    def __init__(self, *args: Any, label: str = "", **kwargs: Any) -> None:
        """Take another label where letters may be typed too, so that a telephone shows its whole keyboard."""
        super().__init__(*args, **kwargs)
        if label:
            self.fields["kode"].label = label
            self.fields["kode"].widget.attrs |= {"inputmode": "text", "autocomplete": "off"}

    def clean_kode(self) -> str:
        """Return the code without spaces; refuse what cannot be one, before it counts as an attempt."""
        kode = rapikan_kode(self.cleaned_data["kode"])
        if not is_bentuk_kode(kode):
            raise ValidationError(
                "Tulis 6 angka dari aplikasi, misalnya 123456, atau 8 huruf dan angka dari daftar kode "
                "cadangan, misalnya abcd 2345."
            )
        return kode


class FormKodeTelepon(FormKode):
    """Six digits of the application only: the first code of a telephone."""

    def clean_kode(self) -> str:
        """Refuse anything else."""
        kode = rapikan_kode(self.cleaned_data["kode"])
        if len(kode) != 6 or not is_bentuk_kode(kode):
            raise ValidationError("Tulis 6 angka yang tampil di aplikasi, misalnya 123456.")
        return kode
