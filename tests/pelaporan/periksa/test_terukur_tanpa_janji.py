"""What is measured and neither promised nor an IKU needs a reason."""

import pytest

from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.terukur_tanpa_janji import periksa
from tests.pelaporan.periksa.bersih import ubah_indikator

pytestmark = pytest.mark.django_db


def test_a_clean_report_is_not_found(bersih):
    assert list(periksa(bersih)) == []


def test_it_is_named_with_its_value(bersih):
    (t,) = periksa(ubah_indikator(bersih, "skm", is_pk=False, is_iku=False))
    assert (t.tingkat, t.lokasi.kunci, t.tautan) == (Tingkat.PERINGATAN, "t_capaian", "pk")
    assert t.nilai == (("Indeks Kepuasan Masyarakat (IKM)", "87,35"),)


def test_what_is_not_measured_is_not_named(bersih):
    assert list(periksa(ubah_indikator(bersih, "skm", is_pk=False, is_iku=False, is_diukur=False))) == []
