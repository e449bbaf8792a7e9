"""Capaian, mean and the year's value, each rule of design.md with a hand calculation."""

from decimal import Decimal
from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kinerja.rumus import (
    Arah,
    Keadaan,
    MetodeTriwulan,
    NilaiPeriode,
    RumusMakinRendah,
    compute_capaian,
    compute_kemajuan,
    gabung_rasio,
    gabung_triwulan,
    nilai_berjalan,
    rerata_capaian,
    simpulkan_tahun,
)
from sakip.umum.angka import format_persen
from sakip.umum.hitung import Capaian, terukur, to_decimal

D = Decimal
TINGGI, RENDAH, RENTANG = Arah.MAKIN_TINGGI, Arah.MAKIN_RENDAH, Arah.RENTANG
SELISIH, RASIO = RumusMakinRendah.SELISIH, RumusMakinRendah.RASIO
BERLAKU_TIDAK = Capaian(None, Keadaan.TIDAK_BERLAKU)
BELUM = Capaian(None, Keadaan.BELUM_DIISI)

ANGKA = st.decimals(min_value=-(10**6), max_value=10**6, places=4)
POSITIF = st.decimals(min_value=D("0.0001"), max_value=10**6, places=4)


def persen(target, realisasi, **isi):
    hasil = compute_capaian(target=target, realisasi=realisasi, **isi)
    assert hasil.keadaan is Keadaan.TERUKUR, hasil.alasan
    return format_persen(hasil.persen)


def alasan(target, realisasi, **isi):
    hasil = compute_capaian(target=target, realisasi=realisasi, **isi)
    assert hasil.persen is None and hasil.eksak is None
    return hasil.keadaan, hasil.alasan


# Higher is better -----------------------------------------------------------------------------------


def test_makin_tinggi_is_realisasi_over_target():
    assert persen(D("87.15"), D(80)) == "91,80%"  # 80 / 87,15 = 0,917957…
    assert persen(D(78), D(78)) == "100,00%"


def test_capaian_is_not_rounded_and_carries_its_exact_value():
    hasil = compute_capaian(target=D(3), realisasi=D(1))
    assert hasil.eksak == Fraction(100, 3)
    assert hasil.persen == D("33.33333333333333333333333333")  # 28 digits


def test_there_is_no_cap_and_no_floor_unless_the_office_set_one():
    assert persen(D(29), D(7720)) == "26.620,69%"  # 7720 / 29 = 266,2069
    assert persen(D(200), D(541), arah=RENDAH) == "-70,50%"  # (400 - 541) / 200 = -0,705


def test_the_caps_of_the_office_hold_on_both_sides():
    assert persen(D(29), D(7720), batas_atas=D(120)) == "120,00%"
    assert persen(D(200), D(541), arah=RENDAH, batas_bawah=D(0)) == "0,00%"
    assert persen(D(80), D(60), batas_atas=D(120), batas_bawah=D(0)) == "75,00%"


@given(POSITIF, ANGKA, ANGKA)
def test_makin_tinggi_is_linear_in_realisasi(target, a, b):
    def satu(r):
        return compute_capaian(target=target, realisasi=r).eksak

    assert satu(Fraction(a) + Fraction(b)) == satu(a) + satu(b)
    assert satu(target) == 100


# Lower is better ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("realisasi", "rumus", "hasil"),
    [
        (12, SELISIH, "80,00%"),  # (20 - 12) / 10
        (5, SELISIH, "150,00%"),  # (20 - 5) / 10
        (0, SELISIH, "200,00%"),  # (20 - 0) / 10
        (10, SELISIH, "100,00%"),
        (12, RASIO, "83,33%"),  # 10 / 12
        (5, RASIO, "200,00%"),  # 10 / 5
        (10, RASIO, "100,00%"),
    ],
)
def test_makin_rendah_by_the_formula_in_force(realisasi, rumus, hasil):
    assert persen(D(10), D(realisasi), arah=RENDAH, rumus_makin_rendah=rumus) == hasil


