"""Log-in: refused after failed attempts, idle sessions, back to the same page, whose address it is."""

from __future__ import annotations

import datetime
from types import SimpleNamespace

import pytest
from axes.models import AccessAttempt
from django.contrib.sessions.models import Session
from django.core import checks
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from organisasi.middleware import AlamatAsal
from organisasi.models import Jejak
from sakip.umum import halaman
from tests.pemeran import SANDI

pytestmark = pytest.mark.django_db
AKUN, MASUK = "/akun/", "/masuk/"
MENIT = datetime.timedelta(minutes=1)


def coba(klien, nama="ani", sandi="salah", **lain):
    return klien.post(MASUK, {"username": nama, "password": sandi}, **lain)


def gagal(klien, kali, **lain):
    """Fail a number of times and return the last answer."""
    for _ in range(kali):
        jawaban = coba(klien, **lain)
    return jawaban


# Too many attempts ---------------------------------------------------------------------------------


def test_the_fifth_failure_locks_the_name_at_the_address(client, pemeran, settings):
    settings.AXES_FAILURE_LIMIT = 5
    assert gagal(client, 4).status_code == 200
    jawaban = coba(client)
    assert jawaban.status_code == 429
    isi = jawaban.content.decode()
    assert "Terlalu banyak percobaan masuk" in isi and "15 menit lagi" in isi
    assert 0 < int(jawaban["Retry-After"]) <= 900
    assert "no-store" in jawaban["Cache-Control"]
    assert "default-src 'self'" in jawaban["Content-Security-Policy"]
    assert coba(client, sandi=SANDI).status_code == 429, "the right password does not open the lock"
    assert client.get(AKUN).status_code == 302


def test_another_name_and_another_address_are_not_locked(client, pemeran):
    assert gagal(client, 5).status_code == 429
    assert coba(client, "dewi", SANDI).status_code == 302
    assert coba(Client(), sandi=SANDI, REMOTE_ADDR="10.0.0.9").status_code == 302


def test_attempts_during_the_lock_do_not_lengthen_it(client, pemeran):
    gagal(client, 5)
    AccessAttempt.objects.update(attempt_time=timezone.now() - 10 * MENIT)
    jawaban = coba(client)
    assert jawaban.status_code == 429 and "5 menit lagi" in jawaban.content.decode()
    assert AccessAttempt.objects.get().failures_since_start == 5


def test_the_lock_ends_after_the_cool_off(client, pemeran):
    gagal(client, 5)
    AccessAttempt.objects.update(attempt_time=timezone.now() - 16 * MENIT)
    assert coba(client, sandi=SANDI).status_code == 302


def test_success_forgets_earlier_failures(client, pemeran):
    gagal(client, 4)
    coba(client, sandi=SANDI)
    client.logout()
    assert gagal(client, 4).status_code == 200


def test_an_unknown_name_is_treated_as_a_known_one(client, pemeran):
    pemeran.budi.is_active = False
    pemeran.budi.save()
    isi = {
        nama: [coba(client, nama, sandi) for _ in range(6)]
        for nama, sandi in (("ani", "salah"), ("tidak-ada", "salah"), ("budi", SANDI))
    }
    kode = {nama: [j.status_code for j in semua] for nama, semua in isi.items()}
    assert kode["ani"] == kode["tidak-ada"] == kode["budi"] == [200] * 4 + [429] * 2
    kalimat = "Nama pengguna atau kata sandi tidak cocok"
    assert all(kalimat in semua[0].content.decode() for semua in isi.values())


def test_what_is_kept_of_an_attempt_holds_no_password(client, pemeran):
    coba(client, sandi="rahasia-sekali")
    assert "rahasia-sekali" not in AccessAttempt.objects.get().post_data


def test_no_warning_of_the_login_guard():
    assert [
        p for p in checks.run_checks(include_deployment_checks=True) if str(p.id).startswith("axes")
    ] == []


@pytest.mark.parametrize(
    ("detik", "kata"),
    [
        (1, "1 detik"),
        (59, "59 detik"),
        (60, "1 menit"),
        (61, "2 menit"),
        (7199, "120 menit"),
        (7201, "3 jam"),
    ],
)
def test_a_waiting_time_is_rounded_up(detik, kata):
    assert halaman.sebut_lama(detik) == kata


def test_the_hour_is_the_next_whole_minute_with_the_day_where_needed():
    kini = datetime.datetime(2024, 2, 28, 16, 50, 1, tzinfo=datetime.UTC)  # 23.50 in Jakarta
    assert halaman.sebut_pukul(kini, kini) == "23.51"
    assert halaman.sebut_pukul(kini + 15 * MENIT, kini) == "00.06 tanggal 29 Februari 2024"


# Whose address ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("jumlah", "rantai", "alamat"),
    [
        (0, "1.1.1.1", "127.0.0.1"),
        (1, "6.6.6.6, 1.1.1.1", "1.1.1.1"),
        (2, "6.6.6.6, 1.1.1.1, 10.0.0.2", "1.1.1.1"),
        (2, "1.1.1.1", "127.0.0.1"),
        (1, "bukan alamat", "127.0.0.1"),
        (1, "", "127.0.0.1"),
        (1, "2001:db8::1", "2001:db8::1"),
    ],
)
def test_only_what_our_proxies_added_is_believed(settings, jumlah, rantai, alamat):
    settings.JUMLAH_PROKSI = jumlah
    request = RequestFactory().get("/", headers={"X-Forwarded-For": rantai})
    AlamatAsal(lambda _: None)(request)
    assert request.META["REMOTE_ADDR"] == alamat


