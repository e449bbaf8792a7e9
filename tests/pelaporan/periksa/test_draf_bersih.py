"""What is offered is sound: a report whose sections are all drafts has no finding in them."""

from dataclasses import replace

import pytest

from pelaporan.draf import BAGIAN_BERDRAF, susun_draf
from pelaporan.periksa.jalankan import jalankan
from pelaporan.periksa.naskah import iter_paragraf, sidik_paragraf
from tests.pelaporan.periksa.bersih import tambahi, tulis

pytestmark = pytest.mark.django_db


def dengan_draf(bahan):
    """The report with every draft taken as it is offered."""
    hasil = bahan
    for bagian in BAGIAN_BERDRAF:
        hasil = tulis(hasil, bagian, susun_draf(bahan.konteks, bagian))
    return hasil


def baru(bahan, sesudah):
    ada = {t.kunci for t in jalankan(bahan).temuan}
    return [(t.kode, t.lokasi.teks, t.pesan) for t in jalankan(sesudah).temuan if t.kunci not in ada]


def test_no_check_finds_anything_in_a_draft(bersih):
    assert baru(bersih, dengan_draf(bersih)) == []


def test_offices_and_years_with_the_same_results_are_offered_the_same_words(bersih):
    """That is no copy: but one sentence of a person's in the paragraph, and it is."""
    bahan = dengan_draf(bersih)
    sama = frozenset(sidik_paragraf(p.mentah) for p in iter_paragraf(bahan.konteks)) - {""}
    draf = {sidik_paragraf(p) for b in BAGIAN_BERDRAF for p in susun_draf(bersih.konteks, b).split("\n\n")}
    assert baru(bersih, replace(bahan, sidik_lain=sama & draf)) == []
    sendiri = "Petugas loket ditambah sejak awal semester sehingga antrean pagi tidak lagi mengular."
    bahan = tambahi(bahan, "tabel.t_capaian", sendiri)
    [(kode, _, _)] = baru(bersih, replace(bahan, sidik_lain=frozenset({sidik_paragraf(sendiri)})))
    assert kode == "sama_kantor_lain_teks"
