"""A typed figure is held against the report: its own, another than it claims, or nobody's."""

from dataclasses import replace

import pytest

from pelaporan.periksa.angka_diketik import periksa
from pelaporan.periksa.dasar import Tingkat
from tests.pelaporan.periksa.bersih import tambahi

pytestmark = pytest.mark.django_db

BAGIAN = "bab4.kesimpulan"


def temukan(bahan, teks):
    return list(periksa(tambahi(bahan, BAGIAN, teks)))


def test_a_report_whose_figures_are_tokens_is_not_found(bersih):
    assert list(periksa(bersih)) == []


def test_a_wrong_absorption_blocks_at_its_paragraph_with_both_values(bersih):
    (t,) = temukan(bersih, "Dengan demikian serapan anggaran sebesar 100%.")
    assert t.tingkat is Tingkat.GALAT
    assert (t.lokasi.kunci, t.tautan) == (BAGIAN, f"narasi:{BAGIAN}")
    assert t.lokasi.teks == "Bab IV, kesimpulan, paragraf 3"
    assert t.nilai == (("tertulis", "100%"), ("seharusnya", "97,51%"))
    assert "[[serapan]]" in t.pesan


@pytest.mark.parametrize(
    ("teks", "tertulis", "seharusnya"),
    [
        ("Realisasi anggaran mencapai Rp. 4.280.000.000.", "Rp. 4.280.000.000", "Rp4.289.354.976"),
        ("Pagu anggaran sebesar Rp4,5 miliar.", "Rp4,5 miliar", "Rp4.399.000.000"),
        ("Anggaran tersisa Rp109.000.000.", "Rp109.000.000", "Rp109.645.024"),
        ("Serapan anggaran seratus persen.", "seratus persen", "97,51%"),
        ("Serapan anggaran tahun [[tahun]] adalah 96.51 %.", "96.51 %", "97,51%"),
        ("Nilai efisiensi anggaran 100%.", "100%", "1,02"),
        ("Capaian Indeks Kepuasan Masyarakat 99,93%.", "99,93%", "100,98%"),
        ("Capaian SKM pada tahun 2023 adalah 99,93%.", "99,93%", "100,59%"),
        ("Target pajak bumi dan bangunan Rp1.350.000.000.", "Rp1.350.000.000", "Rp1.250.000.000"),
        ("Program 7.01.05 terserap 98,10 persen.", "98,10 persen", "88,15%"),
        ("Rata-rata capaian kinerja sebesar 100%.", "100%", "99,55%"),
    ],
)
def test_what_a_figure_claims_to_be_is_known_from_its_words(bersih, teks, tertulis, seharusnya):
    (t,) = temukan(bersih, teks)
    assert t.tingkat is Tingkat.GALAT
    assert t.nilai == (("tertulis", tertulis), ("seharusnya", seharusnya))


@pytest.mark.parametrize(
    ("teks", "token"),
    [
        ("Anggaran terserap 97,51%.", "[[serapan]]"),
        ("Anggaran terserap 98%.", "[[serapan]]"),
        ("Realisasi anggaran Rp4,29 miliar.", "[[realisasi_anggaran]]"),
        ("Capaian indeks kepuasan masyarakat 100.98%.", "[[capaian:skm]]"),
        ("Indeks kepuasan masyarakat naik dari 85,50 pada tahun 2023.", "[[realisasi:skm:N-1]]"),
        ("Gangguan ketenteraman dan ketertiban tercatat 25 kasus.", "[[realisasi:gangguan]]"),
    ],
)
def test_a_figure_of_the_report_is_offered_its_token(bersih, teks, token):
    (t,) = temukan(bersih, teks)
    assert t.tingkat is Tingkat.INFO
    assert t.nilai[1] == ("token", token)


def test_a_figure_that_a_token_of_the_sentence_prints_is_said_to_be_doubled(bersih):
    (t,) = temukan(bersih, "Anggaran terserap [[serapan]], yaitu serapan 97,51%.")
    assert "sudah memuat [[serapan]]" in t.pesan


