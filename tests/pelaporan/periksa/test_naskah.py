"""Where a sentence ends, and where it does not."""

import pytest

from pelaporan.konteks import Penggalan
from pelaporan.periksa.naskah import Paragraf, iter_kalimat


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
