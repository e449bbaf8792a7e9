"""The list of pages of the workspace: nothing of the report is left out, findings stand where they print."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from django.conf import settings

from pelaporan.kerangka import BAB, BAGIAN_NARASI, DEPAN, GAMBAR, TABEL, build_kerangka
from pelaporan.periksa.dasar import Lokasi, Temuan, Tingkat
from pelaporan.ruang import (
    LEMBAR,
    MENURUT_KUNCI,
    build_pohon,
    lembar_untuk,
    sebut_lembar,
    sebut_letak,
    temuan_lembar,
)
from tests.pelaporan.bahan_konteks import identitas_contoh, periode_contoh

TEMPLAT = Path(settings.BASE_DIR) / "templates" / "pelaporan" / "lkjip"
KERANGKA = build_kerangka(identitas_contoh(), periode_contoh())


def temuan(kunci: str, tingkat: Tingkat = Tingkat.GALAT, objek: str = "") -> Temuan:
    return Temuan("uji", tingkat, Lokasi(kunci, kunci, objek), "pesan")


def test_every_written_section_has_a_page_of_its_own_in_the_order_of_the_report():
    assert [x.kunci for x in LEMBAR if x.is_ditulis] == [kunci for kunci, _ in BAGIAN_NARASI]


def test_every_heading_table_and_figure_prints_on_a_page():
    daftar = {"depan.daftar_isi", "depan.daftar_tabel", "depan.daftar_gambar"}
    semua = {k for k, *_ in DEPAN} | {k for k, *_ in (*TABEL, *GAMBAR)} | {k for k, *_ in BAB}
    semua |= {k for *_, bagian in BAB for k, _ in bagian}
    assert {k for k in semua if lembar_untuk(k) is None} == daftar
    assert lembar_untuk("sampul") is None
    assert lembar_untuk("lampiran.pk") is lembar_untuk("lampiran") is MENURUT_KUNCI["lampiran"]


def test_no_place_prints_on_two_pages():
    semua = [t for x in LEMBAR for t in x.tempat]
    assert sorted(semua) == sorted(set(semua))


def _isi(nama: str) -> str:
    """A template with the tables and figures that it includes."""
    teks = (TEMPLAT / f"{nama}.html").read_text(encoding="utf-8")
    return teks + "".join(_isi(n) for n in re.findall(r'include "pelaporan/lkjip/(_[tg]_\w+)\.html"', teks))


@pytest.mark.parametrize("lembar", LEMBAR, ids=[x.kunci for x in LEMBAR])
def test_a_page_prints_its_tables_figures_and_text(lembar):
    isi = "".join(_isi(n) for n in (*lembar.templat, *lembar.penutup))
    for tempat in lembar.tempat:
        if tempat.startswith(("t_", "g_")):
            assert f'"{tempat}"' in isi, tempat
    if lembar.is_ditulis and not lembar.uraian:
        assert f'narasi "{lembar.kunci}"' in isi
    for kunci in re.findall(r'narasi "([\w.]+)"', isi):
        assert kunci == lembar.kunci


def test_a_finding_stands_with_the_page_that_prints_its_place():
    semua = (temuan("t_iku"), temuan("tabel.t_capaian"), temuan("g_capaian", objek="x"), temuan("sampul"))
    assert temuan_lembar(MENURUT_KUNCI["bab2.renstra"], semua) == semua[:1]
    assert temuan_lembar(MENURUT_KUNCI["tabel.t_capaian"], semua) == semua[1:3]


def daun(pohon):
    return {
        d.lembar.kunci: d
        for bab in pohon
        for d in ([bab.daun] if bab.daun else [x for g in bab.kelompok for x in g.daun])
    }


def test_the_list_says_how_far_each_page_is_and_what_was_found_there():
    pohon = build_pohon(
        KERANGKA,
        {"bab1.isu": "siap", "bab4.langkah": "draf"},
        ["bab4.langkah"],
        [temuan("t_iku"), temuan("bab2.renstra", Tingkat.PERINGATAN), temuan("t_rpjmd", Tingkat.INFO)],
    )
    satu = daun(pohon)
    assert list(satu) == [x.kunci for x in LEMBAR]
    assert (satu["bab1.isu"].keadaan, satu["bab4.langkah"].keadaan) == ("siap", "draf")
    assert satu["bab2.pk"].keadaan == "kosong" and satu["bab1.hukum"].keadaan == ""
    assert satu["bab4.langkah"].is_tawaran and not satu["bab1.isu"].is_tawaran
    assert (satu["bab2.renstra"].galat, satu["bab2.renstra"].peringatan) == (1, 1)


def test_the_list_names_chapters_headings_and_tables_with_their_numbers():
    pohon = build_pohon(KERANGKA, {}, [], [])
    assert [b.sebutan for b in pohon] == [
        "Kata Pengantar", "Ikhtisar Eksekutif", "I. Pendahuluan", "II. Perencanaan Kinerja",
        "III. Akuntabilitas Kinerja", "IV. Penutup", "Lampiran",
    ]  # fmt: skip
    bab3 = pohon[4].kelompok
    assert [g.sebutan for g in bab3] == [
        "A. Capaian Kinerja Organisasi", "", "C. Tingkat Efisiensi Penggunaan Sumber Daya", "",
    ]  # fmt: skip
    assert [d.sebutan for d in bab3[0].daun][:2] == ["Pengantar", "3.2 Capaian indikator"]
    assert bab3[1].daun[0].sebutan == "B. Realisasi Anggaran"
    assert [g.daun[0].sebutan for g in pohon[5].kelompok] == ["Kesimpulan", "Langkah perbaikan"]


def test_a_page_says_what_it_is_and_where_it_stands():
    capaian, isu, pengantar, langkah = (
        MENURUT_KUNCI[k] for k in ("tabel.t_capaian", "bab1.isu", "depan.pengantar", "bab4.langkah")
    )
    assert sebut_lembar(capaian, KERANGKA) == "Tabel 3.2, Capaian indikator"
    assert sebut_letak(capaian, KERANGKA) == "Bab III, A. Capaian Kinerja Organisasi"
    assert (sebut_lembar(isu, KERANGKA), sebut_letak(isu, KERANGKA)) == (
        "Isu Strategis",
        "Bab I, C. Isu Strategis",
    )
    assert (sebut_lembar(pengantar, KERANGKA), sebut_letak(pengantar, KERANGKA)) == ("Kata Pengantar", "")
    assert sebut_letak(langkah, KERANGKA) == "Bab IV, Penutup"
    lain = replace(KERANGKA, tabel=tuple(replace(t, nomor="9.9") for t in KERANGKA.tabel))
    assert sebut_lembar(capaian, lain) == "Tabel 9.9, Capaian indikator"
