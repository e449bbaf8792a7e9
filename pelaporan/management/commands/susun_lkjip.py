"""Writes the LKjIP of an office and year into a file."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import Any, NoReturn

from django.core.management.base import BaseCommand, CommandParser
from django.db import DatabaseError
from django.template.defaultfilters import filesizeformat

from organisasi.models import PerangkatDaerah
from pelaporan.konteks import KonteksLKjIP, compute_hash, to_json
from pelaporan.lampiran import LampiranTidakSah, ambil_berkas
from pelaporan.models import Laporan

FORMAT = ("pdf", "html", "json")


class Command(BaseCommand):
    """``manage.py susun_lkjip``: exit code 2 and one line where it cannot be written."""

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
        self._periksa_tujuan(tujuan)
        try:
            konteks = self._susun(options["perangkat_daerah"], options["tahun"])
        except DatabaseError:
            self._gagal(
                "Basis data tidak dapat dibaca. Jalankan manage.py migrate, atau periksa DATABASE_URL."
            )
        isi = self._tulis_isi(konteks, options["format"])
        try:
            tulis_utuh(tujuan, isi)
        except OSError as galat:
            self._gagal(f"{tujuan} tidak dapat ditulis: {galat.strerror or galat}.")
        self.stdout.write(
            f"{tujuan}: LKjIP {konteks.identitas.perangkat_daerah} {konteks.identitas.tahun}, "
            f"{filesizeformat(len(isi)).replace(chr(160), ' ')}, sidik {compute_hash(konteks)[:12]}"
        )

    def _periksa_tujuan(self, tujuan: Path) -> None:
        if tujuan.is_dir():
            self._gagal(f"{tujuan} adalah folder. Tulis nama berkasnya, misalnya {tujuan / 'lkjip.pdf'}.")
        if not tujuan.parent.is_dir():
            self._gagal(f"Folder {tujuan.parent} tidak ada. Buat dahulu, atau pilih folder lain.")
        if not os.access(tujuan.parent, os.W_OK | os.X_OK):
            self._gagal(f"Folder {tujuan.parent} tidak dapat ditulisi. Pilih folder lain.")

    def _susun(self, slug: str, tahun: int) -> KonteksLKjIP:
        from pelaporan.susun import SusunGagal, build_konteks_lkjip

        laporan = Laporan.objects.milik(slug).tahun(tahun).select_related("perangkat_daerah__pemda").first()
        if laporan is None:
            self._gagal(_tidak_ada(slug, tahun))
        try:
            return build_konteks_lkjip(laporan)
        except SusunGagal as galat:
            self._gagal(f"LKjIP {slug} {tahun} tidak dapat disusun: {galat}")

    def _tulis_isi(self, konteks: KonteksLKjIP, bentuk: str) -> bytes:
        from pelaporan import terbit

        try:
            if bentuk == "json":
                return to_json(konteks).encode("utf-8")
            if bentuk == "html":
                return terbit.render_html(konteks, media="kertas").encode("utf-8")
            return terbit.render_pdf(konteks, ambil_berkas)
        except (terbit.TerbitGagal, LampiranTidakSah) as galat:
            self._gagal(f"LKjIP tidak dapat ditulis: {galat}")

    def _gagal(self, kalimat: str) -> NoReturn:
        self.stderr.write(" ".join(kalimat.split()))
        sys.exit(2)


def _tidak_ada(slug: str, tahun: int) -> str:
    if not PerangkatDaerah.objects.filter(slug=slug).exists():
        ada = ", ".join(PerangkatDaerah.objects.order_by("slug").values_list("slug", flat=True)[:10])
        return f"Perangkat daerah {slug} tidak ada. Yang ada: {ada or 'belum satu pun'}."
    tahun_ada = Laporan.objects.milik(slug).order_by("tahun").values_list("tahun", flat=True)
    ada = ", ".join(str(t) for t in tahun_ada)
    return f"Laporan {slug} tahun {tahun} tidak ada. Tahun yang ada: {ada or 'belum satu pun'}."


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
