"""The page of findings: what it says, who answers, what happens to a refused answer, what it costs."""

from __future__ import annotations

import datetime
import html
import re
from decimal import Decimal as D

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from kinerja.alur_isian import IsiKinerja, simpan_kinerja
from kinerja.isian import muat_isian
from pelaporan.alur_temuan import beri_alasan, kecualikan
from pelaporan.models import Laporan, Narasi, PenanggungBagian, TanggapanTemuan
from pelaporan.pemeriksaan import periksa_laporan
from pelaporan.periksa.dasar import Lokasi, Pemeriksaan, Temuan, Tingkat
from tests.kinerja.panggung_ukur import PanggungUkur
from tests.pelaporan import pemeriksaan_uji as uji
from tests.pelaporan.kantor_uji import TAHUN, rapi

pytestmark = pytest.mark.django_db
HALAMAN = f"/kantor/alfa/{TAHUN}/temuan/"
ALASAN = "Target sudah tercapai pada triwulan II, lihat berita acara."


@pytest.fixture(autouse=True)
def daftar(monkeypatch):
    monkeypatch.setattr("pelaporan.periksa.daftar.DAFTAR", uji.DAFTAR)


@pytest.fixture
def panggung(pemeran):
    return PanggungUkur(pemeran.a)


@pytest.fixture
def laporan(pemeran, panggung):
    rapi(Narasi(laporan=pemeran.a.laporan, bagian=uji.PENGANTAR, isi="Kinerja baik."))
    unit = pemeran.a.unit["Seksi Pelayanan"]
    rapi(PenanggungBagian(perangkat_daerah=pemeran.a.kantor, bagian="bab1.isu", unit=unit))
    return pemeran.a.laporan


def cari(laporan, kode, nomor=0):
    return uji.kunci(periksa_laporan(laporan), kode, nomor)


def teks(jawaban) -> str:
    isi = re.sub(r"<(script|option).*?</\1>", " ", jawaban.content.decode(), flags=re.S)
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", isi)))


def baris(jawaban, kunci) -> str:
    """The row of one finding."""
    return re.search(rf'<li id="temuan-{kunci}">.*?</li>', jawaban.content.decode(), re.S)[0]


def jawab(klien, kunci, tindakan="alasan", **isi):
    return klien.post(HALAMAN, {"tindakan": tindakan, "kunci": kunci, "dibaca": "", **isi})


# What it says -----------------------------------------------------------------------------------------


def test_the_page_says_the_outcome_and_every_finding_with_its_way(masuk, pemeran, laporan):
    jawaban = masuk(pemeran.dewi).get(HALAMAN)
    isi = teks(jawaban)
    assert "Belum dapat disahkan: 2 galat dan 2 peringatan tanpa alasan" in isi
    assert "5 pemeriksaan dijalankan pada" in isi and "1 lolos, 2 galat, 2 peringatan, 1 info" in isi
    assert "2 peringatan, 2 belum beralasan" in isi
    satu = baris(jawaban, cari(laporan, "uji_galat"))
    assert "Realisasi uji kosong" in satu and "Tabel 3.2, baris 1" in satu
    assert "Penanggung jawab: Subbag Program." in satu
    assert re.search(
        r'<a href="/kantor/alfa/2023/pengukuran/tw/1/\?unit=\d+#sel-indikator-\d+">Isi realisasi', satu
    )
    assert "Pemeriksaan yang lolos" in isi and "aturan uji 5" in isi
    assert "1 Februari 2024" in isi and "Aturannya sedang ditinjau." in isi
    assert "menunggu semua galat selesai dan semua peringatan beralasan" in isi
    assert "Ajukan" not in isi