def test_rasio_with_realisasi_0_is_the_cap_where_set_else_not_computable():
    isi = {"arah": RENDAH, "rumus_makin_rendah": RASIO}
    assert persen(D(10), D(0), batas_atas=D(120), **isi) == "120,00%"
    assert alasan(D(10), D(0), **isi) == (Keadaan.TIDAK_DAPAT_DIHITUNG, "realisasi 0")
    assert alasan(D(10), D(-1), **isi) == (Keadaan.TIDAK_DAPAT_DIHITUNG, "realisasi di bawah nol")


@given(POSITIF, POSITIF, st.sampled_from(RumusMakinRendah))
def test_makin_rendah_falls_as_realisasi_rises_and_is_100_on_target(target, realisasi, rumus):
    def satu(r):
        return compute_capaian(target=target, realisasi=r, arah=RENDAH, rumus_makin_rendah=rumus).eksak

    assert satu(target) == 100
    assert satu(Fraction(realisasi) + 1) < satu(realisasi)
    assert (satu(realisasi) >= 100) == (realisasi <= target)


# Range ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rentang", "realisasi", "rumus", "hasil"),
    [
        ((8, 10), 8, SELISIH, "100,00%"),
        ((8, 10), 9, SELISIH, "100,00%"),
        ((8, 10), 10, SELISIH, "100,00%"),
        ((80, 90), 70, SELISIH, "87,50%"),  # 70 / 80
        ((8, 10), 12, SELISIH, "80,00%"),  # (20 - 12) / 10
        ((8, 10), 12, RASIO, "83,33%"),  # 10 / 12
        ((8, 10), 25, SELISIH, "-50,00%"),  # (20 - 25) / 10
        ((0, 5), 0, SELISIH, "100,00%"),  # inside, also where a bound is 0
        ((-5, 0), 0, SELISIH, "100,00%"),
    ],
)
def test_rentang_is_100_inside_and_falls_outside_on_both_sides(rentang, realisasi, rumus, hasil):
    assert persen(tuple(map(D, rentang)), D(realisasi), arah=RENTANG, rumus_makin_rendah=rumus) == hasil


def test_rentang_with_one_number_is_that_number_alone():
    assert persen(D(80), D(80), arah=RENTANG) == "100,00%"
    assert persen(D(80), D(88), arah=RENTANG) == "90,00%"  # (160 - 88) / 80


@given(ANGKA, ANGKA, ANGKA, st.sampled_from(RumusMakinRendah))
def test_outside_the_range_is_always_below_100_also_where_a_bound_is_negative(a, b, realisasi, rumus):
    bawah, atas = sorted((a, b))
    hasil = compute_capaian(target=(bawah, atas), realisasi=realisasi, arah=RENTANG, rumus_makin_rendah=rumus)
    if bawah <= realisasi <= atas:
        assert hasil.eksak == 100
    elif hasil.eksak is None:
        assert (bawah if realisasi < bawah else atas) == 0
    else:
        assert hasil.eksak < 100


@given(POSITIF, POSITIF, POSITIF, st.sampled_from(RumusMakinRendah))
def test_above_the_range_is_lower_is_better_with_the_upper_bound(a, b, lebih, rumus):
    bawah, atas = sorted((a, b))
    isi = {"realisasi": atas + lebih, "rumus_makin_rendah": rumus}
    assert (
        compute_capaian(target=(bawah, atas), arah=RENTANG, **isi).eksak
        == compute_capaian(target=atas, arah=RENDAH, **isi).eksak
    )


# A reason instead of a number -----------------------------------------------------------------------


def test_target_0_is_100_only_for_lower_is_better_with_realisasi_0():
    for rumus in RumusMakinRendah:
        isi = {"arah": RENDAH, "rumus_makin_rendah": rumus}
        assert persen(D(0), D(0), **isi) == "100,00%"
        assert alasan(D(0), D(3), **isi)[0] is Keadaan.TIDAK_DAPAT_DIHITUNG
    assert alasan(D(0), D(0)) == (Keadaan.TIDAK_DAPAT_DIHITUNG, "target 0")
    assert alasan(D(0), D(3)) == (Keadaan.TIDAK_DAPAT_DIHITUNG, "target 0")


