"""Accounts and tasks of a government: one by one, many at once, and never another government's people."""

from __future__ import annotations

import datetime
import io
import re

import openpyxl
import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from organisasi.models import Jejak, PemerintahDaerah, Pengguna, Penugasan, PerangkatDaerah
from organisasi.pilihan import Peran
from pelaporan.akun_kabupaten import (
    AkunGagal,
    IsianAkun,
    IsianTugas,
    akhiri_tugas,
    akun_kelola,
    batalkan_tugas,
    beri_tugas,
    buat_akun,
)
from pelaporan.akun_massal import buat_massal, rencanakan_akun
from pelaporan.akun_massal_urai import KeadaanBaris, MassalGagal, baca_berkas, urai_baris
from tests.pelaporan.kantor_uji import TAHUN, rapi
from tests.pemeran import SANDI

pytestmark = pytest.mark.django_db
HARI = datetime.date(2024, 5, 2)
KEPALA = "nama pengguna;nama lengkap;surel;perangkat daerah;peran;unit;mulai;sampai\n"


@pytest.fixture
def kota(pemeran):
    """Another government with an office and a person."""
    lain = rapi(PemerintahDaerah(kode="88.08", jenis="kota", nama="Lain", ibu_kota="Lain"))
    kantor = rapi(
        PerangkatDaerah(pemda=lain, nama="Kecamatan Jauh", slug="jauh", jenis="kecamatan", tempat="x")
    )
    orang = Pengguna.objects.create_user("jauh", "j@contoh.id", SANDI, first_name="Jauh", pemda=lain)
    rapi(Penugasan(pengguna=orang, peran=Peran.CAMAT, perangkat_daerah=kantor, mulai=HARI))
    return kantor


def alasan(rencana) -> list[tuple[int, str, str]]:
    return [(b.nomor, kolom, pesan) for b in rencana.baris for kolom, pesan in b.galat]


# Many at once: the plan -----------------------------------------------------------------------------


def test_each_line_says_what_it_will_do(pemeran):
    teks = KEPALA + (
        "hadi;Hadi Saputra;hadi@contoh.id;alfa;staf;seksi pelayanan;01-03-2024;31-12-2024\n"
        "hadi;Hadi Saputra;;Kecamatan Alfa;Penyusun laporan;;2024-03-01;\n"
        "gani;;;alfa;verifikator;;;\n"
        "gani;Gani Wijaya;;alfa;staf;Seksi Pelayanan;01-05-2024;\n"
        "iwan;Iwan;;;inspektorat;;1/4/2024;\n"
    )
    rencana = rencanakan_akun(teks, pemeran.eko, HARI)
    assert alasan(rencana) == []
    assert [b.keadaan for b in rencana.baris] == ["baru", "tugas", "tugas", "ada", "baru"]
    assert (rencana.baru, rencana.tugas, rencana.ada, rencana.is_siap) == (2, 4, 1, True)
    satu = rencana.baris[0].tugas
    assert (satu.peran, satu.unit.nama, satu.mulai, satu.sampai) == (
        Peran.STAF,
        "Seksi Pelayanan",
        datetime.date(2024, 3, 1),
        datetime.date(2024, 12, 31),
    )
    assert rencana.baris[2].tugas.mulai == HARI  # empty: today
    assert rencana.baris[3].catatan == "Tugas ini tercatat mulai 1 Januari 2020."
    assert rencana.baris[4].tugas.pemda == pemeran.pemda
    assert not Pengguna.objects.filter(username="hadi").exists()


