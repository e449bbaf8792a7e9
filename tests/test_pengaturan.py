"""Settings: documented, and a bad value names itself."""

import os
import re
import subprocess
import sys

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from sakip import lingkungan

AKAR = settings.BASE_DIR


def test_example_docs_and_code_name_the_same_variables():
    contoh = set(re.findall(r"^([A-Z_]+)=", (AKAR / ".env.example").read_text(), re.M))
    dokumen = set(re.findall(r"^\| `([A-Z_]+)`", (AKAR / "docs/pengaturan.md").read_text(), re.M))
    kode = set(re.findall(r'"((?:SAKIP_[A-Z_]+)|DATABASE_URL)"', (AKAR / "sakip/settings.py").read_text()))
    assert contoh == dokumen == kode


def test_settings_stay_within_250_lines():
    assert len((AKAR / "sakip/settings.py").read_text().splitlines()) <= 250


@pytest.mark.parametrize(
    ("lain", "pesan"),
    [
        ({"SAKIP_RAHASIA": ""}, "SAKIP_RAHASIA wajib diisi"),
        ({"SAKIP_HOST": ""}, "SAKIP_HOST wajib diisi"),
        ({"SAKIP_DEBUG": "mungkin"}, "SAKIP_DEBUG=mungkin"),
        ({"SAKIP_SESI_DETIK": "3"}, "SAKIP_SESI_DETIK=3"),
        ({"DATABASE_URL": "mysql://x/y"}, "DATABASE_URL: skema mysql tidak dikenal"),
    ],
)
def test_a_missing_or_bad_value_stops_with_name_and_reason(lain, pesan, tmp_path):
    isi = {"SAKIP_RAHASIA": "x" * 60, "SAKIP_HOST": "localhost", "PATH": os.environ["PATH"], **lain}
    hasil = subprocess.run(
        [sys.executable, "-c", "import sys; sys.modules['pytest'] = sys; import sakip.settings"],
        env=isi,
        cwd=AKAR,
        capture_output=True,
        text=True,
    )
    assert hasil.returncode != 0
    assert pesan in hasil.stderr


def test_production_is_the_default():
    kode = (
        "import sys; sys.modules['pytest'] = sys; import sakip.settings as s; "
        "print(s.DEBUG, s.SESSION_COOKIE_SECURE, s.SECURE_SSL_REDIRECT, s.SECURE_HSTS_SECONDS > 0)"
    )
    isi = {"SAKIP_RAHASIA": "x" * 60, "SAKIP_HOST": "localhost", "PATH": os.environ["PATH"]}
    hasil = subprocess.run([sys.executable, "-c", kode], env=isi, cwd=AKAR, capture_output=True, text=True)
    assert hasil.stdout.split() == ["False", "True", "True", "True"]


@pytest.mark.parametrize(
    ("alamat", "kunci"),
    [
        ("sqlite:////var/lib/x.sqlite3", {"NAME": "/var/lib/x.sqlite3"}),
        (
            "postgres://ani:p%40s%2Fs@basis:5433/sakip",
            {"USER": "ani", "PASSWORD": "p@s/s", "HOST": "basis", "PORT": "5433", "NAME": "sakip"},
        ),
    ],
)
def test_database_url_is_read(alamat, kunci, monkeypatch):
    monkeypatch.setenv("URL_UJI", alamat)
    hasil = lingkungan.basis_data("URL_UJI", "", {})
    assert {k: hasil[k] for k in kunci} == kunci


@pytest.mark.parametrize("alamat", ["sqlite:x", "postgres://host", "berkas"])
def test_a_bad_database_url_is_refused(alamat, monkeypatch):
    monkeypatch.setenv("URL_UJI", alamat)
    with pytest.raises(ImproperlyConfigured, match="URL_UJI"):
        lingkungan.basis_data("URL_UJI", "", {})


def test_env_file_gives_way_to_the_environment(tmp_path, monkeypatch):
    berkas = tmp_path / ".env"
    berkas.write_text("# catatan\nUJI_SATU=dari berkas\nUJI_DUA='dua'\n")
    monkeypatch.setenv("UJI_SATU", "dari lingkungan")
    monkeypatch.delenv("UJI_DUA", raising=False)
    lingkungan.baca_env(berkas)
    assert (os.environ["UJI_SATU"], os.environ.pop("UJI_DUA")) == ("dari lingkungan", "dua")
    berkas.write_text("tanpa sama dengan\n")
    with pytest.raises(ImproperlyConfigured, match="baris 1"):
        lingkungan.baca_env(berkas)
