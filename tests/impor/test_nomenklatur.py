"""A new year of the nomenclature from one file; rows of other regulations stay as they are."""

from __future__ import annotations

import json

import pytest
from django.conf import settings

from organisasi.models import DasarHukum
from renstra.impor import KOLOM_NOMENKLATUR, ResourceNomenklatur
from renstra.models import Nomenklatur, Program
from sakip.umum.impor.tulis import terapkan
from tests.impor.panggung import beda, galat, keadaan, periksa
from tests.pelaporan.kantor_uji import TAHUN, rapi

pytestmark = pytest.mark.django_db
JUDUL = [k.judul for k in KOLOM_NOMENKLATUR]
BARU = "kepmendagri-2-2024"


@pytest.fixture
def tahun_baru(pemeran):
    """A new regulation, and a programme of the present year on the old one."""
    pemeran.program = pemeran.a.program("7.01.02", {pemeran.a.sasaran: "100"})
    pemeran.lama = list(Nomenklatur.objects.order_by("pk").values())
    rapi(DasarHukum(kunci=BARU, jenis="kepmen", lembaga="Menteri Uji", nomor="2", tahun=2024, tentang="x"))
    return pemeran


def baris(kode, nama, hukum=BARU, mulai=2025, **isi):
    return [
        hukum,
        mulai,
        isi.get("tingkat"),
        kode,
        isi.get("lama"),
        nama,
        isi.get("indikator"),
        isi.get("satuan"),
        None,
        None,
    ]


def test_a_new_year_comes_from_one_file_and_old_years_stay(tahun_baru, tmp_path):
    isi = [
        baris("7", "UNSUR KEWILAYAHAN"), baris("7.01", "KECAMATAN"), baris("7.01.02", "PROGRAM BARU"),
        baris("7.01.02.2.01", "Kegiatan", tingkat="Kegiatan"),
        baris("7.01.02.02.01.0001", "Sub kegiatan", indikator="Jumlah dokumen", satuan="Dokumen",
              lama="7.01.02.2.01.01"),
    ]  # fmt: skip
    resource, p = periksa(tmp_path, ResourceNomenklatur, tahun_baru.eko, JUDUL, *isi)
    assert keadaan(p) == ["baru"] * 5 and p.peringatan == []
    terapkan(resource, "uji")
    assert (
        list(Nomenklatur.objects.exclude(dasar_hukum__kunci=BARU).order_by("pk").values()) == tahun_baru.lama
    )
    sub = Nomenklatur.objects.get(dasar_hukum__kunci=BARU, tingkat=5)
    assert (sub.kode, sub.indikator, sub.satuan, sub.terkonfirmasi) == (
        "7.01.02.2.01.0001", "Jumlah dokumen", "Dokumen", False,
    )  # fmt: skip
    assert list(
        Nomenklatur.objects.filter(dasar_hukum__kunci=BARU).order_by("kode").values_list("tingkat", flat=True)
    ) == [1, 2, 3, 4, 5]
    tahun_baru.program.refresh_from_db()
    assert tahun_baru.program.nama != "PROGRAM BARU"
    _, p = periksa(tmp_path, ResourceNomenklatur, tahun_baru.eko, JUDUL, *isi)
    assert keadaan(p) == ["tetap"] * 5


def test_programmes_of_the_same_years_keep_their_regulation(tahun_baru, tmp_path):
    _, p = periksa(tmp_path, ResourceNomenklatur, tahun_baru.eko, JUDUL, baris("7", "X", mulai=TAHUN))
    assert len(p.peringatan) == 1
    assert p.peringatan[0].startswith(f"Program tahun {TAHUN} tetap memakai nomenklatur lamanya;")


