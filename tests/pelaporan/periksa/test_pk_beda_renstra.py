"""A PK target that is not the Renstra's needs a reason."""

from dataclasses import replace

import pytest

from pelaporan.konteks import Angka
from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.pk_beda_renstra import periksa
from tests.pelaporan.periksa.bersih import ubah_indikator
from tests.pelaporan.periksa.tanam import angka

pytestmark = pytest.mark.django_db


def test_a_clean_report_is_not_found(bersih):
    assert list(periksa(bersih)) == []


def test_a_lower_target_is_a_warning_with_both_values(bersih):
    bahan = ubah_indikator(bersih, "skm", target_pk=angka("80"), target_pk_awal=angka("80"))
    (t,) = periksa(bahan)
    assert (t.tingkat, t.lokasi.objek, t.tautan) == (Tingkat.PERINGATAN, "skm", "target_pk:skm")
    assert t.lokasi.teks.startswith("Tabel 2.5, baris ")
    assert "adalah 80,00, sedangkan target Renstra tahun 2024 adalah 86,50 (PK lebih rendah)" in t.pesan
    assert [nilai for _, nilai in t.nilai] == ["80,00", "86,50"]


def test_where_lower_is_better_a_higher_target_asks_less(bersih):
    (t,) = periksa(ubah_indikator(bersih, "gangguan", target_pk=angka(30, 0), target_pk_awal=None))
    assert "PK lebih tinggi, jadi lebih longgar" in t.pesan


def test_a_range_and_a_grade_are_compared_too(bersih):
    bahan = ubah_indikator(bersih, "beban-loket", target_pk=Angka("7,00 sampai 9,00"))
    (t,) = periksa(bahan)
    assert "adalah 7,00 sampai 9,00, sedangkan target Renstra tahun 2024 adalah 8,00 sampai 10,00." in t.pesan


def test_several_are_one_warning(bersih):
    bahan = ubah_indikator(bersih, "skm", target_pk=angka("80"), target_pk_awal=None)
    bahan = ubah_indikator(bahan, "gangguan", target_pk=angka(30, 0), target_pk_awal=None)
    (t,) = periksa(bahan)
    assert (t.lokasi.teks, t.tautan) == ("Tabel 2.5", "pk")
    assert "2 indikator berbeda" in t.pesan


def test_a_reason_written_when_the_pk_was_set_makes_it_an_info(bersih):
    alasan = (("di_bawah_renstra", "Petugas berkurang dua orang."),)
    (t,) = periksa(ubah_indikator(bersih, "skm", target_pk=angka("80"), alasan_pk=alasan))
    assert t.tingkat is Tingkat.INFO
    assert "Petugas berkurang dua orang." in t.pesan


def test_a_revision_with_a_reason_makes_it_an_info(bahan_contoh):
    (t,) = periksa(bahan_contoh)
    assert t.tingkat is Tingkat.INFO
    assert "Perubahan APBD menambah anggaran" in t.pesan


def test_a_revision_without_a_reason_is_a_warning(bahan_contoh):
    pk = tuple(replace(p, alasan="") for p in bahan_contoh.pk)
    (t,) = periksa(replace(bahan_contoh, pk=pk))
    assert t.tingkat is Tingkat.PERINGATAN


def test_of_a_sum_over_years_the_part_of_the_year_is_compared(bahan_contoh):
    i = bahan_contoh.indikator_kode("kelompok-usaha")
    assert (i.target_renstra.teks, i.renstra_setahun.teks, i.target_pk_awal.teks) == ("45", "18", "18")
