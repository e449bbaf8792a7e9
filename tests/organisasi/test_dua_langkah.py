"""Two-step login: set-up, the code after the password, waiting, recovery codes, turning off, who must."""

from __future__ import annotations

import datetime
import re
from types import SimpleNamespace

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django_otp.oath import TOTP
from django_otp.plugins.otp_static.models import StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from organisasi import akun, dua_langkah
from organisasi.dua_langkah import KodeDitolak
from organisasi.models import Jejak
from tests.pemeran import SANDI

pytestmark = pytest.mark.django_db
AWAL = datetime.datetime(2024, 3, 1, 2, 0, tzinfo=datetime.UTC)
ATUR, VERIFIKASI = "/akun/dua-langkah/", "/akun/verifikasi/"
SALAH = "000000"


@pytest.fixture(autouse=True)
def jam(monkeypatch):
    """A clock that tests move; codes and waiting times read it."""

    class Jam(SimpleNamespace):
        def maju(self, **lama):
            self.kini += datetime.timedelta(**lama)

    satu = Jam(kini=AWAL)
    monkeypatch.setattr(
        "django_otp.plugins.otp_totp.models.time", SimpleNamespace(time=lambda: satu.kini.timestamp())
    )
    waktu = SimpleNamespace(now=lambda: satu.kini)
    monkeypatch.setattr("django_otp.models.timezone", waktu)
    monkeypatch.setattr("organisasi.dua_langkah.timezone", waktu)
    return satu


@pytest.fixture
def kode(jam):
    """Return a function that gives the code now shown by the telephone of a person."""

    def _kode(pengguna):
        perangkat = TOTPDevice.objects.get(user=pengguna)
        totp = TOTP(perangkat.bin_key)
        totp.time = jam.kini.timestamp()
        return f"{totp.token():06}"

    return _kode


@pytest.fixture
def aktif(pemeran, kode, jam):
    """The cast; Ani's telephone is set up. ``daftar`` holds her recovery codes."""
    dua_langkah.mulai(pemeran.ani)
    _, pemeran.daftar = dua_langkah.aktifkan(pemeran.ani, kode(pemeran.ani))
    jam.maju(seconds=30)
    return pemeran


def masuk_sungguhan(nama="ani"):
    klien = Client()
    assert klien.post("/masuk/", {"username": nama, "password": SANDI}).status_code == 302
    return klien


def isi(jawaban) -> str:
    return jawaban.content.decode()


# Set-up ----------------------------------------------------------------------------------------------


def test_set_up_from_the_account_page_to_the_recovery_codes(pemeran, kode):
    sini = masuk_sungguhan()
    assert "Belum aktif" in isi(sini.get("/akun/"))
    assert not TOTPDevice.objects.exists() and "Mulai" in isi(sini.get(ATUR))
    assert not TOTPDevice.objects.exists(), "opening the page writes nothing"

    halaman = sini.post(f"{ATUR}mulai/", follow=True)
    perangkat = TOTPDevice.objects.get()
    assert not perangkat.confirmed
    tulisan = isi(halaman)
    assert "<svg" in tulisan and " style=" not in tulisan and "data:" not in tulisan
    assert dua_langkah.rahasia_tertulis(perangkat) in tulisan
    assert isi(sini.get(ATUR)).count(dua_langkah.rahasia_tertulis(perangkat)) == 1, "a reload shows the same"

    assert "Kode tidak cocok" in isi(sini.post(ATUR, {"kode": SALAH}))
    assert "Kode sebelumnya keliru. Tunggu 1 detik" in isi(sini.post(ATUR, {"kode": kode(pemeran.ani)}))


def test_the_first_code_turns_it_on(pemeran, kode):
    sini, sana = masuk_sungguhan(), masuk_sungguhan()
    sini.post(f"{ATUR}mulai/")
    jawaban = sini.post(ATUR, {"kode": kode(pemeran.ani)})
    daftar = re.findall(r"<li>([a-z2-7]{4} [a-z2-7]{4})</li>", isi(jawaban))
    assert len(set(daftar)) == 8
    assert {k.replace(" ", "") for k in daftar} == set(StaticToken.objects.values_list("token", flat=True))
    assert "no-store" in jawaban["Cache-Control"]
    assert sini.get("/akun/").status_code == 200, "this session stays, verified"
    assert sana.get("/akun/")["Location"].startswith("/masuk/"), "all others end"
    halaman = isi(sini.get("/akun/"))
    assert "Aktif" in halaman and "Kode cadangan yang tersisa: 8" in halaman and daftar[0] not in halaman
    assert sini.get(ATUR)["Location"] == "/akun/"
    assert Jejak.objects.get().tindakan == "aktifkan dua langkah"


