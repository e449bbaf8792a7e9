"""Figures are recognised in every form, and numbers that claim nothing pass."""

from fractions import Fraction

import pytest

from pelaporan.periksa.angka_teks import baca_digit, baca_kata, cari_angka, is_sebesar
from pelaporan.periksa.hitungan_teks import Cakupan, cari_hitungan

# what is typed -> (text, kind, value) of each figure
DIKENAL = [
    ("serapan 97,64%", [("97,64%", "persen", Fraction(9764, 100))]),
    ("serapan 97.64 %", [("97.64 %", "persen", Fraction(9764, 100))]),
    ("serapan 97 persen", [("97 persen", "persen", Fraction(97))]),
    ("capaian 99.30 %Perbandingan", [("99.30 %", "persen", Fraction(993, 10))]),
    ("mencapai angka 97,64%", [("97,64%", "persen", Fraction(9764, 100))]),
    ("Rp3.088.328.946", [("Rp3.088.328.946", "rupiah", Fraction(3088328946))]),
    ("Rp. 3,01 miliar", [("Rp. 3,01 miliar", "rupiah", Fraction(3010000000))]),
    ("Rp 1.500.000,-", [("Rp 1.500.000,-", "rupiah", Fraction(1500000))]),
    ("Rp 1.500.000,00", [("Rp 1.500.000,00", "rupiah", Fraction(1500000))]),
    ("3 juta rupiah", [("3 juta rupiah", "rupiah", Fraction(3000000))]),
    ("dua miliar rupiah", [("dua miliar rupiah", "rupiah", Fraction(2000000000))]),
    ("seratus persen", [("seratus persen", "persen", Fraction(100))]),
    (
        "sembilan puluh tujuh koma enam persen",
        [("sembilan puluh tujuh koma enam persen", "persen", Fraction(976, 10))],
    ),
    ("dua puluh tiga keluarga", [("dua puluh tiga", "jumlah", Fraction(23))]),
    (
        "nilai 87,35 dan 87.35",
        [("87,35", "jumlah", Fraction(8735, 100)), ("87.35", "jumlah", Fraction(8735, 100))],
    ),
    ("1/3 permohonan", [("1/3", "jumlah", Fraction(1, 3))]),
    ("realisasi 12.6950.500", [("12.6950.500", "jumlah", Fraction(126950500))]),
    ("dihadiri 2022 orang", [("2022", "jumlah", Fraction(2022))]),
    ("tahun 2022 terealisasi 99", [("99", "jumlah", Fraction(99))]),
]

LEWAT = [
    "tahun 2023 dan 2021-2026, TA 2024, periode 2021 s.d. 2026",
    "Peraturan Bupati Nomor 20 Tahun 2022, UU 28/1999, PER/09/M.PAN/5/2007",
    "Pasal 3 ayat (2) huruf a dan Pasal 4, angka 3, butir 2",
    "20 November 2023, 20 s.d. 22 Nopember 2023, 20/11/2023, bulan 3",
    "triwulan II, TW 4, triwulan 1, 2, dan 3, semester 1, ke-2, tahun ke-IV",
    "Tabel 3.2, Tabel 3.3 dan 3.4, Gambar 1.1, Bab IV, halaman 12, lampiran 1, kolom 5",
    "NIP 19730716 199602 1 001, golongan IV/a, Pembina Tingkat I",
    "telepon (0328) 312345, faks 0328-312346, HP 0812-3456-7890, +62 812 3456 789, call center 112",
    "kode pos 69473, Contoh Kota 69473, Jalan Raya Nomor 12A, RT 02/RW 05, Blok C2, lantai 2",
    "Jalan Raya KM 12,5, berjarak 17,5 km, ketinggian 25 mdpl, 7°01' LS",
    "pukul 08.00 sampai 15.30 WIB, 08.00-12.00, 24 jam, jam 7",
    "COVID-19, Covid 19, Industri 4.0, SP4N-LAPOR, P3K, S-1, PPh 21, G20",
    "7.01.05, 7.01.01.2.06.0004, kode 7.01, rekening 5.1.02.01",
    "selama 5 (lima) tahun, 12 bulan, usia 17 tahun",
    "dikali 100%, skala penilaian 1 sampai 5",
    "1. Membenahi loket",
    "salah satu desa, satu per satu, kesatu",
    "Nomor: 188/12/435.310/2024, Nomor DPA/A.1/7.01.0.00/001/2024",
    "Koramil 0827/05, ISO 9001:2015, 45 menit perjalanan",
]


