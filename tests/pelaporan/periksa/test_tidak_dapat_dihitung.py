"""What the formula cannot give needs a reason, once a table."""

import pytest

from pelaporan.konteks import Angka
from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.tidak_dapat_dihitung import periksa
from sakip.umum.hitung import Keadaan
from tests.pelaporan.periksa.bersih import ubah_capaian, ubah_indikator
from tests.pelaporan.periksa.tanam import ganti_bab3, ubah_ke

pytestmark = pytest.mark.django_db
MUSTAHIL = Angka("tidak dapat dihitung", Keadaan.TIDAK_DAPAT_DIHITUNG, None, "target 0")


def test_a_clean_report_is_not_found(bersih):
    assert list(periksa(bersih)) == []


def test_the_stated_reason_is_named_in_one_finding_a_table(bersih):
    bahan = ubah_capaian(ubah_capaian(bersih, "skm", capaian=MUSTAHIL), "pbb", capaian=MUSTAHIL)
    (t,) = periksa(bahan)
    assert (t.tingkat, t.lokasi.kunci) == (Tingkat.PERINGATAN, "t_capaian")
    assert "2 indikator tidak dapat dihitung" in t.pesan
    assert t.nilai[0] == ("Indeks Kepuasan Masyarakat (IKM)", "target 0")


def test_the_same_cause_is_not_named_again_in_table_3_4(bersih):
    maju = ubah_ke(bersih.konteks.bab3.kemajuan, 0, kemajuan=MUSTAHIL)
    bahan = ganti_bab3(ubah_capaian(bersih, "skm", capaian=MUSTAHIL), kemajuan=maju)
    assert [t.lokasi.kunci for t in periksa(bahan)] == ["t_capaian"]
    assert [t.lokasi.kunci for t in periksa(ganti_bab3(bersih, kemajuan=maju))] == ["t_kemajuan"]


def test_an_earlier_year_is_found_in_table_3_3(bersih):
    baris = bersih.konteks.bab3.banding[0]
    bahan = ganti_bab3(
        bersih,
        banding=ubah_ke(bersih.konteks.bab3.banding, 0, tahun=ubah_ke(baris.tahun, 1, capaian=MUSTAHIL)),
    )
    (t,) = periksa(bahan)
    assert t.lokasi.kunci == "t_banding"
    assert "tahun 2023" in t.pesan


def test_an_indicator_of_a_programme_is_found_with_its_code(bersih):
    (t,) = periksa(ubah_indikator(bersih, "prog-desa", capaian=MUSTAHIL))
    assert (t.lokasi.kunci, t.tautan) == ("t_efisiensi_program", "realisasi:prog-desa")
    assert "(7.01.06) (target 0)" in t.pesan
