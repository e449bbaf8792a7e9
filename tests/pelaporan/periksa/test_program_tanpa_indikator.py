"""Money without a measure needs a reason where it is recorded."""

import pytest

from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.program_tanpa_indikator import periksa
from tests.pelaporan.periksa.bersih import ubah_program
from tests.pelaporan.periksa.tanam import rupiah

pytestmark = pytest.mark.django_db


def test_a_clean_report_is_not_found(bersih):
    assert list(periksa(bersih)) == []


def test_a_programme_without_an_indicator_is_a_warning(bersih):
    (t,) = periksa(ubah_program(bersih, "7.01.05", indikator=0))
    assert (t.tingkat, t.lokasi.teks) == (Tingkat.PERINGATAN, "Tabel 2.6")
    assert t.nilai == (("7.01.05", "110.000.000"),)


def test_a_sub_kegiatan_that_holds_the_money_is_a_warning(bersih):
    (t,) = periksa(ubah_program(bersih, "7.01.05.2.01.0008", indikator=0))
    assert t.tingkat is Tingkat.PERINGATAN
    assert t.pesan.startswith("1 sub kegiatan ")


def test_a_level_that_only_sums_is_an_info(bersih):
    (t,) = periksa(ubah_program(bersih, "7.01.05.2.01", indikator=0))
    assert t.tingkat is Tingkat.INFO


def test_a_node_without_money_is_not_asked(bersih):
    assert list(periksa(ubah_program(bersih, "7.01.05", indikator=0, pagu=rupiah(0)))) == []
