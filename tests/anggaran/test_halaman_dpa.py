"""Pages of the DPA: who opens what, typed input kept, errors at the cell, constant query count."""

from __future__ import annotations

import datetime
from decimal import Decimal as D

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from anggaran import alur
from anggaran.bahan import kunci_node
from anggaran.models import DPA
from tests.anggaran.test_alur_dpa import TGL, Panggung
from tests.pelaporan.kantor_uji import TAHUN


@pytest.fixture
def panggung(pemeran):
    return Panggung(pemeran)


def url(nama, *lain, slug="alfa"):
    return reverse(nama, args=[slug, TAHUN, *lain])


def kirim(dpa, **isi):
    """Return the POST of the edit page of a draft."""
    return {
        "versi": alur.versi_konsep(dpa),
        "nomor": "2/DPA",
        "tanggal": "2023-10-02",
        "alasan": "P-APBD",
        **isi,
    }


def pagu(dpa):
    return {kunci_node(p): p.nilai for p in dpa.pagu.all()}


def sel(kunci):
    return f"pagu-{kunci[0]}-{kunci[1]}"


LIHAT = {
    "ani": 200,
    "citra": 200,
    "dewi": 200,
    "eko": 200,
    "farid": 200,
    "gani": 200,
    "admin": 200,
    "budi": 404,
}
TULIS = {**LIHAT, "citra": 403, "eko": 403, "farid": 403, "gani": 403}


@pytest.mark.parametrize("nama", LIHAT)
def test_everybody_of_the_office_reads_and_planners_write(panggung, masuk, nama):
    klien = masuk(getattr(panggung.p, nama))
    dpa = panggung.murni()
    konsep = panggung.revisi(dpa)
    for alamat in (
        url("anggaran"), url("dpa_beda"), url("dpa_rinci", dpa.pk), url("dpa_rinci", konsep.pk),
    ):  # fmt: skip
        assert klien.get(alamat).status_code == LIHAT[nama], alamat
    for alamat in (
        url("dpa_revisi", dpa.pk), url("dpa_tetapkan", konsep.pk), url("dpa_hapus", konsep.pk),
    ):  # fmt: skip
        assert klien.get(alamat).status_code == TULIS[nama], alamat
    if TULIS[nama] != 200:
        for alamat in (
            url("dpa_buat"), url("dpa_rinci", konsep.pk), url("dpa_revisi", dpa.pk),
            url("dpa_tetapkan", konsep.pk), url("dpa_hapus", konsep.pk),
        ):  # fmt: skip
            assert klien.post(alamat, kirim(konsep)).status_code == TULIS[nama], alamat
        assert DPA.objects.filter(ditetapkan_pada=None).get() == konsep


def test_a_reader_sees_a_draft_without_inputs(panggung, masuk):
    konsep = panggung.revisi(panggung.murni())
    isi = masuk(panggung.p.citra).get(url("dpa_rinci", konsep.pk)).content.decode()
    assert "<form method" not in isi.split('id="isi"')[1] and "Rp1.000" in isi


def test_another_offices_version_is_not_found_under_ones_own_address(panggung, masuk):
    lain = panggung.p.b.dpa({})
    masuk(panggung.p.dewi)
    klien = masuk(panggung.p.dewi)
    for nama in ("dpa_rinci", "dpa_revisi", "dpa_tetapkan", "dpa_hapus"):
        assert klien.get(url(nama, lain.pk)).status_code == 404
    assert klien.get(url("dpa_beda") + f"?ke={lain.pk}").status_code in (200, 404)
    panggung.revisi(panggung.murni())
    assert klien.get(url("dpa_beda") + f"?ke={lain.pk}").status_code == 404


def test_an_empty_year_offers_one_action(panggung, masuk):
    klien = masuk(panggung.p.dewi)
    isi = klien.get(url("anggaran")).content.decode()
    assert "Belum ada DPA tahun 2023" in isi and isi.count("Buat DPA murni") == 1
    assert "Buat DPA murni" not in masuk(panggung.p.citra).get(url("anggaran")).content.decode()
    klien = masuk(panggung.p.dewi)
    jawaban = klien.post(url("dpa_buat"))
    dpa = DPA.objects.get()
    assert jawaban.url == url("dpa_rinci", dpa.pk)
    assert klien.post(url("dpa_buat")).url == url("anggaran")
    assert DPA.objects.count() == 1


