"""A typed class beside a figure is the class that the figure has."""

import pytest

from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.kategori_diketik import periksa
from tests.pelaporan.periksa.bersih import tambahi

pytestmark = pytest.mark.django_db

BAGIAN = "tabel.t_capaian"


def temukan(bahan, teks):
    return list(periksa(tambahi(bahan, BAGIAN, teks)))


def test_a_clean_report_is_not_found(bersih):
    assert list(periksa(bersih)) == []


@pytest.mark.parametrize(
    ("teks", "tertulis", "benar"),
    [
        ("Capaian [[capaian:pbb]] termasuk kategori Sangat Tinggi.", "Sangat Tinggi", "Tinggi"),
        ("Capaian [[capaian:skm]] berkategori sedang.", "sedang", "Sangat Tinggi"),
        ("Rata-rata [[rerata]] berada pada kategori Rendah.", "Rendah", "Sangat Tinggi"),
        ("Nilai efisiensi [[efisiensi]] berarti tidak efisien.", "tidak efisien", "efisien"),
    ],
)
def test_another_class_warns_with_both(bersih, teks, tertulis, benar):
    (t,) = temukan(bersih, teks)
    assert (t.tingkat, t.lokasi.kunci, t.tautan) == (Tingkat.PERINGATAN, BAGIAN, f"narasi:{BAGIAN}")
    assert t.nilai == (("tertulis", tertulis), ("seharusnya", benar))


@pytest.mark.parametrize(
    "teks",
    [
        "Capaian [[capaian:pbb]] termasuk kategori Tinggi.",
        "Capaian [[capaian:pbb]] lebih rendah daripada tahun lalu.",
        "Capaian [[capaian:pbb]] dan [[capaian:skm]] berkategori Sedang sampai Tinggi.",
        "Capaian [[capaian:pbb:N-1]] termasuk kategori Sangat Tinggi.",
        "Nilai efisiensi [[efisiensi]] tergolong efisien.",
        "Pelayanan menjadi lebih efisien dan tinggi mutunya.",
    ],
)
def test_right_classes_common_words_and_other_years_are_left_alone(bersih, teks):
    assert temukan(bersih, teks) == []


def test_two_indicators_with_one_wrong_class_are_two_findings(bersih):
    satu, dua = temukan(
        bersih, "[[capaian:skm]] berkategori sedang.\n\n[[capaian:gangguan]] berkategori sedang."
    )
    assert satu.kunci != dua.kunci
    assert satu.lokasi.objek.endswith("kategori:skm")
