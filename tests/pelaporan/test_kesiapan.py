"""The criteria as data, the lists that hold for a report, the page and its answers."""

from __future__ import annotations

import re
from collections import Counter
from io import BytesIO

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import connection
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from organisasi.models import Jejak
from pelaporan.kesiapan.daftar import PENGUJI
from pelaporan.kesiapan_laporan import build_kesiapan, perangkat_berlaku
from pelaporan.models import JawabanKriteria, KriteriaEvaluasi, PerangkatKriteria
from pelaporan.tautan import JENIS_TAUTAN
from pelaporan.templatetags.lkjip import jangkar
from pelaporan.terbit import build_context
from sakip.umum.pemuat import muat_berkas
from tests.pelaporan.kantor_uji import TAHUN, rapi

pytestmark = pytest.mark.django_db
DATA = settings.BASE_DIR / "fixtures" / "rujukan" / "06-kriteria-evaluasi.json"
HALAMAN = f"/kantor/alfa/{TAHUN}/kesiapan/"
# Keys of links in the sources of the package, as written or before a code is put in.
TAUTAN = re.compile(r'"((?:bagian|[a-z_]+):[^"{]*)(?:\{|")')


@pytest.fixture
def kriteria(db):
    muat_berkas(DATA)


def buat(nomor="1", penguji="", **perangkat):
    """Make a list with one criterion."""
    isi = {"kunci": "uji", "jenis": "evaluasi", "nama": "Uji", "sumber": "Perbup 1/2023", "mulai_tahun": 2022}
    p = rapi(PerangkatKriteria(**{**isi, **perangkat}))
    return rapi(
        KriteriaEvaluasi(
            perangkat=p, kelompok="Uji", nomor=nomor, urutan=1, uraian="Ada uji.", penguji=penguji
        )
    )


def jawab(c, k, jawaban="ya", catatan="Dibahas dalam rapat.", bukti=""):
    isi = {f"k{k.pk}-jawaban": jawaban, f"k{k.pk}-catatan": catatan, f"k{k.pk}-bukti": bukti}
    return c.post(HALAMAN, {"kriteria": k.pk, **isi})


# The data ------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("kriteria")
def test_the_national_lists_are_whole():
    jumlah = Counter(KriteriaEvaluasi.objects.values_list("perangkat__jenis", "kelompok"))
    assert jumlah == {
        ("evaluasi", "3.a Keberadaan"): 6,
        ("evaluasi", "3.b Kualitas"): 9,
        ("evaluasi", "3.c Pemanfaatan"): 7,
        ("reviu", "I Format"): 6,
        ("reviu", "II Mekanisme penyusunan"): 7,
        ("reviu", "III Substansi"): 10,
    }


@pytest.mark.usefixtures("kriteria")
def test_every_criterion_has_a_source_with_its_year_and_a_known_test():
    for k in KriteriaEvaluasi.objects.select_related("perangkat"):
        assert re.search(r"\d+/20\d\d", k.sumber), k.nomor
        assert k.penguji in {"", *PENGUJI}, k.nomor
        assert k.uraian.endswith("."), k.nomor
        if k.perangkat.jenis == "reviu":
            assert "perlu dicocokkan dengan formulir" in k.sumber
        else:
            assert k.bukti_diminta.startswith("Praktik "), k.nomor
    assert muat_berkas(DATA).dibuat == 0


def test_a_test_that_the_code_does_not_know_is_refused():
    with pytest.raises(ValidationError) as galat:
        buat(penguji="nilai-sakip")
    (pesan,) = galat.value.message_dict["penguji"]
    assert "nilai-sakip tidak dikenal" in pesan
    assert "semua_informasi" in pesan


# Which lists hold ------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("kriteria")
def test_a_government_has_its_own_list_from_its_first_year_on(pemeran):
    laporan = pemeran.a.laporan
    nasional = [p.kunci for p in perangkat_berlaku(laporan)]
    assert nasional == ["evaluasi-88-2021", "reviu-53-2014"]
    buat(pemda=pemeran.pemda, kunci="kini", mulai_tahun=TAHUN)
    buat(pemda=pemeran.pemda, kunci="lama", mulai_tahun=TAHUN - 1)
    buat(pemda=pemeran.pemda, kunci="nanti", mulai_tahun=TAHUN + 1)
    assert [p.kunci for p in perangkat_berlaku(laporan)] == ["kini", "reviu-53-2014"]
    laporan.tahun = TAHUN - 1
    assert [p.kunci for p in perangkat_berlaku(laporan)] == ["lama", "reviu-53-2014"]
    laporan.tahun = TAHUN - 2
    assert [p.kunci for p in perangkat_berlaku(laporan)] == nasional


