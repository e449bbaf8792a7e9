"""Open items: who is asked for what, by when, and where the link leads."""

from __future__ import annotations

import datetime
from decimal import Decimal as D

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from anggaran.models import RealisasiAnggaran
from kinerja.models import (
    AnalisisCapaian,
    Bukti,
    CatatanPemeriksaan,
    JendelaPengisian,
    Pengukuran,
    PerjanjianKinerja,
    PermintaanBuka,
    Realisasi,
    TahapPengukuran,
)
from organisasi.izin import build_pelaku
from organisasi.models import Penugasan
from organisasi.pilihan import Peran
from pelaporan.kerangka import BAGIAN_NARASI
from pelaporan.models import Lampiran, Laporan, Narasi, PenanggungBagian
from pelaporan.tenggat import kelompok_tenggat, saat_pengingat, sebulan_setelah, sebut_sisa, tenggat_laporan
from pelaporan.tugas import ButirTugas, DaftarTugas, build_tugas
from pelaporan.tugas_naskah import capaian_setahun, serapan_program
from tests.kinerja.panggung_ukur import PanggungUkur
from tests.pelaporan.kantor_uji import TAHUN, rapi
from tests.pemeran import MULAI

JENDELA = {
    1: ((2023, 3, 20), (2023, 4, 10)),
    2: ((2023, 6, 20), (2023, 7, 10)),
    3: ((2023, 9, 20), (2023, 10, 10)),
    4: ((2023, 12, 20), (2024, 1, 10)),
}
HARI_TW1 = datetime.date(2023, 4, 3)  # TW I open, seven days left
HARI_NASKAH = datetime.date(2024, 2, 12)


@pytest.fixture
def panggung(pemeran):
    """Office A with indicators, a budget and the four windows of the year."""
    satu = PanggungUkur(pemeran.a)
    for n, (buka, tutup) in JENDELA.items():
        JendelaPengisian.objects.filter(perangkat_daerah=pemeran.a.kantor, triwulan=n).update(
            buka=datetime.date(*buka), tutup=datetime.date(*tutup)
        )
    return satu


def daftar(pengguna, kantor, hari, tahun=TAHUN) -> DaftarTugas:
    return build_tugas(build_pelaku(pengguna), kantor.kantor, tahun, hari)


def berawalan(hasil: DaftarTugas, awalan: str) -> list[ButirTugas]:
    return [b for b in hasil.butir if b.kunci.startswith(awalan)]


def isi(indikator, periode, nilai, oleh=None) -> Realisasi:
    ukur, _ = Pengukuran.objects.get_or_create(indikator=indikator, tahun=TAHUN, defaults={"cara": "periode"})
    return Realisasi.objects.create(
        pengukuran=ukur,
        cara=ukur.cara,
        periode=periode,
        diisi_oleh=oleh,
        diisi_pada=timezone.now(),
        **nilai if isinstance(nilai, dict) else {"nilai": D(nilai)},
    )


def belanja(node, periode, nilai, oleh=None) -> RealisasiAnggaran:
    return RealisasiAnggaran.objects.create(
        program=node.kegiatan.program,
        sub_kegiatan=node,
        tingkat=3,
        periode=periode,
        nilai=D(nilai),
        diisi_oleh=oleh,
        diisi_pada=timezone.now(),
    )


def langkah(unit, triwulan, tahap, oleh, catatan="") -> TahapPengukuran:
    return TahapPengukuran.objects.create(
        unit=unit, tahun=TAHUN, triwulan=triwulan, tahap=tahap, oleh=oleh, catatan=catatan
    )


def berbukti(realisasi) -> None:
    Bukti.objects.create(
        realisasi=realisasi,
        nama="a.pdf",
        berkas="bukti/x",
        jenis_isi="application/pdf",
        ukuran=1,
        sha256="0" * 64,
    )


