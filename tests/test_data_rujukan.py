"""The reference data load whole, once, and say what docs/nomenklatur.md says of them."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from kinerja.models import SkalaCapaian, SkalaNilai
from organisasi.models import DasarHukum, Pangkat, Satuan
from renstra.models import Nomenklatur
from renstra.pilihan import TingkatNomenklatur
from sakip.umum.pemuat import muat_berkas

AKAR = Path(__file__).resolve().parent.parent
RUJUKAN = sorted((AKAR / "fixtures/rujukan").glob("*.json"))

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _rujukan() -> None:
    muat_berkas(*RUJUKAN)


def test_loading_twice_creates_nothing() -> None:
    hasil = muat_berkas(*RUJUKAN)
    assert hasil.dibuat == 0
    assert hasil.sudah_ada > 0


def test_nomenklatur_agrees_with_the_table_of_its_page() -> None:
    halaman = (AKAR / "docs/nomenklatur.md").read_text(encoding="utf-8")
    tercetak = {
        int(m[1]): (int(m[2]), int(m[3]), int(m[4]))
        for m in re.finditer(r"^\| (\d) [a-z ]+\| (\d+) \| (\d+) \| (\d+) \|$", halaman, re.M)
    }
    semua = Counter(Nomenklatur.objects.values_list("tingkat", flat=True))
    pasti = Counter(Nomenklatur.objects.filter(terkonfirmasi=True).values_list("tingkat", flat=True))
    assert tercetak == {t: (semua[t], pasti[t], semua[t] - pasti[t]) for t in semua}
    belum = set(Nomenklatur.objects.filter(terkonfirmasi=False).values_list("kode", flat=True))
    assert set(re.findall(r"^\| (7\.\S+) \|", halaman, re.M)) == belum


def test_every_nomenklatur_has_its_parent_and_the_shape_of_its_level() -> None:
    baris = {n.kode: n for n in Nomenklatur.objects.all()}
    titik = {t: i for i, t in enumerate((1, 2, 3))} | {4: 4, 5: 5}
    for kode, n in baris.items():
        assert kode.count(".") == titik[n.tingkat], kode
        if n.tingkat == TingkatNomenklatur.SUB_KEGIATAN:
            assert re.fullmatch(r"7\.01\.\d\d\.2\.\d\d\.\d{4}", kode)
            assert n.kode_lama == re.sub(r"00(\d\d)$", r"\1", kode)
        else:
            assert n.kode_lama == ""
        if n.tingkat > TingkatNomenklatur.URUSAN:
            potong = 2 if n.tingkat == TingkatNomenklatur.KEGIATAN else 1
            assert kode.rsplit(".", potong)[0] in baris


def test_names_carry_no_mark_of_the_source_table() -> None:
    for n in Nomenklatur.objects.all():
        teks = n.nama + n.indikator + n.satuan
        assert not re.search(r"[~*…|]| /|/ |  ", teks), n.kode
        assert n.nama == n.nama.strip()
        assert set(n.sumber) <= set("*ABPRS")
        assert n.sumber


def test_the_six_programmes_have_their_official_names() -> None:
    program = Nomenklatur.objects.filter(tingkat=TingkatNomenklatur.PROGRAM).order_by("kode")
    assert [p.kode for p in program] == [f"7.01.0{i}" for i in range(1, 7)]
    assert program[0].nama == "PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN/KOTA"
    assert program[3].nama == "PROGRAM KOORDINASI KETENTRAMAN DAN KETERTIBAN UMUM"


def test_units_of_the_nomenclature_are_in_the_list_of_units() -> None:
    dipakai = set(Nomenklatur.objects.exclude(satuan="").values_list("satuan", flat=True))
    assert dipakai <= set(Satuan.objects.values_list("nama", flat=True))
    assert list(Satuan.objects.filter(is_persen=True).values_list("nama", flat=True)) == ["Persen"]


def test_ranks_run_from_juru_muda_to_pembina_utama() -> None:
    pangkat = list(Pangkat.objects.order_by("urutan"))
    assert len(pangkat) == 17
    assert str(pangkat[0]) == "Juru Muda (I/a)"
    assert str(Pangkat.objects.get(golongan="IV/a")) == "Pembina (IV/a)"
    assert str(pangkat[-1]) == "Pembina Utama (IV/e)"


def test_scale_has_five_classes_with_the_lowest_open() -> None:
    skala = SkalaCapaian.objects.get(nama="Skala lima kelas")
    assert list(skala.kelas.order_by("urutan").values_list("nama", "batas_bawah")) == [
        ("Sangat Tinggi", Decimal(91)),
        ("Tinggi", Decimal(76)),
        ("Sedang", Decimal(66)),
        ("Rendah", Decimal(51)),
        ("Sangat Rendah", None),
    ]


def test_grades_are_ranked_best_first() -> None:
    akip = SkalaNilai.objects.filter(skala="akip").order_by("-peringkat")
    assert [(n.kode, n.peringkat) for n in akip] == list(
        zip(["AA", "A", "BB", "B", "CC", "C", "D"], range(7, 0, -1), strict=True)
    )
    opini = SkalaNilai.objects.filter(skala="opini").order_by("-peringkat")
    assert [n.kode for n in opini] == ["WTP", "WDP", "TW", "TMP"]


def test_national_regulations_are_cited_in_full() -> None:
    assert DasarHukum.objects.filter(pemda__isnull=False).count() == 0
    sebutan = {d.kunci: d.sebutan for d in DasarHukum.objects.all()}
    assert sebutan["perpres-29-2014"] == "Peraturan Presiden Nomor 29 Tahun 2014"
    assert sebutan["permenpanrb-53-2014"] == (
        "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 53 Tahun 2014"
    )
    assert sebutan["permenpan-per-09-2007"] == (
        "Peraturan Menteri Negara Pendayagunaan Aparatur Negara Nomor PER/09/M.PAN/5/2007"
    )
    assert sebutan["kepmendagri-050-5889-2021"] == (
        "Keputusan Menteri Dalam Negeri Nomor 050-5889 Tahun 2021"
    )
    ubah = DasarHukum.objects.get(kunci="kepmendagri-900-1-15-5-1317-2023")
    assert ubah.mengubah is not None
    assert ubah.mengubah.kunci == "kepmendagri-050-5889-2021"
