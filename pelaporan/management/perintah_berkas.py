"""What the commands share that write one document into one file."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import NoReturn

from django.core.management.base import BaseCommand
from django.template.defaultfilters import filesizeformat


class PerintahBerkas(BaseCommand):
    """Writes a whole file or none; exit code 2 and one line where it cannot be written."""

    contoh_nama: str  # a file name that a sentence may suggest
    basis_data_gagal = "Basis data tidak dapat dibaca. Jalankan manage.py migrate, atau periksa DATABASE_URL."

    def periksa_tujuan(self, tujuan: Path) -> None:
        """Refuse a target that cannot be written, before anything is composed."""
        if tujuan.is_dir():
            self.gagal(f"{tujuan} adalah folder. Tulis nama berkasnya, misalnya {tujuan / self.contoh_nama}.")
        if not tujuan.parent.is_dir():
            self.gagal(f"Folder {tujuan.parent} tidak ada. Buat dahulu, atau pilih folder lain.")
        if not os.access(tujuan.parent, os.W_OK | os.X_OK):
            self.gagal(f"Folder {tujuan.parent} tidak dapat ditulisi. Pilih folder lain.")

    def tulis(self, tujuan: Path, isi: bytes, nama: str, sidik: str) -> None:
        """Put the file in place and say its name, size and the first twelve digits of its fingerprint."""
        try:
            tulis_utuh(tujuan, isi)
        except OSError as galat:
            self.gagal(f"{tujuan} tidak dapat ditulis: {galat.strerror or galat}.")
        besar = filesizeformat(len(isi)).replace(chr(160), " ")
        self.stdout.write(f"{tujuan}: {nama}, {besar}, sidik {sidik[:12]}")

    def gagal(self, kalimat: str) -> NoReturn:
        """Say one line on stderr and end with exit code 2."""
        self.stderr.write(" ".join(kalimat.split()))
        sys.exit(2)


def tulis_utuh(tujuan: Path, isi: bytes) -> None:
    """Write a file whole or not at all; what stood there stays until the new one is complete."""
    nomor, nama = tempfile.mkstemp(dir=tujuan.parent, prefix=f".{tujuan.name[:40]}.")
    sementara = Path(nama)
    try:
        with os.fdopen(nomor, "wb") as aliran:
            aliran.write(isi)
            aliran.flush()
            os.fsync(aliran.fileno())
        sementara.chmod(0o666 & ~_umask())
        os.replace(sementara, tujuan)
    except BaseException:
        sementara.unlink(missing_ok=True)
        raise


def _umask() -> int:
    kini = os.umask(0o022)
    os.umask(kini)
    return kini