def lengkapi_tw1(p, oleh) -> None:
    """Fill TW I of Subbag Program with evidence."""
    for i, nilai in ((p.skm, 80), (p.desa, 4), (p.rasio, {"pembilang": D(9), "penyebut": D(10)})):
        berbukti(isi(i, "tw1", nilai, oleh))
    belanja(p.sub, "tw1", 100, oleh)


# Deadlines ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sisa", "kelompok", "kata", "saat"),
    [
        (8, "setelahnya", "8 hari lagi", None),
        (7, "pekan ini", "7 hari lagi (H-7)", "H-7"),
        (5, "pekan ini", "5 hari lagi", "H-7"),
        (3, "pekan ini", "3 hari lagi (H-3)", "H-3"),
        (2, "pekan ini", "2 hari lagi", "H-3"),
        (1, "pekan ini", "1 hari lagi (H-1)", "H-1"),
        (0, "pekan ini", "hari ini", "H-1"),
        (-1, "lewat", "lewat 1 hari", "lewat-0"),
        (-7, "lewat", "lewat 7 hari", "lewat-0"),
        (-8, "lewat", "lewat 8 hari", "lewat-1"),
        (-33, "lewat", "lewat 33 hari", "lewat-4"),
    ],
)
def test_how_near_a_deadline_is(sisa, kelompok, kata, saat):
    hari = datetime.date(2024, 2, 12)
    tenggat = hari + datetime.timedelta(days=sisa)
    assert kelompok_tenggat(tenggat, hari) == kelompok
    assert sebut_sisa(tenggat, hari) == kata
    assert saat_pengingat(tenggat, hari) == saat


def test_without_a_deadline_it_stands_last():
    assert kelompok_tenggat(None, datetime.date(2024, 1, 1)) == "setelahnya"


@pytest.mark.parametrize(
    ("hari", "hasil"),
    [((2023, 1, 5), (2023, 2, 5)), ((2023, 1, 31), (2023, 2, 28)), ((2023, 12, 31), (2024, 1, 31))],
)
def test_a_month_later(hari, hasil):
    assert sebulan_setelah(datetime.date(*hari)) == datetime.date(*hasil)


def test_days_of_the_report_count_back_from_the_governments_deadline(pemeran, settings):
    settings.HARI_NASKAH, settings.HARI_AJUKAN = 9, 6
    tenggat = tenggat_laporan(pemeran.pemda, 2023)
    assert (tenggat.naskah, tenggat.ajukan, tenggat.sahkan) == (
        datetime.date(2024, 2, 20),
        datetime.date(2024, 2, 23),
        datetime.date(2024, 2, 29),
    )


# Staff -------------------------------------------------------------------------------------------------


def test_staff_is_asked_for_each_blank_cell_of_the_own_unit(pemeran, panggung):
    hasil = daftar(pemeran.ani, pemeran.a, HARI_TW1)
    butir = berawalan(hasil, "isi:")
    dasar = reverse("kisi_kinerja", args=["alfa", TAHUN, 1])
    anggaran = reverse("kisi_anggaran", args=["alfa", TAHUN, 1])
    assert [b.alamat for b in butir] == [
        f"{dasar}#sel-indikator-{panggung.skm.pk}",
        f"{dasar}#sel-indikator-{panggung.desa.pk}",
        f"{dasar}#sel-indikator-{panggung.rasio.pk}",
        f"{anggaran}#sel-subkegiatan-{panggung.sub.pk}",
    ]
    assert butir[0].judul == "Realisasi triwulan I: Indikator skm"
    assert butir[0].rincian == "Subbag Program. Belum diisi."
    assert (butir[0].tenggat, butir[0].sebut_sisa) == (datetime.date(2023, 4, 10), "7 hari lagi (H-7)")
    assert hasil.judul == "4 isian lagi untuk unit Anda"
    assert [k.judul for k in hasil.kelompok] == ["Pekan ini"]
    assert {b.kunci for b in butir} == {f"isi:{pemeran.a.unit['Subbag Program'].pk}:{TAHUN}:1"}


