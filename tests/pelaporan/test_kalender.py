"""The calendar of a year: when, who, and how far."""

from __future__ import annotations

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kinerja.models import JendelaPengisian
from pelaporan.kalender import Acara, Keadaan, build_kalender
from pelaporan.kerangka import BAGIAN_NARASI
from pelaporan.models import Narasi
from pelaporan.tugas_bahan import BahanTugas
from tests.kinerja.panggung_ukur import PanggungUkur
from tests.pelaporan.kantor_uji import TAHUN, rapi
from tests.pelaporan.test_tugas import JENDELA, langkah

HARI = datetime.date(2023, 4, 3)


@pytest.fixture
def panggung(pemeran):
    satu = PanggungUkur(pemeran.a)
    for n, (buka, tutup) in JENDELA.items():
        JendelaPengisian.objects.filter(perangkat_daerah=pemeran.a.kantor, triwulan=n).update(
            buka=datetime.date(*buka), tutup=datetime.date(*tutup)
        )
    return satu


def acara(kantor, hari=HARI) -> dict[str, Acara]:
    bulan = build_kalender(BahanTugas(kantor.kantor, TAHUN, hari))
    return {a.judul: a for b in bulan for a in b.acara}


def test_months_follow_each_other_and_todays_is_marked(pemeran, panggung):
    bulan = build_kalender(BahanTugas(pemeran.a.kantor, TAHUN, HARI))
    assert [b.nama for b in bulan if b.is_kini] == ["April 2023"]
    hari = [a.tenggat for b in bulan for a in b.acara]
    assert hari == sorted(hari)
    assert (bulan[0].nama, bulan[-1].nama) == ("Januari 2023", "Juli 2024")


def test_a_window_is_coming_running_late_and_done(pemeran, panggung):
    tw1 = acara(pemeran.a)["Pengisian triwulan I"]
    assert (tw1.waktu, tw1.keadaan, tw1.sisa) == (
        "20 Maret 2023 sampai 10 April 2023",
        Keadaan.BERJALAN,
        "7 hari lagi (H-7)",
    )
    assert tw1.rincian == "0 dari 2 unit sudah mengirim." and tw1.siapa == "Staf tiap unit"
    assert tw1.alamat == reverse("pengukuran", args=["alfa", TAHUN])
    assert acara(pemeran.a)["Pengisian triwulan II"].keadaan is Keadaan.NANTI
    langkah(pemeran.a.unit["Subbag Program"], 1, "dikirim", pemeran.ani)
    terlambat = acara(pemeran.a, datetime.date(2023, 4, 11))["Pengisian triwulan I"]
    assert (terlambat.keadaan, terlambat.sisa) == (Keadaan.LEWAT, "lewat 1 hari")
    assert terlambat.rincian == "1 dari 2 unit sudah mengirim."
    langkah(pemeran.a.unit["Seksi Pelayanan"], 1, "dikirim", pemeran.gani)
    selesai = acara(pemeran.a, datetime.date(2023, 4, 11))["Pengisian triwulan I"]
    assert (selesai.keadaan, selesai.sisa) == (Keadaan.SELESAI, "")


def test_the_quarters_report_is_done_when_every_unit_is_approved(pemeran, panggung):
    for nama in ("Subbag Program", "Seksi Pelayanan"):
        langkah(pemeran.a.unit[nama], 1, "diperiksa", pemeran.dewi)
    belum = acara(pemeran.a)["Laporan pengukuran triwulan I"]
    assert belum.rincian == "0 dari 2 unit sudah disetujui." and belum.tenggat == datetime.date(2023, 4, 20)
    assert belum.siapa == "Verifikator memeriksa, Camat menyetujui"
    for nama in ("Subbag Program", "Seksi Pelayanan"):
        langkah(pemeran.a.unit[nama], 1, "disetujui", pemeran.citra)
    assert acara(pemeran.a)["Laporan pengukuran triwulan I"].keadaan is Keadaan.SELESAI


