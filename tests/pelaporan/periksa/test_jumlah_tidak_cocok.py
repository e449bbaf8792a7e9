"""A guard: totals that the program computed twice must agree."""

from dataclasses import replace

import pytest

from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.jumlah_tidak_cocok import periksa
from tests.pelaporan.periksa.bersih import KOSONG, ubah_baris
from tests.pelaporan.periksa.tanam import ganti, ganti_bab2, ganti_bab3, rupiah, ubah_ke

pytestmark = pytest.mark.django_db


def _jumlah(bahan, **isi):
    return ganti_bab3(bahan, jumlah_anggaran=replace(bahan.konteks.bab3.jumlah_anggaran, **isi))


def test_the_tables_of_a_sound_report_agree(bersih):
    assert list(periksa(bersih)) == []


def test_a_total_of_spending_that_is_not_the_sum_is_found_with_both_values(bersih):
    (t,) = periksa(_jumlah(bersih, realisasi=rupiah(4_289_354_977)))
    assert (t.tingkat, t.lokasi.teks) == (Tingkat.GALAT, "Tabel 3.8, JUMLAH")
    assert [n for _, n in t.nilai] == ["Rp4.289.354.976", "Rp4.289.354.977"]


def test_a_blank_programme_has_no_sum_to_compare(bersih):
    anggaran = ubah_baris(bersih.konteks.bab3.anggaran, "7.01.05", realisasi=KOSONG)
    assert list(periksa(ganti_bab3(bersih, anggaran=anggaran))) == []


def test_a_ceiling_that_differs_between_table_2_6_and_3_8_is_found_at_its_row(bersih):
    pagu = tuple(
        replace(b, sesudah=rupiah(111_000_000)) if b.kode == "7.01.05" else b
        for b in bersih.konteks.bab2.pagu
    )
    (t,) = periksa(ganti_bab2(bersih, pagu=pagu))
    assert t.lokasi.objek == "7.01.05"
    assert t.nilai[0] == ("pagu Tabel 2.6", "Rp111.000.000")
    assert t.nilai[1][1] == "Rp110.000.000"


def test_a_pk_whose_lines_do_not_make_its_total_is_found(bersih):
    naskah = bersih.konteks.naskah_pk
    baris = ubah_ke(naskah.program, 0, anggaran=rupiah(1))
    (t,) = periksa(ganti(bersih, naskah_pk=replace(naskah, program=baris)))
    assert (t.lokasi.kunci, t.nilai[1]) == ("lampiran.pk", ("JUMLAH", "Rp4.399.000.000"))


def test_a_pk_total_that_is_not_that_of_its_dpa_is_found(bersih):
    jumlah = replace(bersih.konteks.bab2.jumlah_pagu, sebelum=rupiah(4_300_000_000))
    awal = replace(ganti_bab2(bersih, jumlah_pagu=jumlah), pk=ubah_ke(bersih.pk, 1, dpa=0))
    (t,) = periksa(awal)
    assert t.nilai == (("pagu DPA", "Rp4.300.000.000"), ("anggaran PK", "Rp4.399.000.000"))