def test_more_than_five_cells_are_one_item_that_counts_them(pemeran, panggung):
    for n in range(3):
        pemeran.a.indikator(
            f"lain{n}", frekuensi="triwulan", penanggung_jawab=pemeran.a.unit["Subbag Program"]
        )
    hasil = daftar(pemeran.ani, pemeran.a, HARI_TW1)
    (butir,) = berawalan(hasil, "isi:")
    assert butir.judul == "Isian triwulan I: 7 belum diisi" and butir.jumlah == 7
    assert butir.alamat.endswith(f"#sel-indikator-{panggung.skm.pk}")
    assert hasil.judul == "7 isian lagi untuk unit Anda"


def test_a_semester_value_is_not_asked_before_its_quarter(pemeran, panggung):
    assert [b.judul for b in berawalan(daftar(pemeran.gani, pemeran.a, HARI_TW1), "isi:")] == [
        "Realisasi anggaran triwulan I: 7.01.02.2.01.0002 NAMA 7.01.02.2.01.0002"
    ]
    hari = datetime.date(2023, 6, 25)
    assert "Realisasi triwulan II: Indikator layanan" in [
        b.judul for b in daftar(pemeran.gani, pemeran.a, hari).butir
    ]


def test_before_the_window_nothing_is_asked_and_afterwards_one_item_says_it_is_late(pemeran, panggung):
    assert daftar(pemeran.gani, pemeran.a, datetime.date(2023, 3, 19)).butir == ()
    (butir,) = daftar(pemeran.gani, pemeran.a, datetime.date(2023, 4, 13)).butir
    assert butir.judul == "Triwulan I: 1 dari 1 isian belum diisi" and butir.is_lewat
    assert butir.sebut_sisa == "lewat 3 hari"
    assert "Verifikator dapat meminta dibuka kembali" in butir.rincian
    unit = pemeran.a.unit["Seksi Pelayanan"]
    assert butir.alamat == reverse("unit_triwulan", args=["alfa", TAHUN, 1, unit.pk])


def test_a_window_that_was_never_set_asks_nothing_of_staff(pemeran, panggung):
    JendelaPengisian.objects.all().delete()
    assert daftar(pemeran.gani, pemeran.a, datetime.date(2023, 4, 13)).butir == ()


def test_evidence_is_asked_for_filled_values(pemeran, panggung):
    realisasi = isi(panggung.skm, "tw1", 80, pemeran.ani)
    (butir,) = berawalan(daftar(pemeran.ani, pemeran.a, HARI_TW1), "bukti:")
    assert butir.judul == "Bukti triwulan I: Indikator skm" and butir.tombol == "Unggah"
    assert butir.alamat == reverse("baris_kinerja", args=["alfa", TAHUN, 1, panggung.skm.pk]) + "#bukti"
    berbukti(realisasi)
    assert berawalan(daftar(pemeran.ani, pemeran.a, HARI_TW1), "bukti:") == []


def test_much_missing_evidence_is_one_item(pemeran, panggung):
    unit = pemeran.a.unit["Subbag Program"]
    for n in range(6):
        isi(pemeran.a.indikator(f"x{n}", frekuensi="triwulan", penanggung_jawab=unit), "tw1", 1, pemeran.ani)
    (butir,) = berawalan(daftar(pemeran.ani, pemeran.a, HARI_TW1), "bukti:")
    assert butir.judul == "Bukti triwulan I: 6 isian" and butir.jumlah == 6


def test_a_filled_quarter_is_to_be_sent_and_a_sent_one_is_not(pemeran, panggung):
    lengkapi_tw1(panggung, pemeran.ani)
    (butir,) = daftar(pemeran.ani, pemeran.a, HARI_TW1).butir
    unit = pemeran.a.unit["Subbag Program"]
    assert butir.judul == "Kirim isian triwulan I" and butir.kunci == f"kirim:{unit.pk}:{TAHUN}:1"
    assert butir.alamat == reverse("unit_triwulan", args=["alfa", TAHUN, 1, unit.pk])
    langkah(unit, 1, "dikirim", pemeran.ani)
    hasil = daftar(pemeran.ani, pemeran.a, HARI_TW1)
    assert hasil.butir == () and hasil.judul == "Tidak ada yang harus diisi hari ini"


