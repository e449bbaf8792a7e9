"""Dates and ordinals, the same on every machine."""

import datetime
import locale

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.umum.tanggal import NAMA_BULAN, angka_romawi, format_tanggal, format_waktu, sebut_urutan


def test_a_date_is_written_with_the_indonesian_name_of_the_month():
    assert format_tanggal(datetime.date(2024, 2, 26)) == "26 Februari 2024"
    assert format_tanggal(datetime.date(2023, 12, 1)) == "1 Desember 2023"


def test_a_moment_is_written_with_a_dot_between_hour_and_minute():
    assert format_waktu(datetime.datetime(2024, 2, 26, 9, 5)) == "26 Februari 2024 pukul 09.05"


def test_the_system_locale_changes_nothing():
    lama = locale.setlocale(locale.LC_TIME)
    try:
        locale.setlocale(locale.LC_TIME, "C")
        assert format_tanggal(datetime.date(2024, 8, 17)) == "17 Agustus 2024"
    finally:
        locale.setlocale(locale.LC_TIME, lama)


@given(st.dates())
def test_a_printed_date_can_be_read_back(tanggal):
    hari, bulan, tahun = format_tanggal(tanggal).split()
    assert datetime.date(int(tahun), NAMA_BULAN.index(bulan) + 1, int(hari)) == tanggal


@pytest.mark.parametrize(
    ("n", "teks"), [(1, "I"), (2, "II"), (3, "III"), (4, "IV"), (9, "IX"), (14, "XIV"), (1987, "MCMLXXXVII")]
)
def test_chapters_have_roman_numerals(n, teks):
    assert angka_romawi(n) == teks


@given(st.integers(1, 3999))
def test_a_roman_numeral_has_the_value_of_its_letters(n):
    nilai = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
    huruf = [nilai[h] for h in angka_romawi(n)]
    pasangan = zip(huruf, [*huruf[1:], 0], strict=True)
    assert sum(-a if a < b else a for a, b in pasangan) == n


@pytest.mark.parametrize("n", [0, -1, 4000])
def test_there_is_no_roman_numeral_outside_1_to_3999(n):
    with pytest.raises(ValueError, match="angka Romawi"):
        angka_romawi(n)


@pytest.mark.parametrize(
    ("n", "teks"),
    [
        (1, "pertama"),
        (2, "kedua"),
        (5, "kelima"),
        (9, "kesembilan"),
        (10, "kesepuluh"),
        (11, "kesebelas"),
        (12, "kedua belas"),
        (19, "kesembilan belas"),
        (20, "kedua puluh"),
        (21, "ke-21"),
    ],
)
def test_the_year_of_the_renstra_is_named_as_an_ordinal(n, teks):
    assert sebut_urutan(n) == teks