@pytest.mark.parametrize(
    ("baris", "kolom", "pesan"),
    [
        ("A B;Nama;;alfa;camat;;;", "nama pengguna", "Pakai 3 sampai 40 huruf kecil"),
        ("ab;Nama;;alfa;camat;;;", "nama pengguna", "Pakai 3 sampai 40"),
        ("hadi;;;alfa;camat;;;", "nama lengkap", "Isi nama lengkap"),
        ("hadi;Hadi;bukan-surel;alfa;camat;;;", "surel", "budi@contoh.id"),
        (
            "hadi;Hadi;;gamma;camat;;;",
            "perangkat daerah",
            "tidak ada dalam daftar Anda. Tulis misalnya alfa.",
        ),
        ("hadi;Hadi;;;camat;;;", "perangkat daerah", "Isi perangkat daerah. Tulis misalnya alfa."),
        ("hadi;Hadi;;alfa;raja;;;", "peran", "Tulis staf, penyusun, verifikator, camat"),
        ("hadi;Hadi;;alfa;staf;;;", "unit", "Staf ditugaskan pada satu unit"),
        ("hadi;Hadi;;alfa;staf;Seksi Gaib;;", "unit", "tidak ada di Kecamatan Alfa. Yang ada misalnya:"),
        ("hadi;Hadi;;alfa;inspektorat;;;", "perangkat daerah", "Kosongkan kolom ini"),
        ("hadi;Hadi;;;inspektorat;Seksi Pelayanan;;", "unit", "Kosongkan unit"),
        ("hadi;Hadi;;alfa;camat;;31-02-2024;", "mulai", "Tulis tanggal seperti 01-03-2026."),
        ("hadi;Hadi;;alfa;camat;;2024;", "mulai", "Tulis tanggal"),
        ("hadi;Hadi;;alfa;camat;;01-03-2024;01-02-2024", "sampai", "lebih awal"),
        ("hadi;Hadi", "nama pengguna", "Hanya 2 kolom. Pisahkan dengan titik koma"),
        ("hadi,Hadi,,alfa,camat,,,", "nama pengguna", "Hanya 1 kolom"),
        ("hadi;Hadi;;alfa;camat;;;;lebih", "sampai", "Ada 9 kolom; tulis 8 kolom."),
        ("admin;Admin;;alfa;camat;;;", "nama pengguna", "sudah dipakai. Pilih nama lain, misalnya admin2."),
        ("jauh;Jauh;;alfa;camat;;;", "nama pengguna", "sudah dipakai"),
        ("ADMIN;Admin;;alfa;camat;;;", "nama pengguna", "sudah dipakai"),
        ("eko;Eko;;;admin kabupaten;;;", "nama pengguna", "akun Anda sendiri"),
        ("hadi;Hadi;;jauh;camat;;;", "perangkat daerah", "tidak ada dalam daftar Anda"),
    ],
)
def test_a_refused_line_names_its_column_and_what_to_write(pemeran, kota, baris, kolom, pesan):
    rencana = rencanakan_akun(KEPALA + "iwan;Iwan;;alfa;verifikator;;;\n" + baris, pemeran.eko, HARI)
    ((nomor, di, teks), *_) = alasan(rencana)
    assert (nomor, di) == (3, kolom)
    assert pesan in teks
    assert [b.keadaan for b in rencana.baris] == [KeadaanBaris.BARU, KeadaanBaris.DITOLAK]
    assert not rencana.is_siap


def test_two_lines_that_say_the_same_or_two_names_for_one_person(pemeran):
    teks = "hadi;Hadi;;alfa;camat;;;\nhadi;Hadi;;alfa;camat;;01-06-2024;\nhadi;Hadi Saputra;;beta;camat;;;\n"
    assert alasan(rencanakan_akun(teks, pemeran.eko, HARI)) == [
        (2, "peran", "Sama dengan baris 1. Hapus salah satunya."),
        (3, "nama lengkap", "Baris 1 menulis Hadi untuk nama pengguna yang sama."),
    ]


def test_the_name_of_an_existing_account_is_not_changed_and_said(pemeran):
    rencana = rencanakan_akun("GANI;Gani Baru;;beta;camat;;;", pemeran.eko, HARI)
    assert rencana.baris[0].catatan == "Nama yang tercatat, Gani Wijaya, tidak diubah."
    assert rencana.baris[0].pengguna == pemeran.gani


