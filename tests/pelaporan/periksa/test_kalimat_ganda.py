"""A sentence that stands twice asks for a reason."""

from dataclasses import replace

import pytest

from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.kalimat_ganda import periksa
from tests.pelaporan.periksa.bersih import tambahi, tulis
from tests.pelaporan.periksa.tanam import ganti_bab3

pytestmark = pytest.mark.django_db

KALIMAT = "Pelayanan di loket depan didukung oleh seluruh perangkat desa."


def test_a_report_that_does_not_repeat_itself_is_not_found(bersih):
    assert list(periksa(bersih)) == []


def test_a_sentence_twice_in_a_paragraph_is_found(bersih):
    (t,) = periksa(tulis(bersih, "tabel.t_capaian", f"{KALIMAT} {KALIMAT}"))
    assert (t.tingkat, t.lokasi.kunci, t.tautan) == (
        Tingkat.PERINGATAN,
        "tabel.t_capaian",
        "narasi:tabel.t_capaian",
    )
    assert KALIMAT in t.pesan
    assert t.nilai == (("kalimat, juga pada tabel.t_capaian", KALIMAT),)


def test_a_sentence_of_another_section_is_found_where_it_stands_again(bersih):
    (t,) = periksa(tambahi(tambahi(bersih, "tabel.t_capaian", KALIMAT), "bab4.langkah", KALIMAT))
    assert t.lokasi.kunci == "bab4.langkah"
    assert "Penjelasan capaian indikator, paragraf 3" in t.pesan
    assert "Bab IV, langkah perbaikan, paragraf 7" in t.pesan


def test_repeated_sentences_of_one_section_are_one_finding(bersih):
    dua = "Rapat triwulanan dipakai untuk memeriksa rencana aksi seluruh seksi."
    (t,) = periksa(tulis(bersih, "tabel.t_capaian", f"{KALIMAT} {dua}\n\n{KALIMAT} {dua}"))
    assert "2 kalimat" in t.pesan


def test_the_same_words_about_other_figures_are_not_the_same_sentence(bersih):
    teks = "Capaian indikator yang dijanjikan kepada Bupati ialah [[capaian:{}]]."
    assert list(periksa(tulis(bersih, "tabel.t_capaian", teks.format("skm")))) == []
    beda = f"{teks.format('skm')} {teks.format('pbb')}"
    assert list(periksa(tulis(bersih, "tabel.t_capaian", beda))) == []
    sama = f"{teks.format('skm')} {teks.format('skm')}"
    assert len(list(periksa(tulis(bersih, "tabel.t_capaian", sama)))) == 1


def test_a_short_sentence_may_be_said_twice(bersih):
    assert (
        list(
            periksa(
                tulis(bersih, "bab4.langkah", "Rinciannya sebagai berikut.\n\nRinciannya sebagai berikut.")
            )
        )
        == []
    )


def test_one_solution_for_two_indicators_is_found_in_the_table(bersih):
    semua = bersih.konteks.bab3.analisis
    baru = replace(semua[1], solusi=semua[0].solusi)
    (t,) = periksa(ganti_bab3(bersih, analisis=(semua[0], baru, *semua[2:])))
    assert t.lokasi.kunci == "t_analisis"
    assert "baris 2, solusi" in t.pesan
    assert t.tautan == f"analisis:{next(i.kode for i in bersih.indikator if i.nama == baru.indikator)}"


def test_the_same_sentence_repeated_from_another_section_is_another_finding(bersih):
    kunci = set()
    for asal in ("tabel.t_capaian", "tabel.t_banding"):
        (t,) = periksa(tambahi(tambahi(bersih, asal, KALIMAT), "bab4.langkah", KALIMAT))
        kunci.add(t.kunci)
    assert len(kunci) == 2
