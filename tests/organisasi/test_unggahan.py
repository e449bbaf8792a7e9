"""An upload: handed in, checked, decided, applied once; refused, cancelled, started again, deleted."""

from __future__ import annotations

import datetime
import logging

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.utils import timezone

from organisasi.models import Jejak, Satuan, Unggahan
from organisasi.pilihan import Peran, StatusUnggahan
from organisasi.unggahan import alur, pekerja
from organisasi.unggahan.alur import AlurGagal, batalkan, konfirmasi, periksa_ulang, terima
from organisasi.unggahan.bersih import hapus_yatim
from organisasi.unggahan.jalan import jalankan
from organisasi.unggahan.keadaan import BATAS_DIAM, build_keadaan, is_terhenti
from organisasi.unggahan.kemajuan import Kemajuan
from organisasi.unggahan.langkah import PERIKSA, TERAPKAN, pindah
from organisasi.unggahan.penangan import Dibatalkan, UnggahanDitolak
from tests.organisasi.penangan_uji import PenanganUji
from tests.pemeran import Pemeran

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def p(django_db_setup, django_db_blocker):
    """The cast, once; every test is rolled back."""
    from django.db import transaction

    with django_db_blocker.unblock(), transaction.atomic():
        yield Pemeran()
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def _penangan(penangan_uji):
    """Know the kind of upload of these tests."""


@pytest.fixture
def tanpa_pekerja(monkeypatch):
    """Queue only: the test does the work itself."""
    monkeypatch.setattr(pekerja, "mulai", lambda *_: None)


def unggah(p, isi="1\n2\n3\n", *, oleh=None, nama="data.txt", **lain):
    lain.setdefault("kantor", p.a.kantor)
    return terima(SimpleUploadedFile(nama, isi.encode()), jenis="uji", oleh=oleh or p.ani, **lain)


# The way through -------------------------------------------------------------------------------------


def test_a_file_is_checked_and_changes_nothing_before_it_is_confirmed(p):
    u = unggah(p, tahun=2024, pilihan={"versi": "2"})
    assert u.status == StatusUnggahan.SIAP
    assert u.hasil == {"baru": 3, "ditolak": 0, "pilihan": {"versi": "2"}}
    assert (u.total, u.dibaca, u.diperiksa, u.diterapkan) == (3, 3, 3, 0)
    assert u.pemda == p.pemda
    assert not Satuan.objects.filter(nama__startswith="uji-").exists()
    konfirmasi(u, p.ani)
    assert (u.status, u.hasil, u.diterapkan) == (StatusUnggahan.SELESAI, {"diterapkan": 3}, 3)
    assert Satuan.objects.filter(nama__startswith="uji-").count() == 3


def test_the_change_is_the_persons_in_jejak_and_history(p):
    u = unggah(p)
    konfirmasi(u, p.ani)
    jejak = Jejak.objects.get(tindakan="terapkan unggahan")
    assert (jejak.objek, jejak.oleh, jejak.perangkat_daerah) == ("data.txt", p.ani, p.a.kantor)
    assert u.sha256 in jejak.uraian
    riwayat = Satuan.objects.get(nama="uji-1").riwayat.get()
    assert riwayat.history_user == p.ani


def test_the_address_of_the_request_stands_in_the_history(p, masuk):
    u = unggah(p)
    masuk(p.ani).post(f"/unggahan/{u.pk}/terapkan/", {"giliran": u.giliran}, REMOTE_ADDR="10.9.8.7")
    assert Satuan.objects.get(nama="uji-1").riwayat.get().alamat_asal == "10.9.8.7"
    assert Jejak.objects.get(tindakan="terapkan unggahan").alamat_asal == "10.9.8.7"


# Refusals --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("nama", "isi", "pesan"),
    [
        ("data.exe", "1", "harus berkas TXT atau CSV"),
        ("data", "1", "harus berkas TXT atau CSV"),
        ("data.txt", "", "kosong"),
        ("data.TXT", "1" * 1001, "melebihi batas"),
    ],
)
def test_what_cannot_be_read_is_refused_before_it_is_stored(p, nama, isi, pesan):
    with pytest.raises(UnggahanDitolak, match=pesan):
        unggah(p, isi, nama=nama)
    assert not Unggahan.objects.exists()
    assert not default_storage.exists("unggahan/masuk")


