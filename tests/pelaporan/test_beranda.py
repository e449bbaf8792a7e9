"""Start pages: where a person is sent, what stands there, the years, the list of reports."""

from __future__ import annotations

import datetime
import time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from kinerja.isian import Ringkasan, muat_isian
from kinerja.models import JendelaPengisian, PermintaanBuka
from organisasi.pilihan import Peran
from pelaporan.kemajuan import Bilah, build_kemajuan, build_langkah, triwulan_kini
from pelaporan.models import Laporan
from pelaporan.tenggat import tenggat_laporan
from tests.kinerja.panggung_ukur import PanggungUkur, buka_jendela
from tests.pelaporan.kantor_uji import TAHUN, rapi
from tests.pelaporan.test_tugas import belanja, isi, langkah
from tests.pemeran import Pemeran

ALAMAT = ("beranda_kantor", "kalender", "ganti_tahun")


@pytest.fixture
def panggung(pemeran):
    """Office A with windows that are open today."""
    return PanggungUkur(pemeran.a)


def buka(klien, nama="beranda_kantor", tahun=TAHUN, slug="alfa", **kueri):
    return klien.get(reverse(nama, args=[slug, tahun]), kueri)


# Where a person begins -----------------------------------------------------------------------------------


def test_a_person_of_one_office_is_sent_to_its_newest_year(pemeran, masuk):
    klien = masuk(pemeran.ani)
    assert klien.get("/")["Location"] == f"/kantor/alfa/{TAHUN}/"
    rapi(Laporan(perangkat_daerah=pemeran.a.kantor, tahun=2024))
    assert klien.get("/")["Location"] == "/kantor/alfa/2024/"


def test_an_office_without_a_report_opens_at_the_calendars_year(pemeran, masuk):
    pemeran.a.laporan.delete()
    assert masuk(pemeran.ani).get("/")["Location"] == f"/kantor/alfa/{timezone.localdate().year}/"


@pytest.mark.parametrize("siapa", ["eko", "farid", "admin"])
def test_who_works_for_the_whole_government_is_sent_to_its_page(pemeran, masuk, siapa):
    tujuan = masuk(getattr(pemeran, siapa)).get("/")["Location"]
    assert tujuan == reverse("kabupaten", args=[TAHUN])


def test_two_places_are_offered(pemeran, masuk):
    pemeran.tugas(pemeran.ani, Peran.VERIFIKATOR, pemeran.b)
    jawaban = masuk(pemeran.ani).get("/")
    teks = jawaban.content.decode()
    assert jawaban.status_code == 200 and "Bekerja di mana hari ini?" in teks
    for kata in ("Kecamatan Alfa", "Kecamatan Beta", "Staf, Penyusun laporan", f"/kantor/beta/{TAHUN}/"):
        assert kata in teks
    assert "Semua perangkat daerah" not in teks


# The page of an office -----------------------------------------------------------------------------------


def test_ani_sees_what_is_missing_by_when_and_where(pemeran, panggung, masuk):
    JendelaPengisian.objects.filter(triwulan__in=(2, 3, 4)).delete()
    teks = buka(masuk(pemeran.ani)).content.decode()
    tutup = timezone.localdate() + datetime.timedelta(days=5)
    for kata in (
        "<h1>",
        "isian lagi untuk unit Anda</h1>",
        "Subbag Program.",
        "Pekan ini",
        "5 hari lagi",
        f'href="/kantor/alfa/{TAHUN}/pengukuran/tw/1/#sel-indikator-{panggung.skm.pk}"',
        'aria-label="Isi: Realisasi triwulan I: Indikator skm"',
        "Triwulan I ditutup",
        "LKjIP 2023 diajukan paling lambat 23 Februari 2024 dan disahkan paling lambat 29 Februari 2024.",
        f'href="{reverse("kalender", args=["alfa", TAHUN])}"',
        "Isian per unit",
    ):
        assert kata in teks, kata
    assert str(tutup.year) in teks
    assert " style=" not in teks and "Dikembalikan" not in teks


def test_nothing_to_do_is_said(pemeran, masuk):
    teks = buka(masuk(pemeran.gani)).content.decode()
    assert "Tidak ada yang harus diisi hari ini" in teks
    assert "Jendela pengisian tahun ini belum ditetapkan." in teks


def test_what_was_returned_and_why_stands_on_top(pemeran, panggung, masuk):
    langkah(pemeran.a.unit["Subbag Program"], 1, "dikembalikan", pemeran.dewi, "Angka <b>desa</b> keliru.")
    teks = buka(masuk(pemeran.ani)).content.decode()
    assert "Dikembalikan kepada unit Anda" in teks and "oleh Dewi Anggraini" in teks
    assert "Angka &lt;b&gt;desa&lt;/b&gt; keliru." in teks
    assert teks.index("Dikembalikan kepada unit Anda") < teks.index("<table")
    assert "Dikembalikan kepada unit Anda" not in buka(masuk(pemeran.gani)).content.decode()