def test_returned_rows_say_by_whom_and_why_until_they_are_saved_again(pemeran, panggung):
    lengkapi_tw1(panggung, pemeran.ani)
    unit = pemeran.a.unit["Subbag Program"]
    langkah(unit, 1, "dikirim", pemeran.ani)
    kembali = langkah(unit, 1, "dikembalikan", pemeran.dewi, "Periksa dua angka.")
    satu = Realisasi.objects.get(pengukuran__indikator=panggung.skm)
    dua = RealisasiAnggaran.objects.get()
    CatatanPemeriksaan.objects.create(tahap=kembali, realisasi=satu, catatan="Tidak sama dengan bukti.")
    CatatanPemeriksaan.objects.create(tahap=kembali, realisasi_anggaran=dua, catatan="Belum lengkap.")
    hasil = daftar(pemeran.ani, pemeran.a, HARI_TW1)
    assert [(b.tombol, b.rincian) for b in hasil.butir] == [
        ("Perbaiki", "Dikembalikan Dewi Anggraini: Tidak sama dengan bukti."),
        ("Perbaiki", "Dikembalikan Dewi Anggraini: Belum lengkap."),
    ]
    assert hasil.butir[1].alamat.endswith(f"#sel-subkegiatan-{panggung.sub.pk}")
    (kembalian,) = hasil.kembalian
    assert (kembalian.oleh, kembalian.catatan) == ("Dewi Anggraini", "Periksa dua angka.")
    assert (kembalian.ditandai, kembalian.diperbaiki) == (2, 0)
    Realisasi.objects.filter(pk=satu.pk).update(diisi_pada=timezone.now())
    RealisasiAnggaran.objects.filter(pk=dua.pk).update(diisi_pada=timezone.now())
    hasil = daftar(pemeran.ani, pemeran.a, HARI_TW1)
    assert [b.judul for b in hasil.butir] == ["Kirim lagi isian triwulan I"]
    assert hasil.kembalian[0].diperbaiki == 2


def test_another_units_and_offices_cells_are_nobody_elses_business(pemeran, panggung):
    assert daftar(pemeran.budi, pemeran.a, HARI_TW1).butir == ()
    assert all("Seksi Pelayanan" not in b.rincian for b in daftar(pemeran.ani, pemeran.a, HARI_TW1).butir)


# Verifikator and camat -----------------------------------------------------------------------------------


def test_a_unit_without_staff_is_filled_by_the_verifikator_step_by_step(pemeran, panggung):
    Penugasan.objects.filter(pengguna=pemeran.gani).delete()
    k, seksi = pemeran.a, pemeran.a.unit["Seksi Pelayanan"]
    (butir,) = daftar(pemeran.dewi, k, HARI_TW1).butir
    assert butir.judul.startswith("Realisasi anggaran triwulan I") and "Seksi Pelayanan" in butir.rincian
    lain = [k.indikator(f"lain{n}", frekuensi="triwulan", penanggung_jawab=seksi) for n in range(2)]
    (butir,) = daftar(pemeran.dewi, k, HARI_TW1).butir
    assert butir.judul == "Isian triwulan I: 3 belum diisi"
    belanja(panggung.sub_lain, "tw1", 1, pemeran.dewi)
    for i in lain:
        isi(i, "tw1", 1, pemeran.dewi)
    (butir,) = daftar(pemeran.dewi, k, HARI_TW1).butir
    assert butir.judul == "Bukti triwulan I: 2 isian"
    tertutup = daftar(pemeran.dewi, k, datetime.date(2023, 4, 13)).butir
    assert [b.kunci.partition(":")[0] for b in tertutup] == ["buka", "buka"]  # not once more as filling