def test_a_second_secret_is_refused_while_one_is_on(aktif):
    with pytest.raises(KodeDitolak, match="sudah aktif"):
        dua_langkah.mulai(aktif.ani)


def test_a_recovery_code_is_not_the_first_code(masuk, pemeran):
    klien = masuk(pemeran.ani)
    klien.post(f"{ATUR}mulai/")
    halaman = isi(klien.post(ATUR, {"kode": "aaaa bbbb"}))
    assert "Tulis 6 angka yang tampil di aplikasi" in halaman and "kode cadangan, misalnya" not in halaman
    assert TOTPDevice.objects.get().throttling_failure_count == 0


def test_starting_again_replaces_the_waiting_secret(masuk, pemeran):
    klien = masuk(pemeran.ani)
    klien.post(f"{ATUR}mulai/")
    lama = TOTPDevice.objects.get().key
    klien.post(f"{ATUR}mulai/")
    assert TOTPDevice.objects.get().key != lama


# The code after the password -----------------------------------------------------------------------------


@pytest.mark.parametrize("tujuan", ["/", "/akun/", "/akun/sandi/", ATUR, "/admin/", "/kantor/alfa/2023/"])
def test_with_a_telephone_every_page_asks_for_the_code(aktif, tujuan):
    jawaban = masuk_sungguhan().get(tujuan)
    assert jawaban.status_code == 302 and jawaban["Location"].startswith(f"{VERIFIKASI}?next=")


def test_the_code_opens_the_page_that_was_asked_for(aktif, kode):
    klien = masuk_sungguhan()
    halaman = klien.get("/akun/?a=1", follow=True)
    assert "Tulis kode dari telepon" in isi(halaman) and "Menu utama" not in isi(halaman)
    lanjut = halaman.context["lanjut"]
    assert klien.post(VERIFIKASI, {"kode": kode(aktif.ani), "next": lanjut})["Location"] == "/akun/?a=1"
    assert klien.get("/akun/").status_code == 200
    assert klien.get(VERIFIKASI)["Location"] == "/"


def test_a_code_is_written_as_people_write_it(aktif, kode):
    satu = kode(aktif.ani)
    assert masuk_sungguhan().post(VERIFIKASI, {"kode": f" {satu[:3]} {satu[3:]} "}).status_code == 302


def test_a_code_counts_once(aktif, kode):
    satu = kode(aktif.ani)
    assert masuk_sungguhan().post(VERIFIKASI, {"kode": satu}).status_code == 302
    assert "Kode tidak cocok atau sudah dipakai" in isi(masuk_sungguhan().post(VERIFIKASI, {"kode": satu}))


def test_the_code_of_another_person_is_refused(aktif, kode, jam):
    dua_langkah.mulai(aktif.dewi)
    dua_langkah.aktifkan(aktif.dewi, kode(aktif.dewi))
    jam.maju(seconds=30)
    assert masuk_sungguhan().post(VERIFIKASI, {"kode": kode(aktif.dewi)}).status_code == 200


@pytest.mark.parametrize("tulisan", ["12345", "1234567", "abc", "abcd 23451", "१२३४५६"])
def test_what_cannot_be_a_code_does_not_count_as_an_attempt(aktif, tulisan):
    jawaban = masuk_sungguhan().post(VERIFIKASI, {"kode": tulisan})
    assert "misalnya 123456" in isi(jawaban)
    assert TOTPDevice.objects.get().throttling_failure_count == 0


def test_each_wrong_code_doubles_the_waiting_time(aktif, kode, jam):
    klien = masuk_sungguhan()
    for n, kata in enumerate(("1 detik", "2 detik", "4 detik", "8 detik")):
        assert "Kode tidak cocok" in isi(klien.post(VERIFIKASI, {"kode": SALAH}))
        assert f"Tunggu {kata}" in isi(klien.post(VERIFIKASI, {"kode": kode(aktif.ani)}))
        jam.maju(seconds=2**n)
    assert klien.post(VERIFIKASI, {"kode": kode(aktif.ani)}).status_code == 302
    assert TOTPDevice.objects.get().throttling_failure_count == 0


