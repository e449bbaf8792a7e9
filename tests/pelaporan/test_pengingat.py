"""Reminders: the right moment, once, and nothing lost when a message fails."""

from __future__ import annotations

import datetime
from io import StringIO
from smtplib import SMTPServerDisconnected

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kinerja.models import JendelaPengisian, PermintaanBuka
from organisasi.models import Pengguna, Penugasan
from organisasi.pilihan import Peran
from pelaporan import pengingat
from pelaporan.models import PengingatTerkirim
from pelaporan.pengingat import ingatkan
from tests.kinerja.panggung_ukur import PanggungUkur
from tests.pelaporan.kantor_uji import TAHUN
from tests.pelaporan.test_tugas import JENDELA, belanja, langkah

# The day that lies so many days before the deadline of TW I.
H = {n: datetime.date(2023, 4, 10) - datetime.timedelta(days=n) for n in range(-30, 20)}


@pytest.fixture
def panggung(pemeran):
    """Gani alone has something to do in TW I; nobody else is written to."""
    satu = PanggungUkur(pemeran.a)
    for n, (buka, tutup) in JENDELA.items():
        JendelaPengisian.objects.filter(perangkat_daerah=pemeran.a.kantor, triwulan=n).update(
            buka=datetime.date(*buka), tutup=datetime.date(*tutup)
        )
    Penugasan.objects.exclude(pengguna=pemeran.gani).delete()
    return satu


def kirim(hari) -> list[EmailMessage]:
    """Run a day and return what went out."""
    mail.outbox.clear()
    ingatkan(hari)
    return list(mail.outbox)


def perintah(*args) -> str:
    keluar = StringIO()
    call_command("ingatkan", *args, stdout=keluar)
    return keluar.getvalue()


def test_each_moment_is_told_once(pemeran, panggung):
    terkirim = {n: len(kirim(H[n])) for n in range(12, -20, -1)}
    assert [n for n, jumlah in terkirim.items() if jumlah] == [7, 3, 1, -1, -8, -15]
    assert set(terkirim.values()) == {0, 1}


def test_running_again_sends_nothing(pemeran, panggung):
    assert len(kirim(H[3])) == 1
    assert kirim(H[3]) == []
    assert kirim(H[2]) == []


def test_a_day_without_a_run_loses_nothing(pemeran, panggung):
    assert len(kirim(H[7])) == 1
    (surat,) = kirim(H[2])  # H-3 did not run
    assert "2 hari lagi" in surat.body
    assert PengingatTerkirim.objects.filter(saat="H-3").exists()


def test_one_message_collects_what_is_due_and_says_where(pemeran, panggung, settings):
    settings.ALAMAT = "https://sakip.contohkab.go.id"
    k = pemeran.a
    for n in range(2):
        k.indikator(f"x{n}", frekuensi="triwulan", penanggung_jawab=k.unit["Seksi Pelayanan"])
    (surat,) = kirim(H[1])
    assert surat.to == ["gani@contoh.id"] and surat.subject == "Pengingat SAKIP: 3 tugas"
    for kata in (
        "Yth. Gani Wijaya,",
        "Pada 9 April 2023",
        "Kecamatan Alfa, tahun 2023",
        "- Realisasi triwulan I: Indikator x1",
        "Tenggat 10 April 2023, 1 hari lagi (H-1).",
        f"https://sakip.contohkab.go.id/kantor/alfa/{TAHUN}/pengukuran/tw/1/#sel-indikator-",
    ):
        assert kata in surat.body, kata
    assert "<" not in surat.body and "&" not in surat.body


def test_without_an_address_of_the_site_there_are_no_broken_links(pemeran, panggung, settings):
    settings.ALAMAT = ""
    (surat,) = kirim(H[1])
    assert "/kantor/" not in surat.body and "Buka SAKIP, lalu Beranda" in surat.body


def test_filling_a_cell_starts_no_new_reminder_and_a_moved_deadline_does(pemeran, panggung):
    k = pemeran.a
    for n in range(7):
        k.indikator(f"x{n}", frekuensi="triwulan", penanggung_jawab=k.unit["Seksi Pelayanan"])
    assert len(kirim(H[7])) == 1
    belanja(panggung.sub_lain, "tw1", 5, pemeran.gani)
    assert kirim(H[6]) == []
    JendelaPengisian.objects.filter(triwulan=1).update(tutup=datetime.date(2023, 4, 11))
    assert len(kirim(H[6])) == 1


def test_who_is_done_hears_nothing(pemeran, panggung):
    langkah(pemeran.a.unit["Seksi Pelayanan"], 1, "dikirim", pemeran.gani)
    assert kirim(H[1]) == []


