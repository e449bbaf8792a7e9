"""The one parser, the one rounding, the printed forms (docs/rumus/angka.md)."""

from contextlib import suppress
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sakip.umum.angka import (
    PALING_BANYAK_ANGKA,
    AngkaTidakSah,
    JenisAngka,
    bulatkan,
    bulatkan_dalam_batas,
    format_angka,
    format_persen,
    format_rupiah,
    parse_angka,
)

D = Decimal
BERTITIK = (JenisAngka.RUPIAH, JenisAngka.JUMLAH)
TANPA_TITIK = (JenisAngka.PERSEN, JenisAngka.INDEKS)

NILAI = st.builds(lambda n, e: D(n).scaleb(-e), st.integers(-(10**15) + 1, 10**15 - 1), st.integers(0, 4))
PECAHAN = st.fractions(min_value=-(10**9), max_value=10**9, max_denominator=10**6)


def usulan(teks, jenis=JenisAngka.RUPIAH):
    with pytest.raises(AngkaTidakSah) as galat:
        parse_angka(teks, jenis)
    return galat.value.usulan


# What is read ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("teks", "nilai"),
    [
        ("0", "0"),
        ("1000", "1000"),
        ("1.000", "1000"),
        ("126.950.500", "126950500"),
        ("3.015.390.600", "3015390600"),
        ("1.234,56", "1234.56"),
        ("-5", "-5"),
        ("-1.000,5", "-1000.5"),
        ("87.150", "87150"),  # three digits after a dot are thousands: the page shows the value back
        ("0,1234", "0.1234"),
        ("999.999.999.999.999", "999999999999999"),
    ],
)
def test_rupiah_and_jumlah_allow_complete_groups_of_thousands(teks, nilai):
    for jenis in BERTITIK:
        assert parse_angka(teks, jenis) == D(nilai)


@pytest.mark.parametrize(
    ("teks", "nilai"), [("99,93", "99.93"), ("87,15", "87.15"), ("100", "100"), ("-5", "-5")]
)
def test_persen_and_indeks_are_written_without_a_dot(teks, nilai):
    for jenis in TANPA_TITIK:
        assert parse_angka(teks, jenis) == D(nilai)


def test_blanks_and_no_break_spaces_at_the_ends_are_no_part_of_the_number():
    assert (
        parse_angka("1.000 ") == parse_angka("1.000\u00a0") == parse_angka("\u00a0 1.000 \u00a0") == D(1000)
    )


def test_rupiah_is_the_grammar_of_a_call_without_a_kind():
    assert parse_angka("14.671.200") == D(14671200)


# What is refused ------------------------------------------------------------------------------------


@pytest.mark.parametrize("teks", ["", "   ", "\u00a0"])
def test_an_empty_text_is_refused_and_never_zero(teks):
    with pytest.raises(AngkaTidakSah, match="belum diisi"):
        parse_angka(teks)


@pytest.mark.parametrize("jenis", list(JenisAngka))
@pytest.mark.parametrize(
    "teks",
    [
        "12.6950.500",
        "28.25.774.100",
        "0.125",
        "1..000",
        "1.2.3",
        ".5",
        "5.",
        "1.",
        ",5",
        "5,",
        "1,2,3",
        "1,23456",
        "01",
        "007",
        "0.000",
        "1e3",
        "1E3",
        "NaN",
        "Infinity",
        "٣",
        "１２",
        "99.93",
        "99,93 %",
        "Rp1.000",
        "--5",
        "+5",
        "5-",
        "1 000",
        "1\u00a0000",
        "1_000",
        "80 skor",
        "BB",
        "–",
        "1.000.00",
    ],
)
def test_what_is_not_a_number_in_the_indonesian_form_is_refused(teks, jenis):
    with pytest.raises(AngkaTidakSah) as galat:
        parse_angka(teks, jenis)
    assert isinstance(galat.value, ValueError)
    assert str(galat.value).startswith(teks.replace("\u00a0", " "))


def test_thousands_dots_are_refused_in_a_percent_or_an_index():
    for jenis in TANPA_TITIK:
        assert usulan("14.671.200", jenis) is None
        with pytest.raises(AngkaTidakSah, match="tanpa titik"):
            parse_angka("1.000.000", jenis)


