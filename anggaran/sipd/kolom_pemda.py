"""Remembers for a government what a column of its files is."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction

from anggaran.models import KolomSIPD
from organisasi.jejak import catat
from organisasi.models import PemerintahDaerah, Pengguna
from sakip.umum.teks import gabung_kata


def ingat_kolom(pemda: PemerintahDaerah, arti: Mapping[str, str], oleh: Pengguna) -> int:
    """Keep what was said of columns (normal header to meaning), with history; return how many changed.

    Whoever loads a file of the government says so for all of its files, so the act is in the log.
    """
    with transaction.atomic():
        ada = {k.judul: k for k in KolomSIPD.objects.filter(pemda=pemda, judul__in=arti)}
        berubah = []
        for judul, makna in arti.items():
            baris = ada.get(judul) or KolomSIPD(pemda=pemda, judul=judul[:120])
            if baris.arti != makna:
                baris.arti = makna
                baris.save()
                berubah.append(baris)
        if berubah:
            catat(
                "Kolom SIPD dikenali", berubah[0], oleh=oleh, pemda=pemda,
                peran=oleh.pelaku.sebut_peran(None)[:40], uraian=gabung_kata([str(b) for b in berubah]),
            )  # fmt: skip
    return len(berubah)
