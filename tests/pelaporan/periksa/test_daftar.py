"""The list of checks: whole, in order, silent over a clean report, and each finding with a place to go to."""

from __future__ import annotations

import importlib
from collections import Counter
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from pelaporan.kerangka import BAGIAN_NARASI
from pelaporan.konteks import Angka
from pelaporan.periksa import bahan as modul_bahan
from pelaporan.periksa import daftar, sebut
from pelaporan.periksa.bahan import BahanPeriksa, FaktaTahap
from pelaporan.periksa.daftar import DAFTAR
from pelaporan.periksa.dasar import Pemeriksaan, Tingkat
from pelaporan.periksa.jalankan import jalankan
from sakip.umum.hitung import Keadaan

pytestmark = pytest.mark.django_db

FOLDER = Path(modul_bahan.__file__).parent
KODE = [p.kode for p in DAFTAR]
# Infos that a sound report rightly has: its PK was raised above the Renstra and says why.
TAK_TERHINDAR = {"pk_beda_renstra"}
KANTOR = ("batang-batang", "batang-batang-seperti-terbit", "contoh")


@pytest.fixture
def semua_bahan(bahan_semua) -> dict[str, BahanPeriksa]:
    """What the checks read of the three example offices."""
    assert tuple(sorted(bahan_semua)) == KANTOR
    return bahan_semua


# The list ---------------------------------------------------------------------------------------------


def test_codes_are_unique():
    assert [k for k, n in Counter(KODE).items() if n > 1] == []


def test_names_are_unique():
    assert [n for n, jumlah in Counter(p.nama for p in DAFTAR).items() if jumlah > 1] == []


@pytest.mark.parametrize("p", DAFTAR, ids=KODE)
def test_a_check_is_the_one_of_its_module_and_says_what_and_why(p):
    modul = importlib.import_module(f"pelaporan.periksa.{p.kode}")
    assert modul.PEMERIKSAAN is p
    assert p.periksa is modul.periksa
    assert modul.__doc__
    assert p.nama.strip() == p.nama != ""
    assert p.nama[0].isupper()
    assert p.sumber.strip() == p.sumber != ""
    assert isinstance(p.tingkat, Tingkat)


@pytest.mark.parametrize("p", DAFTAR, ids=KODE)
def test_every_check_has_its_own_test_file_that_plants_something(p):
    uji = Path(__file__).with_name(f"test_{p.kode}.py")
    assert uji.is_file()
    assert f"pelaporan.periksa.{p.kode}" in uji.read_text(encoding="utf-8")


def test_every_module_with_a_check_is_registered():
    ada = {f.stem for f in FOLDER.glob("*.py") if "\nPEMERIKSAAN = Pemeriksaan(" in f.read_text("utf-8")}
    assert ada == set(KODE)


def test_the_order_is_that_of_the_groups():
    kelompok = [v for v in vars(daftar).values() if isinstance(v, tuple) and v is not DAFTAR]
    assert all(isinstance(p, Pemeriksaan) for isi in kelompok for p in isi)
    assert [p for isi in kelompok for p in isi] == list(DAFTAR)


def test_a_check_that_is_switched_off_says_since_when_and_why():
    assert all(p.nonaktif is None or p.nonaktif.alasan.strip() for p in DAFTAR)


# Over a clean report -----------------------------------------------------------------------------------


@pytest.mark.parametrize("p", DAFTAR, ids=KODE)
def test_no_check_finds_anything_in_a_clean_report(p, bersih):
    temuan = [t for t in p.periksa(bersih) if not (t.tingkat is Tingkat.INFO and p.kode in TAK_TERHINDAR)]
    assert temuan == []


@pytest.mark.parametrize("p", DAFTAR, ids=KODE)
def test_a_check_bears_a_report_without_the_facts_around_it(p, bersih):
    """An old version has its konteks and nothing else; what cannot be known is not said."""
    galat = [t for t in p.periksa(BahanPeriksa(konteks=bersih.konteks)) if t.tingkat is Tingkat.GALAT]
    assert galat == []


# Over the example offices ---------------------------------------------------------------------------------


def test_kecamatan_contoh_has_no_galat(semua_bahan):
    assert [t.pesan for t in jalankan(semua_bahan["contoh"]).galat] == []


@pytest.mark.parametrize("kantor", KANTOR)
def test_the_findings_and_their_order_do_not_change_from_run_to_run(semua_bahan, kantor):
    assert jalankan(semua_bahan[kantor]).temuan == jalankan(semua_bahan[kantor]).temuan


@pytest.mark.parametrize("kantor", KANTOR)
def test_every_finding_is_of_its_check_and_no_worse_than_its_level(semua_bahan, kantor):
    urutan = list(Tingkat)
    for p in DAFTAR:
        for t in p.periksa(semua_bahan[kantor]):
            assert t.kode == p.kode
            assert urutan.index(t.tingkat) >= urutan.index(p.tingkat), t


