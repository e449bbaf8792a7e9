"""Two people on one record: the second save is told what changed, by whom and when, and writes nothing.

Each change form carries the newest history number of the record and of every kind of row inside it
(``versi_halaman``). What history has beyond these numbers was written since the page was opened.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib.admin import AdminSite
from django.db.models import Max, Model

from sakip.umum.admin_riwayat import (
    SISTEM,
    TINDAKAN,
    Catatan,
    Pencetak,
    Sumber,
    baca_catatan,
    sumber_dari,
)
from sakip.umum.waktu import sebut_waktu_zona

NAMA = "versi_halaman"
_BUTIR = re.compile(r"(\w+):(\d+)", re.ASCII)

PESAN = "Belum tersimpan: data ini diubah orang lain sejak halaman ini dibuka."
PESAN_SENDIRI = "Belum tersimpan: data ini Anda ubah dari halaman lain sejak halaman ini dibuka."


@dataclass(frozen=True)
class Perubahan:
    """What somebody wrote into one row since the page was opened."""

    sebutan: str
    oleh: str
    pada: str
    bidang: Mapping[str, str]  # name of the field -> value that stands now, in words


@dataclass(frozen=True)
class Konflik:
    """All that was written since the page was opened, by row (model, key)."""

    pesan: str
    baris: Mapping[tuple[type[Model], Any], Perubahan]
    uraian: tuple[str, ...]

    def pada_baris(self, objek: Model) -> Perubahan | None:
        """Return what was written into one row."""
        return self.baris.get((type(objek), objek.pk))


def tulis_versi(sumber: Iterable[Sumber]) -> str:
    """Return the numbers of a page: "perjanjiankinerja:12 targetpk:40"; one query for each kind."""
    return " ".join(
        f"{s.model._meta.model_name}:{s.riwayat.aggregate(n=Max('history_id'))['n'] or 0}" for s in sumber
    )


def baca_versi(teks: str) -> dict[str, int]:
    """Return the numbers that a page came with."""
    return {nama: int(nomor) for nama, nomor in _BUTIR.findall(teks)}


def cari_konflik(
    objek: Model, anak: Iterable[tuple[type[Model], str]], versi: str, pengguna: Any, situs: AdminSite
) -> Konflik | None:
    """Return what was written after the page with this ``versi`` was opened, None where nothing was.

    A page without the field (a script, an old page) is not asked.
    """
    dahulu = baca_versi(versi)
    sumber = [s for s in sumber_dari(objek, anak) if str(s.model._meta.model_name) in dahulu]
    if not any(
        s.riwayat.filter(history_id__gt=dahulu[str(s.model._meta.model_name)]).exists() for s in sumber
    ):
        return None
    baru = [
        c
        for c in baca_catatan(sumber)
        if c.kini.history_id > dahulu[str(c.sumber.model._meta.model_name)] and c.is_berarti
    ]
    if not baru:
        return None
    pencetak = Pencetak(situs)
    pencetak.siapkan(baru)
    pencetak.kamus.setdefault(type(objek), {})[objek.pk] = objek
    baris: dict[tuple[type[Model], Any], Perubahan] = {}
    for c in baru:
        kunci = (c.sumber.model, c.kini.id)
        baris[kunci] = _tambah(baris.get(kunci), c, pencetak)
    sendiri = {c.kini.history_user_id for c in baru} == {pengguna.pk}
    return Konflik(
        pesan=PESAN_SENDIRI if sendiri else PESAN,
        baris=baris,
        uraian=tuple(_uraikan(c, pencetak) for c in baru),
    )


def _tambah(ada: Perubahan | None, c: Catatan, pencetak: Pencetak) -> Perubahan:
    bidang = dict(ada.bidang) if ada else {}
    if c.kini.history_type != "-":
        bidang |= {b.name: pencetak.cetak(b, getattr(c.kini, b.attname)) for b in c.bidang_berubah()}
    return Perubahan(pencetak.nama(c), _oleh(c), sebut_waktu_zona(c.kini.history_date), bidang)


def _oleh(c: Catatan) -> str:
    return str(c.kini.history_user or SISTEM)


def _uraikan(c: Catatan, pencetak: Pencetak) -> str:
    """Return one sentence: "Target PK: SKM, nilai: 80 menjadi 82 (Ani Rahmawati, 26 Februari …)"."""
    siapa = f"({_oleh(c)}, {sebut_waktu_zona(c.kini.history_date)})"
    nama = pencetak.nama(c) or "Data ini"
    if c.kini.history_type != "~" or c.dahulu is None:
        return f"{nama}: {TINDAKAN[c.kini.history_type].lower()} {siapa}."
    isi = "; ".join(
        f"{b.verbose_name}: {pencetak.cetak(b, getattr(c.dahulu, b.attname))[:200]} menjadi "
        f"{pencetak.cetak(b, getattr(c.kini, b.attname))[:200]}"
        for b in c.bidang_berubah()
    )
    return f"{nama}, {isi} {siapa}."
