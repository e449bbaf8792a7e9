"""What is refused and what is asked about where a value is typed."""

from decimal import Decimal as D

import pytest

from kinerja.kewajaran import Kewajaran, galat_nilai, periksa_nilai


def _satu(jenis, nilai, *, is_persen=False, target=None):
    hasil = periksa_nilai(
        jenis=jenis,
        nilai=None if nilai is None else D(nilai),
        is_persen=is_persen,
        target=None if target is None else D(target),
    )
    assert len(hasil) <= 1
    return hasil[0] if hasil else None


@pytest.mark.parametrize(
    ("jenis", "nilai", "tingkat"),
    [
        ("indeks", "87.15", None),
        ("indeks", "1000", None),
        ("indeks", "1000.01", "galat"),
        ("indeks", "3088328946", "galat"),
        ("indeks", "-1", "tanya"),
        ("persen", "0", None),
        ("persen", "100", None),
        ("persen", "100.01", "tanya"),
        ("persen", "1000", "tanya"),
        ("persen", "1000.01", "galat"),
        ("persen", "-0.5", "tanya"),
        ("persen", "-126950500", "galat"),
        ("angka", "17", None),
        ("angka", "0", None),
        ("angka", "-1", "galat"),
        ("angka", "5000000", None),
        ("rupiah", "126950500", None),
        ("rupiah", "0", None),
        ("rupiah", "999", "tanya"),
        ("rupiah", "-1", "galat"),
        ("predikat", "5", "galat"),
    ],
)
def test_each_kind_has_its_scale(jenis, nilai, tingkat):
    hasil = _satu(jenis, nilai)
    assert (hasil.tingkat if hasil else None) == tingkat


@pytest.mark.parametrize("jenis", ["indeks", "persen", "angka", "rupiah", "predikat"])
def test_a_blank_is_never_wrong(jenis):
    assert _satu(jenis, None) is None


def test_the_sentence_holds_the_typed_value_and_what_to_write():
    assert _satu("indeks", "3088328946") == Kewajaran(
        "galat", "3.088.328.946: tampaknya nilai rupiah. Tulis indeksnya, misalnya 87,15."
    )
    assert _satu("persen", "120.5").pesan == (
        "120,5%: di atas 100%. Benar? Bila tidak, tulis misalnya 97,64."
    )


def test_a_count_in_percent_is_judged_as_percent():
    assert _satu("angka", "120", is_persen=True).tingkat == "tanya"
    assert _satu("angka", "120") is None


def test_a_target_above_100_percent_moves_the_bound():
    assert _satu("persen", "115", target="120") is None
    assert "di atas 120%" in _satu("persen", "121", target="120").pesan
    assert _satu("persen", "110", target="80").tingkat == "tanya"


@pytest.mark.parametrize(("nilai", "ada"), [("170", False), ("171", True)])
def test_a_count_more_than_ten_times_its_target_is_asked_about(nilai, ada):
    assert (_satu("angka", nilai, target="17") is not None) is ada


def test_a_target_of_zero_asks_nothing():
    assert _satu("angka", "5", target="0") is None


def test_only_errors_refuse():
    assert galat_nilai(jenis="persen", nilai=D(120), is_persen=True) == ()
    assert galat_nilai(jenis="angka", nilai=D(-2), is_persen=False) == (
        "-2: jumlah tidak boleh di bawah nol. Tulis 0 atau lebih, misalnya 17.",
    )
