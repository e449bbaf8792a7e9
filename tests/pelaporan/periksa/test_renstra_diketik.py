"""The year within the Renstra, and its period, are counted and not typed."""

import pytest

from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.renstra_diketik import periksa
from tests.pelaporan.periksa.bersih import tambahi

pytestmark = pytest.mark.django_db

BAGIAN = "depan.pengantar"


def temukan(bahan, teks):
    return list(periksa(tambahi(bahan, BAGIAN, teks)))


def test_a_clean_report_is_not_found(bersih):
    assert list(periksa(bersih)) == []


@pytest.mark.parametrize(
    ("teks", "tertulis"),
    [
        ("Laporan ini merupakan tahun ke-IV pelaksanaan Rencana Strategis.", "ke-IV"),
        ("Tahun 2024 adalah tahun keempat Renstra.", "keempat"),
        ("Renstra memasuki tahun ke-2.", "ke-2"),
        ("Laporan ini memuat tahun 4 dari Renstra.", "4"),
    ],
)
def test_another_year_blocks_with_the_right_one(bersih, teks, tertulis):
    (t,) = temukan(bersih, teks)
    assert (t.tingkat, t.lokasi.kunci, t.tautan) == (Tingkat.GALAT, BAGIAN, f"narasi:{BAGIAN}")
    assert t.nilai == (("tertulis", tertulis), ("seharusnya", "ketiga"))


@pytest.mark.parametrize("periode", ["2021-2025", "2016-2021", "2020 s.d. 2024"])
def test_another_period_blocks(bersih, periode):
    (t,) = temukan(bersih, f"Renstra Kecamatan Contoh Tahun {periode} menjadi acuan.")
    assert t.nilai[1] == ("seharusnya", "2021-2026")


@pytest.mark.parametrize(
    "teks",
    [
        "Tahun 2024 adalah tahun ketiga Renstra Tahun 2021-2026.",
        "Target Renstra tahun 2022-2026 disajikan pada Tabel 2.2.",
        "Renstra dihitung sejak tahun pertama sampai tahun kelima.",
        "Renstra sebelumnya, yaitu Renstra Tahun 2016-2021, menjadi bahan.",
        "Penyusunan Renstra Tahun 2026-2030 dimulai.",
        "Sasaran diselaraskan dengan Renstra Kementerian Dalam Negeri Tahun 2020-2024.",
        "Bangunan itu memasuki tahun keempat.",
    ],
)
def test_bounds_other_documents_and_right_years_are_left_alone(bersih, teks):
    assert temukan(bersih, teks) == []


def test_a_finding_keeps_its_key_where_a_paragraph_is_written_above(bersih):
    teks = "Renstra memasuki tahun ke-2."
    (asli,), (turun,) = temukan(bersih, teks), temukan(bersih, f"Alinea baru.\n\n{teks}")
    assert asli.kunci == turun.kunci
    assert asli.lokasi.teks != turun.lokasi.teks


def test_the_year_that_is_named_is_the_one_that_is_counted(bersih):
    """2024 is the third target year, so 2025 is the fourth."""
    assert list(periksa(tambahi(bersih, "bab4.langkah", "Tahun 2025 menjadi tahun keempat Renstra."))) == []
    (t,) = periksa(tambahi(bersih, "bab4.langkah", "Tahun 2025 menjadi tahun kelima Renstra."))
    assert t.tingkat is Tingkat.GALAT
