"""Misi are named that exist, and that the Renstra supports."""

from dataclasses import replace

import pytest

from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.misi_diketik import periksa
from tests.pelaporan.periksa.bersih import tambahi

pytestmark = pytest.mark.django_db

BAGIAN = "bab2.renstra"


def temukan(bahan, teks):
    return list(periksa(tambahi(bahan, BAGIAN, teks)))


def test_a_clean_report_is_not_found(bersih):
    assert list(periksa(bersih)) == []


def test_a_misi_that_does_not_exist_and_one_that_is_not_supported_block_in_one_finding(bersih):
    (t,) = temukan(bersih, "Renstra mengacu kepada RPJMD yaitu Misi ke 1, 4, dan 7.")
    assert (t.tingkat, t.lokasi.kunci, t.tautan) == (Tingkat.GALAT, BAGIAN, f"narasi:{BAGIAN}")
    assert t.nilai == (("tertulis", "Misi ke 1, 4, dan 7"), ("seharusnya", "2, 3, dan 4"))
    assert "misi 7 tidak ada karena RPJMD memuat 4 misi" in t.pesan
    assert "misi 1 tidak termasuk" in t.pesan


@pytest.mark.parametrize("teks", ["Kecamatan mendukung misi kelima.", "Selaras dengan Misi V RPJMD."])
def test_words_and_roman_numerals_are_read(bersih, teks):
    (t,) = temukan(bersih, teks)
    assert "misi 5 tidak ada" in t.pesan


@pytest.mark.parametrize(
    "teks",
    [
        "Renstra mendukung Misi 2, 3, dan 4.",
        "RPJMD menempatkan misi 1 pada mutu manusia.",
        "Misi kemanusiaan dilaksanakan bersama 12 relawan.",
    ],
)
def test_supported_misi_and_mere_mention_are_right(bersih, teks):
    assert temukan(bersih, teks) == []


def test_without_a_map_only_existence_is_asked(bersih):
    bab2 = replace(bersih.konteks.bab2, misi_didukung=())
    bahan = replace(bersih, konteks=replace(bersih.konteks, bab2=bab2))
    assert temukan(bahan, "Renstra mendukung Misi 1.") == []
    (t,) = temukan(bahan, "Renstra mendukung Misi 7.")
    assert t.nilai[1] == ("seharusnya", "1 sampai 4")


def test_a_finding_keeps_its_key_where_a_paragraph_is_written_above(bersih):
    teks = "Selaras dengan Misi 7."
    (asli,), (turun,) = temukan(bersih, teks), temukan(bersih, f"Alinea baru.\n\n{teks}")
    assert asli.kunci == turun.kunci
    assert asli.lokasi.teks != turun.lokasi.teks
