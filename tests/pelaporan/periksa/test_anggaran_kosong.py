"""A blank ceiling or a blank quarter of spending blocks, where it is recorded."""

from dataclasses import replace

import pytest

from pelaporan.periksa.anggaran_kosong import periksa
from pelaporan.periksa.dasar import Tingkat
from tests.pelaporan.periksa.bersih import KOSONG, ubah_program
from tests.pelaporan.periksa.tanam import dicatat, ganti_bab2, ganti_bab3

pytestmark = pytest.mark.django_db
KODE = "7.01.05.2.01.0008"
SEBAGIAN = (("Triwulan I", True), ("Triwulan II", False), ("Triwulan III", True), ("Triwulan IV", False))


def test_a_filled_year_is_not_found(bersih):
    assert list(periksa(bersih)) == []


def test_a_blank_ceiling_is_found_at_its_row_of_table_3_8(bersih):
    (t,) = periksa(ubah_program(bersih, KODE, pagu=KOSONG))
    assert (t.tingkat, t.tautan, t.sebab) == (Tingkat.GALAT, f"pagu:{KODE}", f"pagu:{KODE}")
    baris = 1 + [b.kode for b in bersih.konteks.bab3.anggaran].index(KODE)
    assert (t.lokasi.kunci, t.lokasi.teks) == ("t_anggaran", f"Tabel 3.8, baris {baris}")
    assert "Pelaksanaan Tugas Forum Koordinasi Pimpinan di Kecamatan" in t.pesan
    assert t.nilai == (("pagu", "belum diisi"),)


def test_blank_quarters_are_named(bersih):
    (t,) = periksa(ubah_program(bersih, KODE, realisasi=KOSONG, triwulan=SEBAGIAN))
    assert (t.tautan, t.sebab) == (f"anggaran:{KODE}", f"anggaran:{KODE}")
    assert "Triwulan II dan IV belum diisi" in t.pesan


def test_a_sum_above_the_recorded_level_is_not_found_again(bersih):
    induk = next(p for p in bersih.program if p.kode == "7.01.05")
    assert not induk.is_dicatat
    assert list(periksa(ubah_program(bersih, "7.01.05", realisasi=KOSONG, pagu=KOSONG))) == []


def test_spending_that_nobody_filled_is_one_finding(bersih):
    kosong = tuple(replace(p, realisasi=KOSONG, triwulan=SEBAGIAN) for p in bersih.program)
    (t,) = periksa(replace(bersih, program=kosong))
    assert t.sebab == "anggaran"
    assert f"Triwulan II dan IV belum diisi untuk seluruh {len(dicatat(bersih))} rincian" in t.pesan


def test_ceilings_that_nobody_filled_are_one_finding(bersih):
    kosong = tuple(replace(p, pagu=KOSONG) for p in bersih.program)
    (t,) = periksa(replace(bersih, program=kosong))
    assert (t.sebab, t.tautan) == ("pagu", "dpa")


def test_without_a_dpa_the_missing_dpa_is_the_cause(bersih):
    kosong = tuple(replace(p, pagu=KOSONG) for p in bersih.program)
    assert list(periksa(ganti_bab2(replace(bersih, program=kosong), revisi_dpa=()))) == []


def test_a_year_without_programmes_is_found(bersih):
    (t,) = periksa(ganti_bab3(replace(bersih, program=()), anggaran=()))
    assert (t.tingkat, t.tautan, t.sebab) == (Tingkat.GALAT, "dpa", "anggaran")


def test_a_node_that_the_dpa_in_force_dropped_needs_no_ceiling(bersih):
    pagu = tuple(
        replace(b, perubahan="dihapus", sesudah=KOSONG) if b.kode == KODE else b
        for b in bersih.konteks.bab2.pagu
    )
    hapus = ganti_bab2(ubah_program(bersih, KODE, pagu=KOSONG, realisasi=KOSONG, triwulan=()), pagu=pagu)
    assert list(periksa(hapus)) == []


def test_an_old_version_without_facts_is_silent(bersih):
    assert list(periksa(replace(bersih, program=()))) == []