def test_without_windows_the_days_are_the_governments_default_and_say_so(pemeran, panggung):
    JendelaPengisian.objects.all().delete()
    tw2 = acara(pemeran.a)["Pengisian triwulan II"]
    assert tw2.waktu == "1 Juli 2023 sampai 10 Juli 2023"
    assert tw2.rincian.endswith("Jendela belum ditetapkan; ini perkiraan.")


def test_the_pk_is_due_a_month_after_its_dpa(pemeran):
    k = pemeran.a
    assert acara(k)["Perjanjian Kinerja"].tenggat == datetime.date(2023, 2, 28)
    assert acara(k)["DPA disahkan"].rincian == "Tanggal pengesahan belum dicatat."
    k.dpa({}, tanggal=datetime.date(2023, 1, 5))
    k.pk({})
    k.pk({}, revisi=1)
    semua = acara(k)
    pk = semua["Perjanjian Kinerja"]
    assert (pk.waktu, pk.keadaan) == ("5 Januari 2023 sampai 5 Februari 2023", Keadaan.LEWAT)
    assert pk.rincian == "Bertanggal 20 Januari 2023. Paling lambat satu bulan setelah DPA disahkan."
    assert semua["DPA disahkan"].rincian == "Masih draf di aplikasi."
    assert semua["Perjanjian Kinerja Perubahan"].keadaan is Keadaan.NANTI
    k.tetapkan()
    semua = acara(k)
    for judul in ("Perjanjian Kinerja", "DPA disahkan", "Perjanjian Kinerja Perubahan"):
        assert semua[judul].keadaan is Keadaan.SELESAI


def test_days_of_the_report(pemeran, panggung):
    for bagian, _ in BAGIAN_NARASI[:3]:
        rapi(Narasi(laporan=pemeran.a.laporan, bagian=bagian, isi="Ada."))
    semua = acara(pemeran.a, datetime.date(2024, 2, 21))
    naskah = semua["Naskah LKjIP 2023"]
    assert naskah.rincian == f"3 dari {len(BAGIAN_NARASI)} bagian sudah ditulis."
    assert (naskah.tenggat, naskah.keadaan) == (datetime.date(2024, 2, 20), Keadaan.LEWAT)
    sahkan = semua["LKjIP 2023 disahkan dan disampaikan"]
    assert (sahkan.tenggat, sahkan.siapa, sahkan.sisa) == (datetime.date(2024, 2, 29), "Camat", "8 hari lagi")
    assert semua["LKjIP 2023 diajukan"].tenggat == datetime.date(2024, 2, 23)
    assert semua["Reviu LKjIP 2023"].siapa == "Inspektorat"
    sesudah = acara(pemeran.a, datetime.date(2024, 9, 1))
    assert sesudah["Reviu LKjIP 2023"].keadaan is Keadaan.BERLALU  # others' acts are not called late
    assert sesudah["Evaluasi AKIP internal"].sisa == ""


def test_the_page_says_when_who_and_how_far(pemeran, panggung, masuk):
    alamat = reverse("kalender", args=["alfa", TAHUN])
    teks = masuk(pemeran.ani).get(alamat).content.decode()
    for kata in ("Tenggat tahun 2023", "April 2023", "Staf tiap unit", "Reviu LKjIP 2023", "tanda-galat"):
        assert kata in teks
    assert " style=" not in teks


def test_the_calendar_costs_the_same_for_any_number_of_rows(pemeran, panggung, masuk):
    klien = masuk(pemeran.ani)
    alamat = reverse("kalender", args=["alfa", TAHUN])
    with CaptureQueriesContext(connection) as sedikit:
        klien.get(alamat)
    for n in range(10):
        unit = pemeran.a.unit["Subbag Program"]
        pemeran.a.indikator(f"b{n}", frekuensi="triwulan", penanggung_jawab=unit)
        pemeran.a.dpa({}, urutan=n + 1, jenis="pergeseran", tanggal=datetime.date(2023, 3, n + 1))
    with CaptureQueriesContext(connection) as banyak:
        klien.get(alamat)
    assert len(sedikit) == len(banyak) <= 27
