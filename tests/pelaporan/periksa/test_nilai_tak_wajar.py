"""Rupiah in a column of percent, and other values far out of their scale."""

import pytest

from pelaporan.periksa.capaian_rendah import periksa as rendah
from pelaporan.periksa.capaian_tinggi import periksa as tinggi
from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.nilai_tak_wajar import PEMERIKSAAN, periksa
from tests.pelaporan.periksa.bersih import KOSONG, ubah_capaian, ubah_indikator
from tests.pelaporan.periksa.tanam import angka, persen

pytestmark = pytest.mark.django_db


def test_a_sound_year_is_not_found(bersih):
    assert list(periksa(bersih)) == []


def test_rupiah_in_an_index_is_found_with_both_values_and_nothing_else_says_it(bersih):
    cacat = ubah_capaian(bersih, "skm", realisasi=angka(14_671_200), capaian=persen(16_960_924))
    (t,) = periksa(cacat)
    assert (t.tingkat, t.lokasi.teks, t.tautan) == (Tingkat.GALAT, "Tabel 3.2, baris 1", "realisasi:skm")
    assert t.nilai == (("target", "86,50"), ("realisasi", "14.671.200,00"))
    assert "Mungkin satuannya keliru, misalnya rupiah dalam kolom persen" in t.pesan
    assert PEMERIKSAAN.boleh_dikecualikan
    assert [*tinggi(cacat), *rendah(cacat)] == []


def test_rupiah_in_percent_is_found_without_a_target_too(bersih):
    cacat = ubah_capaian(bersih, "dokumen-desa", realisasi=angka(12_600_000), target=KOSONG, capaian=KOSONG)
    assert [t.lokasi.objek for t in periksa(cacat)] == ["dokumen-desa"]


@pytest.mark.parametrize(
    ("kode", "nilai", "capaian", "ada"),
    [
        ("desa-mandiri", "51", "1020", True),  # more than ten times 5
        ("desa-mandiri", "50", "1000", False),
        ("pbb", "1250000", "0.1", False),  # a thousandth of 1.250.000.000
        ("pbb", "1249999", "0.09", True),  # filled in thousands
        ("pbb", "0", "0", False),  # a zero is a low capaian
        ("gangguan", "0", "200", False),  # the best there is
        ("gangguan", "241", "-804", True),
        ("gangguan", "2", "1200", False),  # a twelfth of 24 by the ratio formula
        ("beban-loket", "101", "-910", True),  # 8 to 10
        ("beban-loket", "12", "80", False),
    ],
)
def test_more_than_ten_times_or_less_than_a_thousandth_is_implausible(bersih, kode, nilai, capaian, ada):
    cacat = ubah_capaian(bersih, kode, realisasi=angka(nilai), capaian=persen(capaian))
    assert [t.lokasi.objek for t in periksa(cacat)] == ([kode] if ada else [])


def test_a_programme_indicator_is_found_at_its_programme(bersih):
    cacat = ubah_indikator(bersih, "prog-forkopimcam", realisasi=angka(126_950_500))
    (t,) = periksa(cacat)
    assert (t.lokasi.teks, t.tautan) == ("Tabel 3.10, 7.01.05", "realisasi:prog-forkopimcam")


def test_the_rank_of_a_grade_is_no_value(bersih):
    assert list(periksa(ubah_capaian(bersih, "sakip", realisasi=angka(60), capaian=persen(1200)))) == []
