"""Narrative: light marks and tokens, and what cannot be read is refused with a sentence."""

import contextlib
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pelaporan.konteks import Angka, Blok, Penggalan
from pelaporan.narasi import NarasiTidakSah, iter_token, susun_narasi, urai_narasi
from sakip.umum.hitung import Keadaan

ANGKA = {
    "serapan": Angka("97,64%"),
    "capaian:skm": Angka("belum diisi", Keadaan.BELUM_DIISI),
}


def susun(teks):
    return susun_narasi("bab4.kesimpulan", teks, ANGKA.__getitem__).blok


def test_a_blank_line_starts_a_paragraph_and_a_single_line_break_does_not():
    assert urai_narasi("satu\ndua\n\n tiga \n \n\nempat") == (
        ("paragraf", ("satu dua",)),
        ("paragraf", ("tiga",)),
        ("paragraf", ("empat",)),
    )


def test_lines_of_windows_are_the_same_lines():
    assert urai_narasi("satu\r\n\r\n- a\r\n- b") == urai_narasi("satu\n\n- a\n- b")


def test_lines_that_begin_with_a_dash_are_a_list_also_right_after_a_paragraph():
    assert urai_narasi("Langkah:\n- satu\n  lanjutan\n- dua") == (
        ("paragraf", ("Langkah:",)),
        ("daftar", ("satu lanjutan", "dua")),
    )


def test_a_dash_inside_a_line_is_text():
    assert urai_narasi("2021 - 2026\n-tanpa spasi") == (("paragraf", ("2021 - 2026 -tanpa spasi",)),)


@pytest.mark.parametrize("teks", ["", "  ", "\n\n \n"])
def test_an_empty_text_has_no_block(teks):
    assert urai_narasi(teks) == ()


def test_stars_make_bold():
    assert susun("a **b** c") == (
        Blok("paragraf", ((Penggalan("a "), Penggalan("b", tebal=True), Penggalan(" c")),)),
    )


def test_a_token_becomes_the_printed_figure_and_is_marked_as_computed():
    (blok,) = susun("Serapan [[serapan]], naik.")
    assert blok.butir == (
        (
            Penggalan("Serapan "),
            Penggalan("97,64%", terhitung=True, kunci="serapan"),
            Penggalan(", naik."),
        ),
    )


def test_a_token_can_be_bold_and_can_have_blanks_around_its_key():
    (blok,) = susun("**[[ serapan ]]**")
    assert blok.butir == ((Penggalan("97,64%", tebal=True, terhitung=True, kunci="serapan"),),)


def test_a_token_without_a_figure_keeps_its_state():
    (blok,) = susun("- [[capaian:skm]]")
    assert blok.jenis == "daftar"
    assert blok.butir[0][0].keadaan is Keadaan.BELUM_DIISI


def test_the_tokens_of_a_text_are_listed_in_order():
    assert iter_token("[[tahun:N-1]] dan [[ pagu:7.01.01 ]] [[tahun:N+1]]") == (
        "tahun:N-1",
        "pagu:7.01.01",
        "tahun:N+1",
    )
    assert iter_token("tanpa angka") == ()


@pytest.mark.parametrize(
    "teks",
    ["[[serapan", "serapan]]", "[[]]", "[[ ]]", "[[jumlah tujuan]]", "[[a**b]]", "[[[serapan", "[[<b>]]"],
)
def test_a_mark_of_a_token_that_is_not_closed_or_has_no_key_is_refused(teks):
    with pytest.raises(NarasiTidakSah, match=r"\[\["):
        urai_narasi(teks)


@pytest.mark.parametrize("teks", ["**a", "a **b** **c", "- **a\n- b**", "**a\n\nb**"])
def test_bold_that_is_not_closed_in_its_paragraph_or_item_is_refused(teks):
    with pytest.raises(NarasiTidakSah, match=r"\*\*"):
        urai_narasi(teks)


def test_html_stays_text():
    (blok,) = susun("<b>tebal</b> & 5 < 6")
    assert blok.butir == ((Penggalan("<b>tebal</b> & 5 < 6"),),)


@given(st.text(alphabet="ab *-[]\n", max_size=40))
def test_any_text_is_read_or_refused_and_no_word_is_lost(teks):
    try:
        blok = susun_narasi("x", teks, lambda kunci: Angka(f"[[{kunci}]]")).blok
    except NarasiTidakSah:
        return
    hasil = "".join(p.teks for b in blok for butir in b.butir for p in butir)
    assert [h for h in hasil if h in "ab"] == [h for h in teks if h in "ab"]


