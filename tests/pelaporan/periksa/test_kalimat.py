"""No sound sentence is stopped, and every planted defect is found where it stands."""

import pytest

from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.jalankan import jalankan
from tests.pelaporan.periksa.bersih import tambahi
from tests.pelaporan.periksa.kalimat import BAGIAN, CACAT, SEHAT

pytestmark = pytest.mark.django_db


def baru(bahan, bagian, teks):
    """What the gate says of a paragraph more, and did not say without it."""
    lama = {t.kunci for t in jalankan(bahan).temuan}
    return [t for t in jalankan(tambahi(bahan, bagian, teks)).temuan if t.kunci not in lama]


@pytest.mark.parametrize("teks", SEHAT)
def test_a_sound_sentence_gives_neither_galat_nor_peringatan(bersih, teks):
    temuan = [t for t in baru(bersih, BAGIAN, teks) if t.tingkat is not Tingkat.INFO]
    assert [(t.kode, t.tingkat.value, t.pesan) for t in temuan] == []


@pytest.mark.parametrize("cacat", CACAT, ids=lambda c: f"{c.kode}: {c.teks[:60]}")
def test_a_planted_defect_is_found_in_its_section(bersih, cacat):
    temuan = baru(bersih, cacat.bagian, cacat.teks)
    milik = [(t.kode, t.tingkat.value) for t in temuan if t.lokasi.kunci == cacat.bagian]
    assert (cacat.kode, cacat.tingkat) in milik, [(t.kode, t.tingkat.value, t.pesan) for t in temuan]


def test_the_set_is_large_enough():
    """The counts of docs/kinerja.md."""
    assert len(set(SEHAT)) == len(SEHAT) >= 40
    assert len({c.teks for c in CACAT}) == len(CACAT) >= 60
