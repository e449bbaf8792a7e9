"""Loads the two example offices, and on request the sample report as it was published."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import IntegrityError, connection, models, transaction
from django.db.models import ProtectedError, Q
from django.utils import timezone

from anggaran.models import DPA, RealisasiAnggaran
from kinerja.models import (
    Bukti,
    CatatanPemeriksaan,
    Indikator,
    Pengukuran,
    PerjanjianKinerja,
    PermintaanBuka,
    Realisasi,
    TahapPengukuran,
)
from kinerja.tanggung_jawab import definisi_kantor, unit_indikator, unit_node, unit_pimpinan
from organisasi.models import Jabatan, Pegawai, PemangkuJabatan, PerangkatDaerah, UnitKerja
from pelaporan.lampiran import simpan_lampiran
from pelaporan.management import pindaian_contoh
from pelaporan.models import Lampiran, Laporan
from pelaporan.pilihan import JenisLampiran
from renstra.models import Program, Renstra, Sasaran, Tujuan
from sakip.umum import pemicu
from sakip.umum.pemuat import DataTidakSah, HasilMuat, muat_berkas
from sakip.umum.riwayat import ubah_banyak


@dataclass(frozen=True)
class Contoh:
    """An example office: where its files are and what it is called."""

    slug: str
    tahun: int
    pola: str
    sebutan: str


CONTOH = (
    Contoh("batang-batang", 2023, "batang-batang-2023-*.json", "Kecamatan Batang-batang 2023"),
    Contoh("contoh", 2024, "contoh-2024-*.json", "Kecamatan Contoh 2024"),
)
SEPERTI_TERBIT = Contoh(
    "batang-batang-seperti-terbit",
    2023,
    "batang-batang-seperti-terbit/*.json",
    "Kecamatan Batang-batang 2023 seperti terbit",
)
# In this order: a row goes before the rows that it protects.
MILIK_KANTOR: tuple[tuple[type[models.Model], str], ...] = (
    (Laporan, "perangkat_daerah"),
    (CatatanPemeriksaan, "tahap__unit__perangkat_daerah"),
    (TahapPengukuran, "unit__perangkat_daerah"),
    (PermintaanBuka, "unit__perangkat_daerah"),
    (Bukti, "realisasi__pengukuran__indikator__perangkat_daerah"),
    (PerjanjianKinerja, "jabatan__perangkat_daerah"),
    (Pengukuran, "indikator__perangkat_daerah"),
    (RealisasiAnggaran, "program__perangkat_daerah"),
    (DPA, "perangkat_daerah"),
    (Indikator, "perangkat_daerah"),
    (Program, "perangkat_daerah"),
    (Sasaran, "renstra__perangkat_daerah"),
    (Tujuan, "renstra__perangkat_daerah"),
    (Renstra, "perangkat_daerah"),
    (PemangkuJabatan, "jabatan__perangkat_daerah"),
)


class Command(BaseCommand):
    """``manage.py muat_contoh``."""

    help = "Muat perangkat daerah contoh; yang sudah ada tidak diubah."

    def add_arguments(self, parser: CommandParser) -> None:
        """What to load, and whether to begin anew."""
        parser.add_argument(
            "--ulang", action="store_true", help="kembalikan perangkat daerah contoh ke asalnya"
        )
        parser.add_argument(
            "--seperti-terbit", action="store_true", help="muat juga laporan contoh seperti terbit"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Load office by office; one line for each."""
        for contoh in (*CONTOH, SEPERTI_TERBIT) if options["seperti_terbit"] else CONTOH:
            ada = PerangkatDaerah.objects.filter(slug=contoh.slug).exists()
            try:
                hasil = self._muat(contoh, ulang=options["ulang"])
            except ProtectedError as galat:
                raise CommandError(
                    f"{contoh.sebutan}: dipakai data lain di luar contoh, jadi tidak dikembalikan."
                ) from galat
            except (DataTidakSah, IntegrityError) as galat:
                rincian = " ".join(str(galat).split())
                if not ada or options["ulang"]:
                    raise CommandError(f"{contoh.sebutan}: {rincian}") from galat
                self.stdout.write(
                    f"{contoh.sebutan}: sudah diubah orang, jadi dibiarkan. --ulang mengembalikannya."
                )
            else:
                self.stdout.write(
                    f"{contoh.sebutan}: {hasil.dibuat} baris baru, {hasil.sudah_ada} sudah ada."
                )

    def _muat(self, contoh: Contoh, *, ulang: bool) -> HasilMuat:
        jalur = sorted((settings.BASE_DIR / "fixtures" / "contoh").glob(contoh.pola))
        with transaction.atomic():
            if ulang:
                with pemicu.terangkat(connection):
                    hapus_kantor(contoh.slug)
            sudah = _lampiran_tim(contoh).exists()
            hasil = muat_berkas(*jalur)
            if hasil.per_model.get("PerjanjianKinerja"):
                tetapkan_dokumen(contoh.slug)
                lengkapi(contoh.slug)
            if contoh.slug == "contoh" and not sudah:
                _pasang_pindaian(contoh)
        return hasil


