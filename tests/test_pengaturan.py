"""Settings: documented, and a bad value names itself."""

import os
import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.template import Context, Origin, Template

from sakip import lingkungan

AKAR = settings.BASE_DIR


def test_example_docs_and_code_name_the_same_variables():
    contoh = set(re.findall(r"^([A-Z_]+)=", (AKAR / ".env.example").read_text(), re.M))
    aplikasi, skrip = (AKAR / "docs/pengaturan.md").read_text().split("## Untuk skrip")
    dokumen = set(re.findall(r"^\| `([A-Z_]+)`", aplikasi, re.M))
    kode = set(re.findall(r'"((?:SAKIP_[A-Z_]+)|DATABASE_URL)"', (AKAR / "sakip/settings.py").read_text()))
    assert contoh == dokumen == kode
    di_skrip = set()
    for berkas in ("_umum.sh", "demo", "test"):
        di_skrip |= set(re.findall(r"\bSAKIP_[A-Z_]+", (AKAR / "script" / berkas).read_text()))
    assert di_skrip - kode == set(re.findall(r"^\| `([A-Z_]+)`", skrip, re.M))


def test_settings_stay_within_250_lines():
    assert len((AKAR / "sakip/settings.py").read_text().splitlines()) <= 250


@pytest.mark.parametrize(
    ("lain", "pesan"),
    [
        ({"SAKIP_RAHASIA": ""}, "SAKIP_RAHASIA wajib diisi"),
        ({"SAKIP_HOST": ""}, "SAKIP_HOST wajib diisi"),
        ({"SAKIP_DEBUG": "mungkin"}, "SAKIP_DEBUG=mungkin"),
        ({"SAKIP_HOST": " , "}, "SAKIP_HOST wajib diisi"),
        ({"SAKIP_SESI_DETIK": "3"}, "SAKIP_SESI_DETIK=3"),
        ({"SAKIP_LOG": "ramai"}, "SAKIP_LOG=ramai: tulis salah satu dari DEBUG"),
        ({"SAKIP_ZONA_WAKTU": "Mars/Base"}, "SAKIP_ZONA_WAKTU=Mars/Base: zona waktu tidak dikenal"),
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
        ("sqlite:///data/x.sqlite3", {"NAME": "/akar/data/x.sqlite3"}),
        ("postgresql://h/sakip?sslmode=require", {"HOST": "h", "OPTIONS": {"sslmode": "require"}}),
        ("postgres://ani@%2Frun%2Fpostgresql/sakip", {"HOST": "/run/postgresql", "PASSWORD": ""}),
        (
            "postgres://ani:p%40s%2Fs@basis:5433/sakip",
            {"USER": "ani", "PASSWORD": "p@s/s", "HOST": "basis", "PORT": "5433", "NAME": "sakip"},
        ),
    ],
)
def test_database_url_is_read(alamat, kunci, monkeypatch):
    monkeypatch.setenv("URL_UJI", alamat)
    hasil = lingkungan.basis_data("URL_UJI", "", {}, Path("/akar"))
    assert {k: hasil[k] for k in kunci} == kunci


@pytest.mark.parametrize(
    "alamat", ["sqlite:x", "postgres://host", "berkas", "postgres://a:rahasia@h:x/d", "postgres://a@[h/d"]
)
def test_a_bad_database_url_is_refused(alamat, monkeypatch):
    monkeypatch.setenv("URL_UJI", alamat)
    with pytest.raises(ImproperlyConfigured, match="URL_UJI") as galat:
        lingkungan.basis_data("URL_UJI", "", {}, Path("/akar"))
    assert "rahasia" not in str(galat.value)


def test_env_file_gives_way_to_the_environment(tmp_path, monkeypatch):
    berkas = tmp_path / ".env"
    berkas.write_text("# catatan\nUJI_SATU=dari berkas\nUJI_DUA='dua'\nUJI_TIGA=a=b'\n")
    monkeypatch.setenv("UJI_SATU", "dari lingkungan")
    for nama in ("UJI_DUA", "UJI_TIGA"):
        monkeypatch.setenv(nama, "")
        monkeypatch.delenv(nama)
    lingkungan.baca_env(berkas)
    hasil = [os.environ[nama] for nama in ("UJI_SATU", "UJI_DUA", "UJI_TIGA")]
    assert hasil == ["dari lingkungan", "dua", "a=b'"]
    berkas.write_text("tanpa sama dengan\n")
    with pytest.raises(ImproperlyConfigured, match="baris 1"):
        lingkungan.baca_env(berkas)


@pytest.mark.parametrize(
    "isi", ["{{ tidak_ada }}", "{{ tidak_ada|default:'-' }}", "{{ settings.tidak_ada }}"]
)
def test_an_undefined_variable_fails_in_our_templates_only(isi):
    kita = Template(isi, origin=Origin(str(AKAR / "templates/pelaporan/uji.html")))
    with pytest.raises(AssertionError, match="tidak terdefinisi"):
        kita.render(Context({"settings": {}}))
    django = Template(isi, origin=Origin("/venv/django/contrib/admin/templates/admin/uji.html"))
    assert django.render(Context({"settings": {}})) in ("", "-")


def test_asking_whether_a_variable_is_there_is_allowed():
    kita = Template(
        "{% if tidak_ada %}a{% else %}b{% endif %}", origin=Origin(str(AKAR / "templates/uji.html"))
    )
    assert kita.render(Context()) == "b"


def test_the_network_is_closed_to_tests():
    with socket.socket() as soket, pytest.raises(RuntimeError, match="mencoba jaringan"):
        soket.connect(("192.0.2.1", 80))
    with pytest.raises(RuntimeError, match="mencari nama"):
        socket.getaddrinfo("contoh.go.id", 443)
