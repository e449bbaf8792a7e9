"""Non-standard words are told once per section, with the standard form."""

import pytest

from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.ejaan import periksa
from pelaporan.periksa.ejaan_baku import EJAAN, cari_ejaan
from tests.pelaporan.periksa.bersih import tulis

pytestmark = pytest.mark.django_db


def test_a_well_spelled_report_is_not_found(bersih):
    assert list(periksa(bersih)) == []


@pytest.mark.parametrize(
    ("teks", "benar"),
    [
        ("tanggal 20 Nopember", "November"),
        ("seluruh stekholder", "pemangku kepentingan"),
        ("menurut standart", "standar"),
        ("sudah terrealisasi", "terealisasi"),
        ("hasil musremba", "musrenbang"),
        ("menyusun prigram", "program"),
        ("di karenakan hujan", "dikarenakan"),
        ("untuk merubah", "mengubah"),
        ("aktifitas warga", "aktivitas"),
        ("hasil analisa", "analisis"),
        ("sering trobel", "terganggu"),
        ("diterfensi program", "diintervensi"),
        ("per sentase", "persentase"),
        ("sektoe kecamatan", "sektor"),
        ("hal yang ditidak di inginkan", "tidak diinginkan"),
    ],
)
def test_the_standard_form_is_offered(teks, benar):
    ((_, usul),) = cari_ejaan(teks)
    assert usul == benar


def test_the_words_of_a_section_are_one_info(bersih):
    (t,) = periksa(
        tulis(bersih, "bab2.pk", "Pada 20 Nopember hasil analisa dibahas.\n\nAktifitas itu selesai.")
    )
    assert (t.tingkat, t.lokasi.kunci, t.tautan) == (Tingkat.INFO, "bab2.pk", "narasi:bab2.pk")
    assert "“Nopember” → November" in t.pesan
    assert len(t.nilai) == 3


@pytest.mark.parametrize(
    "teks", ["Analisis itu tepat.", "Kata pra-analisa", "penganalisaan", "Batang-batang"]
)
def test_a_part_of_another_word_is_left_alone(teks):
    assert cari_ejaan(teks) == ()


def test_no_standard_form_is_itself_on_the_list():
    assert not [benar for benar in EJAAN.values() if cari_ejaan(benar)]
    assert all(salah == salah.casefold() for salah in EJAAN)
