"""Codes: texts in both shapes; what is no text is refused, nothing is guessed."""

import datetime
from decimal import Decimal

import pytest

from anggaran.sipd.kode import KodeTidakSah, calon_kode, kode_kegiatan, kode_program, kode_sub_kegiatan


@pytest.mark.parametrize(
    ("teks", "kode"),
    [
        ("7.01.01.2.01.0001", "7.01.01.2.01.0001"),
        ("7.01.01.02.01.0001", "7.01.01.2.01.0001"),
        ("7.01.01.2.01.01", "7.01.01.2.01.0001"),
        ("07.01.01.2.01.0010", "7.01.01.2.01.0010"),
        (" '7.01.01.2.01.0001 ", "7.01.01.2.01.0001"),
        ("7.01.01.2.01.0001\u00a0", "7.01.01.2.01.0001"),
        ("x.xx.01.2.06.0009", "X.XX.01.2.06.0009"),
        ("1.02.03.2.01.000", None),
        ("7.01.01.2.01", None),
        ("7.1.1.2.1.1", None),
        ("7.01.01.2.01.0001 Penyusunan", None),
        ("5.1.02.01.01.0024", None),  # a rekening
        ("7,01,01,2,01,0001", None),
        ("", ""),
        (None, ""),
    ],
)
def test_kode_is_read_in_both_shapes(teks, kode):
    if kode is None:
        with pytest.raises(KodeTidakSah):
            kode_sub_kegiatan(teks)
    else:
        assert kode_sub_kegiatan(teks) == kode


@pytest.mark.parametrize("nilai", [Decimal("7.01"), 7, True, datetime.datetime(2007, 1, 1)])
def test_a_number_or_date_where_a_code_should_be_is_refused(nilai):
    with pytest.raises(KodeTidakSah, match="angka atau tanggal"):
        kode_sub_kegiatan(nilai)


def test_the_codes_above_and_the_programmes_of_every_bidang():
    kode = "7.01.01.2.06.0009"
    assert (kode_kegiatan(kode), kode_program(kode)) == ("7.01.01.2.06", "7.01.01")
    assert calon_kode(kode) == (kode, "X.XX.01.2.06.0009")
    assert calon_kode("X.XX.01.2.06.0009", "7.01") == ("X.XX.01.2.06.0009", kode)
    assert calon_kode("X.XX.01.2.06.0009") == ("X.XX.01.2.06.0009",)
