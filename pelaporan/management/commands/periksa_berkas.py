"""Finds stored files that are gone from the server or are no longer what was stored."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from django.core.files.storage import default_storage
from django.core.management.base import BaseCommand, CommandError

from kinerja.bukti import hitung_sidik
from kinerja.models import Bukti
from organisasi.models import DokumenPenetapan
from pelaporan.models import BerkasTersimpan


class Command(BaseCommand):
    """``manage.py periksa_berkas``: one line for each broken file; exit 1 where there is one."""

    help = "Periksa bahwa berkas bukti, lampiran, dan dokumen masih ada dan masih sama."

    def handle(self, *args: Any, **options: Any) -> None:
        """Read every stored file once."""
        rusak = 0
        diperiksa = 0
        for sebutan, nama, sidik in berkas_tercatat():
            diperiksa += 1
            if pesan := periksa(nama, sidik):
                rusak += 1
                self.stdout.write(f"{sebutan}: {pesan}")
        if rusak:
            raise CommandError(f"{rusak} dari {diperiksa} berkas rusak atau hilang.", returncode=1)
        self.stdout.write(f"{diperiksa} berkas diperiksa, semuanya ada dan sama.")


def berkas_tercatat() -> Iterator[tuple[str, str, str]]:
    """Yield what is recorded: in words, name in the storage, SHA-256 ("" where none is recorded)."""
    for b in Bukti.objects.select_related("realisasi__pengukuran__indikator").order_by("pk").iterator(500):
        yield f"Bukti {b.nama} ({b.realisasi.pengukuran})", str(b.berkas.name), b.sha256
    for t in BerkasTersimpan.objects.order_by("pk").iterator(500):
        yield f"Berkas {t.sha256[:12]}", str(t.berkas.name), t.sha256
    for d in DokumenPenetapan.objects.exclude(berkas="").order_by("pk").iterator(500):
        yield f"Dokumen {d}", str(d.berkas.name), ""


def periksa(nama: str, sidik: str) -> str:
    """Return what is wrong with a stored file, empty where nothing is."""
    try:
        with default_storage.open(nama) as berkas:
            kini = hitung_sidik(berkas) if sidik else hashlib.sha256().hexdigest()
    except FileNotFoundError:
        return f"hilang dari penyimpanan ({nama})"
    except OSError as galat:
        return f"tidak dapat dibaca ({galat.strerror})"
    return "" if not sidik or kini == sidik else f"isinya berubah sejak disimpan ({nama})"
