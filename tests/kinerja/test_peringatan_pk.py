"""Warnings and obstacles of a PK, by the polarity of each indicator."""

import datetime
from decimal import Decimal as D

import pytest

from kinerja import peringatan_pk
from kinerja.peringatan_pk import (
    BarisPeriksa,
    NilaiTarget,
    bagian_setahun,
    halangan_pk,
    is_lebih_lemah,
    periksa_pk,
    tambah_sebulan,
)
from kinerja.pilihan import PeringatanPK


def _t(bawah=None, atas=None, peringkat=None):
    return NilaiTarget(
        tampil=str(bawah if bawah is not None else peringkat),
        bawah=None if bawah is None else D(str(bawah)),
        atas=None if atas is None else D(str(atas)),
        peringkat=peringkat,
    )


def _baris(target, renstra, arah="makin_tinggi", **isi):
    dasar = {"indikator_id": 7, "nama": "Nilai SKM", "jenis": "indeks", "is_persen": False}
    return BarisPeriksa(**{**dasar, "arah": arah, "target": target, "renstra": renstra, **isi})


@pytest.mark.parametrize(
    ("arah", "target", "acuan", "lemah"),
    [
        ("makin_tinggi", _t(80), _t(87), True),
        ("makin_tinggi", _t(87), _t(87), False),
        ("makin_tinggi", _t(88), _t(87), False),
        ("makin_rendah", _t(6), _t(5), True),
        ("makin_rendah", _t(4), _t(5), False),
        ("rentang", _t(8, 10), _t(8, 10), False),
        ("rentang", _t(8.5, 9.5), _t(8, 10), False),
        ("rentang", _t(7, 10), _t(8, 10), True),
        ("rentang", _t(8, 11), _t(8, 10), True),
        ("rentang", _t(9), _t(8, 10), False),
        ("makin_tinggi", _t(peringkat=4), _t(peringkat=5), True),
        ("makin_tinggi", _t(peringkat=6), _t(peringkat=5), False),
        ("makin_tinggi", _t(1), _t(peringkat=5), False),
    ],
)
def test_weaker_is_judged_by_the_polarity(arah, target, acuan, lemah):
    assert is_lebih_lemah(target, acuan, arah) is lemah


@pytest.mark.parametrize(
    ("dari", "ke"),
    [
        ((2023, 1, 3), (2023, 2, 3)),
        ((2023, 1, 31), (2023, 2, 28)),
        ((2024, 1, 31), (2024, 2, 29)),
        ((2023, 12, 15), (2024, 1, 15)),
    ],
)
def test_one_month_later_is_the_same_day_or_the_months_last(dari, ke):
    assert tambah_sebulan(datetime.date(*dari)) == datetime.date(*ke)


@pytest.mark.parametrize(("hari", "terlambat"), [(3, False), (4, True)])
def test_a_pk_later_than_a_month_after_its_dpa_is_warned_of(hari, terlambat):
    hasil = periksa_pk(tanggal=datetime.date(2023, 2, hari), tanggal_dpa=datetime.date(2023, 1, 3), baris=[])
    assert [p.kunci for p in hasil] == ([("terlambat", None)] if terlambat else [])


def test_the_warning_names_both_dates_and_the_last_good_one():
    (satu,) = periksa_pk(tanggal=datetime.date(2023, 3, 1), tanggal_dpa=datetime.date(2023, 1, 31), baris=[])
    assert satu.kalimat == (
        "PK bertanggal 1 Maret 2023, lewat dari satu bulan setelah DPA 31 Januari 2023 "
        "(paling lambat 28 Februari 2023)."
    )


def test_no_month_counts_without_a_date_or_without_a_new_dpa():
    maret, januari = datetime.date(2023, 3, 1), datetime.date(2023, 1, 3)
    assert periksa_pk(tanggal=maret, tanggal_dpa=None, baris=[]) == ()
    assert periksa_pk(tanggal=maret, tanggal_dpa=januari, baris=[], is_dpa_baru=False) == ()


def test_a_weaker_target_and_an_indicator_outside_the_renstra_are_warned_of():
    hasil = periksa_pk(
        tanggal=datetime.date(2023, 1, 20),
        tanggal_dpa=None,
        baris=[_baris(_t(80), _t(87)), _baris(_t(80), None, indikator_id=8, is_dalam_renstra=False)],
    )
    assert [p.kunci for p in hasil] == [("di_bawah_renstra", 7), ("luar_renstra", 8)]
    assert hasil[0].kalimat == "Nilai SKM: target 80 lebih lemah daripada target Renstra 87."


def test_an_indicator_of_a_programme_need_not_stand_in_the_renstra():
    baris = _baris(_t(80), None, perlu_renstra=False, is_dalam_renstra=False)
    assert periksa_pk(tanggal=datetime.date(2023, 1, 20), tanggal_dpa=None, baris=[baris]) == ()


def test_blank_targets_no_indicators_and_values_out_of_scale_stop_it():
    assert halangan_pk([]) != ()
    assert halangan_pk([_baris(None, None)]) == ("Nilai SKM: target belum diisi.",)
    assert "tampaknya nilai rupiah" in halangan_pk([_baris(_t(3088328946), None)])[0]
    assert halangan_pk([_baris(_t(87), None), _baris(_t(peringkat=5), None, jenis="predikat")]) == ()


@pytest.mark.parametrize(
    ("tahun", "bagian"), [(2022, 12), (2023, 15), (2024, 18), (2026, None), (2027, None)]
)
def test_one_years_part_of_cumulative_targets(tahun, bagian):
    assert bagian_setahun({2022: D(12), 2023: D(27), 2024: D(45), 2026: D(87)}, tahun) == bagian


def test_the_codes_are_those_of_the_choices():
    assert {peringatan_pk.TERLAMBAT, peringatan_pk.DI_BAWAH_RENSTRA, peringatan_pk.LUAR_RENSTRA} == set(
        PeringatanPK.values
    )
