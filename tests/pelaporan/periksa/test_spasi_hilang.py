"""Blanks that are missing or too many are told once per section."""

import pytest

from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.spasi_hilang import periksa
from tests.pelaporan.periksa.bersih import tulis

pytestmark = pytest.mark.django_db


def test_a_well_spaced_report_is_not_found(bersih):
    assert list(periksa(bersih)) == []


@pytest.mark.parametrize(
    "teks",
    [
        "Capaian kinerja 99.30 %Perbandingan realisasi menurun.",
        "Pelayanan selesai.Perbandingan menyusul.",
        "Urusan umum,kearsipan dan kepegawaian.",
        "Survei Kepuasan Masyarakat(SKM) dilakukan.",
        "Survei (SKM)dilakukan.",
        "Pelayanan  diperbaiki.",
        "Rinciannya sebagai berikut :",
        "Pelayanan , loket, dan antrean.",
        "Capaiannya[[capaian:skm]] setahun.",
        "Capaiannya [[capaian:skm]]setahun.",
    ],
)
def test_a_wrong_blank_is_told(bersih, teks):
    (t,) = periksa(tulis(bersih, "bab3.capaian", teks))
    assert (t.tingkat, t.lokasi.kunci, t.tautan) == (Tingkat.INFO, "bab3.capaian", "narasi:bab3.capaian")


@pytest.mark.parametrize(
    "teks",
    [
        "Laman kantor ialah www.contoh.go.id dan surelnya kantor@contoh.go.id.",
        "Penerimaan Rp[[realisasi:pbb]] dari target Rp[[target:pbb]].",
        "Drs. H. Ahmad, M.Si. memimpin rapat s.d. pukul 12.30.",
        "Serapan ([[serapan]]) dan capaian [[rerata]], masing-masing.",
        ".....",
    ],
)
def test_addresses_amounts_and_titles_are_sound(bersih, teks):
    assert list(periksa(tulis(bersih, "bab3.capaian", teks))) == []