def test_a_sent_quarter_waits_for_the_verifikator(pemeran, panggung):
    lengkapi_tw1(panggung, pemeran.ani)
    unit = pemeran.a.unit["Subbag Program"]
    satu = langkah(unit, 1, "dikirim", pemeran.ani)
    hasil = daftar(pemeran.dewi, pemeran.a, HARI_TW1)
    (butir,) = hasil.butir
    assert butir.judul == "Periksa isian triwulan I: Subbag Program"
    assert butir.tenggat == timezone.localtime(satu.pada).date() + datetime.timedelta(days=5)
    assert hasil.judul == "1 tugas menunggu Anda"
    assert daftar(pemeran.citra, pemeran.a, HARI_TW1).butir == ()


def test_who_entered_a_value_does_not_check_it_and_the_camat_does(pemeran, panggung):
    lengkapi_tw1(panggung, pemeran.dewi)
    langkah(pemeran.a.unit["Subbag Program"], 1, "dikirim", pemeran.dewi)
    assert daftar(pemeran.dewi, pemeran.a, HARI_TW1).butir == ()
    assert [b.tombol for b in daftar(pemeran.citra, pemeran.a, HARI_TW1).butir] == ["Periksa"]


def test_a_checked_quarter_waits_for_the_camat(pemeran, panggung):
    unit = pemeran.a.unit["Subbag Program"]
    for tahap, oleh in (("dikirim", pemeran.ani), ("diperiksa", pemeran.dewi)):
        langkah(unit, 1, tahap, oleh)
    (butir,) = daftar(pemeran.citra, pemeran.a, HARI_TW1).butir
    assert butir.judul == "Setujui isian triwulan I: Subbag Program"
    assert butir.rincian.startswith("Diperiksa Dewi Anggraini pada ")
    assert daftar(pemeran.dewi, pemeran.a, HARI_TW1).butir == ()


def test_drafts_of_pk_are_set_by_the_planners_and_read_by_the_camat(pemeran, panggung):
    dpa = pemeran.a.dpa({}, urutan=1, jenis="pergeseran", tanggal=datetime.date(2023, 1, 5))
    pk = PerjanjianKinerja.objects.create(
        jabatan=pemeran.a.jabatan_kasi,
        tahun=TAHUN,
        tanggal=datetime.date(2023, 1, 20),
        pihak_pertama=pemeran.a.kasi,
        pihak_kedua=pemeran.a.camat,
        dpa=dpa,
    )
    hari = datetime.date(2023, 2, 4)
    (butir,) = berawalan(daftar(pemeran.dewi, pemeran.a, hari), "pk:")
    assert butir.judul == "Tetapkan Perjanjian Kinerja: Kepala Seksi Pelayanan alfa"
    assert (butir.tenggat, butir.sebut_sisa) == (datetime.date(2023, 2, 5), "1 hari lagi (H-1)")
    assert butir.alamat == reverse("pk_tetapkan", args=["alfa", TAHUN, pk.pk])
    (butir,) = berawalan(daftar(pemeran.citra, pemeran.a, hari), "pk:")
    assert butir.judul.startswith("Baca konsep") and butir.tombol == "Baca"
    assert butir.alamat == reverse("pk_rincian", args=["alfa", TAHUN, pk.pk])
    assert berawalan(daftar(pemeran.gani, pemeran.a, hari), "pk:") == []


