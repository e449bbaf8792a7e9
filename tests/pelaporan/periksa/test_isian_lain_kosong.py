"""A blank that no other check names is found; one that is named is not."""

import re
from dataclasses import replace

import pytest

from pelaporan.konteks import iter_angka
from pelaporan.periksa.daftar import DAFTAR
from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.isian_lain_kosong import ISIAN, TABEL, periksa
from tests.pelaporan.periksa.bersih import KOSONG, ubah_capaian
from tests.pelaporan.periksa.tanam import ganti_bab2, ganti_bab3, ubah_ke

pytestmark = pytest.mark.django_db


def test_a_clean_report_is_not_found(bersih):
    assert list(periksa(bersih)) == []


def test_a_blank_that_nobody_names_is_found_at_its_table(bersih):
    baris = ubah_ke(bersih.konteks.bab3.menunjang, 1, capaian=KOSONG)
    (t,) = periksa(ganti_bab3(bersih, menunjang=baris))
    assert (t.tingkat, t.lokasi.teks, t.tautan) == (Tingkat.GALAT, "Tabel 3.7, baris 2", "laporan")
    assert "Tabel 3.7, baris 2 (belum diisi)" in t.pesan


def test_several_are_one_finding(bersih):
    bahan = ganti_bab3(bersih, menunjang=ubah_ke(bersih.konteks.bab3.menunjang, 1, capaian=KOSONG))
    pk = ubah_ke(bersih.konteks.bab2.pk, 0, sebelum=KOSONG)
    (t,) = periksa(ganti_bab2(bahan, pk=pk))
    assert "2 tempat" in t.pesan


def test_a_blank_whose_check_speaks_is_not_found_again(bersih):
    assert list(periksa(ubah_capaian(bersih, "skm", realisasi=KOSONG, capaian=KOSONG))) == []


def test_a_check_of_another_blank_does_not_cover_it(bersih):
    bahan = ubah_capaian(bersih, "skm", realisasi=KOSONG)
    (t,) = periksa(
        ganti_bab3(bahan, analisis=ubah_ke(bahan.konteks.bab3.analisis, 0, wajib=False, solusi=KOSONG))
    )
    assert t.lokasi.kunci == "t_analisis"


def test_a_node_added_to_the_dpa_had_nothing_before(bersih):
    pagu = ubah_ke(bersih.konteks.bab2.pagu, 1, sebelum=KOSONG, selisih=KOSONG, perubahan="ditambahkan")
    assert list(periksa(ganti_bab2(bersih, pagu=pagu))) == []


def test_a_node_dropped_from_the_dpa_has_nothing_after(bersih):
    kode = "7.01.06.2.01.0017"
    k = bersih.konteks
    pagu = tuple(
        replace(b, sesudah=KOSONG, selisih=KOSONG, perubahan="dihapus") if b.kode == kode else b
        for b in k.bab2.pagu
    )
    anggaran = tuple(
        replace(b, pagu=KOSONG, realisasi=KOSONG, serapan=KOSONG) if b.kode == kode else b
        for b in k.bab3.anggaran
    )
    efisiensi = tuple(
        replace(b, pagu=KOSONG, serapan=KOSONG) if b.node.startswith(kode) else b
        for b in k.bab3.efisiensi_program
    )
    bahan = ganti_bab3(ganti_bab2(bersih, pagu=pagu), anggaran=anggaran, efisiensi_program=efisiensi)
    assert list(periksa(bahan)) == []


def test_every_named_path_exists_in_a_report(bersih):
    """A path that fits nothing would hide that a field was renamed."""
    jalur = [j for j, _ in iter_angka(bersih.konteks)]
    tanpa = [pola for pola, _ in ISIAN if not any(re.match(pola, j) for j in jalur)]
    assert tanpa == []
    assert {p for p in TABEL if not any(j.startswith(p) for j in jalur)} == set()


def test_it_runs_last():
    assert DAFTAR[-1].kode == "isian_lain_kosong"