def test_cells_of_a_spreadsheet_are_separated_by_tabs(pemeran):
    teks = "hadi\tHadi; S\t\talfa\tcamat\t\t01-03-2024\t\r\n\r\niwan\tIwan\t\tbeta\tcamat"
    rencana = rencanakan_akun(teks, pemeran.eko, HARI)
    assert alasan(rencana) == []
    assert [(b.nomor, b.isi["nama lengkap"]) for b in rencana.baris] == [(1, "Hadi; S"), (3, "Iwan")]


@pytest.mark.parametrize(
    ("teks", "pesan"),
    [
        ("", "Belum ada baris"),
        (KEPALA, "Belum ada baris"),
        ('hadi;"Hadi;x', "tanda kutip"),
        ("a;b;c;d;e\n" * 201, "201 baris melebihi batas 200"),
        ("x" * 300_000, "256 KB"),
    ],
)
def test_what_cannot_be_read_is_said(teks, pesan):
    with pytest.raises(MassalGagal, match=pesan):
        urai_baris(teks)


def test_a_file_may_have_a_mark_or_an_old_encoding_but_must_be_text():
    assert baca_berkas("\ufeffhadi;Hádi".encode()) == "hadi;Hádi"
    assert baca_berkas("hadi;Hádi".encode("cp1252")) == "hadi;Hádi"
    with pytest.raises(MassalGagal, match="bukan tabel"):
        baca_berkas(b"a;b\x00")
    with pytest.raises(MassalGagal, match="rusak"):
        baca_berkas(b"PK\x03\x04\x00\x00", "a.xlsx")
    with pytest.raises(MassalGagal, match="256 KB"):
        baca_berkas(b"x" * 300_000)


def test_a_workbook_is_read_row_by_row(pemeran):
    buku = openpyxl.Workbook()
    for baris in (KEPALA.strip().split(";"), [], ["hadi", "Hadi", None, "alfa", "camat", None, HARI]):
        buku.active.append(baris)
    isi = io.BytesIO()
    buku.save(isi)
    (satu,) = rencanakan_akun(baca_berkas(isi.getvalue(), "akun.xlsx"), pemeran.eko, HARI).baris
    assert (satu.nomor, satu.keadaan, satu.tugas.mulai) == (3, KeadaanBaris.BARU, HARI)


def test_reading_needs_no_more_queries_for_more_lines(pemeran):
    def rencana(n):
        teks = "".join(f"orang{i};Orang;;alfa;camat;;;\n" for i in range(n)) + "gani;;;beta;camat;;;\n"
        with CaptureQueriesContext(connection) as kueri:
            rencanakan_akun(teks, pemeran.eko, HARI)
        return len(kueri)

    assert pemeran.eko.pelaku.tugas  # read once
    assert rencana(60) == rencana(2) <= 6


# Many at once: the act ------------------------------------------------------------------------------


def test_all_are_made_with_passwords_that_must_be_replaced(pemeran):
    teks = (
        "hadi;Hadi Saputra;hadi@contoh.id;alfa;staf;Seksi Pelayanan;01-03-2024;\n"
        "hadi;Hadi Saputra;;alfa;penyusun;;;\niwan;Iwan;;;inspektorat;;;\ngani;;;beta;camat;;;\n"
    )
    rencana, sandi = buat_massal(teks, pemeran.eko, HARI)
    assert rencana.tugas == 4
    assert [s.pengguna.username for s in sandi] == ["hadi", "iwan"]
    hadi = Pengguna.objects.get(username="hadi")
    assert (hadi.first_name, hadi.last_name, hadi.email, hadi.pemda) == (
        "Hadi",
        "Saputra",
        "hadi@contoh.id",
        pemeran.pemda,
    )
    assert hadi.check_password(sandi[0].sandi)
    assert hadi.harus_ganti_sandi
    assert not hadi.is_superuser
    assert not hadi.is_staff
    assert {t.peran for t in hadi.penugasan.all()} == {Peran.STAF, Peran.PENYUSUN}
    assert hadi.penugasan.first().riwayat.count() == 1
    assert Penugasan.objects.filter(pengguna=pemeran.gani).count() == 2
    jejak = list(Jejak.objects.order_by("id").values_list("tindakan", flat=True))
    assert jejak == ["buat akun", "beri tugas", "beri tugas", "buat akun", "beri tugas", "beri tugas"]
    assert all(pemeran.pemda == j.pemda and j.oleh == pemeran.eko for j in Jejak.objects.all())
    assert sandi[0].sandi not in " ".join(j.uraian for j in Jejak.objects.all())