@pytest.mark.parametrize(
    ("target", "realisasi", "arah"),
    [
        (D(-1), D(1), TINGGI),
        (D(-1), D(1), RENDAH),
        ((D(10), D(8)), D(9), RENTANG),  # upside down
        ((D(8), D(10)), D(9), TINGGI),  # a pair for a plain indicator
        ((D(0), D(5)), D(-1), RENTANG),  # outside by a bound that is 0
        ((D(-5), D(0)), D(1), RENTANG),
    ],
)
def test_where_the_formula_has_no_value_there_is_a_reason(target, realisasi, arah):
    keadaan, kata = alasan(target, realisasi, arah=arah)
    assert keadaan is Keadaan.TIDAK_DAPAT_DIHITUNG and kata


def test_a_blank_is_belum_diisi_and_never_0_or_100():
    for arah in Arah:
        assert alasan(None, D(5), arah=arah) == (Keadaan.BELUM_DIISI, "target belum diisi")
        assert alasan(D(5), None, arah=arah) == (Keadaan.BELUM_DIISI, "realisasi belum diisi")
        assert alasan(None, None, arah=arah)[0] is Keadaan.BELUM_DIISI


def test_tidak_berlaku_comes_before_everything():
    assert alasan(None, None, berlaku=False)[0] is Keadaan.TIDAK_BERLAKU
    assert alasan(D(5), D(5), berlaku=False)[0] is Keadaan.TIDAK_BERLAKU


@given(
    st.one_of(st.none(), ANGKA, st.tuples(ANGKA, ANGKA)),
    st.one_of(st.none(), ANGKA),
    st.sampled_from(Arah),
    st.sampled_from(RumusMakinRendah),
    st.one_of(st.none(), st.just(D(120))),
)
def test_any_input_gives_a_number_or_a_reason_never_both(target, realisasi, arah, rumus, atas):
    hasil = compute_capaian(
        target=target, realisasi=realisasi, arah=arah, rumus_makin_rendah=rumus, batas_atas=atas
    )
    assert (hasil.persen is not None) == (hasil.keadaan is Keadaan.TERUKUR) == (not hasil.alasan)
    if hasil.eksak is not None:
        assert hasil.persen == to_decimal(hasil.eksak)
        assert atas is None or hasil.eksak <= 120


# Progress -------------------------------------------------------------------------------------------


def test_kemajuan_is_realisasi_over_the_last_target_and_never_capped():
    assert format_persen(compute_kemajuan(realisasi=D(80), target_akhir=D("87.55")).persen) == "91,38%"
    assert format_persen(compute_kemajuan(realisasi=D(7720), target_akhir=D(29)).persen) == "26.620,69%"


@given(POSITIF, ANGKA, st.sampled_from([TINGGI, RENDAH]), st.sampled_from(RumusMakinRendah))
def test_kemajuan_is_capaian_by_the_same_formula_without_caps(target, realisasi, arah, rumus):
    isi = {"realisasi": realisasi, "arah": arah, "rumus_makin_rendah": rumus}
    assert compute_kemajuan(target_akhir=target, **isi) == compute_capaian(target=target, **isi)


# Mean -----------------------------------------------------------------------------------------------


def test_the_mean_of_a_third_and_two_four_thirds_is_exactly_100():
    daftar = [compute_capaian(target=D(3), realisasi=D(r)) for r in (1, 4, 4)]
    hasil = rerata_capaian(daftar)  # (1/3 + 4/3 + 4/3) / 3 = 1
    assert (hasil.eksak, hasil.persen) == (100, 100)


def test_unmeasured_ones_are_counted_and_tidak_berlaku_stands_outside():
    takterhitung = Capaian(None, Keadaan.TIDAK_DAPAT_DIHITUNG, "target 0")
    hasil = rerata_capaian(
        [terukur(Fraction(80)), terukur(Fraction(100)), BELUM, takterhitung, BERLAKU_TIDAK]
    )
    assert (hasil.persen, hasil.terukur, hasil.jumlah, hasil.tidak_berlaku) == (90, 2, 4, 1)


def test_the_mean_of_nothing_is_none_and_never_0():
    assert rerata_capaian([]).persen is None
    hasil = rerata_capaian([BELUM, BERLAKU_TIDAK])
    assert (hasil.persen, hasil.eksak, hasil.terukur, hasil.jumlah, hasil.tidak_berlaku) == (
        None,
        None,
        0,
        1,
        1,
    )


