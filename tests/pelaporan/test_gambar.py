"""Drawings: geometry that stays inside its picture, with the words of the konteks."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from pelaporan.gambar import LEBAR, build_bagan, build_batang, build_gambar, potong
from pelaporan.konteks import Angka, Unit
from sakip.umum.hitung import Keadaan
from tests.pelaporan.bahan_konteks import KOSONG, organisasi
from tests.pelaporan.konteks_contoh import konteks_contoh, konteks_kosong


def persen(nilai: str) -> Angka:
    return Angka(f"{nilai.replace('.', ',')}%", nilai=Decimal(nilai))


def kotak(bagan) -> list[tuple[float, float, float, float]]:
    """Left, top, right and bottom of every box."""
    return [
        (float(k.x), float(k.y), float(k.x) + float(k.lebar), float(k.y) + float(k.tinggi))
        for k in bagan.kotak
    ]


# Gambar 1.1 ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("fungsional", [False, True])
@pytest.mark.parametrize("seksi", range(13))
def test_boxes_stay_inside_and_never_overlap(seksi, fungsional):
    bagan = build_bagan(organisasi(seksi, fungsional))
    semua = kotak(bagan)
    assert len(semua) == 4 + seksi + fungsional
    for kiri, atas, kanan, bawah in semua:
        assert 0 <= kiri < kanan <= LEBAR
        assert 0 <= atas < bawah <= float(bagan.tinggi)
    for i, a in enumerate(semua):
        for b in semua[i + 1 :]:
            assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1], (a, b)


@pytest.mark.parametrize("seksi", range(13))
def test_every_name_stands_whole_inside_its_box(seksi):
    kepala = organisasi(seksi)
    bagan = build_bagan(kepala)
    tertulis = sorted(" ".join(t.teks for t in k.baris) for k in bagan.kotak)
    assert tertulis == sorted(u.nama for u in semua_unit(kepala))
    for k in bagan.kotak:
        for t in k.baris:
            assert float(k.y) + 5 < float(t.y) < float(k.y) + float(k.tinggi) - 1
            assert len(t.teks) * 7.6 * 0.53 <= float(k.lebar), t.teks


def semua_unit(unit: Unit):
    yield unit
    for anak in unit.anak:
        yield from semua_unit(anak)


def test_only_the_head_is_highlighted_and_the_sekretariat_stands_at_the_right():
    bagan = build_bagan(organisasi())
    assert [k.utama for k in bagan.kotak] == [True] + [False] * 8
    sekretariat = next(k for k in bagan.kotak if k.baris[0].teks == "Sekretariat")
    assert float(sekretariat.x) > LEBAR / 2


def test_a_row_of_five_stands_on_one_height():
    bagan = build_bagan(organisasi(5))
    seksi = [k for k in bagan.kotak if k.baris[0].teks.startswith("Seksi")]
    assert len({k.y for k in seksi}) == 1
    assert len({(k.lebar, k.tinggi) for k in seksi}) == 1


@pytest.mark.parametrize("seksi", [7, 9, 10, 11, 13, 18])
def test_the_line_down_to_a_second_row_passes_between_boxes(seksi):
    bagan = build_bagan(organisasi(seksi))
    baris = [k for k in bagan.kotak if k.baris[0].teks.startswith("Seksi")]
    terbawah = max(float(k.y) for k in baris)
    for k in baris:
        if float(k.y) < terbawah:
            assert not float(k.x) < LEBAR / 2 < float(k.x) + float(k.lebar)


def test_the_alternative_text_names_every_unit():
    kepala = organisasi(12, fungsional=True)
    alternatif = build_bagan(kepala).alternatif
    assert all(u.nama in alternatif for u in semua_unit(kepala))


def test_numbers_of_the_drawing_have_a_decimal_point():
    gambar = build_gambar(konteks_contoh())
    bagan, batang = gambar.organisasi, gambar.capaian
    angka = [bagan.lebar, bagan.tinggi, *(v for k in bagan.kotak for v in (k.x, k.y, k.lebar, k.tinggi))]
    angka += [batang.tinggi, batang.x_seratus, *(b.lebar for b in batang.batang if b.lebar)]
    for satu in angka:
        assert re.fullmatch(r"-?\d+(\.\d+)?", satu), satu
    assert re.fullmatch(r"[MVH\d. ]+", bagan.garis)


# Gambar 3.1 and 3.2 --------------------------------------------------------------------------------


def test_a_bar_is_as_long_as_its_share_of_the_target():
    satu = build_batang("Capaian", [("Satu", persen("50.00"), True), ("Dua", persen("100.00"), False)])
    nol, seratus = float(satu.x_nol), float(satu.x_seratus)
    assert [float(b.lebar) for b in satu.batang] == [(seratus - nol) / 2, seratus - nol]
    assert float(satu.x_tengah) == nol + (seratus - nol) / 2
    assert [b.nilai.teks for b in satu.batang] == ["50,00%", "100,00%"]
    assert [b.kurang for b in satu.batang] == [True, False]


@pytest.mark.parametrize("nilai", ["104.55", "150.00", "26620.69"])
def test_above_the_target_the_scale_ends_at_150(nilai):
    satu = build_batang("Capaian", [("Satu", persen(nilai), False)])
    ujung = float(satu.x_nol) + float(satu.batang[0].lebar)
    assert float(satu.x_seratus) < ujung <= LEBAR
    assert float(satu.batang[0].nilai.x) > ujung
    assert satu.batang[0].nilai.teks == persen(nilai).teks


def test_a_negative_value_has_no_bar_and_keeps_its_number():
    satu = build_batang("Capaian", [("Satu", persen("-70.50"), True)])
    assert satu.batang[0].lebar == "0"
    assert satu.batang[0].nilai.teks == "-70,50%"


@pytest.mark.parametrize(
    "angka", [KOSONG, Angka("tidak dapat dihitung", Keadaan.TIDAK_DAPAT_DIHITUNG, alasan="target 0")]
)
def test_a_blank_has_no_bar_and_says_so(angka):
    satu = build_batang("Capaian", [("Satu", angka, False), ("Dua", persen("80.00"), True)])
    assert satu.batang[0].lebar == ""
    assert satu.batang[0].nilai.teks == angka.teks
    assert f"Satu {angka.teks}" in satu.alternatif


def test_long_labels_wrap_and_rows_do_not_touch():
    nama = "Persentase penyelenggaraan urusan pemerintahan umum yang dilimpahkan kepada camat"
    satu = build_batang("Capaian", [(nama, persen("80.00"), True)] * 3)
    for atas, bawah in zip(satu.batang, satu.batang[1:], strict=False):
        assert len(atas.label) > 1
        assert float(bawah.label[0].y) - float(atas.label[-1].y) > 9
    assert float(satu.batang[-1].label[-1].y) < float(satu.tinggi)


def test_without_rows_there_is_no_drawing():
    assert build_batang("Capaian", []) is None
    gambar = build_gambar(konteks_kosong())
    assert (gambar.organisasi, gambar.capaian, gambar.serapan) == (None, None, None)


def test_the_budget_chart_shows_programmes_only():
    k = konteks_contoh()
    rinci = replace(k.bab3.anggaran[0], tingkat=2, nama="Kegiatan")
    gambar = build_gambar(replace(k, bab3=replace(k.bab3, anggaran=(*k.bab3.anggaran, rinci))))
    assert len(gambar.serapan.batang) == 2
    assert [b.kurang for b in gambar.serapan.batang] == [False, True]


def test_text_breaks_at_blanks_and_keeps_every_word():
    teks = "Koordinasi Penyelenggaraan Ketenteraman dan Ketertiban Umum"
    baris = potong(teks, 60, 7.6)
    assert " ".join(baris) == teks
    assert len(baris) > 3
    assert potong("", 60, 7.6) == ()