def test_a_refused_file_says_why_and_gives_a_file_back(p):
    u = unggah(p, "1 x 2")
    assert (u.status, u.hasil["ditolak"], u.nama_hasil) == (StatusUnggahan.DITOLAK, 1, "hasil-uji.txt")
    with u.berkas_hasil.open() as hasil:
        assert hasil.read() == b"merah"
    with pytest.raises(AlurGagal, match="ditolak"):
        konfirmasi(u, p.ani)


def test_a_sentence_of_the_reader_is_shown(p):
    u = unggah(p, "rusak")
    assert (u.status, u.pesan) == (StatusUnggahan.DITOLAK, "Berkas ini rusak.")


def test_a_fault_of_ours_is_said_plainly_and_logged(p, caplog):
    with caplog.at_level(logging.ERROR):
        u = unggah(p, "galat")
    assert u.status == StatusUnggahan.GAGAL
    assert "tidak ada data yang berubah" in u.pesan and "ZeroDivision" not in u.pesan
    assert "ZeroDivisionError" in caplog.text


def test_a_change_that_fails_leaves_nothing_behind(p):
    u = unggah(p, "1 gagal")
    konfirmasi(u, p.ani)
    assert (u.status, u.pesan) == (StatusUnggahan.GAGAL, "Data sudah berubah sejak diperiksa.")
    assert not Satuan.objects.filter(nama__startswith="uji-").exists()
    assert not Jejak.objects.filter(tindakan="terapkan unggahan").exists()
    periksa_ulang(u, p.ani)
    assert u.status == StatusUnggahan.SIAP


def test_bytes_that_changed_in_the_storage_are_refused(p):
    u = unggah(p)
    with open(u.berkas.path, "w") as berkas:
        berkas.write("9")
    konfirmasi(u, p.ani)
    assert u.status == StatusUnggahan.GAGAL and "berubah" in u.pesan


def test_nobody_fills_the_queue_alone(p, tanpa_pekerja):
    for _ in range(alur.ANTRE_TERBANYAK):
        unggah(p)
    with pytest.raises(UnggahanDitolak, match="Masih ada 5 unggahan"):
        unggah(p)
    unggah(p, oleh=p.dewi)


# Once, and by the right person -----------------------------------------------------------------------


@pytest.mark.postgres
def test_two_confirmations_apply_once(p):
    u = unggah(p)
    kembar = Unggahan.objects.get(pk=u.pk)
    konfirmasi(u, p.ani)
    with pytest.raises(AlurGagal, match="selesai diterapkan"):
        konfirmasi(kembar, p.ani)
    assert Satuan.objects.filter(nama__startswith="uji-").count() == 3
    assert Jejak.objects.filter(tindakan="terapkan unggahan").count() == 1


def test_a_preview_that_is_not_the_last_is_not_applied(p):
    u = unggah(p)
    dilihat = u.giliran
    periksa_ulang(u, p.ani, {"versi": "3"})
    assert u.hasil["pilihan"] == {"versi": "3"}
    with pytest.raises(AlurGagal, match="sudah berubah"):
        konfirmasi(u, p.ani, giliran=dilihat)
    assert u.status == StatusUnggahan.SIAP


def test_only_who_handed_it_in_decides(p):
    u = unggah(p)
    for orang in (p.dewi, p.eko, p.admin, p.budi):
        for tindakan in (konfirmasi, batalkan, periksa_ulang):
            with pytest.raises(PermissionDenied):
                tindakan(u, orang)
    assert Unggahan.objects.get(pk=u.pk).status == StatusUnggahan.SIAP


