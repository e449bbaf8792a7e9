"""AngkaField and BulatField: what they take, what they refuse, what they print."""

from decimal import Decimal as D

import pytest
from django import forms
from django.core.exceptions import ValidationError

from sakip.umum.angka import JenisAngka
from sakip.umum.formulir import AngkaField, BulatField


class Formulir(forms.Form):
    uang = AngkaField(jenis=JenisAngka.RUPIAH, max_digits=20, decimal_places=2)
    persen = AngkaField(
        jenis=JenisAngka.PERSEN, max_digits=7, decimal_places=2, max_value=100, required=False
    )
    tahun = BulatField(required=False)


@pytest.mark.parametrize(
    ("teks", "nilai"),
    [("126.950.500", D("126950500")), ("0", D(0)), (" 1.000\u00a0", D(1000)), ("87,15", D("87.15"))],
)
def test_what_is_accepted(teks, nilai):
    f = Formulir({"uang": teks})
    assert f.is_valid(), f.errors
    assert f.cleaned_data["uang"] == nilai
    assert f.cleaned_data["persen"] is None


@pytest.mark.parametrize(
    ("teks", "usulan"),
    [
        ("12.6950.500", "Maksud Anda 126.950.500?"),
        ("99.30", "Maksud Anda 99,30?"),
        ("Rp1.000", "Maksud Anda 1.000?"),
        ("1e3", "bukan angka"),
        ("٣", "bukan angka"),
        ("NaN", "bukan angka"),
        ("1.234.567.890.123.456", "paling banyak 15 angka"),
        ("1,234", "desimal"),
    ],
)
def test_a_refused_value_stays_in_its_field(teks, usulan):
    f = Formulir({"uang": teks})
    assert not f.is_valid()
    assert usulan in str(f.errors["uang"][0])
    assert f'value="{teks}"' in str(f["uang"])


def test_a_percent_has_no_dot_and_a_bound():
    for teks in ("14.671.200", "87.150", "100,01"):
        assert not Formulir({"uang": "1", "persen": teks}).is_valid()
    f = Formulir({"uang": "1", "persen": "99,93"})
    assert f.is_valid() and f.cleaned_data["persen"] == D("99.93")


@pytest.mark.parametrize("kosong", ["", "  ", "\u00a0"])
def test_a_blank_is_no_zero(kosong):
    f = Formulir({"uang": kosong})
    assert not f.is_valid()
    assert f.errors["uang"] == ["Bidang ini tidak boleh kosong."]


def test_the_initial_value_is_printed_as_it_is_typed():
    f = Formulir(initial={"uang": D("126950500.00"), "persen": D("1099.30"), "tahun": 2023})
    assert 'value="126.950.500"' in str(f["uang"])
    assert 'value="1099,3"' in str(f["persen"])
    assert 'value="2023"' in str(f["tahun"])
    for nama in ("uang", "persen"):
        html = str(f[nama])
        assert 'type="text"' in html and 'inputmode="decimal"' in html and 'autocomplete="off"' in html
    awal = {"uang": "126.950.500", "persen": "1099,3", "tahun": "2023"}
    assert not Formulir(awal, initial=f.initial).has_changed()


@pytest.mark.parametrize("teks", ["2.023", "2.000", "2023,0", "1e3", "dua", "٢٠٢٣"])
def test_a_whole_number_has_digits_only(teks):
    with pytest.raises(ValidationError):
        BulatField().clean(teks)


def test_a_whole_number_is_read():
    assert BulatField().clean(" 2023 ") == 2023
    with pytest.raises(ValidationError, match=r"Maksud Anda 2023\?"):
        BulatField().clean("2.023")
