"""The way from a finding to its field: every key leads to a page that opens, for everybody who sees it."""

from __future__ import annotations

import datetime
import re
from decimal import Decimal as D

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import NoReverseMatch

from kinerja.alur_isian import IsiKinerja, simpan_kinerja
from kinerja.isian import muat_isian
from kinerja.models import AnalisisCapaian
from pelaporan.models import PenanggungBagian
from pelaporan.tautan import _BEROBJEK, _SATUAN, JENIS_TAUTAN, PembuatTautan, Tautan, alamat_tautan
from tests.kinerja.panggung_ukur import PanggungUkur
from tests.pelaporan.kantor_uji import TAHUN, rapi

pytestmark = pytest.mark.django_db
ORANG = ("ani", "gani", "dewi", "citra", "eko", "farid", "admin")
OBJEK = {"narasi": "bab1.isu", "pagu": "7.01.02", "anggaran": "7.01.02"}
SEMUA = [*_SATUAN, *(f"{j}:{OBJEK.get(j, 'skm')}" for j in _BEROBJEK)]


@pytest.fixture
def panggung(pemeran):
    return PanggungUkur(pemeran.a)


@pytest.fixture
def ke(pemeran, panggung):
    """Return a function (person, key) that resolves a key in office A."""

    def _ke(siapa: str, kunci: str) -> Tautan | None:
        return alamat_tautan(kunci, pemeran.a.laporan, getattr(pemeran, siapa).pelaku)

    return _ke


def test_the_vocabulary_is_that_of_the_checks():
    assert len(JENIS_TAUTAN) == 29 and len(set(JENIS_TAUTAN)) == 29


@pytest.mark.parametrize("siapa", ORANG)
def test_every_key_leads_to_a_page_that_opens_at_its_field(pemeran, panggung, siapa):
    orang = getattr(pemeran, siapa)
    klien = Client()
    klien.force_login(orang, backend="django.contrib.auth.backends.ModelBackend")
    pembuat = PembuatTautan(pemeran.a.laporan, orang.pelaku)
    for kunci in SEMUA:
        satu = pembuat.tautan(kunci)
        if satu is None:
            assert siapa not in ("dewi", "admin"), kunci  # who plans can repair everything
            continue
        alamat, _, tempat = satu.alamat.partition("#")
        jawaban = klien.get(alamat)
        assert jawaban.status_code == 200, (kunci, satu)
        assert not tempat or f'id="{tempat}"' in jawaban.content.decode(), (kunci, satu)


def test_who_may_not_write_reads_lihat(ke):
    assert ke("dewi", "realisasi:skm").label == "Isi realisasi"
    assert ke("farid", "realisasi:skm").label == "Lihat realisasi"
    assert ke("ani", "realisasi:skm").label == "Isi realisasi"
    assert ke("gani", "realisasi:skm").label == "Lihat realisasi"
    assert ke("gani", "realisasi:layanan").label == "Isi realisasi"
    assert ke("dewi", "definisi:skm").label == "Lengkapi definisi"
    assert ke("farid", "definisi:skm").label == "Lihat definisi"


def test_realisasi_opens_the_first_blank_quarter_of_the_unit(ke, pemeran, panggung):
    unit = pemeran.a.unit["Subbag Program"].pk
    sel = f"?unit={unit}#sel-indikator-{panggung.skm.pk}"
    assert ke("ani", "realisasi:skm").alamat == panggung.alamat(1) + sel
    isian = muat_isian(pemeran.a.kantor, TAHUN)
    simpan_kinerja(isian, 1, {panggung.skm.pk: IsiKinerja(nilai=D(80))}, oleh=pemeran.ani)
    assert ke("ani", "realisasi:skm").alamat == panggung.alamat(2) + sel


def test_bukti_opens_the_quarter_that_has_a_value_and_no_file(ke, pemeran, panggung):
    isian = muat_isian(pemeran.a.kantor, TAHUN)
    simpan_kinerja(isian, 2, {panggung.skm.pk: IsiKinerja(nilai=D(80))}, oleh=pemeran.ani)
    harap = panggung.alamat(2, f"indikator/{panggung.skm.pk}/") + "#bukti"
    assert ke("ani", "bukti:skm") == Tautan("Unggah bukti", harap)


