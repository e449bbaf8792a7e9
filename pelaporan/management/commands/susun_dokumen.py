"""Writes one document of an office and year into a file: Renstra, IKU, RKT, PK, rencana aksi, triwulan."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any, NoReturn

from django.core.management.base import BaseCommand, CommandParser
from django.db import DatabaseError
from django.template.defaultfilters import filesizeformat

from kinerja.models import PerjanjianKinerja
from organisasi.models import PerangkatDaerah
from pelaporan.dokumen.dasar import Dokumen, DokumenGagal
from pelaporan.dokumen.jenis import BERKAIT_PK, DARI_PK, JenisDokumen, build_dokumen
from pelaporan.lampiran import LampiranTidakSah, ambil_berkas
from pelaporan.management.commands.susun_lkjip import tulis_utuh

FORMAT = ("pdf", "html")


class Command(BaseCommand):
    """``manage.py susun_dokumen``: exit code 2 and one line where it cannot be written."""

    help = (
        "Susun satu dokumen perangkat daerah ke sebuah berkas. Contoh: susun_dokumen --jenis triwulan "
        "--perangkat-daerah contoh --tahun 2024 --triwulan 2 --keluaran tw2.pdf. "
        "Perjanjian Kinerja dan rencana aksi memakai --pk; tanpa --pk dipakai PK kepala yang terakhir."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Kind, office, year, what narrows it, file and format."""
        parser.add_argument("--jenis", required=True, choices=JenisDokumen.values)
        parser.add_argument("--perangkat-daerah", required=True, metavar="SLUG")
        parser.add_argument("--tahun", required=True, type=int, metavar="N")
        parser.add_argument("--pk", type=int, metavar="N", help="nomor baris Perjanjian Kinerja")
        parser.add_argument("--triwulan", type=int, choices=(1, 2, 3, 4))
        parser.add_argument("--keluaran", required=True, type=Path, metavar="FILE")
        parser.add_argument("--format", choices=FORMAT, default="pdf")

    def handle(self, *args: Any, **options: Any) -> None:
        """Compose, render, and put the whole file in place at once."""
        tujuan: Path = options["keluaran"]
        self._periksa_tujuan(tujuan)
        try:
            dokumen = self._susun(options)
        except DatabaseError:
            self._gagal(
                "Basis data tidak dapat dibaca. Jalankan manage.py migrate, atau periksa DATABASE_URL."
            )
        except DokumenGagal as galat:
            self._gagal(f"Dokumen tidak dapat disusun: {galat}")
        isi = self._tulis_isi(dokumen, options["format"])
        try:
            tulis_utuh(tujuan, isi)
        except OSError as galat:
            self._gagal(f"{tujuan} tidak dapat ditulis: {galat.strerror or galat}.")
        from pelaporan.dokumen.terbit import sidik_dokumen

        self.stdout.write(
            f"{tujuan}: {dokumen.kepala.nama}, {filesizeformat(len(isi)).replace(chr(160), ' ')}, "
            f"sidik {sidik_dokumen(dokumen)[:12]}"
        )

    def _periksa_tujuan(self, tujuan: Path) -> None:
        if tujuan.is_dir():
            self._gagal(f"{tujuan} adalah folder. Tulis nama berkasnya, misalnya {tujuan / 'dokumen.pdf'}.")
        if not tujuan.parent.is_dir():
            self._gagal(f"Folder {tujuan.parent} tidak ada. Buat dahulu, atau pilih folder lain.")
        if not os.access(tujuan.parent, os.W_OK | os.X_OK):
            self._gagal(f"Folder {tujuan.parent} tidak dapat ditulisi. Pilih folder lain.")

    def _susun(self, options: dict[str, Any]) -> Dokumen:
        slug, tahun = options["perangkat_daerah"], options["tahun"]
        kantor = PerangkatDaerah.objects.select_related("pemda").filter(slug=slug).first()
        if kantor is None:
            self._gagal(f"Perangkat daerah {slug} tidak ada.")
        jenis = JenisDokumen(options["jenis"])
        pk = self._pk(kantor, tahun, options["pk"]) if jenis in DARI_PK else None
        if jenis == JenisDokumen.TRIWULAN and options["triwulan"] is None:
            self._gagal("Tulis triwulannya, misalnya --triwulan 2.")
        return build_dokumen(jenis, kantor, tahun, pk=pk, triwulan=options["triwulan"])

    def _pk(self, kantor: PerangkatDaerah, tahun: int, nomor: int | None) -> PerjanjianKinerja:
        semua = PerjanjianKinerja.objects.filter(
            jabatan__perangkat_daerah=kantor, tahun=tahun
        ).select_related(*BERKAIT_PK)
        if nomor is None:
            satu = semua.kepala().ditetapkan().order_by("revisi").last()
        else:
            satu = semua.filter(pk=nomor).first()
        if satu is None:
            ada = ", ".join(f"{p.pk} ({p})" for p in semua.order_by("pk")[:20])
            self._gagal(
                f"Perjanjian Kinerja {'' if nomor is None else nomor} tidak ada pada {kantor} tahun {tahun}. "
                f"Yang ada: {ada or 'belum satu pun'}."
            )
        return satu

    def _tulis_isi(self, dokumen: Dokumen, bentuk: str) -> bytes:
        from pelaporan.dokumen import terbit
        from pelaporan.terbit import TerbitGagal

        try:
            if bentuk == "html":
                return terbit.render_dokumen_html(dokumen).encode("utf-8")
            return terbit.render_dokumen_pdf(dokumen, ambil_berkas)
        except (TerbitGagal, LampiranTidakSah) as galat:
            self._gagal(f"Dokumen tidak dapat ditulis: {galat}")

    def _gagal(self, kalimat: str) -> NoReturn:
        self.stderr.write(" ".join(kalimat.split()))
        sys.exit(2)
