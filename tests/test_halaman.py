"""Pages: who may enter, what is sent, and that reading writes nothing."""

from __future__ import annotations

import hashlib
import json
import subprocess
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.db import connection
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.urls.converters import IntConverter
from django.views.defaults import server_error

from pelaporan import urls, urls_kantor, views
from pelaporan.konteks import compute_hash, to_json
from pelaporan.lampiran import simpan_lampiran
from pelaporan.models import BerkasTersimpan
from pelaporan.susun import build_konteks_lkjip
from pelaporan.tabel_xlsx import buku_satu, buku_tabel
from sakip.umum.xlsx import JENIS_ISI
from tests.pelaporan.kantor_uji import KantorUji
from tests.pelaporan.test_lampiran import pdf

pytestmark = pytest.mark.django_db
SANDI = "sandi uji yang panjang"
CONTOH_ARGUMEN = {"tahun": 2023, "sha256": "0" * 64, "nomor": "3.2"}
# Pages of the report and where a person begins. Those of an office stand in tests of their own apps.
HALAMAN = {
    "beranda": "/",
    "beranda_kantor": "/kantor/uji/2023/",
    "berkas": f"/berkas/{'0' * 64}/",
    "daftar_laporan": "/laporan/tahun/2023/",
    "ganti_tahun": "/kantor/uji/2023/ganti-tahun/",
    "kalender": "/kantor/uji/2023/kalender/",
    "laporan": "/laporan/uji/2023/",
    "laporan_json": "/laporan/uji/2023/lkjip.json",
    "laporan_pdf": "/laporan/uji/2023/lkjip.pdf",
    "laporan_tabel": "/laporan/uji/2023/tabel.xlsx",
    "laporan_tabel_satu": "/laporan/uji/2023/tabel/3.2.xlsx",
}


@pytest.fixture
def kantor():
    satu = KantorUji()
    satu.pk({satu.indikator("A"): 10})
    return satu


@pytest.fixture
def biasa(client):
    client.force_login(get_user_model().objects.create_user("biasa", password=SANDI, is_staff=True))
    return client


@pytest.fixture
def demo(client):
    client.force_login(get_user_model().objects.create_superuser("demo", password=SANDI, first_name="Ani"))
    return client


def alamat_halaman() -> dict[str, str]:
    """Every named address outside the admin, with sample arguments."""
    hasil = {}

    def telusuri(pola, depan):
        for satu in pola:
            semua = {**depan, **satu.pattern.converters}
            if isinstance(satu, URLResolver):
                if satu.namespace != "admin":
                    telusuri(satu.url_patterns, semua)
            elif isinstance(satu, URLPattern):
                isi = {n: contoh_argumen(n, k) for n, k in semua.items()}
                hasil[str(satu.name)] = reverse(str(satu.name), kwargs=isi)

    telusuri(get_resolver().url_patterns, {})
    return hasil


def contoh_argumen(nama, pengubah):
    if nama in CONTOH_ARGUMEN:
        return CONTOH_ARGUMEN[nama]
    return 1 if isinstance(pengubah, IntConverter) else "uji"


TERBUKA = {"masuk"}
# Pages of the report and where a person begins; those of other apps stand in their own tests.
MILIK_LAPORAN = {str(p.name) for p in (*urls.urlpatterns, *urls_kantor.urlpatterns)}
HALAMAN = sorted(MILIK_LAPORAN)


# Who may enter -------------------------------------------------------------------------------------


def test_the_list_of_pages_is_complete():
    assert HALAMAN == [
        "beranda", "beranda_kantor", "berkas", "daftar_laporan", "ganti_tahun", "kalender", "laporan",
        "laporan_json", "laporan_pdf", "laporan_tabel", "laporan_tabel_satu",
    ]  # fmt: skip


@pytest.mark.parametrize("nama", sorted(alamat_halaman()))
def test_without_login_every_address_asks_for_one(client, kantor, nama):
    tujuan = alamat_halaman()[nama]
    jawaban = client.get(tujuan)
    if nama in TERBUKA:
        assert jawaban.status_code == 200
    elif nama == "keluar":
        assert jawaban.status_code in (302, 405)
    else:
        assert jawaban.status_code == 302
        assert jawaban["Location"].startswith(reverse("masuk"))
    assert "default-src 'self'" in jawaban["Content-Security-Policy"]