def test_one_refused_line_and_nothing_is_written(pemeran):
    teks = "hadi;Hadi;;alfa;camat;;;\niwan;Iwan;;gamma;camat;;;\n"
    with pytest.raises(MassalGagal, match="1 baris ditolak, jadi tidak ada yang dibuat"):
        buat_massal(teks, pemeran.eko, HARI)
    assert not Pengguna.objects.filter(username__in=["hadi", "iwan"]).exists()


def test_the_same_lines_again_change_nothing(pemeran):
    teks = "hadi;Hadi;;alfa;camat;;01-03-2024;\n"
    buat_massal(teks, pemeran.eko, HARI)
    rencana, sandi = buat_massal(teks, pemeran.eko, HARI)
    assert (rencana.tugas, rencana.ada, sandi) == (0, 1, [])
    assert Penugasan.objects.filter(pengguna__username="hadi").count() == 1


@pytest.mark.parametrize("nama", ["dewi", "citra", "farid", "ani"])
def test_nobody_else_makes_accounts(pemeran, nama):
    orang = getattr(pemeran, nama)
    with pytest.raises(MassalGagal):  # sees no office of which it may dispose
        buat_massal("hadi;Hadi;;alfa;camat;;;", orang, HARI)
    with pytest.raises(PermissionDenied):
        buat_akun(IsianAkun("hadi", "Hadi", "", pemeran.pemda), [], orang)
    tugas = IsianTugas(Peran.VERIFIKATOR, pemeran.a.kantor, None, None, HARI)
    with pytest.raises(PermissionDenied):
        beri_tugas(pemeran.gani, tugas, orang)
    with pytest.raises(PermissionDenied):
        akhiri_tugas(pemeran.budi.penugasan.get(), HARI, orang)


# One account, one task ------------------------------------------------------------------------------


def test_never_another_governments_people_nor_a_superuser(pemeran, kota):
    eko = pemeran.eko
    jauh = Pengguna.objects.get(username="jauh")
    assert set(akun_kelola(eko).values_list("username", flat=True)) == {
        "ani", "asing", "budi", "citra", "dewi", "eko", "farid", "gani",
    }  # fmt: skip
    assert "jauh" in akun_kelola(pemeran.admin).values_list("username", flat=True)
    assert not akun_kelola(pemeran.admin).filter(username="admin")
    pemeran.admin.pemda = pemeran.pemda
    pemeran.admin.save()
    assert not akun_kelola(eko).filter(username="admin")
    tugas = IsianTugas(Peran.VERIFIKATOR, pemeran.a.kantor, None, None, HARI)
    for orang in (jauh, pemeran.admin, eko):
        with pytest.raises(PermissionDenied):
            beri_tugas(orang, tugas, eko)
    with pytest.raises(PermissionDenied):  # an own person, but another government's office
        beri_tugas(pemeran.gani, IsianTugas(Peran.CAMAT, kota, None, None, HARI), eko)
    with pytest.raises(PermissionDenied):
        akhiri_tugas(jauh.penugasan.get(), HARI, eko)


