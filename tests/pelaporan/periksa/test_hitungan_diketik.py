"""Typed counts of tujuan, sasaran, indikator, program and misi agree with the report."""

import pytest

from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.hitungan_diketik import periksa
from tests.pelaporan.periksa.bersih import tambahi

pytestmark = pytest.mark.django_db

BAGIAN = "bab4.kesimpulan"


def temukan(bahan, teks):
    return list(periksa(tambahi(bahan, BAGIAN, teks)))


def test_a_report_that_counts_by_token_is_not_found(bersih):
    assert list(periksa(bersih)) == []


def test_counts_of_another_report_block_in_one_finding_with_both_values(bersih):
    (t,) = temukan(bersih, "Kecamatan menetapkan 6 tujuan, 13 sasaran dengan 32 indikator kinerja.")
    assert (t.tingkat, t.lokasi.kunci, t.tautan) == (Tingkat.GALAT, BAGIAN, f"narasi:{BAGIAN}")
    assert t.nilai == (
        ("tertulis", "6 tujuan; 13 sasaran; 32 indikator kinerja"),
        ("seharusnya", "2; 4; 12"),
    )


@pytest.mark.parametrize(
    ("teks", "tertulis", "seharusnya"),
    [
        ("Anggaran terbagi dalam dua belas program.", "dua belas program", "6"),
        ("RPJMD memuat tujuh misi.", "tujuh misi", "4"),
        ("Tujuan 6 terdiri dari 6 indikator kinerja.", "Tujuan 6", "2 tujuan"),
        ("Sebanyak 9 indikator mencapai target.", "9 indikator", "8"),
        ("Masih ada 5 indikator yang belum mencapai target.", "5 indikator", "4"),
        ("Perjanjian Kinerja memuat 12 indikator.", "12 indikator", "10"),
        ("Jumlah indikator kinerja sebanyak 15.", "Jumlah indikator kinerja sebanyak 15", "12"),
        ("Sasaran pelayanan diukur dengan 14 indikator.", "14 indikator", "12"),
    ],
)
def test_a_count_is_compared_with_what_it_counts(bersih, teks, tertulis, seharusnya):
    (t,) = temukan(bersih, teks)
    assert t.tingkat is Tingkat.GALAT
    assert t.nilai == (("tertulis", tertulis), ("seharusnya", seharusnya))


def test_right_counts_are_offered_their_tokens(bersih):
    (t,) = temukan(bersih, "Sebanyak 8 dari 12 indikator mencapai target.")
    assert t.tingkat is Tingkat.INFO
    assert t.nilai[1] == ("token", "[[jumlah:tercapai]]; [[jumlah:indikator]]")


def test_a_part_of_a_whole_that_opens_the_sentence_is_a_part(bersih):
    (t,) = temukan(bersih, "Dari 12 indikator, 8 indikator (66,67%) mencapai target.")
    assert t.tingkat is Tingkat.INFO


def test_a_part_that_the_report_does_not_count_warns(bersih):
    (t,) = temukan(bersih, "Terdapat 7 indikator yang menurun.")
    assert (t.tingkat, t.nilai) == (Tingkat.PERINGATAN, (("tertulis", "7 indikator"),))
    assert temukan(bersih, "Terdapat 7 indikator yang menurun [[kutipan:LHE 2023]].") == []


@pytest.mark.parametrize(
    "teks",
    [
        "Salah satu indikator perlu perhatian.",
        "Sasaran pertama diukur dengan 3 indikator.",
        "Sasaran 1 dan Sasaran 4 saling menunjang.",
        "Dunia menyepakati 17 tujuan pembangunan berkelanjutan.",
        "Bupati mempunyai 9 program unggulan.",
        "Misi ke 1, 4, dan 7 disebut dalam RPJMD.",
    ],
)
def test_what_counts_nothing_of_the_report_is_left_alone(bersih, teks):
    assert temukan(bersih, teks) == []


def test_a_finding_keeps_its_key_where_a_paragraph_is_written_above(bersih):
    teks = "Terdapat 7 tujuan strategis."
    (asli,), (turun,) = temukan(bersih, teks), temukan(bersih, f"Alinea baru.\n\n{teks}")
    assert asli.kunci == turun.kunci
    assert asli.lokasi.teks != turun.lokasi.teks


@pytest.mark.parametrize(
    "teks",
    [
        "Kecamatan menjalankan 3 program inovasi pelayanan.",
        "Penyuluhan itu untuk 3 sasaran, yakni remaja dan ibu.",
    ],
)
def test_another_kind_of_program_or_sasaran_warns_and_is_answered_by_a_source(bersih, teks):
    (t,) = periksa(tambahi(bersih, "bab4.langkah", teks))
    assert t.tingkat is Tingkat.PERINGATAN
    assert list(periksa(tambahi(bersih, "bab4.langkah", f"{teks[:-1]} [[kutipan:Laporan seksi]]."))) == []
