"""Those who sign a PK hold their posts on its day."""

import datetime
from dataclasses import replace

import pytest

from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.pihak_pk_tidak_menjabat import PEMERIKSAAN, periksa
from tests.pelaporan.periksa.tanam import ubah_ke

pytestmark = pytest.mark.django_db


def test_parties_in_office_are_not_found(bersih):
    assert list(periksa(bersih)) == []


def test_a_party_out_of_office_is_named_with_the_term(bersih):
    pejabat = tuple(
        replace(p, mulai=datetime.date(2024, 11, 1)) if p.jabatan == "Camat Contoh" else p
        for p in bersih.pejabat
    )
    cacat = replace(bersih, pejabat=pejabat, pk=ubah_ke(bersih.pk, 1, pihak_menjabat=False))
    (t,) = periksa(cacat)
    assert (t.tingkat, t.tautan, t.lokasi.objek) == (Tingkat.GALAT, "pk", "Perjanjian Kinerja Perubahan")
    assert "bertanggal 16 Oktober 2024" in t.pesan
    assert "Dra. Ratna Pramesti, M.Si. menjabat Camat Contoh sejak 1 November 2024" in t.pesan
    assert PEMERIKSAAN.boleh_dikecualikan


def test_of_an_earlier_pk_the_party_is_not_named(bersih):
    (t,) = periksa(replace(bersih, pk=ubah_ke(bersih.pk, 0, pihak_menjabat=False)))
    assert t.lokasi.objek == "Perjanjian Kinerja"
    assert "pihak pertama atau pihak kedua tidak memangku jabatannya pada hari itu" in t.pesan
