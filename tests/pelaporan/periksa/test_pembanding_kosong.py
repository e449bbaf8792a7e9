"""Tabel 3.5 is filled, or says that there is no benchmark."""

import pytest

from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.pembanding_kosong import periksa
from tests.pelaporan.periksa.bersih import KOSONG
from tests.pelaporan.periksa.tanam import ganti_bab3, ubah_ke

pytestmark = pytest.mark.django_db


def test_a_clean_report_is_not_found(bersih):
    assert list(periksa(bersih)) == []


def _kosongkan(bahan, ke):
    baris = bahan.konteks.bab3.pembanding
    for n in ke:
        baris = ubah_ke(baris, n, pembanding="belum diisi", nilai=KOSONG, sumber="")
    return ganti_bab3(bahan, pembanding=baris)


def test_a_blank_benchmark_is_found_at_its_row(bersih):
    n = [b.indikator for b in bersih.konteks.bab3.pembanding].index("Jumlah Desa Mandiri")
    (t,) = periksa(_kosongkan(bersih, {n}))
    assert (t.tingkat, t.lokasi.teks) == (Tingkat.GALAT, f"Tabel 3.5, baris {n + 1}")
    assert (t.tautan, t.sebab) == ("pembanding:desa-mandiri",) * 2


def test_a_benchmark_without_its_value_is_named(bersih):
    baris = ubah_ke(bersih.konteks.bab3.pembanding, 1, nilai=KOSONG)
    (t,) = periksa(ganti_bab3(bersih, pembanding=baris))
    assert "Nilai pembanding Indeks Kepuasan Masyarakat (IKM) (Standar nasional: " in t.pesan


def test_where_all_are_blank_it_is_one_finding(bersih):
    pertama = {n for n, b in enumerate(bersih.konteks.bab3.pembanding) if b.rs_indikator}
    baris = tuple(b for n, b in enumerate(bersih.konteks.bab3.pembanding) if n in pertama)
    bahan = ganti_bab3(bersih, pembanding=baris)
    (t,) = periksa(_kosongkan(bahan, set(range(len(baris)))))
    assert t.lokasi.teks == "Tabel 3.5"
    assert "seluruh 12 indikator" in t.pesan
