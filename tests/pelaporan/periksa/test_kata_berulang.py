"""A word twice in a row is told once per section."""

import pytest

from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.kata_berulang import periksa
from tests.pelaporan.periksa.bersih import tulis

pytestmark = pytest.mark.django_db


def test_a_report_without_doubled_words_is_not_found(bersih):
    assert list(periksa(bersih)) == []
    assert list(periksa(tulis(bersih, "bab1.isu", "Desa bersama-sama menata batas masing-masing."))) == []


@pytest.mark.parametrize(
    ("teks", "usul"),
    [
        ("Laporan Kecamatan Kecamatan ini disusun.", "“Kecamatan Kecamatan” → Kecamatan"),
        ("Data yang yang belum lengkap dicari.", "“yang yang” → yang"),
        ("Desa bekerja sama sama dengan pemuda.", "“sama sama” → sama-sama"),
        ("Usulan masing masing desa dibahas.", "“masing masing” → masing-masing"),
    ],
)
def test_a_doubled_word_is_told_with_what_it_should_be(bersih, teks, usul):
    (t,) = periksa(tulis(bersih, "bab1.isu", teks))
    assert (t.tingkat, t.lokasi.kunci, t.tautan) == (Tingkat.INFO, "bab1.isu", "narasi:bab1.isu")
    assert usul in t.pesan


def test_a_word_that_a_token_brings_again_is_told(bersih):
    (t,) = periksa(tulis(bersih, "bab1.isu", "Camat memimpin Kecamatan [[perangkat_daerah]]."))
    assert "“Kecamatan Kecamatan”" in t.pesan


def test_two_sentences_may_meet_in_one_word(bersih):
    assert list(periksa(tulis(bersih, "bab1.isu", "Warga menghubungi desa. Desa menanggapi."))) == []
