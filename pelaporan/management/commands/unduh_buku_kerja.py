"""Writes the workbook of an office and year into a file, or a blank one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser
from django.db import DatabaseError
from django.utils import timezone

from organisasi.models import PerangkatDaerah
from pelaporan.buku.bahan import Bahan
from pelaporan.buku.unduh import buat_buku
from pelaporan.management.pelaku import ambil_pengguna
from pelaporan.management.perintah_berkas import PerintahBerkas


class Command(PerintahBerkas):
    """``manage.py unduh_buku_kerja``: exit code 2 and one line where it cannot be written."""

    contoh_nama = "buku-kerja.xlsx"
    help = (
        "Tulis buku kerja satu perangkat daerah dan tahun. --kosong menulis buku kerja kosong; perangkat "
        "daerahnya boleh tidak disebut."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Office, year, file."""
        parser.add_argument("--perangkat-daerah", metavar="SLUG", default="")
        parser.add_argument("--tahun", required=True, type=int, metavar="N")
        parser.add_argument("--keluaran", required=True, type=Path, metavar="FILE")
        parser.add_argument("--kosong", action="store_true", help="tanpa isi, untuk perangkat daerah baru")
        parser.add_argument(
            "--pengguna", metavar="NAMA", default="", help="kunci sel menurut tugas orang ini"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Compose, and put the whole file in place at once."""
        tujuan: Path = options["keluaran"]
        self.periksa_tujuan(tujuan)
        if not 2000 <= options["tahun"] <= 2100:
            self.gagal(f"Tahun {options['tahun']} di luar batas. Tulis tahun 2000 sampai 2100.")
        try:
            kantor = self._kantor(options)
            pengguna = ambil_pengguna(self, options["pengguna"])
            bahan = Bahan(kantor, options["tahun"], pengguna)
            isi = buat_buku(bahan, timezone.now(), kosong=options["kosong"])
        except DatabaseError:
            self.gagal(self.basis_data_gagal)
        from hashlib import sha256

        nama = f"Buku kerja {'kosong' if options['kosong'] else kantor} {options['tahun']}"
        self.tulis(tujuan, isi, nama, sha256(isi).hexdigest())

    def _kantor(self, options: dict[str, Any]) -> PerangkatDaerah | None:
        slug = options["perangkat_daerah"]
        if not slug and options["kosong"]:
            return None
        kantor: PerangkatDaerah | None = (
            PerangkatDaerah.objects.select_related("pemda").filter(slug=slug).first()
        )
        if kantor is None:
            self.gagal(
                f"Perangkat daerah “{slug}” tidak ditemukan. Pakai --perangkat-daerah dengan kode pendeknya."
            )
        return kantor
