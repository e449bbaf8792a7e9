"""The difference of two versions of a DPA, without a database."""

from decimal import Decimal as D
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from anggaran.beda import Simpul, Ubah, bandingkan, jumlahkan

P, K = (1, 1), (2, 1)
S1, S2, S3 = (3, 1), (3, 2), (3, 3)
POHON = (
    Simpul(P, "7.01.01", "Program", None),
    Simpul(K, "7.01.01.2.01", "Kegiatan", P),
    Simpul(S1, "7.01.01.2.01.0001", "Sub satu", K),
    Simpul(S2, "7.01.01.2.01.0002", "Sub dua", K),
    Simpul(S3, "7.01.01.2.01.0003", "Sub tiga", K),
)


def baris(beda, kunci):
    return next(b for b in beda.baris if b.kunci == kunci)


def test_each_row_says_what_became_of_it_and_sums_are_made_above():
    beda = bandingkan(POHON, {S1: D(100), S2: D(50)}, {S1: D(120), S3: D(0)})
    assert [(b.kunci, b.ubah) for b in beda.baris] == [
        (P, Ubah.BERUBAH), (K, Ubah.BERUBAH), (S1, Ubah.BERUBAH), (S2, Ubah.DIHAPUS), (S3, Ubah.BARU),
    ]  # fmt: skip
    assert (baris(beda, P).lama, baris(beda, P).baru) == (D(150), D(120))
    assert baris(beda, S2).selisih == D(-50)
    assert baris(beda, S3).selisih == D(0)
    assert (beda.jumlah.lama, beda.jumlah.baru, beda.jumlah.selisih) == (D(150), D(120), D(-30))


def test_the_sentence_counts_ceilings_and_not_their_sums():
    beda = bandingkan(POHON, {S1: D(100), S2: D(50)}, {S1: D(120), S3: D(0)})
    assert beda.kalimat == "1 dari 1 pagu berubah. 1 pagu ditambahkan dan 1 pagu dihapus."
    assert bandingkan(POHON, {S1: D(1)}, {S1: D(1)}).kalimat == "0 dari 1 pagu berubah."


def test_percent_is_of_the_old_amount_and_absent_where_that_is_zero():
    beda = bandingkan(POHON, {S1: D(300), S2: D(0)}, {S1: D(400), S2: D(5)})
    assert baris(beda, S1).persen == Fraction(100, 3)
    assert baris(beda, S2).persen is None


def test_zero_is_a_ceiling_and_a_blank_is_none():
    assert bandingkan(POHON, {S1: D(0)}, {}).daun[0].ubah is Ubah.DIHAPUS
    assert bandingkan(POHON, {}, {}).baris == ()


def test_a_programme_that_carries_the_amount_itself_is_a_leaf():
    beda = bandingkan(POHON, {P: D(10)}, {P: D(20)})
    assert [d.kunci for d in beda.daun] == [P] and beda.kalimat == "1 dari 1 pagu berubah."


RUPIAH = st.decimals(0, 10**12, places=2)
ISI = st.dictionaries(st.sampled_from([S1, S2, S3]), RUPIAH)


@given(lama=ISI, baru=ISI)
def test_total_is_the_sum_of_differences(lama, baru):
    beda = bandingkan(POHON, lama, baru)
    assert beda.jumlah.selisih == sum((d.selisih for d in beda.daun), D(0))
    assert sum(beda.hitung(u) for u in Ubah) == len(lama.keys() | baru.keys())
    assert (beda.baris == ()) == (not lama and not baru)


@given(isi=ISI)
def test_a_node_above_holds_the_sum_of_those_below(isi):
    hasil = jumlahkan(POHON, isi)
    assert hasil.get(P) == hasil.get(K) == (sum(isi.values(), D(0)) if isi else None)