def test_a_row_that_programmes_use_is_not_renamed_silently(tahun_baru, tmp_path):
    lama = tahun_baru.program.nomenklatur
    isi = baris(lama.kode, "Nama lain", hukum=lama.dasar_hukum.kunci, mulai=lama.mulai_tahun)
    _, p = periksa(tmp_path, ResourceNomenklatur, tahun_baru.eko, JUDUL, isi)
    assert keadaan(p) == ["berubah"] and p.yakin == 1
    assert beda(p)["Nama"] == (lama.nama, "Nama lain")
    assert p.baris[0].catatan == f"Sudah dipakai oleh program tahun {TAHUN}: laporannya ikut berubah."
    bebas = rapi(Nomenklatur(dasar_hukum=lama.dasar_hukum, mulai_tahun=2022, tingkat=1, kode="8", nama="A"))
    _, p = periksa(
        tmp_path,
        ResourceNomenklatur,
        tahun_baru.eko,
        JUDUL,
        baris("8", "B", hukum=bebas.dasar_hukum.kunci, mulai=2022),
    )
    assert keadaan(p) == ["berubah"] and (p.yakin, p.baris[0].catatan) == (0, "")


def test_what_is_refused(tahun_baru, tmp_path):
    isi = [
        baris("7", "A"), baris("8", "A", hukum="kepmendagri-uji"), baris("7.01.05", "A"),
        baris("7.02", "A", tingkat="Program"), baris("7.01.01.2.01.01", "A"), baris("9", None),
        baris("6", "A", mulai="2.025"), baris("5", "A", mulai=1999), baris("4", "A", hukum="tidak-ada"),
        baris("7", "A"),
    ]  # fmt: skip
    _, p = periksa(tmp_path, ResourceNomenklatur, tahun_baru.eko, JUDUL, *isi)
    assert keadaan(p) == ["baru"] + ["ditolak"] * 9
    assert galat(p, 1) == {
        "Dasar hukum": f"Satu berkas memuat satu dasar hukum; baris sebelumnya memakai {BARU}."
    }
    assert galat(p, 2) == {"Kode": "Baris di atasnya, 7.01, tidak ada pada dasar hukum ini."}
    assert galat(p, 3) == {"Tingkat": "Kode 7.02 berbentuk bidang urusan."}
    assert "Maksud Anda 7.01.01.2.01.0001?" in galat(p, 4)["Kode"]
    assert galat(p, 5) == {"Nama": "Nama wajib diisi, misalnya Fasilitasi Pelayanan Umum."}
    assert "Maksud Anda 2025?" in galat(p, 6)["Berlaku mulai tahun"]
    assert "2000" in galat(p, 7)["Berlaku mulai tahun"]
    assert "tidak ada dalam daftar Anda" in galat(p, 8)["Dasar hukum"]
    assert galat(p, 9) == {"Kode": "Sama dengan baris 2. Hapus salah satunya."}


def test_every_official_code_has_a_known_shape(tahun_baru, tmp_path):
    """The list that ships with the program could come from a file."""
    blok = json.loads((settings.BASE_DIR / "fixtures/rujukan/05-nomenklatur.json").read_text())[0]["baris"]
    isi = [
        [BARU, b["mulai_tahun"], b["tingkat"], b["kode"], b["kode_lama"], b["nama"], b["indikator"],
         b["satuan"], b["sumber"], "ya" if b["terkonfirmasi"] else "tidak"]
        for b in blok
    ]  # fmt: skip
    resource, p = periksa(tmp_path, ResourceNomenklatur, tahun_baru.eko, JUDUL, *isi)
    assert [(b.nomor, galat(p, n)) for n, b in enumerate(p.baris) if b.keadaan != "baru"] == []
    terapkan(resource, "uji")
    for satu in blok:
        tersimpan = Nomenklatur.objects.filter(dasar_hukum__kunci=BARU, kode=satu["kode"])
        assert tersimpan.values(*[k for k in satu if k != "dasar_hukum"]).get() == {
            k: v for k, v in satu.items() if k != "dasar_hukum"
        }


def test_only_rows_that_the_person_may_write(tahun_baru, tmp_path):
    _, p = periksa(tmp_path, ResourceNomenklatur, tahun_baru.dewi, JUDUL, baris("7", "A"))
    assert galat(p) == {"": "Baris ini di luar tugas Anda."}
    assert Program.objects.count() == 1
