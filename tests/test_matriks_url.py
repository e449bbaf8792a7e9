"""Every URL, every method, every role: one matrix. A URL that is missing from it fails.

The letters say what a person gets: ``v`` 200, ``r`` a redirect after a form (302), ``x`` 403, ``-`` 404,
``l`` sent to log in (302 to the login), ``m`` method not allowed (405), ``b`` 400 (a form shown again),
``s`` 503: the page would make a PDF in a child process, which does not see the test's database.
"""

from __future__ import annotations

import re
import subprocess

import pytest
from django.urls import get_resolver

from tests.matriks import ORANG, Dunia, minta, semua_url

pytestmark = pytest.mark.django_db


PK = {  # which object an address names; without an entry there is none
    "target_tujuan": "tujuan", "target_sasaran": "sasaran", "definisi_indikator": "indikator",
    "baris_kinerja": "indikator", "bukti_unggah": "indikator", "bukti_unduh": "bukti",
    "pk_rincian": "pk", "pk_ubah": "konsep", "pk_tetapkan": "konsep", "pk_revisi": "pk", "pk_hapus": "konsep",
    "pk_beda_pilih": "konsep", "pk_beda": "pk", "pk_turunan": "pk", "rencana_aksi": "konsep",
    "dpa_rinci": "konsep_dpa", "dpa_revisi": "dpa", "dpa_tetapkan": "konsep_dpa", "dpa_hapus": "konsep_dpa",
    "unggahan": "unggahan", "unggahan_kemajuan": "unggahan", "unggahan_berkas": "unggahan",
    "unggahan_hasil": "unggahan", "unggahan_konfirmasi": "unggahan", "unggahan_periksa": "unggahan",
    "unggahan_batal": "unggahan", "sipd_pilihan": "sipd", "kabupaten_akun_satu": "orang", "dokumen_pk": "pk",
    "dokumen_rencana_aksi": "pk",
}  # fmt: skip
LAIN = {"jenis": "iku", "nomor": "3.2", "bagian": "bab1.isu"}


def alamat(dunia: Dunia, nama: str, jalur: str) -> str:
    """Fill the pattern of a URL."""

    def isi(m: re.Match[str]) -> str:
        kunci = m[2]
        if kunci == "pk":
            return str(dunia.isi["pk"][PK[nama]])
        if kunci == "pk2":
            return str(dunia.isi["pk"]["konsep"])
        return str({**dunia.isi, **LAIN}[kunci])

    akhir = f"?terhadap={dunia.ukur.pk.pk}" if nama == "pk_beda_pilih" else ""
    return "/" + re.sub(r"<(\w+):(\w+)>", isi, jalur) + akhir


