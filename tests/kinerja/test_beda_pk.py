"""The difference of two revisions, on the sample's figures."""

from decimal import Decimal as D
from fractions import Fraction

from kinerja.beda_pk import IsiPagu, IsiTarget, Ubah, bandingkan

PAGU_MURNI = (
    ("7.01.01", 2_528_996_642),
    ("7.01.02", 11_386_000),
    ("7.01.03", 15_102_500),
    ("7.01.04", 17_524_800),
    ("7.01.05", 174_802_800),
    ("7.01.06", 18_674_400),
)


def _target(kunci, nilai, atas=None, predikat=""):
    angka = None if nilai is None else D(nilai)
    return IsiTarget(
        kunci, f"Indikator {kunci}", "indeks", (angka, atas and D(atas), predikat), predikat or str(nilai)
    )


def _pagu(baris):
    return [IsiPagu(kode, f"Program {kode}", D(nilai)) for kode, nilai in baris]


def test_the_sentence_of_the_sample_counts_targets_and_programmes():
    murni = [_target(1, "80"), _target(2, "17"), _target(3, None, predikat="BB"), _target(4, "100")]
    perubahan = [_target(1, "87.15"), *murni[1:]]
    pagu = [("7.01.01", 2_850_838_446), *PAGU_MURNI[1:]]
    beda = bandingkan(murni, perubahan, _pagu(PAGU_MURNI), _pagu(pagu))
    assert beda.kalimat == "1 dari 4 target dan 1 dari 6 pagu program berubah."
    assert [t.ubah for t in beda.target] == [Ubah.BERUBAH, Ubah.TETAP, Ubah.TETAP, Ubah.TETAP]
    assert (beda.target[0].lama, beda.target[0].baru) == ("80", "87.15")
    assert beda.pagu[0].selisih == 321_841_804
    assert beda.pagu[0].persen == Fraction(321_841_804, 2_528_996_642) * 100
    assert beda.jumlah is not None
    assert (beda.jumlah.lama, beda.jumlah.baru) == (2_766_487_142, 3_088_328_946)
    assert beda.jumlah.selisih == 321_841_804


def test_added_and_dropped_indicators_are_counted_apart_and_dropped_ones_stand_last():
    beda = bandingkan([_target(1, 1), _target(2, 2)], [_target(3, 3), _target(2, 2)], [], [])
    assert [(t.kunci, t.ubah) for t in beda.target] == [
        (3, Ubah.BARU),
        (2, Ubah.TETAP),
        (1, Ubah.DIHAPUS),
    ]
    assert beda.target[0].lama is None
    assert beda.target[2].baru is None
    assert beda.kalimat == (
        "0 dari 1 target dan 0 dari 0 pagu program berubah. 1 indikator ditambahkan dan 1 indikator dihapus."
    )


def test_a_target_is_equal_by_its_value_not_by_its_decimals():
    beda = bandingkan([_target(1, "80.000000")], [_target(1, "80")], None, None)
    assert beda.target[0].ubah is Ubah.TETAP


def test_the_upper_bound_of_a_range_and_a_grade_count_too():
    beda = bandingkan(
        [_target(1, "8", "10"), _target(2, None, predikat="B")],
        [_target(1, "8", "12"), _target(2, None, predikat="BB")],
        None,
        None,
    )
    assert [t.ubah for t in beda.target] == [Ubah.BERUBAH, Ubah.BERUBAH]


def test_without_a_dpa_on_one_side_no_budget_is_compared():
    beda = bandingkan([_target(1, 1)], [_target(1, 2)], None, _pagu(PAGU_MURNI))
    assert beda.pagu == ()
    assert beda.jumlah is None
    assert beda.kalimat == "1 dari 1 target berubah."


def test_a_new_programme_has_no_percentage_and_a_dropped_one_loses_all():
    beda = bandingkan([], [], _pagu([("7.01.01", 100)]), _pagu([("7.01.02", 40)]))
    hapus, baru = beda.pagu
    assert (hapus.ubah, hapus.selisih, hapus.persen) == (Ubah.DIHAPUS, -100, -100)
    assert (baru.ubah, baru.selisih, baru.persen) == (Ubah.BARU, 40, None)
    assert beda.jumlah is not None
    assert beda.jumlah.persen == -60


def test_a_ceiling_of_zero_has_no_percentage():
    beda = bandingkan([], [], _pagu([("7.01.01", 0)]), _pagu([("7.01.01", 5)]))
    assert beda.pagu[0].ubah is Ubah.BERUBAH
    assert beda.pagu[0].persen is None
