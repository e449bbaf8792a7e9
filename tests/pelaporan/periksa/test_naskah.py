"""Where a sentence ends, and where it does not."""

import pytest

from pelaporan.konteks import Penggalan
from pelaporan.periksa.naskah import PANJANG_KALIMAT, TERISI, Paragraf, iter_kalimat, lokasi_kalimat


def kalimat(teks, *token):
    """Sentences of a paragraph in which every "@" is a token."""
    potong = teks.split("@")
    penggalan = [Penggalan(potong[0])]
    for kunci, isi in zip(token, potong[1:], strict=True):
        penggalan += [Penggalan("1", kunci=kunci), Penggalan(isi)]
    return list(iter_kalimat(Paragraf("bab4.kesimpulan", 1, False, tuple(penggalan))))


@pytest.mark.parametrize(
    "teks",
    [
        "Realisasi mencapai Rp. 3.012.968.600 pada tahun itu.",
        "Peraturan Nomor: 20 Tahun 2022 berlaku.",
        "Camat: Dra. Ratna Pramesti, M.Si. Contoh.",
        "Kantor di Jl. Raya No. 12 telp. (0328) 312345.",
        "Alamat: Kec. Contoh, Kab. Contoh.",
        "NIP: 19730716 199602 1 001.",
    ],
)
def test_abbreviations_titles_and_colons_end_no_sentence(teks):
    assert [k.teks for k in kalimat(teks)] == [teks]


def test_stops_end_sentences_and_a_semicolon_before_a_capital_does():
    hasil = kalimat("Satu selesai. Dua selesai! 3 belum; Empat juga; lima tidak.")
    assert [k.teks for k in hasil] == ["Satu selesai.", "Dua selesai!", "3 belum;", "Empat juga; lima tidak."]


def test_a_source_behind_the_stop_belongs_to_the_sentence_before():
    hasil = kalimat("Inflasi 2,6%. @ Serapan naik. @", "kutipan:BPS", "kutipan:DPA")
    assert [(k.kunci, k.is_berkutipan) for k in hasil][-1] == (("kutipan:DPA",), True)


def test_tokens_stay_with_their_sentence():
    satu, dua = kalimat("Pagu @ naik. Serapan @ turun.", "pagu", "serapan")
    assert (satu.kunci, dua.kunci) == (("pagu",), ("serapan",))
    assert satu.teks == "Pagu 1 naik."


def test_a_sentence_is_named_by_its_words_and_tokens_and_not_by_its_paragraph():
    def tempat(teks, nomor, *token):
        penggalan = next(k.paragraf.penggalan for k in kalimat(teks, *token))
        return lokasi_kalimat(next(iter_kalimat(Paragraf("bab4.kesimpulan", nomor, False, penggalan))))

    asli = tempat("Serapan @ tahun ini.", 2, "serapan")
    pindah = tempat("Serapan  @ tahun ini.", 5, "serapan")
    assert (asli.teks, pindah.teks) == ("Bab IV, kesimpulan, paragraf 2", "Bab IV, kesimpulan, paragraf 5")
    assert asli.objek == pindah.objek
    assert tempat("Serapan @ tahun ini.", 2, "pagu").objek != asli.objek
    assert tempat("Sisanya @ tahun ini.", 2, "serapan").objek != asli.objek


def test_what_is_too_long_for_a_sentence_is_read_in_pieces_that_lose_nothing():
    teks = "12 @ " * 1000
    hasil = kalimat(teks, *["tahun"] * 1000)
    assert max(len(k.ketikan) for k in hasil) <= PANJANG_KALIMAT
    assert "".join(k.ketikan.replace(" ", "") for k in hasil) == f"12{TERISI}" * 1000
    assert sum(len(k.kunci) for k in hasil) == 1000
    assert len(kalimat("a" * 4000)) == 3


def test_a_typed_mark_of_a_token_is_none():
    (k,) = kalimat(f"Serapan {TERISI} @ naik.", "serapan")
    assert (k.ketikan.count(TERISI), k.kunci) == (1, ("serapan",))