@pytest.mark.parametrize("nama", HALAMAN)
def test_an_account_without_tasks_is_told_so(biasa, kantor, nama):
    jawaban = biasa.get(alamat_halaman()[nama], follow=True)
    assert jawaban.status_code == 403
    assert "Belum ada tugas untuk akun ini" in jawaban.content.decode()
    assert "Keluar" in jawaban.content.decode()
    assert "Menu utama" not in jawaban.content.decode()


def test_the_admin_is_mounted(client, demo):
    assert demo.get(reverse("admin:index")).status_code == 200
    client.logout()
    assert client.get(reverse("admin:index")).status_code == 302


@pytest.mark.parametrize("nama", HALAMAN)
def test_pages_are_read_only(demo, kantor, nama):
    assert demo.post(alamat_halaman()[nama]).status_code == 405


def test_login_and_logout(client, kantor):
    get_user_model().objects.create_superuser("demo", password=SANDI)
    jawaban = client.post(reverse("masuk"), {"username": "demo", "password": "salah"})
    assert "Nama pengguna atau kata sandi tidak cocok" in jawaban.content.decode()
    jawaban = client.post(reverse("masuk"), {"username": "", "password": ""})
    assert "Nama pengguna belum diisi." in jawaban.content.decode()
    tujuan = reverse("laporan", args=["uji", 2023])
    assert (
        "Halaman itu hanya untuk pengguna" in client.get(f"{reverse('masuk')}?next={tujuan}").content.decode()
    )
    isi = {"username": "demo", "password": SANDI, "next": tujuan}
    assert client.post(reverse("masuk"), isi)["Location"] == tujuan
    assert client.get(reverse("masuk"))["Location"] == reverse("beranda")
    assert client.post(reverse("keluar"))["Location"] == reverse("masuk")
    assert client.get(reverse("beranda")).status_code == 302


def test_login_never_leads_to_another_site(client):
    get_user_model().objects.create_superuser("demo", password=SANDI)
    isi = {"username": "demo", "password": SANDI, "next": "https://jahat.example/"}
    assert client.post(reverse("masuk"), isi)["Location"] == reverse("beranda")


# What is there -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "tujuan",
    [
        "/laporan/tidak-ada/2023/",
        "/laporan/uji/1999/",
        "/laporan/uji/99999999999/",
        "/laporan/tidak-ada/2023/lkjip.pdf",
        "/laporan/uji/1999/lkjip.json",
        "/laporan/uji/1999/tabel.xlsx",
        "/laporan/uji/2023/tabel/3.99.xlsx",
        "/laporan/uji/2023/tabel/1.1.xlsx",
        f"/berkas/{'0' * 64}/",
        "/berkas/bukan-sidik/",
        "/tidak-ada/",
    ],
)
def test_unknown_is_404(demo, kantor, tujuan):
    jawaban = demo.get(tujuan)
    assert jawaban.status_code == 404
    assert "Halaman tidak ada" in jawaban.content.decode()
    assert "default-src 'self'" in jawaban["Content-Security-Policy"]


def test_the_first_page_leads_on_and_is_not_kept(demo, kantor):
    jawaban = demo.get(reverse("beranda"))
    assert (jawaban.status_code, jawaban["Location"]) == (302, "/kabupaten/2023/")
    assert "no-store" in jawaban["Cache-Control"]


def test_the_list_names_the_reports(demo, kantor):
    tujuan = reverse("daftar_laporan", args=[2023])
    isi = demo.get(tujuan).content.decode()
    for kata in (
        "1 laporan kinerja 2023",
        "Kecamatan Uji",
        "Kabupaten Uji",
        "Draf",
        "/laporan/uji/2023/lkjip.pdf",
    ):
        assert kata in isi
    kantor.laporan.delete()
    assert "Belum ada laporan" in demo.get(tujuan).content.decode()


def test_the_list_costs_the_same_for_any_number(demo, kantor):
    tujuan = reverse("daftar_laporan", args=[2023])
    with CaptureQueriesContext(connection) as satu:
        demo.get(tujuan)
    for n in range(3):
        KantorUji(f"uji{n}")
    with CaptureQueriesContext(connection) as empat:
        demo.get(tujuan)
    assert len(satu) == len(empat)


def test_the_report_in_the_browser(demo, kantor):
    jawaban = demo.get(reverse("laporan", args=["uji", 2023]))
    isi = jawaban.content.decode()
    assert jawaban.status_code == 200
    konteks = build_konteks_lkjip(kantor.laporan)
    for judul in konteks.kerangka.judul:
        jangkar = judul.kunci.replace(".", "-").replace("_", "-")
        assert f'id="{jangkar}"' in isi, judul.kunci
    for kata in ('<div class="kertas">', "Unduh PDF", "Unduh data (JSON)", 'href="#bab3-capaian"'):
        assert kata in isi
    for terlarang in (" style=", "<style", "asset:", " onclick="):
        assert terlarang not in isi
    assert isi.count("<script") == isi.count("<script src=") == 1  # the form keeper, from a file
    assert "default-src 'self'" in jawaban["Content-Security-Policy"]


