"""A NIP says a birth date, an appointment, a sex; what cannot be is refused."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.umum.nip import BentukNip, NipTidakSah, periksa_nip

SAH = "196905151990031008"  # born 15-05-1969, appointed 03-1990, man, 008


def test_a_sound_nip_passes():
    assert periksa_nip(SAH) is None
    assert periksa_nip("200002292022012001") is None  # 29-02-2000 is a day


@pytest.mark.parametrize(
    ("nip", "pesan"),
    [
        ("", "hanya terdiri atas angka"),
        ("19690515 199003 1 008", "hanya terdiri atas angka"),
        ("١٩٦٩٠٥١٥١٩٩٠٠٣١٠٠٨", "hanya terdiri atas angka"),
        ("19690515199003100", "17 angka"),
        ("1969051519900310081", "19 angka"),
        ("196913151990031008", "tanggal lahir"),
        ("190102291990031008", "tanggal lahir"),  # 1901 is no leap year
        ("000005151990031008", "tanggal lahir"),
        ("196905151990131008", "bulan pengangkatan"),
        ("196905151990001008", "bulan pengangkatan"),
        ("196905151983031008", "terlalu dekat"),  # 14 years old
        ("196905151968031008", "terlalu dekat"),  # appointed before birth
        ("196905151990033008", "ke-15"),
    ],
)
def test_a_number_that_cannot_be_is_refused_with_what_is_wrong(nip, pesan):
    with pytest.raises(NipTidakSah, match=pesan):
        periksa_nip(nip)


def test_the_ni_of_a_pppk_has_a_frequency_instead_of_a_month():
    # 10-10-1990, 2022, frequency 21, woman
    periksa_nip("199010102022212003", BentukNip.PPPK)
    with pytest.raises(NipTidakSah, match="bulan"):
        periksa_nip("199010102022212003")


@given(st.text(alphabet="0123456789", min_size=18, max_size=18), st.sampled_from(BentukNip))
def test_any_18_digits_pass_or_are_refused(nip, bentuk):
    with suppress(NipTidakSah):
        periksa_nip(nip, bentuk)
        assert nip[14] in "12" and int(nip[8:12]) >= int(nip[:4]) + 15


def test_appointed_a_month_before_the_fifteenth_birthday_is_too_early():
    periksa_nip("197403121989031001")  # the month of the 15th birthday
    with pytest.raises(NipTidakSah, match="terlalu dekat"):
        periksa_nip("197403121989021001")