@pytest.mark.parametrize("kantor", KANTOR)
def test_every_finding_leads_somewhere(semua_bahan, kantor):
    """``tautan`` is a word of the vocabulary, with a record where it asks for one."""
    from pelaporan.tautan import _BEROBJEK, _SATUAN

    for t in jalankan(semua_bahan[kantor]).temuan:
        jenis, _, objek = t.tautan.partition(":")
        assert jenis in (_BEROBJEK if objek else _SATUAN), t


@pytest.mark.parametrize("kantor", KANTOR)
def test_every_finding_stands_at_a_place_of_the_skeleton(semua_bahan, kantor):
    k = semua_bahan[kantor].konteks.kerangka
    tempat = {j.kunci for j in k.judul} | {t.kunci for t in k.tabel} | {b for b, _ in BAGIAN_NARASI}
    for t in jalankan(semua_bahan[kantor]).temuan:
        assert t.lokasi.kunci in tempat, t
        assert t.lokasi.teks


@pytest.mark.parametrize("kantor", KANTOR)
def test_a_message_is_for_an_official(semua_bahan, kantor):
    for t in jalankan(semua_bahan[kantor]).temuan:
        assert t.pesan.endswith("."), t
        assert "!" not in t.pesan.replace("#REF!", ""), t
        assert t.pesan[0].isupper() or not t.pesan[0].isalpha(), t


@pytest.mark.parametrize("kantor", KANTOR)
def test_no_two_findings_have_one_key(semua_bahan, kantor):
    kunci = [t.kunci for t in jalankan(semua_bahan[kantor]).temuan]
    assert len(kunci) == len(set(kunci))


def _lebih_dari_lima(bahan):
    """Defects in more rows than a message names: no evidence, no unit, nothing applicable, no words."""
    tiada = Angka("tidak berlaku", Keadaan.TIDAK_BERLAKU, None, "tidak diukur")
    indikator = tuple(
        replace(
            i,
            is_dilaporkan=True,
            satuan="" if i.kode_node else i.satuan,
            formulasi="x",
            arah="makin_tinggi",
            realisasi=tiada if i.kode_node else i.realisasi,
            periode=tuple(replace(p, terisi=True, berlaku=True, bukti=0) for p in i.periode),
        )
        for i in bahan.indikator
    )
    program = tuple(replace(p, indikator=0, porsi=Angka("1", nilai=Decimal(1))) for p in bahan.program)
    tahap = tuple(FaktaTahap(f"Unit {n}", "Triwulan I", "Dikirim", n % 2 == 0) for n in range(14))
    b = bahan.konteks.bab3
    capaian = tuple(replace(x, realisasi=tiada, capaian=Angka("1,00%", nilai=Decimal(1))) for x in b.capaian)
    analisis = tuple(
        replace(x, wajib=False, analisis=Angka(f"kata {n}"), solusi=Angka("x"))
        for n, x in enumerate(b.analisis)
    )
    konteks = replace(bahan.konteks, bab3=replace(b, capaian=capaian, analisis=analisis))
    return replace(bahan, konteks=konteks, indikator=indikator, program=program, tahap=tahap)


def test_what_a_message_only_counts_still_enters_the_key(semua_bahan, monkeypatch):
    """A reason for the five that are named and the rest of today covers no other rest tomorrow."""
    asli, daftar_panjang = sebut.sebut, {}

    def catat(butir):
        teks = asli(butir)
        if len(butir) > sebut.PALING_BANYAK:
            daftar_panjang[teks] = tuple(butir)
        return teks

    for f in FOLDER.glob("*.py"):
        modul = importlib.import_module(f"pelaporan.periksa.{f.stem}")
        if getattr(modul, "sebut", None) is asli:
            monkeypatch.setattr(modul, "sebut", catat)
    dipotong = set()
    for bahan in (*semua_bahan.values(), *map(_lebih_dari_lima, semua_bahan.values())):
        for p in DAFTAR:
            for t in p.periksa(bahan):
                for teks, butir in daftar_panjang.items():
                    if teks in t.pesan:
                        dipotong.add(p.kode)
                        assert len(set(t.nilai)) >= len(set(butir)), t
    assert len(dipotong) >= 10, dipotong


def test_only_the_message_is_cut():
    """No check shortens what enters the key by the limit of the message."""
    memotong = [f.stem for f in FOLDER.glob("*.py") if "[:PALING_BANYAK]" in f.read_text("utf-8")]
    assert memotong == ["sebut"]


@pytest.mark.parametrize("kantor", KANTOR)
def test_other_offices_are_not_named(semua_bahan, kantor):
    """What the writer typed himself may be repeated to him; a name that he did not type is not told."""
    bahan = semua_bahan[kantor]
    ketikan = str(bahan.konteks)
    for t in jalankan(bahan).temuan:
        asing = [n for n in bahan.nama_lain if n in t.pesan and n not in ketikan]
        assert asing == [], t
