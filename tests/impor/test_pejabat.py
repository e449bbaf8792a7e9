"""Officials from one file: person, post and term in one row."""

from __future__ import annotations

import datetime

import pytest

from organisasi.impor.kolom_pejabat import KOLOM_PEJABAT
from organisasi.impor.pejabat import ResourcePejabat
from organisasi.models import Jabatan, Pangkat, Pegawai, PemangkuJabatan, PerangkatDaerah
from sakip.umum.impor.tulis import terapkan
from tests.impor.panggung import beda, galat, keadaan, periksa
from tests.pelaporan.kantor_uji import rapi

pytestmark = pytest.mark.django_db
JUDUL = [k.judul for k in KOLOM_PEJABAT]
NIP, NIP2 = "197501012000031001", "198002022005042002"


def baris(jabatan, nama, mulai="01-01-2024", **isi):
    isi = {"perangkat_daerah": "Kecamatan Alfa", "jabatan": jabatan, "nama": nama, "mulai": mulai, **isi}
    return [isi.get(j.lower().replace(" ", "_")) for j in JUDUL]


@pytest.fixture
def orang(pemeran):
    """The people of the cast belong to its government; Citra has an NIP and a rank."""
    pemeran.rank = Pangkat.objects.create(golongan="IV/a", nama="Pembina", urutan=1)
    Pegawai.objects.update(pemda=pemeran.pemda)
    pemeran.citra_pegawai = Pegawai.objects.get(nama="Citra alfa")
    pemeran.citra_pegawai.nip = NIP
    pemeran.citra_pegawai.save()
    return pemeran


@pytest.mark.postgres
def test_person_and_post_are_made_where_missing(orang, tmp_path):
    kasi = "Kepala Seksi Pemerintahan"
    isi = [
        baris(kasi, "Hadi Saputra", nip=NIP2, tingkat="Kepala seksi", unit_kerja="Seksi Pemerintahan",
              atasan="Camat Alfa", gelar_depan="Drs.", gelar_belakang="M.Si.", pangkat="iv/a"),
        baris("Sekretaris Kecamatan", "Hadi Saputra", "01-01-2020", nip=NIP2, tingkat="Sekretaris",
              sampai=datetime.date(2023, 12, 31), atasan="camat alfa"),
        baris("Wakil Bupati Uji", "Ina Wati", perangkat_daerah="Kabupaten Uji", tingkat="Kepala daerah",
              status="Plt"),
    ]  # fmt: skip
    resource, p = periksa(tmp_path, ResourcePejabat, orang.eko, JUDUL, *isi)
    assert keadaan(p) == ["baru", "baru", "ditolak"]
    assert galat(p, 2) == {"Tingkat": "Sudah ada Bupati Uji."}
    resource, p = periksa(tmp_path, ResourcePejabat, orang.eko, JUDUL, *isi[:2])
    terapkan(resource, "uji")
    hadi = Pegawai.objects.get(nip=NIP2)
    assert (hadi.nama_lengkap, hadi.pemda, hadi.pangkat) == (
        "Drs. Hadi Saputra, M.Si.",
        orang.pemda,
        orang.rank,
    )
    jabatan = Jabatan.objects.get(nama=kasi)
    assert (jabatan.atasan, jabatan.unit.nama, jabatan.perangkat_daerah) == (
        orang.a.jabatan, "Seksi Pemerintahan", orang.a.kantor,
    )  # fmt: skip
    masa = PemangkuJabatan.objects.filter(pegawai=hadi).order_by("mulai")
    assert [(m.jabatan.nama, m.mulai.year, m.sampai and m.sampai.year) for m in masa] == [
        ("Sekretaris Kecamatan", 2020, 2023), (kasi, 2024, None),
    ]  # fmt: skip
    for model, banyak in ((Pegawai, 1), (Jabatan, 2), (PemangkuJabatan, 2)):
        riwayat = model.riwayat.filter(history_change_reason="uji")
        assert [r.history_user for r in riwayat] == [orang.eko] * banyak
    _, p = periksa(tmp_path, ResourcePejabat, orang.eko, JUDUL, *isi[:2])
    assert keadaan(p) == ["tetap", "tetap"]