def test_the_lock_and_the_log_see_the_address_behind_the_proxy(client, pemeran, settings):
    settings.JUMLAH_PROKSI = 1
    coba(client, headers={"X-Forwarded-For": "6.6.6.6, 10.9.8.7"})
    assert AccessAttempt.objects.get().ip_address == "10.9.8.7"
    coba(client, sandi=SANDI, headers={"X-Forwarded-For": "10.9.8.7"})
    client.post(reverse("akun_keluar_semua"), headers={"X-Forwarded-For": "10.9.8.7"})
    assert Jejak.objects.get().alamat_asal == "10.9.8.7"


# Idle sessions ---------------------------------------------------------------------------------------


@pytest.fixture
def jam(monkeypatch):
    """A clock that tests move; sessions read it."""
    satu = SimpleNamespace(kini=timezone.now())
    for modul in ("organisasi.sesi.timezone", "django.contrib.sessions.backends.db.timezone"):
        monkeypatch.setattr(modul, SimpleNamespace(now=lambda: satu.kini))
    monkeypatch.setattr(
        "django.contrib.sessions.backends.base.timezone", SimpleNamespace(now=lambda: satu.kini)
    )
    return satu


def tulisan(kueri):
    return [q["sql"] for q in kueri if q["sql"].split()[0] in ("INSERT", "UPDATE", "DELETE")]


def test_a_session_is_renewed_at_most_once_a_minute(masuk, pemeran, jam, settings):
    klien = masuk(pemeran.ani)
    awal = Session.objects.get().expire_date
    jam.kini += datetime.timedelta(seconds=59)
    with CaptureQueriesContext(connection) as kueri:
        klien.get(AKUN)
    assert tulisan(kueri) == [] and Session.objects.get().expire_date == awal
    jam.kini += datetime.timedelta(seconds=1)
    with CaptureQueriesContext(connection) as kueri:
        klien.get(AKUN)
    assert len(tulisan(kueri)) == 1
    assert Session.objects.get().expire_date == jam.kini + datetime.timedelta(
        seconds=settings.SESSION_COOKIE_AGE
    )
    with CaptureQueriesContext(connection) as kueri:
        klien.get(AKUN)
    assert tulisan(kueri) == []


def test_who_works_stays_in_and_who_does_not_goes(masuk, pemeran, jam, settings):
    settings.SESSION_COOKIE_AGE = 600
    klien = masuk(pemeran.ani)
    for _ in range(5):
        jam.kini += 9 * MENIT
        assert klien.get(AKUN).status_code == 200
    jam.kini += 11 * MENIT
    assert klien.get(AKUN)["Location"] == "/masuk/?sesi=berakhir&next=/akun/"


def test_renewing_keeps_what_another_request_stored(masuk, pemeran, jam):
    klien = masuk(pemeran.ani)
    jam.kini += 5 * MENIT
    sesi = klien.session
    sesi.load()
    lain = klien.session
    lain["_terkirim"] = {"a": "/b/"}
    lain.save()
    jam.kini += 5 * MENIT
    assert sesi.perpanjang()
    assert klien.session["_terkirim"] == {"a": "/b/"}


def test_the_cookie_ends_with_the_browser(client, pemeran):
    kuki = coba(client, sandi=SANDI).cookies["sakip_sesi"]
    assert kuki["max-age"] == "" and kuki["expires"] == "" and kuki["httponly"]


def test_after_the_session_ended_the_person_comes_back_to_the_same_page(masuk, pemeran):
    klien = masuk(pemeran.ani)
    Session.objects.all().delete()
    tujuan = f"{AKUN}?urut=nama&halaman=2"
    jawaban = klien.get(tujuan, follow=True)
    assert "Sesi Anda sudah berakhir" in jawaban.content.decode()
    isi = {"username": "ani", "password": SANDI, "next": jawaban.context["next"]}
    assert klien.post(MASUK, isi)["Location"] == tujuan


@pytest.mark.parametrize(
    ("asal", "kembali"),
    [
        ("http://testserver/akun/?a=1", "next=/akun/%3Fa%3D1"),
        ("http://jahat.example/akun/", f"next={reverse('akun_dua_langkah_mulai')}"),
        ("", f"next={reverse('akun_dua_langkah_mulai')}"),
    ],
)
def test_a_form_sent_too_late_leads_back_to_its_page(client, pemeran, asal, kembali):
    jawaban = client.post(reverse("akun_dua_langkah_mulai"), headers={"Referer": asal})
    assert jawaban.status_code == 302 and kembali in jawaban["Location"]


def test_a_first_visit_is_not_told_of_an_ended_session(client, pemeran):
    assert client.get(AKUN)["Location"] == "/masuk/?next=/akun/"
    assert "berakhir" not in client.get(MASUK).content.decode()