@pytest.mark.usefixtures("kriteria")
def test_another_governments_list_is_not_ours(pemeran):
    from organisasi.models import PemerintahDaerah

    lain = PemerintahDaerah.objects.create(jenis="kabupaten", nama="Lain", kode="99.77", ibu_kota="Kota Lain")
    buat(pemda=lain, mulai_tahun=TAHUN)
    assert [p.kunci for p in perangkat_berlaku(pemeran.a.laporan)] == ["evaluasi-88-2021", "reviu-53-2014"]


def test_a_variant_uses_any_known_test(pemeran, masuk):
    buat(pemda=pemeran.pemda, nomor="T.1", penguji="rekomendasi")
    isi = masuk(pemeran.ani).get(HALAMAN).content.decode()
    assert "Belum ada rekomendasi yang dicatat" in isi
    assert "0 kriteria terpenuhi, 0 belum, 1 perlu jawaban." in isi


# The page --------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("kriteria")
def test_everybody_who_sees_the_office_reads_and_only_the_office_answers(pemeran, masuk):
    k = KriteriaEvaluasi.objects.get(nomor="3.a.5")
    for orang, boleh in (
        ("ani", True),
        ("dewi", True),
        ("citra", True),
        ("gani", False),
        ("farid", False),
        ("eko", False),
    ):
        c = masuk(getattr(pemeran, orang))
        jawaban = c.get(HALAMAN)
        assert jawaban.status_code == 200
        assert (b"Simpan jawaban" in jawaban.content) == boleh, orang
        assert jawab(c, k).status_code == (302 if boleh else 403), orang
    assert JawabanKriteria.objects.count() == 3
    c = masuk(pemeran.budi)
    assert c.get(HALAMAN).status_code == jawab(c, k).status_code == 404


@pytest.mark.usefixtures("kriteria")
def test_an_answer_is_shown_with_who_and_leaves_its_trace(pemeran, masuk):
    k = KriteriaEvaluasi.objects.get(nomor="3.a.5")
    c = masuk(pemeran.ani)
    jawab(c, k, "tidak", "Situs sedang diperbaiki.", "https://contoh.id/bukti")
    jawab(c, k, "ya", "Sudah terbit.", "https://contoh.id/lkjip")
    isi = c.get(HALAMAN).content.decode()
    assert "Sudah terbit." in isi
    assert "Situs sedang diperbaiki." not in isi  # the newest counts; the first stays in the table
    assert '<a href="https://contoh.id/lkjip" rel="noopener noreferrer">' in isi
    assert "Ani Rahmawati, " in isi
    assert "(1 sudah dijawab kantor)" in isi
    assert JawabanKriteria.objects.filter(kriteria=k).count() == 2
    jejak = Jejak.objects.filter(tindakan="Kriteria dijawab").latest("pk")
    assert (jejak.oleh, jejak.perangkat_daerah) == (pemeran.ani, pemeran.a.kantor)
    assert jejak.uraian == "3.a.5: Ya. Sudah terbit."


@pytest.mark.usefixtures("kriteria")
def test_an_answer_never_makes_met_what_the_report_does_not_show(pemeran, masuk):
    k = KriteriaEvaluasi.objects.get(nomor="3.a.3")
    c = masuk(pemeran.citra)
    sebelum = c.get(HALAMAN).context["daftar"][0].isi.ringkasan
    jawab(c, k, "ya", "Ditandatangani basah, belum diunggah.")
    sesudah = c.get(HALAMAN)
    baris = next(b for b in sesudah.context["daftar"][0].isi.baris if b.kriteria == k)
    assert (baris.kata, baris.tanda, baris.jawaban.jawaban) == ("Belum", "awas", "ya")
    assert sesudah.context["daftar"][0].isi.ringkasan == sebelum
    assert "Ditandatangani basah" in sesudah.content.decode()


@pytest.mark.usefixtures("kriteria")
def test_a_bare_yes_is_refused_and_what_was_typed_stays(pemeran, masuk):
    k = KriteriaEvaluasi.objects.get(nomor="3.a.5")
    c = masuk(pemeran.ani)
    j = jawab(c, k, "ya", "", "")
    assert j.status_code == 400
    assert "Tulis catatan atau buktinya." in j.content.decode()
    j = jawab(c, k, "", "Sudah dimuat di situs.")
    assert "Pilih ya atau tidak." in j.content.decode()
    assert "Sudah dimuat di situs.</textarea>" in j.content.decode()
    assert j.content.decode().count("<details open>") == 1
    assert not JawabanKriteria.objects.exists()


