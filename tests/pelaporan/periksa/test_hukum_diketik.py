"""Typed citations agree with Landasan Hukum in number, year and title."""

from dataclasses import replace

import pytest

from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.hukum_diketik import periksa
from pelaporan.periksa.jalankan import jalankan
from tests.pelaporan.periksa.bersih import tambahi

pytestmark = pytest.mark.django_db

BAGIAN = "bab1.latar_belakang"


def temukan(bahan, teks):
    return list(periksa(tambahi(bahan, BAGIAN, teks)))


def test_a_report_that_cites_by_token_is_not_found(bersih):
    assert list(periksa(bersih)) == []


@pytest.mark.parametrize(
    ("teks", "kunci"),
    [
        ("Peraturan Presiden Nomor 29 Tahun 2014", "perpres-29-2014"),
        ("Perpres 29/2014", "perpres-29-2014"),
        ("PermenPANRB 53/2014", "permenpanrb-53-2014"),
        ("Permenpan RB No. 53 Tahun 2014", "permenpanrb-53-2014"),
        ("Kepmendagri 050-5889 Tahun 2021", "kepmendagri-050-5889-2021"),
        ("Perbup 33/2020", "contoh-perbup-pelimpahan"),
        ("Peraturan Daerah Kabupaten Contoh Nomor 4 Tahun 2021", "contoh-perda-rpjmd"),
        ("PP 17/2018 tentang Kecamatan", "pp-17-2018"),
    ],
)
def test_a_listed_regulation_is_offered_its_token_in_every_form(bersih, teks, kunci):
    (t,) = temukan(bersih, f"Hal itu diatur dalam {teks}.")
    assert t.tingkat is Tingkat.INFO
    assert t.nilai[1] == ("token", f"[[hukum:{kunci}]]")


@pytest.mark.parametrize(
    ("teks", "benar"),
    [
        ("Perpres Nomor 29 Tahun 2015", "Peraturan Presiden Nomor 29 Tahun 2014"),
        ("Peraturan Bupati Contoh Nomor 33 Tahun 2021", "Peraturan Bupati Contoh Nomor 33 Tahun 2020"),
        ("Perbup Nomor 85 Tahun 2021", "Peraturan Bupati Contoh Nomor 58 Tahun 2021"),
        ("UU Nomor 32 Tahun 2014 tentang Pemerintahan Daerah", "Undang-Undang Nomor 23 Tahun 2014"),
    ],
)
def test_a_slip_in_number_or_year_blocks_and_names_what_was_meant(bersih, teks, benar):
    (t,) = temukan(bersih, f"Hal itu diatur dalam {teks}.")
    assert (t.tingkat, t.tautan) == (Tingkat.GALAT, f"narasi:{BAGIAN}")
    assert t.nilai[1] == ("seharusnya", benar)


def test_a_wrong_title_blocks_with_both_titles(bersih):
    judul = "Petunjuk Teknis Perjanjian Kinerja, Pelaporan Kinerja, dan Tata Reviu atas Laporan Kinerja"
    (t,) = temukan(bersih, f"PermenPANRB 53/2014 tentang {judul} menjadi pedoman.")
    assert t.tingkat is Tingkat.GALAT
    assert "Tata Reviu" in t.nilai[0][1]
    assert "Tata Cara Reviu" in t.nilai[1][1]


@pytest.mark.parametrize(
    "teks",
    [
        "Perpres 29/2014 tentang Sistem Akuntabilitas Kinerja mewajibkannya.",
        "Perpres 29/2014 tentang SAKIP mewajibkannya.",
        "Perpres 29/2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah (SAKIP).",
        "Perbup 27/2023 tentang Perubahan atas Peraturan Bupati Contoh Nomor 61 Tahun 2021 tentang Rencana "
        "Strategis Perangkat Daerah Tahun 2021-2026.",
    ],
)
def test_a_shortened_title_and_a_title_that_cites_are_right(bersih, teks):
    (t,) = temukan(bersih, teks)
    assert t.tingkat is Tingkat.INFO


def test_an_unlisted_regulation_warns_once_in_the_whole_report(bersih):
    bahan = tambahi(bersih, BAGIAN, "Asas itu tercantum dalam UU 28/1999.")
    (t,) = periksa(bahan)
    assert (t.tingkat, t.tautan) == (Tingkat.PERINGATAN, "landasan")
    assert "Penyelenggara Negara yang Bersih" in t.pesan
    dua = tambahi(bahan, "bab3.capaian", "Undang-Undang Nomor 28 Tahun 1999 menjadi dasar.")
    hasil = [x for x in jalankan(dua).temuan if x.kode == "hukum_diketik"]
    assert len(hasil) == 1


def test_another_regulation_of_the_same_year_is_not_taken_for_a_slip(bersih):
    (t,) = temukan(bersih, "Desa diatur dengan UU Nomor 6 Tahun 2014.")
    assert t.tingkat is Tingkat.PERINGATAN
    (t,) = temukan(bersih, "Cuti diatur dengan PP Nomor 17 Tahun 2020 tentang Manajemen Pegawai.")
    assert t.tingkat is Tingkat.PERINGATAN


def test_a_decision_of_the_office_is_no_legal_basis(bersih):
    assert temukan(bersih, "Tim dibentuk dengan Keputusan Camat Contoh Nomor 188/15/KEP/2024.") == []


def test_it_is_silent_where_no_regulation_is_known(bersih):
    assert temukan(replace(bersih, hukum=()), "UU 28/1999 menjadi dasar.") == []


def test_a_finding_keeps_its_key_where_a_paragraph_is_written_above(bersih):
    teks = "Kegiatan berpedoman pada Peraturan Menteri Dalam Negeri Nomor 999 Tahun 2011."
    (asli,), (turun,) = temukan(bersih, teks), temukan(bersih, f"Alinea baru.\n\n{teks}")
    assert asli.kunci == turun.kunci
    assert asli.lokasi.teks != turun.lokasi.teks
