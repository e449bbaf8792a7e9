"""The workspace never locks a text in: what cannot be shown can be mended, and answers are not counted."""

from __future__ import annotations

import datetime
import re

import pytest
from django.urls import reverse
from django.utils import timezone

from pelaporan import ruang_isi
from pelaporan.alur_temuan import beri_alasan, kecualikan
from pelaporan.models import Narasi, TanggapanTemuan
from pelaporan.pemeriksaan import periksa_laporan
from sakip.umum.tanggal import format_tanggal
from tests.kinerja.panggung_ukur import PanggungUkur
from tests.pelaporan import pemeriksaan_uji as uji
from tests.pelaporan.kantor_uji import TAHUN
from tests.pelaporan.test_ruang_halaman import ISU, alamat, isi, simpan, teks, tulis

pytestmark = pytest.mark.django_db


@pytest.fixture
def ukur(pemeran):
    """Office A with a Perjanjian Kinerja and a budget."""
    return PanggungUkur(pemeran.a)


# Nothing locks a text in -------------------------------------------------------------------------------


def _rusak(*_, **__):
    raise RuntimeError("rusak")


def test_findings_that_cannot_be_made_take_nothing_else_from_the_page(pemeran, ukur, masuk, monkeypatch):
    tulis(pemeran, "Isu lama.")
    klien = masuk(pemeran.ani)
    for nama in ("periksa_laporan", "baris_temuan"):
        with monkeypatch.context() as m:
            m.setattr(ruang_isi, nama, _rusak)
            jawaban = klien.get(alamat())
            halaman = teks(jawaban)
            assert jawaban.status_code == 200 and ">\nIsu lama.</textarea>" in halaman
            assert "Temuan tidak dapat disusun" in halaman and "Tidak ada temuan di sini" not in halaman
            assert "Seluruh laporan" not in halaman and "data-ruang" in halaman
            data = simpan(klien, f"Isu {nama}.", sidik=Narasi.objects.get().sidik, json=True)
            assert data.status_code == 200 and "tidak dapat disusun" in data.json()["potongan"]["temuan"]
        simpan(klien, "Isu lama.", sidik=Narasi.objects.get().sidik)
    assert teks(masuk(pemeran.citra).get(alamat())).count("<textarea") == 0


@pytest.mark.parametrize("nama", ["susun", "build_context", "kelompok_token"])
def test_a_page_that_cannot_be_made_leaves_the_field_to_who_writes_it(
    pemeran, ukur, masuk, monkeypatch, nama
):
    tulis(pemeran, "Isu lama.")
    klien = masuk(pemeran.ani)
    monkeypatch.setattr(ruang_isi, nama, _rusak)
    halaman = teks(klien.get(alamat()))
    assert ">\nIsu lama.</textarea>" in halaman and "gagal menyusun isi laporan" in halaman
    baru = simpan(klien, "Isu baru.", sidik=Narasi.objects.get().sidik)
    assert baru.status_code == 302 and isi() == "Isu baru."
    data = simpan(klien, "Isu lagi.", sidik=Narasi.objects.get().sidik, json=True)
    assert data.status_code == 200 and isi() == "Isu lagi."
    jawaban = simpan(klien, "Isu **lain.", sidik=Narasi.objects.get().sidik)
    assert jawaban.status_code == 400 and ">\nIsu **lain.</textarea>" in teks(jawaban)
    jawaban = simpan(klien, "Isu lain.", sidik="basi")
    assert jawaban.status_code == 409 and "Simpan tulisan saya" in teks(jawaban)


def test_a_stored_text_that_cannot_be_read_is_named_and_mended(pemeran, ukur, masuk):
    tulis(pemeran, "Isu.")
    Narasi.objects.update(isi="Isu [[ rusak.")
    klien = masuk(pemeran.ani)
    halaman = teks(klien.get(alamat(bagian="bab4.langkah")))
    assert (
        "Tulisan pada bagian Bab I, isu strategis" in halaman
        and "tidak dapat dibaca: Ada tanda [[" in halaman
    )
    assert halaman.count("Tulisan tidak dapat dibaca</span>") == 1
    assert "tidak dapat dibaca" in teks(klien.get(reverse("laporan", args=["alfa", TAHUN])))
    assert ">\nIsu [[ rusak.</textarea>" in teks(klien.get(alamat()))
    assert simpan(klien, "Isu utuh.", sidik=Narasi.objects.get().sidik).status_code == 302
    assert "data-ruang" in teks(klien.get(alamat()))