def test_who_lost_the_task_meanwhile_applies_nothing(p, tanpa_pekerja):
    u = unggah(p, oleh=p.dewi)
    jalankan(u.pk, u.giliran, PERIKSA)
    konfirmasi(Unggahan.objects.get(pk=u.pk), p.dewi)
    p.dewi.penugasan.all().delete()
    u = Unggahan.objects.get(pk=u.pk)
    jalankan(u.pk, u.giliran, TERAPKAN)
    u.refresh_from_db()
    assert u.status == StatusUnggahan.GAGAL and "Tugas Anda sudah berubah" in u.pesan


def test_another_office_may_not_hand_in(p):
    with pytest.raises(PermissionDenied):
        unggah(p, oleh=p.budi)


# Cancelling, dying, starting again -------------------------------------------------------------------


def test_cancelled_before_its_turn_nothing_is_done(p, tanpa_pekerja):
    u = unggah(p)
    batalkan(u, p.ani)
    jalankan(u.pk, u.giliran, PERIKSA)
    u.refresh_from_db()
    assert (u.status, u.dibaca) == (StatusUnggahan.DIBATALKAN, 0)
    assert u.selesai_pada is not None


def test_a_check_under_way_hears_that_it_was_cancelled(p, tanpa_pekerja, monkeypatch):
    monkeypatch.setattr("organisasi.unggahan.kemajuan.JEDA_TULIS", 0)
    u = unggah(p)

    def periksa(self, unggahan, jalur, kemajuan):
        kemajuan.dibaca(1)
        batalkan(Unggahan.objects.get(pk=u.pk), p.ani)
        kemajuan.dibaca(2)
        raise AssertionError("jalan terus")

    monkeypatch.setattr(PenanganUji, "periksa", periksa)
    jalankan(u.pk, u.giliran, PERIKSA)
    u.refresh_from_db()
    assert (u.status, u.dibaca) == (StatusUnggahan.DIBATALKAN, 1)


def test_progress_is_written_rarely(p, tanpa_pekerja, django_assert_num_queries, monkeypatch):
    u = unggah(p)
    pindah(u.pk, ["antre"], "memeriksa", u.giliran)
    jam = iter([0.0, *(n / 100 for n in range(1, 251)), *([3.0] * 10)])
    monkeypatch.setattr("organisasi.unggahan.kemajuan.time.monotonic", lambda: next(jam))
    kemajuan = Kemajuan(u)
    with django_assert_num_queries(2):  # at 1 s and at 2 s
        for n in range(1, 240):
            kemajuan.diperiksa(n)


def test_a_change_under_way_cannot_be_cancelled(p, tanpa_pekerja):
    u = unggah(p)
    jalankan(u.pk, u.giliran, PERIKSA)
    u.refresh_from_db()
    konfirmasi(u, p.ani)
    with pytest.raises(AlurGagal, match="sedang diterapkan"):
        batalkan(u, p.ani)


def test_a_run_without_a_sign_of_life_can_be_started_again_and_the_old_one_writes_nothing(p, tanpa_pekerja):
    u = unggah(p)
    jalankan(u.pk, u.giliran, PERIKSA)
    u.refresh_from_db()
    konfirmasi(u, p.ani)
    lama = Kemajuan(u)
    with pytest.raises(AlurGagal):
        periksa_ulang(u, p.ani)
    Unggahan.objects.filter(pk=u.pk).update(diubah_pada=timezone.now() - BATAS_DIAM * 2)
    u.refresh_from_db()
    assert is_terhenti(u)
    assert build_keadaan(u).label == "Terhenti"
    periksa_ulang(u, p.ani)
    assert (u.status, u.diperiksa) == (StatusUnggahan.ANTRE, 0)
    with pytest.raises(Dibatalkan), lama.transaksi():
        raise AssertionError("menulis")
    jalankan(u.pk, u.giliran, PERIKSA)
    u.refresh_from_db()
    assert u.status == StatusUnggahan.SIAP


