"""Answers to findings: who gives them, what is a reason, and that only what is there now is answered."""

from __future__ import annotations

import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from organisasi.models import Jejak
from pelaporan.alur_temuan import (
    TanggapanDitolak,
    batas_terakhir,
    beri_alasan,
    kecualikan,
    periksa_alasan,
    sidik_tanggapan,
)
from pelaporan.models import Narasi, TanggapanTemuan
from pelaporan.pemeriksaan import periksa_laporan
from tests.kinerja.panggung_ukur import PanggungUkur
from tests.pelaporan import pemeriksaan_uji as uji
from tests.pelaporan.kantor_uji import rapi

pytestmark = pytest.mark.django_db
ALASAN = "Target sudah tercapai pada triwulan II, lihat berita acara."


@pytest.fixture(autouse=True)
def daftar(monkeypatch):
    monkeypatch.setattr("pelaporan.periksa.daftar.DAFTAR", uji.DAFTAR)


@pytest.fixture
def laporan(pemeran):
    PanggungUkur(pemeran.a)
    rapi(Narasi(laporan=pemeran.a.laporan, bagian=uji.PENGANTAR, isi="Kinerja baik."))
    return pemeran.a.laporan


def cari(laporan, kode, nomor=0):
    return uji.kunci(periksa_laporan(laporan), kode, nomor)


def besok(hari=1):
    return timezone.localdate() + datetime.timedelta(days=hari)


# Reasons ----------------------------------------------------------------------------------------------


def test_a_reason_is_stored_with_role_and_recorded(pemeran, laporan):
    kunci = cari(laporan, "uji_peringatan")
    (satu,) = beri_alasan(laporan, kunci, f"  {ALASAN}\r\n", oleh=pemeran.dewi)
    assert (satu.alasan, satu.oleh, satu.peran) == (ALASAN, pemeran.dewi, "Verifikator")
    assert (satu.kode, satu.kunci, satu.lokasi) == ("uji_peringatan", kunci, "Kata pengantar")
    jejak = Jejak.objects.first()
    assert (jejak.tindakan, jejak.oleh, jejak.peran) == ("Alasan temuan ditulis", pemeran.dewi, "Verifikator")
    assert ALASAN in jejak.uraian and jejak.perangkat_daerah == pemeran.a.kantor
    hasil = periksa_laporan(laporan)
    assert hasil.alasan[kunci].alasan == ALASAN
    assert [t.lokasi.teks for t in hasil.tanpa_alasan] == ["Bab I, isu strategis"]


@pytest.mark.parametrize(
    ("siapa", "boleh"),
    [("dewi", 1), ("ani", 1), ("citra", 1), ("admin", 1), ("gani", 0), ("budi", 0), ("farid", 0), ("eko", 0)],
)
def test_who_gives_reasons(pemeran, laporan, siapa, boleh):
    kunci = cari(laporan, "uji_peringatan")
    if boleh:
        beri_alasan(laporan, kunci, ALASAN, oleh=getattr(pemeran, siapa))
    else:
        with pytest.raises(PermissionDenied):
            beri_alasan(laporan, kunci, ALASAN, oleh=getattr(pemeran, siapa))
    assert TanggapanTemuan.objects.count() == boleh


@pytest.mark.parametrize(
    "teks", ["", " ", "-", "ok", "sudah", "oke oke oke oke oke", "1234567890 12 34", "x" * 2001]
)
def test_what_is_no_sentence_is_refused_at_its_field(pemeran, laporan, teks):
    with pytest.raises(TanggapanDitolak) as galat:
        beri_alasan(laporan, cari(laporan, "uji_peringatan"), teks, oleh=pemeran.dewi)
    assert galat.value.medan == "alasan"
    assert not TanggapanTemuan.objects.exists() and not Jejak.objects.filter(tindakan__contains="temuan")


@pytest.mark.parametrize("teks", ["Data dikoreksi BPS.", "Nilai ini benar.", "a\x00b: sudah sesuai LHR 2023"])
def test_a_short_sentence_is_a_reason(teks):
    assert periksa_alasan(teks) == teks.replace("\x00", "")


def test_a_reason_for_one_value_does_not_cover_another(pemeran, laporan):
    lama = cari(laporan, "uji_peringatan")
    beri_alasan(laporan, lama, ALASAN, oleh=pemeran.dewi)
    Narasi.objects.update(isi="Kinerja sangat baik.")
    hasil = periksa_laporan(laporan)
    assert len(hasil.tanpa_alasan) == 2
    with pytest.raises(TanggapanDitolak, match="nilainya berubah"):
        beri_alasan(laporan, lama, ALASAN, oleh=pemeran.dewi)


