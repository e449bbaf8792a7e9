"""The answer of an office to a criterion."""

from __future__ import annotations

from typing import Any

from django import forms

from pelaporan.models import JawabanKriteria
from pelaporan.pilihan import JawabanYaTidak


class JawabanForm(forms.ModelForm):
    """Ya or tidak, with a note or the evidence: a bare "ya" is refused."""

    jawaban = forms.ChoiceField(
        label="Jawaban kantor",
        choices=JawabanYaTidak.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Pilih ya atau tidak."},
    )

    class Meta:
        model = JawabanKriteria
        fields = ["jawaban", "catatan", "bukti"]
        widgets = {
            "catatan": forms.Textarea(attrs={"class": "masukan", "rows": 3}),
            "bukti": forms.TextInput(attrs={"class": "masukan"}),
        }
        help_texts = {
            "catatan": "Misalnya: dibahas dalam rapat pimpinan tanggal 5 Maret 2025.",
            "bukti": "Nama dokumen atau alamat web, misalnya Notula rapat 5 Maret 2025.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["catatan"].label = "Catatan"
        self.fields["bukti"].label = "Bukti"