def test_the_year_from_empty_to_a_set_revision(panggung, masuk):
    klien = masuk(panggung.p.dewi)
    klien.post(url("dpa_buat"))
    dpa = DPA.objects.get()
    isi = {sel(panggung.k1): "126.950.500", sel(panggung.k2): "0", sel(panggung.kp): ""}
    jawaban = klien.post(
        url("dpa_rinci", dpa.pk), kirim(dpa, nomor="1/DPA", tanggal="03/01/2023", **isi), follow=True
    )
    assert "2 pagu berubah" in jawaban.content.decode()
    assert pagu(dpa) == {panggung.k1: D(126950500), panggung.k2: D(0)}
    tetapkan = url("dpa_tetapkan", dpa.pk)
    assert "belum berpagu" in klien.get(tetapkan).content.decode()
    jawaban = klien.post(tetapkan, {"jumlah": "126.950.501", "dibaca": "on"})
    assert "selisih Rp1" in jawaban.content.decode()
    jawaban = klien.post(tetapkan, {"jumlah": "126.950.500"})
    assert "Periksa peringatan" in jawaban.content.decode()
    assert klien.post(tetapkan, {"jumlah": "126.950.500", "dibaca": "on"}).url == url("anggaran")
    isi = {"jenis": "perubahan", "nomor": "", "tanggal": "2023-10-02", "alasan": "P-APBD"}
    jawaban = klien.post(url("dpa_revisi", dpa.pk), isi)
    konsep = DPA.objects.get(urutan=1)
    assert jawaban.url == url("dpa_rinci", konsep.pk)
    dpa.refresh_from_db()
    assert dpa.is_ditetapkan and pagu(konsep) == pagu(dpa)


def test_a_double_click_makes_one_revision(panggung, masuk):
    dpa = panggung.murni()
    klien = masuk(panggung.p.dewi)
    klien.get(url("dpa_revisi", dpa.pk))
    isi = {"jenis": "perubahan", "nomor": "", "tanggal": "", "alasan": "x", "kirim_id": "sama"}
    satu, dua = klien.post(url("dpa_revisi", dpa.pk), isi), klien.post(url("dpa_revisi", dpa.pk), isi)
    assert satu.url == dua.url and DPA.objects.count() == 2


def test_a_refused_amount_stays_in_its_field_and_nothing_is_stored(panggung, masuk):
    konsep = panggung.revisi(panggung.murni())
    isi = {sel(panggung.k1): "12.6950.500", sel(panggung.k2): "-5", sel(panggung.kp): "77"}
    jawaban = masuk(panggung.p.dewi).post(url("dpa_rinci", konsep.pk), kirim(konsep, **isi))
    teks = jawaban.content.decode()
    assert jawaban.status_code == 200
    assert 'value="12.6950.500"' in teks and "Maksud Anda 126.950.500?" in teks
    assert "tidak boleh di bawah nol" in teks and 'value="77"' in teks
    assert teks.count('aria-invalid="true"') == 2
    for kunci in (panggung.k1, panggung.k2):
        assert f'href="#{sel(kunci)}"' in teks and f'id="{sel(kunci)}-galat"' in teks
    assert pagu(konsep) == {panggung.k1: D(700), panggung.k2: D(300), panggung.kp: D(0)}


def test_sums_follow_what_was_typed(panggung, masuk):
    konsep = panggung.revisi(panggung.murni())
    isi = {sel(panggung.k1): "900", sel(panggung.k2): "abc"}
    jawaban = masuk(panggung.p.dewi).post(url("dpa_rinci", konsep.pk), kirim(konsep, **isi))
    tabel = jawaban.context["tabel"]
    assert tabel.jumlah == "1.200"  # 900 typed, 300 stored where the typed text is none
    assert next(b.jumlah for b in tabel.baris if b.tingkat == 1) == "1.200"


def test_the_second_to_save_sees_both_and_loses_nothing(panggung, masuk):
    konsep = panggung.revisi(panggung.murni())
    lama = kirim(konsep, **{sel(panggung.k1): "111"})
    panggung.isi(konsep, {panggung.k1: D(222)}, tanggal=TGL(TAHUN, 10, 2))
    klien = masuk(panggung.p.ani)
    jawaban = klien.post(url("dpa_rinci", konsep.pk), lama)
    teks = jawaban.content.decode()
    assert "Dewi Anggraini mengubah konsep ini" in teks
    assert 'value="111"' in teks and "Tersimpan: Rp222" in teks
    assert pagu(konsep)[panggung.k1] == D(222)
    lama["versi"] = jawaban.context["versi_halaman"]
    assert klien.post(url("dpa_rinci", konsep.pk), lama).status_code == 302
    assert pagu(konsep)[panggung.k1] == D(111)


def test_a_ceiling_below_spending_is_named_at_its_cell(panggung, masuk):
    konsep = panggung.revisi(panggung.murni())
    panggung.a.belanja(panggung.s1, {"tw1": 500})
    panggung.isi(konsep, {panggung.k1: D(499)}, tanggal=TGL(TAHUN, 10, 2))
    klien = masuk(panggung.p.dewi)
    kalimat = "agu perubahan Rp499 lebih kecil daripada realisasi Rp500. Periksa salah satunya."
    assert kalimat in klien.get(url("dpa_rinci", konsep.pk)).content.decode()
    isi = klien.get(url("dpa_tetapkan", konsep.pk)).content.decode()
    assert kalimat in isi and "<form" not in isi.split("Yang harus diperbaiki")[1]


