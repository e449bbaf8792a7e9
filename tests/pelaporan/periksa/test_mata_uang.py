"""Rupiah is written in one way."""

import pytest

from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.mata_uang import periksa
from tests.pelaporan.periksa.bersih import tulis

pytestmark = pytest.mark.django_db


def test_amounts_as_tokens_print_them_are_not_found(bersih):
    assert list(periksa(bersih)) == []
    assert list(periksa(tulis(bersih, "bab4.kesimpulan", "Sisa anggaran Rp1.000 dari [[pagu]]."))) == []


@pytest.mark.parametrize(
    "teks", ["Rp **1.000**", "Rp. **1.000**", "Rp. 1.000", "Rp1.000,-", "Rp [[realisasi:pbb]]", "IDR 1.000"]
)
def test_another_style_is_told_at_its_section(bersih, teks):
    (t,) = periksa(tulis(bersih, "bab4.kesimpulan", f"Anggarannya {teks} setahun."))
    assert (t.tingkat, t.lokasi.kunci, t.tautan) == (
        Tingkat.INFO,
        "bab4.kesimpulan",
        "narasi:bab4.kesimpulan",
    )


def test_the_amounts_of_a_section_are_one_info(bersih):
    (t,) = periksa(tulis(bersih, "bab4.kesimpulan", "Dari Rp 1.000 dibelanjakan Rp. 900."))
    assert [n for _, n in t.nilai] == ["“Rp 1.000”", "“Rp. 900”"]
