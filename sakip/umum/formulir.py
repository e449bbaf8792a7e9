"""Form fields of numbers: a text input, one strict parser, and the printed form as initial value.

A browser's ``type=number`` reads "87,09" as 8709 in English and "1.000" as 1 everywhere (measured,
docs/rumus/angka.md), so no form of SAKIP has one. What is refused stays in its field, with the
reason and what was probably meant; it is never stored as a guess.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from sakip.umum.angka import AngkaTidakSah, JenisAngka, format_angka, parse_angka

TANPA_TITIK = (JenisAngka.PERSEN, JenisAngka.INDEKS)


class MasukanAngka(forms.TextInput):
    """A text input that opens the number keyboard of a phone and remembers nothing."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        bawaan = {"inputmode": "decimal", "autocomplete": "off", "class": "vTextField angka"}
        super().__init__(attrs={**bawaan, **(attrs or {})})


class MasukanBulat(MasukanAngka):
    """The same for whole numbers: years, sequences, counts."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs={"inputmode": "numeric", "class": "vTextField angka bulat", **(attrs or {})})


def _kosong(value: Any) -> bool:
    return value is None or (isinstance(value, str) and not value.replace("\u00a0", " ").strip())


class AngkaField(forms.DecimalField):
    """A Decimal in Indonesian form: "126.950.500", "99,30". ``jenis`` decides about thousands dots."""

    widget = MasukanAngka

    def __init__(self, *, jenis: JenisAngka = JenisAngka.JUMLAH, **kwargs: Any) -> None:
        self.jenis = JenisAngka(jenis)
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> Any:
        """Return the Decimal; a text that is not one is refused with its reason and a proposal."""
        if _kosong(value):
            return None
        if isinstance(value, Decimal):
            return value
        try:
            return parse_angka(str(value), self.jenis)
        except AngkaTidakSah as galat:
            raise ValidationError(str(galat), code="invalid") from galat

    def prepare_value(self, value: Any) -> Any:
        """Print a stored value in the form that the parser reads; leave typed text alone."""
        if isinstance(value, bool) or not isinstance(value, (Decimal, int)):
            return value
        teks = format_angka(Decimal(value))
        return teks.replace(".", "") if self.jenis in TANPA_TITIK else teks


class BulatField(forms.IntegerField):
    """A whole number of plain digits: Django's own reads "2.000" as 2."""

    widget = MasukanBulat

    def to_python(self, value: Any) -> int | None:
        """Return the int; a dot, a comma or a letter is refused."""
        if _kosong(value):
            return None
        if isinstance(value, int):
            return value
        isi = str(value).replace("\u00a0", " ").strip()
        if not re.fullmatch(r"-?\d{1,15}", isi, re.ASCII):
            angka = isi.replace(".", "")
            usulan = f" Maksud Anda {angka}?" if re.fullmatch(r"\d{1,15}", angka, re.ASCII) else ""
            raise ValidationError(
                f"{isi}: tulis bilangan bulat tanpa titik dan koma.{usulan}", code="invalid"
            )
        return int(isi)