def test_a_closed_unfinished_quarter_is_asked_to_be_opened_once(pemeran, panggung):
    hari = datetime.date(2023, 4, 13)
    butir = berawalan(daftar(pemeran.dewi, pemeran.a, hari), "buka:")
    assert [b.judul for b in butir] == [
        "Minta dibuka kembali: triwulan I, Subbag Program",
        "Minta dibuka kembali: triwulan I, Seksi Pelayanan",
    ]
    minta = PermintaanBuka.objects.create(
        unit=pemeran.a.unit["Subbag Program"],
        tahun=TAHUN,
        triwulan=1,
        sampai=datetime.date(2023, 4, 20),
        alasan="Survei terlambat",
        diminta_oleh=pemeran.dewi,
    )
    hasil = daftar(pemeran.dewi, pemeran.a, hari)
    assert len(berawalan(hasil, "buka:")) == 1
    assert hasil.menunggu == (
        "Permintaan membuka triwulan I Subbag Program sampai 20 April 2023 menunggu keputusan admin "
        "kabupaten.",
    )
    PermintaanBuka.objects.filter(pk=minta.pk).update(
        keputusan="ditolak",
        diputus_oleh=pemeran.eko,
        diputus_pada=timezone.now(),
        catatan_putusan="Sudah lewat",
    )
    hasil = daftar(pemeran.dewi, pemeran.a, hari)
    assert any("ditolak Eko Prasetyo: Sudah lewat" in b.rincian for b in hasil.butir)


def test_an_accepted_request_opens_the_unit_for_its_staff(pemeran, panggung):
    PermintaanBuka.objects.create(
        unit=pemeran.a.unit["Seksi Pelayanan"],
        tahun=TAHUN,
        triwulan=1,
        sampai=datetime.date(2023, 4, 20),
        alasan="x",
        diminta_oleh=pemeran.dewi,
        keputusan="diterima",
        diputus_oleh=pemeran.eko,
        diputus_pada=timezone.now(),
    )
    (butir,) = daftar(pemeran.gani, pemeran.a, datetime.date(2023, 4, 13)).butir
    assert butir.tombol == "Isi" and butir.tenggat == datetime.date(2023, 4, 20)


# Admin kabupaten -----------------------------------------------------------------------------------------


def test_the_admin_sets_windows_of_quarters_that_have_begun(pemeran, panggung):
    JendelaPengisian.objects.filter(triwulan__in=(1, 2, 3)).delete()
    butir = daftar(pemeran.eko, pemeran.a, datetime.date(2023, 4, 1)).butir
    assert [(b.judul, b.tenggat) for b in butir] == [
        ("Tetapkan jendela triwulan I 2023: Kecamatan Alfa", datetime.date(2023, 3, 31)),
        ("Tetapkan jendela triwulan II 2023: Kecamatan Alfa", datetime.date(2023, 6, 30)),
    ]
    assert daftar(pemeran.farid, pemeran.a, datetime.date(2023, 4, 1)).butir == ()
    assert daftar(pemeran.eko, pemeran.b, datetime.date(2023, 4, 1)).butir == ()  # nothing to measure there


def test_the_admin_decides_requests(pemeran, panggung):
    minta = PermintaanBuka.objects.create(
        unit=pemeran.a.unit["Seksi Pelayanan"],
        tahun=TAHUN,
        triwulan=1,
        sampai=datetime.date(2023, 4, 20),
        alasan="Survei terlambat",
        diminta_oleh=pemeran.dewi,
    )
    (butir,) = daftar(pemeran.eko, pemeran.a, datetime.date(2023, 4, 13)).butir
    assert butir.kunci == f"permintaan:{minta.pk}" and butir.tombol == "Putuskan"
    assert butir.tenggat == datetime.date(2023, 4, 20)
    assert (
        "Dewi Anggraini minta triwulan I 2023 dibuka sampai 20 April 2023: Survei terlambat" in butir.rincian
    )


# The report ------------------------------------------------------------------------------------------------