def test_a_message_that_fails_is_sent_in_the_next_run(pemeran, panggung, monkeypatch):
    pemeran.tugas(pemeran.ani, Peran.STAF, pemeran.a, "Subbag Program")
    asli = EmailMessage.send

    def putus(self, *args, **kwargs):
        if self.to == ["gani@contoh.id"]:
            raise SMTPServerDisconnected("putus")
        return asli(self, *args, **kwargs)

    monkeypatch.setattr(EmailMessage, "send", putus)
    with pytest.raises(CommandError, match=r"Gani Wijaya gagal. Periksa SAKIP_SMTP_"):
        perintah("--hari", "2023-04-07")
    assert [s.to for s in mail.outbox] == [["ani@contoh.id"]]
    assert {p.pengguna for p in PengingatTerkirim.objects.all()} == {pemeran.ani}
    monkeypatch.setattr(EmailMessage, "send", asli)
    assert [s.to for s in kirim(H[3])] == [["gani@contoh.id"]]


def test_a_crash_after_sending_repeats_and_never_loses(pemeran, panggung, monkeypatch):
    monkeypatch.setattr(pengingat, "_catat", lambda surat: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        ingatkan(H[3])
    assert len(mail.outbox) == 1 and not PengingatTerkirim.objects.exists()
    monkeypatch.undo()
    assert len(kirim(H[3])) == 1


def test_persons_without_an_address_are_counted(pemeran, panggung):
    Pengguna.objects.filter(pk=pemeran.gani.pk).update(email="")
    teks = perintah("--hari", "2023-04-07")
    assert "0 surel terkirim, 0 gagal, 1 orang tanpa alamat surel (Gani Wijaya)." in teks
    assert mail.outbox == [] and not PengingatTerkirim.objects.exists()


def test_a_dry_run_shows_and_does_nothing(pemeran, panggung):
    teks = perintah("--hari", "2023-04-07", "--kering")
    assert "Gani Wijaya <gani@contoh.id>: Pengingat SAKIP: 1 tugas" in teks
    assert "Realisasi anggaran triwulan I" in teks and "3 hari lagi (H-3)" in teks
    assert "1 surel akan dikirim" in teks
    assert mail.outbox == [] and not PengingatTerkirim.objects.exists()


def test_a_day_that_is_none_is_refused():
    with pytest.raises(CommandError, match=r"7/4/2023 bukan tanggal. Tulis tahun-bulan-hari"):
        perintah("--hari", "7/4/2023")


def test_late_items_are_counted_in_the_subject(pemeran, panggung):
    (surat,) = kirim(H[-1])
    assert surat.subject == "Pengingat SAKIP: 1 tugas, 1 lewat tenggat"


def test_the_report_of_last_year_is_reminded_of(pemeran, panggung):
    pemeran.tugas(pemeran.ani, Peran.PENYUSUN, pemeran.a)
    Penugasan.objects.filter(pengguna=pemeran.gani).delete()
    (surat,) = kirim(datetime.date(2024, 2, 17))
    assert "Kecamatan Alfa, tahun 2023" in surat.body and "- Bab I, isu strategis" in surat.body
    assert "tahun 2024" not in surat.body


def test_who_left_is_not_written_to(pemeran, panggung):
    Penugasan.objects.filter(pengguna=pemeran.gani).update(sampai=H[4])
    assert kirim(H[3]) == []
    Penugasan.objects.filter(pengguna=pemeran.gani).update(sampai=None)
    Pengguna.objects.filter(pk=pemeran.gani.pk).update(is_active=False)
    assert kirim(H[3]) == []


def test_the_admin_hears_of_all_offices_in_one_item(pemeran, panggung):
    pemeran.tugas(pemeran.eko, Peran.ADMIN_KABUPATEN)
    Penugasan.objects.filter(pengguna=pemeran.gani).delete()
    pemeran.b.program("7.01.02")
    JendelaPengisian.objects.all().delete()
    PermintaanBuka.objects.create(
        unit=pemeran.a.unit["Seksi Pelayanan"],
        tahun=TAHUN,
        triwulan=1,
        sampai=datetime.date(2023, 4, 2),
        alasan="Survei terlambat",
        diminta_oleh=pemeran.dewi,
    )
    (surat,) = kirim(datetime.date(2023, 3, 30))
    assert surat.to == ["eko@contoh.id"]
    assert "- Tetapkan jendela triwulan I 2023: 2 perangkat daerah" in surat.body
    assert "- Putuskan permintaan: Seksi Pelayanan, Kecamatan Alfa" in surat.body


def test_queries_do_not_grow_with_rows(pemeran, panggung):
    with CaptureQueriesContext(connection) as sedikit:
        ingatkan(H[7], kering=True)
    for n in range(10):
        unit = pemeran.a.unit["Seksi Pelayanan"]
        pemeran.a.indikator(f"b{n}", frekuensi="triwulan", penanggung_jawab=unit)
    with CaptureQueriesContext(connection) as banyak:
        ingatkan(H[7], kering=True)
    assert len(sedikit) == len(banyak)
