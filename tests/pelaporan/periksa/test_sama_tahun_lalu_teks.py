"""A paragraph that last year's report already had asks for a reason."""

from dataclasses import replace

import pytest

from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.jalankan import jalankan
from pelaporan.periksa.sama_tahun_lalu_teks import PEMERIKSAAN, periksa
from pelaporan.periksa.tawaran_belum_diterima import PEMERIKSAAN as TAWARAN
from tests.pelaporan.periksa.bersih import tulis

pytestmark = pytest.mark.django_db

LAMA = "Anggaran kecamatan dipusatkan pada penanganan wabah sehingga sarana pelayanan belum diperbaiki."
BARU = "Sarana pelayanan diperbaiki setelah anggaran pemeliharaan gedung ditambah pada pertengahan tahun."


@pytest.fixture
def berlalu(bersih, ganti_konteks):
    """The clean report with one of the year before that says other things."""
    lalu = bersih.konteks
    lalu = replace(lalu, identitas=replace(lalu.identitas, tahun=lalu.identitas.tahun - 1), narasi=())
    return replace(bersih, lalu=lalu)


def test_without_a_report_of_last_year_nothing_is_said(bersih):
    assert bersih.lalu is None
    assert list(periksa(bersih)) == []


def test_other_words_than_last_year_are_not_found(berlalu):
    lalu = tulis(replace(berlalu, konteks=berlalu.lalu), "bab1.isu", LAMA).konteks
    assert list(periksa(replace(tulis(berlalu, "bab1.isu", BARU), lalu=lalu))) == []


def test_the_same_paragraph_is_found_once_per_section(berlalu):
    lalu = tulis(replace(berlalu, konteks=berlalu.lalu), "bab2.rkt", f"{LAMA}\n\n{BARU}").konteks
    kini = tulis(berlalu, "bab1.isu", f"{LAMA}\n\n{BARU}")
    (t,) = periksa(replace(kini, lalu=lalu))
    assert (t.tingkat, t.lokasi.kunci, t.tautan) == (Tingkat.PERINGATAN, "bab1.isu", "narasi:bab1.isu")
    assert "paragraf 1" in t.pesan
    assert "paragraf 2" in t.pesan
    assert "2023" in t.pesan
    assert "2024" in t.pesan


def test_the_same_sentence_about_other_figures_is_the_same(berlalu):
    teks = (
        "Kepuasan masyarakat atas pelayanan kecamatan pada tahun ini mencapai [[realisasi:skm]] dari target."
    )
    lalu = tulis(replace(berlalu, konteks=berlalu.lalu), "bab1.isu", teks).konteks
    assert len(list(periksa(replace(tulis(berlalu, "bab1.isu", teks), lalu=lalu)))) == 1


def test_a_text_taken_over_and_not_accepted_is_named_once(berlalu):
    lalu = tulis(replace(berlalu, konteks=berlalu.lalu), "bab1.isu", LAMA).konteks
    kini = replace(tulis(berlalu, "bab1.isu", LAMA), lalu=lalu, tawaran={"bab1.isu": "tahun_lalu"})
    hasil = jalankan(kini, [TAWARAN, PEMERIKSAAN])
    assert [t.kode for t in hasil.temuan] == ["tawaran_belum_diterima"]