@pytest.mark.parametrize(("teks", "harap"), DIKENAL)
def test_a_figure_is_recognised_in_every_form(teks, harap):
    assert [(a.teks, a.jenis.value, a.bacaan[0].nilai) for a in cari_angka(teks)] == harap


@pytest.mark.parametrize("teks", LEWAT)
def test_numbers_that_claim_nothing_pass(teks):
    assert [a.teks for a in cari_angka(teks)] == []


def test_a_stretch_of_another_check_is_left_out():
    assert cari_angka("6 tujuan", [(0, 1)]) == ()


def test_marks_that_may_be_either_form_are_read_both_ways():
    assert {b.nilai for b in baca_digit("3,012")} == {Fraction(3012), Fraction(3012, 1000)}
    assert {b.nilai for b in baca_digit("3.012", ribuan=True)} == {Fraction(3012)}
    assert {b.nilai for b in baca_digit("3,088,328.50")} == {Fraction(308832850, 100)}


@pytest.mark.parametrize(
    ("teks", "nilai"),
    [("dua belas", 12), ("seratus lima", 105), ("dua ratus tiga puluh", 230), ("seribu lima ratus", 1500)],
)
def test_words_are_read_as_numbers(teks, nilai):
    bacaan = baca_kata(teks)
    assert bacaan is not None
    assert bacaan.nilai == nilai
    assert baca_kata("dua tiga") is None


@pytest.mark.parametrize(
    ("teks", "nilai", "sama"),
    [
        ("97,64", "97.63825", True),
        ("97,6", "97.63825", True),
        ("98", "97.63825", True),
        ("97,63", "97.63825", False),
        ("100", "99.9612", False),
        ("99,96", "99.9612", True),
    ],
)
def test_a_figure_equals_its_rounding_but_a_bound_is_not_rounded_to(teks, nilai, sama):
    assert any(is_sebesar(b, Fraction(nilai)) for b in baca_digit(teks)) is sama


@pytest.mark.parametrize(
    ("teks", "harap"),
    [
        ("6 tujuan, 13 sasaran", [("tujuan", 6, Cakupan.SEMUA), ("sasaran", 13, Cakupan.SEMUA)]),
        (
            "Tujuan 6 terdiri dari 6 indikator",
            [("tujuan", 6, Cakupan.LABEL), ("indikator", 6, Cakupan.BAGIAN)],
        ),
        (
            "8 dari 12 indikator mencapai target",
            [("indikator", 8, Cakupan.TERCAPAI), ("indikator", 12, Cakupan.SEMUA)],
        ),
        ("dua belas (12) indikator kinerja utama", [("indikator", 12, Cakupan.IKU)]),
        ("10 indikator Perjanjian Kinerja", [("indikator", 10, Cakupan.PK)]),
        ("target sasaran 95 persen", []),
        ("Misi ke 1, 4, dan 7", []),
    ],
)
def test_counts_say_what_they_count(teks, harap):
    assert [(h.benda, h.nilai, h.cakupan) for h in cari_hitungan(teks)] == harap


@pytest.mark.parametrize("teks", ["9" * 5000, "1." * 3000, "1," * 40, f"3,{'1' * 5000}"])
def test_more_digits_than_any_figure_has_equal_nothing_and_do_not_raise(teks):
    (b,) = baca_digit(teks)
    assert not is_sebesar(b, Fraction(100))
    assert not is_sebesar(b, Fraction(10**30))


@pytest.mark.parametrize("teks", ["87,15 poin", "3,72 (B)"])
def test_words_behind_digits_are_not_read(teks):
    assert all(b.nilai in (Fraction(8715, 100), Fraction(372, 100)) for b in baca_digit(teks))


@pytest.mark.parametrize("teks", ["dua \u017feribu", "dua ribu tidak"])
def test_letters_that_only_look_like_a_number_word_make_none(teks):
    assert baca_kata(teks) is None
