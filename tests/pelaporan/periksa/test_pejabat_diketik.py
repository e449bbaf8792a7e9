"""Typed names and NIP of officials are those that are recorded."""

import pytest

from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.pejabat_diketik import periksa
from tests.pelaporan.periksa.bersih import tambahi

pytestmark = pytest.mark.django_db

BAGIAN = "depan.pengantar"


def temukan(bahan, teks):
    return list(periksa(tambahi(bahan, BAGIAN, teks)))


def test_a_clean_report_is_not_found(bersih):
    assert list(periksa(bersih)) == []


@pytest.mark.parametrize(
    "teks",
    [
        "Camat Contoh, Dra. Ratna Pramesti, M.Si., menyampaikan laporan.",
        "Ibu Ratna Pramesti memimpin rapat bersama BAMBANG HIDAYANTO.",
        "Bambang Hidayanto, S.STP., M.AP. (NIP 19820517 200112 1 003) memeriksa data.",
        "Camat [[kepala]] NIP 197112141996032004 hadir.",
    ],
)
def test_names_as_recorded_are_right(bersih, teks):
    assert temukan(bersih, teks) == []


@pytest.mark.parametrize(
    ("teks", "tertulis"),
    [
        ("Rapat dipimpin Ratna Prameswari.", "Ratna Prameswari"),
        ("Laporan disusun Agus Setia Raharjo.", "Agus Setia Raharjo"),
        ("Camat Ratna Pramesti, M.M. hadir.", "Ratna Pramesti, M.M."),
    ],
)
def test_another_spelling_or_title_warns_with_the_recorded_name(bersih, teks, tertulis):
    (t,) = temukan(bersih, teks)
    assert (t.tingkat, t.lokasi.kunci, t.tautan) == (Tingkat.PERINGATAN, BAGIAN, f"narasi:{BAGIAN}")
    assert t.nilai[0] == ("tertulis", tertulis)


def test_a_nip_of_nobody_or_of_another_name_warns(bersih):
    (t,) = temukan(bersih, "Penanggung jawab: NIP 19730716 199602 1 001.")
    assert t.nilai == (("tertulis", "19730716 199602 1 001"),)
    (t,) = temukan(bersih, "Penanggung jawab: Muji, S.Sos. NIP 19711214 199603 2 004.")
    assert t.nilai[1] == ("seharusnya", "Dra. Ratna Pramesti, M.Si.")


def test_a_finding_keeps_its_key_where_a_paragraph_is_written_above(bersih):
    teks = "Ibu Ratna Pramesty memimpin rapat."
    (asli,), (turun,) = temukan(bersih, teks), temukan(bersih, f"Alinea baru.\n\n{teks}")
    assert asli.kunci == turun.kunci
    assert asli.lokasi.teks != turun.lokasi.teks
