"""As whom a command acts."""

from __future__ import annotations

from organisasi.models import Pengguna
from pelaporan.management.perintah_berkas import PerintahBerkas


def ambil_pengguna(perintah: PerintahBerkas, nama: str) -> Pengguna | None:
    """Return the account of that name, None (the system) for an empty one; exit code 2 where unknown."""
    if not nama:
        return None
    pengguna: Pengguna | None = Pengguna.objects.filter(username=nama, is_active=True).first()
    if pengguna is None:
        perintah.gagal(f"Pengguna “{nama}” tidak ditemukan atau tidak aktif.")
    return pengguna
