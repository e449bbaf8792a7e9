"""A unit that contradicts what is measured blocks."""

import pytest

from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.satuan_tidak_cocok import periksa
from tests.pelaporan.periksa.bersih import ubah_indikator

pytestmark = pytest.mark.django_db


def test_a_clean_report_is_not_found(bersih):
    assert list(periksa(bersih)) == []


@pytest.mark.parametrize(
    ("kode", "isi", "kata"),
    [
        ("skm", {"satuan": "Persen", "is_persen": True}, "jenis nilainya indeks"),
        ("pbb", {"satuan": "Persen", "is_persen": True}, "jenis nilainya rupiah"),
        ("dokumen-desa", {"satuan": "Layanan", "is_persen": False}, "jenis nilainya persentase"),
        ("sakip", {"satuan": "Laporan"}, "berupa predikat"),
        ("sakip", {"satuan": "Persen", "is_persen": True}, "berupa predikat"),
        (
            "dokumen-desa",
            {"nama": "Tingkat Maturitas SPIP", "is_persen": True},
            "namanya menyebut indeks, opini, atau predikat",
        ),
    ],
)
def test_the_unit_and_what_it_does_not_fit_are_named(bersih, kode, isi, kata):
    (t,) = periksa(ubah_indikator(bersih, kode, **isi))
    assert (t.tingkat, t.lokasi.objek, t.tautan) == (Tingkat.GALAT, kode, f"definisi:{kode}")
    assert t.lokasi.kunci in ("t_pk", "t_iku")
    assert kata in t.pesan


def test_what_only_the_plan_holds_is_one_finding(bersih):
    bahan = bersih
    for kode, nama in (("dokumen-desa", "Indeks SPBE"), ("data-kesos", "Opini atas")):
        bahan = ubah_indikator(bahan, kode, nama=nama, is_pk=False, is_iku=False)
    (t,) = periksa(bahan)
    assert t.lokasi.kunci == "t_rkt"
    assert "2 indikator rencana kerja" in t.pesan


@pytest.mark.parametrize(
    ("kode", "isi"),
    [
        ("dokumen-desa", {"nama": "Persentase Desa dengan Indeks Desa Membangun Naik"}),
        ("dokumen-desa", {"nama": "Nilai Ekspor yang Terlayani"}),
        ("dokumen-desa", {"satuan": "", "is_persen": False}),
        ("sakip", {"satuan": "Nilai"}),
        ("sakip", {"satuan": "Kategori"}),
        ("skm", {"satuan": "Poin"}),
    ],
)
def test_a_unit_that_fits_or_is_blank_is_not_found(bersih, kode, isi):
    assert list(periksa(ubah_indikator(bersih, kode, **isi))) == []
