"""The office's own name has one spelling."""

from dataclasses import replace

import pytest

from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.nama_diketik import periksa
from tests.pelaporan.periksa.bersih import tambahi

pytestmark = pytest.mark.django_db

BAGIAN = "bab2.renstra"


def batang(bahan):
    """The report of an office with a name of two parts."""
    identitas = replace(bahan.konteks.identitas, perangkat_daerah="Kecamatan Batang-batang (contoh)")
    return replace(bahan, konteks=replace(bahan.konteks, identitas=identitas))


def test_a_report_with_one_spelling_is_not_found(bersih):
    assert list(periksa(bersih)) == []
    assert list(periksa(tambahi(batang(bersih), BAGIAN, "Kantor Kecamatan Batang-batang."))) == []


def test_all_variants_of_a_section_are_one_warning(bersih):
    teks = "Kecamatan Batangbatang dan kec. batang batang, BATANG BATANG, lalu Kecamatan Batangbatang."
    (t,) = periksa(tambahi(batang(bersih), BAGIAN, teks))
    assert (t.tingkat, t.lokasi.kunci, t.tautan) == (Tingkat.PERINGATAN, BAGIAN, f"narasi:{BAGIAN}")
    assert t.nilai == (
        ("tertulis", "Kecamatan Batangbatang; kec. batang batang; BATANG BATANG"),
        ("seharusnya", "Kecamatan Batang-batang"),
    )
    assert "(2 kali)" in t.pesan


def test_a_misspelt_name_is_a_variant_and_a_village_is_none(bersih):
    (t,) = periksa(tambahi(batang(bersih), BAGIAN, "Warga Kecamatan Batang-batan hadir."))
    assert t.nilai[0] == ("tertulis", "Kecamatan Batang-batan")
    assert list(periksa(tambahi(batang(bersih), BAGIAN, "Desa Batang-batang Daya maju."))) == []


def test_a_name_of_one_word_is_only_read_behind_kecamatan(bersih):
    assert list(periksa(tambahi(bersih, BAGIAN, "Sebagai contoh, Contoh ini baik."))) == []
    (t,) = periksa(tambahi(bersih, BAGIAN, "Pelayanan Kec. Contoh membaik."))
    assert t.nilai[0] == ("tertulis", "Kec. Contoh")


def test_issues_outside_the_narrative_are_read_too(bersih):
    bab1 = replace(bersih.konteks.bab1, isu_tahun=("Kec. Contoh kekurangan pegawai.",))
    (t,) = periksa(replace(bersih, konteks=replace(bersih.konteks, bab1=bab1)))
    assert (t.lokasi.kunci, t.tautan) == ("bab1.isu", "isu")


def test_only_the_first_word_in_another_case_informs(bersih):
    (t,) = periksa(tambahi(batang(bersih), BAGIAN, "Warga kecamatan Batang-batang hadir."))
    assert (t.tingkat, t.nilai[0]) == (Tingkat.INFO, ("tertulis", "kecamatan Batang-batang"))
    dua = periksa(tambahi(batang(bersih), BAGIAN, "Di kecamatan Batang-batang dan kecamatan Batangbatang."))
    assert [(t.tingkat, t.nilai[0][1]) for t in dua] == [
        (Tingkat.INFO, "kecamatan Batang-batang"),
        (Tingkat.PERINGATAN, "kecamatan Batangbatang"),
    ]