def test_nothing_stands_in_the_way_once_all_is_answered(masuk, pemeran, laporan, panggung):
    isian = muat_isian(pemeran.a.kantor, TAHUN)
    for triwulan in (1, 2, 3, 4):
        simpan_kinerja(isian, triwulan, {panggung.skm.pk: IsiKinerja(nilai=D(80))}, oleh=pemeran.ani)
    besok = timezone.localdate() + datetime.timedelta(days=1)
    kecualikan(laporan, cari(laporan, "uji_ragu"), ALASAN, besok, oleh=pemeran.eko)
    beri_alasan(laporan, cari(laporan, "uji_peringatan"), ALASAN, oleh=pemeran.dewi, senama=True)
    isi = teks(masuk(pemeran.dewi).get(HALAMAN))
    assert "Tidak ada yang menghalangi pengesahan" in isi
    assert "Dikecualikan sampai" in isi and "2 peringatan, semua beralasan" in isi
    assert "belum tersedia" in isi  # no button that does nothing


def test_an_override_that_ended_blocks_again_and_says_so(masuk, pemeran, laporan):
    TanggapanTemuan.objects.create(
        laporan=laporan, jenis="pengecualian", kode="uji_ragu", kunci=cari(laporan, "uji_ragu"),
        lokasi="Tabel 2.6, baris 1", pesan="x", alasan=ALASAN, berlaku_sampai=datetime.date(2024, 5, 1),
        oleh=pemeran.eko, peran="Admin kabupaten",
    )  # fmt: skip
    isi = teks(masuk(pemeran.dewi).get(HALAMAN))
    assert "Belum dapat disahkan: 2 galat" in isi
    assert "Pengecualian ini berakhir pada 1 Mei 2024 dan tidak berlaku lagi." in isi


def test_the_findings_of_a_chapter_and_of_the_own_unit(masuk, pemeran, laporan):
    klien = masuk(pemeran.gani)
    bab1 = teks(klien.get(HALAMAN, {"bab": "bab1"}))
    assert "Menampilkan 1 dari 5 temuan." in bab1 and "Bab I, isu strategis" in bab1
    assert "Belum dapat disahkan: 2 galat" in bab1  # the outcome is that of the whole report
    saya = klien.get(HALAMAN, {"penanggung": "saya"})
    assert "Menampilkan 1 dari 5 temuan." in teks(saya)
    assert "Penanggung jawab: Seksi Pelayanan." in teks(saya)
    assert "Menampilkan" not in teks(klien.get(HALAMAN, {"bab": "x", "penanggung": "y"}))


def test_a_report_that_nobody_recorded_is_not_checked(masuk, pemeran, panggung):
    Laporan.objects.filter(perangkat_daerah=pemeran.a.kantor).delete()
    isi = teks(masuk(pemeran.dewi).get(HALAMAN))
    assert f"LKjIP {TAHUN} belum dicatat" in isi and "Periksa ulang" not in isi


# Who sees and answers ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("siapa", "alasan", "kecuali"),
    [
        ("ani", 1, 0),
        ("gani", 0, 0),
        ("dewi", 1, 0),
        ("citra", 1, 0),
        ("farid", 0, 0),
        ("eko", 0, 1),
        ("admin", 1, 1),
    ],
)
def test_who_finds_which_form(masuk, pemeran, laporan, siapa, alasan, kecuali):
    isi = masuk(getattr(pemeran, siapa)).get(HALAMAN).content.decode()
    assert isi.count('name="tindakan" value="alasan"') == 2 * alasan
    assert isi.count('name="tindakan" value="kecualikan"') == kecuali
    if not alasan:
        assert "Alasan ditulis oleh verifikator, penyusun laporan, atau kepala perangkat daerah." in isi


def test_another_office_does_not_exist(masuk, pemeran, laporan):
    assert masuk(pemeran.budi).get(HALAMAN).status_code == 404
    assert masuk(pemeran.budi).post(HALAMAN, {"tindakan": "alasan"}).status_code == 404