def test_a_set_version_refuses_a_post(panggung, masuk):
    dpa = panggung.murni()
    jawaban = masuk(panggung.p.dewi).post(url("dpa_rinci", dpa.pk), kirim(dpa, **{sel(panggung.k1): "1"}))
    assert "sudah ditetapkan" in jawaban.content.decode()
    assert pagu(dpa)[panggung.k1] == D(700)


def test_spending_is_set_against_the_version_in_force(panggung, masuk):
    dpa = panggung.murni()
    panggung.a.belanja(panggung.s1, {"tw1": 200, "tw2": 150})
    panggung.revisi(dpa)  # a draft counts for nothing
    serapan = masuk(panggung.p.citra).get(url("anggaran")).context["serapan"]
    assert [(b.pagu, b.realisasi, b.serapan, b.sisa) for b in serapan.baris] == [
        ("1.000", "350", "35,00%", "650"),
        ("0", "Belum diisi", "Belum diisi", "–"),
    ]
    assert (serapan.jumlah.realisasi, serapan.jumlah.serapan) == ("350", "35,00%")
    assert serapan.baris[0].rincian == "lengkap setahun 0 dari 2 pagu"


def test_the_list_says_what_each_version_changed(panggung, masuk):
    konsep = panggung.revisi(panggung.murni())
    panggung.isi(konsep, {panggung.k1: D(900)}, tanggal=TGL(TAHUN, 10, 2))
    versi = masuk(panggung.p.citra).get(url("anggaran")).context["versi"]
    assert [(v.dpa.nama, v.jumlah, v.selisih, v.kata) for v in versi] == [
        ("DPA Perubahan 1", "1.200", "+200", "Konsep"),
        ("DPA", "1.000", "–", "Berlaku"),
    ]


def test_the_diff_counts_and_marks(panggung, masuk):
    dpa = panggung.murni()
    konsep = panggung.revisi(dpa)
    panggung.isi(konsep, {panggung.k1: D(900), panggung.k2: None}, tanggal=TGL(TAHUN, 10, 2))
    klien = masuk(panggung.p.farid)
    isi = klien.get(url("dpa_beda")).content.decode()
    assert "1 dari 2 pagu berubah. 1 pagu dihapus." in isi
    assert "<del>700</del>" in isi and "<ins>900</ins>" in isi and "+28,57%" in isi and "-10,00%" in isi
    balik = klien.get(url("dpa_beda") + f"?dari={konsep.pk}&ke={dpa.pk}").content.decode()
    assert "1 pagu ditambahkan" in balik and "<ins>700</ins>" in balik


def test_a_diff_without_two_versions_says_so(panggung, masuk):
    assert "Belum ada dua versi" in masuk(panggung.p.dewi).get(url("dpa_beda")).content.decode()


def test_the_diff_shows_only_changes_where_asked(panggung, masuk):
    konsep = panggung.revisi(panggung.murni())
    panggung.isi(konsep, {panggung.k1: D(900)}, tanggal=TGL(TAHUN, 10, 2))
    klien = masuk(panggung.p.citra)
    semua, hanya = (klien.get(url("dpa_beda") + k).context["baris"] for k in ("", "?hanya=berubah"))
    assert len(semua) == 5 and [b.tingkat for b in hanya] == [1, 2, 3]


def test_a_draft_is_deleted_after_one_question(panggung, masuk):
    konsep = panggung.revisi(panggung.murni())
    klien = masuk(panggung.p.dewi)
    assert "jumlahnya Rp1.000" in klien.get(url("dpa_hapus", konsep.pk)).content.decode()
    assert DPA.objects.count() == 2
    assert klien.post(url("dpa_hapus", konsep.pk)).url == url("anggaran")
    assert DPA.objects.count() == 1


def test_pages_need_the_same_queries_for_any_size(panggung, masuk):
    konsep = panggung.revisi(panggung.murni())
    klien = masuk(panggung.p.dewi)
    semua = [url("anggaran"), url("dpa_rinci", konsep.pk), url("dpa_beda"), url("dpa_tetapkan", konsep.pk)]

    def hitung():
        hasil = []
        for alamat in semua:
            klien.get(alamat)
            with CaptureQueriesContext(
                connection,
            ) as kueri:
                assert klien.get(alamat).status_code == 200
            hasil.append(len(kueri))
        return hasil

    sebelum = hitung()
    for n in range(10, 18):
        program = panggung.a.program(f"7.01.{n}", {panggung.a.sasaran: 1})
        s = panggung.a.sub_kegiatan(program, f"7.01.{n}.2.01.0001")
        panggung.a.belanja(s, {"tw1": 1})
        panggung.isi(konsep, {(3, s.pk): D(n)}, tanggal=datetime.date(TAHUN, 10, 2))
    assert hitung() == sebelum
    assert max(sebelum) < 25
