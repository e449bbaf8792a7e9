"""A plan copied from elsewhere blocks, as one finding that may be overridden."""

import pytest

from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.rkt_di_luar_renstra import PEMERIKSAAN, periksa
from tests.pelaporan.periksa.bersih import ubah_indikator

pytestmark = pytest.mark.django_db


def test_a_clean_report_is_not_found(bersih):
    assert list(periksa(bersih)) == []


def test_indicators_of_somebody_else_are_one_finding(bersih):
    bahan = bersih
    for kode in ("data-kesos", "beban-loket"):
        bahan = ubah_indikator(bahan, kode, is_node_renstra=False, is_pk=False, is_iku=False)
    (t,) = periksa(bahan)
    assert (t.tingkat, t.lokasi.kunci, t.tautan) == (Tingkat.GALAT, "t_rkt", "target_rkt:beban-loket")
    assert [nama for nama, _ in t.nilai] == [
        "Rata-rata Layanan Harian per Petugas Loket",
        "Persentase Data Kesejahteraan Sosial yang Dimutakhirkan",
    ]
    assert PEMERIKSAAN.boleh_dikecualikan


def test_an_iku_in_the_plan_is_asked_about_elsewhere(bersih):
    assert list(periksa(ubah_indikator(bersih, "ipp", is_node_renstra=False))) == []