def test_a_task_ends_on_a_day_that_still_counts(pemeran):
    tugas = pemeran.gani.penugasan.get()
    akhiri_tugas(tugas, HARI, pemeran.eko)
    tugas.refresh_from_db()
    assert tugas.sampai == HARI
    assert Jejak.objects.get().uraian == "sampai 2 Mei 2024"
    with pytest.raises(AkunGagal, match="sudah berakhir 2 Mei 2024"):
        akhiri_tugas(tugas, HARI + datetime.timedelta(days=9), pemeran.eko)
    with pytest.raises(AkunGagal, match="lebih awal daripada mulainya, 1 Januari 2020"):
        akhiri_tugas(tugas, datetime.date(2019, 1, 1), pemeran.eko)


def test_only_a_task_that_has_not_run_is_taken_back(pemeran):
    tugas = pemeran.gani.penugasan.get()
    with pytest.raises(AkunGagal, match="sudah berjalan"):
        batalkan_tugas(tugas, pemeran.eko, HARI)
    nanti = beri_tugas(pemeran.gani, IsianTugas(Peran.CAMAT, pemeran.b.kantor, None, None, HARI), pemeran.eko)
    batalkan_tugas(nanti, pemeran.eko, HARI)
    assert list(pemeran.gani.penugasan.all()) == [tugas]
    assert Penugasan.riwayat.filter(history_type="-").count() == 1
    assert Jejak.objects.filter(tindakan="batalkan tugas").count() == 1


def test_the_same_task_is_not_given_twice(pemeran):
    tugas = IsianTugas(Peran.STAF, pemeran.a.kantor, pemeran.a.unit["Seksi Pelayanan"], None, HARI, HARI)
    with pytest.raises(
        AkunGagal, match="Staf, Kecamatan Alfa, Seksi Pelayanan sudah ada sejak 1 Januari 2020"
    ):
        beri_tugas(pemeran.gani, tugas, pemeran.eko)


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        ({"peran": Peran.STAF}, "Staf ditugaskan pada satu unit"),
        ({"peran": Peran.CAMAT, "kantor": None}, "Pilih perangkat daerah"),
        ({"peran": Peran.INSPEKTORAT}, "untuk seluruh kabupaten"),
        ({"peran": Peran.CAMAT, "sampai": datetime.date(2024, 1, 1)}, "lebih awal"),
        ({"peran": Peran.STAF, "unit": "beta"}, "bukan milik Kecamatan Alfa"),
    ],
)
def test_a_task_that_cannot_be(pemeran, isi, pesan):
    unit = pemeran.b.unit["Seksi Pelayanan"] if isi.get("unit") == "beta" else None
    kantor = isi.get("kantor", pemeran.a.kantor)
    tugas = IsianTugas(isi["peran"], kantor, unit, None if kantor else pemeran.pemda, HARI, isi.get("sampai"))
    with pytest.raises(AkunGagal, match=pesan):
        beri_tugas(pemeran.gani, tugas, pemeran.eko)


# Pages ------------------------------------------------------------------------------------------------


def alamat(nama: str, *args) -> str:
    return reverse(nama, args=[TAHUN, *args])


@pytest.mark.parametrize("halaman", ["kabupaten_akun", "kabupaten_akun_tambah", "kabupaten_akun_massal"])
@pytest.mark.parametrize(
    ("nama", "kode"), [("eko", 200), ("admin", 200), ("farid", 403), ("dewi", 403), ("citra", 403)]
)
def test_roles(pemeran, masuk, halaman, nama, kode):
    assert masuk(getattr(pemeran, nama)).get(alamat(halaman)).status_code == kode


@pytest.mark.parametrize(("nama", "kode"), [("eko", 200), ("farid", 403), ("dewi", 403)])
def test_roles_on_a_persons_page(pemeran, masuk, nama, kode):
    klien = masuk(getattr(pemeran, nama))
    assert klien.get(alamat("kabupaten_akun_satu", pemeran.gani.pk)).status_code == kode
    jawaban = klien.post(alamat("kabupaten_akun_satu", pemeran.gani.pk), {"aksi": "keluar"})
    assert jawaban.status_code == (302 if kode == 200 else kode)


