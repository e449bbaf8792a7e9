"""A sasaran that no programme serves needs a reason."""

from dataclasses import replace

import pytest

from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.sasaran_tanpa_program import periksa

pytestmark = pytest.mark.django_db


def test_a_clean_report_is_not_found(bersih):
    assert list(periksa(bersih)) == []


def test_it_is_named(bersih):
    satu = bersih.sasaran[3]
    (t,) = periksa(replace(bersih, sasaran=(*bersih.sasaran[:3], replace(satu, program=()))))
    assert (t.tingkat, t.lokasi.kunci, t.tautan) == (Tingkat.PERINGATAN, "t_menunjang", "peta")
    assert t.nilai == ((satu.uraian, "tanpa program"),)


def test_where_no_programme_is_mapped_it_is_said_once_elsewhere(bersih):
    sasaran = tuple(replace(s, program=()) for s in bersih.sasaran)
    assert list(periksa(replace(bersih, sasaran=sasaran))) == []