@pytest.mark.parametrize(
    ("siapa", "tindakan"), [("gani", "alasan"), ("farid", "alasan"), ("dewi", "kecualikan"), ("dewi", "x")]
)
def test_who_may_not_answer_gets_403(masuk, pemeran, laporan, siapa, tindakan):
    kunci = cari(laporan, "uji_peringatan")
    assert jawab(masuk(getattr(pemeran, siapa)), kunci, tindakan, alasan=ALASAN).status_code == 403
    assert not TanggapanTemuan.objects.exists()


# Answers ------------------------------------------------------------------------------------------------


def test_a_reason_is_saved_and_stands_at_its_finding(masuk, pemeran, laporan):
    klien, kunci = masuk(pemeran.dewi), cari(laporan, "uji_peringatan")
    jawaban = klien.post(
        f"{HALAMAN}?bab=depan", {"tindakan": "alasan", "kunci": kunci, "dibaca": "", "alasan": ALASAN}
    )
    assert jawaban.status_code == 302 and jawaban["Location"] == f"{HALAMAN}?bab=depan#temuan-{kunci}"
    halaman = klien.get(HALAMAN)
    teks_baris = re.sub(r"<[^>]+>", "", baris(halaman, kunci))
    assert ALASAN in teks_baris and "Dewi Anggraini, Verifikator, " in teks_baris
    assert "Alasan disimpan." in teks(halaman) and "2 peringatan, 1 belum beralasan" in teks(halaman)


def test_one_reason_may_cover_the_others_of_the_check(masuk, pemeran, laporan):
    klien, kunci = masuk(pemeran.dewi), cari(laporan, "uji_peringatan")
    assert "Pakai juga untuk 1 peringatan lain dari pemeriksaan ini" in teks(klien.get(HALAMAN))
    jawab(klien, kunci, alasan=ALASAN, senama="on")
    assert "Alasan disimpan untuk 2 peringatan." in teks(klien.get(HALAMAN))
    assert TanggapanTemuan.objects.count() == 2


def test_a_refused_reason_stays_in_its_field_with_why(masuk, pemeran, laporan):
    kunci = cari(laporan, "uji_peringatan", 1)
    jawaban = jawab(masuk(pemeran.dewi), kunci, alasan="sudah ok")
    assert jawaban.status_code == 400
    satu = baris(jawaban, kunci)
    assert ">\nsudah ok</textarea>" in satu and "Alasan terlalu pendek." in satu
    assert 'aria-invalid="true"' in satu and "Pakai juga untuk 1 peringatan lain" in satu
    assert "Alasan terlalu pendek." not in baris(jawaban, cari(laporan, "uji_peringatan", 0))


def test_an_answer_to_a_finding_that_is_gone_is_given_back(masuk, pemeran, laporan):
    kunci = cari(laporan, "uji_peringatan")
    Narasi.objects.update(isi="Kinerja sangat baik.")
    jawaban = jawab(masuk(pemeran.dewi), kunci, alasan=ALASAN)
    assert jawaban.status_code == 400
    isi = teks(jawaban)
    assert "nilainya berubah sejak halaman dibuka" in isi and f"Yang Anda tulis: “{ALASAN}”" in isi


def test_the_reason_for_another_value_is_offered_again(masuk, pemeran, laporan):
    beri_alasan(laporan, cari(laporan, "uji_peringatan"), ALASAN, oleh=pemeran.dewi)
    Narasi.objects.update(isi="Kinerja sangat baik.")
    satu = baris(masuk(pemeran.citra).get(HALAMAN), cari(laporan, "uji_peringatan"))
    assert "ditulis untuk nilai sebelumnya" in satu and f">\n{ALASAN}</textarea>" in satu
    assert "2 peringatan, 2 belum beralasan" in teks(masuk(pemeran.citra).get(HALAMAN))