def test_a_stranger_is_not_found(pemeran, masuk, kota):
    klien = masuk(pemeran.eko)
    jauh = Pengguna.objects.get(username="jauh")
    for orang in (jauh, pemeran.admin):
        for aksi in ("sandi", "keluar", "dua_langkah", "beri"):
            assert klien.post(alamat("kabupaten_akun_satu", orang.pk), {"aksi": aksi}).status_code == 404
    tugas = jauh.penugasan.get()
    isi = {"aksi": "akhiri", "tugas": tugas.pk, "sampai": "2030-01-01"}
    assert klien.post(alamat("kabupaten_akun_satu", pemeran.gani.pk), isi).status_code == 404
    assert klien.post(alamat("kabupaten_akun_satu", pemeran.gani.pk), {"aksi": "lain"}).status_code == 404
    assert "Jauh" not in klien.get(alamat("kabupaten_akun")).content.decode()


def test_the_list_is_searched_and_filtered(pemeran, masuk):
    klien = masuk(pemeran.eko)

    def nama(**isi):
        teks = klien.get(alamat("kabupaten_akun"), isi).content.decode()
        return set(re.findall(r'<span class="redup kecil">([a-z]+)</span></th>', teks))

    assert nama() == {"ani", "asing", "budi", "citra", "dewi", "eko", "farid", "gani"}
    assert nama(cari="rahma") == {"ani"}
    assert nama(cari="ani contoh.id") == {"ani", "gani"}
    assert nama(kantor=pemeran.b.kantor.pk) == {"budi"}
    assert nama(peran="staf") == {"ani", "budi", "gani"}
    assert nama(peran="staf", kantor=pemeran.a.kantor.pk) == {"ani", "gani"}
    assert nama(peran="tanpa") == {"asing"}
    akhiri_tugas(pemeran.gani.penugasan.get(), timezone.localdate() - datetime.timedelta(days=1), pemeran.eko)
    assert nama(peran="tanpa") == {"asing", "gani"}
    assert nama(kantor="999") == nama()  # not in the list: chooses nothing
    assert nama(cari="zzz") == set()


def test_the_list_needs_no_more_queries_for_more_people(pemeran, masuk):
    klien = masuk(pemeran.eko)
    klien.get(alamat("kabupaten_akun"))
    with CaptureQueriesContext(connection) as sedikit:
        klien.get(alamat("kabupaten_akun"))
    for n in range(20):
        pemeran.tugas(pemeran.orang(f"lain{n}", "Lain Orang"), Peran.STAF, pemeran.a, "Seksi Pelayanan")
    with CaptureQueriesContext(connection) as banyak:
        klien.get(alamat("kabupaten_akun"))
    assert len(banyak) == len(sedikit)


def test_a_new_person_with_a_first_task_sees_the_password_once(pemeran, masuk, client):
    klien = masuk(pemeran.eko)
    unit = pemeran.a.unit["Seksi Pelayanan"].pk
    isi = {"nama_pengguna": "hadi", "nama": "Hadi Saputra", "surel": "", "peran": "staf"}
    isi |= {"tempat": f"unit-{unit}", "mulai": "2024-01-01", "sampai": ""}
    jawaban = klien.post(alamat("kabupaten_akun_tambah"), isi)
    teks = jawaban.content.decode()
    sandi = re.search(r'<span class="sidik">([a-z]+-[a-z]+-\d+)</span>', teks)[1]
    assert "no-store" in jawaban["Cache-Control"]
    hadi = Pengguna.objects.get(username="hadi")
    assert hadi.check_password(sandi)
    assert hadi.penugasan.get().unit_id == unit
    teks = klien.post(alamat("kabupaten_akun_tambah"), isi).content.decode()
    assert "Nama pengguna hadi sudah dipakai. Pilih nama lain, misalnya hadi2." in teks
    assert 'value="Hadi Saputra"' in teks
    for halaman in (alamat("kabupaten_akun"), alamat("kabupaten_akun_satu", hadi.pk)):
        assert sandi not in klien.get(halaman).content.decode()


