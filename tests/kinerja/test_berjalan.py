"""The year so far: every row of docs/rumus/berjalan.md, and what must hold for any values."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.berjalan import capaian_berjalan, capaian_periode, gabung_berjalan, gabung_target
from kinerja.rumus import (
    Arah,
    Keadaan,
    MetodeTriwulan,
    NilaiPeriode,
    RumusMakinRendah,
    compute_capaian,
    simpulkan_tahun,
)
from sakip.umum.angka import format_persen
from tests.test_dokumen_rumus import angka, jawab, kasus, tabel

D = Decimal
NAMA = ("TW I", "TW II", "TW III", "TW IV")
NILAI = st.decimals(min_value=0, max_value=10**6, places=2)
POSITIF = st.decimals(min_value=D("0.01"), max_value=10**6, places=2)
BIASA = [m for m in MetodeTriwulan if m is not MetodeTriwulan.RASIO_JUMLAH]


def desimal(teks):
    return angka(teks.replace(",", "."))


def baca_periode(teks):
    hasil = []
    for nama, isi in zip(NAMA, teks.split(), strict=False):
        if isi == "TB":
            hasil.append(NilaiPeriode(nama, berlaku=False))
        elif "/" in isi:
            atas, bawah = map(desimal, isi.split("/"))
            hasil.append(NilaiPeriode(nama, pembilang=atas, penyebut=bawah))
        else:
            hasil.append(NilaiPeriode(nama, desimal(isi)))
    return hasil


def baca_target(teks):
    return [tuple(map(desimal, t.split(".."))) if ".." in t else desimal(t) for t in teks.split()]


def hitung(fungsi, metode, arah=Arah.MAKIN_TINGGI, **isi):
    return fungsi(metode=metode, arah=arah, rumus_makin_rendah=RumusMakinRendah.SELISIH, **isi)


def test_the_page_is_worked():
    teks = (tabel("berjalan"), [b["hasil"] for b in tabel("berjalan")[0]])
    assert len(teks[0]) == 1
    for alasan in ("target triwulan belum ada", "seluruh periode tidak berlaku", "jumlah penyebut 0"):
        assert alasan in teks[1]


@pytest.mark.parametrize("b", kasus("berjalan"))
def test_berjalan_is_what_its_page_says(b):
    metode, arah = MetodeTriwulan(b["metode"]), Arah(b["arah"])
    periode, target = baca_periode(b["realisasi"]), baca_target(b["target"])
    (setahun,) = baca_target(b["setahun"])
    hasil = hitung(capaian_periode, metode, arah, periode=periode, target=target, setahun=setahun)
    assert jawab(hasil) == b["hasil"]
    polos = metode in BIASA and "TB" not in b["realisasi"] and setahun is None
    if polos and "belum diisi" not in b["hasil"]:
        nilai = [p.nilai for p in periode]
        assert jawab(hitung(capaian_berjalan, metode, arah, realisasi=nilai, target=target)) == b["hasil"]


@pytest.mark.parametrize(
    ("nilai", "alasan"),
    [
        ([], "realisasi belum diisi"),
        ([D(8), None], "realisasi belum diisi"),
        ([None, D(8)], "realisasi periode sebelumnya belum diisi"),
    ],
)
def test_a_blank_is_never_a_zero(nilai, alasan):
    hasil = hitung(capaian_berjalan, MetodeTriwulan.JUMLAH, realisasi=nilai, target=[D(10)] * 2)
    assert (hasil.persen, hasil.keadaan, hasil.alasan) == (None, Keadaan.BELUM_DIISI, alasan)


def test_under_akhir_an_earlier_blank_does_not_matter():
    hasil = hitung(capaian_berjalan, MetodeTriwulan.AKHIR, realisasi=[None, D(9)], target=[None, D(10)])
    assert hasil.eksak == 90


def test_no_target_at_all():
    for target in ([], [None], [D(10), None]):
        hasil = hitung(capaian_berjalan, MetodeTriwulan.AKHIR, realisasi=[D(9)], target=target)
        assert (hasil.keadaan, hasil.alasan) == (Keadaan.BELUM_DIISI, "target triwulan belum ada")


def test_bounds_of_the_office_hold():
    hasil = hitung(
        capaian_periode, MetodeTriwulan.AKHIR, periode=[NilaiPeriode("TW I", D(300))], target=[D(100)],
        batas_atas=D(120), batas_bawah=D(0),
    )  # fmt: skip
    assert hasil.eksak == 120


def test_a_mean_is_exact_until_the_end():
    """The Decimal mean of 0, 0 and 1 is 0,333…3; against an equal target that must still be 100."""
    periode = [NilaiPeriode(n, D(v)) for n, v in zip(NAMA, (0, 0, 1), strict=False)]
    hasil = hitung(capaian_periode, MetodeTriwulan.RATA_RATA, periode=periode, target=[D(0), D(0), D(1)])
    assert hasil.eksak == Fraction(100) and format_persen(hasil.eksak) == "100,00%"


def test_ranges_are_put_together_bound_by_bound():
    target = [(D(8), D(10)), D(9)]
    assert gabung_target(target, MetodeTriwulan.JUMLAH) == (D(17), D(19))
    assert gabung_target(target, MetodeTriwulan.AKHIR) == D(9)
    assert gabung_target([(D(8), D(10))], MetodeTriwulan.MAKSIMUM) == (D(8), D(10))


def test_gabung_berjalan_wants_pairs_for_a_ratio():
    assert gabung_berjalan([D(3), None, D(4)], MetodeTriwulan.JUMLAH) == 7
    assert gabung_berjalan([None], MetodeTriwulan.AKHIR) is None
    with pytest.raises(ValueError, match="pembilang"):
        gabung_berjalan([D(3)], MetodeTriwulan.RASIO_JUMLAH)


@given(st.lists(st.tuples(NILAI, POSITIF), min_size=1, max_size=4), st.sampled_from(BIASA))
def test_two_ways_agree_and_the_last_quarter_is_the_year(pasangan, metode):
    nilai, target = [r for r, _ in pasangan], [t for _, t in pasangan]
    periode = [NilaiPeriode(n, v) for n, v in zip(NAMA, nilai, strict=False)]
    satu = hitung(capaian_berjalan, metode, realisasi=nilai, target=target)
    dua = hitung(capaian_periode, metode, periode=periode, target=target)
    assert satu == dua
    setahun = simpulkan_tahun(periode, metode)
    assert dua == compute_capaian(target=gabung_target(target, metode), realisasi=setahun.eksak)


@given(st.lists(st.one_of(st.none(), NILAI), min_size=1, max_size=4), st.sampled_from(BIASA))
def test_a_reason_stands_wherever_there_is_no_number(nilai, metode):
    periode = [NilaiPeriode(n, v) for n, v in zip(NAMA, nilai, strict=False)]
    hasil = hitung(capaian_periode, metode, periode=periode, target=[D(10)] * len(nilai))
    assert (hasil.persen is None) == bool(hasil.alasan)
    if None in nilai and metode is not MetodeTriwulan.AKHIR:
        assert hasil.keadaan is Keadaan.BELUM_DIISI
