"""Dates of documents: Excel dates and numbers, Y-m-d, d/m/Y; into quarters."""

import datetime
from decimal import Decimal

import pytest

from anggaran.sipd.triwulan import TanggalTidakSah, baca_tanggal, triwulan

HARI = datetime.date(2024, 3, 31)


@pytest.mark.parametrize(
    "nilai",
    [
        HARI, datetime.datetime(2024, 3, 31, 10, 5), Decimal("45382"), Decimal("45382.42"), "45382",
        "2024-03-31", "2024-3-31", "31/03/2024", "31-03-2024", "31/3/2024", "2024-03-31 00:00:00",
        "2024-03-31T08:00:00", " 31/03/2024\u00a0", "'31/03/2024",
    ],
)  # fmt: skip
def test_one_day_in_all_its_forms(nilai):
    assert baca_tanggal(nilai) == HARI


@pytest.mark.parametrize(
    "nilai", ["03/31/2024", "31.03.24", "31 Maret 2024", "2024", Decimal(5), True, "2024-02-30"]
)
def test_what_is_no_date_is_refused(nilai):
    with pytest.raises(TanggalTidakSah):
        baca_tanggal(nilai)


def test_a_blank_is_no_date_and_months_make_quarters():
    assert baca_tanggal(None) is baca_tanggal(" ") is None
    bulan = [triwulan(datetime.date(2024, m, 1)) for m in range(1, 13)]
    assert bulan == [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4]