@pytest.mark.parametrize(
    ("ubah", "pesan"),
    [
        ({"nama_pengguna": "Hadi S"}, "Pakai 3 sampai 40 huruf kecil"),
        ({"surel": "x"}, "budi@contoh.id"),
        ({"tempat": "kantor"}, "Staf ditugaskan pada satu unit"),
        ({"tempat": "unit-999999"}, "Masukkan pilihan yang valid"),
        ({"sampai": "2023-01-01"}, "lebih awal"),
        ({"mulai": "kapan"}, "Tulis tanggal seperti"),
    ],
)
def test_what_is_refused_stays_in_the_form(pemeran, masuk, ubah, pesan):
    unit = pemeran.a.unit["Seksi Pelayanan"].pk
    isi = {"nama_pengguna": "hadi", "nama": "Hadi", "surel": "", "peran": "staf", "tempat": f"unit-{unit}"}
    isi |= {"mulai": "2024-01-01", "sampai": "", **ubah}
    if isi["tempat"] == "kantor":
        isi["tempat"] = f"kantor-{pemeran.a.kantor.pk}"
    teks = masuk(pemeran.eko).post(alamat("kabupaten_akun_tambah"), isi).content.decode()
    assert pesan in teks
    assert 'value="Hadi"' in teks
    assert not Pengguna.objects.filter(first_name="Hadi").exists()


def test_a_persons_page_gives_and_ends_tasks(pemeran, masuk):
    klien = masuk(pemeran.eko)
    halaman = alamat("kabupaten_akun_satu", pemeran.gani.pk)
    lama = pemeran.gani.penugasan.get()
    hari = timezone.localdate()
    isi = {"aksi": "beri", "peran": "penyusun", "tempat": f"kantor-{pemeran.a.kantor.pk}", "sampai": ""}
    teks = klien.post(halaman, {**isi, "mulai": hari.isoformat()}, follow=True).content.decode()
    assert "Tugas Penyusun laporan diberikan." in teks
    teks = klien.post(halaman, {**isi, "mulai": hari.isoformat()}).content.decode()
    assert "sudah ada sejak" in teks
    teks = klien.post(halaman, {"aksi": "akhiri", "tugas": lama.pk, "sampai": "2019-01-01"}).content.decode()
    assert "lebih awal daripada mulainya" in teks
    assert 'value="2019-01-01"' in teks
    teks = klien.post(halaman, {"aksi": "akhiri", "tugas": lama.pk, "sampai": "x"}).content.decode()
    assert "Tulis tanggal seperti" in teks
    klien.post(halaman, {"aksi": "akhiri", "tugas": lama.pk, "sampai": "2024-05-02"})
    lama.refresh_from_db()
    assert lama.sampai == HARI
    baru = pemeran.gani.penugasan.get(peran="penyusun")
    assert klien.post(halaman, {"aksi": "batalkan", "tugas": "9" * 5000}).status_code == 404
    teks = klien.post(halaman, {"aksi": "batalkan", "tugas": baru.pk}, follow=True).content.decode()
    assert "dibatalkan" in teks
    assert list(pemeran.gani.penugasan.all()) == [lama]


def test_help_with_the_login(pemeran, masuk):
    klien = masuk(pemeran.eko)
    halaman = alamat("kabupaten_akun_satu", pemeran.gani.pk)
    teks = klien.post(halaman, {"aksi": "sandi"}).content.decode()
    sandi = re.search(r'<span class="sidik">([a-z]+-[a-z]+-\d+)</span>', teks)[1]
    pemeran.gani.refresh_from_db()
    assert pemeran.gani.check_password(sandi)
    putaran = pemeran.gani.putaran_sesi
    teks = klien.post(halaman, {"aksi": "keluar"}, follow=True).content.decode()
    assert "dikeluarkan dari semua perangkat" in teks
    pemeran.gani.refresh_from_db()
    assert pemeran.gani.putaran_sesi == putaran + 1
    teks = klien.post(halaman, {"aksi": "dua_langkah"}, follow=True).content.decode()
    assert "memang belum aktif" in teks
    assert {"setel sandi awal", "keluar dari semua perangkat"} <= set(
        Jejak.objects.values_list("tindakan", flat=True)
    )