def test_underscores_make_italic_and_those_of_a_key_or_a_word_do_not():
    (blok,) = susun("kata _stunting_ dan **_tebal_** dan a_b_c [[capaian:skm]] x_y")
    assert [(p.teks, p.tebal, p.miring) for p in blok.butir[0]] == [
        ("kata ", False, False),
        ("stunting", False, True),
        (" dan ", False, False),
        ("tebal", True, True),
        (" dan a_b_c ", False, False),
        ("belum diisi", False, False),
        (" x_y", False, False),
    ]


def test_a_source_prints_in_brackets_and_is_no_computed_figure():
    (blok,) = susun("Inflasi 2,6% [[kutipan: BPS Kabupaten Sumenep, 2024 ]].")
    satu = blok.butir[0][1]
    assert (satu.teks, satu.terhitung) == ("(BPS Kabupaten Sumenep, 2024)", False)
    assert satu.kunci == "kutipan: BPS Kabupaten Sumenep, 2024"


def test_a_source_without_words_is_refused():
    with pytest.raises(NarasiTidakSah):
        urai_narasi("[[kutipan: ]]")


def rata(teks):
    """What prints, with its marks."""
    return [(p.teks, p.tebal, p.miring) for blok in susun(teks) for butir in blok.butir for p in butir]


def test_a_source_may_hold_underscores_and_stand_inside_bold_and_italic():
    assert rata("Inflasi [[kutipan:BPS _Dalam Angka_ 2024]].") == [
        ("Inflasi ", False, False),
        ("(BPS _Dalam Angka_ 2024)", False, False),
        (".", False, False),
    ]
    assert rata("_naik [[serapan]] **lagi** [[kutipan:a_b]]_") == [
        ("naik ", False, True),
        ("97,64%", False, True),
        (" ", False, True),
        ("lagi", True, True),
        (" ", False, True),
        ("(a_b)", False, True),
    ]


def test_lines_to_fill_in_and_marks_without_words_are_no_italic():
    assert rata("Nama ____ dan _ sendiri _") == [("Nama ____ dan _ sendiri _", False, False)]
    assert rata("a **** b") == [("a ", False, False), (" b", False, False)]


@pytest.mark.parametrize(
    "teks",
    ["[[\n\nserapan]]", "[**[**a", "a]_]_ _b", "[[kutipan:BPS\n\n2024]]", "- [[\n- serapan]]", "a ]**]**"],
)
def test_no_bracket_of_a_token_is_ever_printed_whatever_stands_between(teks):
    with pytest.raises(NarasiTidakSah, match=r"\[\["):
        rata(teks)


def test_brackets_beside_a_token_are_text():
    assert "".join(t for t, _, _ in rata("[[[serapan]]] dan [[[serapan]][a]")) == "[97,64%] dan [97,64%[a]"


@given(
    st.lists(
        st.sampled_from([*"a_*[]\n -", "[[", "]]", "**", "[[serapan]]", "[[kutipan:b _c_]]"]), max_size=30
    )
)
def test_marks_in_any_order_are_read_or_refused_and_never_print_a_bracket_of_a_token(isi):
    try:
        blok = susun_narasi("x", "".join(isi), lambda kunci: Angka("9")).blok
    except NarasiTidakSah:
        return
    for butir in (x for b in blok for x in b.butir):
        tercetak = "".join("\n" if p.kunci else p.teks for p in butir)
        assert "[[" not in tercetak and "]]" not in tercetak and "**" not in tercetak


@pytest.mark.parametrize(
    "satuan",
    [
        "_a ",
        "**a ",
        "[[a",
        "_",
        "*",
        "[[",
        "[[kutipan:a ",
        "[[kutipan: ",
        "_a_ ",
        "a_",
        "\n",
        "\n ",
        "- \n",
        "- a\n",
    ],
)
def test_marks_without_end_take_no_time(satuan):
    teks = (satuan * 20_000)[:20_000]
    mulai = time.process_time()
    for isi in (teks, f"{teks}\n\n**_", f"a{teks}**"):
        with contextlib.suppress(NarasiTidakSah):
            susun(isi)
    assert time.process_time() - mulai < 3 * 0.2
