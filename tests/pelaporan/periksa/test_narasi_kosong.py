"""A section that must be written and is blank blocks; the others are listed once."""

from dataclasses import replace

import pytest

from pelaporan.konteks import NarasiBagian
from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.narasi_kosong import periksa
from tests.pelaporan.periksa.bersih import tulis

pytestmark = pytest.mark.django_db

WAJIB = (
    "depan.ikhtisar",
    "bab1.latar_belakang",
    "tabel.t_capaian",
    "tabel.t_banding",
    "tabel.t_kemajuan",
    "tabel.t_pembanding",
    "tabel.t_analisis",
    "tabel.t_menunjang",
    "tabel.t_anggaran",
    "tabel.t_efisiensi_sasaran",
    "tabel.t_efisiensi_program",
    "bab4.kesimpulan",
    "bab4.langkah",
)


def test_a_written_report_is_not_found(bersih):
    assert list(periksa(bersih)) == []


@pytest.mark.parametrize("bagian", WAJIB)
def test_a_required_section_without_a_word_blocks(bersih, bagian):
    (t,) = periksa(tulis(bersih, bagian, ""))
    assert (t.tingkat, t.lokasi.kunci, t.tautan) == (Tingkat.GALAT, bagian, f"narasi:{bagian}")


@pytest.mark.parametrize("bagian", WAJIB)
@pytest.mark.parametrize(
    "teks", ["Baik.", "- Baik\n- Sudah", "Capaian indikator [[capaian:skm]] ( / ) - sudah baik."]
)
def test_a_word_is_no_explanation(bersih, bagian, teks):
    (t,) = periksa(tulis(bersih, bagian, teks))
    assert (t.tingkat, t.lokasi.kunci, t.sebab) == (Tingkat.GALAT, bagian, f"narasi:{bagian}")
    assert "terlalu pendek" in t.pesan
    assert "aik" in t.nilai[0][1]


def test_eight_words_are_an_explanation_and_other_sections_may_be_short(bersih):
    delapan = "Capaian indikator naik karena pelayanan di loket membaik."
    assert len(delapan.split()) == 8
    assert list(periksa(tulis(bersih, "tabel.t_kemajuan", delapan))) == []
    assert list(periksa(tulis(bersih, "bab1.isu", "Sudah sesuai."))) == []


def test_a_blank_explanation_names_its_table(bersih):
    (t,) = periksa(tulis(bersih, "tabel.t_kemajuan", ""))
    assert "Tabel 3.4" in t.pesan


def test_other_sections_are_listed_in_one_info(bersih):
    (t,) = periksa(tulis(tulis(bersih, "bab1.isu", ""), "bab2.rkt", ""))
    assert t.tingkat == Tingkat.INFO
    assert "2 bagian lain" in t.pesan
    assert [n for n, _ in t.nilai] == ["Bab I, isu strategis", "Bab II, rencana kerja"]


def test_a_section_that_is_only_placeholders_is_not_blank(bersih):
    assert list(periksa(tulis(bersih, "tabel.t_kemajuan", "....."))) == []


def test_a_report_without_any_text_names_each_required_section(bersih, ganti_konteks):
    kosong = ganti_konteks(bersih, narasi=tuple(NarasiBagian(n.bagian) for n in bersih.konteks.narasi))
    temuan = list(periksa(replace(kosong)))
    assert [t.lokasi.kunci for t in temuan if t.tingkat == Tingkat.GALAT] == list(WAJIB)
    assert len([t for t in temuan if t.tingkat == Tingkat.INFO]) == 1