def test_two_step_login_is_taken_off(pemeran, masuk):
    from django_otp.plugins.otp_totp.models import TOTPDevice

    TOTPDevice.objects.create(user=pemeran.gani, name="telepon", confirmed=True)
    klien = masuk(pemeran.eko)
    halaman = alamat("kabupaten_akun_satu", pemeran.gani.pk)
    assert "Hapus masuk dua langkah" in klien.get(halaman).content.decode()
    teks = klien.post(halaman, {"aksi": "dua_langkah"}, follow=True).content.decode()
    assert "Masuk dua langkah Gani Wijaya dihapus" in teks
    assert not TOTPDevice.objects.exists()


def test_the_own_account_is_read_only(pemeran, masuk):
    klien = masuk(pemeran.eko)
    halaman = alamat("kabupaten_akun_satu", pemeran.eko.pk)
    teks = klien.get(halaman).content.decode()
    assert "Akun Anda sendiri" in teks
    assert "Setel kata sandi awal" not in teks
    tugas = pemeran.eko.penugasan.get()
    for isi in ({"aksi": "sandi"}, {"aksi": "akhiri", "tugas": tugas.pk, "sampai": "2024-01-01"}):
        assert klien.post(halaman, isi).status_code == 403
    tugas.refresh_from_db()
    assert tugas.sampai is None


def test_lines_are_shown_first_and_then_made(pemeran, masuk):
    klien = masuk(pemeran.eko)
    halaman = alamat("kabupaten_akun_massal")
    teks_akun = "hadi;Hadi <b>;;alfa;camat;;01-03-2024;\ngani;;;beta;camat;;;"
    teks = klien.post(halaman, {"aksi": "periksa", "teks": teks_akun}).content.decode()
    assert "1 akun baru, 2 tugas baru, 0 sudah ada, 0 ditolak" in teks
    assert "Hadi &lt;b&gt;" in teks
    assert "Buat 1 akun dan 2 tugas" in teks
    assert not Pengguna.objects.filter(username="hadi").exists()
    jawaban = klien.post(halaman, {"aksi": "buat", "teks": teks_akun})
    assert "1 akun dan 2 tugas dibuat" in jawaban.content.decode()
    assert "no-store" in jawaban["Cache-Control"]
    assert Pengguna.objects.filter(username="hadi").exists()
    teks = klien.post(halaman, {"aksi": "periksa", "teks": teks_akun}).content.decode()
    assert "Semua baris sudah ada" in teks


def test_an_uploaded_file_is_read_and_its_refusals_shown_at_the_cell(pemeran, masuk):
    berkas = SimpleUploadedFile("akun.csv", (KEPALA + "hadi;Hadi;;alfa;raja;;;\n").encode("utf-8-sig"))
    klien = masuk(pemeran.eko)
    halaman = alamat("kabupaten_akun_massal")
    teks = klien.post(halaman, {"aksi": "periksa", "teks": "", "berkas": berkas}).content.decode()
    assert "1 baris ditolak, jadi tidak ada yang dapat disimpan" in teks
    assert "Peran tidak dikenal" in teks
    assert "hadi;Hadi;;alfa;raja" in teks  # stays to be repaired
    assert '<button class="tombol">Buat' not in teks
    isi = {"aksi": "buat", "teks": "hadi;Hadi;;alfa;raja;;;"}  # a form of its own making
    teks = klien.post(halaman, isi).content.decode()
    assert "1 baris ditolak, jadi tidak ada yang dibuat." in teks
    assert not Pengguna.objects.filter(username="hadi").exists()
    gambar = SimpleUploadedFile("akun.csv", b"\x89PNG\x00")
    teks = klien.post(halaman, {"aksi": "periksa", "berkas": gambar}).content.decode()
    assert "bukan tabel" in teks