@pytest.mark.parametrize(
    ("teks", "jenis", "maksud"),
    [
        ("12.6950.500", JenisAngka.RUPIAH, "126.950.500"),
        ("28.25.774.100", JenisAngka.RUPIAH, "2.825.774.100"),
        ("1..000", JenisAngka.RUPIAH, "1.000"),
        ("1.2.3", JenisAngka.RUPIAH, "123"),
        ("87.15", JenisAngka.RUPIAH, "87,15"),
        ("87.15", JenisAngka.INDEKS, "87,15"),
        ("99.93", JenisAngka.PERSEN, "99,93"),
        ("87.150", JenisAngka.INDEKS, "87,150"),
        ("0.125", JenisAngka.RUPIAH, "0,125"),
        ("0.125", JenisAngka.PERSEN, "0,125"),
        ("99,93 %", JenisAngka.PERSEN, "99,93"),
        ("100%", JenisAngka.PERSEN, "100"),
        ("Rp1.000", JenisAngka.RUPIAH, "1.000"),
        ("Rp. 1.000", JenisAngka.RUPIAH, "1.000"),
        ("-12.6950.500", JenisAngka.RUPIAH, "-126.950.500"),
        ("1e3", JenisAngka.RUPIAH, None),
        ("NaN", JenisAngka.RUPIAH, None),
        ("٣", JenisAngka.RUPIAH, None),
        ("14.671.200%", JenisAngka.PERSEN, None),
    ],
)
def test_the_message_proposes_what_was_probably_meant(teks, jenis, maksud):
    assert usulan(teks, jenis) == maksud


def test_the_proposal_stands_in_the_message():
    with pytest.raises(AngkaTidakSah) as galat:
        parse_angka("12.6950.500")
    assert str(galat.value) == "12.6950.500: kelompok ribuan tidak lengkap. Maksud Anda 126.950.500?"


@given(st.text(alphabet="0123456789.,-% Rp", max_size=14), st.sampled_from(JenisAngka))
@example("14.671.200%", JenisAngka.PERSEN)
@example("007.5", JenisAngka.INDEKS)
@example("0.12345", JenisAngka.INDEKS)
def test_a_proposal_is_itself_a_number_of_that_kind(teks, jenis):
    try:
        parse_angka(teks, jenis)
    except AngkaTidakSah as galat:
        if galat.usulan is not None:
            parse_angka(galat.usulan, jenis)


@given(st.text(max_size=12), st.sampled_from(JenisAngka))
def test_any_text_is_a_finite_number_or_refused(teks, jenis):
    with suppress(AngkaTidakSah):
        assert parse_angka(teks, jenis).is_finite()


def test_more_than_15_significant_digits_are_refused_on_every_database():
    assert PALING_BANYAK_ANGKA == 15
    assert parse_angka("12345678901234,5") == D("12345678901234.5")
    for teks in ("1234567890123456", "1.234.567.890.123.456", "-123456789012345,6"):
        with pytest.raises(AngkaTidakSah, match="paling banyak 15"):
            parse_angka(teks)


def test_leading_zeros_of_a_fraction_are_not_significant():
    assert parse_angka("0,0001") == D("0.0001")


# Round trips ----------------------------------------------------------------------------------------


@given(NILAI, st.sampled_from(BERTITIK))
def test_what_is_printed_with_thousands_is_read_back_the_same(nilai, jenis):
    assert parse_angka(format_angka(nilai), jenis) == nilai


@given(NILAI, st.sampled_from(TANPA_TITIK))
def test_a_percent_or_index_is_read_back_the_same(nilai, jenis):
    assert parse_angka(format_angka(nilai).replace(".", ""), jenis) == nilai


@given(st.integers(0, 10**15 - 1))
def test_an_amount_without_its_sign_of_currency_is_read_back_the_same(rupiah):
    assert parse_angka(format_rupiah(D(rupiah)).removeprefix("Rp")) == rupiah


# Rounding -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("nilai", "tempat", "hasil"),
    [
        ("0.005", 2, "0.01"),
        ("-0.005", 2, "-0.01"),
        ("2.5", 0, "3"),
        ("-2.5", 0, "-3"),
        ("99.995", 2, "100.00"),
        ("1.004999999999999999999999999999999999", 2, "1.00"),  # more digits than any context keeps
    ],
)
def test_rounding_is_half_up_away_from_zero(nilai, tempat, hasil):
    assert str(bulatkan(D(nilai), tempat)) == hasil


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=8),
       st.integers(0, 6))  # fmt: skip
def test_rounding_equals_decimal_round_half_up(nilai, tempat):
    with localcontext() as ctx:
        ctx.prec = 60
        assert bulatkan(nilai, tempat) == nilai.quantize(D(1).scaleb(-tempat), ROUND_HALF_UP)


@given(PECAHAN, st.integers(0, 4))
def test_rounding_moves_a_value_by_half_a_step_at_most_and_keeps_the_places(nilai, tempat):
    hasil = bulatkan(nilai, tempat)
    assert abs(Fraction(hasil) - nilai) <= Fraction(1, 2 * 10**tempat)
    assert -hasil.as_tuple().exponent == tempat


def test_rounding_does_not_depend_on_the_decimal_context():
    with localcontext() as ctx:
        ctx.prec = 3
        assert bulatkan(D("3088328946.126")) == D("3088328946.13")


