"""Writes one document of an office and year into a file: Renstra, IKU, RKT, PK, rencana aksi, triwulan."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser
from django.db import DatabaseError

from kinerja.models import PerjanjianKinerja
from organisasi.models import PerangkatDaerah
from pelaporan.dokumen.dasar import Dokumen, DokumenGagal
from pelaporan.dokumen.jenis import BERKAIT_PK, DARI_PK, JenisDokumen, build_dokumen
from pelaporan.lampiran import LampiranTidakSah, ambil_berkas
from pelaporan.management.perintah_berkas import PerintahBerkas

FORMAT = ("pdf", "html")


class Command(PerintahBerkas):
    """``manage.py susun_dokumen``: exit code 2 and one line where it cannot be written."""

    contoh_nama = "dokumen.pdf"
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
        self.periksa_tujuan(tujuan)
        try:
            dokumen = self._susun(options)
        except DatabaseError:
            self.gagal(self.basis_data_gagal)
        except DokumenGagal as galat:
            self.gagal(f"Dokumen tidak dapat disusun: {galat}")
        isi = self._tulis_isi(dokumen, options["format"])
        from pelaporan.dokumen.terbit import sidik_dokumen

        self.tulis(tujuan, isi, dokumen.kepala.nama, sidik_dokumen(dokumen))

    def _susun(self, options: dict[str, Any]) -> Dokumen:
        slug, tahun = options["perangkat_daerah"], options["tahun"]
        kantor = PerangkatDaerah.objects.select_related("pemda").filter(slug=slug).first()
        if kantor is None:
            self.gagal(f"Perangkat daerah {slug} tidak ada.")
        jenis = JenisDokumen(options["jenis"])
        pk = self._pk(kantor, tahun, options["pk"]) if jenis in DARI_PK else None
        if jenis == JenisDokumen.TRIWULAN and options["triwulan"] is None:
            self.gagal("Tulis triwulannya, misalnya --triwulan 2.")
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
            self.gagal(
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
            self.gagal(f"Dokumen tidak dapat ditulis: {galat}")