def test_a_term_ends_and_the_next_begins_in_one_file(orang, tmp_path):
    lama = baris("Camat Alfa", "Citra alfa", "01-01-2021", nip=NIP, sampai="31-12-2023")
    resource, p = periksa(
        tmp_path, ResourcePejabat, orang.eko, JUDUL, baris("camat alfa", "Hadi Saputra", nip=NIP2), lama
    )
    assert keadaan(p) == ["baru", "berubah"]
    assert beda(p, 1) == {"Sampai": ("", "31-12-2023")}
    terapkan(resource, "uji")
    masa = orang.a.jabatan.pemangku.order_by("mulai").values_list(
        "pegawai__nama", "mulai__year", "sampai__year"
    )
    assert list(masa) == [("Citra alfa", 2021, 2023), ("Hadi Saputra", 2024, None)]
    assert Jabatan.objects.filter(nama__iexact="camat alfa").count() == 1


def test_two_definitive_holders_at_once_are_refused(orang, tmp_path):
    isi = [
        baris("Camat Alfa", "Hadi Saputra", nip=NIP2),
        baris("Camat Alfa", "Ina Wati", "01-06-2024", status="Plt."),
    ]  # fmt: skip
    _, p = periksa(tmp_path, ResourcePejabat, orang.eko, JUDUL, *isi)
    assert keadaan(p) == ["ditolak", "baru"]
    assert galat(p, 0) == {
        "Mulai": "Bertumpuk dengan masa jabatan definitif Citra alfa, 1 Januari 2021 sampai sekarang."
    }


def test_a_known_person_keeps_name_and_number_but_may_get_a_rank(orang, tmp_path):
    isi = [
        baris("Camat Alfa", "CITRA ALFA", "01-01-2021", nip=f"'{NIP[:8]} {NIP[8:]}", pangkat="Pembina"),
        baris("Camat Alfa", "Orang Lain", "01-01-2025", nip=NIP2, status="plh", bentuk_nomor="pns"),
    ]  # fmt: skip
    resource, p = periksa(tmp_path, ResourcePejabat, orang.eko, JUDUL, *isi)
    assert keadaan(p) == ["berubah", "baru"]
    assert beda(p) == {"Pangkat": ("", "IV/a")}
    terapkan(resource, "uji")
    orang.citra_pegawai.refresh_from_db()
    assert (orang.citra_pegawai.nama, orang.citra_pegawai.pangkat) == ("Citra alfa", orang.rank)
    _, p = periksa(
        tmp_path, ResourcePejabat, orang.eko, JUDUL, baris("Camat Alfa", "Citra Alva", "01-01-2021", nip=NIP)
    )
    assert galat(p) == {"Nama": "NIP ini tercatat atas nama Citra alfa."}
    _, p = periksa(
        tmp_path, ResourcePejabat, orang.eko, JUDUL, baris("Camat Alfa", "Citra alfa", "01-01-2025")
    )
    assert galat(p)["NIP"] == f"Tulis NIP-nya: sudah ada pegawai bernama sama, NIP {NIP}."


