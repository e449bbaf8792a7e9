"""Who does the long work: a detached process, at most so many, none where a standing one is asked for."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import time
from contextlib import closing

import pytest
from django.conf import settings as pengaturan
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import connection
from django_tasks_db.models import DBTaskResult

from organisasi.models import Pengguna
from organisasi.unggahan import pekerja
from organisasi.unggahan.alur import terima
from organisasi.unggahan.penangan import ambil, daftarkan
from tests.organisasi.penangan_uji import PenanganUji


class ProsesPalsu:
    dipanggil: list[dict] = []

    def __init__(self, perintah, **lain):
        self.dipanggil.append({"perintah": perintah, **lain})

    def wait(self):
        """End at once."""


@pytest.fixture
def proses(monkeypatch):
    ProsesPalsu.dipanggil = []
    monkeypatch.setattr(pekerja.subprocess, "Popen", ProsesPalsu)
    return ProsesPalsu.dipanggil


@pytest.fixture
def antre(db, penangan_uji, django_capture_on_commit_callbacks):
    def unggah():
        oleh = Pengguna.objects.filter(username="u").first() or Pengguna.objects.create_superuser("u")
        with django_capture_on_commit_callbacks(execute=True):
            return terima(SimpleUploadedFile("a.txt", b"1"), jenis="uji", oleh=oleh)

    return unggah


def test_a_new_task_begins_a_process_that_has_nothing_of_ours(antre, proses, settings):
    settings.PEKERJA = "otomatis"
    assert antre().status == "antre"
    (satu,) = proses
    assert satu["perintah"][0] == sys.executable and satu["perintah"][-1] == "kerjakan_antrean"
    assert satu["start_new_session"] is True and satu["stdin"] == subprocess.DEVNULL
    assert satu["stdout"] == satu["stderr"]
    assert os.path.exists(os.path.join(settings.MEDIA_ROOT, "pekerja", "pekerja.log"))
    assert DBTaskResult.objects.ready().count() == 1


def test_while_a_worker_runs_no_other_begins(antre, proses, settings):
    settings.PEKERJA, settings.PEKERJA_BANYAK = "otomatis", 2
    with pekerja.ambil_tempat() as satu, pekerja.ambil_tempat() as dua, pekerja.ambil_tempat() as tiga:
        assert (satu, dua, tiga) == (True, True, False)
        antre()
        call_command("kerjakan_antrean")  # no place: it leaves the task to those who hold one
        assert DBTaskResult.objects.ready().count() == 1
    assert proses == []
    antre()
    assert len(proses) == 1


def test_a_standing_worker_is_not_doubled(antre, proses, settings):
    settings.PEKERJA = "luar"
    assert antre().status == "antre"
    assert proses == [] and DBTaskResult.objects.ready().count() == 1


def test_a_log_that_grew_is_set_aside(settings, monkeypatch):
    monkeypatch.setattr(pekerja, "BATAS_LOG", 3)
    folder = pekerja.folder_pekerja()
    (folder / "pekerja.log").write_text("panjang")
    with pekerja._buka_log() as berkas:
        os.write(berkas, b"baru")
    assert (folder / "pekerja.log.1").read_text() == "panjang"
    assert (folder / "pekerja.log").read_text() == "baru"


def test_a_kind_is_registered_once(penangan_uji):
    daftarkan(PenanganUji())
    lain = type("Lain", (), {"jenis": "uji"})()
    with pytest.raises(ValueError, match="sudah terdaftar"):
        daftarkan(lain)
    assert type(ambil("uji")) is PenanganUji


PERINTAH = """
import django; django.setup()
from django.core.files.uploadedfile import SimpleUploadedFile
from organisasi.models import Pengguna
from organisasi.unggahan.alur import terima
oleh = Pengguna.objects.create_superuser("u")
print(terima(SimpleUploadedFile("a.txt", b"1 2 3"), jenis="uji", oleh=oleh).status)
"""


def test_the_work_goes_on_when_the_process_that_queued_it_is_gone(
    django_db_setup, django_db_blocker, tmp_path
):
    """A real file of SQLite, a real web process that ends at once, a real worker."""
    berkas = tmp_path / "uji.sqlite3"
    with django_db_blocker.unblock(), closing(sqlite3.connect(berkas)) as salinan:
        connection.ensure_connection()
        connection.connection.backup(salinan)
    lingkungan = {
        **os.environ, "DATABASE_URL": f"sqlite:///{berkas}", "SAKIP_MEDIA": str(tmp_path / "media"),
        "SAKIP_PEKERJA": "otomatis", "DJANGO_SETTINGS_MODULE": "tests.organisasi.pengaturan_pekerja",
    }  # fmt: skip
    hasil = subprocess.run(
        [sys.executable, "-c", PERINTAH],
        env=lingkungan, cwd=pengaturan.BASE_DIR, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert hasil.stdout == "antre\n", hasil.stderr
    akhir = time.monotonic() + 60
    with closing(sqlite3.connect(berkas)) as basis:
        kini = ("antre", 0)
        while kini[0] in ("antre", "memeriksa") and time.monotonic() < akhir:
            time.sleep(0.1)
            kini = basis.execute("SELECT status, diperiksa FROM organisasi_unggahan").fetchone()
    assert kini == ("siap", 3), (tmp_path / "media/pekerja/pekerja.log").read_text()