def test_a_programme_that_is_recorded_lower_opens_its_first_blank_sub_kegiatan(ke, panggung):
    assert f"#sel-subkegiatan-{panggung.sub.pk}" in ke("dewi", "anggaran:7.01.02").alamat
    lain = ke("dewi", "anggaran:7.01.02.2.01.0002").alamat
    assert f"#sel-subkegiatan-{panggung.sub_lain.pk}" in lain


def test_a_row_that_is_there_is_changed_and_one_that_is_not_is_added(ke, panggung):
    baru = ke("dewi", "analisis:skm")
    assert baru.label == "Isi sebab dan solusi" and f"indikator={panggung.skm.pk}" in baru.alamat
    ada = rapi(AnalisisCapaian(indikator=panggung.skm, tahun=TAHUN))
    lagi = ke("dewi", "analisis:skm")
    assert lagi.label == "Ubah sebab dan solusi"
    assert lagi.alamat == f"/admin/kinerja/analisiscapaian/{ada.pk}/change/#id_penyebab"
    assert ke("farid", "analisis:desa") is None  # nothing there, and nothing he may add


def test_a_draft_is_edited_and_what_was_set_is_opened(ke, pemeran, panggung):
    from kinerja.alur_pk import revisi_pk

    assert ke("dewi", "target_pk:skm").alamat.endswith(f"/perjanjian/{panggung.pk.pk}/")
    hari = datetime.date(TAHUN, 9, 1)
    konsep = revisi_pk(panggung.pk, oleh=pemeran.dewi, nomor="2", tanggal=hari, alasan="strategi", uraian="x")
    ubah = ke("dewi", "target_pk:skm")
    assert ubah.label == "Ubah target PK" and ubah.alamat.endswith(f"/perjanjian/{konsep.pk}/ubah/")
    assert ke("farid", "target_pk:skm").alamat.endswith(f"/perjanjian/{konsep.pk}/")


def test_a_section_belongs_to_its_unit(ke, pemeran):
    unit = pemeran.a.unit["Seksi Pelayanan"]
    rapi(PenanggungBagian(perangkat_daerah=pemeran.a.kantor, bagian="bab1.isu", unit=unit))
    pembuat = PembuatTautan(pemeran.a.laporan, pemeran.gani.pelaku)
    assert pembuat.unit("narasi:bab1.isu") == unit.pk
    assert pembuat.unit("narasi:bab1.hukum") is None and pembuat.unit("pk") is None
    satu = ke("gani", "narasi:bab1.isu")
    assert satu.label == "Ubah narasi" and satu.alamat.endswith("/tulis/bab1.isu/")
    assert ke("gani", "narasi:bab1.latar_belakang").label == "Lihat narasi"


def test_no_workspace_no_link(ke, monkeypatch):
    def tiada(*args, **kwargs):
        raise NoReverseMatch

    monkeypatch.setattr("pelaporan.tautan.reverse", tiada)
    assert ke("ani", "narasi:bab1.isu") is None


@pytest.mark.parametrize(
    "kunci", ["", "realisasi:", "realisasi:tidak-ada", "tidak_ada", "pk:skm", "anggaran:9.99"]
)
def test_what_nobody_knows_has_no_link(ke, kunci):
    assert ke("admin", kunci) is None


def test_many_findings_cost_as_much_as_one_of_each_kind(pemeran, panggung):
    kode = ("skm", "desa", "rasio", "sakip", "layanan")
    jenis = [j for j in _BEROBJEK if j not in OBJEK]

    def ukur(banyak: tuple[str, ...]) -> int:
        pembuat = PembuatTautan(pemeran.a.laporan, pemeran.dewi.pelaku)
        with CaptureQueriesContext(connection) as kueri:
            for j in jenis:
                for k in banyak:
                    pembuat.tautan(f"{j}:{k}")
                    pembuat.unit(f"{j}:{k}")
        return len(kueri)

    assert pemeran.dewi.pelaku and ukur(kode[:1]) == ukur(kode) <= 26


def test_labels_begin_with_a_verb(ke):
    kata = re.compile(r"(Isi|Ubah|Lihat|Buka|Lengkapi|Unggah|Atur) [a-zA-Z]")
    for siapa in ("admin", "farid"):
        for kunci in SEMUA:
            satu = ke(siapa, kunci)
            assert satu is None or kata.match(satu.label), satu