def tetapkan_dokumen(slug: str) -> None:
    """Set the PK and DPA that the data files hold, on the day that each names."""
    kantor = {"jabatan__perangkat_daerah__slug": slug}
    for pk in PerjanjianKinerja.objects.filter(ditetapkan_pada=None, **kantor):
        pk.ditetapkan_pada = _siang(pk.tanggal)
        pk.save()
    for dpa in DPA.objects.filter(ditetapkan_pada=None, perangkat_daerah__slug=slug):
        dpa.ditetapkan_pada = _siang(dpa.tanggal or datetime.date(dpa.tahun, 1, 1))
        dpa.save()


def lengkapi(slug: str) -> None:
    """Fill what the data files leave to a rule: the government of a person, the unit of a value."""
    kantor = PerangkatDaerah.objects.get(slug=slug)
    pimpinan = unit_pimpinan(kantor)
    for pemangku in PemangkuJabatan.objects.filter(
        Q(jabatan__perangkat_daerah=kantor) | Q(jabatan__pemda=kantor.pemda_id), pegawai__pemda=None
    ).select_related("pegawai"):
        pemangku.pegawai.pemda_id = kantor.pemda_id
        pemangku.pegawai.save(update_fields=["pemda"])
    indikator = Indikator.objects.filter(perangkat_daerah=kantor).select_related(
        "program", "kegiatan__program", "sub_kegiatan__kegiatan__program"
    )
    for tahun in set(
        Pengukuran.objects.filter(indikator__perangkat_daerah=kantor).values_list("tahun", flat=True)
    ):
        unit = unit_indikator(indikator, definisi_kantor(kantor, tahun), pimpinan)
        baris = list(
            Realisasi.objects.filter(
                pengukuran__indikator__perangkat_daerah=kantor, pengukuran__tahun=tahun, unit=None
            ).select_related("pengukuran")
        )
        for r in baris:
            r.unit_id = unit[r.pengukuran.indikator_id]
        ubah_banyak(baris, ["unit"])
    belanja = list(
        RealisasiAnggaran.objects.filter(program__perangkat_daerah=kantor, unit=None).select_related(
            "program", "kegiatan__program", "sub_kegiatan__kegiatan__program"
        )
    )
    for b in belanja:
        b.unit_id = unit_node(b.node) or pimpinan
    ubah_banyak(belanja, ["unit"])


def _siang(hari: datetime.date) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(hari, datetime.time(12)))


def _lampiran_tim(contoh: Contoh) -> models.QuerySet[Lampiran]:
    return Lampiran.objects.filter(
        laporan__perangkat_daerah__slug=contoh.slug,
        laporan__tahun=contoh.tahun,
        judul=pindaian_contoh.JUDUL,
    )


def _pasang_pindaian(contoh: Contoh) -> None:
    baris = _lampiran_tim(contoh).filter(jenis=JenisLampiran.TIDAK_ADA).select_related("laporan").first()
    if baris is None:
        return
    baris.delete()
    simpan_lampiran(
        baris.laporan,
        pindaian_contoh.JUDUL,
        ContentFile(pindaian_contoh.build_pindaian(), name=pindaian_contoh.NAMA_BERKAS),
        pindaian_contoh.ALTERNATIF,
        baris.urutan,
    )


# Reset ---------------------------------------------------------------------------------------------


def hapus_kantor(slug: str) -> None:
    """Delete an office with all that is its own; what its government has (RPJMD, regulations) stays.

    Raises ProtectedError where a row of somebody else's needs it. Call it inside a transaction.
    """
    kantor = PerangkatDaerah.objects.filter(slug=slug).first()
    if kantor is None:
        return
    orang = list(
        Pegawai.objects.filter(
            pk__in=PemangkuJabatan.objects.filter(jabatan__perangkat_daerah=kantor).values("pegawai")
        )
    )
    for model, jalur in MILIK_KANTOR:
        model._default_manager.filter(**{jalur: kantor}).delete()
    _hapus_pohon(Jabatan, "atasan", kantor)
    _hapus_pohon(UnitKerja, "induk", kantor)
    kantor.delete()
    masih = set(PemangkuJabatan.objects.filter(pegawai__in=orang).values_list("pegawai_id", flat=True))
    Pegawai.objects.filter(
        pk__in=[p.pk for p in orang if p.pk not in masih and p.pengguna_id is None]
    ).delete()


def _hapus_pohon(model: type[models.Model], induk: str, kantor: PerangkatDaerah) -> None:
    """Delete leaves until nothing is left: a parent is protected by its children."""
    milik = model._default_manager.filter(perangkat_daerah=kantor)
    while milik.exists():
        punya_anak = model._default_manager.filter(**{f"{induk}__isnull": False}).values(induk)
        daun = list(milik.exclude(pk__in=punya_anak).values_list("pk", flat=True))
        if not daun:
            raise ProtectedError("dipakai perangkat daerah lain", set(milik))
        model._default_manager.filter(pk__in=daun).delete()