def test_filled_cells_are_counted_and_listed_last_saved_first(pemeran, panggung, masuk):
    isi(panggung.skm, "tw1", 80, pemeran.ani)
    isi(panggung.desa, "tw1", 4, pemeran.ani)
    teks = buka(masuk(pemeran.ani)).content.decode()
    assert "Sudah lengkap: 2 isian" in teks and "Terakhir tersimpan pukul " in teks
    assert teks.index("Realisasi triwulan I: Indikator desa") < teks.rindex(
        "Realisasi triwulan I: Indikator skm"
    )
    assert "Sudah lengkap" not in buka(masuk(pemeran.gani)).content.decode()


def test_progress_of_units_marks_the_own_one(pemeran, panggung):
    belanja(panggung.sub_lain, "tw1", 5, pemeran.gani)
    JendelaPengisian.objects.filter(triwulan__in=(2, 3, 4)).delete()
    isian = muat_isian(pemeran.a.kantor, TAHUN)
    saya = {pemeran.a.unit["Seksi Pelayanan"].pk}
    satu, dua = build_kemajuan(isian, timezone.localdate(), saya)
    assert (satu.nama, satu.is_saya, satu.triwulan.ringkas) == ("Subbag Program", False, Ringkasan(4, 0))
    assert satu.tahun.ringkas == Ringkasan(17, 0)  # 3 indicators and a budget by quarter, one grade a year
    assert (dua.nama, dua.is_saya, dua.triwulan.ringkas) == ("Seksi Pelayanan", True, Ringkasan(1, 1))
    assert dua.tahun.ringkas == Ringkasan(6, 1) and dua.tahun.lebar == "16"
    assert dua.triwulan.label == "Triwulan I" and dua.triwulan.lebar == "100"
    assert Bilah("x", Ringkasan(0, 0)).lebar == "0"


def test_progress_is_drawn_with_words_beside_it(pemeran, panggung, masuk):
    belanja(panggung.sub_lain, "tw1", 5, pemeran.gani)
    JendelaPengisian.objects.filter(triwulan__in=(2, 3, 4)).delete()
    teks = buka(masuk(pemeran.gani)).content.decode()
    assert '<li class="saya">' in teks and "Lengkap" in teks
    assert "1 dari 6" in teks and '<rect class="isi" width="16" height="6"/>' in teks


@pytest.mark.parametrize(
    ("hari", "kini"),
    [((2023, 4, 1), 1), ((2023, 5, 20), 1), ((2023, 6, 25), 2), ((2024, 5, 1), 4), ((2023, 1, 2), 1)],
)
def test_the_quarter_at_hand(pemeran, hari, kini):
    for n, (a, b) in enumerate((((3, 20), (4, 10)), ((6, 20), (7, 10)), ((9, 20), (10, 10))), start=1):
        JendelaPengisian.objects.create(
            perangkat_daerah=pemeran.a.kantor,
            tahun=TAHUN,
            triwulan=n,
            buka=datetime.date(TAHUN, *a),
            tutup=datetime.date(TAHUN, *b),
        )
    JendelaPengisian.objects.create(
        perangkat_daerah=pemeran.a.kantor,
        tahun=TAHUN,
        triwulan=4,
        buka=datetime.date(2023, 12, 20),
        tutup=datetime.date(2024, 1, 10),
    )
    assert triwulan_kini(muat_isian(pemeran.a.kantor, TAHUN), datetime.date(*hari)) == kini


def test_without_windows_the_quarter_at_hand_is_the_calendars(pemeran):
    isian = muat_isian(pemeran.a.kantor, TAHUN)
    assert triwulan_kini(isian, datetime.date(2023, 8, 1)) == 3
    assert triwulan_kini(isian, datetime.date(2022, 8, 1)) == 1
    assert triwulan_kini(isian, datetime.date(2025, 8, 1)) == 4


def test_steps_of_the_report(pemeran, panggung):
    isian = muat_isian(pemeran.a.kantor, TAHUN)
    tenggat = tenggat_laporan(pemeran.pemda, TAHUN)
    draf, diajukan, disahkan = build_langkah(isian, pemeran.a.laporan, tenggat)
    assert draf.is_kini and draf.uraian == "2 unit, 0 dari 23 isian"
    assert (diajukan.uraian, disahkan.uraian) == (
        "Paling lambat 23 Februari 2024",
        "Paling lambat 29 Februari 2024",
    )
    assert build_langkah(isian, None, tenggat)[0].uraian == "Laporan belum dicatat"
    pemeran.a.laporan.status = "diajukan"
    draf, diajukan, _ = build_langkah(isian, pemeran.a.laporan, tenggat)
    assert draf.is_lewat and not draf.is_kini and diajukan.is_kini


