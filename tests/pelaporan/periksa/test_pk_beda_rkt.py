"""A PK target that is not the yearly plan's needs a reason."""

import pytest

from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.pk_beda_rkt import periksa
from tests.pelaporan.periksa.bersih import ubah_indikator
from tests.pelaporan.periksa.tanam import angka

pytestmark = pytest.mark.django_db


def test_a_clean_report_is_not_found(bersih):
    assert list(periksa(bersih)) == []


def test_it_is_a_warning_with_both_values(bersih):
    (t,) = periksa(ubah_indikator(bersih, "skm", target_rkt=angka("98"), target_pk_awal=None))
    assert (t.tingkat, t.lokasi.objek, t.tautan) == (Tingkat.PERINGATAN, "skm", "target_pk:skm")
    assert "adalah 86,50, sedangkan target rencana kerja tahun 2024 adalah 98,00" in t.pesan


def test_a_plan_that_says_what_the_renstra_says_is_found_there(bersih):
    bahan = ubah_indikator(bersih, "skm", target_rkt=angka("98"), renstra_setahun=angka("98"))
    assert list(periksa(bahan)) == []


def test_a_revision_with_a_reason_makes_it_an_info(bersih):
    bahan = ubah_indikator(bersih, "skm", target_rkt=angka("86"), target_pk_awal=angka("86"))
    (t,) = periksa(bahan)
    assert t.tingkat is Tingkat.INFO