def test_sections_are_asked_of_the_penyusun_when_the_report_is_written(pemeran, panggung):
    assert berawalan(daftar(pemeran.ani, pemeran.a, datetime.date(2023, 12, 19)), "narasi:") == []
    butir = berawalan(daftar(pemeran.ani, pemeran.a, HARI_NASKAH), "narasi:")
    assert len(butir) == len(BAGIAN_NARASI)
    pengantar = reverse("ruang_bagian", args=["alfa", TAHUN, "depan.pengantar"])
    assert butir[0].alamat == f"{pengantar}#tulisan"
    assert (butir[0].tenggat, butir[0].sebut_sisa) == (datetime.date(2024, 2, 20), "8 hari lagi")
    rapi(Narasi(laporan=pemeran.a.laporan, bagian="depan.pengantar", isi=" \n"))
    rapi(Narasi(laporan=pemeran.a.laporan, bagian="depan.ikhtisar", isi="Ada."))
    butir = berawalan(daftar(pemeran.ani, pemeran.a, HARI_NASKAH), "narasi:")
    assert len(butir) == len(BAGIAN_NARASI) - 1
    assert butir[0].alamat == f"{pengantar}#tulisan"  # blanks are no text


def test_a_section_of_a_unit_is_asked_of_its_staff(pemeran, panggung):
    seksi = pemeran.a.unit["Seksi Pelayanan"]
    rapi(PenanggungBagian(perangkat_daerah=pemeran.a.kantor, bagian="bab1.isu", unit=seksi))
    (butir,) = berawalan(daftar(pemeran.gani, pemeran.a, HARI_NASKAH), "narasi:")
    assert butir.judul == "Bab I, isu strategis"
    milik_ani = [b.kunci for b in daftar(pemeran.ani, pemeran.a, HARI_NASKAH).butir]
    assert butir.kunci not in milik_ani
    Penugasan.objects.filter(pengguna=pemeran.gani).delete()
    assert butir.kunci in [b.kunci for b in daftar(pemeran.ani, pemeran.a, HARI_NASKAH).butir]


def test_analyses_of_tujuan_and_sasaran_are_asked_until_cause_and_solution_are_there(pemeran, panggung):
    butir = berawalan(daftar(pemeran.ani, pemeran.a, HARI_NASKAH), "analisis:")
    assert [b.judul for b in butir] == [
        f"Analisis capaian: Indikator {k}" for k in ("skm", "desa", "rasio", "sakip", "layanan")
    ]
    assert butir[0].alamat == (
        f"{reverse('admin:kinerja_analisiscapaian_add')}?indikator={panggung.skm.pk}&tahun={TAHUN}#id_penyebab"
    )
    satu = rapi(AnalisisCapaian(indikator=panggung.skm, tahun=TAHUN, hambatan="Cuaca"))
    butir = berawalan(daftar(pemeran.ani, pemeran.a, HARI_NASKAH), "analisis:")
    assert butir[0].rincian == "Solusi belum ditulis."
    assert butir[0].alamat == (reverse("admin:kinerja_analisiscapaian_change", args=[satu.pk]) + "#id_solusi")
    satu.solusi = "Menambah petugas"
    satu.save()
    assert len(berawalan(daftar(pemeran.ani, pemeran.a, HARI_NASKAH), "analisis:")) == 4
    (milik_gani,) = berawalan(daftar(pemeran.gani, pemeran.a, HARI_NASKAH), "analisis:")
    assert milik_gani.judul.endswith("layanan")


@pytest.mark.parametrize(
    ("realisasi", "serap", "alasan"),
    [
        (90, 1_500_000, "Capaian program 90,00%."),
        (100, 1_500_000, None),
        (100, 1_000_000, "Serapan program 66,67%."),
        (90, 1_000_000, "Capaian program 90,00%. Serapan program 66,67%."),
        (None, 1_500_000, None),
    ],
)
def test_a_programme_is_explained_where_it_fell_short(pemeran, panggung, realisasi, serap, alasan):
    k = pemeran.a
    indikator = k.indikator("prog", node=panggung.program, jenis="persen", satuan=k.persen)
    # the DPA is set and locked: a later version carries the programme's target
    dpa = k.dpa({panggung.sub: 1_000_000, panggung.sub_lain: 500_000}, urutan=1, jenis="pergeseran")
    k.target_dpa(dpa, indikator, 100)
    k.tetapkan()
    k.setahun(indikator, realisasi)
    for node, bagian in ((panggung.sub, 500_000), (panggung.sub_lain, serap - 500_000)):
        for n in (1, 2, 3):
            belanja(node, f"tw{n}", 0)
        belanja(node, "tw4", bagian)
    butir = [b for b in berawalan(daftar(pemeran.ani, k, HARI_NASKAH), "analisis:") if "prog" in b.judul]
    if alasan is None:
        assert butir == []
    else:
        assert [b.rincian for b in butir] == [f"{alasan} Sebab dan solusi belum ditulis."]


