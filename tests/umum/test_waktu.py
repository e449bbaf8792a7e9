"""A stored moment is printed in the time of the installation."""

import datetime

from sakip.umum.waktu import sebut_waktu, sebut_waktu_zona

# 20.30 UTC is already the next day in western Indonesia.
MALAM = datetime.datetime(2024, 2, 26, 20, 30, tzinfo=datetime.UTC)


def test_sebut_waktu_counts_the_day_of_the_office(settings):
    assert settings.TIME_ZONE == "Asia/Jakarta"
    assert sebut_waktu(MALAM) == "27 Februari 2024 pukul 03.30"


def test_sebut_waktu_zona_names_the_zone():
    assert sebut_waktu_zona(MALAM) == "27 Februari 2024 pukul 03.30 WIB"
