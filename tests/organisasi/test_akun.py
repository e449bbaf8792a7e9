"""The account page, first passwords, and ending all sessions."""

from __future__ import annotations

import datetime
import re

import pytest
from axes.models import AccessAttempt
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from organisasi import akun
from organisasi.models import Jejak, PemerintahDaerah, Pengguna
from organisasi.pilihan import Peran
from tests.pelaporan.kantor_uji import rapi
from tests.pemeran import SANDI

pytestmark = pytest.mark.django_db
BARU = "payung-sungai-lonceng"
SANDI_URL = "/akun/sandi/"


def masuk_sungguhan(nama, sandi=SANDI):
    """Return a client that logged in through the page."""
    klien = Client()
    assert klien.post("/masuk/", {"username": nama, "password": sandi}).status_code == 302
    return klien


def isi_sandi(lama=SANDI, baru=BARU, ulang=None, **lain):
    return {"old_password": lama, "new_password1": baru, "new_password2": ulang or baru, **lain}


@pytest.fixture
def pemula(pemeran):
    """Ani with a first password that she must replace."""
    pemeran.ani.harus_ganti_sandi = True
    pemeran.ani.save()
    return pemeran


# The page ---------------------------------------------------------------------------------------------


def test_the_page_names_the_person_and_the_tasks_of_today(masuk, pemeran):
    hari = timezone.localdate()
    pemeran.tugas(
        pemeran.ani, Peran.VERIFIKATOR, pemeran.b, mulai=hari, sampai=hari + datetime.timedelta(days=400)
    )
    pemeran.tugas(
        pemeran.ani, Peran.CAMAT, pemeran.a, mulai=datetime.date(2020, 1, 1), sampai=datetime.date(2021, 1, 1)
    )
    pemeran.tugas(pemeran.ani, Peran.CAMAT, pemeran.b, mulai=hari + datetime.timedelta(days=1))
    isi = masuk(pemeran.ani).get("/akun/").content.decode()
    for kata in (
        "Ani Rahmawati",
        "Staf",
        "Penyusun laporan",
        "Verifikator",
        "Subbag Program",
        "1 Januari 2020",
    ):
        assert kata in isi
    baris = re.findall(r'<th scope="row">(.*?)</th>', isi)
    assert sorted(baris) == ["Penyusun laporan", "Staf", "Verifikator"], "neither past nor coming tasks"
    assert str((hari + datetime.timedelta(days=400)).year) in isi and "Belum ditentukan" in isi


def test_an_account_without_a_task_has_its_page(masuk, pemeran):
    jawaban = masuk(pemeran.asing).get("/akun/")
    assert jawaban.status_code == 200 and "Belum ada tugas yang berlaku hari ini" in jawaban.content.decode()
    assert "Administrator sistem" in masuk(pemeran.admin).get("/akun/").content.decode()


def test_the_page_costs_the_same_for_any_number_of_tasks(masuk, pemeran):
    klien = masuk(pemeran.ani)
    with CaptureQueriesContext(connection) as sedikit:
        klien.get("/akun/")
    for unit in ("Camat", "Sekretariat", "Seksi Pelayanan"):
        pemeran.tugas(pemeran.ani, Peran.STAF, pemeran.a, unit)
    with CaptureQueriesContext(connection) as banyak:
        klien.get("/akun/")
    assert len(sedikit) == len(banyak)


# Changing the password ----------------------------------------------------------------------------------


def test_a_person_changes_the_password_and_other_devices_go(pemeran):
    sini, sana = masuk_sungguhan("ani"), masuk_sungguhan("ani")
    jawaban = sini.post(SANDI_URL, isi_sandi(), follow=True)
    assert jawaban.redirect_chain == [("/akun/", 302)] and "Kata sandi diganti" in jawaban.content.decode()
    assert sini.get("/akun/").status_code == 200
    assert sana.get("/akun/").status_code == 302
    assert Client().login(request=jawaban.wsgi_request, username="ani", password=BARU)
    assert Jejak.objects.get().tindakan == "ganti sandi"


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        (isi_sandi(lama="bukan"), "Kata sandi lama tidak cocok"),
        (isi_sandi(ulang="lain-sekali-kata"), "Ulangan tidak sama dengan kata sandi baru"),
        (isi_sandi(baru=SANDI), "Kata sandi baru sama dengan yang lama"),
        (isi_sandi(baru="pendek"), "terlalu pendek"),
        (isi_sandi(baru="92837465019283"), "seluruhnya terdiri dari angka"),
        (isi_sandi(baru="Rahmawati1"), "terlalu mirip"),
        ({"old_password": "", "new_password1": "", "new_password2": ""}, "Kata sandi baru belum diisi."),
    ],
)
def test_a_bad_password_is_refused_with_its_reason(masuk, pemeran, isi, kata):
    jawaban = masuk(pemeran.ani).post(SANDI_URL, isi)
    assert jawaban.status_code == 200 and kata in jawaban.content.decode()
    pemeran.ani.refresh_from_db()
    assert pemeran.ani.check_password(SANDI)


@pytest.mark.parametrize("halaman", ["password_change", "password_change_done"])
def test_the_password_page_of_the_admin_is_ours(masuk, pemeran, halaman):
    assert masuk(pemeran.ani).get(reverse(f"admin:{halaman}"))["Location"] == SANDI_URL


