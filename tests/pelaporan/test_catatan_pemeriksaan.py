"""Answers to findings in the report: in its JSON always, on paper where the government asks for it."""

from __future__ import annotations

import datetime
import json
import subprocess

import pikepdf
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from pelaporan.alur_temuan import beri_alasan, kecualikan
from pelaporan.kerangka import CATATAN_PEMERIKSAAN
from pelaporan.konteks import compute_hash, to_json
from pelaporan.konteks_json import dari_json
from pelaporan.models import Narasi
from pelaporan.pemeriksaan import periksa_laporan
from pelaporan.susun import build_konteks_lkjip, susun
from pelaporan.susun.periksa import build_bahan_periksa
from pelaporan.terbit import render_html, render_pdf
from tests.kinerja.panggung_ukur import PanggungUkur
from tests.pelaporan import pemeriksaan_uji as uji
from tests.pelaporan.kantor_uji import rapi

pytestmark = pytest.mark.django_db
ALASAN = "Target sudah tercapai pada triwulan II, lihat berita acara."


@pytest.fixture
def laporan(pemeran, monkeypatch):
    monkeypatch.setattr("pelaporan.periksa.daftar.DAFTAR", uji.DAFTAR)
    PanggungUkur(pemeran.a)
    rapi(Narasi(laporan=pemeran.a.laporan, bagian=uji.PENGANTAR, isi="Kinerja baik."))
    return pemeran.a.laporan


@pytest.fixture
def beralasan(laporan, pemeran):
    """The report with a reason for both warnings, and an override of the doubtful galat."""
    hasil = periksa_laporan(laporan)
    besok = timezone.localdate() + datetime.timedelta(days=1)
    kecualikan(laporan, uji.kunci(hasil, "uji_ragu"), ALASAN, besok, oleh=pemeran.eko)
    beri_alasan(laporan, uji.kunci(hasil, "uji_peringatan"), ALASAN, oleh=pemeran.dewi, senama=True)
    return laporan


def nyalakan(laporan):
    laporan.perangkat_daerah.pemda.cetak_catatan_pemeriksaan = True
    laporan.perangkat_daerah.pemda.save()


def test_without_answers_the_checks_do_not_run(laporan):
    with CaptureQueriesContext(connection) as dasar:
        susun(laporan)
    with CaptureQueriesContext(connection) as kueri:
        konteks = build_konteks_lkjip(laporan)
    assert konteks.catatan_pemeriksaan == ()
    assert len(kueri) == len(dasar) + 1


def test_the_json_holds_reasons_and_overrides_in_the_order_of_the_report(beralasan):
    konteks = build_konteks_lkjip(beralasan)
    assert [(c.tingkat, c.lokasi) for c in konteks.catatan_pemeriksaan] == [
        ("peringatan", "Kata pengantar"),
        ("peringatan", "Bab I, isu strategis"),
        ("galat", "Tabel 2.6, baris 1"),
    ]
    satu, _, kecuali = konteks.catatan_pemeriksaan
    assert (satu.alasan, satu.oleh, satu.peran) == (ALASAN, "Dewi Anggraini", "Verifikator")
    assert (satu.kode, satu.nama) == ("uji_peringatan", "Tulisan mencurigakan")
    assert satu.berlaku_sampai == "" and kecuali.berlaku_sampai.endswith(
        str((timezone.localdate() + datetime.timedelta(1)).year)
    )
    assert kecuali.oleh == "Eko Prasetyo"
    assert json.loads(to_json(konteks))["catatan_pemeriksaan"][0]["alasan"] == ALASAN
    assert dari_json(to_json(konteks)) == konteks


def test_an_answer_changes_the_hash_of_the_content(laporan, pemeran):
    dahulu = compute_hash(build_konteks_lkjip(laporan))
    kunci = uji.kunci(periksa_laporan(laporan), "uji_peringatan")
    beri_alasan(laporan, kunci, ALASAN, oleh=pemeran.dewi)
    assert compute_hash(build_konteks_lkjip(laporan)) != dahulu


def test_an_answer_to_a_value_that_changed_is_left_out(beralasan):
    Narasi.objects.update(isi="Kinerja sangat baik.")
    assert build_konteks_lkjip(beralasan).catatan_pemeriksaan == ()


def test_the_same_rows_give_the_same_report_after_an_override_ended(beralasan, monkeypatch):
    kini = to_json(build_konteks_lkjip(beralasan))
    nanti = timezone.localdate() + datetime.timedelta(days=400)
    asli = timezone.localdate
    monkeypatch.setattr("pelaporan.pemeriksaan.timezone.localdate", lambda *a: asli(*a) if a else nanti)
    assert to_json(build_konteks_lkjip(beralasan)) == kini


def test_the_checks_never_read_the_answers(beralasan):
    assert build_bahan_periksa(beralasan).konteks.catatan_pemeriksaan == ()
    assert susun(beralasan).konteks.catatan_pemeriksaan == ()


def test_they_are_printed_only_where_the_government_asks(beralasan):
    diam = build_konteks_lkjip(beralasan)
    assert all(j.kunci != CATATAN_PEMERIKSAAN[0] for j in diam.kerangka.judul)
    assert "Catatan Pemeriksaan" not in render_html(diam, media="kertas")
    nyalakan(beralasan)
    konteks = build_konteks_lkjip(beralasan)
    akhir = konteks.kerangka.judul[-1]
    assert (akhir.kunci, akhir.nomor, akhir.judul) == (
        CATATAN_PEMERIKSAAN[0],
        "Lampiran 4",
        "Catatan Pemeriksaan",
    )
    isi = render_html(konteks, media="kertas")
    assert isi.count("Lampiran 4. Catatan Pemeriksaan") >= 1
    assert isi.count(ALASAN) == 3 and "Dikecualikan sampai" in isi
    assert konteks.catatan_pemeriksaan == diam.catatan_pemeriksaan


def test_without_answers_no_empty_appendix_is_printed(laporan):
    nyalakan(laporan)
    assert "Catatan Pemeriksaan" not in render_html(build_konteks_lkjip(laporan), media="kertas")


def test_the_pdf_holds_them_in_words_and_as_data(beralasan, tmp_path):
    nyalakan(beralasan)
    konteks = build_konteks_lkjip(beralasan)
    berkas = tmp_path / "lkjip.pdf"
    berkas.write_bytes(render_pdf(konteks))
    keluar = subprocess.run(["pdftotext", str(berkas), "-"], capture_output=True, text=True, check=True)
    teks = " ".join(keluar.stdout.split())
    assert "Lampiran 4. Catatan Pemeriksaan" in teks
    assert "Dewi Anggraini, Verifikator" in teks and "Target sudah tercapai pada triwulan II" in teks
    with pikepdf.open(berkas) as satu:
        data = json.loads(satu.attachments["data.json"].get_file().read_bytes())
    assert [c["oleh"] for c in data["catatan_pemeriksaan"]] == [
        "Dewi Anggraini",
        "Dewi Anggraini",
        "Eko Prasetyo",
    ]