def test_a_galat_and_an_info_take_no_reason(pemeran, laporan):
    for kode in ("uji_galat", "uji_info"):
        with pytest.raises(TanggapanDitolak, match="tidak ada"):
            beri_alasan(laporan, cari(laporan, kode), ALASAN, oleh=pemeran.dewi)


def test_one_reason_covers_the_unanswered_ones_of_the_same_check(pemeran, laporan):
    semua = beri_alasan(laporan, cari(laporan, "uji_peringatan"), ALASAN, oleh=pemeran.dewi, senama=True)
    assert [t.lokasi for t in semua] == ["Kata pengantar", "Bab I, isu strategis"]
    assert periksa_laporan(laporan).tanpa_alasan == ()


def test_the_newest_reason_counts_and_the_older_one_stays(pemeran, laporan):
    kunci = cari(laporan, "uji_peringatan")
    beri_alasan(laporan, kunci, ALASAN, oleh=pemeran.dewi)
    beri_alasan(laporan, kunci, "Angka ini sesuai laporan BPS.", oleh=pemeran.citra)
    assert periksa_laporan(laporan).alasan[kunci].alasan == "Angka ini sesuai laporan BPS."
    assert TanggapanTemuan.objects.count() == 2


def test_two_people_do_not_answer_over_each_other(pemeran, laporan):
    kunci = cari(laporan, "uji_peringatan")
    beri_alasan(laporan, kunci, ALASAN, oleh=pemeran.dewi, dibaca="")
    with pytest.raises(TanggapanDitolak, match="Dewi Anggraini sementara itu menulis") as galat:
        beri_alasan(laporan, kunci, "Angka ini sesuai laporan BPS.", oleh=pemeran.citra, dibaca="")
    assert ALASAN in str(galat.value) and TanggapanTemuan.objects.count() == 1
    terbaca = sidik_tanggapan(periksa_laporan(laporan).alasan[kunci])
    beri_alasan(laporan, kunci, "Angka ini sesuai laporan BPS.", oleh=pemeran.citra, dibaca=terbaca)
    assert TanggapanTemuan.objects.count() == 2


# Overrides ---------------------------------------------------------------------------------------------


def test_an_override_holds_until_its_day(pemeran, laporan):
    kunci = cari(laporan, "uji_ragu")
    satu = kecualikan(laporan, kunci, ALASAN, besok(30), oleh=pemeran.eko)
    assert (satu.peran, satu.berlaku_sampai) == ("Admin kabupaten", besok(30))
    assert Jejak.objects.first().tindakan == "Temuan dikecualikan"
    assert [t.kode for t in periksa_laporan(laporan, hari=besok(30)).penghalang] == ["uji_galat"]
    assert [t.kode for t in periksa_laporan(laporan, hari=besok(31)).penghalang] == ["uji_galat", "uji_ragu"]


@pytest.mark.parametrize("siapa", ["dewi", "ani", "citra", "gani", "budi", "farid"])
def test_only_the_admin_of_the_government_overrides(pemeran, laporan, siapa):
    with pytest.raises(PermissionDenied):
        kecualikan(laporan, cari(laporan, "uji_ragu"), ALASAN, besok(), oleh=getattr(pemeran, siapa))


def test_a_galat_whose_check_does_not_allow_it_is_not_overridden(pemeran, laporan):
    with pytest.raises(TanggapanDitolak, match="tidak dapat dikecualikan"):
        kecualikan(laporan, cari(laporan, "uji_galat"), ALASAN, besok(), oleh=pemeran.eko)
    with pytest.raises(TanggapanDitolak, match="tidak ada"):
        kecualikan(laporan, cari(laporan, "uji_peringatan"), ALASAN, besok(), oleh=pemeran.eko)
    assert not TanggapanTemuan.objects.exists()


def test_an_override_ends_within_twelve_months(pemeran, laporan):
    kunci = cari(laporan, "uji_ragu")
    hari = timezone.localdate()
    for sampai in (
        None,
        hari,
        hari - datetime.timedelta(days=1),
        batas_terakhir(hari) + datetime.timedelta(1),
    ):
        with pytest.raises(TanggapanDitolak) as galat:
            kecualikan(laporan, kunci, ALASAN, sampai, oleh=pemeran.eko)
        assert galat.value.medan == "berlaku_sampai"
    kecualikan(laporan, kunci, ALASAN, batas_terakhir(hari), oleh=pemeran.eko)


def test_twelve_months_from_a_leap_day_end_on_the_28th():
    assert batas_terakhir(datetime.date(2024, 2, 29)) == datetime.date(2025, 2, 28)
    assert batas_terakhir(datetime.date(2024, 2, 12)) == datetime.date(2025, 2, 12)