def test_a_report_that_cannot_be_composed_says_why(demo, kantor):
    kantor.aturan.delete()
    jawaban = demo.get(reverse("laporan", args=["uji", 2023]))
    assert jawaban.status_code == 200 and "belum dapat disusun" in jawaban.content.decode()
    for nama in ("laporan_pdf", "laporan_json", "laporan_tabel"):
        assert demo.get(reverse(nama, args=["uji", 2023])).status_code == 409


def test_data_is_the_canonical_json(demo, kantor):
    konteks = build_konteks_lkjip(kantor.laporan)
    jawaban = demo.get(reverse("laporan_json", args=["uji", 2023]))
    assert jawaban.content.decode() == to_json(konteks)
    assert json.loads(jawaban.content)["identitas"]["slug"] == "uji"
    assert jawaban["ETag"] == f'"{compute_hash(konteks)}"'
    assert jawaban["Cache-Control"] == "private, no-cache"
    lagi = demo.get(reverse("laporan_json", args=["uji", 2023]), headers={"If-None-Match": jawaban["ETag"]})
    assert lagi.status_code == 304 and not lagi.content


def test_tables_are_sent_as_workbooks(demo, kantor):
    konteks = build_konteks_lkjip(kantor.laporan)
    isi = demo.get(reverse("laporan", args=["uji", 2023])).content.decode()
    satu = reverse("laporan_tabel_satu", args=["uji", 2023, "3.2"])
    assert isi.count('class="unduh"') == 17 and f'href="{satu}"' in isi
    jawaban = demo.get(satu)
    assert jawaban.content == buku_satu(konteks, "t_capaian")
    assert jawaban["Content-Disposition"] == 'attachment; filename="tabel-3.2-lkjip-uji-2023.xlsx"'
    semua = demo.get(reverse("laporan_tabel", args=["uji", 2023]))
    assert semua.content == buku_tabel(konteks)
    assert semua["Content-Type"] == JENIS_ISI and "no-store" in semua["Cache-Control"]


# The PDF -------------------------------------------------------------------------------------------


class Anak:
    """Stands for the child process."""

    def __init__(self, kantor):
        self.kantor = kantor
        self.panggilan: list[list[str]] = []
        self.kode, self.salah, self.keluar = 0, "", None

    def __call__(self, perintah, *, timeout, **lain):
        assert timeout == 120
        self.panggilan.append(perintah)
        tujuan = Path(perintah[-1].removeprefix("--keluaran="))
        if self.kode == 0:
            tujuan.write_bytes(b"%PDF-uji")
        sidik = compute_hash(build_konteks_lkjip(self.kantor.laporan))
        keluar = self.keluar if self.keluar is not None else f"x, sidik {sidik[:12]}\n"
        return SimpleNamespace(returncode=self.kode, stdout=keluar, stderr=self.salah)


@pytest.fixture
def anak(kantor, monkeypatch):
    satu = Anak(kantor)
    monkeypatch.setattr(views.subprocess, "run", satu)
    return satu


def ambil_pdf(klien, **headers):
    return klien.get(reverse("laporan_pdf", args=["uji", 2023]), headers=headers)


def baca(jawaban) -> bytes:
    """Read a file response and close it."""
    isi = b"".join(jawaban.streaming_content)
    jawaban.close()
    return isi


def isi_draf() -> list[str]:
    return sorted(p.name for p in (Path(settings.MEDIA_ROOT) / "draf").iterdir())


def test_the_pdf_is_made_once(demo, kantor, anak):
    sidik = compute_hash(build_konteks_lkjip(kantor.laporan))
    jawaban = ambil_pdf(demo)
    assert baca(jawaban) == b"%PDF-uji"
    assert jawaban["Content-Type"] == "application/pdf" and jawaban["ETag"] == f'"{sidik}"'
    assert jawaban["Content-Disposition"] == 'inline; filename="lkjip-uji-2023.pdf"'
    assert isi_draf() == [f"{sidik}.pdf"]
    assert baca(ambil_pdf(demo)) == b"%PDF-uji"
    assert ambil_pdf(demo, **{"If-None-Match": jawaban["ETag"]}).status_code == 304
    assert len(anak.panggilan) == 1
    assert anak.panggilan[0][2:5] == ["susun_lkjip", "--perangkat-daerah=uji", "--tahun=2023"]


