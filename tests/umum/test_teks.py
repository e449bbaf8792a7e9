"""Text helpers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.umum.teks import (
    format_nip,
    gabung_kata,
    huruf_awal_besar,
    huruf_awal_kecil,
    huruf_ke,
    satu_spasi,
)


@pytest.mark.parametrize(
    ("kata", "teks"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a dan b"),
        (["a", "b", "c"], "a, b, dan c"),
    ],
)
def test_a_list_is_joined_with_a_comma_before_dan_from_three_on(kata, teks):
    assert gabung_kata(kata) == teks


def test_the_joining_word_can_be_another():
    assert gabung_kata(["a", "b"], "atau") == "a atau b"


def test_only_the_first_letter_changes_its_case():
    assert huruf_awal_besar("nilai SAKIP") == "Nilai SAKIP"
    assert huruf_awal_kecil("Nilai SAKIP") == "nilai SAKIP"
    assert huruf_awal_besar("") == huruf_awal_kecil("") == ""


@given(st.text())
def test_white_space_becomes_one_blank_and_nothing_else_is_lost(teks):
    hasil = satu_spasi(teks)
    assert hasil.split() == teks.split()
    assert hasil == hasil.strip()
    assert satu_spasi(hasil) == hasil


def test_a_nip_is_grouped_8_6_1_3():
    assert format_nip("196905151990031008") == "19690515 199003 1 008"


def test_what_is_not_a_nip_is_printed_as_it_is():
    assert format_nip("") == ""
    assert format_nip("123") == "123"


@pytest.mark.parametrize(("n", "huruf"), [(1, "a"), (26, "z"), (27, "aa"), (52, "az"), (53, "ba")])
def test_items_are_lettered_past_z(n, huruf):
    assert huruf_ke(n) == huruf


@given(st.integers(1, 2000))
def test_every_position_has_its_own_letters(n):
    balik = 0
    for huruf in huruf_ke(n):
        balik = balik * 26 + ord(huruf) - ord("a") + 1
    assert balik == n
