"""Efficiency by three rules: never praise for a blank, and the print never contradicts the category."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pelaporan.efisiensi import AturanEfisiensi, Efisiensi, compute_efisiensi, format_efisiensi
from sakip.umum.angka import parse_angka
from sakip.umum.hitung import Keadaan

D = Decimal
RASIO, SELISIH, SISA = AturanEfisiensi.RASIO, AturanEfisiensi.SELISIH, AturanEfisiensi.SISA_ANGGARAN
PERSEN = st.fractions(min_value=-200, max_value=400, max_denominator=10**5)
SERAPAN = st.fractions(min_value=Fraction(1, 1000), max_value=150, max_denominator=10**5)


def hitung(capaian, serapan, aturan=RASIO, **isi):
    e = compute_efisiensi(capaian_persen=capaian, serapan_persen=serapan, aturan=aturan, **isi)
    return format_efisiensi(e, aturan), e.kategori


@pytest.mark.parametrize(
    ("capaian", "serapan", "hasil"),
    [
        ("100", "72.62", ("1,38", "efisien")),  # 100 / 72,62 = 1,3770
        ("91.80", "97.64", ("0,94", "tidak efisien")),  # 0,9402
        ("97", "97", ("1,00", "efisien")),
        ("99.67", "100", ("0,99", "tidak efisien")),  # 0,9967 is not printed 1,00
        ("-70.50", "90", ("-0,78", "tidak efisien")),  # -0,7833
    ],
)
def test_rasio_is_capaian_over_serapan_and_1_or_more_is_efisien(capaian, serapan, hasil):
    assert hitung(D(capaian), D(serapan)) == hasil


@pytest.mark.parametrize(
    ("capaian", "serapan", "hasil"),
    [
        ("100", "94", ("6,00", "efisien")),
        ("100", "95", ("5,00", "cukup efisien")),
        ("95", "100", ("-5,00", "cukup efisien")),
        ("94", "100", ("-6,00", "tidak efisien")),
        ("100.001", "95", ("5,01", "efisien")),  # 5,001
        ("99.998", "95", ("4,99", "cukup efisien")),  # 4,998 has not reached 5
        ("94.999", "100", ("-5,01", "tidak efisien")),  # -5,001
    ],
)
def test_selisih_is_a_difference_in_points_with_two_bounds(capaian, serapan, hasil):
    assert hitung(D(capaian), D(serapan), SELISIH) == hasil


def test_the_bounds_of_selisih_are_a_setting():
    assert hitung(D(100), D(97), SELISIH, batas_selisih=D(2)) == ("3,00", "efisien")


@pytest.mark.parametrize(
    ("serapan", "hasil"),
    [
        ("88.99", ("11,01", "efisien")),
        ("100", ("0,00", "sesuai anggaran")),
        ("99.999", ("0,01", "efisien")),  # 0,001 is not printed 0,00
        ("100.001", ("-0,01", "tidak efisien")),
        ("101", ("-1,00", "tidak efisien")),
    ],
)
def test_sisa_anggaran_is_what_is_left_where_everything_was_reached(serapan, hasil):
    assert hitung(D(100), D(serapan), SISA) == hasil


def test_sisa_anggaran_counts_only_where_every_indicator_reached_100():
    for isi in ({"capaian_persen": D("99.99")}, {"capaian_persen": D(120), "semua_tercapai": False}):
        e = compute_efisiensi(serapan_persen=D(80), aturan=SISA, **isi)
        assert (e.nilai, e.kategori, e.keadaan) == (None, "", Keadaan.TIDAK_DAPAT_DIHITUNG)
        assert "100%" in e.alasan


@pytest.mark.parametrize("aturan", list(AturanEfisiensi))
@pytest.mark.parametrize(
    ("capaian", "serapan", "alasan"),
    [(None, D(90), "capaian"), (D(100), None, "serapan"), (None, None, "capaian"), (D(0), D(0), "serapan 0"),
     (D(100), D(0), "serapan 0")],
)  # fmt: skip
def test_a_missing_side_or_serapan_0_is_never_efisien(aturan, capaian, serapan, alasan):
    e = compute_efisiensi(capaian_persen=capaian, serapan_persen=serapan, aturan=aturan)
    assert (e.nilai, e.eksak, e.kategori) == (None, None, "")
    assert e.keadaan is Keadaan.TIDAK_DAPAT_DIHITUNG
    assert alasan in e.alasan
    assert format_efisiensi(e, aturan) == "–"


@given(PERSEN, SERAPAN, st.sampled_from(AturanEfisiensi))
def test_there_is_a_category_with_a_number_and_a_reason_without(capaian, serapan, aturan):
    e = compute_efisiensi(capaian_persen=capaian, serapan_persen=serapan, aturan=aturan)
    assert (e.nilai is None) == (e.kategori == "") == bool(e.alasan)


@given(PERSEN, SERAPAN)
def test_rasio_times_serapan_is_capaian(capaian, serapan):
    e = compute_efisiensi(capaian_persen=capaian, serapan_persen=serapan)
    assert e.eksak * serapan == capaian
    assert (e.kategori == "efisien") == (capaian >= serapan)


@given(PERSEN, SERAPAN, st.integers(0, 3))
@example(Fraction(100001, 1000), Fraction(95), 2)
@example(Fraction(99998, 1000), Fraction(95), 2)
def test_a_person_who_grades_the_printed_value_finds_the_printed_category(capaian, serapan, tempat):
    for aturan in AturanEfisiensi:
        e = compute_efisiensi(capaian_persen=capaian, serapan_persen=serapan, aturan=aturan)
        if e.nilai is None:
            continue
        cetak = parse_angka(format_efisiensi(e, aturan, tempat))
        if aturan is RASIO:
            ulang = "efisien" if cetak >= 1 else "tidak efisien"
        elif aturan is SELISIH:
            ulang = "efisien" if cetak > 5 else "cukup efisien" if cetak >= -5 else "tidak efisien"
        else:
            ulang = "efisien" if cetak > 0 else "sesuai anggaran" if cetak == 0 else "tidak efisien"
        assert ulang == e.kategori
        assert abs(Fraction(cetak) - e.eksak) <= Fraction(1, 10**tempat)


def test_an_answer_without_a_number_prints_a_dash():
    e = Efisiensi(None, "", Keadaan.BELUM_DIISI)
    assert all(format_efisiensi(e, aturan) == "–" for aturan in AturanEfisiensi)
