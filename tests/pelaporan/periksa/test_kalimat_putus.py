"""A text that breaks off is told once per section."""

import pytest

from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.kalimat_putus import periksa
from tests.pelaporan.periksa.bersih import tulis
from tests.pelaporan.periksa.tanam import ganti_bab1

pytestmark = pytest.mark.django_db


def test_a_finished_text_is_not_found(bersih):
    assert list(periksa(bersih)) == []


@pytest.mark.parametrize(
    "teks",
    [
        "Masih lemahnya koordinasi antar",
        "Pelayanan diperbaiki dengan",
        "Pelayanan diperbaiki karena.",
        "Pelayanan diperbaiki, dijadwalkan,",
        "Pelayanan kecamatan diperbaiki setelah jadwal petugas loket mengikuti jumlah antrean warga desa",
        "- Pelayanan yang\n- Pembinaan desa",
    ],
)
def test_a_text_without_its_end_is_told(bersih, teks):
    (t,) = periksa(tulis(bersih, "bab1.isu", teks))
    assert (t.tingkat, t.lokasi.kunci, t.tautan) == (Tingkat.INFO, "bab1.isu", "narasi:bab1.isu")


@pytest.mark.parametrize(
    "teks",
    [
        "**Mutu pelayanan administrasi kecamatan bagi seluruh warga desa di wilayah kerja**",
        "Mutu pelayanan",
        "Tujuannya:\n\n- mutu pelayanan;\n- pembinaan desa; dan\n- ketertiban umum.",
        "Kegiatan itu disebut “jemput bola”.",
        "Rapat dihadiri pemerintah desa (seluruh kepala desa dan perangkatnya yang membidangi pelayanan).",
    ],
)
def test_headings_lists_and_quotations_are_sound(bersih, teks):
    assert list(periksa(tulis(bersih, "bab1.isu", teks))) == []


def test_an_issue_that_breaks_off_is_told_at_its_number(bersih):
    isu = (*bersih.konteks.bab1.isu_tahun, "Masih lemahnya koordinasi antar")
    (t,) = periksa(ganti_bab1(bersih, isu_tahun=isu))
    assert t.lokasi.teks == f"Isu strategis tahun ini, butir {len(isu)}"
    assert t.tautan == "isu"


def test_dotted_lines_are_the_business_of_another_check(bersih):
    assert list(periksa(tulis(bersih, "bab1.isu", "....."))) == []
