"""Makes the new year of an office: what is missing in N+1, copied from N."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.management.base import BaseCommand, CommandError, CommandParser

from organisasi.halaman import TAHUN_PALING_AKHIR, TAHUN_PALING_AWAL
from organisasi.models import Pengguna, PerangkatDaerah
from pelaporan.tahun_baru import Rencana, TahunBaruGagal, buat_tahun_baru, rencanakan_tahun_baru


class Command(BaseCommand):
    """``manage.py tahun_baru --perangkat-daerah SLUG --dari N [--pengguna NAMA] [--periksa]``."""

    help = "Siapkan tahun N+1 sebuah perangkat daerah dari tahun N; dapat dijalankan lagi."

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare the arguments."""
        parser.add_argument("--perangkat-daerah", required=True, metavar="SLUG", help="kode pendek")
        parser.add_argument("--dari", required=True, type=int, metavar="N", help="tahun yang disalin")
        parser.add_argument("--pengguna", metavar="NAMA", help="atas nama siapa; tanpa ini: sistem")
        parser.add_argument("--periksa", action="store_true", help="tampilkan rencana, tidak menulis")

    def handle(self, *args: Any, **options: Any) -> None:
        """Make it and print what was made."""
        dari = options["dari"]
        if not TAHUN_PALING_AWAL <= dari < TAHUN_PALING_AKHIR:
            raise CommandError(
                f"Tahun {dari} di luar {TAHUN_PALING_AWAL} sampai {TAHUN_PALING_AKHIR - 1}. "
                "Tulis misalnya --dari 2025."
            )
        kantor = self._kantor(options["perangkat_daerah"])
        oleh = self._pengguna(options["pengguna"])
        if options["periksa"]:
            self._cetak(rencanakan_tahun_baru(kantor, dari), "akan dibuat")
            return
        try:
            rencana = buat_tahun_baru(kantor, dari, oleh)
        except TahunBaruGagal as galat:
            raise CommandError(str(galat)) from galat
        except PermissionDenied as galat:
            raise CommandError(
                f"{options['pengguna']} tidak berhak menyiapkan tahun baru {kantor}. Pakai akun verifikator, "
                "penyusun, atau admin kabupaten."
            ) from galat
        self._cetak(rencana, "dibuat")

    def _kantor(self, slug: str) -> PerangkatDaerah:
        kantor = PerangkatDaerah.objects.select_related("pemda").filter(slug=slug).first()
        if kantor is None:
            ada = ", ".join(PerangkatDaerah.objects.order_by("slug").values_list("slug", flat=True)[:20])
            raise CommandError(f"Perangkat daerah {slug} tidak ada. Yang ada: {ada or 'belum ada'}.")
        return kantor

    def _pengguna(self, nama: str | None) -> Pengguna | None:
        if not nama:
            return None
        pengguna = Pengguna.objects.filter(username=nama).first()
        if pengguna is None:
            raise CommandError(f"Pengguna {nama} tidak ada. Tulis nama pengguna seperti saat masuk.")
        return pengguna

    def _cetak(self, rencana: Rencana, kata: str) -> None:
        for bagian in rencana.bagian:
            self.stdout.write(f"{bagian.judul}: {bagian.jumlah} {kata}, {bagian.ada} sudah ada")
        for satu in rencana.perhatian:
            self.stdout.write(f"Perhatikan: {satu}")
        self.stdout.write(f"Tahun {rencana.ke}: {rencana.ringkas or 'tidak ada yang ' + kata}.")
