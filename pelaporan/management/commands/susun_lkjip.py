"""Writes the LKjIP of an office and year into a file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser
from django.db import DatabaseError

from pelaporan.konteks import KonteksLKjIP, compute_hash, to_json
from pelaporan.lampiran import LampiranTidakSah, ambil_berkas
from pelaporan.management.cari_laporan import cari_laporan, sebut_tidak_ada
from pelaporan.management.perintah_berkas import PerintahBerkas
from pelaporan.tabel_xlsx import buku_tabel

FORMAT = ("pdf", "html", "json", "xlsx")


class Command(PerintahBerkas):
    """``manage.py susun_lkjip``: exit code 2 and one line where it cannot be written."""

    contoh_nama = "lkjip.pdf"
    help = "Susun LKjIP satu perangkat daerah dan tahun ke sebuah berkas."

    def add_arguments(self, parser: CommandParser) -> None:
        """Office, year, file and format."""
        parser.add_argument("--perangkat-daerah", required=True, metavar="SLUG")
        parser.add_argument("--tahun", required=True, type=int, metavar="N")
        parser.add_argument("--keluaran", required=True, type=Path, metavar="FILE")
        parser.add_argument("--format", choices=FORMAT, default="pdf")

    def handle(self, *args: Any, **options: Any) -> None:
        """Compose, render, and put the whole file in place at once."""
        tujuan: Path = options["keluaran"]
        self.periksa_tujuan(tujuan)
        try:
            konteks = self._susun(options["perangkat_daerah"], options["tahun"])
        except DatabaseError:
            self.gagal(self.basis_data_gagal)
        isi = self._tulis_isi(konteks, options["format"])
        identitas = konteks.identitas
        nama = f"LKjIP {identitas.perangkat_daerah} {identitas.tahun}"
        self.tulis(tujuan, isi, nama, compute_hash(konteks))

    def _susun(self, slug: str, tahun: int) -> KonteksLKjIP:
        from pelaporan.susun import SusunGagal, build_konteks_lkjip

        laporan = cari_laporan(slug, tahun)
        if laporan is None:
            self.gagal(sebut_tidak_ada(slug, tahun))
        try:
            return build_konteks_lkjip(laporan)
        except SusunGagal as galat:
            self.gagal(f"LKjIP {slug} {tahun} tidak dapat disusun: {galat}")

    def _tulis_isi(self, konteks: KonteksLKjIP, bentuk: str) -> bytes:
        from pelaporan import terbit

        try:
            if bentuk == "json":
                return to_json(konteks).encode("utf-8")
            if bentuk == "xlsx":
                return buku_tabel(konteks)
            if bentuk == "html":
                return terbit.render_html(konteks, media="kertas").encode("utf-8")
            return terbit.render_pdf(konteks, ambil_berkas)
        except (terbit.TerbitGagal, LampiranTidakSah) as galat:
            self.gagal(f"LKjIP tidak dapat ditulis: {galat}")