DATA: dict[str, dict[str, str]] = {
    "langkah": {"aksi": "kirim", "catatan": "menyusul"},
    "temuan": {"tindakan": "alasan"},
}
# name, what GET gives, what POST gives, in the order of ORANG:
# anonim, asing (no task), ani (staf and penyusun of A), gani (staf of A), budi (staf of B), dewi (verifikator
# of A), citra (camat of A), farid (inspektorat), eko (admin kabupaten), admin (superuser)
MATRIKS = (
    ("masuk", "vrrrrrrrrr", "vrrrrrrrrr"),
    ("keluar", "lmmmmmmmmm", "llllllllll"),
    ("akun", "lvvvvvvvvv", "lmmmmmmmmm"),
    ("akun_sandi", "lvvvvvvvvv", "lvvvvvvvvv"),
    ("akun_keluar_semua", "lmmmmmmmmm", "llllllllll"),
    ("akun_verifikasi", "lrrrrrrrrr", "lrrrrrrrrr"),
    ("akun_dua_langkah", "lvvvvvvvvv", "lvvvvvvvvv"),
    ("akun_dua_langkah_mulai", "lmmmmmmmmm", "lrrrrrrrrr"),
    ("akun_kode_cadangan", "lrrrrrrrrr", "lrrrrrrrrr"),
    ("akun_dua_langkah_matikan", "lrrrrrrrrr", "lrrrrrrrrr"),
    ("perencanaan", "llvv-vvvvv", "llmmmmmmmm"),
    ("target_tujuan", "llvv-vvvvv", "llrx-rxxxr"),
    ("target_sasaran", "llvv-vvvvv", "llrx-rxxxr"),
    ("definisi_indikator", "llvv-vvvvv", "llvx-vxxxv"),
    ("tambah_program", "llvx-vxxxv", "llvx-vxxxv"),
    ("perjanjian", "llvv-vvvvv", "llmmmmmmmm"),
    ("pk_buat", "llvx-vxxxv", "llvx-vxxxv"),
    ("pk_rincian", "llvv-vvvvv", "llmmmmmmmm"),
    ("pk_ubah", "llvx-vxxxv", "llbx-bxxxb"),
    ("pk_tetapkan", "llvx-vxxxv", "llbx-bxxxb"),
    ("pk_revisi", "llvx-vxxxv", "llbx-bxxxb"),
    ("pk_hapus", "llvx-vxxxv", "llrx-rxxxr"),
    ("pk_beda_pilih", "llrr-rrrrr", "llmmmmmmmm"),
    ("pk_beda", "llvv-vvvvv", "llmmmmmmmm"),
    ("pk_turunan", "llvv-vvvvv", "llrx-rxxxr"),
    ("rencana_aksi", "llvv-vvvvv", "llrx-rxxxr"),
    ("anggaran", "llvv-vvvvv", "llmmmmmmmm"),
    ("dpa_buat", "llmmmmmmmm", "llrx-rxxxr"),
    ("dpa_beda", "llvv-vvvvv", "llmmmmmmmm"),
    ("dpa_rinci", "llvv-vvvvv", "llvx-vxxxv"),
    ("dpa_revisi", "llvx-vxxxv", "llvx-vxxxv"),
    ("dpa_tetapkan", "llvx-vxxxv", "llvx-vxxxv"),
    ("dpa_hapus", "llvx-vxxxv", "llrx-rxxxr"),
    ("pengukuran", "llvv-vvvvv", "llmmmmmmmm"),
    ("setujui_banyak", "llmmmmmmmm", "llxx-xrxxr"),
    ("bukti_unduh", "llvv-vvvvv", "llmmmmmmmm"),
    ("kisi_kinerja", "llvv-vvvvv", "llrr-rrxxr"),
    ("kisi_anggaran", "llvv-vvvvv", "llrr-rrxxr"),
    ("baris_kinerja", "llvv-vvvvv", "llrr-rrxxr"),
    ("bukti_unggah", "llmmmmmmmm", "llrr-rrxxr"),
    ("unit_triwulan", "llvv-vvvvv", "llmmmmmmmm"),
    ("langkah", "llmmmmmmmm", "llrx-rrxxr"),
    ("beranda_kantor", "llvv-vvvvv", "llmmmmmmmm"),
    ("kalender", "llvv-vvvvv", "llmmmmmmmm"),
    ("buku_kerja", "llvv-vvvvv", "llvv-vvxvv"),
    ("buku_kerja_unduh", "llvv-vvvvv", "llmmmmmmmm"),
    ("ganti_tahun", "llvv-vvvvv", "llmmmmmmmm"),
    ("pelaporan", "llvv-vvvvv", "llmmmmmmmm"),
    ("ruang", "llrr-rrrrr", "llmmmmmmmm"),
    ("ruang_bagian", "llvv-vvvvv", "llmmmmmmmm"),
    ("ruang_simpan", "llmmmmmmmm", "llrx-rxxxr"),
    ("ruang_pratinjau", "llmmmmmmmm", "llvx-vxxxv"),
    ("ruang_tawarkan", "llmmmmmmmm", "llrx-rxxxr"),
    ("ruang_terima", "llmmmmmmmm", "llrx-rxxxr"),
    ("ruang_riwayat", "llvv-vvvvv", "llmmmmmmmm"),
    ("ruang_perubahan", "llvv-vvvvv", "llmmmmmmmm"),
    ("ruang_potret", "llmmmmmmmm", "llrx-rxxxr"),
    ("dokumen", "llvv-vvvvv", "llmmmmmmmm"),
    ("dokumen_pk", "llss-sssss", "llmmmmmmmm"),
    ("dokumen_rencana_aksi", "llss-sssss", "llmmmmmmmm"),
    ("dokumen_triwulan", "llss-sssss", "llmmmmmmmm"),
    ("dokumen_pdf", "llss-sssss", "llmmmmmmmm"),
    ("kesiapan", "llvv-vvvvv", "llbx-bbxxb"),
    ("temuan", "llvv-vvvvv", "llbx-bbxxb"),
    ("kesiapan_unduh", "llvv-vvvvv", "llmmmmmmmm"),
    ("tahun_baru", "llvx-vxxvv", "llrx-rxxrr"),
    ("unggahan_daftar", "llvvvvvvvv", "llmmmmmmmm"),
    ("unggahan", "llv-----vv", "llmmmmmmmm"),
    ("unggahan_kemajuan", "llv-----vv", "llmmmmmmmm"),
    ("unggahan_berkas", "llv-----vv", "llmmmmmmmm"),
    ("unggahan_hasil", "llv-----vv", "llmmmmmmmm"),
    ("unggahan_konfirmasi", "llmmmmmmmm", "llr-----xx"),
    ("unggahan_periksa", "llmmmmmmmm", "llr-----xx"),
    ("unggahan_batal", "llmmmmmmmm", "llr-----xx"),
    ("sipd_unggah", "llvx-vxxvv", "llvx-vxxvv"),
    ("sipd_pilihan", "llv-------", "llv-------"),
    ("kabupaten_sipd", "llxxxxxxvv", "llxxxxxxvv"),
    ("kabupaten", "llxxxxxvvv", "llmmmmmmmm"),
    ("kabupaten_rekap", "llxxxxxvvv", "llmmmmmmmm"),
    ("kabupaten_jendela", "llxxxxxxvv", "llxxxxxxvv"),
    ("kabupaten_tahun_baru", "llxxxxxxvv", "llxxxxxxvv"),
    ("kabupaten_buku_kerja", "llxxxxxxvv", "llxxxxxxvv"),
    ("kabupaten_buku_kerja_unduh", "llxxxxxxvv", "llmmmmmmmm"),
    ("kabupaten_akun", "llxxxxxxvv", "llmmmmmmmm"),
    ("kabupaten_akun_tambah", "llxxxxxxvv", "llxxxxxxvv"),
    ("kabupaten_akun_massal", "llxxxxxxvv", "llxxxxxxvv"),
    ("kabupaten_akun_satu", "llxxxxxxvv", "llxxxxxx--"),
    ("beranda", "llrrrrrrrr", "llmmmmmmmm"),
    ("daftar_laporan", "llvvvvvvvv", "llmmmmmmmm"),
    ("laporan", "llvv-vvvvv", "llmmmmmmmm"),
    ("laporan_pdf", "llss-sssss", "llmmmmmmmm"),
    ("laporan_json", "llvv-vvvvv", "llmmmmmmmm"),
    ("laporan_tabel", "llvv-vvvvv", "llmmmmmmmm"),
    ("laporan_tabel_satu", "llvv-vvvvv", "llmmmmmmmm"),
    ("berkas", "llvv-vvvvv", "llmmmmmmmm"),
)


