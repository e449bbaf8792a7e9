"""Word differences: both texts can be read back to the character, and a change is shown as one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pelaporan.beda_teks import Potong, beda_kata


def rakit(potong, buang):
    return "".join(p.teks for p in potong if p.jenis != buang)


@given(
    st.text(alphabet="ab [\n]", max_size=40),
    st.text(alphabet="ab [\n]", max_size=40),
)
def test_both_texts_can_be_read_back_to_the_character(lama, baru):
    potong = beda_kata(lama, baru)
    assert rakit(potong, "tambah") == lama
    assert rakit(potong, "hapus") == baru


def test_equal_texts_have_one_run_and_empty_ones_none():
    assert beda_kata("Satu dua.", "Satu dua.") == (Potong("Satu dua.", "sama"),)
    assert beda_kata("", "") == ()


@pytest.mark.parametrize(
    ("lama", "baru", "harapan"),
    [
        ("Serapan naik.", "Serapan turun.", [("Serapan ", "sama"), ("naik.", "hapus"), ("turun.", "tambah")]),
        ("Satu", "Satu dua", [("Satu", "sama"), (" dua", "tambah")]),
        ("", "Baru", [("Baru", "tambah")]),
        ("Lama", "", [("Lama", "hapus")]),
        # the blank between two changed words belongs to the change
        ("a b c", "x y c", [("a b", "hapus"), ("x y", "tambah"), (" c", "sama")]),
        ("a\n\nb", "a b", [("a", "sama"), ("\n\n", "hapus"), (" ", "tambah"), ("b", "sama")]),
    ],
)
def test_a_change_is_shown_as_one(lama, baru, harapan):
    assert [(p.teks, p.jenis) for p in beda_kata(lama, baru)] == harapan


def test_a_token_is_one_word():
    potong = beda_kata("Capaian [[capaian:skm]].", "Capaian [[capaian:skm:N-1]].")
    assert [(p.teks, p.jenis) for p in potong] == [
        ("Capaian ", "sama"),
        ("[[capaian:skm]]", "hapus"),
        ("[[capaian:skm:N-1]]", "tambah"),
        (".", "sama"),
    ]