def test_who_waits_for_whom(pemeran, panggung, masuk):
    PermintaanBuka.objects.create(
        unit=pemeran.a.unit["Seksi Pelayanan"],
        tahun=TAHUN,
        triwulan=1,
        sampai=timezone.localdate(),
        alasan="x",
        diminta_oleh=pemeran.dewi,
    )
    assert "Menunggu orang lain" in buka(masuk(pemeran.dewi)).content.decode()
    assert "Menunggu orang lain" not in buka(masuk(pemeran.gani)).content.decode()


# Who may ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("nama", ALAMAT)
@pytest.mark.parametrize("siapa", ["ani", "gani", "citra", "dewi", "eko", "farid", "admin", "budi", "asing"])
def test_pages_of_the_office_are_for_who_sees_it(pemeran, masuk, nama, siapa):
    status = {"budi": 404, "asing": 403}.get(siapa, 200)
    alamat = reverse(nama, args=["alfa", TAHUN])
    assert masuk(getattr(pemeran, siapa)).get(alamat, follow=True).status_code == status


@pytest.mark.parametrize("nama", ALAMAT)
def test_a_year_that_cannot_be_is_not_there(pemeran, masuk, nama):
    assert buka(masuk(pemeran.ani), nama, tahun=1999).status_code == 404
    assert masuk(pemeran.ani).post(reverse(nama, args=["alfa", TAHUN])).status_code == 405


@pytest.mark.parametrize("siapa", ["ani", "gani", "citra", "dewi", "eko"])
def test_the_start_page_costs_the_same_for_any_number_of_rows(pemeran, panggung, masuk, siapa):
    klien = masuk(getattr(pemeran, siapa))
    isi(panggung.skm, "tw1", 1, pemeran.ani)
    isi(panggung.layanan, "s1", 1, pemeran.ani)
    with CaptureQueriesContext(connection) as sedikit:
        buka(klien)
    _banyak(pemeran, 20)
    with CaptureQueriesContext(connection) as banyak:
        buka(klien)
    assert len(sedikit) == len(banyak)
    assert len(banyak) <= 28, [q["sql"][:90] for q in banyak]


def _banyak(pemeran: Pemeran, jumlah: int) -> None:
    for n in range(jumlah):
        unit = pemeran.a.unit["Subbag Program" if n % 2 else "Seksi Pelayanan"]
        i = pemeran.a.indikator(f"b{n}", frekuensi="triwulan", penanggung_jawab=unit)
        isi(i, "tw1", n, pemeran.gani)


def test_sixty_rows_are_shown_quickly(pemeran, panggung, masuk):
    _banyak(pemeran, 55)
    klien = masuk(pemeran.ani)
    buka(klien)
    lama = []
    for _ in range(3):
        mulai = time.perf_counter()
        buka(klien)
        lama.append(time.perf_counter() - mulai)
    assert min(lama) < 0.4, lama  # 100 ms on a free core; the tests share theirs


# Years -----------------------------------------------------------------------------------------------------


def test_years_of_the_office_with_their_state(pemeran, panggung, masuk):
    rapi(Laporan(perangkat_daerah=pemeran.a.kantor, tahun=2021))
    rapi(Laporan(perangkat_daerah=pemeran.b.kantor, tahun=2019))
    teks = buka(masuk(pemeran.ani), "ganti_tahun").content.decode()
    assert "Buka Beranda" in teks and 'href="/kantor/alfa/2021/"' in teks
    assert "2019" not in teks and "Ditetapkan" in teks and "sedang dibuka" in teks
    assert teks.index("2023</b>") < teks.index(">2021</a>")


@pytest.mark.parametrize(
    ("asal", "bagian", "tujuan"),
    [
        ("pengukuran/", "Pengukuran", "pengukuran/"),
        ("pengukuran/tw/3/", "Realisasi kinerja", "pengukuran/tw/3/"),
        ("kalender/", "Kalender", "kalender/"),
        ("pengukuran/tw/1/indikator/7/", "Beranda", ""),
        ("tidak-ada/", "Beranda", ""),
    ],
)
def test_another_year_opens_at_the_same_section(pemeran, masuk, asal, bagian, tujuan):
    rapi(Laporan(perangkat_daerah=pemeran.a.kantor, tahun=2021))
    jawaban = masuk(pemeran.ani).get(
        reverse("ganti_tahun", args=["alfa", TAHUN]),
        headers={"referer": f"http://testserver/kantor/alfa/2023/{asal}"},
    )
    teks = jawaban.content.decode()
    assert f"Buka {bagian}" in teks and f'href="/kantor/alfa/2021/{tujuan}"' in teks