def test_a_value_below_a_hundred_is_not_rounded_to_it(bersih):
    (t,) = temukan(bersih, "Capaian data kesejahteraan sosial yang dimutakhirkan 100%.")
    assert t.nilai == (("tertulis", "100%"), ("seharusnya", "99,84%"))


def test_a_strange_percent_blocks_only_where_performance_is_spoken_of(bersih):
    (kinerja,) = temukan(bersih, "Capaian kinerja pelayanan meningkat 93,4%.")
    (lain,) = temukan(bersih, "Inflasi tercatat 2,6%.")
    (desa,) = temukan(bersih, "Anggaran Dana Desa mencapai Rp1,3 miliar.")
    assert [t.tingkat for t in (kinerja, lain, desa)] == [
        Tingkat.GALAT,
        Tingkat.PERINGATAN,
        Tingkat.PERINGATAN,
    ]


def test_a_strange_plain_number_only_warns(bersih):
    (t,) = temukan(bersih, "Capaian pelayanan dihitung dari 731 berkas.")
    assert t.tingkat is Tingkat.PERINGATAN
    assert t.nilai == (("tertulis", "731"),)


def test_equal_outcomes_of_one_sentence_are_one_finding(bersih):
    (t,) = temukan(bersih, "Peserta berjumlah 731 orang, terdiri atas 402 perempuan dan 329 laki-laki.")
    assert t.nilai == (("tertulis", "731; 402; 329"),)


def test_a_sentence_with_its_source_is_left_alone(bersih):
    assert temukan(bersih, "Capaian kabupaten adalah 91,2% [[kutipan:Bappeda, 2024]].") == []
    assert temukan(bersih, "Capaian kabupaten adalah 91,2%. [[kutipan:Bappeda, 2024]]") == []


def test_a_figure_of_a_quarter_is_not_held_against_the_year(bersih):
    (t,) = temukan(bersih, "Serapan anggaran pada triwulan II mencapai 45,2%.")
    assert t.nilai == (("tertulis", "45,2%"),)


@pytest.mark.parametrize(
    ("teks", "seharusnya"),
    [
        ("Realisasi anggaran Rp4.289.354.976 atau 95,2%.", "97,51%"),
        ("Realisasi anggaran [[realisasi_anggaran]] (95,2%).", "97,51%"),
        ("Realisasi PBB sebesar Rp1.052.375.400 atau 85,19% dari target.", "84,19%"),
    ],
)
def test_a_percent_behind_an_amount_is_that_amounts(bersih, teks, seharusnya):
    t = temukan(bersih, teks)[0]
    assert (t.tingkat, t.nilai[1]) == (Tingkat.GALAT, ("seharusnya", seharusnya))


def test_an_earlier_value_that_a_change_starts_from_is_not_held_against_this_year(bersih):
    (t,) = temukan(bersih, "Nilai IPP naik dari 3,46 menjadi 3,72.")
    assert t.nilai[1] == ("token", "[[realisasi:ipp:N-1]]; [[realisasi:ipp]]")


def test_an_amount_said_again_in_words_is_one_figure(bersih):
    (t,) = temukan(bersih, "Pagu Rp4.500.000 (empat juta lima ratus ribu rupiah) disediakan.")
    assert t.nilai[0] == ("tertulis", "Rp4.500.000")


def test_what_is_left_in_percent_is_the_reports_own(bersih):
    assert temukan(bersih, "Anggaran yang tersisa adalah 2,49 persen dari pagu.") == []


def test_last_years_totals_are_right_to_say(bersih):
    lalu = replace(bersih.konteks, identitas=replace(bersih.konteks.identitas, tahun=2023))
    bahan = replace(bersih, lalu=lalu)
    assert temukan(bahan, "Serapan anggaran tahun 2023 adalah 97,51%.") == []
    (t,) = temukan(bahan, "Serapan anggaran tahun 2023 adalah 90%.")
    assert t.nilai == (("tertulis", "90%"), ("seharusnya", "97,51%"))


