"""Who may come in: login, log-out, and the guard of the pages."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView, LogoutView


class FormMasuk(AuthenticationForm):
    """User name and password."""

    error_messages = {
        "invalid_login": "Nama pengguna atau kata sandi tidak cocok. Periksa huruf besar dan kecilnya.",
        "inactive": "Akun ini tidak aktif.",
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for nama, label in (("username", "Nama pengguna"), ("password", "Kata sandi")):
            medan = self.fields[nama]
            medan.label = label
            medan.error_messages["required"] = f"{label} belum diisi."
            medan.widget.attrs["class"] = "masukan"
        self.fields["username"].widget.attrs["spellcheck"] = "false"


class Masuk(LoginView):
    """The only page without login."""

    template_name = "umum/masuk.html"
    authentication_form = FormMasuk
    redirect_authenticated_user = True


class Keluar(LogoutView):
    """Log-out, by POST only."""
