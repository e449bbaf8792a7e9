"""Grades become ranks; capaian comes from ranks."""

from decimal import Decimal

import pytest

from kinerja.peringkat import peringkat
from kinerja.rumus import compute_capaian
from sakip.umum.angka import format_persen

AKIP = {"AA": 7, "A": 6, "BB": 5, "B": 4, "CC": 3, "C": 2, "D": 1}


def test_a_grade_becomes_its_rank():
    assert peringkat("BB", AKIP) == Decimal(5)
    assert isinstance(peringkat("BB", AKIP), Decimal)


def test_capaian_of_a_grade_is_the_ratio_of_ranks():
    # B against BB: 4 / 5
    assert (
        format_persen(compute_capaian(target=peringkat("BB", AKIP), realisasi=peringkat("B", AKIP)).persen)
        == "80,00%"
    )


@pytest.mark.parametrize("nilai", ["", "bb", "WTP", "72,50"])
def test_a_grade_that_the_scale_does_not_have_is_refused_and_the_scale_named(nilai):
    with pytest.raises(ValueError, match="AA, A, BB, B, CC, C, D"):
        peringkat(nilai, AKIP)