def test_who_owes_a_code_can_log_out(aktif):
    assert masuk_sungguhan().post("/keluar/")["Location"] == "/masuk/"


def test_a_session_made_without_the_login_page_asks_too(aktif, client):
    client.force_login(aktif.ani, backend="django.contrib.auth.backends.ModelBackend")
    sesi = client.session
    del sesi["perangkat_dua_langkah"]
    sesi.save()
    assert client.get("/akun/")["Location"].startswith(VERIFIKASI)


def test_the_code_comes_before_the_new_password(aktif, kode):
    aktif.ani.harus_ganti_sandi = True
    aktif.ani.save()
    klien = masuk_sungguhan()
    assert klien.get("/akun/sandi/")["Location"].startswith(VERIFIKASI)
    klien.post(VERIFIKASI, {"kode": kode(aktif.ani)})
    assert klien.get("/akun/")["Location"].startswith("/akun/sandi/")


def test_a_verified_person_and_one_without_telephone_cost_no_question(aktif, kode, masuk):
    klien = masuk_sungguhan()
    klien.post(VERIFIKASI, {"kode": kode(aktif.ani)})
    with CaptureQueriesContext(connection) as kueri:
        klien.get("/akun/sandi/")
    assert sum("otp_totp" in q["sql"] for q in kueri) == 1, "the device of the session"
    klien = masuk(aktif.dewi)
    with CaptureQueriesContext(connection) as kueri:
        klien.get("/akun/sandi/")
    assert not any("otp_" in q["sql"] for q in kueri)


# Recovery codes ------------------------------------------------------------------------------------------


def test_a_recovery_code_opens_once(aktif):
    satu = aktif.daftar[0]
    klien = masuk_sungguhan()
    halaman = isi(klien.get(f"{VERIFIKASI}?cadangan"))
    assert "Tulis kode cadangan" in halaman and 'inputmode="text"' in halaman
    tulis = f"{satu[:4].upper()}-{satu[4:]}"
    assert klien.post(f"{VERIFIKASI}?cadangan", {"kode": tulis}).status_code == 302
    assert "Kode cadangan yang tersisa: 7" in isi(klien.get("/akun/"))
    jawaban = masuk_sungguhan().post(VERIFIKASI, {"kode": satu})
    assert "Kode cadangan tidak cocok atau sudah dipakai" in isi(jawaban)
    assert Jejak.objects.filter(tindakan="pakai kode cadangan").count() == 1


def test_guessing_recovery_codes_waits_too(aktif):
    klien = masuk_sungguhan()
    klien.post(VERIFIKASI, {"kode": "aaaabbbb"})
    assert "Tunggu 1 detik" in isi(klien.post(VERIFIKASI, {"kode": aktif.daftar[0]}))


def test_new_recovery_codes_replace_the_old_ones(aktif, kode, jam):
    klien = masuk_sungguhan()
    klien.post(VERIFIKASI, {"kode": aktif.daftar[0]})
    tujuan = reverse("akun_kode_cadangan")
    assert "Kode cadangan yang tersisa: 7" in isi(klien.get(tujuan))
    assert "Kode tidak cocok" in isi(klien.post(tujuan, {"kode": SALAH}))
    assert StaticToken.objects.filter(token=aktif.daftar[1]).exists()
    jam.maju(seconds=30)
    jawaban = klien.post(tujuan, {"kode": kode(aktif.ani)})
    assert len(re.findall(r"<li>[a-z2-7]{4} [a-z2-7]{4}</li>", isi(jawaban))) == 8
    assert not StaticToken.objects.filter(token__in=aktif.daftar).exists()
    assert klien.get("/akun/").status_code == 200, "a session that rests on the old list stays"


# Turning off ---------------------------------------------------------------------------------------------