RUPA = {
    "kutipan": "BPS [[kutipan:BPS _Dalam Angka_ 2024]] dan **_[[capaian:skm]]_**.",
    "kendali": "Isu\x00 air\x0bbersih\x1f.",
    "kosong": "[[ \n\n serapan]]",
    "kurung": "[**[**a",
    "bintang": "*" * 3001,
    "garis": "_a " * 2000,
    "panjang": "a" * 20_001,
    "tepat": "a" * 20_000,
    "tak dikenal": "[[capaian:tiada]] [[hukum:x]] [[a]]",
    "html": "</textarea><script>alert(1)</script> {{ x }} {% y %}",
    "daftar": "- \n- \n-\n\n- **a**",
    "emoji": "Isu \U0001f600 \u202e kanan ke kiri \ufffe.",
}


@pytest.mark.parametrize("rupa", RUPA)
def test_save_preview_and_page_agree_on_any_text(pemeran, ukur, masuk, rupa):
    klien = masuk(pemeran.ani)
    lihat = klien.post(alamat("ruang_pratinjau"), {"isi": RUPA[rupa]})
    simpanan = simpan(klien, RUPA[rupa])
    halaman = simpanan if simpanan.status_code != 302 else klien.get(alamat())
    ditolak = "pesan-medan" in teks(lihat)
    assert (lihat.status_code, simpanan.status_code) == (200, 400 if ditolak else 302)
    assert halaman.status_code == (400 if ditolak else 200) and "data-ruang" in teks(halaman)
    cetak = teks(halaman).split("data-pratinjau-isi>")[1].split("</div>")[0]
    assert cetak.strip() == teks(lihat).strip()
    assert (isi() is None) == ditolak
    assert klien.get(reverse("laporan", args=["alfa", TAHUN])).status_code == 200


def test_the_preview_refuses_what_is_longer_than_a_save_takes(pemeran, ukur, masuk):
    jawaban = masuk(pemeran.ani).post(alamat("ruang_pratinjau"), {"isi": "_a " * 30_000})
    assert "paling banyak 20.000" in teks(jawaban)


# What was answered -------------------------------------------------------------------------------------


def test_what_was_answered_is_not_counted_and_stands_with_its_reason(pemeran, ukur, masuk, monkeypatch):
    monkeypatch.setattr("pelaporan.periksa.daftar.DAFTAR", uji.DAFTAR)
    laporan = pemeran.a.laporan
    klien = masuk(pemeran.ani)

    def jumlah():
        return re.findall(r">(\d+) (galat|peringatan tanpa alasan|info)</span>", teks(klien.get(alamat())))

    def tanda(bagian):
        daun = teks(klien.get(alamat(bagian="bab1.hukum"))).split(f'{alamat(bagian=bagian)}"')[1]
        return re.findall(r">(\d+)<span class=\"tersembunyi\"> (\w+)", daun.split("</a>")[0])

    assert jumlah() == [("2", "galat"), ("2", "peringatan tanpa alasan"), ("1", "info")]
    assert tanda(ISU) == [("1", "peringatan")] and tanda("bab2.pk") == [("1", "galat")]
    hasil = periksa_laporan(laporan)
    beri_alasan(laporan, uji.kunci(hasil, "uji_peringatan", 1), "Sesuai berita acara.", oleh=pemeran.dewi)
    sampai = timezone.localdate() + datetime.timedelta(days=9)
    kecualikan(laporan, uji.kunci(hasil, "uji_ragu"), "Memang sebesar itu.", sampai, oleh=pemeran.eko)
    assert jumlah() == [("1", "galat"), ("1", "peringatan tanpa alasan"), ("1", "info")]
    assert tanda(ISU) == tanda("bab2.pk") == []
    sisi = teks(klien.get(alamat())).split("judul-temuan")[-1]
    assert "Tidak ada yang masih terbuka di sini" in sisi
    assert "Peringatan, beralasan" in sisi and "Alasan: Sesuai berita acara." in sisi
    sisi = teks(klien.get(alamat(bagian="bab2.pk"))).split("judul-temuan")[-1]
    assert f"Dikecualikan sampai {format_tanggal(sampai)}: Memang sebesar itu." in sisi
    TanggapanTemuan.objects.filter(kode="uji_ragu").update(
        berlaku_sampai=timezone.localdate() - datetime.timedelta(days=1)
    )
    assert tanda("bab2.pk") == [("1", "galat")]
    assert "Pengecualian tidak berlaku lagi" in teks(klien.get(alamat(bagian="bab2.pk")))
