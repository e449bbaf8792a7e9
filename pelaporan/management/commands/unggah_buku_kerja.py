"""Reads a workbook: shows what it would change, or changes it."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser
from django.db import DatabaseError
from django.utils import timezone

from organisasi.models import Pengguna
from pelaporan.buku.kembali import buat_buku_kembali
from pelaporan.buku.terap import HasilBuku, periksa_buku, terapkan_buku
from pelaporan.management.pelaku import ambil_pengguna
from pelaporan.management.perintah_berkas import PerintahBerkas
from sakip.umum.excel.baca import BerkasDitolak, BukuBaca, baca_rinci
from sakip.umum.excel.batas import BATAS_BUKU


class Command(PerintahBerkas):
    """``manage.py unggah_buku_kerja``: exit code 1 where anything was refused, 2 where it cannot run."""

    contoh_nama = "perbaiki.xlsx"
    help = "Terapkan sebuah buku kerja, semuanya atau tidak sama sekali. --periksa hanya memeriksa."

    def add_arguments(self, parser: CommandParser) -> None:
        """File, and how."""
        parser.add_argument("berkas", type=Path, metavar="F.xlsx")
        parser.add_argument("--periksa", action="store_true", help="tidak mengubah apa pun")
        parser.add_argument("--json", action="store_true", help="cetak satu objek JSON")
        parser.add_argument("--pengguna", metavar="NAMA", default="", help="bertindak sebagai orang ini")
        parser.add_argument(
            "--kembali", type=Path, metavar="FILE", help="tulis buku yang ditandai ke berkas ini"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Read, check, perhaps write; say what came of it."""
        if options["kembali"]:
            self.periksa_tujuan(options["kembali"])
        if not options["berkas"].is_file():
            self.gagal(f"Berkas {options['berkas']} tidak ditemukan.")
        try:
            pengguna = ambil_pengguna(self, options["pengguna"])
            mentah = baca_rinci(options["berkas"], BATAS_BUKU)
            hasil = self._jalankan(mentah, pengguna, options)
        except BerkasDitolak as galat:
            self._tolak_berkas(galat, json_saja=options["json"])
            return
        except DatabaseError:
            self.gagal(self.basis_data_gagal)
        if options["json"]:
            self.stdout.write(json.dumps(hasil.angka(), ensure_ascii=False))
        else:
            self._sebut(hasil, terap=not options["periksa"])
        if hasil.is_ditolak and options["kembali"]:
            isi = buat_buku_kembali(hasil, timezone.now())
            options["kembali"].write_bytes(isi)
        if hasil.is_ditolak:
            sys.exit(1)

    @staticmethod
    def _jalankan(mentah: BukuBaca, pengguna: Pengguna | None, options: dict[str, Any]) -> HasilBuku:
        if options["periksa"]:
            return periksa_buku(mentah, pengguna)
        # The check comes first: it names every fault and holds no lock while the file is read.
        hasil = periksa_buku(mentah, pengguna)
        if hasil.is_ditolak:
            return hasil
        return terapkan_buku(mentah, pengguna, alasan=f"Buku kerja {options['berkas'].name}")

    def _tolak_berkas(self, galat: BerkasDitolak, *, json_saja: bool) -> None:
        if json_saja:
            temuan = [{"lembar": "", "sel": "", "kode": galat.kode, "pesan": galat.pesan}]
            kosong = {"baru": 0, "berubah": 0, "tetap": 0, "ditolak": 0, "temuan": temuan}
            self.stdout.write(json.dumps(kosong, ensure_ascii=False))
        else:
            self.stderr.write(galat.pesan)
        sys.exit(1)

    def _sebut(self, hasil: HasilBuku, *, terap: bool) -> None:
        angka = hasil.angka()
        for t in hasil.temuan:
            self.stdout.write(f"{t.lembar}!{t.sel}: {t.kalimat}" if t.sel else f"{t.lembar}: {t.kalimat}")
        akhir = "tidak ada yang disimpan" if hasil.is_ditolak or not terap else "diterapkan"
        self.stdout.write(
            f"{angka['baru']} baru, {angka['berubah']} berubah, {angka['tetap']} tetap, "
            f"{angka['ditolak']} ditolak: {akhir}."
        )
