"""A reported indicator whose definition has blanks blocks, once."""

import pytest

from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.definisi_tidak_lengkap import periksa
from tests.pelaporan.periksa.bersih import ubah_indikator

pytestmark = pytest.mark.django_db


def test_a_clean_report_is_not_found(bersih):
    assert list(periksa(bersih)) == []


def test_what_is_missing_is_named_in_one_finding_at_its_row(bersih):
    (t,) = periksa(ubah_indikator(bersih, "skm", formulasi="", satuan="", penanggung_jawab=""))
    baris = 1 + [b.indikator for b in bersih.konteks.bab2.iku].index("Indeks Kepuasan Masyarakat (IKM)")
    assert (t.tingkat, t.lokasi.teks) == (Tingkat.GALAT, f"Tabel 2.3, baris {baris}")
    assert (t.tautan, t.sebab) == ("definisi:skm", "definisi:skm")
    assert t.pesan.startswith("Formulasi, satuan, dan penanggung jawab Indeks Kepuasan")


def test_a_promise_that_is_no_iku_is_found_in_table_3_2(bersih):
    (t,) = periksa(ubah_indikator(bersih, "data-kesos", sumber_data=""))
    assert t.lokasi.kunci == "t_capaian"


def test_what_is_not_reported_is_not_asked(bersih):
    bahan = ubah_indikator(bersih, "data-kesos", sumber_data="", is_pk=False, is_dilaporkan=False)
    assert list(periksa(bahan)) == []
