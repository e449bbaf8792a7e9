"""A capaian below 50% is asked about, once a table."""

import pytest

from pelaporan.periksa.capaian_rendah import periksa
from pelaporan.periksa.dasar import Tingkat
from tests.pelaporan.periksa.bersih import ubah_capaian
from tests.pelaporan.periksa.tanam import angka, persen

pytestmark = pytest.mark.django_db


def test_a_sound_year_is_not_found(bersih):
    assert list(periksa(bersih)) == []


def test_a_low_capaian_is_found_with_its_values(bersih):
    (t,) = periksa(ubah_capaian(bersih, "desa-mandiri", realisasi=angka(2, 0), capaian=persen(40)))
    assert (t.tingkat, t.tautan) == (Tingkat.PERINGATAN, "realisasi:desa-mandiri")
    assert "40,00% (target 5, realisasi 2)" in t.pesan


def test_a_negative_capaian_of_what_should_be_low_is_found(bersih):
    (t,) = periksa(ubah_capaian(bersih, "gangguan", realisasi=angka(60, 0), capaian=persen(-50)))
    ((nama, isi),) = t.nilai
    assert nama == "Jumlah Gangguan Ketenteraman dan Ketertiban Umum"
    assert isi.startswith("-50,00% (target ")


def test_half_of_the_target_is_not_found(bersih):
    assert list(periksa(ubah_capaian(bersih, "desa-mandiri", capaian=persen(50)))) == []


def test_the_same_capaian_of_other_values_is_another_finding(bersih):
    (satu,) = periksa(ubah_capaian(bersih, "skm", target=angka(80), realisasi=angka(20), capaian=persen(25)))
    (dua,) = periksa(ubah_capaian(bersih, "skm", target=angka(40), realisasi=angka(10), capaian=persen(25)))
    assert satu.kunci != dua.kunci