def test_the_years_capaian_takes_pairs_grades_and_ranges(pemeran, panggung):
    from kinerja.isian import muat_isian
    from pelaporan.tugas_bahan import BahanTugas

    k = pemeran.a
    for n in (1, 2, 3, 4):
        isi(panggung.rasio, f"tw{n}", {"pembilang": D(9), "penyebut": D(10)})
    k.setahun(panggung.sakip, "B")
    bahan = BahanTugas(k.kantor, TAHUN, HARI_NASKAH, muat_isian(k.kantor, TAHUN))
    baris = {b.indikator.pk: b for b in bahan.isian.kinerja}
    assert capaian_setahun(baris[panggung.rasio.pk], bahan.aturan).persen == D(90)
    assert capaian_setahun(baris[panggung.sakip.pk], bahan.aturan).persen == D(80)  # rank 4 of 5
    assert capaian_setahun(baris[panggung.skm.pk], bahan.aturan).persen is None
    assert serapan_program(bahan.isian.belanja) == {}


def test_an_appendix_is_asked_once_and_a_missing_report_first(pemeran, panggung):
    (butir,) = berawalan(daftar(pemeran.ani, pemeran.a, HARI_NASKAH), "lampiran:")
    assert butir.alamat.endswith(f"?laporan={pemeran.a.laporan.pk}#id_judul")
    rapi(Lampiran(laporan=pemeran.a.laporan, urutan=1, judul="SK", jenis="tidak_ada", alasan="Belum terbit"))
    assert berawalan(daftar(pemeran.ani, pemeran.a, HARI_NASKAH), "lampiran:") == []
    Laporan.objects.filter(pk=pemeran.a.laporan.pk).delete()
    hasil = daftar(pemeran.ani, pemeran.a, HARI_NASKAH)
    (butir,) = berawalan(hasil, "laporan:")
    assert f"perangkat_daerah={pemeran.a.kantor.pk}&tahun={TAHUN}" in butir.alamat
    assert berawalan(hasil, "narasi:") == []
    assert berawalan(daftar(pemeran.gani, pemeran.a, HARI_NASKAH), "laporan:") == []


# All together ----------------------------------------------------------------------------------------------


def test_items_stand_by_deadline_and_a_filled_list_costs_as_much_as_a_long_one(pemeran, panggung):
    for peran in (Peran.VERIFIKATOR, Peran.CAMAT):
        pemeran.tugas(pemeran.ani, peran, pemeran.a, mulai=MULAI)

    def hitung():
        with CaptureQueriesContext(connection) as kueri:
            hasil = daftar(pemeran.ani, pemeran.a, datetime.date(2024, 1, 8))
        return len(kueri), hasil

    sedikit, hasil = hitung()
    urut = [b.tenggat for b in hasil.butir if b.tenggat]
    assert urut == sorted(urut)
    for n in range(12):
        i = pemeran.a.indikator(
            f"z{n}", frekuensi="triwulan", penanggung_jawab=pemeran.a.unit["Seksi Pelayanan"]
        )
        isi(i, "tw1", n, pemeran.gani)
        rapi(AnalisisCapaian(indikator=i, tahun=TAHUN, penyebab="x"))
    banyak, hasil = hitung()
    assert banyak == sedikit
    assert any("analisis" in b.kunci for b in hasil.butir)