# Bounds ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("nilai", "batas", "hasil"),
    [
        ("99.9987", (100,), "99,99"),
        ("99.9871", (100,), "99,99"),  # nearest is 99,99: nothing to cut
        ("100", (100,), "100,00"),
        ("100.004", (100,), "100,00"),  # has reached it
        ("90.996", (100, 91), "90,99"),
        ("90.996", (100,), "91,00"),
        ("0.9967", (1,), "0,99"),  # half up would be 1,00
        ("-0.001", (0,), "-0,01"),
        ("-5.001", (-5,), "-5,01"),
    ],
)
def test_a_bound_that_is_not_reached_is_never_printed(nilai, batas, hasil):
    assert format_angka(bulatkan_dalam_batas(D(nilai), 2, batas), 2) == hasil


def test_percent_is_printed_with_100_as_its_bound():
    assert format_persen(D("99.9987")) == "99,99%"
    assert format_persen(D("90.996"), batas=[D(100), D(91)]) == "90,99%"
    assert format_persen(Fraction(2, 3) * 100) == "66,67%"
    assert format_persen(D("99.96"), 1) == "99,9%"
    assert format_persen(D("99.6"), 0) == "99%"


@given(PECAHAN, st.integers(0, 3), st.lists(st.integers(-200, 200), max_size=4))
@example(Fraction(999987, 10000), 2, [100])
@example(Fraction(-1, 10**6), 2, [0])
def test_printing_never_reaches_a_bound_that_the_value_has_not_reached(nilai, tempat, batas):
    cetak = format_persen(nilai, tempat, batas)
    dibaca = parse_angka(cetak.removesuffix("%"))
    assert all((nilai >= b) == (dibaca >= b) for b in batas)
    assert abs(Fraction(dibaca) - nilai) < Fraction(1, 10**tempat)


@given(PECAHAN, st.lists(st.integers(-200, 200), max_size=4))
def test_a_reached_bound_stays_reached_in_print(nilai, batas):
    hasil = bulatkan_dalam_batas(nilai, 2, batas)
    assert all(hasil >= b for b in batas if nilai >= b)


# Printed forms --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("nilai", "tempat", "hasil"),
    [
        ("1234.5", None, "1.234,5"),
        ("1234.50", None, "1.234,5"),
        ("1E+3", None, "1.000"),
        ("1234567", 2, "1.234.567,00"),
        ("-1234.5", 2, "-1.234,50"),
        ("-0.001", 2, "0,00"),
        ("0", None, "0"),
    ],
)
def test_thousands_have_dots_and_decimals_a_comma(nilai, tempat, hasil):
    assert format_angka(D(nilai), tempat) == hasil


@pytest.mark.parametrize(
    ("nilai", "hasil"),
    [
        ("3088328946", "Rp3.088.328.946"),
        ("3088328946.00", "Rp3.088.328.946"),
        ("1000.5", "Rp1.000,50"),
        ("-1000", "-Rp1.000"),
        ("0", "Rp0"),
    ],
)
def test_rupiah_shows_sen_only_where_there_are_any(nilai, hasil):
    assert format_rupiah(D(nilai)) == hasil


def test_nothing_is_a_dash_and_never_zero():
    assert format_angka(None) == format_rupiah(None) == format_persen(None) == "–"


def test_a_fraction_is_printed_only_with_its_number_of_places():
    with pytest.raises(TypeError, match="tempat"):
        format_angka(Fraction(1, 3))
    assert format_angka(Fraction(1, 3), 2) == "0,33"


@pytest.mark.parametrize("teks", ["1.." + "9" * 5000, "9" * 5000, "1." + "9" * 5000, "9." * 3000])
@pytest.mark.parametrize("jenis", JenisAngka)
def test_a_text_of_any_length_is_refused_by_the_parser_in_a_short_message(teks, jenis):
    with pytest.raises(AngkaTidakSah) as galat:
        parse_angka(teks, jenis)
    assert len(str(galat.value)) < 150 and galat.value.usulan is None


@pytest.mark.parametrize("teks", ["1234.5678.9012.3456.789", "12345678901234567.89"])
def test_a_proposal_is_never_longer_than_what_is_accepted(teks):
    with pytest.raises(AngkaTidakSah) as galat:
        parse_angka(teks)
    assert galat.value.usulan is None


def test_minus_zero_is_zero():
    assert str(parse_angka("-0")) == "0" and str(parse_angka("-0,00")) == "0.00"
    assert format_rupiah(Decimal("-0.001")) == "Rp0,00"


def test_printing_does_not_depend_on_the_decimal_context():
    with localcontext() as ctx:
        ctx.prec = 5
        assert format_angka(Decimal("1234567.890")) == "1.234.567,89"
        assert format_rupiah(Decimal("-3088328946")) == "-Rp3.088.328.946"


@pytest.mark.parametrize(
    ("teks", "pesan", "usulan"),
    [
        ("1,000,000", "ribuan ditulis dengan titik", "1.000.000"),
        ("99,123456789", "paling banyak 4 angka di belakang koma", None),
        ("1.250,12345", "paling banyak 4 angka di belakang koma", None),
    ],
)
def test_an_english_number_and_too_many_decimals_are_named(teks, pesan, usulan):
    with pytest.raises(AngkaTidakSah, match=pesan) as galat:
        parse_angka(teks)
    assert galat.value.usulan == usulan
