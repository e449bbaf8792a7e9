"""A mangled name of an indicator needs a look, once."""

import pytest

from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.nama_indikator import periksa
from tests.pelaporan.periksa.bersih import ubah_indikator

pytestmark = pytest.mark.django_db


def test_a_clean_report_is_not_found(bersih):
    assert list(periksa(bersih)) == []


@pytest.mark.parametrize(
    ("nama", "sebab"),
    [
        ("Persentase Capaian Kinerja Perangkat Daerah%", "memuat tanda %"),
        ("Opini atas", "terpotong"),
        ("Jumlah Dokumen yang Disusun dan", "terpotong"),
        ("terpenuh hanya kebutuhan an sarana dan prasarna kantor", "penggalan kata \u201can\u201d"),
        ("persentase desa tertib", "diawali huruf kecil"),
    ],
)
def test_what_is_wrong_is_named(bersih, nama, sebab):
    (t,) = periksa(ubah_indikator(bersih, "skm", nama=nama))
    assert (t.tingkat, t.lokasi.kunci, t.tautan) == (Tingkat.PERINGATAN, "t_pk", "indikator:skm")
    assert f"{nama} ({sebab})" in t.pesan


def test_several_are_one_finding(bersih):
    bahan = ubah_indikator(ubah_indikator(bersih, "skm", nama="Opini atas"), "prog-desa", nama="desa tertib")
    (t,) = periksa(bahan)
    assert t.nilai == (("skm", "Opini atas"), ("prog-desa", "desa tertib"))


@pytest.mark.parametrize(
    "nama",
    [
        "Jumlah Lulusan Sekolah Menengah Atas",
        "Rasio Petugas per 1.000 Penduduk",
        "Persentase Desa yang Ber-SPBE",
        "Indeks Reformasi Birokrasi (IRB)",
        "Jumlah Naskah a.n. Camat",
    ],
)
def test_a_sound_name_is_not_found(bersih, nama):
    assert list(periksa(ubah_indikator(bersih, "skm", nama=nama))) == []
