"""Reads settings from the environment and from ``.env``; a missing or bad value names itself."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit
from zoneinfo import ZoneInfo

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
        nilai = nilai.strip()
        if len(nilai) >= 2 and nilai[0] == nilai[-1] and nilai[0] in "\"'":
            nilai = nilai[1:-1]
        os.environ.setdefault(nama.strip(), nilai)


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
    """Return a list of texts separated by commas; without a default at least one is required."""
    isi = [x.strip() for x in teks(nama, bawaan).split(",") if x.strip()]
    if not isi and bawaan is None:
        raise ImproperlyConfigured(f"{nama} wajib diisi (lihat docs/pengaturan.md).")
    return isi


def pilihan(nama: str, bawaan: str, boleh: tuple[str, ...]) -> str:
    """Return one of the allowed texts."""
    nilai = teks(nama, bawaan)
    if nilai not in boleh:
        raise ImproperlyConfigured(f"{nama}={nilai}: tulis salah satu dari {', '.join(boleh)}.")
    return nilai


def zona(nama: str, bawaan: str) -> str:
    """Return the name of a time zone that this machine knows."""
    nilai = teks(nama, bawaan)
    try:
        ZoneInfo(nilai)
    except (LookupError, ValueError, OSError):
        raise ImproperlyConfigured(
            f"{nama}={nilai}: zona waktu tidak dikenal; misalnya Asia/Jakarta."
        ) from None
    return nilai


def basis_data(nama: str, bawaan: str, sqlite: dict[str, Any], akar: Path) -> dict[str, Any]:
    """Return Django's settings of a database from ``sqlite:///path`` or ``postgres://user:pw@host/db``.

    A relative path counts from ``akar``, not from where the command was called. What follows ``?`` in a
    PostgreSQL address (``sslmode=require``) is handed to libpq; the address itself is never printed.
    """
    alamat = teks(nama, bawaan)
    try:
        bagian = urlsplit(alamat)
        port = str(bagian.port or "")
    except ValueError:
        raise ImproperlyConfigured(
            f"{nama}: host atau port tidak sah; sandi dengan tanda : / @ ditulis dengan %."
        ) from None
    if bagian.scheme == "sqlite":
        jalur = alamat.removeprefix("sqlite:///")
        if not alamat.startswith("sqlite:///") or not jalur:
            raise ImproperlyConfigured(f"{nama}: tulis sqlite:///jalur/berkas.sqlite3.")
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": str(akar / jalur), "OPTIONS": sqlite}
    if bagian.scheme in ("postgres", "postgresql"):
        if not bagian.path.strip("/"):
            raise ImproperlyConfigured(f"{nama}: nama basis data belum ditulis.")
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(bagian.path.strip("/")),
            "USER": unquote(bagian.username or ""),
            "PASSWORD": unquote(bagian.password or ""),
            "HOST": unquote(bagian.hostname or ""),
            "PORT": port,
            "CONN_MAX_AGE": 60,
            "OPTIONS": dict(parse_qsl(bagian.query)),
        }
    raise ImproperlyConfigured(
        f"{nama}: skema {bagian.scheme or '(kosong)'} tidak dikenal; sqlite atau postgres."
    )