def test_after_the_change_no_other_site_is_opened(masuk, pemeran):
    jawaban = masuk(pemeran.ani).post(SANDI_URL, isi_sandi(next="https://jahat.example/"))
    assert jawaban["Location"] == "/akun/"


# The first password must go ------------------------------------------------------------------------------


@pytest.mark.parametrize("tujuan", ["/", "/akun/", "/admin/", "/akun/dua-langkah/", "/kantor/alfa/2023/"])
def test_a_first_password_is_replaced_before_any_other_page(masuk, pemula, tujuan):
    jawaban = masuk(pemula.ani).get(tujuan)
    assert jawaban.status_code == 302 and jawaban["Location"].startswith(f"{SANDI_URL}?next=")


def test_after_the_change_the_person_goes_on_to_the_page_that_was_asked_for(masuk, pemula):
    klien = masuk(pemula.ani)
    jawaban = klien.get("/akun/", follow=True)
    isi = jawaban.content.decode()
    assert "Ganti kata sandi awal Anda" in isi and "Menu utama" not in isi
    lanjut = jawaban.context["lanjut"]
    assert klien.post(SANDI_URL, isi_sandi(next=lanjut))["Location"] == "/akun/"
    assert klien.get("/akun/").status_code == 200
    pemula.ani.refresh_from_db()
    assert not pemula.ani.harus_ganti_sandi


def test_who_must_change_the_password_can_log_out(masuk, pemula):
    assert masuk(pemula.ani).post("/keluar/")["Location"] == "/masuk/"


# What an admin does for an account ----------------------------------------------------------------------


def test_a_first_password_can_be_read_out_and_passes_the_rules():
    semua = {akun.buat_sandi_awal() for _ in range(200)}
    assert len(semua) == 200
    for sandi in semua:
        assert re.fullmatch(r"[a-z]{6}-[a-z]{6}-[2-9]{2}", sandi)
        validate_password(sandi)


def test_an_admin_sets_a_first_password(client, pemeran):
    lama = masuk_sungguhan("ani")
    for _ in range(5):
        client.post("/masuk/", {"username": "ani", "password": "salah"})
    sandi = akun.setel_sandi_awal(pemeran.ani, pemeran.eko)
    assert lama.get("/akun/").status_code == 302, "her sessions end"
    assert not AccessAttempt.objects.exists(), "she need not wait"
    klien = masuk_sungguhan("ani", sandi)
    assert klien.get("/")["Location"].startswith(SANDI_URL)
    satu = Jejak.objects.get()
    assert (satu.tindakan, satu.oleh, satu.peran) == ("setel sandi awal", pemeran.eko, "admin_kabupaten")
    assert sandi not in satu.uraian + satu.objek


def pemda_lain(pemeran):
    lain = rapi(PemerintahDaerah(jenis="kota", nama="Lain", kode="99.99", ibu_kota="Lain"))
    pemeran.budi.pemda = lain
    pemeran.budi.save()
    return pemeran.budi


@pytest.mark.parametrize("layanan", ["setel_sandi_awal", "keluar_dari_semua", "hapus_dua_langkah"])
def test_only_who_looks_after_an_account_may(pemeran, layanan):
    kerjakan = getattr(akun, layanan)
    for oleh in (pemeran.budi, pemeran.dewi, pemeran.citra, pemeran.farid, pemeran.asing):
        with pytest.raises(PermissionDenied):
            kerjakan(pemeran.ani, oleh)
    with pytest.raises(PermissionDenied):
        kerjakan(pemeran.admin, pemeran.eko)
    with pytest.raises(PermissionDenied):
        kerjakan(pemda_lain(pemeran), pemeran.eko)
    assert not Jejak.objects.exists()
    kerjakan(pemeran.ani, pemeran.eko)
    kerjakan(pemeran.eko, pemeran.admin)


def test_nobody_sets_the_own_first_password(pemeran):
    for orang in (pemeran.eko, pemeran.admin):
        with pytest.raises(PermissionDenied):
            akun.setel_sandi_awal(orang, orang)


# Out everywhere -------------------------------------------------------------------------------------------


def test_out_of_all_devices_ends_every_session_and_only_the_own(pemeran):
    sini, sana, orang_lain = masuk_sungguhan("ani"), masuk_sungguhan("ani"), masuk_sungguhan("dewi")
    jawaban = sini.post(reverse("akun_keluar_semua"), follow=True)
    assert jawaban.redirect_chain == [("/masuk/", 302)]
    assert "Anda sudah keluar dari semua perangkat." in jawaban.content.decode()
    assert sini.get("/akun/").status_code == sana.get("/akun/").status_code == 302
    assert orang_lain.get("/akun/").status_code == 200
    assert Jejak.objects.get().tindakan == "keluar dari semua perangkat"
    assert masuk_sungguhan("ani").get("/akun/").status_code == 200


def test_out_of_all_devices_is_never_a_link(masuk, pemeran):
    assert masuk(pemeran.ani).get(reverse("akun_keluar_semua")).status_code == 405
    assert Pengguna.objects.get(pk=pemeran.ani.pk).putaran_sesi == 0