def test_rows_applied_are_seen_while_the_transaction_is_open(p, tanpa_pekerja, monkeypatch):
    monkeypatch.setattr("organisasi.unggahan.kemajuan.JEDA_TULIS", 0)
    u = unggah(p)
    lama = timezone.now() - BATAS_DIAM * 2
    Unggahan.objects.filter(pk=u.pk).update(status="menerapkan", total=4000)
    kemajuan = Kemajuan(u)
    with kemajuan.transaksi():
        kemajuan.diterapkan(1200)
        u.status, u.total, u.diubah_pada = "menerapkan", 4000, lama  # as others see the row
        keadaan = build_keadaan(u)
        assert keadaan.kalimat == "1.200 dari 4.000 baris diterapkan. Tidak dapat dibatalkan lagi."
        assert keadaan.is_bekerja and (keadaan.nilai, keadaan.total) == (1200, 4000)
    assert is_terhenti(u)  # the file is gone with the transaction
    u.refresh_from_db()
    assert (u.status, u.diterapkan) == (StatusUnggahan.SELESAI, 1200)


@pytest.mark.postgres
def test_a_run_that_is_overtaken_during_its_change_takes_it_back(p, tanpa_pekerja):
    u = unggah(p)
    pindah(u.pk, ["antre"], "menerapkan", u.giliran)
    kemajuan = Kemajuan(u)

    def terapkan():
        with kemajuan.transaksi():
            Satuan.objects.create(nama="uji-1")
            Unggahan.objects.filter(pk=u.pk).update(giliran=u.giliran + 1)

    with pytest.raises(Dibatalkan):
        terapkan()
    assert not Satuan.objects.filter(nama="uji-1").exists()


# Kept a set number of days ---------------------------------------------------------------------------


def test_uploads_are_kept_their_days_and_then_deleted_with_their_files(p, settings):
    settings.UNGGAHAN_HARI = 2
    lama, baru = unggah(p, "1 x"), unggah(p)
    hari = timezone.localdate()
    assert lama.hapus_setelah == hari + datetime.timedelta(days=2)
    kemarin = timezone.now() - datetime.timedelta(days=1)
    Unggahan.objects.filter(pk=lama.pk).update(
        hapus_setelah=hari - datetime.timedelta(days=1), diubah_pada=kemarin
    )
    ketiga = unggah(p, "5")  # a new one takes away what is past its day
    assert set(Unggahan.objects.values_list("pk", flat=True)) == {baru.pk, ketiga.pk}
    for berkas in (lama.berkas, lama.berkas_hasil):
        assert not default_storage.exists(berkas.name)
    assert default_storage.exists(baru.berkas.name)


def test_the_command_takes_away_files_that_no_upload_names(p, monkeypatch, capsys):
    u = unggah(p)
    Unggahan.objects.filter(pk=u.pk).delete()
    assert hapus_yatim() == 0  # just written: its row may be on its way
    monkeypatch.setattr("organisasi.unggahan.bersih.JAM_YATIM", -1)
    call_command("bersihkan_unggahan")
    assert capsys.readouterr().out == "0 unggahan dan 1 berkas tanpa unggahan dihapus.\n"
    assert not default_storage.exists(u.berkas.name)


def test_two_uploads_of_the_same_bytes_are_two_files(p):
    a, b = unggah(p), unggah(p)
    assert a.sha256 == b.sha256 and a.berkas.name != b.berkas.name


# Who sees --------------------------------------------------------------------------------------------


def test_own_uploads_and_for_the_admin_those_of_the_government(p):
    u = unggah(p)
    milik_b = unggah(p, oleh=p.budi, kantor=p.b.kantor)

    def terlihat(orang):
        return set(Unggahan.objects.untuk(orang).values_list("pk", flat=True))

    assert terlihat(p.ani) == {u.pk}
    assert terlihat(p.budi) == {milik_b.pk}
    assert terlihat(p.dewi) == terlihat(p.citra) == terlihat(p.farid) == terlihat(p.asing) == set()
    assert terlihat(p.eko) == terlihat(p.admin) == {u.pk, milik_b.pk}
    assert Peran.ADMIN_KABUPATEN in p.eko.pelaku.peran
