"""The office's money is not called the government's."""

import pytest

from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.entitas_salah import periksa
from tests.pelaporan.periksa.bersih import tambahi

pytestmark = pytest.mark.django_db

BAGIAN = "bab4.kesimpulan"


def temukan(bahan, teks):
    return list(periksa(tambahi(bahan, BAGIAN, teks)))


def test_a_clean_report_is_not_found(bersih):
    assert list(periksa(bersih)) == []


@pytest.mark.parametrize(
    "teks",
    [
        "Anggaran program pada Pemerintah Daerah Kabupaten Contoh berjumlah Rp **4.399.000.000**.",
        "Belanja pada Pemerintah Kabupaten Contoh terealisasi [[realisasi_anggaran]].",
        "Anggaran pada Pemerintah [[pemda]] sebesar [[pagu]].",
    ],
)
def test_the_offices_sum_said_to_be_the_governments_blocks(bersih, teks):
    (t,) = temukan(bersih, teks)
    assert (t.tingkat, t.lokasi.kunci, t.tautan) == (Tingkat.GALAT, BAGIAN, f"narasi:{BAGIAN}")
    assert t.nilai[0][1].startswith("Pemerintah")
    assert t.nilai[1] == ("seharusnya", "Kecamatan Contoh")


@pytest.mark.parametrize(
    "teks",
    [
        "Anggaran kecamatan bersumber dari APBD Pemerintah Kabupaten Contoh sebesar [[pagu]].",
        "Anggaran [[perangkat_daerah]] pada Pemerintah Kabupaten Contoh sebesar [[pagu]].",
        "Anggaran pada Pemerintah Kabupaten Contoh berjumlah Rp2,1 triliun [[kutipan:APBD 2024]].",
        "Akuntabilitas pada Pemerintah Kabupaten Contoh terus diperkuat.",
    ],
)
def test_the_source_of_money_and_other_sums_are_right(bersih, teks):
    assert temukan(bersih, teks) == []


def test_a_finding_keeps_its_key_where_a_paragraph_is_written_above(bersih):
    teks = "Anggaran pada Pemerintah Kabupaten Contoh sebesar [[pagu]]."
    (asli,), (turun,) = temukan(bersih, teks), temukan(bersih, f"Alinea baru.\n\n{teks}")
    assert asli.kunci == turun.kunci
    assert asli.lokasi.teks != turun.lokasi.teks
