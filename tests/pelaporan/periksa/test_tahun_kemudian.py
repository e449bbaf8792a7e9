"""A later year told as past asks for a reason; plans, periods and days are sound."""

from dataclasses import replace

import pytest

from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.tahun_kemudian import cari_tahun, periksa
from tests.pelaporan.periksa.bersih import tulis
from tests.pelaporan.periksa.kalimat_naskah import CACAT_NASKAH, SEHAT_NASKAH

pytestmark = pytest.mark.django_db

CACAT = [(bagian, teks) for kode, bagian, teks in CACAT_NASKAH if kode == "tahun_kemudian"]


def test_a_report_of_its_own_year_is_not_found(bersih):
    assert list(periksa(bersih)) == []


@pytest.mark.parametrize(("bagian", "teks"), CACAT)
def test_a_later_year_told_as_past_is_found(bersih, bagian, teks):
    (t,) = periksa(tulis(bersih, bagian, teks))
    assert (t.tingkat, t.lokasi.kunci, t.tautan) == (Tingkat.PERINGATAN, bagian, f"narasi:{bagian}")
    assert "2024" in t.pesan


@pytest.mark.parametrize("teks", SEHAT_NASKAH)
def test_plans_periods_events_and_days_of_later_years_are_sound(bersih, teks):
    assert list(periksa(tulis(bersih, "bab4.langkah", teks))) == []


def test_the_year_of_the_sample_is_found_in_its_sentence():
    teks = (
        "Ketertiban pada tahun 2022 terealisasi 100%, sedangkan pada Tahun 2024 terealisasi 99.26 dengan "
        "capaian kinerja 99.30 %"
    )
    assert list(cari_tahun(teks, 2023)) == ["2024"]
    assert list(cari_tahun(teks, 2024)) == []


def test_the_sentences_of_a_section_are_one_finding(bersih):
    teks = "Pada tahun 2025 gangguan telah menurun. Pada tahun 2026 gangguan tercatat lebih rendah."
    (t,) = periksa(tulis(bersih, "tabel.t_banding", teks))
    assert [tahun for tahun, _ in t.nilai] == ["tahun 2025", "tahun 2026"]


def test_another_sentence_about_the_same_year_is_another_finding(bersih):
    kunci = set()
    for teks in (
        "Pada tahun 2025 realisasi survei mencapai nilai yang baik.",
        "Pada tahun 2025 realisasi musrenbang mencapai nilai yang baik.",
    ):
        (t,) = periksa(tulis(bersih, "bab3.capaian", teks))
        kunci.add(t.kunci)
    assert len(kunci) == 2


def test_a_reason_holds_while_only_a_figure_of_the_sentence_changes(bersih):
    cacat = tulis(bersih, "bab3.capaian", "Pada tahun 2025 realisasi mencapai [[realisasi:skm]] poin.")
    (lama,) = periksa(cacat)
    n = cacat.konteks.narasi_bagian("bab3.capaian")
    lain = tuple(replace(p, teks="1,00") if p.kunci else p for p in n.blok[0].butir[0])
    baru = replace(n, blok=(replace(n.blok[0], butir=(lain,)),))
    narasi = tuple(baru if x.bagian == n.bagian else x for x in cacat.konteks.narasi)
    (kini,) = periksa(replace(cacat, konteks=replace(cacat.konteks, narasi=narasi)))
    assert kini.pesan != lama.pesan
    assert kini.kunci == lama.kunci
