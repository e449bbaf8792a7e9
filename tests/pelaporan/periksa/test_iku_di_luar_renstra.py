"""IKU that the Renstra does not know need a reason, once."""

import pytest

from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.iku_di_luar_renstra import periksa
from tests.pelaporan.periksa.bersih import ubah_indikator

pytestmark = pytest.mark.django_db


def test_a_clean_report_is_not_found(bersih):
    assert list(periksa(bersih)) == []


def test_they_are_one_warning(bersih):
    bahan = ubah_indikator(bersih, "ipp", is_node_renstra=False)
    (t,) = periksa(ubah_indikator(bahan, "usulan-musrenbang", is_node_renstra=False))
    assert (t.tingkat, t.lokasi.teks, t.tautan) == (Tingkat.PERINGATAN, "Tabel 2.3", "target_renstra:ipp")
    assert t.pesan.startswith("2 IKU ")


def test_a_promised_iku_is_asked_about_as_a_promise(bersih):
    assert list(periksa(ubah_indikator(bersih, "skm", is_node_renstra=False))) == []
