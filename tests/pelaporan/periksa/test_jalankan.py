"""Running the checks: one finding per cause, never the milder one; answers that fit; a check that fails."""

from __future__ import annotations

import datetime
import logging

import pytest

from pelaporan.periksa.dasar import Lokasi, Nonaktif, Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.jalankan import Tanggapan, jalankan
from pelaporan.periksa.naskah import iter_paragraf, sidik_paragraf
from pelaporan.periksa.sama_kantor_lain_teks import periksa as sama_kantor_lain
from tests.pelaporan.periksa.bersih import tambahi

pytestmark = pytest.mark.django_db

HARI = datetime.date(2025, 2, 20)


def temuan(tingkat=Tingkat.GALAT, *, kode="uji", objek="skm", nilai="80", sebab=""):
    return Temuan(
        kode, tingkat, Lokasi("t_capaian", "Tabel 3.2", objek), "Pesan.", (("nilai", nilai),), "pk", sebab
    )


def cek(*isi, kode="uji", **lain):
    return Pemeriksaan(kode, kode, Tingkat.GALAT, "uji", lambda bahan: isi, **lain)


def jawab(t, sampai=None):
    return Tanggapan(t.kunci, t.pesan, "Alasan.", "Dewi", "Verifikator", "20 Februari 2025", sampai)


def test_of_one_cause_the_worst_stays_wherever_it_comes():
    info, galat = temuan(Tingkat.INFO, sebab="x"), temuan(Tingkat.GALAT, sebab="x")
    assert jalankan(None, [cek(info, galat)]).temuan == (galat,)
    assert jalankan(None, [cek(galat, info)]).temuan == (galat,)


def test_of_equal_weight_the_first_stays():
    satu, dua = temuan(kode="satu", sebab="x"), temuan(kode="dua", sebab="x")
    assert jalankan(None, [cek(satu), cek(dua)]).temuan == (satu,)


def test_a_galat_and_a_warning_about_the_same_values_are_two():
    galat, awas = temuan(Tingkat.GALAT), temuan(Tingkat.PERINGATAN)
    assert galat.kunci != awas.kunci
    assert jalankan(None, [cek(awas, galat)]).temuan == (awas, galat)


def test_the_same_finding_twice_is_one():
    assert jalankan(None, [cek(temuan(), temuan())]).temuan == (temuan(),)


def test_another_value_is_another_finding_that_an_old_reason_does_not_cover():
    lama, baru = temuan(Tingkat.PERINGATAN, nilai="80"), temuan(Tingkat.PERINGATAN, nilai="81")
    assert jalankan(None, [cek(lama)], alasan=[jawab(lama)]).is_lolos
    assert jalankan(None, [cek(baru)], alasan=[jawab(lama)]).tanpa_alasan == (baru,)


def test_a_reason_never_opens_a_galat():
    galat = temuan()
    assert jalankan(None, [cek(galat)], alasan=[jawab(galat)]).penghalang == (galat,)


@pytest.mark.parametrize(
    ("boleh", "sampai", "terbuka"),
    [(True, HARI, True), (True, HARI - datetime.timedelta(1), False), (False, HARI, False)],
)
def test_an_override_opens_to_its_last_day_and_only_where_the_check_allows_it(boleh, sampai, terbuka):
    galat = temuan()
    hasil = jalankan(
        None, [cek(galat, boleh_dikecualikan=boleh)], pengecualian=[jawab(galat, sampai)], hari=HARI
    )
    assert hasil.is_lolos is terbuka


def test_a_check_that_raises_is_a_galat_and_the_others_still_run(caplog):
    def rusak(bahan):
        yield temuan(Tingkat.INFO, kode="rusak")
        raise ZeroDivisionError

    with caplog.at_level(logging.CRITICAL):
        hasil = jalankan(None, [Pemeriksaan("rusak", "Rusak", Tingkat.INFO, "uji", rusak), cek(temuan())])
    assert [(t.kode, t.tingkat) for t in hasil.temuan] == [("rusak", Tingkat.GALAT), ("uji", Tingkat.GALAT)]
    assert not hasil.is_lolos


def test_a_check_that_is_switched_off_does_not_run_and_stays_in_the_list():
    mati = cek(temuan(), nonaktif=Nonaktif(HARI, "Menunggu aturan."))
    hasil = jalankan(None, [mati])
    assert (hasil.temuan, hasil.dijalankan, hasil.pemeriksaan) == ((), (), (mati,))


def test_what_another_office_edits_never_changes_the_key_of_an_answer(bersih):
    teks = (
        "Kegiatan pelayanan dilaksanakan bersama seluruh desa dan dibahas dalam rapat yang dihadiri pemuda."
    )
    lain = (
        "Seluruh pegawai mengikuti pembinaan kedisiplinan yang dipimpin langsung oleh pimpinan kecamatan ini."
    )
    kini = tambahi(bersih, "bab4.langkah", f"{teks}\n\n{lain}")
    from dataclasses import replace

    sidik = {sidik_paragraf(p.mentah) for p in iter_paragraf(kini.konteks) if p.teks in (teks, lain)}
    satu, dua = (
        [t.kunci for t in sama_kantor_lain(replace(kini, sidik_lain=frozenset(isi)))]
        for isi in (sidik, list(sidik)[:1])
    )
    assert satu == dua
    assert len(satu) == 1
