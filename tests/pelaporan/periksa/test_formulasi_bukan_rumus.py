"""A formulasi that is only a name needs a rule or a reason."""

import pytest

from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.formulasi_bukan_rumus import periksa
from tests.pelaporan.periksa.bersih import ubah_indikator

pytestmark = pytest.mark.django_db


def test_a_clean_report_is_not_found(bersih):
    assert list(periksa(bersih)) == []


def test_a_name_is_found_with_what_is_written(bersih):
    (t,) = periksa(ubah_indikator(bersih, "skm", formulasi="Bobot Pencapaian SKM"))
    assert (t.tingkat, t.lokasi.kunci, t.tautan) == (Tingkat.PERINGATAN, "t_iku", "definisi:skm")
    assert t.nilai == (("skm", "Bobot Pencapaian SKM"),)


@pytest.mark.parametrize(
    "formulasi",
    [
        "Desa tertib / desa seluruhnya x 100",
        "Pembagian desa tertib dengan desa yang ada",
        "Banyaknya desa yang menyampaikan laporan",
        "Hasil survei Bagian Organisasi",
        "\u03a3 unsur \u00d7 bobot tertimbang",
        "",
    ],
)
def test_a_way_of_reckoning_or_a_blank_is_not_found(bersih, formulasi):
    assert list(periksa(ubah_indikator(bersih, "skm", formulasi=formulasi))) == []


def test_a_grade_needs_no_formula(bersih):
    assert list(periksa(ubah_indikator(bersih, "sakip", formulasi="Evaluasi Inspektorat"))) == []
