"""A position that the office does not have asks for a reason; partners are sound."""

from dataclasses import replace

import pytest

from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.jabatan_luar_struktur import periksa
from tests.pelaporan.periksa.bersih import tulis
from tests.pelaporan.periksa.kalimat_naskah import CACAT_NASKAH, SEHAT_NASKAH

pytestmark = pytest.mark.django_db

CACAT = [(bagian, teks) for kode, bagian, teks in CACAT_NASKAH if kode == "jabatan_luar_struktur"]


def test_the_positions_of_the_structure_are_not_found(bersih):
    assert list(periksa(bersih)) == []


@pytest.mark.parametrize(("bagian", "teks"), CACAT)
def test_a_position_outside_the_structure_is_found(bersih, bagian, teks):
    (t,) = periksa(tulis(bersih, bagian, teks))
    assert (t.tingkat, t.lokasi.kunci, t.tautan) == (Tingkat.PERINGATAN, bagian, f"narasi:{bagian}")


@pytest.mark.parametrize("teks", SEHAT_NASKAH)
def test_partners_and_own_positions_are_sound(bersih, teks):
    assert list(periksa(tulis(bersih, "bab3.capaian", teks))) == []


def test_the_positions_of_a_section_are_one_finding_that_names_them(bersih):
    teks = "Camat dibantu Sekretaris, Kepala Bidang, dan Kepala Seksi/Sub Bidang/Jabatan Fungsional."
    (t,) = periksa(tulis(bersih, "bab1.organisasi", teks))
    assert [jabatan for jabatan, _ in t.nilai] == ["Kepala Bidang", "Sub Bidang"]
    assert "Kepala Bidang; Sub Bidang" in t.pesan


def test_an_office_with_that_unit_may_name_its_head(bersih):
    teks = "Data diisi oleh Kepala Bidang Perekonomian setiap triwulan."
    kini = tulis(bersih, "bab3.capaian", teks)
    assert len(list(periksa(kini))) == 1
    assert list(periksa(replace(kini, unit=(*kini.unit, "Bidang Perekonomian")))) == []


def test_without_a_structure_nothing_is_said(bersih):
    kini = tulis(bersih, "bab1.organisasi", "Camat dibantu Kepala Bidang.")
    assert list(periksa(replace(kini, unit=()))) == []


def test_a_reason_for_one_sentence_does_not_cover_another_about_the_same_position(bersih):
    satu = "Rapat dipimpin oleh Kepala Bidang pada bulan Mei."
    dua = "Laporan disusun oleh Kepala Bidang pada bulan Juli."
    semua = []
    for teks in (satu, dua, f"{satu} {dua}"):
        (t,) = periksa(tulis(bersih, "bab3.capaian", teks))
        semua.append(t)
    assert len({t.kunci for t in semua}) == 3
    assert len({t.pesan for t in semua}) == 1