def test_the_section_of_another_office_is_not_taken_over(pemeran, masuk):
    jawaban = masuk(pemeran.ani).get(
        reverse("ganti_tahun", args=["alfa", TAHUN]),
        headers={"referer": "https://jahat.example/kantor/beta/2023/pengukuran/"},
    )
    assert "Buka Beranda" in jawaban.content.decode()


def test_years_cost_the_same_for_any_number(pemeran, masuk):
    klien = masuk(pemeran.ani)
    with CaptureQueriesContext(connection) as sedikit:
        buka(klien, "ganti_tahun")
    for tahun in range(2015, 2022):
        rapi(Laporan(perangkat_daerah=pemeran.a.kantor, tahun=tahun))
    with CaptureQueriesContext(connection) as banyak:
        buka(klien, "ganti_tahun")
    assert len(sedikit) == len(banyak)


# Reports of a year -----------------------------------------------------------------------------------------


def laporan_tahun(klien, tahun=TAHUN, **kueri) -> str:
    jawaban = klien.get(reverse("daftar_laporan", args=[tahun]), kueri)
    assert jawaban.status_code == 200
    return jawaban.content.decode()


def test_reports_of_a_year_are_those_that_the_person_may_read(pemeran, masuk):
    rapi(Laporan(perangkat_daerah=pemeran.b.kantor, tahun=2022))
    teks = laporan_tahun(masuk(pemeran.farid))
    assert "2 laporan kinerja 2023" in teks and "Kecamatan Alfa" in teks and "Kecamatan Beta" in teks
    assert reverse("daftar_laporan", args=[2022]) in teks
    teks = laporan_tahun(masuk(pemeran.ani))
    assert "1 laporan kinerja 2023" in teks and "Kecamatan Beta" not in teks
    assert reverse("daftar_laporan", args=[2022]) not in teks


def test_reports_are_searched_by_office(pemeran, masuk):
    klien = masuk(pemeran.farid)
    teks = laporan_tahun(klien, cari=" BETA ")
    assert "1 laporan kinerja 2023" in teks and "Kecamatan Alfa" not in teks
    teks = laporan_tahun(klien, cari="<x>")
    assert "Tidak ada yang cocok" in teks and "&lt;x&gt;" in teks


def test_reports_stand_on_pages_of_25(pemeran, masuk):
    from organisasi.models import PerangkatDaerah

    for n in range(30):
        kantor = rapi(
            PerangkatDaerah(
                pemda=pemeran.pemda, nama=f"Dinas {n:02}", slug=f"dinas-{n}", jenis="dinas", tempat="Uji"
            )
        )
        rapi(Laporan(perangkat_daerah=kantor, tahun=TAHUN))
    klien = masuk(pemeran.farid)
    teks = laporan_tahun(klien)
    assert "Halaman 1 dari 2" in teks and teks.count("Unduh PDF</a>") == 25
    teks = laporan_tahun(klien, halaman="2")
    assert teks.count("Unduh PDF</a>") == 7 and "Berikutnya" not in teks
    assert "Halaman 2 dari 2" in laporan_tahun(klien, halaman="99")


def test_an_empty_year_offers_to_record_a_report_to_who_may(pemeran, masuk):
    assert "Catat laporan" in laporan_tahun(masuk(pemeran.eko), 2030)
    teks = laporan_tahun(masuk(pemeran.farid), 2030)
    assert "Belum ada laporan 2030" in teks and "Catat laporan" not in teks
    assert masuk(pemeran.farid).get(reverse("daftar_laporan", args=[1999])).status_code == 404


def test_windows_that_open_later_are_announced(pemeran, panggung, masuk):
    nanti = timezone.localdate() + datetime.timedelta(days=30)
    JendelaPengisian.objects.exclude(triwulan=2).delete()
    JendelaPengisian.objects.filter(triwulan=2).update(buka=nanti, tutup=nanti)
    assert "Triwulan II dibuka" in buka(masuk(pemeran.gani)).content.decode()
    lalu = timezone.localdate() - datetime.timedelta(days=30)
    JendelaPengisian.objects.filter(triwulan=2).update(buka=lalu, tutup=lalu)
    assert "Tidak ada jendela pengisian yang terbuka." in buka(masuk(pemeran.gani)).content.decode()
    buka_jendela(pemeran.a)
