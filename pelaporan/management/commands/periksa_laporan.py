"""Runs all checks over the LKjIP of an office and year."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Any, NoReturn

from django.core.management.base import BaseCommand, CommandParser
from django.db import DatabaseError

from pelaporan.management.cari_laporan import cari_laporan, sebut_tidak_ada
from pelaporan.management.perintah_berkas import PerintahBerkas
from pelaporan.pemeriksaan import periksa_laporan
from pelaporan.periksa.dasar import Temuan, Tingkat
from pelaporan.periksa.jalankan import HasilPeriksa
from pelaporan.susun import SusunGagal
from sakip.umum.tanggal import format_tanggal

JUDUL = {Tingkat.GALAT: "Galat", Tingkat.PERINGATAN: "Peringatan", Tingkat.INFO: "Info"}


class Command(BaseCommand):
    """``manage.py periksa_laporan``: exit code 1 with a galat that stands, 2 where nothing is checked.

    A galat with an override in force is listed and counted like the others; it only no longer sets the exit
    code.
    """

    help = (
        "Periksa LKjIP satu perangkat daerah dan tahun. Kode keluar 0: tidak ada galat, atau semuanya "
        "dikecualikan; 1: ada galat; 2: laporan tidak ada atau tidak dapat disusun."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Office, year and the form of the answer."""
        parser.add_argument("--perangkat-daerah", required=True, metavar="SLUG")
        parser.add_argument("--tahun", required=True, type=int, metavar="N")
        parser.add_argument("--json", action="store_true", help="Tulis hanya JSON.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Check, print, and end with the exit code."""
        slug, tahun = options["perangkat_daerah"], options["tahun"]
        try:
            hasil = self._periksa(slug, tahun)
        except DatabaseError:
            self._gagal(PerintahBerkas.basis_data_gagal)
        if options["json"]:
            self.stdout.write(json.dumps(susun_json(hasil), ensure_ascii=False, indent=2))
        else:
            for baris in susun_teks(hasil):
                self.stdout.write(baris)
        if hasil.penghalang:
            sys.exit(1)

    def _periksa(self, slug: str, tahun: int) -> HasilPeriksa:
        laporan = cari_laporan(slug, tahun)
        if laporan is None:
            self._gagal(sebut_tidak_ada(slug, tahun))
        try:
            return periksa_laporan(laporan)
        except SusunGagal as galat:
            self._gagal(f"LKjIP {slug} {tahun} tidak dapat diperiksa: {galat}")

    def _gagal(self, kalimat: str) -> NoReturn:
        self.stderr.write(" ".join(kalimat.split()))
        sys.exit(2)


def susun_json(hasil: HasilPeriksa) -> dict[str, Any]:
    """Return the findings with their counts, for another program."""
    return {
        "temuan": [
            {
                "kode": t.kode,
                "tingkat": t.tingkat.value,
                "lokasi": t.lokasi.teks,
                "pesan": t.pesan,
                "nilai": _nilai(t),
                "tautan": t.tautan,
            }
            for t in hasil.temuan
        ],
        "galat": len(hasil.galat),
        "peringatan": len(hasil.peringatan),
        "info": len(hasil.info),
    }


def _nilai(t: Temuan) -> dict[str, str]:
    """Return the values by name; of two with one name the second gets a number."""
    hasil: dict[str, str] = {}
    for nama, isi in t.nilai:
        kunci, n = nama, 2
        while kunci in hasil:
            kunci, n = f"{nama} {n}", n + 1
        hasil[kunci] = isi
    return hasil


def susun_teks(hasil: HasilPeriksa) -> Iterator[str]:
    """Yield the findings by level as lines, the counts last."""
    for tingkat, judul in JUDUL.items():
        for t in hasil.setingkat(tingkat):
            yield f"{judul}: {t.lokasi.teks}. {t.pesan} [{t.kode}]{_jawaban(hasil, t)}"
    yield (
        f"{len(hasil.galat)} galat, {len(hasil.peringatan)} peringatan, {len(hasil.info)} info dari "
        f"{len(hasil.dijalankan)} pemeriksaan."
    )


def _jawaban(hasil: HasilPeriksa, t: Temuan) -> str:
    kecuali = hasil.pengecualian.get(t.kunci)
    if kecuali is not None and kecuali.berlaku_sampai is not None and hasil.is_dikecualikan(t):
        return f" Dikecualikan sampai {format_tanggal(kecuali.berlaku_sampai)}: {kecuali.alasan}"
    alasan = hasil.alasan.get(t.kunci)
    return f" Alasan: {alasan.alasan}" if alasan is not None and t.tingkat is Tingkat.PERINGATAN else ""