@given(st.lists(st.fractions(min_value=-500, max_value=500, max_denominator=999), min_size=1, max_size=4))
def test_the_mean_does_not_depend_on_the_order(nilai):
    hasil = {rerata_capaian([terukur(n) for n in urut]) for urut in permutations(nilai)}
    assert len(hasil) == 1
    satu = hasil.pop().eksak
    assert min(nilai) <= satu <= max(nilai)
    assert satu * len(nilai) == sum(nilai)


# The year -------------------------------------------------------------------------------------------


def tw(*nilai):
    hasil = []
    for nama, n in zip(("TW I", "TW II", "TW III", "TW IV"), nilai, strict=False):
        if n == "-":
            hasil.append(NilaiPeriode(nama, berlaku=False))
        elif isinstance(n, tuple):
            hasil.append(NilaiPeriode(nama, pembilang=D(n[0]), penyebut=D(n[1])))
        else:
            hasil.append(NilaiPeriode(nama, None if n is None else D(n)))
    return hasil


@pytest.mark.parametrize(
    ("metode", "hasil"),
    [
        (MetodeTriwulan.JUMLAH, 100),  # 10 + 40 + 20 + 30
        (MetodeTriwulan.AKHIR, 30),
        (MetodeTriwulan.RATA_RATA, 25),  # 100 / 4
        (MetodeTriwulan.MAKSIMUM, 40),
    ],
)
def test_how_quarters_become_a_year(metode, hasil):
    assert gabung_triwulan([D(10), D(40), D(20), D(30)], metode) == hasil
    assert simpulkan_tahun(tw(10, 40, 20, 30), metode).nilai == hasil


def test_gabung_triwulan_combines_what_is_filled_and_nothing_gives_none():
    assert gabung_triwulan([D(10), None, D(20), None], MetodeTriwulan.JUMLAH) == 30
    assert gabung_triwulan([D(10), None, D(20), None], MetodeTriwulan.RATA_RATA) == 15
    assert gabung_triwulan([D(10), None, D(20), None], MetodeTriwulan.AKHIR) == 20
    assert gabung_triwulan([D(-10), None, D(-20)], MetodeTriwulan.MAKSIMUM) == -10
    assert gabung_triwulan([None, None], MetodeTriwulan.JUMLAH) is None
    assert gabung_triwulan([], MetodeTriwulan.JUMLAH) is None


def test_rasio_jumlah_is_the_ratio_of_sums_and_not_the_mean_of_ratios():
    # (9 + 10) / (10 + 90) x 100 = 19; the mean of 90 and 11,11 would be 50,56
    assert gabung_rasio([(D(9), D(10)), None, (D(10), D(90))]) == 19
    assert simpulkan_tahun(tw((9, 10), (10, 90)), MetodeTriwulan.RASIO_JUMLAH).nilai == 19
    assert gabung_rasio([]) is None
    assert gabung_rasio([None]) is None
    assert gabung_rasio([(D(1), D(0))]) is None
    with pytest.raises(ValueError, match="gabung_rasio"):
        gabung_triwulan([D(1)], MetodeTriwulan.RASIO_JUMLAH)


@pytest.mark.parametrize("metode", [MetodeTriwulan.JUMLAH, MetodeTriwulan.RATA_RATA, MetodeTriwulan.MAKSIMUM])
def test_a_year_with_a_blank_asked_period_is_belum_diisi_and_names_it(metode):
    hasil = simpulkan_tahun(tw(10, None, 20, 30), metode)
    assert (hasil.nilai, hasil.keadaan, hasil.alasan) == (None, Keadaan.BELUM_DIISI, "TW II belum diisi")


def test_akhir_needs_its_last_period_and_notes_a_blank_before_it():
    hasil = simpulkan_tahun(tw(10, None, 20, 30), MetodeTriwulan.AKHIR)
    assert (hasil.nilai, hasil.catatan) == (30, "TW II belum diisi")
    kosong = simpulkan_tahun(tw(10, 20, 30, None), MetodeTriwulan.AKHIR)
    assert (kosong.nilai, kosong.keadaan, kosong.alasan) == (None, Keadaan.BELUM_DIISI, "TW IV belum diisi")


def test_akhir_takes_the_last_period_that_is_not_tidak_berlaku():
    assert simpulkan_tahun(tw(10, 20, 30, "-"), MetodeTriwulan.AKHIR).nilai == 30
    assert simpulkan_tahun(tw(10, 20, None, "-"), MetodeTriwulan.AKHIR).keadaan is Keadaan.BELUM_DIISI


