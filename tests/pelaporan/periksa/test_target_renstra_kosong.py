"""A blank target of the Renstra blocks, one finding an indicator."""

import pytest

from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.target_renstra_kosong import periksa
from tests.pelaporan.periksa.bersih import KOSONG, ubah_indikator
from tests.pelaporan.periksa.tanam import ganti_bab2, ganti_bab3, ubah_ke

pytestmark = pytest.mark.django_db


def test_a_clean_report_is_not_found(bersih):
    assert list(periksa(bersih)) == []


def test_all_blank_years_of_an_indicator_are_one_finding(bersih):
    n = [b.indikator for b in bersih.konteks.bab2.renstra].index("Jumlah Desa Mandiri")
    lama = bersih.konteks.bab2.renstra[n].target
    baris = ubah_ke(bersih.konteks.bab2.renstra, n, target=(*lama[:2], KOSONG, lama[3], KOSONG))
    (t,) = periksa(ganti_bab2(bersih, renstra=baris))
    assert (t.tingkat, t.lokasi.teks) == (Tingkat.GALAT, f"Tabel 2.2, baris {n + 1}")
    assert (t.tautan, t.sebab) == ("target_renstra:desa-mandiri",) * 2
    assert "tahun 2024 dan 2026 belum diisi" in t.pesan


def test_a_blank_end_target_is_found_in_table_3_4_where_the_renstra_knows_the_indicator(bersih):
    maju = ubah_ke(bersih.konteks.bab3.kemajuan, 0, target_akhir=KOSONG)
    (t,) = periksa(ganti_bab3(bersih, kemajuan=maju))
    assert (t.lokasi.teks, t.tautan) == ("Tabel 3.4, baris 1", "target_renstra:skm")
    assert "2026" in t.pesan


def test_an_indicator_that_the_renstra_does_not_know_is_no_blank(bersih):
    maju = ubah_ke(bersih.konteks.bab3.kemajuan, 0, target_akhir=KOSONG)
    bahan = ubah_indikator(ganti_bab3(bersih, kemajuan=maju), "skm", is_node_renstra=False)
    assert list(periksa(bahan)) == []
