"""The reader of uploads: values as they stand in the file, through the child process."""

import datetime
from decimal import Decimal

import pytest
from openpyxl import Workbook

from sakip.umum.excel.baca import RumusKosong, SelGalat, baca_baris
from sakip.umum.excel.batas import BATAS_BUKU


@pytest.fixture(scope="module")
def jalur(tmp_path_factory):
    """A workbook with one value of each kind, below each other in column B from row 3 on."""
    buku = Workbook()
    lembar = buku.active
    lembar.title = "Pagu"
    isi = ["7.01", 126950500, 0.1 + 0.2, True, datetime.date(2026, 1, 2), "=A1+1", "#REF!", "a\u00a0b "]
    for nomor, nilai in enumerate(isi, 3):
        lembar.cell(nomor, 2).value = nilai
    lembar["B9"].data_type = "e"
    hasil = tmp_path_factory.mktemp("excel") / "nilai.xlsx"
    buku.save(hasil)
    return hasil


def test_every_kind_of_value_comes_back_as_what_it_is(jalur):
    baris = list(baca_baris(jalur, jalur.name, BATAS_BUKU))
    assert [(b.lembar, b.nomor) for b in baris] == [("Pagu", n) for n in range(3, 11)]
    assert [b.nilai for b in baris] == [
        [None, nilai]
        for nilai in (
            "7.01",
            Decimal(126950500),
            Decimal("0.3"),
            True,
            datetime.date(2026, 1, 2),
            RumusKosong("A1+1"),
            SelGalat("#REF!"),
            "a\u00a0b ",
        )
    ]
