"""Reminders by e-mail: H-7, H-3, H-1, when a deadline has passed, and then once a week.

One message for each person and run collects all items whose moment has come. What was sent is recorded
(``PengingatTerkirim``) after the message went out: a crash in between can repeat a message, never lose one.
"""

from __future__ import annotations

import datetime
import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db import transaction
from django.db.models import Q
from django.template.loader import render_to_string

from organisasi.izin import Pelaku
from organisasi.models import PemerintahDaerah, Pengguna, PerangkatDaerah
from organisasi.pilihan import Peran
from pelaporan.models import PengingatTerkirim
from pelaporan.tenggat import saat_pengingat
from pelaporan.tugas import ButirTugas, susun_tugas
from pelaporan.tugas_bahan import BahanTugas
from pelaporan.tugas_kabupaten import tugas_pemda
from sakip.umum.tanggal import format_tanggal

log = logging.getLogger(__name__)
Tanda = tuple[str, str]  # (key of the item with its deadline, moment): what is recorded


@dataclass(frozen=True)
class Bagian:
    """The items of one office and year in a message."""

    judul: str
    butir: tuple[ButirTugas, ...]


@dataclass(frozen=True)
class Surat:
    """What one person is told in one run."""

    pengguna: Pengguna
    bagian: tuple[Bagian, ...]
    tanda: frozenset[Tanda]

    @property
    def butir(self) -> tuple[ButirTugas, ...]:
        """All items."""
        return tuple(b for bagian in self.bagian for b in bagian.butir)

    @property
    def perihal(self) -> str:
        """Subject: how many items, how many of them late."""
        lewat = sum(1 for b in self.butir if b.is_lewat)
        return f"Pengingat SAKIP: {len(self.butir)} tugas" + (f", {lewat} lewat tenggat" if lewat else "")

    def isi(self, hari: datetime.date) -> str:
        """Plain text."""
        bahan = {"surat": self, "alamat": settings.ALAMAT, "hari": format_tanggal(hari)}
        return render_to_string("pelaporan/surel/pengingat.txt", bahan)


@dataclass
class Ringkasan:
    """What a run did."""

    terkirim: list[Surat] = field(default_factory=list)
    gagal: list[str] = field(default_factory=list)
    tanpa_surel: list[str] = field(default_factory=list)


def ingatkan(hari: datetime.date, *, kering: bool = False) -> Ringkasan:
    """Send what is due on a day. ``kering``: only find out, send and record nothing."""
    ringkasan = Ringkasan()
    sambungan = None if kering else get_connection()
    for surat in susun_surat(hari):
        if not surat.pengguna.email:
            ringkasan.tanpa_surel.append(str(surat.pengguna))
            continue
        if not kering:
            pesan = EmailMessage(
                surat.perihal, surat.isi(hari), to=[surat.pengguna.email], connection=sambungan
            )
            try:
                pesan.send()
            except (SMTPException, OSError) as galat:
                log.error("pengingat untuk %s: %s", surat.pengguna.username, galat)
                ringkasan.gagal.append(str(surat.pengguna))
                continue
            _catat(surat)
        ringkasan.terkirim.append(surat)
    return ringkasan


def _catat(surat: Surat) -> None:
    with transaction.atomic():
        for kunci, saat in sorted(surat.tanda):
            PengingatTerkirim.objects.get_or_create(pengguna=surat.pengguna, kunci=kunci, saat=saat)


def susun_surat(hari: datetime.date) -> Iterator[Surat]:
    """Yield the message of each person who has something due that he was not told yet."""
    orang = _bertugas(hari)
    tahun = (hari.year - 1, hari.year)
    bagian: dict[int, list[Bagian]] = {o.pk: [] for o in orang}
    for pemda in PemerintahDaerah.objects.order_by("kode"):
        admin = [o for o in orang if _is_admin(o.pelaku, pemda)]
        if admin and (butir := tugas_pemda(pemda, tahun, hari)):
            for o in admin:
                bagian[o.pk].append(Bagian(pemda.nama_lengkap, butir))
    for kantor in PerangkatDaerah.objects.select_related("pemda").order_by("pemda", "nama"):
        milik = [o for o in orang if any(t.kantor_id == kantor.pk for t in o.pelaku.tugas)]
        for n in tahun if milik else ():
            bahan = BahanTugas(kantor, n, hari)
            for o in milik:
                if butir := susun_tugas(o.pelaku, bahan).butir:
                    bagian[o.pk].append(Bagian(f"{kantor.nama}, tahun {n}", butir))
    for o in orang:
        surat = _saring(o, bagian[o.pk], hari)
        if surat is not None:
            yield surat


def _is_admin(pelaku: Pelaku, pemda: PemerintahDaerah) -> bool:
    return any(t.peran == Peran.ADMIN_KABUPATEN and t.pemda_id == pemda.pk for t in pelaku.tugas)


def _bertugas(hari: datetime.date) -> list[Pengguna]:
    """Active persons with a task in force; superusers without one are not reminded of anything."""
    berlaku = Q(penugasan__sampai=None) | Q(penugasan__sampai__gte=hari)
    return list(
        Pengguna.objects.filter(berlaku, penugasan__mulai__lte=hari, is_active=True).distinct().order_by("pk")
    )


def _saring(pengguna: Pengguna, bagian: Iterable[Bagian], hari: datetime.date) -> Surat | None:
    """Keep the items whose moment has come and was not told yet; None where none is left."""
    sudah = set(PengingatTerkirim.objects.filter(pengguna=pengguna).values_list("kunci", "saat"))
    hasil: list[Bagian] = []
    tanda: set[Tanda] = set()
    for satu in bagian:
        butir = []
        for b in satu.butir:
            t = _tanda(b, hari)
            if t is not None and t not in sudah:
                butir.append(b)
                tanda.add(t)
        if butir:
            hasil.append(Bagian(satu.judul, tuple(butir)))
    return Surat(pengguna, tuple(hasil), frozenset(tanda)) if hasil else None


def _tanda(butir: ButirTugas, hari: datetime.date) -> Tanda | None:
    """Return what is recorded of an item; a deadline that was moved is told again."""
    if butir.tenggat is None:
        return None
    saat = saat_pengingat(butir.tenggat, hari)
    return (f"{butir.kunci}@{butir.tenggat:%Y%m%d}", saat) if saat else None
