"""A sasaran that nothing measures blocks."""

from dataclasses import replace

import pytest

from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.sasaran_tanpa_indikator import periksa
from tests.pelaporan.periksa.tanam import ganti_bab2, ubah_ke

pytestmark = pytest.mark.django_db


def test_a_clean_report_is_not_found(bersih):
    assert list(periksa(bersih)) == []


def test_a_sasaran_without_indicators_is_found_at_its_row(bersih):
    nama = bersih.konteks.bab2.renstra[1].sasaran
    sasaran = tuple(replace(s, indikator=0) if s.uraian == nama else s for s in bersih.sasaran)
    baris = ubah_ke(bersih.konteks.bab2.renstra, 1, indikator="", target=())
    (t,) = periksa(ganti_bab2(replace(bersih, sasaran=sasaran), renstra=baris))
    assert (t.tingkat, t.lokasi.teks, t.lokasi.objek) == (Tingkat.GALAT, "Tabel 2.2, baris 2", nama)
    assert "belum mempunyai indikator." in t.pesan


def test_indicators_without_a_target_are_told_apart(bersih):
    baris = ubah_ke(bersih.konteks.bab2.renstra, 1, indikator="", target=())
    (t,) = periksa(ganti_bab2(bersih, renstra=baris))
    assert "belum mempunyai indikator yang bertarget dalam Renstra" in t.pesan


def test_a_tujuan_with_nothing_below_is_found(bersih):
    baris = ubah_ke(bersih.konteks.bab2.renstra, 0, indikator="", sasaran="", target=())
    (t,) = periksa(ganti_bab2(bersih, renstra=baris))
    assert "belum mempunyai sasaran maupun indikator" in t.pesan
