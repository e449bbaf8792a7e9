"""Reads settings from the environment and from ``.env``; a missing or bad value names itself."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

BENAR = {"1", "ya", "true", "yes", "on"}
SALAH = {"0", "tidak", "false", "no", "off"}


def baca_env(berkas: Path) -> None:
    """Take ``NAME=value`` lines of a file into the environment; what is already set wins."""
    if not berkas.is_file():
        return
    for nomor, baris in enumerate(berkas.read_text(encoding="utf-8").splitlines(), start=1):
        isi = baris.strip()
        if not isi or isi.startswith("#"):
            continue
        nama, pisah, nilai = isi.partition("=")
        if not pisah or not nama.strip():
            raise ImproperlyConfigured(f"{berkas.name} baris {nomor}: tulis NAMA=nilai.")
        os.environ.setdefault(nama.strip(), nilai.strip().strip("\"'"))


def teks(nama: str, bawaan: str | None = None) -> str:
    """Return a text; without a default it is required."""
    nilai = os.environ.get(nama, "").strip() or bawaan
    if nilai is None:
        raise ImproperlyConfigured(f"{nama} wajib diisi (lihat docs/pengaturan.md).")
    return nilai


def boolean(nama: str, bawaan: bool) -> bool:
    """Return yes or no."""
    nilai = os.environ.get(nama, "").strip().lower()
    if not nilai:
        return bawaan
    if nilai in BENAR:
        return True
    if nilai in SALAH:
        return False
    raise ImproperlyConfigured(f"{nama}={nilai}: tulis ya atau tidak.")


def bulat(nama: str, bawaan: int, *, paling_kecil: int = 0) -> int:
    """Return a whole number not below ``paling_kecil``."""
    nilai = os.environ.get(nama, "").strip()
    if not nilai:
        return bawaan
    if not nilai.isdigit() or int(nilai) < paling_kecil:
        raise ImproperlyConfigured(f"{nama}={nilai}: tulis bilangan bulat, paling kecil {paling_kecil}.")
    return int(nilai)


def daftar(nama: str, bawaan: str | None = None) -> list[str]:
    """Return a list of texts separated by commas."""
    return [x.strip() for x in teks(nama, bawaan).split(",") if x.strip()]


def basis_data(nama: str, bawaan: str, sqlite: dict[str, Any]) -> dict[str, Any]:
    """Return Django's settings of a database from ``sqlite:///path`` or ``postgres://user:pw@host/db``."""
    alamat = teks(nama, bawaan)
    bagian = urlsplit(alamat)
    if bagian.scheme == "sqlite":
        jalur = alamat.removeprefix("sqlite:///")
        if not alamat.startswith("sqlite:///") or not jalur:
            raise ImproperlyConfigured(f"{nama}: tulis sqlite:///jalur/berkas.sqlite3.")
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": jalur, "OPTIONS": sqlite}
    if bagian.scheme in ("postgres", "postgresql"):
        if not bagian.path.strip("/"):
            raise ImproperlyConfigured(f"{nama}: nama basis data belum ditulis.")
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(bagian.path.strip("/")),
            "USER": unquote(bagian.username or ""),
            "PASSWORD": unquote(bagian.password or ""),
            "HOST": unquote(bagian.hostname or ""),
            "PORT": str(bagian.port or ""),
            "CONN_MAX_AGE": 60,
        }
    raise ImproperlyConfigured(
        f"{nama}: skema {bagian.scheme or '(kosong)'} tidak dikenal; sqlite atau postgres."
    )
