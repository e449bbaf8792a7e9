"""Much performance for little money, and much money for little performance."""

from dataclasses import replace

import pytest

from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.kinerja_serapan_timpang import periksa
from tests.pelaporan.periksa.bersih import ubah_baris
from tests.pelaporan.periksa.tanam import ganti_bab3, persen, ubah_ke

pytestmark = pytest.mark.django_db


def _program(bahan, capaian, serapan):
    bab3 = bahan.konteks.bab3
    return ganti_bab3(
        bahan,
        per_program=ubah_ke(bab3.per_program, 4, capaian=persen(capaian)),
        anggaran=ubah_baris(bab3.anggaran, "7.01.05", serapan=persen(serapan)),
    )


def test_a_sound_year_is_not_found(bersih):
    assert list(periksa(bersih)) == []


@pytest.mark.parametrize(
    ("capaian", "serapan", "ada"),
    [
        ("100", "49.99", True),
        ("100", "50", False),
        ("99.99", "49.99", False),
        ("49.99", "95", True),
        ("50", "95", False),
        ("49.99", "94.99", False),
        ("126950500", "40", False),  # a wrong value is found as such
    ],
)
def test_a_programme_is_found_at_its_code(bersih, capaian, serapan, ada):
    hasil = list(periksa(_program(bersih, capaian, serapan)))
    assert [(t.tingkat, t.lokasi.teks, t.tautan) for t in hasil] == (
        [(Tingkat.PERINGATAN, "Tabel 3.10, 7.01.05", "anggaran:7.01.05")] if ada else []
    )


def test_both_values_are_told(bersih):
    (t,) = periksa(_program(bersih, "104", "40"))
    assert t.nilai == (
        ("Program Penyelenggaraan Urusan Pemerintahan Umum", "capaian 104,00%, serapan 40,00%"),
    )
    assert "(capaian 104,00%, serapan 40,00%)" in t.pesan


def test_a_sasaran_is_found_in_table_3_9(bersih):
    bab3 = bersih.konteks.bab3
    nama = bab3.per_sasaran[0].nama
    baris = tuple(replace(b, serapan=persen(30)) if b.node == nama else b for b in bab3.efisiensi_sasaran)
    (t,) = periksa(ganti_bab3(bersih, efisiensi_sasaran=baris))
    assert (t.lokasi.kunci, t.lokasi.objek, t.tautan) == ("t_efisiensi_sasaran", nama, "peta")


def test_a_mean_that_is_still_provisional_is_not_judged(bersih):
    cacat = _program(bersih, "104", "40")
    bab3 = cacat.konteks.bab3
    assert list(periksa(ganti_bab3(cacat, per_program=ubah_ke(bab3.per_program, 4, jumlah=2)))) == []
