"""A promise that the Renstra does not know needs a reason."""

import pytest

from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.pk_di_luar_renstra import periksa
from tests.pelaporan.periksa.bersih import ubah_indikator
from tests.pelaporan.periksa.tanam import ganti_bab2

pytestmark = pytest.mark.django_db


def test_a_clean_report_is_not_found(bersih):
    assert list(periksa(bersih)) == []


def _tanpa_renstra(bahan, kode):
    nama = bahan.indikator_kode(kode).nama
    renstra = tuple(b for b in bahan.konteks.bab2.renstra if b.indikator != nama)
    bahan = ubah_indikator(bahan, kode, target_renstra=None, renstra_setahun=None, target_akhir=None)
    return ganti_bab2(bahan, renstra=renstra)


def test_a_promise_without_a_target_in_the_renstra_is_a_warning(bersih):
    (t,) = periksa(_tanpa_renstra(bersih, "skm"))
    assert (t.tingkat, t.lokasi.objek, t.tautan) == (Tingkat.PERINGATAN, "skm", "target_renstra:skm")
    assert t.lokasi.teks.startswith("Tabel 2.5, baris ")
    assert t.nilai == (("Indeks Kepuasan Masyarakat (IKM)", "86,50"),)


def test_a_reason_written_when_the_pk_was_set_makes_it_an_info(bersih):
    alasan = (("luar_renstra", "Perintah Bupati."),)
    (t,) = periksa(ubah_indikator(_tanpa_renstra(bersih, "skm"), "skm", alasan_pk=alasan))
    assert t.tingkat is Tingkat.INFO
    assert "Perintah Bupati." in t.pesan


def test_an_empty_renstra_is_another_finding(bersih):
    assert list(periksa(ganti_bab2(_tanpa_renstra(bersih, "skm"), renstra=()))) == []
