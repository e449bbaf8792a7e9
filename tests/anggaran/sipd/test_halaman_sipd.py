"""Pages of SIPD files: from the form to the draft, columns remembered, errors at the field, query counts."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from anggaran.models import DPA, KolomSIPD
from organisasi.models import Jejak, Unggahan
from tests.anggaran.sipd import bahan_sipd as b
from tests.anggaran.sipd.panggung_sipd import MURNI, S1, S2, a, berkas_a, pagu, xlsx
from tests.pelaporan.kantor_uji import TAHUN

pytestmark = pytest.mark.django_db


def klien(orang):
    c = Client()
    c.force_login(orang, backend="django.contrib.auth.backends.ModelBackend")
    return c


def kantor(nama="sipd_unggah"):
    return reverse(nama, args=["alfa", TAHUN])


def isi(jawaban):
    return jawaban.content.decode()


def test_a_file_goes_from_the_form_to_a_draft(panggung):
    c = klien(panggung.p.dewi)
    assert kantor() in isi(c.get(kantor("anggaran")))
    halaman = c.post(kantor(), {"berkas": berkas_a(a(S1, 700), a(S2, "300,50"))}, follow=True)
    u = Unggahan.objects.get()
    pilih = reverse("sipd_pilihan", args=[u.pk])
    assert "Menunggu pilihan Anda" in isi(halaman)
    assert pilih in isi(halaman) and "Lengkapi pilihan" in isi(halaman) and "Terapkan" not in isi(halaman)
    assert "1.000,50" in isi(halaman)
    form = isi(c.get(pilih))
    assert 'value="murni"' in form and "checked" in form
    halaman = c.post(pilih, {"jenis": "murni", "tanggal": "03/01/2023", "nomor": "1/DPA"}, follow=True)
    assert "Terapkan" in isi(halaman) and "Menjadi konsep DPA murni." in isi(halaman)
    halaman = c.post(reverse("unggahan_konfirmasi", args=[u.pk]), follow=True)
    assert "DPA sebagai konsep, 2 baris, Rp1.000,50" in isi(halaman)
    dpa = DPA.objects.get()
    assert (dpa.nomor, str(dpa.tanggal)) == ("1/DPA", "2023-01-03") and sum(pagu(dpa).values()) == 1000.5


def test_what_is_missing_is_said_at_its_field_and_nothing_is_checked(panggung):
    c = klien(panggung.p.dewi)
    assert "Pilih berkasnya dahulu." in isi(c.post(kantor()))
    jawaban = c.post(kantor(), {"berkas": xlsx_nama("pagu.pdf")})
    assert "harus berkas" in isi(jawaban) and not Unggahan.objects.exists()
    u = panggung.muat(berkas_a(a(S1, 700)))
    alamat = reverse("sipd_pilihan", args=[u.pk])
    jawaban = isi(c.post(alamat, {"jenis": "perubahan", "tanggal": "kemarin"}))
    assert "Tulis tanggal, bulan, dan tahun" in jawaban
    jawaban = isi(c.post(alamat, {"jenis": "perubahan"}))
    assert "Tulis alasannya" in jawaban and 'id="id_alasan_error"' in jawaban
    u.refresh_from_db()
    assert u.giliran == 1


def xlsx_nama(nama):
    berkas = berkas_a(a(S1, 1))
    berkas.name = nama
    return berkas


def test_a_column_is_remembered_with_history_and_in_the_log(panggung):
    kepala = ["Kd Subkeg" if k == "KODE SUB KEGIATAN" else k for k in b.KEPALA_A]
    baris = {("Kd Subkeg" if k == "KODE SUB KEGIATAN" else k): v for k, v in a(S1, 700).items()}
    u = panggung.muat(xlsx(b.baris(kepala, baris)))
    c = klien(panggung.p.dewi)
    alamat = reverse("sipd_pilihan", args=[u.pk])
    assert "KD SUBKEG" in isi(c.get(alamat))
    halaman = c.post(alamat, {"kolom_0": "kode_sub_kegiatan"}, follow=True)
    assert "Lengkapi pilihan" in isi(halaman)
    kolom = KolomSIPD.objects.get()
    assert (kolom.judul, kolom.arti, kolom.riwayat.count()) == ("KD SUBKEG", "kode_sub_kegiatan", 1)
    assert Jejak.objects.filter(tindakan="Kolom SIPD dikenali", oleh=panggung.p.dewi).exists()
    u.refresh_from_db()
    assert u.hasil["tata"] == "A" and u.hasil["tanya"] == []


def test_only_who_handed_it_in_chooses(panggung):
    u = panggung.muat(berkas_a(a(S1, 700)))
    alamat = reverse("sipd_pilihan", args=[u.pk])
    for orang in ("ani", "eko", "admin", "budi"):
        assert klien(getattr(panggung.p, orang)).get(alamat).status_code == 404
    assert klien(panggung.p.dewi).get(alamat).status_code == 200


def test_the_admin_loads_one_file_for_all_offices(panggung):
    c = klien(panggung.p.eko)
    alamat = reverse("kabupaten_sipd", args=[TAHUN])
    beta = {"KODE SKPD": "", "NAMA SKPD": "Kecamatan Beta"}
    halaman = isi(c.post(alamat, {"berkas": berkas_a(a(S1, 700), a(S2, 55, **beta))}, follow=True))
    assert "Kecamatan Alfa" in halaman and "Kecamatan Beta" in halaman
    u = Unggahan.objects.get()
    assert (u.perangkat_daerah, u.pemda) == (None, panggung.p.pemda)
    form = isi(c.get(reverse("sipd_pilihan", args=[u.pk])))
    assert 'name="nomor"' not in form  # the number of a DPA is of one office
    halaman = isi(c.post(reverse("sipd_pilihan", args=[u.pk]), {"jenis": "murni"}, follow=True))
    assert "Setiap perangkat daerah diterapkan seluruhnya, atau tidak sama sekali." in halaman
    halaman = isi(c.post(reverse("unggahan_konfirmasi", args=[u.pk]), follow=True))
    assert "Kecamatan Alfa: DPA sebagai konsep" in halaman and DPA.objects.count() == 2


def test_pages_need_the_same_queries_for_any_number_of_rows(panggung):
    c = klien(panggung.p.dewi)
    hitung = []
    for n in (1, 30):
        lain = [a(f"7.01.01.2.01.{i:04d}", i) for i in range(10, 10 + n)]
        u = panggung.muat(berkas_a(a(S1, 1), *lain), {**MURNI, "lewati": True})
        satu = []
        for alamat in (reverse("unggahan", args=[u.pk]), reverse("sipd_pilihan", args=[u.pk]), kantor()):
            with CaptureQueriesContext(connection) as kueri:
                assert c.get(alamat).status_code == 200
            satu.append(len(kueri))
        hitung.append(satu)
    assert hitung[0] == hitung[1] and max(hitung[0]) <= 12
