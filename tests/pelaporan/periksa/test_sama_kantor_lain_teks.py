"""A paragraph that another office has too asks for a reason; the other office is not named."""

from dataclasses import replace

import pytest

from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.naskah import sidik_paragraf
from pelaporan.periksa.sama_kantor_lain_teks import periksa
from tests.pelaporan.periksa.bersih import tulis

pytestmark = pytest.mark.django_db

TEKS = "Sasaran pelayanan tercapai karena koordinasi dengan [[pemda]] dan pemerintah desa berjalan baik."


def test_a_text_of_its_own_is_not_found(bersih):
    assert list(periksa(bersih)) == []
    assert list(periksa(replace(bersih, sidik_lain=frozenset({sidik_paragraf(TEKS)})))) == []


def test_a_paragraph_of_another_office_is_found_once_per_section(bersih):
    kini = tulis(bersih, "bab4.kesimpulan", f"{TEKS}\n\n{TEKS}")
    (t,) = periksa(replace(kini, sidik_lain=frozenset({sidik_paragraf(TEKS)})))
    assert (t.tingkat, t.lokasi.kunci) == (Tingkat.PERINGATAN, "bab4.kesimpulan")
    assert t.tautan == "narasi:bab4.kesimpulan"
    assert "paragraf 1" in t.pesan
    assert "paragraf 2" in t.pesan


def test_the_other_office_is_not_named(bersih):
    kini = replace(
        tulis(bersih, "bab4.kesimpulan", TEKS),
        sidik_lain=frozenset({sidik_paragraf(TEKS)}),
        nama_lain=("Kecamatan Sebelah",),
    )
    (t,) = periksa(kini)
    assert "Sebelah" not in t.pesan + "".join(n for _, n in t.nilai)


def test_a_short_paragraph_may_be_alike(bersih):
    pendek = "Rinciannya sebagai berikut."
    assert sidik_paragraf(pendek) == ""
    kini = replace(tulis(bersih, "bab4.langkah", pendek), sidik_lain=frozenset({"", "x"}))
    assert list(periksa(replace(kini, sidik_lain=kini.sidik_lain - {""}))) == []
