"""What is promised or an IKU stands in the yearly plan."""

from dataclasses import replace

import pytest

from pelaporan.periksa import target_kosong
from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.jalankan import jalankan
from pelaporan.periksa.rkt_kosong import PEMERIKSAAN, periksa
from tests.pelaporan.periksa.bersih import KOSONG, ubah_capaian, ubah_indikator
from tests.pelaporan.periksa.tanam import ganti_bab2

pytestmark = pytest.mark.django_db


def test_a_clean_report_is_not_found(bersih):
    assert list(periksa(bersih)) == []


def test_an_empty_plan_is_one_finding(bersih):
    indikator = tuple(replace(i, target_rkt=None) for i in bersih.indikator)
    (t,) = periksa(ganti_bab2(replace(bersih, indikator=indikator), rkt=()))
    assert (t.tingkat, t.lokasi.teks, t.tautan) == (Tingkat.GALAT, "Tabel 2.4", "target_rkt:ipp")


def test_an_empty_plan_names_the_iku_that_lack_a_target_for_it(bersih):
    kini = ganti_bab2(ubah_capaian(bersih, "ipp", target=KOSONG), rkt=())
    hasil = jalankan(kini, [target_kosong.PEMERIKSAAN, PEMERIKSAAN])
    (t,) = hasil.temuan
    assert "1 IKU di luar Perjanjian Kinerja tidak bertarget" in t.pesan
    assert t.nilai[-1] == ("IKU tanpa target", "1")


def test_a_promise_that_the_plan_does_not_hold_is_found(bersih):
    (t,) = periksa(ubah_indikator(bersih, "skm", target_rkt=None))
    assert (t.tingkat, t.tautan, t.sebab) == (Tingkat.GALAT, "target_rkt:skm", "target_rkt:skm")
    assert "termasuk Perjanjian Kinerja dan IKU" in t.pesan


def test_a_blank_row_is_found_at_its_place(bersih):
    (t,) = periksa(ubah_indikator(bersih, "skm", target_rkt=KOSONG))
    assert t.lokasi.teks == "Tabel 2.4, baris 2"
    assert t.nilai == (("target rencana kerja", "belum diisi"),)


def test_what_a_revision_of_the_pk_added_needs_a_reason_only(bersih):
    (t,) = periksa(ubah_indikator(bersih, "data-kesos", target_rkt=None, target_pk_awal=None))
    assert t.tingkat is Tingkat.PERINGATAN
    assert "baru ada pada perubahan Perjanjian Kinerja" in t.pesan


def test_an_indicator_without_any_target_is_one_cause(bersih):
    bahan = ubah_indikator(ubah_capaian(bersih, "ipp", target=KOSONG), "ipp", target_rkt=None)
    (t,) = jalankan(bahan, [target_kosong.PEMERIKSAAN, PEMERIKSAAN]).temuan
    assert t.kode == "target_kosong"
