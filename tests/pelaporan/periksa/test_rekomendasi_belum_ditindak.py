"""Recommendations without follow-up or evidence are one warning."""

import pytest

from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.rekomendasi_belum_ditindak import periksa
from tests.pelaporan.periksa.bersih import KOSONG
from tests.pelaporan.periksa.tanam import ganti_bab3, ubah_ke

pytestmark = pytest.mark.django_db


def _ubah(bahan, ke, **isi):
    return ganti_bab3(bahan, tindak_lanjut=ubah_ke(bahan.konteks.bab3.tindak_lanjut, ke, **isi))


def test_a_year_that_followed_up_is_not_found(bersih):
    assert list(periksa(bersih)) == []


def test_a_recommendation_without_follow_up_is_found_at_its_row(bersih):
    (t,) = periksa(_ubah(bersih, 1, tindak_lanjut=KOSONG, bukti=""))
    assert (t.tingkat, t.tautan) == (Tingkat.PERINGATAN, "rekomendasi")
    assert t.lokasi.teks.endswith("baris 2")
    (apa,) = t.nilai
    assert apa[0].endswith(bersih.konteks.bab3.tindak_lanjut[1].rekomendasi)
    assert apa[1] == "belum ditindaklanjuti"
    assert "nomor 2 dari LHE AKIP 2023" in t.pesan


def test_missing_follow_up_and_missing_evidence_are_one_finding(bersih):
    (t,) = periksa(_ubah(_ubah(bersih, 0, bukti=" "), 2, tindak_lanjut=KOSONG))
    assert [n for _, n in t.nilai] == ["bukti belum dicatat", "belum ditindaklanjuti"]


def test_a_reason_is_about_one_recommendation_not_about_its_number(bersih):
    cacat = _ubah(bersih, 1, tindak_lanjut=KOSONG)
    (lama,), (baru,) = periksa(cacat), periksa(_ubah(cacat, 1, rekomendasi="Susun pohon kinerja."))
    assert lama.kunci != baru.kunci
