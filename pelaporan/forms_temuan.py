"""The fields of an answer to a finding."""

from __future__ import annotations

from typing import Any

from django import forms

from kinerja.forms_perjanjian import medan_tanggal


def _pola_id(kunci: str) -> str:
    """Return the pattern of ids: a page holds many of these forms."""
    return f"id_%s_{kunci[:12]}"


class FormAlasan(forms.Form):
    """The reason for a warning; whether it is a sentence is judged by pelaporan.alur_temuan.

    ``senama``: also for the other unanswered warnings of the same check; the page asks it where there are.
    """

    alasan = forms.CharField(
        label="Alasan",
        required=False,
        help_text="Tulis sebab dan tindak lanjutnya, paling sedikit satu kalimat.",
        widget=forms.Textarea(attrs={"class": "masukan", "rows": 2}),
    )
    senama = forms.BooleanField(required=False)

    def __init__(self, *args: Any, kunci: str, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": _pola_id(kunci), **kwargs})


class FormPengecualian(forms.Form):
    """The reason of an override and the day until which it holds."""

    alasan = forms.CharField(
        label="Alasan pengecualian",
        required=False,
        help_text="Tulis mengapa nilai ini benar dan apa dasarnya, paling sedikit satu kalimat.",
        widget=forms.Textarea(attrs={"class": "masukan", "rows": 2}),
    )
    berlaku_sampai = medan_tanggal("Berlaku sampai", "Paling lama 12 bulan dari hari ini.")

    def __init__(self, *args: Any, kunci: str, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": _pola_id(kunci), **kwargs})
        self.fields["berlaku_sampai"].required = False
