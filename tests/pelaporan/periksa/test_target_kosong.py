"""A reported indicator without a target blocks."""

from dataclasses import replace

import pytest

from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.target_kosong import periksa
from tests.pelaporan.periksa.bersih import KOSONG, ubah_capaian, ubah_indikator
from tests.pelaporan.periksa.tanam import ganti_bab2

pytestmark = pytest.mark.django_db


def test_a_clean_report_is_not_found(bersih):
    assert list(periksa(bersih)) == []


def test_a_blank_target_of_the_pk_is_found_at_its_row(bersih):
    (t,) = periksa(ubah_capaian(bersih, "skm", target=KOSONG))
    assert (t.tingkat, t.tautan, t.sebab) == (Tingkat.GALAT, "target_pk:skm", "target:skm")
    assert t.lokasi.teks.startswith("Tabel 3.2, baris ")
    assert "Perjanjian Kinerja" in t.pesan


def test_an_iku_without_any_target_is_sent_to_the_yearly_plan(bersih):
    (t,) = periksa(ubah_capaian(bersih, "ipp", target=KOSONG))
    assert t.tautan == "target_rkt:ipp"
    assert "maupun Renstra" in t.pesan


@pytest.mark.parametrize("target", [None, KOSONG])
def test_a_blank_target_of_a_programme_is_found_at_its_code(bersih, target):
    (t,) = periksa(ubah_indikator(bersih, "prog-desa", target_dpa=target))
    assert (t.lokasi.teks, t.tautan) == ("Tabel 2.6, 7.01.06", "target_dpa:prog-desa")


def test_a_dpa_without_a_single_target_is_one_finding(bersih):
    (t,) = periksa(replace(bersih, indikator=tuple(replace(i, target_dpa=None) for i in bersih.indikator)))
    assert (t.tautan, t.sebab) == ("dpa", "target_dpa")
    assert "seluruh" in t.pesan


def test_a_node_dropped_from_the_dpa_needs_no_target(bersih):
    kode = "7.01.06.2.01.0017"
    pagu = tuple(replace(b, perubahan="dihapus") if b.kode == kode else b for b in bersih.konteks.bab2.pagu)
    bahan = ganti_bab2(ubah_indikator(bersih, "sub-06-2-01-0017", target_dpa=KOSONG), pagu=pagu)
    assert list(periksa(bahan)) == []


def test_without_a_dpa_its_targets_are_not_asked(bersih):
    bahan = ubah_indikator(bersih, "prog-desa", target_dpa=None)
    assert list(periksa(ganti_bab2(bahan, revisi_dpa=()))) == []
