"""docs/menambah-impor.md says what the code knows: its alias table and its layouts."""

import re

import pytest
from django.conf import settings

from anggaran.sipd.hasil import SEBUT_TATA
from anggaran.sipd.kolom import ALIAS, Tata, kenali

TEKS = (settings.BASE_DIR / "docs" / "menambah-impor.md").read_text(encoding="utf-8")


def tabel(kepala):
    """Return the rows of the table that begins with this header, as lists of cells."""
    baris = TEKS.split(kepala)[1].split("\n\n")[0].strip().splitlines()[1:]
    return [[s.strip() for s in b.strip().strip("|").split("|")] for b in baris]


def bagi(sel):
    return tuple(s.strip() for s in sel.split(";") if s.strip())


def test_the_alias_table_is_that_of_the_code():
    assert {k: bagi(a) for k, a in tabel("| kolom | alias |")} == {k.value: a for k, a in ALIAS.items()}


@pytest.mark.parametrize("baris", tabel("| tata | needs | without |"), ids=lambda b: b[0])
def test_each_layout_is_told_by_the_columns_of_its_row(baris):
    tata, perlu, tanpa = baris[0], bagi(baris[1]), bagi(baris[2])
    assert kenali("S", 1, perlu).tata() == Tata(tata)
    assert all(kenali("S", 1, [p for p in perlu if p != satu]).tata() != Tata(tata) for satu in perlu)
    assert all(kenali("S", 1, [*perlu, t]).tata() != Tata(tata) for t in tanpa)


def test_every_layout_stands_in_the_page():
    assert {b[0] for b in tabel("| tata | needs | without |")} == {t.value for t in Tata} == set(SEBUT_TATA)


def test_every_file_that_the_page_names_is_there():
    for nama in re.findall(r"`([\w/]+\.py)`", TEKS):
        tempat = [settings.BASE_DIR / d / nama for d in ("", "anggaran/sipd", "tests/anggaran/sipd")]
        assert any(p.exists() for p in tempat), nama
