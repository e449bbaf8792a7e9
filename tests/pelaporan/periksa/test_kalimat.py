"""No sound sentence is stopped, and every planted defect is found where it stands."""

import pytest

from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.jalankan import jalankan
from tests.pelaporan.periksa.bersih import tambahi
from tests.pelaporan.periksa.kalimat import BAGIAN, CACAT, SEHAT

pytestmark = pytest.mark.django_db


SEKALI = 12  # sound sentences written into one report: a run of all checks is the cost


@pytest.fixture(scope="session")
def lama(bersih):
    """What the gate says of the clean report."""
    return frozenset(t.kunci for t in jalankan(bersih).temuan)


def baru(bahan, lama, bagian, teks):
    """What the gate says of more paragraphs, and did not say without them."""
    return [t for t in jalankan(tambahi(bahan, bagian, teks)).temuan if t.kunci not in lama]


@pytest.mark.parametrize("awal", range(0, len(SEHAT), SEKALI))
def test_sound_sentences_give_neither_galat_nor_peringatan(bersih, lama, awal):
    teks = "\n\n".join(SEHAT[awal : awal + SEKALI])
    temuan = [t for t in baru(bersih, lama, BAGIAN, teks) if t.tingkat is not Tingkat.INFO]
    assert [(t.kode, t.tingkat.value, t.lokasi.teks, t.pesan) for t in temuan] == []


@pytest.mark.parametrize("cacat", CACAT, ids=lambda c: f"{c.kode}: {c.teks[:60]}")
def test_a_planted_defect_is_found_in_its_section(bersih, lama, cacat):
    temuan = baru(bersih, lama, cacat.bagian, cacat.teks)
    milik = [(t.kode, t.tingkat.value) for t in temuan if t.lokasi.kunci == cacat.bagian]
    assert (cacat.kode, cacat.tingkat) in milik, [(t.kode, t.tingkat.value, t.pesan) for t in temuan]


def test_the_set_is_large_enough():
    """The counts of docs/kinerja.md."""
    assert len(set(SEHAT)) == len(SEHAT) >= 40
    assert len({c.teks for c in CACAT}) == len(CACAT) >= 60