@pytest.mark.usefixtures("kriteria")
def test_a_criterion_that_does_not_hold_takes_no_answer(pemeran, masuk):
    k = KriteriaEvaluasi.objects.get(nomor="3.a.5")
    buat(pemda=pemeran.pemda)
    j = jawab(masuk(pemeran.ani), k)
    assert j.status_code == 400
    assert "tidak berlaku lagi" in j.content.decode()
    for kunci in ("x", "9" * 5000, "9" * 16):
        j = masuk(pemeran.ani).post(HALAMAN, {"kriteria": kunci})
        assert j.status_code == 400
        assert "tidak berlaku lagi" in j.content.decode()


@pytest.mark.usefixtures("kriteria")
def test_nothing_on_the_page_scores(pemeran, masuk):
    isi = masuk(pemeran.dewi).get(HALAMAN).content.decode()
    teks = re.sub(r"<[^>]+>", " ", isi)
    assert not re.search(r"\b(skor|poin|bobot|nilai akhir)\b", teks, re.IGNORECASE)
    assert not re.search(r"\d+(,\d+)?% (kriteria|terpenuhi)", teks)


def test_without_report_or_criteria_the_page_says_so(pemeran, masuk):
    c = masuk(pemeran.ani)
    assert b"Belum ada kriteria" in c.get(HALAMAN).content
    assert c.get(HALAMAN.replace("kesiapan/", "kesiapan.xlsx")).status_code == 404
    lain = c.get(f"/kantor/alfa/{TAHUN + 5}/kesiapan/")
    assert b"belum dicatat" in lain.content


@pytest.mark.usefixtures("kriteria")
def test_the_workbook_holds_both_lists(pemeran, masuk):
    k = KriteriaEvaluasi.objects.get(nomor="I.1")
    c = masuk(pemeran.ani)
    jawab(c, k, "ya", "=Sudah")
    j = c.get(HALAMAN.replace("kesiapan/", "kesiapan.xlsx"))
    buku = load_workbook(BytesIO(j.content))
    assert buku.sheetnames == ["Evaluasi", "Reviu"]
    sel = [tuple(b) for b in buku["Reviu"].iter_rows(values_only=True)]
    assert sum(1 for b in sel if b[0] and re.fullmatch(r"I+\.\d+", str(b[0]))) == 23
    (satu,) = [b for b in sel if b[0] == "I.1"]
    assert "=Sudah" in satu


@pytest.mark.usefixtures("kriteria")
def test_the_number_of_queries_does_not_grow(pemeran):
    pelaku = pemeran.ani.pelaku  # asked once for a request
    hasil = []
    for banyak in (0, 20):
        for k in KriteriaEvaluasi.objects.all()[:banyak]:
            for _ in range(2):
                JawabanKriteria.objects.create(
                    laporan=pemeran.a.laporan, kriteria=k, jawaban="ya", catatan="x", oleh=pemeran.ani
                )
        with CaptureQueriesContext(connection) as kueri:
            daftar = build_kesiapan(pemeran.a.laporan, pelaku)
            assert sum(len(d.baris) for d in daftar) == 45
        hasil.append(len(kueri))
    assert hasil[0] == hasil[1] <= 75


# Links -----------------------------------------------------------------------------------------------------


def _tautan():
    folder = settings.BASE_DIR / "pelaporan" / "kesiapan"
    sumber = "".join(p.read_text(encoding="utf-8") for p in folder.glob("*.py"))
    return {m for m in TAUTAN.findall(sumber) if " " not in m}


@pytest.mark.xdist_group("terbit")
def test_every_evidence_is_a_place_of_the_report(contoh):
    konteks, _ = contoh
    html = render_to_string("pelaporan/lkjip/isi.html", build_context(konteks["contoh"], media="layar"))
    ada = set(re.findall(r'id="([\w-]+)"', html))
    tempat = {t.partition(":")[2] for t in _tautan() if t.startswith("bagian:")} - {""}
    assert len(tempat) > 15
    assert {t for t in tempat if jangkar(t) not in ada} == set()


def test_every_link_to_a_field_is_one_that_is_known():
    assert {t.partition(":")[0] for t in _tautan()} - {"bagian", *JENIS_TAUTAN} == set()


@pytest.mark.usefixtures("kriteria")
def test_what_is_missing_leads_to_its_field_and_evidence_to_its_place(pemeran, masuk):
    pemeran.a.pk({pemeran.a.indikator("skm"): 80})
    isi = masuk(pemeran.dewi).get(HALAMAN).content.decode()
    assert re.search(rf'href="/kantor/alfa/{TAHUN}/pengukuran/tw/\d/\?unit=[^"]*#sel-indikator-\d+">Isi', isi)
    assert re.search(rf'href="/laporan/alfa/{TAHUN}/#t-pk">Lihat Tabel 2.5', isi)
    assert ">Lihat realisasi<" in masuk(pemeran.farid).get(HALAMAN).content.decode()
