"""Commands: what they load, what they leave alone, and how they refuse."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from django.utils import timezone

from kinerja.isian import muat_isian
from kinerja.models import PerjanjianKinerja
from organisasi.models import Jabatan, Pegawai, PerangkatDaerah
from pelaporan import terbit
from pelaporan.konteks import to_json
from pelaporan.lampiran import ambil_berkas
from pelaporan.management import perintah_berkas
from pelaporan.management.commands import muat_contoh
from pelaporan.models import HalamanLampiran, Lampiran, Laporan
from pelaporan.susun import build_konteks_lkjip
from sakip.umum.pemuat import DataTidakSah
from sakip.umum.riwayat import AsalRiwayat
from tests.pelaporan.kantor_uji import KantorUji, rapi

pytestmark = pytest.mark.django_db
APLIKASI = ("organisasi", "renstra", "anggaran", "kinerja", "pelaporan")


def jalankan(nama: str, *args: str) -> str:
    keluar = io.StringIO()
    call_command(nama, *args, stdout=keluar)
    return keluar.getvalue()


def cacah() -> dict[str, int]:
    return {
        m._meta.label: m._default_manager.count()
        for a in APLIKASI
        for m in apps.get_app_config(a).get_models()
        if m._meta.label != "pelaporan.BerkasTersimpan" and not issubclass(m, AsalRiwayat)
    }


# Loading -------------------------------------------------------------------------------------------


def test_examples_load_once_and_reset_to_the_same():
    assert "baris baru, 0 sudah ada" in jalankan("muat_rujukan")
    assert "Rujukan: 0 baris baru" in jalankan("muat_rujukan")
    baris = jalankan("muat_contoh").splitlines()
    assert [b.split(":")[0] for b in baris] == ["Kecamatan Batang-batang 2023", "Kecamatan Contoh 2024"]
    dahulu = cacah()

    assert jalankan("muat_contoh").count(": 0 baris baru") == 2
    assert cacah() == dahulu

    kantor = PerangkatDaerah.objects.get(slug="contoh")
    Laporan.objects.get(perangkat_daerah=kantor).narasi.all().delete()
    kantor.alamat = "Diubah orang"
    kantor.save()
    jalankan("muat_contoh", "--ulang")
    assert cacah() == dahulu
    assert PerangkatDaerah.objects.get(slug="contoh").alamat != "Diubah orang"


def test_the_scan_of_the_example():
    jalankan("muat_rujukan")
    jalankan("muat_contoh")
    lampiran = Lampiran.objects.get(laporan__perangkat_daerah__slug="contoh", judul="SK Tim SAKIP")
    assert lampiran.nama_berkas == "sk-tim-sakip-2024.pdf" and lampiran.urutan == 1 and not lampiran.alasan
    assert HalamanLampiran.objects.filter(lampiran=lampiran).count() == 2
    assert ambil_berkas(lampiran.berkas.sha256).startswith(b"%PDF-")

    lampiran.halaman.all().delete()
    Lampiran.objects.filter(pk=lampiran.pk).update(
        jenis="tidak_ada", berkas=None, nama_berkas="", alternatif="", alasan="Ditarik oleh orang."
    )
    jalankan("muat_contoh")
    assert Lampiran.objects.get(pk=lampiran.pk).alasan == "Ditarik oleh orang."


def test_what_a_person_changed_is_left_alone():
    jalankan("muat_rujukan")
    jalankan("muat_contoh")
    Lampiran.objects.filter(laporan__perangkat_daerah__slug="batang-batang").update(judul="SK lain")
    dahulu = cacah()
    baris = jalankan("muat_contoh").splitlines()
    assert baris[0].startswith("Kecamatan Batang-batang 2023: sudah diubah orang, jadi dibiarkan.")
    assert baris[1].startswith("Kecamatan Contoh 2024: 0 baris baru")
    assert cacah() == dahulu


def test_published_form_only_when_asked():
    jalankan("muat_rujukan")
    baris = jalankan("muat_contoh", "--seperti-terbit").splitlines()
    assert len(baris) == 3
    assert Laporan.objects.milik("batang-batang-seperti-terbit").tahun(2023).exists()


def test_a_new_office_without_reference_rows_is_one_line():
    with pytest.raises(CommandError) as galat:
        jalankan("muat_contoh")
    assert str(galat.value).startswith("Kecamatan Batang-batang 2023: ") and "\n" not in str(galat.value)
    assert not PerangkatDaerah.objects.exists()


def test_wrong_reference_data_is_one_line(monkeypatch):
    def gagal(*jalur):
        raise DataTidakSah("01.json, baris 1:\n salah")

    monkeypatch.setattr("pelaporan.management.commands.muat_rujukan.muat_berkas", gagal)
    with pytest.raises(CommandError, match=r"^01\.json, baris 1: salah$"):
        jalankan("muat_rujukan")


def test_reset_deletes_one_office_only():
    satu, lain = KantorUji("satu"), KantorUji("lain")
    for kantor in (satu, lain):
        kantor.pk({kantor.indikator("A"): 10})
        bawahan = rapi(
            Jabatan(
                perangkat_daerah=kantor.kantor,
                tingkat="sekretaris",
                nama=f"Sekretaris {kantor.kantor.slug}",
                atasan=kantor.jabatan,
            )
        )
        kantor.pangku(bawahan, f"Orang {kantor.kantor.slug}")
    dahulu = to_json(build_konteks_lkjip(lain.laporan))
    muat_contoh.hapus_kantor("satu")
    assert [p.slug for p in PerangkatDaerah.objects.all()] == ["lain"]
    assert PerjanjianKinerja.objects.count() == 1
    assert not Pegawai.objects.filter(nama__in=["Citra satu", "Orang satu"]).exists()
    assert Pegawai.objects.filter(nama__in=["Citra lain", "Orang lain", "Bupati Uji"]).count() == 3
    assert to_json(build_konteks_lkjip(lain.laporan)) == dahulu
    muat_contoh.hapus_kantor("tidak-ada")


def test_reset_refuses_where_another_office_needs_it(monkeypatch):
    satu, lain = KantorUji("satu"), KantorUji("lain")
    lain.jabatan.atasan = satu.jabatan
    lain.jabatan.save()
    monkeypatch.setattr(muat_contoh, "CONTOH", (muat_contoh.Contoh("satu", 2023, "tidak-ada-*", "Satu"),))
    dahulu = cacah()
    with pytest.raises(CommandError, match="dipakai data lain di luar contoh"):
        jalankan("muat_contoh", "--ulang")
    assert cacah() == dahulu


def test_the_cast_and_its_quarters_are_made_once_and_a_changed_password_is_not_printed():
    jalankan("muat_rujukan")
    jalankan("muat_contoh")
    sekali = jalankan("muat_pengguna_demo")
    assert sekali == jalankan("muat_pengguna_demo")
    assert sekali.count("kata sandi: peragaan-2024") == 7
    for akun in ("demo", "ani", "budi", "citra", "dewi", "eko", "farid"):
        assert f"Akun peragaan: {akun}, " in sekali
    model = get_user_model()
    assert model.objects.get(username="demo").is_superuser
    ani = model.objects.get(username="ani")
    assert {t.peran for t in ani.pelaku.tugas} == {"staf", "penyusun"} and not ani.is_superuser
    ani.set_password("sandi lain sekali")
    ani.save()
    assert "Akun peragaan: ani, kata sandinya sudah diganti" in jalankan("muat_pengguna_demo")
    ani.refresh_from_db()
    assert ani.check_password("sandi lain sekali")

    isian = muat_isian(PerangkatDaerah.objects.get(slug="contoh"), 2024)
    hari = timezone.localdate()
    for unit in isian.unit_bertugas():
        assert [isian.keadaan(unit.pk, t) for t in (1, 2, 3, 4)] == ["disetujui"] * 3 + ["diisi"]
        assert isian.is_dapat_diisi(unit.pk, 4, hari)


def test_without_the_examples_only_the_installation_account_is_made():
    assert "pemeran tidak dibuat" in jalankan("muat_pengguna_demo")
    assert get_user_model().objects.get().username == "demo"


# susun_lkjip ---------------------------------------------------------------------------------------


@pytest.fixture
def kantor():
    satu = KantorUji()
    satu.pk({satu.indikator("A"): 10})
    return satu


def susun(capsys, tujuan: Path, *, slug="uji", tahun=2023, bentuk="pdf") -> tuple[int, str, str]:
    """Run the command in this process; return exit code, standard output and standard error."""
    kode = 0
    try:
        call_command(
            "susun_lkjip",
            f"--perangkat-daerah={slug}",
            f"--tahun={tahun}",
            f"--keluaran={tujuan}",
            f"--format={bentuk}",
        )
    except SystemExit as keluar:
        kode = int(keluar.code or 0)
    hasil = capsys.readouterr()
    return kode, hasil.out, hasil.err


def test_each_format_is_written(kantor, tmp_path, capsys, monkeypatch):
    def render_pdf(konteks, ambil):
        assert ambil is ambil_berkas
        return b"%PDF-uji"

    monkeypatch.setattr(terbit, "render_pdf", render_pdf)
    monkeypatch.setattr(terbit, "render_html", lambda konteks, *, media: f"<html>{media}")
    for bentuk, awal in (("pdf", b"%PDF-uji"), ("html", b"<html>kertas"), ("json", b"{"), ("xlsx", b"PK")):
        berkas = tmp_path / f"lkjip.{bentuk}"
        kode, keluar, salah = susun(capsys, berkas, bentuk=bentuk)
        assert (kode, salah) == (0, "")
        assert berkas.read_bytes().startswith(awal)
        assert keluar.startswith(f"{berkas}: LKjIP Kecamatan Uji 2023, ") and keluar.count("\n") == 1
    assert sorted(p.name for p in tmp_path.iterdir() if p.is_file()) == [
        "lkjip.html",
        "lkjip.json",
        "lkjip.pdf",
        "lkjip.xlsx",
    ]
    data = json.loads((tmp_path / "lkjip.json").read_text(encoding="utf-8"))
    assert data["identitas"]["slug"] == "uji"


@pytest.mark.parametrize(
    ("pilihan", "pesan"),
    [
        ({"slug": "tidak-ada"}, "Perangkat daerah tidak-ada tidak ada. Yang ada: uji.\n"),
        ({"tahun": 2020}, "Laporan uji tahun 2020 tidak ada. Tahun yang ada: 2023.\n"),
    ],
)
def test_unknown_office_or_year(kantor, tmp_path, capsys, pilihan, pesan):
    assert susun(capsys, tmp_path / "x.json", bentuk="json", **pilihan) == (2, "", pesan)
    assert not (tmp_path / "x.json").exists()


def test_a_folder_that_is_not_there_or_a_folder_as_file(kantor, tmp_path, capsys):
    kode, _, salah = susun(capsys, tmp_path / "tiada" / "x.pdf")
    assert kode == 2 and salah.count("\n") == 1 and "tidak ada. Buat dahulu" in salah
    kode, _, salah = susun(capsys, tmp_path)
    assert kode == 2 and salah.count("\n") == 1 and "adalah folder" in salah


def test_a_folder_that_cannot_be_written(kantor, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(perintah_berkas.os, "access", lambda jalur, cara: False)  # root may write anywhere
    kode, _, salah = susun(capsys, tmp_path / "x.pdf")
    assert kode == 2 and salah.count("\n") == 1 and "tidak dapat ditulisi" in salah


def test_no_renstra_and_no_font(kantor, tmp_path, capsys, monkeypatch):
    def gagal(konteks, ambil):
        raise terbit.TerbitGagal("Huruf LiberationSans-Bold.ttf\ntidak ada.")

    monkeypatch.setattr(terbit, "render_pdf", gagal)
    berkas = tmp_path / "x.pdf"
    berkas.write_bytes(b"lama")
    salah = "LKjIP tidak dapat ditulis: Huruf LiberationSans-Bold.ttf tidak ada.\n"
    assert susun(capsys, berkas) == (2, "", salah)
    kantor.aturan.delete()
    kode, _, salah = susun(capsys, berkas)
    assert kode == 2 and salah.count("\n") == 1 and salah.startswith("LKjIP uji 2023 tidak dapat disusun: ")
    assert berkas.read_bytes() == b"lama"
    assert [p.name for p in tmp_path.iterdir() if p.is_file()] == ["x.pdf"]


def test_a_full_disk_keeps_what_stood_there(kantor, tmp_path, capsys, monkeypatch):
    def penuh(nomor):
        raise OSError(28, "No space left on device")

    berkas = tmp_path / "x.json"
    berkas.write_bytes(b"lama")
    monkeypatch.setattr(perintah_berkas.os, "fsync", penuh)
    kode, _, salah = susun(capsys, berkas, bentuk="json")
    assert kode == 2 and salah.count("\n") == 1 and "tidak dapat ditulis" in salah
    assert berkas.read_bytes() == b"lama"
    assert [p.name for p in tmp_path.iterdir() if p.is_file()] == ["x.json"]


def test_as_a_process_without_a_database(tmp_path):
    lingkungan = {**os.environ, "DATABASE_URL": f"sqlite:///{tmp_path}/kosong.sqlite3"}
    hasil = subprocess.run(
        [
            sys.executable,
            str(settings.BASE_DIR / "manage.py"),
            "susun_lkjip",
            "--perangkat-daerah=uji",
            "--tahun=2023",
            f"--keluaran={tmp_path / 'x.pdf'}",
        ],
        capture_output=True,
        text=True,
        env=lingkungan,
        check=False,
    )
    assert hasil.returncode == 2
    assert hasil.stderr.splitlines() == [
        "Basis data tidak dapat dibaca. Jalankan manage.py migrate, atau periksa DATABASE_URL."
    ]
    assert not (tmp_path / "x.pdf").exists()
