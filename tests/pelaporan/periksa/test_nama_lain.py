"""No other office or government stands in the report without a reason."""

from dataclasses import replace

import pytest

from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.nama_lain import periksa
from tests.pelaporan.periksa.bersih import tambahi

pytestmark = pytest.mark.django_db

BAGIAN = "bab1.latar_belakang"


def temukan(bahan, teks):
    return list(periksa(tambahi(bahan, BAGIAN, teks)))


def test_a_report_that_names_only_itself_is_not_found(bersih):
    assert list(periksa(bersih)) == []


@pytest.mark.parametrize(
    ("teks", "nama"),
    [
        ("Renstra Kecamatan Batang-batang menjadi acuan.", "Kecamatan Batang-batang"),
        ("Renstra kecamatan batang batang menjadi acuan.", "kecamatan batang batang"),
        ("Pembangunan di Kabupaten Pamekasan berlanjut.", "Kabupaten Pamekasan"),
        ("Warga Kecamatan Dungkek dilayani di loket.", "Kecamatan Dungkek"),
        ("Dinas Sosial Kota Madiun menetapkan target.", "Kota Madiun"),
    ],
)
def test_another_name_blocks(bersih, teks, nama):
    (t,) = temukan(bersih, teks)
    assert (t.tingkat, t.lokasi.kunci, t.tautan) == (Tingkat.GALAT, BAGIAN, f"narasi:{BAGIAN}")
    assert t.nilai == (("tertulis", nama),)


@pytest.mark.parametrize(
    "teks",
    [
        "Wilayah sebelah utara berbatasan dengan Kecamatan Gapura.",
        "Studi tiru dilaksanakan ke Kabupaten Banyuwangi.",
        "Dibandingkan dengan Kecamatan Batang-batang, capaian lebih tinggi.",
        "Bimbingan teknis diselenggarakan di Kota Surabaya.",
    ],
)
def test_borders_comparisons_and_visits_only_warn(bersih, teks):
    (t,) = temukan(bersih, teks)
    assert t.tingkat is Tingkat.PERINGATAN


@pytest.mark.parametrize(
    "teks",
    [
        "Bupati Contoh dan Camat Contoh di Kabupaten Contoh, ibu kota Kota Contoh Kota.",
        "Camat Budi Santoso membuka acara bersama Bupati.",
        "Kabupaten/Kota wajib menuju Kota Layak Anak.",
        "Kecamatan Sehat didukung oleh Camat Sebagai pembina.",
        "Peraturan Bupati Pamekasan Nomor 5 Tahun 2020 dipelajari.",
    ],
)
def test_own_names_people_and_common_words_are_no_other_office(bersih, teks):
    assert temukan(bersih, teks) == []


def test_a_misspelt_own_name_is_not_another_office(bersih):
    assert temukan(bersih, "Warga Kecamatan Conto hadir.") == []


def test_issues_outside_the_narrative_are_read_too(bersih):
    bab1 = replace(bersih.konteks.bab1, isu_tahun=("Kecamatan Dungkek kekurangan pegawai.",))
    (t,) = periksa(replace(bersih, konteks=replace(bersih.konteks, bab1=bab1)))
    assert (t.lokasi.kunci, t.tautan) == ("bab1.isu", "isu")


def test_a_source_makes_a_galat_a_warning_and_answers_a_warning(bersih):
    (t,) = temukan(bersih, "Capaian Kecamatan Gapura adalah [[tahun]] [[kutipan:Bagian Organisasi, 2024]].")
    assert t.tingkat is Tingkat.PERINGATAN
    assert (
        temukan(bersih, "Capaian dibandingkan dengan Kecamatan Gapura [[kutipan:Bagian Organisasi]].") == []
    )


def test_the_same_name_in_two_sentences_is_two_findings(bersih):
    satu, dua = temukan(bersih, "Warga Kecamatan Dungkek hadir. Camat memimpin Kecamatan Dungkek.")
    assert satu.kunci != dua.kunci
