"""Cells become values by one strict reading; import-export's own widgets would change them silently."""

from __future__ import annotations

import datetime
from decimal import Decimal as D

import pytest

from organisasi.pilihan import JenisDasarHukum, StatusPemangku
from renstra.impor import Kode, induk_kode, tingkat_kode
from sakip.umum.angka import JenisAngka
from sakip.umum.excel.baca import RumusKosong, SelGalat
from sakip.umum.impor.widget import Bulat, DaftarBaris, Desimal, Nip, Pilihan, Tanggal, Teks, YaTidak

SPASI = "\u00a0"
HARI = datetime.date(2024, 1, 2)


@pytest.mark.parametrize(
    ("widget", "sel", "nilai"),
    [
        (Desimal(), "126.950.500", D(126950500)),
        (Desimal(), f"1.000{SPASI}", D(1000)),
        (Desimal(JenisAngka.PERSEN), "99,93", D("99.93")),
        (Desimal(), D("87.15"), D("87.15")),
        (Desimal(), "", None),
        (Bulat(), " 2024 ", 2024),
        (Bulat(), D("2024.0"), 2024),
        (Bulat(), SPASI, None),
        (Tanggal(), "02-01-2024", HARI),
        (Tanggal(), "2/1/2024", HARI),
        (Tanggal(), "2024-01-02", HARI),
        (Tanggal(), f"2{SPASI}januari 2024", HARI),
        (Tanggal(), datetime.datetime(2024, 1, 2), HARI),
        (Tanggal(), HARI, HARI),
        (YaTidak(), "Ya", True),
        (YaTidak(), False, False),
        (YaTidak(), None, None),
        (Teks(), f"  a{SPASI} b\nc ", "a b c"),
        (Teks(is_panjang=True), " a \r\n b", "a\nb"),
        (Teks(), D(29), "29"),
        (Teks(), D("1E+2"), "100"),
        (Teks(), None, ""),
        (Nip(), "'19750101 200003 1 001", "197501012000031001"),
        (DaftarBaris(), "1. satu\n\n- dua\nb) tiga", ("satu", "dua", "tiga")),
        (DaftarBaris(), None, ()),
        (Pilihan(JenisDasarHukum.choices), "peraturan  MENTERI", "permen"),
        (Pilihan(StatusPemangku.choices), "Plt.", "plt"),
        (Pilihan([(4, "Kegiatan")]), D(4), 4),
        (Kode(), "7.01.01.02.01.0001", "7.01.01.2.01.0001"),
        (Kode(), D(7), "7"),
    ],
)
def test_what_is_read(widget, sel, nilai):
    hasil = widget.clean(sel)
    assert hasil == nilai and type(hasil) is type(nilai)


@pytest.mark.parametrize(
    ("widget", "sel", "pesan"),
    [
        (Desimal(), "12.6950.500", "kelompok ribuan tidak lengkap. Maksud Anda 126.950.500?"),
        (Desimal(), "28.25.774.100", "Maksud Anda 2.825.774.100?"),
        (Desimal(), "1,000,000", "ribuan ditulis dengan titik. Maksud Anda 1.000.000?"),
        (Desimal(), "87.15", "Maksud Anda 87,15?"),
        (Desimal(JenisAngka.PERSEN), "14.671.200", "tanpa titik"),
        (Desimal(JenisAngka.PERSEN), "99,93 %", "Maksud Anda 99,93?"),
        (Desimal(), "1e3", "bukan angka"),
        (Desimal(), "٣", "bukan angka"),
        (Desimal(), True, "TRUE: tulis angka saja"),
        (Desimal(), D("NaN"), "tulis angka saja"),
        (Desimal(), D("1234567890123456"), "paling banyak 15 angka"),
        (Bulat(), "1.000 ", "tanpa titik dan koma. Maksud Anda 1000?"),
        (Bulat(), "2,0", "tanpa titik dan koma"),
        (Bulat(), D("2024.5"), "2024,5: tulis bilangan bulat"),
        (Bulat(), True, "TRUE: tulis bilangan bulat"),
        (Bulat(), HARI, "02-01-2024: tulis bilangan bulat"),
        (Tanggal(), "31-02-2024", "bukan tanggal"),
        (Tanggal(), "01-13-2024", "bukan tanggal"),
        (Tanggal(), D(45292), "bukan tanggal"),
        (Tanggal(), True, "bukan tanggal"),
        (Tanggal(), "02-01-0024", "bukan tanggal"),
        (Tanggal(), datetime.datetime(2024, 1, 2, 10), "bukan tanggal"),
        (YaTidak(), "1", "tulis ya atau tidak"),
        (YaTidak(), D(1), "tulis ya atau tidak"),
        (Teks(), True, "bukan teks"),
        (Teks(), HARI, "bukan teks"),
        (Teks(), D("1.5"), "bukan teks"),
        (Nip(), D("197501012000031000"), "tiga angka terakhirnya sudah hilang"),
        (Pilihan(StatusPemangku.choices), "tetap", "tulis Definitif, Pelaksana tugas (Plt.)"),
        (Pilihan(StatusPemangku.choices), True, "TRUE: tulis"),
        (Kode(), "7.01.01.2.01.01", "Maksud Anda 7.01.01.2.01.0001?"),
        (Kode(), D("7.01"), "bukan teks"),  # 7.1 may be 7.10
        (Kode(), D(701), "bentuk kode tidak dikenal"),
        (Kode(), HARI, "bukan teks"),
        (Teks(), SelGalat("#REF!"), "Sel ini berisi kesalahan (#REF!)."),
        (Bulat(), RumusKosong("=A1"), "Hasil rumus sel ini tidak tersimpan."),
    ],
)
def test_what_is_refused_with_its_reason(widget, sel, pesan):
    with pytest.raises(ValueError) as galat:
        widget.clean(sel)
    assert pesan in str(galat.value)


@pytest.mark.parametrize(
    ("widget", "nilai"),
    [
        (Desimal(), D("-1234567.89")), (Desimal(JenisAngka.PERSEN), D("12345.5")), (Bulat(), 2024),
        (Tanggal(), HARI), (YaTidak(), True), (YaTidak(), False), (DaftarBaris(), ("a", "b")),
        (Pilihan(JenisDasarHukum.choices), "permen"), (Teks(is_panjang=True), "a\nb"),
    ],
)  # fmt: skip
def test_what_is_printed_is_read_again(widget, nilai):
    assert widget.clean(widget.tampil(nilai)) == nilai


def test_levels_of_codes():
    kode = ["7", "7.01", "7.01.01", "7.01.01.2.01", "7.01.01.2.01.0001"]
    assert [tingkat_kode(k) for k in (*kode, "7.1")] == [1, 2, 3, 4, 5, None]
    assert [induk_kode(k) for k in kode] == [None, *kode[:-1]]
