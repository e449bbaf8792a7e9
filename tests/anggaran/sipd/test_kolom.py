"""Headers of SIPD files: tolerant, unknown ones named, layouts told apart, personal data never read."""

import pytest

from anggaran.sipd.kolom import ABAIKAN, ALIAS, DIABAIKAN, Kolom, Tata, arti, is_judul, kenali, normal
from tests.anggaran.sipd import bahan_sipd as b


@pytest.mark.parametrize(
    "teks",
    [
        "KODE SUB KEGIATAN", "kode_sub_kegiatan", "  Kode  Sub\u00a0Kegiatan ", "\ufeffKode Sub Kegiatan",
        "Kode Sub Kegiatan.", "KODE\nSUB KEGIATAN", '"Kode Sub Kegiatan"',
    ],
)  # fmt: skip
def test_case_blanks_no_break_spaces_bom_and_underscores_do_not_matter(teks):
    assert normal(teks) == "KODE SUB KEGIATAN" and arti(normal(teks)) is Kolom.KODE_SUB_KEGIATAN


@pytest.mark.parametrize(
    ("kepala", "tata"),
    [
        (b.KEPALA_A, Tata.A), (b.KEPALA_B, Tata.B), (b.KEPALA_C_PAGU, Tata.C_PAGU),
        (b.KEPALA_C_REALISASI, Tata.C_REALISASI), (b.KEPALA_D, Tata.D), (b.KEPALA_E, Tata.E),
    ],
)  # fmt: skip
def test_each_layout_is_told_by_its_columns_and_asks_nothing(kepala, tata):
    judul = kenali("S", 1, kepala)
    assert judul.tata() is tata
    assert judul.tak_dikenal == judul.ganda == judul.kurang() == ()


def test_unknown_columns_are_named_and_a_person_may_say_what_they_are():
    kepala = ["Kd Subkeg", "NAMA SUB KEGIATAN", "KODE SKPD", "PAGU", "WARNA"]
    judul = kenali("S", 1, kepala)
    assert judul.tak_dikenal == ("KD SUBKEG", "WARNA")
    assert judul.kurang() == ("kode sub kegiatan",) and judul.tata() is None
    judul = kenali("S", 1, kepala, {"KD SUBKEG": "kode_sub_kegiatan", "WARNA": ABAIKAN})
    assert judul.tata() is Tata.A and judul.tak_dikenal == ()


def test_a_meaning_that_two_columns_have_belongs_to_neither_until_somebody_says_so():
    kepala = ["KODE SUB KEGIATAN", "KODE SKPD", "PAGU", "NILAI"]
    judul = kenali("S", 1, kepala)
    assert judul.ganda == ("PAGU", "NILAI") and Kolom.PAGU not in judul.kolom
    assert kenali("S", 1, kepala, {"NILAI": ABAIKAN}).kolom[Kolom.PAGU] == 2


def test_personal_columns_are_never_read_whatever_was_said():
    judul = kenali("S", 1, b.KEPALA_D, {"NIP": "pagu"})
    assert {b.KEPALA_D[i] for i in judul.pribadi} == {"NIP", "Nama Pegawai"}
    assert not judul.pribadi & judul.dipakai
    assert arti("NIP PENERIMA", {"NIP PENERIMA": "tahun"}) == ABAIKAN


@pytest.mark.parametrize(
    ("sel", "hasil"),
    [
        (["KODE SUB KEGIATAN", "PAGU", "NO"], True),
        (["PEMERINTAH KABUPATEN", None, None], False),
        (["NO", "NOMOR", "JENIS"], False),
        ([], False),
    ],
)
def test_a_header_has_three_known_columns_and_one_of_use(sel, hasil):
    assert is_judul(sel) is hasil


def test_no_name_stands_for_two_things():
    semua = [nama for alias in ALIAS.values() for nama in alias]
    assert len(semua) == len(set(semua)) and not set(semua) & DIABAIKAN
    assert all(nama == normal(nama) for nama in (*semua, *DIABAIKAN))
