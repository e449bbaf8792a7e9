"""Forms of the pages of a whole government."""

from __future__ import annotations

import datetime
from typing import Any

from django import forms

from kinerja.pilihan import NAMA_TRIWULAN

SEMUA_TRIWULAN = "semua"
BAKU, SENDIRI = "baku", "sendiri"
CONTOH_TANGGAL = "Tulis tanggal seperti 10 April 2026 dengan angka: 10-04-2026."


class TanggalField(forms.DateField):
    """A day: the browser's own picker, or typed as 10-04-2026."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("input_formats", ["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y"])
        kwargs.setdefault(
            "widget", forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "class": "masukan"})
        )
        kwargs.setdefault("error_messages", {"invalid": CONTOH_TANGGAL})
        super().__init__(**kwargs)


class AturJendelaForm(forms.Form):
    """Which quarters get which days."""

    triwulan = forms.ChoiceField(
        label="Triwulan",
        choices=[
            ("", "Pilih triwulan"),
            *((str(n), nama) for n, nama in NAMA_TRIWULAN.items()),
            (SEMUA_TRIWULAN, "Semua triwulan"),
        ],
        widget=forms.Select(attrs={"class": "masukan"}),
        error_messages={"required": "Pilih triwulannya, misalnya Triwulan IV."},
    )
    cara = forms.ChoiceField(
        label="Hari pengisian",
        choices=[(BAKU, "Menurut aturan baku"), (SENDIRI, "Tanggal sendiri")],
        initial=BAKU,
        widget=forms.Select(attrs={"class": "masukan"}),
    )
    buka = TanggalField(label="Dibuka", required=False)
    tutup = TanggalField(label="Ditutup", required=False)

    def clean(self) -> dict[str, Any]:
        """Ask for both days and one quarter where the days are the person's own."""
        isi: dict[str, Any] = super().clean() or {}
        if isi.get("cara") != SENDIRI:
            return isi
        for nama, kata in (("buka", "dibuka"), ("tutup", "ditutup")):
            if not isi.get(nama) and nama not in self.errors:
                self.add_error(nama, f"Isi hari {kata}, misalnya 10-04-2026, atau pilih aturan baku.")
        if isi.get("triwulan") == SEMUA_TRIWULAN:
            self.add_error("triwulan", "Pilih satu triwulan untuk tanggal sendiri, misalnya Triwulan I.")
        if isi.get("buka") and isi.get("tutup") and isi["tutup"] < isi["buka"]:
            self.add_error("tutup", "Hari ditutup tidak boleh lebih awal daripada hari dibuka.")
        return isi

    @property
    def daftar_triwulan(self) -> list[int]:
        """The chosen quarters."""
        pilihan = self.cleaned_data["triwulan"]
        return list(NAMA_TRIWULAN) if pilihan == SEMUA_TRIWULAN else [int(pilihan)]

    @property
    def hari(self) -> tuple[datetime.date | None, datetime.date | None]:
        """The person's own days, or none for the default."""
        if self.cleaned_data["cara"] == BAKU:
            return (None, None)
        return (self.cleaned_data["buka"], self.cleaned_data["tutup"])
