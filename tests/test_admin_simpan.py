"""Saving in the admin: once, never over somebody else's work, and with numbers that were looked at."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal as D

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import connection, connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from anggaran.models import DPA, PaguAnggaran
from kinerja.models import PerjanjianKinerja, TargetPK, TargetRKT
from organisasi.models import PerangkatDaerah
from pelaporan.models import Narasi
from renstra.models import Sasaran, Tujuan
from sakip.umum.admin_formulir import tanpa_yang_hilang
from sakip.umum.riwayat import versi_terakhir
from tests.bahan_admin import alamat, baris, isian, teks
from tests.pelaporan.kantor_uji import TAHUN, rapi

pytestmark = pytest.mark.django_db


def galat_medan(jawaban, nama):
    """Return what stands at a field."""
    return " ".join(jawaban.context["adminform"].form.errors.get(nama, []))


# Two people on one record -----------------------------------------------------------------------


def ubah_sebagai(client_lain, objek, **isi):
    """Save a record as somebody else, from a page of their own."""
    url = alamat(type(objek), "change", objek.pk)
    jawaban = client_lain.post(url, isian(client_lain.get(url)) | isi)
    assert jawaban.status_code == 302, " ".join(teks(jawaban).split())[:900]


@pytest.fixture
def ani(pemeran):
    client = Client()
    client.force_login(pemeran.ani, backend="django.contrib.auth.backends.ModelBackend")
    return client


def test_a_page_carries_the_newest_history_of_the_record_and_of_its_rows(pemeran, masuk):
    k = pemeran.a
    pk = k.pk({k.indikator("skm"): "80"})
    isi = isian(masuk(pemeran.dewi).get(alamat(PerjanjianKinerja, "change", pk.pk)))
    target = pk.target.get()
    assert isi["versi_halaman"] == (
        f"perjanjiankinerja:{versi_terakhir(pk)} targetpk:{versi_terakhir(target)}"
    )


def test_the_second_save_of_a_target_sees_both_values_and_writes_nothing(pemeran, masuk, ani):
    k = pemeran.a
    target = rapi(TargetRKT(indikator=k.indikator("skm"), tahun=TAHUN, nilai=D(80)))
    tamu = masuk(pemeran.dewi)
    url = alamat(TargetRKT, "change", target.pk)
    halaman = isian(tamu.get(url))
    ubah_sebagai(ani, target, nilai="82,5")

    jawaban = tamu.post(url, halaman | {"nilai": "85"})
    assert jawaban.status_code == 200
    target.refresh_from_db()
    assert target.nilai == D("82.5")
    galat = galat_medan(jawaban, "nilai")
    assert "Nilai sekarang: 82,5 (Ani Rahmawati, " in galat and "Isian Anda: 85." in galat
    assert "Belum tersimpan: data ini diubah orang lain sejak halaman ini dibuka." in teks(jawaban)
    assert "nilai: 80 menjadi 82,5 (Ani Rahmawati" in teks(jawaban)
    assert isian(jawaban)["nilai"] == "85"

    # Saving again from that page is a decision.
    assert tamu.post(url, isian(jawaban)).status_code == 302
    target.refresh_from_db()
    assert target.nilai == D(85)


def test_a_third_change_on_the_conflict_page_is_seen_too(pemeran, masuk, ani):
    target = rapi(TargetRKT(indikator=pemeran.a.indikator("skm"), tahun=TAHUN, nilai=D(80)))
    tamu = masuk(pemeran.dewi)
    url = alamat(TargetRKT, "change", target.pk)
    halaman = isian(tamu.get(url))
    ubah_sebagai(ani, target, nilai="82")
    kedua = tamu.post(url, halaman | {"nilai": "85"})
    ubah_sebagai(ani, target, nilai="83")
    jawaban = tamu.post(url, isian(kedua))
    assert jawaban.status_code == 200 and "Nilai sekarang: 83 (Ani" in galat_medan(jawaban, "nilai")


def test_a_refused_number_does_not_hide_what_others_wrote(pemeran, masuk, ani):
    target = rapi(TargetRKT(indikator=pemeran.a.indikator("skm"), tahun=TAHUN, nilai=D(80)))
    tamu = masuk(pemeran.dewi)
    url = alamat(TargetRKT, "change", target.pk)
    salah = tamu.post(url, isian(tamu.get(url)) | {"nilai": "8.5"})
    ubah_sebagai(ani, target, nilai="82")
    jawaban = tamu.post(url, isian(salah) | {"nilai": "8,5"})
    assert "Nilai sekarang: 82 (Ani" in galat_medan(jawaban, "nilai")


def test_narrative_shows_both_texts(pemeran, masuk, ani):
    bagian = Narasi._meta.get_field("bagian").flatchoices[0][0]
    narasi = rapi(Narasi(laporan=pemeran.a.laporan, bagian=bagian, isi="awal"))
    tamu = masuk(pemeran.dewi)
    url = alamat(Narasi, "change", narasi.pk)
    halaman = isian(tamu.get(url))
    ubah_sebagai(ani, narasi, isi="tulisan Ani")
    jawaban = tamu.post(url, halaman | {"isi": "tulisan Dewi"})
    assert "Nilai sekarang: tulisan Ani" in galat_medan(jawaban, "isi")
    assert isian(jawaban)["isi"] == "tulisan Dewi"


def test_rows_inside_a_form_are_watched_too(pemeran, masuk, ani):
    k = pemeran.a
    satu, dua = k.indikator("satu"), k.indikator("dua")
    pk = k.pk({satu: "80", dua: "90"})
    tamu = masuk(pemeran.dewi)
    url = alamat(PerjanjianKinerja, "change", pk.pk)
    halaman = isian(tamu.get(url))
    target = pk.target.get(indikator=satu)
    ubah_sebagai(ani, target, nilai="81")
    kedua = halaman | {"target-0-nilai": "85"}
    jawaban = tamu.post(url, kedua)
    assert jawaban.status_code == 200
    form = jawaban.context["inline_admin_formsets"][0].formset.forms[0]
    assert "Nilai sekarang: 81 (Ani Rahmawati" in form.errors["nilai"][0]
    assert "Target PK: Indikator satu, nilai: 80 menjadi 81 (Ani" in teks(jawaban)
    assert set(TargetPK.objects.values_list("nilai", flat=True)) == {D(81), D(90)}
    assert tamu.post(url, isian(jawaban)).status_code == 302
    assert set(TargetPK.objects.values_list("nilai", flat=True)) == {D(85), D(90)}


def test_a_row_that_was_deleted_meanwhile_keeps_what_was_typed(pemeran, masuk, ani):
    k = pemeran.a
    satu, dua = k.indikator("satu"), k.indikator("dua")
    pk = k.pk({satu: "80", dua: "90"})
    tamu = masuk(pemeran.dewi)
    url = alamat(PerjanjianKinerja, "change", pk.pk)
    halaman = isian(tamu.get(url))
    hapus = alamat(TargetPK, "delete", pk.target.get(indikator=satu).pk)
    assert ani.post(hapus, {"post": "yes"}).status_code == 302
    jawaban = tamu.post(url, halaman | {"target-0-nilai": "85"})
    assert "Target PK: Indikator satu: dihapus (Ani Rahmawati" in teks(jawaban)
    assert isian(jawaban)["target-INITIAL_FORMS"] == "1"
    assert tamu.post(url, isian(jawaban)).status_code == 302
    assert set(TargetPK.objects.values_list("indikator__kode", "nilai")) == {("satu", D(85)), ("dua", D(90))}


def test_other_records_are_refused_with_who_and_when(pemeran, masuk, ani):
    tujuan = pemeran.a.tujuan
    tamu = masuk(pemeran.dewi)
    url = alamat(Tujuan, "change", tujuan.pk)
    halaman = isian(tamu.get(url))
    sasaran = rapi(Sasaran(renstra=pemeran.a.renstra, tujuan=tujuan, urutan=9, uraian="baru"))
    ubah_sebagai(ani, sasaran, uraian="baru sekali")
    jawaban = tamu.post(url, halaman | {"uraian": "tujuan Dewi"})
    assert jawaban.status_code == 200 and "Ani Rahmawati" in teks(jawaban)
    tujuan.refresh_from_db()
    assert tujuan.uraian == "Tujuan satu"
    assert isian(jawaban)["uraian"] == "tujuan Dewi"


def test_my_own_second_window_is_called_my_own(pemeran, masuk):
    tamu = masuk(pemeran.dewi)
    url = alamat(Tujuan, "change", pemeran.a.tujuan.pk)
    pertama, kedua = isian(tamu.get(url)), isian(tamu.get(url))
    assert tamu.post(url, pertama | {"uraian": "satu"}).status_code == 302
    jawaban = tamu.post(url, kedua | {"uraian": "dua"})
    assert "data ini Anda ubah dari halaman lain" in teks(jawaban)


def test_saving_without_a_change_disturbs_nobody(pemeran, masuk, ani):
    tujuan = pemeran.a.tujuan
    tamu = masuk(pemeran.dewi)
    url = alamat(Tujuan, "change", tujuan.pk)
    halaman = isian(tamu.get(url))
    dahulu = versi_terakhir(tujuan)
    ubah_sebagai(ani, tujuan)
    assert versi_terakhir(tujuan) == dahulu
    assert tamu.post(url, halaman | {"uraian": "dua"}).status_code == 302


def test_a_change_page_costs_the_same_for_any_length_of_history(pemeran, masuk):
    target = rapi(TargetRKT(indikator=pemeran.a.indikator("skm"), tahun=TAHUN, nilai=D(80)))
    tamu = masuk(pemeran.dewi)
    url = alamat(TargetRKT, "change", target.pk)
    tamu.get(url)
    with CaptureQueriesContext(connection) as sedikit:
        tamu.get(url)
    for n in range(20):
        target.nilai = D(n)
        target.save()
    with CaptureQueriesContext(connection) as banyak:
        tamu.get(url)
    assert len(banyak) == len(sedikit)


def test_vanished_rows_come_back_as_new_ones():
    from django.http import QueryDict

    data = QueryDict(mutable=True)
    data.update(baris("t", {"id": "1", "n": "a"}, {"id": "2", "n": "b"}, {"id": "", "n": "c"}, awal=2))
    assert tanpa_yang_hilang(data, "t", {"1", "2"}) is data
    hasil = tanpa_yang_hilang(data, "t", {"2"})
    assert (hasil["t-INITIAL_FORMS"], hasil["t-TOTAL_FORMS"]) == ("1", 3)
    assert [(hasil[f"t-{n}-id"], hasil[f"t-{n}-n"]) for n in range(3)] == [("2", "b"), ("", "a"), ("", "c")]


# A form counts once -----------------------------------------------------------------------------


def test_a_double_click_makes_one_row(pemeran, masuk):
    k = pemeran.a
    tamu = masuk(pemeran.dewi)
    url = alamat(Tujuan, "add")
    isi = isian(tamu.get(url)) | {"renstra": k.renstra.pk, "urutan": "7", "uraian": "tujuan baru"}
    assert re.fullmatch(r"[\w-]{16}", isi["kirim_id"])
    pertama, kedua = tamu.post(url, isi), tamu.post(url, isi)
    assert (pertama.status_code, kedua.status_code) == (302, 302)
    assert pertama.url == kedua.url
    assert Tujuan.objects.filter(uraian="tujuan baru").count() == 1
    assert tamu.get(url).context["kirim_id"] != isi["kirim_id"]


@pytest.mark.postgres
@pytest.mark.skipif(connection.vendor == "sqlite", reason="the test database in memory locks its tables")
@pytest.mark.django_db(transaction=True)
def test_four_clicks_at_the_same_moment_make_one_row(pemeran, masuk):
    """The second request waits for the first one and finds its answer (sakip.umum.sekali)."""
    tamu = masuk(pemeran.dewi)
    url = alamat(Tujuan, "add")
    isi = isian(tamu.get(url)) | {"renstra": pemeran.a.renstra.pk, "urutan": "7", "uraian": "bersamaan"}
    kue = tamu.cookies[settings.SESSION_COOKIE_NAME].value

    def kirim(_):
        lain = Client()
        lain.cookies[settings.SESSION_COOKIE_NAME] = kue
        try:
            jawaban = lain.post(url, isi)
            return jawaban.status_code, jawaban.get("Location")
        finally:
            connections.close_all()

    with ThreadPoolExecutor(4) as kolam:
        hasil = set(kolam.map(kirim, range(4)))
    assert hasil == {(302, alamat(Tujuan, "changelist"))}
    assert Tujuan.objects.filter(uraian="bersamaan").count() == 1


def test_a_double_click_on_a_change_is_no_conflict(pemeran, masuk):
    tamu = masuk(pemeran.dewi)
    url = alamat(Tujuan, "change", pemeran.a.tujuan.pk)
    isi = isian(tamu.get(url)) | {"uraian": "sekali", "_continue": "1"}
    assert [tamu.post(url, isi).url for _ in range(2)] == [url, url]
    assert pemeran.a.tujuan.riwayat.filter(uraian="sekali").count() == 1


def test_a_double_click_in_a_popup_gives_the_same_answer(pemeran, masuk):
    tamu = masuk(pemeran.dewi)
    url = f"{alamat(Tujuan, 'add')}?_popup=1"
    isi = isian(tamu.get(url)) | {"renstra": pemeran.a.renstra.pk, "urutan": "7", "uraian": "baru"}
    pertama, kedua = tamu.post(url, isi), tamu.post(url, isi)
    data = [j.context_data["popup_response_data"] for j in (pertama, kedua)]
    assert data[0] == data[1] and "popup_response" in kedua.content.decode()
    assert Tujuan.objects.filter(uraian="baru").count() == 1


def test_a_refused_form_may_be_sent_again(pemeran, masuk):
    tamu = masuk(pemeran.dewi)
    url = alamat(Tujuan, "add")
    isi = isian(tamu.get(url)) | {"renstra": pemeran.a.renstra.pk, "urutan": "7"}
    salah = tamu.post(url, isi)
    assert salah.status_code == 200 and salah.context["kirim_id"] == isi["kirim_id"]
    assert tamu.post(url, isi | {"uraian": "baru"}).status_code == 302


def test_the_session_forgets_old_answers(pemeran, masuk):
    from sakip.umum.sekali import KUNCI_SESI, PALING_BANYAK

    tamu = masuk(pemeran.dewi)
    url = alamat(Tujuan, "change", pemeran.a.tujuan.pk)
    for n in range(PALING_BANYAK + 3):
        tamu.post(url, isian(tamu.get(url)) | {"uraian": f"tujuan {n}"})
    sesi = Session.objects.get(session_key=tamu.session.session_key).get_decoded()
    assert len(sesi[KUNCI_SESI]) == PALING_BANYAK


# Numbers ----------------------------------------------------------------------------------------


def test_the_accepted_number_is_shown_back(pemeran, masuk):
    k = pemeran.a
    p = k.program("7.01.01")
    isi = {"dpa": k.dpa({}).pk, "program": p.pk, "nilai": "126950500,5"}
    jawaban = masuk(pemeran.dewi).post(alamat(PaguAnggaran, "add"), isi, follow=True)
    assert "Angka tersimpan: pagu Rp126.950.500,50." in teks(jawaban)
    assert (
        f'<a href="{alamat(PaguAnggaran, "change", PaguAnggaran.objects.get().pk)}">'
        in jawaban.content.decode()
    )
    assert "data-tersimpan>" in jawaban.content.decode()


def test_a_rupiah_amount_in_an_index_is_refused_at_its_field(pemeran, masuk):
    i = pemeran.a.indikator("skm")
    isi = {"indikator": i.pk, "tahun": TAHUN, "nilai": "14.671.200"}
    jawaban = masuk(pemeran.dewi).post(alamat(TargetRKT, "add"), isi)
    assert "tampaknya nilai rupiah" in galat_medan(jawaban, "nilai")
    assert isian(jawaban)["nilai"] == "14.671.200"


def test_a_percent_over_100_is_asked_once(pemeran, masuk):
    i = pemeran.a.indikator("serapan", jenis="persen", satuan=pemeran.a.persen)
    tamu = masuk(pemeran.dewi)
    isi = {"indikator": i.pk, "tahun": TAHUN, "nilai": "135,5"}
    url = alamat(TargetRKT, "add")
    jawaban = tamu.post(url, isi)
    assert "di atas 100%. Benar?" in teks(jawaban) and not TargetRKT.objects.exists()
    kotak = re.search(
        r'<input type="checkbox" name="(yakin_nilai)" value="([^"]+)">', jawaban.content.decode()
    )
    assert kotak[2] == "135,5"
    # The tick is for this very value.
    jawaban = tamu.post(url, isi | {"yakin_nilai": "135,5", "nilai": "1355"})
    assert jawaban.status_code == 200
    assert tamu.post(url, isi | {"yakin_nilai": "135,5"}).status_code == 302
    assert TargetRKT.objects.get().nilai == D("135.5")


def test_a_row_inside_a_form_is_checked_against_its_year(pemeran, masuk):
    k = pemeran.a
    i = k.indikator("serapan", jenis="persen", satuan=k.persen)
    kepala = {
        "jabatan": k.jabatan.pk, "tahun": "2023", "revisi": "0", "tanggal": "20-01-2023",
        "pihak_pertama": k.camat.pk, "pihak_kedua": k.bupati.pk,
    }  # fmt: skip
    url = alamat(PerjanjianKinerja, "add")
    tamu = masuk(pemeran.dewi)
    isi = kepala | baris("target", {"urutan": "1", "indikator": i.pk, "nilai": "126.950.500"})
    assert "tampaknya nilai rupiah" in teks(tamu.post(url, isi))
    isi = kepala | baris("target", {"urutan": "1", "indikator": i.pk, "nilai": "120"})
    assert "di atas 100%" in teks(tamu.post(url, isi))
    assert tamu.post(url, isi | {"target-0-yakin_nilai": "120"}).status_code == 302


def test_a_tiny_ceiling_is_asked_once_and_zero_is_not(pemeran, masuk):
    k = pemeran.a
    p = k.program("7.01.01")
    isi = {"dpa": k.dpa({}).pk, "program": p.pk, "nilai": "126"}
    tamu = masuk(pemeran.dewi)
    assert "kurang dari seribu rupiah" in teks(tamu.post(alamat(PaguAnggaran, "add"), isi))
    assert "tidak boleh di bawah nol" in teks(tamu.post(alamat(PaguAnggaran, "add"), isi | {"nilai": "-5"}))
    assert tamu.post(alamat(PaguAnggaran, "add"), isi | {"nilai": "0"}).status_code == 302


def test_totals_follow_the_filter(pemeran, masuk):
    k = pemeran.a
    p, q = k.program("7.01.01"), k.program("7.01.02")
    k.dpa({p: "9999999999999.25", q: "0.5"})
    k.dpa({p: "7"}, urutan=1, jenis="perubahan")
    tamu = masuk(pemeran.dewi)
    jawaban = tamu.get(alamat(PaguAnggaran, "changelist"))
    assert [(j.judul, j.banyak, j.nilai) for j in jawaban.context["jumlah"]] == [
        ("DPA Murni 2023", 2, "Rp9.999.999.999.999,75"),
        ("DPA Perubahan 1 2023", 1, "Rp7"),
    ]
    jawaban = tamu.get(f"{alamat(PaguAnggaran, 'changelist')}?q=7.01.02")
    assert [j.nilai for j in jawaban.context["jumlah"]] == ["Rp0,50"]
    jawaban = tamu.get(alamat(DPA, "changelist"))
    assert [j.nilai for j in jawaban.context["jumlah"]] == ["Rp9.999.999.999.999,75", "Rp7"]
    assert tamu.get(alamat(PerangkatDaerah, "changelist")).context["jumlah"] == []


def test_an_american_date_is_not_guessed(pemeran, masuk):
    k = pemeran.a
    isi = {"perangkat_daerah": k.kantor.pk, "tahun": "2023", "urutan": "0", "jenis": "murni", "ke": "0"}
    isi |= baris("pagu") | {"tanggal": "02/13/2023"}
    jawaban = masuk(pemeran.dewi).post(alamat(DPA, "add"), isi)
    assert galat_medan(jawaban, "tanggal") and isian(jawaban)["tanggal"] == "02/13/2023"