def tanpa_anak(perintah, **isi):
    raise subprocess.TimeoutExpired(perintah, 1)


@pytest.mark.parametrize(("nama", "dapat", "kirim"), MATRIKS, ids=[m[0] for m in MATRIKS])
def test_what_each_person_gets(dunia, nama, dapat, kirim, monkeypatch, penangan_uji):
    monkeypatch.setattr(subprocess, "run", tanpa_anak)
    jalur = dict(semua_url(get_resolver()))[nama]
    a = alamat(dunia, nama, jalur)
    assert "".join(minta(dunia, o, a, "get") for o in ORANG) == dapat
    assert "".join(minta(dunia, o, a, "post", DATA.get(nama)) for o in ORANG) == kirim


def test_every_url_stands_in_the_matrix():
    assert {n for n, _ in semua_url(get_resolver())} == {m[0] for m in MATRIKS}


def test_nothing_but_the_login_opens_without_one():
    terbuka = {nama for nama, dapat, kirim in MATRIKS if dapat[0] != "l" or kirim[0] != "l"}
    assert terbuka == {"masuk"}


def test_another_offices_pages_do_not_exist():
    """Budi works at office B; only pages that name no office answer him otherwise."""
    for nama, jalur in semua_url(get_resolver()):
        if "<slug:slug>" in jalur:
            _, dapat, kirim = next(m for m in MATRIKS if m[0] == nama)
            assert dapat[4] in "-m" and kirim[4] in "-m", nama
