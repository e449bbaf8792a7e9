"""Values without evidence are one warning."""

from dataclasses import replace

import pytest

from pelaporan.periksa.bukti_tidak_ada import periksa
from pelaporan.periksa.dasar import Tingkat
from tests.pelaporan.periksa.bersih import ubah_indikator

pytestmark = pytest.mark.django_db


def test_a_proven_year_is_not_found(bersih):
    assert list(periksa(bersih)) == []


def _tanpa(bahan, kode, *nama):
    periode = tuple(replace(p, bukti=0) if p.nama in nama else p for p in bahan.indikator_kode(kode).periode)
    return ubah_indikator(bahan, kode, periode=periode)


def test_periods_without_evidence_are_named(bersih):
    (t,) = periksa(_tanpa(bersih, "skm", "TW II", "TW IV"))
    assert (t.tingkat, t.tautan, t.lokasi.kunci) == (Tingkat.PERINGATAN, "bukti:skm", "t_capaian")
    assert "Indeks Kepuasan Masyarakat (IKM) (TW II, TW IV)" in t.pesan
    assert t.nilai[0] == ("nilai tanpa bukti", "2")


def test_all_of_the_office_is_one_finding_that_names_five(bahan_contoh):
    (t,) = periksa(bahan_contoh)
    jumlah = sum(1 for i in bahan_contoh.indikator if i.is_dilaporkan)
    assert f"dari {jumlah} indikator" in t.pesan
    assert f"dan {jumlah - 5} lainnya" in t.pesan


def test_blanks_and_periods_that_do_not_apply_need_no_evidence(bersih):
    assert list(periksa(_tanpa(bersih, "usulan-musrenbang", "TW I"))) == []


def test_an_indicator_that_is_not_reported_needs_none(bersih):
    assert list(periksa(ubah_indikator(_tanpa(bersih, "skm", "TW I"), "skm", is_dilaporkan=False))) == []


def test_a_reason_covers_no_other_indicator_beyond_the_five_that_are_named(bersih):
    kode = [i.kode for i in bersih.indikator if i.is_dilaporkan and any(p.terisi for p in i.periode)]

    def tanpa(*milik):
        bahan = bersih
        for k in milik:
            bahan = _tanpa(bahan, k, next(p.nama for p in bahan.indikator_kode(k).periode if p.terisi))
        (t,) = periksa(bahan)
        return t

    satu, dua = tanpa(*kode[:5], kode[5]), tanpa(*kode[:5], kode[6])
    assert satu.kunci != dua.kunci
    assert "dan 1 lainnya" in satu.pesan
