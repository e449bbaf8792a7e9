"""Absorption, shares and the year's spending, with the figures of the published report."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anggaran.rumus import (
    alokasikan,
    compute_serapan,
    rerata_serapan,
    serapan_gabungan,
    simpulkan_realisasi,
)
from sakip.umum.angka import format_persen
from sakip.umum.hitung import Keadaan

D = Decimal
RUPIAH = st.integers(0, 10**13).map(D)
SEN = st.decimals(min_value=0, max_value=10**11, places=2)
PORSI = st.lists(st.integers(0, 10000), min_size=1, max_size=6).map(
    lambda n: [D(x) / 100 for x in n] if sum(n) <= 10000 else [D(10000 * x // sum(n)) / 100 for x in n]
)
PENUH = st.lists(st.integers(1, 100), min_size=1, max_size=6).map(
    lambda n: [*(s := [D(10000 * x // sum(n)) / 100 for x in n])[1:], 100 - sum(s[1:], D(0))]
)

# Tabel 3.8 as published, programme 5 as it must have been meant
PROGRAM = [
    (D(2850838446), D(2825774100)),
    (D(11386000), D(11380000)),
    (D(15102500), D(15096000)),
    (D(17524800), D(17518000)),
    (D(174802800), D(126950500)),
    (D(18674400), D(18672000)),
]


@pytest.mark.parametrize(
    ("realisasi", "pagu", "hasil"),
    [
        (3015390600, 3088328946, "97,64%"),  # 97,6383
        (2825774100, 2850838446, "99,12%"),  # 99,1208
        (11380000, 11386000, "99,95%"),  # 6.000 left: 100 - 0,0527 = 99,9473
        (15096000, 15102500, "99,96%"),  # 6.500 left: 100 - 0,0430 = 99,9570
        (17518000, 17524800, "99,96%"),  # 6.800 left: 100 - 0,0388 = 99,9612
        (126950500, 174802800, "72,62%"),  # 72,624980…, just below 72,625
        (18672000, 18674400, "99,99%"),  # 2.400 left: 100 - 0,01285 = 99,98715
        (0, 1000, "0,00%"),
        (1100, 1000, "110,00%"),
    ],
)
def test_serapan_is_realisasi_over_pagu(realisasi, pagu, hasil):
    assert format_persen(compute_serapan(pagu=D(pagu), realisasi=D(realisasi)).persen) == hasil


def test_a_pagu_of_0_has_no_serapan_and_0_of_0_is_not_100():
    for realisasi in (D(0), D(5)):
        hasil = compute_serapan(pagu=D(0), realisasi=realisasi)
        assert (hasil.persen, hasil.keadaan, hasil.alasan) == (None, Keadaan.TIDAK_DAPAT_DIHITUNG, "pagu 0")


def test_a_blank_is_belum_diisi_and_never_0():
    assert compute_serapan(pagu=None, realisasi=D(5)).keadaan is Keadaan.BELUM_DIISI
    assert compute_serapan(pagu=D(5), realisasi=None).keadaan is Keadaan.BELUM_DIISI


def test_serapan_of_the_whole_is_the_ratio_of_sums():
    assert sum(p for p, _ in PROGRAM) == 3088328946
    assert sum(r for _, r in PROGRAM) == 3015390600
    assert format_persen(serapan_gabungan(PROGRAM).persen) == "97,64%"


def test_the_mean_of_percentages_is_another_figure():
    # (99,1208 + 99,9473 + 99,9570 + 99,9612 + 72,6250 + 99,9871) / 6 = 571,5984 / 6
    assert format_persen(rerata_serapan(PROGRAM).persen) == "95,27%"


def test_one_blank_makes_the_whole_belum_diisi():
    assert serapan_gabungan([*PROGRAM, (D(100), None)]).keadaan is Keadaan.BELUM_DIISI
    assert serapan_gabungan([]).keadaan is Keadaan.BELUM_DIISI


def test_a_pagu_of_0_drops_out_of_the_mean_but_not_out_of_the_sum():
    baris = [(D(100), D(80)), (D(0), D(20))]
    hasil = rerata_serapan(baris)
    assert (hasil.persen, hasil.terukur, hasil.jumlah) == (80, 1, 1)
    assert serapan_gabungan(baris).persen == 100


def test_a_blank_in_the_mean_is_counted_as_unmeasured():
    hasil = rerata_serapan([(D(100), D(80)), (D(100), None)])
    assert (hasil.persen, hasil.terukur, hasil.jumlah) == (80, 1, 2)


@given(st.integers(1, 10**13).map(D), RUPIAH)
def test_serapan_is_exact(pagu, realisasi):
    hasil = compute_serapan(pagu=pagu, realisasi=realisasi)
    assert hasil.eksak * Fraction(pagu) == Fraction(realisasi) * 100
    # never printed as used up while a rupiah is left
    assert (format_persen(hasil.eksak) == "100,00%") <= (realisasi >= pagu)


@given(st.lists(st.tuples(st.integers(1, 10**12).map(D), RUPIAH), min_size=1, max_size=8))
def test_the_ratio_of_sums_lies_between_the_percentages_and_so_does_their_mean(baris):
    satu = [compute_serapan(pagu=p, realisasi=r).eksak for p, r in baris]
    assert min(satu) <= serapan_gabungan(baris).eksak <= max(satu)
    assert min(satu) <= rerata_serapan(baris).eksak <= max(satu)


# Shares ---------------------------------------------------------------------------------------------


def test_equal_remainders_go_to_the_earlier_row():
    # 100 x 33,33% = 33,33 each, rest 0,01%: floors 33, 33, 33, 0; one left over for the first
    hasil = alokasikan(D(101), [D(50), D(50)])  # 50,5 and 50,5
    assert (hasil.bagian, hasil.sisa) == ((D(51), D(50)), D(0))


def test_the_largest_remainder_gets_the_rupiah():
    # 10 x 26% = 2,6; x 74% = 7,4: floors 2 and 7, the one left over to 2,6
    assert alokasikan(D(10), [D(26), D(74)]).bagian == (D(3), D(7))
    # 1000 x 33,33% three times: 333,3 each; not mapped 0,1: floors 333, 333, 333, 0; left 1 to the first
    assert alokasikan(D(1000), [D("33.33")] * 3).bagian == (D(334), D(333), D(333))


def test_what_is_not_mapped_is_a_rest_of_its_own():
    hasil = alokasikan(D(1000), [D(60), D(30)])
    assert (hasil.bagian, hasil.sisa) == ((D(600), D(300)), D(100))
    assert alokasikan(D(1000), []).sisa == 1000


def test_sen_stay_with_the_first_row_or_with_the_rest():
    assert alokasikan(D("100.25"), [D(50), D(50)]).bagian == (D("50.25"), D(50))
    assert alokasikan(D("100.25"), [D(50)]).sisa == D("50.25")


@pytest.mark.parametrize("porsi", [[D(60), D("40.01")], [D(-1), D(50)], [D(101)]])
def test_shares_over_100_or_below_0_are_refused(porsi):
    with pytest.raises(ValueError, match="Porsi"):
        alokasikan(D(100), porsi)


@given(SEN, st.one_of(PORSI, PENUH))
def test_the_parts_and_the_rest_are_exactly_the_amount(nilai, porsi):
    hasil = alokasikan(nilai, porsi)
    assert len(hasil.bagian) == len(porsi)
    assert sum(hasil.bagian, D(0)) + hasil.sisa == nilai
    if sum(porsi) == 100:
        assert hasil.sisa == 0


@given(RUPIAH, st.one_of(PORSI, PENUH))
def test_each_part_is_a_whole_rupiah_within_one_of_its_share(nilai, porsi):
    hasil = alokasikan(nilai, porsi)
    for bagian, p in zip(hasil.bagian, porsi, strict=True):
        assert bagian == bagian.to_integral_value() and bagian >= 0
        assert abs(Fraction(bagian) - Fraction(nilai) * Fraction(p) / 100) < 1
    assert hasil.sisa >= 0


@given(RUPIAH, PENUH)
def test_equal_shares_differ_by_one_rupiah_at_most_and_the_earlier_has_more(nilai, porsi):
    hasil = alokasikan(nilai, porsi).bagian
    for i, a in enumerate(porsi):
        for j in range(i + 1, len(porsi)):
            if a == porsi[j]:
                assert 0 <= hasil[i] - hasil[j] <= 1


# The year -------------------------------------------------------------------------------------------


def test_a_year_is_the_sum_of_its_quarters():
    hasil = simpulkan_realisasi([D(10), D(20), D(0), D(5)])
    assert (hasil.jumlah, hasil.keadaan, hasil.alasan) == (35, Keadaan.TERUKUR, "")


def test_an_incomplete_year_is_shown_as_sementara_and_is_belum_diisi():
    hasil = simpulkan_realisasi([D(10), None, D(20), None])
    assert (hasil.jumlah, hasil.terisi, hasil.diminta) == (30, 2, 4)
    assert (hasil.keadaan, hasil.alasan) == (Keadaan.BELUM_DIISI, "sementara, 2 dari 4 triwulan")


def test_a_year_without_anything_has_no_sum_and_not_0():
    hasil = simpulkan_realisasi([None] * 4)
    assert (hasil.jumlah, hasil.keadaan) == (None, Keadaan.BELUM_DIISI)


@given(st.lists(st.one_of(st.none(), SEN), min_size=4, max_size=4))
def test_the_year_is_measured_only_when_no_quarter_is_blank(triwulan):
    hasil = simpulkan_realisasi(triwulan)
    assert (hasil.keadaan is Keadaan.TERUKUR) == (None not in triwulan)
    assert hasil.terisi == 4 - triwulan.count(None)