def test_tidak_berlaku_counts_as_answered_and_enters_no_mean():
    assert simpulkan_tahun(tw(10, "-", 20, "-"), MetodeTriwulan.RATA_RATA).nilai == 15
    assert simpulkan_tahun(tw("-", "-"), MetodeTriwulan.JUMLAH).keadaan is Keadaan.TIDAK_BERLAKU


def test_an_empty_year_is_belum_diisi_whatever_the_method():
    for metode in MetodeTriwulan:
        hasil = simpulkan_tahun(tw(None, None, None, None), metode)
        assert (hasil.nilai, hasil.keadaan, hasil.alasan) == (
            None,
            Keadaan.BELUM_DIISI,
            "realisasi belum diisi",
        )


def test_a_zero_is_a_value_and_not_a_blank():
    assert simpulkan_tahun(tw(0, 0, 0, 0), MetodeTriwulan.JUMLAH).nilai == 0


def test_rasio_jumlah_asks_for_the_pair_and_a_bare_percent_does_not_stand_for_it():
    hasil = simpulkan_tahun(tw(80, (9, 10)), MetodeTriwulan.RASIO_JUMLAH)
    assert (hasil.nilai, hasil.alasan) == (None, "TW I belum diisi")


def test_a_zero_denominator_is_not_computable_and_no_earlier_period_stands_in():
    for metode in (MetodeTriwulan.AKHIR, MetodeTriwulan.RATA_RATA, MetodeTriwulan.MAKSIMUM):
        hasil = simpulkan_tahun(tw((8, 10), (0, 0)), metode)
        assert (hasil.nilai, hasil.keadaan) == (None, Keadaan.TIDAK_DAPAT_DIHITUNG)
        assert hasil.alasan == "penyebut TW II 0"
    assert simpulkan_tahun(tw((0, 0), (8, 10)), MetodeTriwulan.AKHIR).nilai == 80
    assert simpulkan_tahun(tw((0, 0), (8, 10)), MetodeTriwulan.RASIO_JUMLAH).nilai == 80
    nol = simpulkan_tahun(tw((0, 0), (0, 0)), MetodeTriwulan.RASIO_JUMLAH)
    assert (nol.keadaan, nol.alasan) == (Keadaan.TIDAK_DAPAT_DIHITUNG, "jumlah penyebut 0")


def test_the_running_value_is_of_what_is_filled():
    assert nilai_berjalan(tw(10, 20, None, None), MetodeTriwulan.JUMLAH) == 30
    assert nilai_berjalan(tw((9, 10), None), MetodeTriwulan.RASIO_JUMLAH) == 90
    assert nilai_berjalan(tw(None, None), MetodeTriwulan.AKHIR) is None


ISIAN = st.one_of(st.none(), st.just("-"), st.integers(-1000, 1000))


@given(st.lists(ISIAN, min_size=4, max_size=4), st.sampled_from(MetodeTriwulan))
def test_a_year_has_a_number_or_a_reason_and_a_complete_year_equals_the_running_value(isi, metode):
    assume(metode is not MetodeTriwulan.RASIO_JUMLAH)
    hasil = simpulkan_tahun(tw(*isi), metode)
    assert (hasil.nilai is not None) == (hasil.keadaan is Keadaan.TERUKUR) == (not hasil.alasan)
    if hasil.nilai is not None:
        assert hasil.nilai == nilai_berjalan(tw(*isi), metode)
        assert bool(hasil.catatan) == (None in isi)


@given(st.lists(st.tuples(st.integers(0, 500), st.integers(1, 500)), min_size=1, max_size=4))
def test_the_ratio_of_sums_lies_between_the_ratios(pasangan):
    hasil = simpulkan_tahun(tw(*pasangan), MetodeTriwulan.RASIO_JUMLAH).eksak
    rasio = [Fraction(a, b) * 100 for a, b in pasangan]
    assert min(rasio) <= hasil <= max(rasio)


def test_a_year_for_which_no_period_is_known_is_belum_diisi_and_never_tidak_berlaku():
    assert simpulkan_tahun([], MetodeTriwulan.JUMLAH).keadaan is Keadaan.BELUM_DIISI
