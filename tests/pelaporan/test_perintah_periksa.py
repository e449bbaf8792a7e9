"""manage.py periksa_laporan: what it prints, and its exit codes."""

from __future__ import annotations

import datetime
import io
import json

import pytest
from django.core.management import call_command
from django.utils import timezone

from pelaporan.alur_temuan import beri_alasan, kecualikan
from pelaporan.models import Laporan
from pelaporan.pemeriksaan import periksa_laporan
from tests.kinerja.panggung_ukur import PanggungUkur
from tests.pelaporan import pemeriksaan_uji as uji
from tests.pelaporan.kantor_uji import TAHUN

pytestmark = pytest.mark.django_db
ALASAN = "Target sudah tercapai pada triwulan II."


def jalankan(*args: str, slug: str = "alfa", tahun: int = TAHUN) -> tuple[int, str, str]:
    """Return exit code, stdout and stderr."""
    keluar, salah = io.StringIO(), io.StringIO()
    kode = 0
    try:
        call_command(
            "periksa_laporan", f"--perangkat-daerah={slug}", f"--tahun={tahun}", *args,
            stdout=keluar, stderr=salah,
        )  # fmt: skip
    except SystemExit as akhir:
        kode = int(akhir.code or 0)
    return kode, keluar.getvalue(), salah.getvalue()


@pytest.fixture
def laporan(pemeran, monkeypatch):
    monkeypatch.setattr("pelaporan.periksa.daftar.DAFTAR", uji.DAFTAR)
    PanggungUkur(pemeran.a)
    return pemeran.a.laporan


def cari(laporan, kode):
    return uji.kunci(periksa_laporan(laporan), kode)


def test_json_is_all_that_is_printed(laporan):
    kode, keluar, salah = jalankan("--json")
    isi = json.loads(keluar)
    assert kode == 1 and salah == ""
    assert list(isi) == ["temuan", "galat", "peringatan", "info"]
    assert (isi["galat"], isi["peringatan"], isi["info"]) == (2, 2, 1)
    assert isi["temuan"][0] == {
        "kode": "uji_galat",
        "tingkat": "galat",
        "lokasi": "Tabel 3.2, baris 1",
        "pesan": "Realisasi Indikator skm belum diisi. Isi nilainya.",
        "nilai": {"realisasi": "belum diisi"},
        "tautan": "realisasi:skm",
    }


def test_lines_are_grouped_by_level_and_end_with_the_counts(laporan):
    kode, keluar, _ = jalankan()
    baris = keluar.splitlines()
    assert kode == 1
    assert [b.split(":")[0] for b in baris[:-1]] == ["Galat", "Galat", "Peringatan", "Peringatan", "Info"]
    assert baris[0] == (
        "Galat: Tabel 3.2, baris 1. Realisasi Indikator skm belum diisi. Isi nilainya. [uji_galat]"
    )
    assert baris[-1] == "2 galat, 2 peringatan, 1 info dari 5 pemeriksaan."


def test_an_override_in_force_is_listed_and_no_longer_sets_the_exit_code(laporan, pemeran, monkeypatch):
    monkeypatch.setattr("pelaporan.periksa.daftar.DAFTAR", uji.DAFTAR[1:])
    besok = timezone.localdate() + datetime.timedelta(days=1)
    assert jalankan()[0] == 1
    kecualikan(laporan, cari(laporan, "uji_ragu"), ALASAN, besok, oleh=pemeran.eko)
    beri_alasan(laporan, cari(laporan, "uji_peringatan"), ALASAN, oleh=pemeran.dewi)
    kode, keluar, _ = jalankan()
    assert kode == 0 and "Dikecualikan sampai" in keluar and f"Alasan: {ALASAN}" in keluar
    assert json.loads(jalankan("--json")[1])["galat"] == 1


@pytest.mark.parametrize(
    ("slug", "tahun", "kalimat"),
    [
        ("tidak-ada", TAHUN, "Perangkat daerah tidak-ada tidak ada. Yang ada: alfa, beta.\n"),
        ("alfa", 2019, f"Laporan alfa tahun 2019 tidak ada. Tahun yang ada: {TAHUN}.\n"),
    ],
)
def test_an_unknown_office_or_year_is_one_line_and_exit_code_2(laporan, slug, tahun, kalimat):
    assert jalankan("--json", slug=slug, tahun=tahun) == (2, "", kalimat)


def test_a_report_that_cannot_be_composed_is_exit_code_2(laporan):
    Laporan.objects.filter(pk=laporan.pk).update(tahun=2040)
    kode, keluar, salah = jalankan(tahun=2040)
    assert (kode, keluar) == (2, "") and "tidak dapat diperiksa" in salah and salah.count("\n") == 1


def test_two_values_of_one_name_are_both_there(laporan, monkeypatch):
    from pelaporan.management.commands.periksa_laporan import susun_json
    from pelaporan.periksa.dasar import Lokasi, Temuan, Tingkat
    from pelaporan.periksa.jalankan import HasilPeriksa

    t = Temuan("x", Tingkat.INFO, Lokasi("a", "A"), "p", (("target", "1"), ("target", "2")))
    assert susun_json(HasilPeriksa((t,), ()))["temuan"][0]["nilai"] == {"target": "1", "target 2": "2"}
