"""The scale: exactly one class for any value."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.predikat import SKALA_CAPAIAN, Kelas, Skala

D = Decimal
PECAHAN = st.fractions(min_value=-1000, max_value=30000, max_denominator=10**5)
KELAS_SAH = [Kelas("Baik", D(80)), Kelas("Kurang", None)]


@pytest.mark.parametrize(
    ("persen", "nama"),
    [
        ("26620.69", "Sangat Tinggi"),
        ("100", "Sangat Tinggi"),
        ("91", "Sangat Tinggi"),
        ("90.996", "Tinggi"),
        ("90.5", "Tinggi"),
        ("76", "Tinggi"),
        ("75.9999", "Sedang"),
        ("66", "Sedang"),
        ("65.5", "Rendah"),
        ("51", "Rendah"),
        ("50.5", "Sangat Rendah"),
        ("0", "Sangat Rendah"),
        ("-70.50", "Sangat Rendah"),
    ],
)
def test_a_value_is_graded_unrounded_by_lower_bounds_without_holes(persen, nama):
    assert SKALA_CAPAIAN.predikat(D(persen)).nama == nama


@pytest.mark.parametrize(
    ("persen", "nama"),
    [("90.5", "Sangat Tinggi"), ("90.49", "Tinggi"), ("50.5", "Rendah"), ("75.5", "Tinggi")],
)
def test_metode_bulatkan_rounds_half_up_to_a_whole_number_first(persen, nama):
    assert Skala(SKALA_CAPAIAN.kelas, "bulatkan").predikat(D(persen)).nama == nama


def test_a_value_just_below_a_bound_is_below_it_however_close():
    assert SKALA_CAPAIAN.predikat(91 - Fraction(1, 10**40)).nama == "Tinggi"


@given(PECAHAN, st.sets(st.integers(-100, 300), max_size=6), st.sampled_from(["ambang", "bulatkan"]))
def test_any_value_has_exactly_one_class_of_any_scale(nilai, batas, metode):
    turun = sorted(batas, reverse=True)
    skala = Skala([*(Kelas(str(b), D(b)) for b in turun), Kelas("terendah", None)], metode)
    kelas = skala.predikat(nilai)
    dipakai = nilai if metode == "ambang" else (nilai + Fraction(1, 2)).__floor__() if nilai >= 0 else None
    if dipakai is not None:
        cocok = [b for b in turun if dipakai >= b]
        assert kelas.nama == (str(cocok[0]) if cocok else "terendah")
    assert skala.kelas.count(kelas) == 1


@given(PECAHAN, PECAHAN, st.sampled_from(["ambang", "bulatkan"]))
def test_a_higher_value_never_has_a_lower_class(a, b, metode):
    skala = Skala(SKALA_CAPAIAN.kelas, metode)
    rendah, tinggi = sorted((a, b))
    assert skala.kelas.index(skala.predikat(tinggi)) <= skala.kelas.index(skala.predikat(rendah))


@pytest.mark.parametrize(
    "kelas",
    [
        [],
        [Kelas("Baik", D(80))],  # no open class
        [Kelas("Baik", D(80)), Kelas("Kurang", D(0))],
        [Kelas("Kurang", None), Kelas("Baik", D(80))],  # the open one is not the lowest
        [Kelas("A", None), Kelas("B", None)],
        [Kelas("Cukup", D(60)), Kelas("Baik", D(80)), Kelas("Kurang", None)],  # unordered
        [Kelas("Baik", D(80)), Kelas("Cukup", D("80.0")), Kelas("Kurang", None)],  # equal
        [Kelas("Baik", D(80)), Kelas("Baik", None)],  # one name twice
    ],
)
def test_a_scale_that_could_answer_nothing_or_two_things_is_refused(kelas):
    with pytest.raises(ValueError, match=r"[Kk]elas"):
        Skala(kelas)


def test_an_unknown_method_is_refused():
    with pytest.raises(ValueError, match="Metode"):
        Skala(KELAS_SAH, "tebak")


def test_tinggi_or_better_is_asked_by_the_name_of_the_class():
    assert SKALA_CAPAIAN.is_minimal(D(91), "Tinggi")
    assert SKALA_CAPAIAN.is_minimal(D(76), "Tinggi")
    assert not SKALA_CAPAIAN.is_minimal(D("75.99"), "Tinggi")
    with pytest.raises(ValueError, match="Istimewa"):
        SKALA_CAPAIAN.is_minimal(D(91), "Istimewa")


def test_the_bounds_are_those_that_print_must_not_cross():
    assert SKALA_CAPAIAN.batas == (91, 76, 66, 51)