def test_the_person_turns_it_off_with_a_code(aktif, kode, jam):
    klien, sana = masuk_sungguhan(), masuk_sungguhan()
    klien.post(VERIFIKASI, {"kode": kode(aktif.ani)})
    tujuan = reverse("akun_dua_langkah_matikan")
    klien.post(tujuan, {"kode": SALAH})
    assert TOTPDevice.objects.exists()
    jam.maju(seconds=30)
    assert klien.post(tujuan, {"kode": kode(aktif.ani)})["Location"] == "/akun/"
    assert not TOTPDevice.objects.exists() and not StaticToken.objects.exists()
    assert "Belum aktif" in isi(klien.get("/akun/"))
    assert sana.get("/akun/")["Location"].startswith("/masuk/")
    assert masuk_sungguhan().get("/akun/").status_code == 200


@pytest.mark.parametrize("nama", ["akun_kode_cadangan", "akun_dua_langkah_matikan"])
def test_without_a_telephone_there_is_nothing_to_turn_off(masuk, pemeran, nama):
    assert masuk(pemeran.ani).get(reverse(nama))["Location"] == ATUR


def test_the_admin_takes_off_a_lost_telephone(aktif, kode):
    klien = masuk_sungguhan()
    klien.post(VERIFIKASI, {"kode": kode(aktif.ani)})
    assert akun.hapus_dua_langkah(aktif.ani, aktif.eko)
    assert klien.get("/akun/")["Location"].startswith("/masuk/"), "the session of the telephone ends"
    assert masuk_sungguhan().get("/akun/").status_code == 200
    assert not akun.hapus_dua_langkah(aktif.ani, aktif.eko)
    assert Jejak.objects.filter(tindakan="hapus dua langkah", oleh=aktif.eko).count() == 1


# Who must --------------------------------------------------------------------------------------------------


@pytest.fixture
def wajib(pemeran):
    """Office A asks its head, the government its admin."""
    for satu in (pemeran.a.kantor, pemeran.pemda):
        satu.wajib_dua_langkah = True
        satu.save()
    return pemeran


@pytest.mark.parametrize(
    ("nama", "harus"),
    [("citra", True), ("eko", True), ("dewi", False), ("ani", False), ("farid", False), ("admin", False)],
)
def test_the_office_asks_its_head_and_the_government_its_admin(masuk, wajib, nama, harus):
    jawaban = masuk(getattr(wajib, nama)).get("/akun/")
    assert (jawaban.status_code == 302) == harus
    if harus:
        assert jawaban["Location"].startswith(f"{ATUR}?next=")


def test_the_head_of_an_office_that_does_not_ask_is_free(masuk, wajib):
    wajib.a.kantor.wajib_dua_langkah = False
    wajib.a.kantor.save()
    assert masuk(wajib.citra).get("/akun/").status_code == 200


def test_asking_holds_from_the_next_page_on(masuk, pemeran):
    klien = masuk(pemeran.citra)
    assert klien.get("/akun/").status_code == 200
    pemeran.a.kantor.wajib_dua_langkah = True
    pemeran.a.kantor.save()
    assert klien.get("/akun/")["Location"].startswith(ATUR)


def test_who_must_sets_it_up_and_goes_on(masuk, wajib, kode):
    klien = masuk(wajib.citra)
    halaman = klien.get("/akun/?a=1", follow=True)
    assert "masuk dua langkah wajib" in isi(halaman) and "Menu utama" not in isi(halaman)
    lanjut = halaman.context["lanjut"]
    halaman = klien.post(f"{ATUR}mulai/", {"next": lanjut}, follow=True)
    assert halaman.context["lanjut"] == "/akun/?a=1"
    jawaban = klien.post(ATUR, {"kode": kode(wajib.citra), "next": lanjut})
    assert 'href="/akun/?a=1"' in isi(jawaban)
    assert "Ganti telepon" in isi(klien.get("/akun/"))


def test_a_first_password_goes_before_the_set_up(masuk, wajib):
    wajib.citra.harus_ganti_sandi = True
    wajib.citra.save()
    assert masuk(wajib.citra).get("/akun/")["Location"].startswith("/akun/sandi/")


def test_a_role_that_has_ended_asks_for_nothing(masuk, wajib):
    tugas = wajib.citra.penugasan.get()
    tugas.sampai = timezone.localdate() - datetime.timedelta(days=1)
    tugas.save()
    assert masuk(wajib.citra).get("/akun/").status_code == 200
