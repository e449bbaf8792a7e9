"""Cells of the workbook: what is read, what is refused with which proposal, when two values are the same."""

from __future__ import annotations

import datetime
from decimal import Decimal as D

import pytest

from pelaporan.buku.kolom import (
    Jenis,
    Kolom,
    SelSalah,
    baca_nilai_indikator,
    baca_sel,
    kanon,
    sebut,
    sidik,
)
from sakip.umum.angka import JenisAngka
from sakip.umum.excel.nilai import RumusKosong, SelGalat

PILIHAN = Kolom("arah", "Arah", Jenis.PILIHAN, pilihan=(("naik", "Makin tinggi"), ("turun", "Makin rendah")))


def kolom(jenis: Jenis, **isi) -> Kolom:
    return Kolom("k", "Kolom", jenis, **isi)


@pytest.mark.parametrize(
    ("jenis", "isi", "hasil"),
    [
        (Jenis.TEKS, "  Kecamatan\u00a0Mekar \r\n", "Kecamatan Mekar"),
        (Jenis.TEKS, D(5), "5"),
        (Jenis.TEKS, None, ""),
        (Jenis.BULAT, D(12), 12),
        (Jenis.BULAT, "12", 12),
        (Jenis.RUPIAH, "126.950.500", D(126950500)),
        (Jenis.RUPIAH, D("126950500.25"), D("126950500.25")),
        (Jenis.RUPIAH, None, None),
        (Jenis.DESIMAL, D("0.1"), D("0.1")),
        (Jenis.TANGGAL, datetime.datetime(2024, 1, 3, 0, 0), datetime.date(2024, 1, 3)),
        (Jenis.YA_TIDAK, "ya", True),
        (Jenis.YA_TIDAK, None, False),
        (Jenis.NILAI, D("87.150"), D("87.150")),
        (Jenis.NILAI, "8 sampai 10", "8 sampai 10"),
    ],
)
def test_dibaca(jenis, isi, hasil):
    assert baca_sel(kolom(jenis), isi) == hasil


def test_pilihan_menurut_label_atau_nilai():
    assert baca_sel(PILIHAN, "makin RENDAH") == "turun"
    assert baca_sel(PILIHAN, "naik") == "naik"


@pytest.mark.parametrize(
    ("jenis", "isi", "kode", "usulan"),
    [
        (Jenis.RUPIAH, "12.6950.500", "angka_teks", "126.950.500"),
        (Jenis.RUPIAH, "Rp1.000", "satuan", "1.000"),
        (Jenis.RUPIAH, D("1.234"), "desimal", "1,23"),
        (Jenis.RUPIAH, datetime.date(2024, 1, 1), "tanggal", ""),
        (Jenis.BULAT, D("1.5"), "bukan_bulat", ""),
        (Jenis.BULAT, D(-1), "di_luar_batas", ""),
        (Jenis.BULAT, D(70000), "di_luar_batas", ""),
        (Jenis.TANGGAL, "03/01/2024", "tanggal_teks", ""),
        (Jenis.TANGGAL, "2024-01-03", "tanggal_teks", "03/01/2024"),
        (Jenis.TANGGAL, "31/02/2024", "tanggal_teks", ""),
        (Jenis.TANGGAL, D(45294), "bukan_tanggal", ""),
        (Jenis.RUJUK, D("7.01"), "kode_angka", ""),
        (Jenis.TEKS, datetime.date(2024, 10, 8), "tanggal_bukan_teks", ""),
        (Jenis.TEKS, True, "benar_salah", ""),
        (Jenis.YA_TIDAK, True, "benar_salah", "Ya"),
        (Jenis.YA_TIDAK, "mungkin", "pilihan", ""),
        (Jenis.NILAI, datetime.date(2024, 10, 8), "tanggal", "8 sampai 10"),
        (Jenis.NILAI, D(10) ** 15, "terlalu_besar", ""),
        (Jenis.NILAI, RumusKosong("A1*2"), "rumus_tanpa_nilai", ""),
        (Jenis.NILAI, SelGalat("#DIV/0!"), "galat_excel", ""),
    ],
)
def test_ditolak_dengan_usulan(jenis, isi, kode, usulan):
    with pytest.raises(SelSalah) as galat:
        baca_sel(kolom(jenis), isi)
    assert (galat.value.kode, galat.value.usulan) == (kode, usulan)


def test_teks_terlalu_panjang():
    with pytest.raises(SelSalah, match="Paling banyak 5 huruf; ini 6"):
        baca_sel(kolom(Jenis.TEKS, maks=5), "abcdef")


def nilai(isi, jenis=JenisAngka.INDEKS, *, predikat=(), rentang=False):
    return baca_nilai_indikator(isi, jenis, is_predikat=bool(predikat), is_rentang=rentang, predikat=predikat)


def test_nilai_indikator():
    assert nilai("87,15") == D("87.15")
    assert nilai(D("87.15")) == D("87.15")
    assert nilai("") is None
    assert nilai("bb", predikat=("A", "BB")) == "BB"
    for teks in ("8 sampai 10", "8-10", "8 – 10", "8 s.d. 10", "8 hingga 10"):
        assert nilai(teks, JenisAngka.JUMLAH, rentang=True) == (D(8), D(10))


@pytest.mark.parametrize(
    ("isi", "lain", "kode", "usulan"),
    [
        ("87.15", {}, "angka_teks", "87,15"),
        ("99,93 %", {}, "satuan", "99,93"),
        (D("83.3333333333333"), {}, "desimal", "83,3333"),
        ("10 sampai 8", {"rentang": True}, "rentang", "8 sampai 10"),
        ("8 sampai 10", {}, "satuan", ""),
        ("C", {"predikat": ("A", "BB")}, "predikat", ""),
        (D(3), {"predikat": ("A", "BB")}, "predikat", ""),
    ],
)
def test_nilai_indikator_ditolak(isi, lain, kode, usulan):
    with pytest.raises(SelSalah) as galat:
        nilai(isi, **lain)
    assert (galat.value.kode, galat.value.usulan) == (kode, usulan)


def test_sama_menurut_isinya():
    assert kanon(D("87.150000")) == kanon(D("87.15")) == "87.15"
    assert kanon(D("1E+3")) == kanon(D(1000)) == "1000"
    assert kanon(D("-0")) == kanon(D(0)) == "0"
    assert kanon((D("8.0"), D(10))) == "8..10"
    assert kanon(None) == kanon("") == ""
    assert kanon(True) == "Ya"
    assert sidik("a\r\nb ") == sidik("a\nb")
    assert sidik(D("0.5")) != sidik(D("0.50001"))


def test_disebut_dalam_pratinjau():
    assert sebut(PILIHAN, "turun") == "Makin rendah"
    assert sebut(kolom(Jenis.RUPIAH), D("126950500")) == "126.950.500"
    assert sebut(kolom(Jenis.NILAI), (D(8), D(10))) == "8 sampai 10"
    assert sebut(kolom(Jenis.TANGGAL), datetime.date(2024, 1, 3)) == "03/01/2024"
    assert sebut(kolom(Jenis.TEKS), "") == "kosong"
