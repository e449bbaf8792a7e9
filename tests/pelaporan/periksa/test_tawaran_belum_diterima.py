"""What the system offered is nobody's text until it is accepted or edited."""

from dataclasses import replace

import pytest

from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.tawaran_belum_diterima import ASAL, periksa
from pelaporan.pilihan import AsalTawaran

pytestmark = pytest.mark.django_db


def test_a_report_in_its_writers_words_is_not_found(bersih):
    assert list(periksa(bersih)) == []


@pytest.mark.parametrize(("asal", "kata"), [("draf", "dari angka"), ("tahun_lalu", "tahun lalu")])
def test_an_offered_text_blocks_at_its_section(bersih, asal, kata):
    (t,) = periksa(replace(bersih, tawaran={"tabel.t_banding": asal}))
    assert (t.tingkat, t.lokasi.kunci) == (Tingkat.GALAT, "tabel.t_banding")
    assert t.tautan == "narasi:tabel.t_banding"
    assert kata in t.pesan


def test_every_section_is_its_own_finding(bersih):
    temuan = list(periksa(replace(bersih, tawaran={"bab4.langkah": "draf", "bab1.isu": "tahun_lalu"})))
    assert [t.lokasi.kunci for t in temuan] == ["bab1.isu", "bab4.langkah"]


def test_every_kind_of_offer_has_its_words():
    assert set(ASAL) == set(AsalTawaran.values)