def test_what_is_refused_at_its_cell(orang, tmp_path):
    isi = [
        baris("Camat Alfa", "A", nip=int(NIP), status="Plt"),
        baris("Camat Alfa", "A", nip="19750101200003100", status="Plt"),
        baris("Camat Alfa", "A", "31-02-2024", status="Plt"),
        baris("Camat Alfa", "A", "02-01-2024", sampai="01-01-2024", status="Plt"),
        baris("Jabatan Baru", "A", "03-01-2024"),
        baris("Camat Alfa", "B", nip="197501012000031009", pangkat="V/z", status="Plt"),
        baris("Kasi", "C", tingkat="Kepala seksi", unit_kerja="Seksi Pelayanan", status="Plt"),
        baris("Kasi Lain", "D", tingkat="Kepala seksi", atasan="Kasi Lain"),
        baris("Camat Alfa", "A", nip="197613012000031009", status="Plt"),
        baris("Bupati Dua", "E", tingkat="Kepala daerah"),
    ]  # fmt: skip
    _, p = periksa(tmp_path, ResourcePejabat, orang.eko, JUDUL, *isi)
    assert keadaan(p) == ["ditolak"] * 10
    assert galat(p, 9)["Tingkat"].startswith("Kepala daerah adalah jabatan pemerintah daerah;")
    assert "tiga angka terakhirnya sudah hilang" in galat(p, 0)["NIP"]
    assert galat(p, 1) == {"NIP": "NIP harus 18 angka; yang tertulis 17 angka."}
    assert galat(p, 2)["Mulai"].startswith("31-02-2024: bukan tanggal.")
    assert galat(p, 3) == {"Sampai": "Tanggal sampai tidak boleh lebih awal daripada tanggal mulai."}
    assert set(galat(p, 4)) == {"Tingkat"}
    assert galat(p, 5)["Pangkat"].startswith("Pangkat V/z tidak ada dalam daftar Anda.")
    assert galat(p, 6) == {"Unit kerja": "Unit ini sudah dipimpin Kepala Seksi Pelayanan alfa."}
    assert galat(p, 7) == {"Atasan": "Jabatan ini tidak menjadi atasan bagi dirinya sendiri."}
    assert "bukan tanggal lahir" in galat(p, 8)["NIP"]


def test_two_rows_say_one_thing_of_one_person(orang, tmp_path):
    isi = [
        baris("Sekretaris", "Hadi", nip=NIP2, tingkat="Sekretaris", gelar_depan="Dr."),
        baris("Camat Alfa", "Hadi", nip=NIP2, status="Plt", gelar_depan="Drs."),
        baris("Sekretaris", "Hadi", nip=NIP2, tingkat="Sekretaris"),
    ]  # fmt: skip
    _, p = periksa(tmp_path, ResourcePejabat, orang.eko, JUDUL, *isi)
    assert keadaan(p) == ["baru", "ditolak", "ditolak"]
    assert galat(p, 1) == {"Gelar depan": "Baris 2 menulis Dr. untuk hal yang sama"}
    assert galat(p, 2) == {"Mulai": "Sama dengan baris 2. Hapus salah satunya."}


def test_people_and_posts_of_another_government_do_not_exist(orang, tmp_path):
    lain = type(orang.pemda).objects.create(jenis="kabupaten", nama="Lain", kode="99.10", ibu_kota="L")
    gamma = rapi(
        PerangkatDaerah(pemda=lain, nama="Kecamatan Gamma", slug="gamma", jenis="kecamatan", tempat="x")
    )
    rapi(Jabatan(perangkat_daerah=gamma, tingkat="kepala_pd", nama="Camat Gamma"))
    rapi(Pegawai(nama="Jaka", nip=NIP2, pemda=lain))
    isi = [
        baris("Camat Gamma", "Hadi", perangkat_daerah="gamma"),
        baris("Camat Alfa", "Jaka", nip=NIP2, status="Plt"),
        baris("Sekretaris", "Hadi", tingkat="Sekretaris", atasan="Camat Gamma"),
    ]  # fmt: skip
    _, p = periksa(tmp_path, ResourcePejabat, orang.eko, JUDUL, *isi)
    assert keadaan(p) == ["ditolak"] * 3
    assert galat(p, 0)["Perangkat daerah"].startswith("Perangkat daerah gamma tidak ada dalam daftar Anda.")
    assert galat(p, 1) == {"NIP": "NIP ini tidak dapat dipakai. Periksa angkanya."}
    assert "Gamma" not in galat(p, 2)["Atasan"].split("tidak ada")[1]
    _, p = periksa(tmp_path, ResourcePejabat, orang.dewi, JUDUL, baris("Camat Alfa", "Hadi", status="Plt"))
    assert "tidak ada dalam daftar Anda" in galat(p)["Perangkat daerah"]
