"""Something bad that counts as better the more there is needs a reason."""

import pytest

from pelaporan.periksa.arah_mencurigakan import is_buruk, periksa
from pelaporan.periksa.dasar import Tingkat
from tests.pelaporan.periksa.bersih import ubah_indikator

pytestmark = pytest.mark.django_db


def test_a_clean_report_is_not_found(bersih):
    assert list(periksa(bersih)) == []


def test_the_indicator_is_found_in_table_3_2(bersih):
    (t,) = periksa(ubah_indikator(bersih, "gangguan", arah="makin_tinggi"))
    assert (t.tingkat, t.lokasi.objek, t.tautan) == (Tingkat.PERINGATAN, "gangguan", "definisi:gangguan")
    assert t.lokasi.teks.startswith("Tabel 3.2, baris ")
    assert t.nilai == (("Jumlah Gangguan Ketenteraman dan Ketertiban Umum", "makin tinggi makin baik"),)


def test_a_time_that_is_waited_is_found(bersih):
    assert len(list(periksa(ubah_indikator(bersih, "hari-layanan", arah="makin_tinggi")))) == 1


def test_programmes_are_another_table(bersih):
    (t,) = periksa(ubah_indikator(bersih, "prog-desa", nama="Jumlah Sengketa Batas Desa"))
    assert t.lokasi.teks == "Tabel 2.6, 7.01.06"


@pytest.mark.parametrize(
    "nama",
    [
        "Persentase gangguan keamanan, ketentraman",
        "Tingkat pengangguran terbuka",
        "Jumlah keluhan pelayanan",
        "Jumlah kasus konflik sosial di pemerintahan desa",
        "Waktu tunggu pelayanan",
        "Angka kemiskinan",
    ],
)
def test_bad_things_are_recognised(nama):
    assert is_buruk(nama)


@pytest.mark.parametrize(
    "nama",
    [
        "Persentase penurunan pelanggaran terhadap Perda",
        "Persentase pengaduan yang diselesaikan",
        "Persentase gangguan yang ditangani",
        "Persentase pelanggaran yang ditertibkan",
        "Persentase temuan yang ditindaklanjuti",
        "Jumlah laporan kejadian bencana",
        "Penyelesaian kasus pertanahan",
        "Pencegahan konflik sosial",
        "Persentase pelayanan sesuai waktu penyelesaian",
        "Persentase penyelesaian KAMTIBMAS",
        "Jumlah desa bebas stunting",
        "Indeks Kepuasan Masyarakat",
    ],
)
def test_what_is_done_about_them_is_not(nama):
    assert not is_buruk(nama)