def test_changed_data_or_a_newer_template_makes_a_new_pdf(demo, kantor, anak, monkeypatch):
    baca(ambil_pdf(demo))
    kantor.kantor.alamat = "Jalan Baru 2"
    kantor.kantor.save()
    baca(ambil_pdf(demo))
    assert len(anak.panggilan) == 2 and len(isi_draf()) == 2
    monkeypatch.setattr(views, "_is_segar", lambda simpanan: False)
    baca(ambil_pdf(demo))
    assert len(anak.panggilan) == 3 and len(isi_draf()) == 2


def test_old_drafts_go(demo, kantor, anak, monkeypatch):
    monkeypatch.setattr(views, "DRAF_TERBANYAK", 1)
    baca(ambil_pdf(demo))
    kantor.kantor.alamat = "Jalan Baru 2"
    kantor.kantor.save()
    baca(ambil_pdf(demo))
    assert isi_draf() == [f"{compute_hash(build_konteks_lkjip(kantor.laporan))}.pdf"]


def test_a_pdf_that_fails_says_why_and_keeps_nothing(demo, anak, monkeypatch):
    anak.kode, anak.salah = 2, "LKjIP tidak dapat ditulis: huruf tidak ada.\n"
    jawaban = ambil_pdf(demo)
    assert jawaban.status_code == 503 and "huruf tidak ada" in jawaban.content.decode()
    anak.kode, anak.salah = 1, "Traceback: rahasia"
    isi = ambil_pdf(demo).content.decode()
    assert "kesalahan pada server" in isi and "rahasia" not in isi
    anak.kode, anak.keluar = 0, "x, sidik 000000000000\n"
    assert "Data berubah saat PDF dibuat" in ambil_pdf(demo).content.decode()

    def lama(perintah, *, timeout, **lain):
        raise subprocess.TimeoutExpired(perintah, timeout)

    monkeypatch.setattr(views.subprocess, "run", lama)
    assert "belum selesai dalam 120 detik" in ambil_pdf(demo).content.decode()
    assert isi_draf() == []


# Stored files --------------------------------------------------------------------------------------


def test_a_stored_file_is_sent_by_its_hash(demo, kantor):
    isi = pdf()
    lampiran = simpan_lampiran(kantor.laporan, "SK", ContentFile(isi, name="sk.pdf"), "Isi.")
    sidik = hashlib.sha256(isi).hexdigest()
    jawaban = demo.get(reverse("berkas", args=[sidik]))
    assert jawaban.content == isi and jawaban["Content-Type"] == "application/pdf"
    assert jawaban["X-Content-Type-Options"] == "nosniff"
    assert (
        demo.get(reverse("berkas", args=[sidik]), headers={"If-None-Match": f'"{sidik}"'}).status_code == 304
    )
    halaman = lampiran.halaman.get().gambar
    assert demo.get(reverse("berkas", args=[halaman.sha256]))["Content-Type"] == halaman.jenis_isi
    (Path(settings.MEDIA_ROOT) / "simpanan" / sidik).unlink()
    assert demo.get(reverse("berkas", args=[sidik])).status_code == 404
    assert BerkasTersimpan.objects.filter(sha256=sidik).exists()


# Reading writes nothing; errors look like the rest ----------------------------------------------------


@pytest.mark.parametrize("nama", HALAMAN)
def test_reading_writes_no_row(demo, kantor, anak, nama):
    with CaptureQueriesContext(connection) as kueri:
        demo.get(alamat_halaman()[nama]).close()
    tulis = [q["sql"] for q in kueri if q["sql"].split()[0] in ("INSERT", "UPDATE", "DELETE", "REPLACE")]
    assert tulis == []


def test_error_pages_need_no_request():
    jawaban = server_error(RequestFactory().get("/"))
    assert jawaban.status_code == 500
    assert "Terjadi kesalahan pada server" in jawaban.content.decode()
    assert "Formulir kedaluwarsa" in render_to_string("403_csrf.html")


def test_a_form_without_its_token_is_explained():
    from django.test import Client

    jawaban = Client(enforce_csrf_checks=True).post(reverse("masuk"), {"username": "a", "password": "b"})
    assert jawaban.status_code == 403 and "Formulir kedaluwarsa" in jawaban.content.decode()
