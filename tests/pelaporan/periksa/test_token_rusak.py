"""A token prints a figure; an unknown or blank one is named, its cause once."""

from dataclasses import replace

import pytest

from pelaporan.periksa import realisasi_kosong, token_rusak
from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.jalankan import jalankan
from pelaporan.periksa.token_rusak import periksa
from sakip.umum.hitung import Keadaan
from tests.pelaporan.periksa.bersih import KOSONG, tambahi, ubah_baris, ubah_capaian

pytestmark = pytest.mark.django_db

BAGIAN = "bab4.langkah"


def test_a_report_of_sound_tokens_is_not_found(bersih):
    assert list(periksa(bersih)) == []


def test_an_unknown_key_blocks_where_it_stands(bersih):
    (t,) = periksa(tambahi(bersih, BAGIAN, "Capaian [[capaian:tiada]] dan [[serapan]]."))
    assert (t.tingkat, t.lokasi.kunci, t.tautan) == (Tingkat.GALAT, BAGIAN, f"narasi:{BAGIAN}")
    assert t.nilai == (("capaian:tiada", "tidak dikenal"),)
    assert "[[capaian:tiada]]" in t.pesan


def test_a_source_is_no_token(bersih):
    assert list(periksa(tambahi(bersih, BAGIAN, "Sumber lain [[kutipan:BPS 2024]]."))) == []


@pytest.mark.parametrize(
    ("kunci", "isi", "sebab"),
    [
        ("realisasi:skm", {"realisasi": KOSONG}, "realisasi:skm"),
        ("capaian:skm", {"realisasi": KOSONG, "capaian": KOSONG}, "realisasi:skm"),
        ("capaian:skm", {"target": KOSONG, "capaian": KOSONG}, "target:skm"),
        ("target:skm", {"target": KOSONG}, "target:skm"),
        ("kategori:skm", {"realisasi": KOSONG, "kategori": KOSONG}, "realisasi:skm"),
    ],
)
def test_a_blank_carries_the_cause_that_the_data_check_names(bersih, kunci, isi, sebab):
    bahan = tambahi(ubah_capaian(bersih, "skm", **isi), BAGIAN, f"Nilainya [[{kunci}]].")
    (t,) = periksa(bahan)
    assert (t.tingkat, t.sebab) == (Tingkat.GALAT, sebab)
    assert "belum diisi" in t.pesan


def test_a_blank_budget_carries_its_programme(bersih):
    bab3 = bersih.konteks.bab3
    bab3 = replace(bab3, anggaran=ubah_baris(bab3.anggaran, "7.01.05", realisasi=KOSONG, serapan=KOSONG))
    bahan = replace(bersih, konteks=replace(bersih.konteks, bab3=bab3))
    (t,) = periksa(tambahi(bahan, BAGIAN, "Terserap [[serapan:7.01.05]]."))
    assert t.sebab == "anggaran:7.01.05"


def test_of_one_cause_only_the_data_finding_is_kept(bersih):
    bahan = tambahi(ubah_capaian(bersih, "skm", realisasi=KOSONG), BAGIAN, "Nilainya [[realisasi:skm]].")
    hasil = jalankan(bahan, (realisasi_kosong.PEMERIKSAAN, token_rusak.PEMERIKSAAN))
    assert [t.kode for t in hasil.temuan] == ["realisasi_kosong"]


def test_what_cannot_be_said_of_a_figure_warns(bersih):
    tiada = replace(KOSONG, teks="tidak berlaku", keadaan=Keadaan.TIDAK_BERLAKU, alasan="tidak ada pilkades")
    (t,) = periksa(tambahi(ubah_capaian(bersih, "skm", capaian=tiada), BAGIAN, "Capaian [[capaian:skm]]."))
    assert t.tingkat is Tingkat.PERINGATAN
    assert "tidak ada pilkades" in t.pesan


def test_a_reason_is_about_the_words_around_the_token(bersih):
    tiada = replace(KOSONG, teks="tidak berlaku", keadaan=Keadaan.TIDAK_BERLAKU, alasan="tidak ada pilkades")
    cacat = ubah_capaian(bersih, "skm", capaian=tiada)
    (satu,) = periksa(tambahi(cacat, BAGIAN, "Capaian [[capaian:skm]]."))
    (dua,) = periksa(tambahi(cacat, BAGIAN, "Capaian survei naik menjadi [[capaian:skm]]."))
    assert satu.lokasi == dua.lokasi
    assert satu.kunci != dua.kunci