def test_a_second_person_sees_the_first_ones_reason(masuk, pemeran, laporan):
    kunci = cari(laporan, "uji_peringatan")
    beri_alasan(laporan, kunci, ALASAN, oleh=pemeran.dewi)
    jawaban = jawab(masuk(pemeran.citra), kunci, alasan="Angka ini sesuai laporan BPS.")
    assert jawaban.status_code == 400
    satu = baris(jawaban, kunci)
    assert "Dewi Anggraini sementara itu menulis" in satu and "Angka ini sesuai laporan BPS." in satu
    dibaca = re.search(r'name="dibaca" value="(\w+)"', satu)[1]
    lagi = jawab(masuk(pemeran.citra), kunci, alasan="Angka ini sesuai laporan BPS.", dibaca=dibaca)
    assert lagi.status_code == 302 and TanggapanTemuan.objects.count() == 2


def test_an_override_with_its_errors(masuk, pemeran, laporan):
    klien, kunci = masuk(pemeran.eko), cari(laporan, "uji_ragu")
    for tanggal, pesan in (
        ("", "Isi sampai kapan"),
        ("2020-01-01", "setelah hari ini"),
        ("x", "Tanggal ini tidak ada"),
    ):
        jawaban = jawab(klien, kunci, "kecualikan", alasan=ALASAN, berlaku_sampai=tanggal)
        assert jawaban.status_code == 400 and pesan in baris(jawaban, kunci)
        assert '<details class="lipatan" open>' in baris(jawaban, kunci)
    besok = timezone.localdate() + datetime.timedelta(days=1)
    assert (
        jawab(klien, kunci, "kecualikan", alasan=ALASAN, berlaku_sampai=besok.isoformat()).status_code == 302
    )
    isi = teks(klien.get(HALAMAN))
    assert "Belum dapat disahkan: 1 galat" in isi and "Dikecualikan sampai" in isi


# Ways in, and the cost -------------------------------------------------------------------------------------


def test_the_pages_around_it_lead_here(masuk, pemeran, laporan):
    klien = masuk(pemeran.dewi)
    isi = klien.get(f"/kantor/alfa/{TAHUN}/pelaporan/").content.decode()
    assert "2 galat dan 2 peringatan tanpa alasan" in isi and f'href="{HALAMAN}"' in isi
    assert f'href="{HALAMAN}"' in klien.get(laporan.get_absolute_url()).content.decode()


def test_many_findings_cost_as_many_queries_as_few(masuk, pemeran, laporan, monkeypatch):
    klien = masuk(pemeran.dewi)

    def ukur(banyak):
        def periksa(bahan):
            for n in range(banyak):
                for tautan in ("realisasi:skm", "narasi:bab1.isu", "definisi:desa", "pk"):
                    yield Temuan("uji", Tingkat.PERINGATAN, Lokasi("t_capaian", f"Tabel 3.2, baris {n}", f"{n}{tautan}"), "x", (), tautan)  # fmt: skip # noqa: E501

        satu = (Pemeriksaan("uji", "Uji", Tingkat.PERINGATAN, "uji", periksa),)
        monkeypatch.setattr("pelaporan.periksa.daftar.DAFTAR", satu)
        with CaptureQueriesContext(connection) as kueri:
            jawaban = klien.get(HALAMAN)
        assert jawaban.content.decode().count('<li id="temuan-') == 4 * banyak
        return len(kueri)

    assert ukur(1) == ukur(25) <= 90


def test_many_findings_of_one_check_are_folded_and_all_are_there():
    from types import SimpleNamespace as N

    from pelaporan.halaman_temuan import kelompokkan

    def baris(kode, n, is_salah=False):
        return N(isi=N(judul=kode.title(), temuan=N(kode=kode)), nomor=n, is_salah=is_salah)

    semua = [baris("a", 1), *(baris("b", n, n == 6) for n in range(2, 8)), baris("a", 8)]
    kelompok = kelompokkan(semua)
    assert [(g.judul, len(g.tampil), len(g.lipat)) for g in kelompok] == [
        ("A", 1, 0),
        ("B", 3, 3),
        ("A", 1, 0),
    ]
    assert [b.nomor for g in kelompok for b in (*g.tampil, *g.lipat)] == list(range(1, 9))
    assert [g.is_terbuka for g in kelompok] == [False, True, False]
