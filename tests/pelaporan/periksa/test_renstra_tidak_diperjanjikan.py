"""What the Renstra asks and nobody promises needs a reason."""

import pytest

from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.renstra_tidak_diperjanjikan import periksa
from tests.pelaporan.periksa.bersih import ubah_indikator

pytestmark = pytest.mark.django_db


def test_a_clean_report_is_not_found(bersih):
    assert list(periksa(bersih)) == []


def test_it_is_named_with_its_target(bersih):
    (t,) = periksa(ubah_indikator(bersih, "skm", is_pk=False, is_iku=False, is_diukur=False))
    assert (t.tingkat, t.lokasi.teks, t.tautan) == (Tingkat.PERINGATAN, "Tabel 2.2, baris 2", "pk")
    assert t.nilai == (("Indeks Kepuasan Masyarakat (IKM)", "86,00"),)


def test_a_measured_one_is_another_finding(bersih):
    assert list(periksa(ubah_indikator(bersih, "skm", is_pk=False, is_iku=False))) == []