def test_counts_of_the_profile_are_the_reports_own(bersih):
    assert temukan(bersih, "Kecamatan membawahi 12 desa dengan 41.286 jiwa dan 24 orang pegawai.") == []
    (t,) = temukan(bersih, "Kecamatan membawahi 13 desa.")
    assert t.nilai == (("tertulis", "13"),)


def test_counts_that_another_check_owns_are_not_found_again(bersih):
    assert temukan(bersih, "Renstra memuat 6 tujuan, 13 sasaran, dan 32 indikator kinerja.") == []


def test_it_is_silent_without_facts(bersih):
    kosong = replace(bersih, indikator=(), hukum=(), laporan=None)
    assert list(periksa(kosong)) == []


@pytest.mark.parametrize(
    ("teks", "seharusnya"),
    [
        ("Serapan anggaran kantor adalah 100% [[kutipan:x]].", "97,51%"),
        ("Serapan anggaran Kecamatan Contoh, Kabupaten Contoh, adalah 100% [[kutipan:x]].", "97,51%"),
        ("Capaian SKM 99,93%. [[kutipan:laporan survei]]", "100,98%"),
    ],
)
def test_a_source_does_not_answer_for_a_figure_that_the_report_knows(bersih, teks, seharusnya):
    (t,) = temukan(bersih, teks)
    assert (t.tingkat, t.nilai[1]) == (Tingkat.GALAT, ("seharusnya", seharusnya))


def test_a_strange_figure_on_performance_warns_where_it_has_a_source(bersih):
    (tanpa,) = temukan(bersih, "Capaian kinerja pelayanan meningkat 93,4%.")
    (dengan,) = temukan(bersih, "Capaian kinerja pelayanan meningkat 93,4% [[kutipan:LHE 2023]].")
    assert (tanpa.tingkat, dengan.tingkat) == (Tingkat.GALAT, Tingkat.PERINGATAN)
    assert temukan(bersih, "Inflasi tercatat 2,6% [[kutipan:BPS]].") == []


def test_equal_figures_of_two_sentences_are_two_findings(bersih):
    satu, dua = temukan(bersih, "Pelayanan diikuti 723 pejabat. Loket menerima 723 sengketa.")
    assert satu.nilai == dua.nilai
    assert satu.kunci != dua.kunci


def test_a_reason_moves_with_its_sentence_and_does_not_cover_another(bersih):
    (asli,) = temukan(bersih, "Inflasi 2,6%.")
    (turun,) = temukan(bersih, "Alinea baru.\n\nInflasi 2,6%.")
    (lain,) = temukan(bersih, "Kebocoran pajak 2,6%.")
    assert asli.kunci == turun.kunci
    assert asli.lokasi.teks != turun.lokasi.teks
    assert lain.kunci != asli.kunci


def test_of_a_pasted_table_the_figures_that_are_not_judged_are_told(bersih):
    temuan = temukan(bersih, " ".join(f"{n},13" for n in range(200, 250)))
    assert [t.tingkat for t in temuan] == [Tingkat.PERINGATAN, Tingkat.PERINGATAN]
    assert temuan[-1].nilai == (("jumlah angka", "50"),)
    assert "hanya 40 yang pertama" in temuan[-1].pesan


def test_a_run_of_digits_that_no_figure_has_is_a_strange_number(bersih):
    (t,) = temukan(bersih, "9" * 1000)
    assert t.tingkat is Tingkat.PERINGATAN


@pytest.mark.parametrize(
    "teks",
    ["Serapan anggaran pada triwulan II sebesar 45,17%.", "Serapan anggaran tahun 2019 sebesar 96,80%."],
)
def test_what_the_report_cannot_contradict_warns_only(bersih, teks):
    (t,) = temukan(bersih, teks)
    assert t.tingkat is Tingkat.PERINGATAN
