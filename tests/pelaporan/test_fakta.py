"""Sentences of fact: what the numbers say, read by polarity, and never praise for a blank."""

import pytest

from pelaporan.fakta import judul_program
from tests.pelaporan.kantor_uji import KantorUji


def fakta(konteks, tabel):
    return " ".join(konteks.fakta_tabel(tabel))


@pytest.mark.django_db
def test_how_many_reached_best_weakest_and_the_mean():
    k = KantorUji()
    a, b, c = (k.indikator(x) for x in "abc")
    k.pk({a: 10, b: 10, c: 10})
    k.setahun(a, 10)
    k.setahun(b, 5)
    teks = fakta(k.konteks(), "t_capaian")
    assert "Dari 3 indikator yang dilaporkan, 2 terukur dan 1 di antaranya mencapai target." in teks
    assert "tertinggi adalah Indikator a (100,00%) dan yang terendah Indikator b (50,00%)" in teks
    assert "75,00% (2 dari 3 indikator terukur) dan masih sementara" in teks
    assert "kategori" not in teks
    assert "1 indikator belum dapat diukur karena datanya belum diisi: Indikator c." in teks


@pytest.mark.django_db
def test_an_empty_year_is_named_and_not_praised():
    k = KantorUji()
    k.pk({k.indikator("a"): 10})
    konteks = k.konteks()
    teks = fakta(konteks, "t_capaian")
    assert "Tidak satu pun dari 1 indikator yang dilaporkan sudah terukur." in teks
    assert "Sangat Tinggi" not in teks


@pytest.mark.django_db
def test_fewer_incidents_than_last_year_is_an_improvement():
    k = KantorUji()
    a = k.indikator("a", arah="makin_rendah")
    k.pk({a: 10})
    k.setahun(a, 8)
    k.tahun_lalu(a, 2022, 10, 12)
    assert "1 indikator membaik: Indikator a." in fakta(k.konteks(), "t_banding")


@pytest.mark.django_db
def test_the_budget_sentence_has_the_figures_of_its_table():
    k = KantorUji()
    a, b = k.program("7.01.01"), k.program("7.01.02")
    k.dpa({a: 3000, b: 1000})
    k.belanja(a, {"tahun": 2990})
    k.belanja(b, {"tahun": 800})
    teks = fakta(k.konteks(), "t_anggaran")
    assert "Dari pagu Rp4.000 terealisasi Rp3.790 atau 94,75%, sehingga tersisa Rp210." in teks
    assert "Serapan yang wajib dijelaskan: Nama 7.01.02 (80,00%)." in teks


@pytest.mark.django_db
def test_a_provisional_budget_gives_no_percentage():
    k = KantorUji()
    a = k.program("7.01.01")
    k.dpa({a: 3000})
    k.belanja(a, {"tw1": 100})
    assert fakta(k.konteks(), "t_anggaran") == "Serapan belum dapat dihitung: sementara, 1 dari 4 triwulan."


@pytest.mark.parametrize(
    ("resmi", "kalimat"),
    [
        (
            "PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN/KOTA",
            "Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota",
        ),
        ("PROGRAM PEMBINAAN DAN PENGAWASAN DESA", "Program Pembinaan dan Pengawasan Desa"),
        ("Program yang sudah tertulis biasa", "Program yang sudah tertulis biasa"),
    ],
)
def test_official_capitals_become_a_title_in_a_sentence(resmi, kalimat):
    assert judul_program(resmi) == kalimat
