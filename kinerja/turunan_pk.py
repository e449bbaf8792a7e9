"""Who takes over what a superior promised: indicators of subordinates' PK that hang on the superior's.

An indicator hangs on another through ``Indikator.induk``, directly or through indicators between them
(cascading, PermenPANRB 89/2021).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.bahan_pk import PKGagal
from kinerja.models import Indikator, PerjanjianKinerja, TargetPK
from organisasi.jejak import catat
from organisasi.models import Jabatan, Pengguna
from organisasi.pilihan import PERENCANA
from sakip.umum.riwayat import ubah_banyak


@dataclass
class IndikatorBawahan:
    """An indicator in a subordinate's PK; ``puncak_id`` is the superior's indicator that it reaches."""

    indikator: Indikator
    jabatan: Jabatan
    induk_id: int | None
    puncak_id: int | None


@dataclass
class IndikatorAtasan:
    """An indicator of the superior's PK with what hangs on it."""

    indikator: Indikator
    turunan: list[IndikatorBawahan] = field(default_factory=list)


@dataclass
class Turunan:
    """The page: the superior's indicators, what hangs on none, subordinates without a PK."""

    atasan: list[IndikatorAtasan]
    lepas: list[IndikatorBawahan]
    bawahan: list[tuple[Jabatan, PerjanjianKinerja | None]]

    @property
    def semua(self) -> list[IndikatorBawahan]:
        """All indicators of subordinates, those that hang on none last."""
        return [b for a in self.atasan for b in a.turunan] + self.lepas

    @property
    def belum(self) -> list[IndikatorAtasan]:
        """The superior's indicators that nobody below has taken over."""
        return [a for a in self.atasan if not a.turunan]

    @property
    def tanpa_pk(self) -> list[Jabatan]:
        """The subordinate posts without a PK in the year."""
        return [j for j, pk in self.bawahan if pk is None]


def muat_turunan(pk: PerjanjianKinerja) -> Turunan:
    """Read the subordinates' PK of the year (the last set revision, else the draft) under a superior's."""
    bawahan = list(Jabatan.objects.filter(atasan=pk.jabatan_id).select_related("unit"))
    bawahan.sort(key=lambda j: (j.unit.urutan if j.unit else 9999, j.nama))
    dipakai: dict[int, PerjanjianKinerja] = {}
    for satu in PerjanjianKinerja.objects.filter(
        jabatan__in=[j.pk for j in bawahan], tahun=pk.tahun
    ).order_by("revisi"):
        lama = dipakai.get(satu.jabatan_id)
        if lama is None or satu.is_ditetapkan:
            dipakai[satu.jabatan_id] = satu
    induk = dict(
        Indikator.objects.filter(perangkat_daerah=pk.jabatan.perangkat_daerah_id).values_list(
            "pk", "induk_id"
        )
    )
    atasan = {t.indikator_id: IndikatorAtasan(t.indikator) for t in _target([pk])}
    lepas: list[IndikatorBawahan] = []
    for t in _target(list(dipakai.values())):
        jabatan = next(j for j in bawahan if dipakai.get(j.pk) and dipakai[j.pk].pk == t.perjanjian_id)
        puncak = cari_puncak(t.indikator_id, induk, set(atasan))
        b = IndikatorBawahan(t.indikator, jabatan, t.indikator.induk_id, puncak)
        (lepas if puncak is None else atasan[puncak].turunan).append(b)
    return Turunan(list(atasan.values()), lepas, [(j, dipakai.get(j.pk)) for j in bawahan])


def _target(pk: list[PerjanjianKinerja]) -> list[TargetPK]:
    return list(
        TargetPK.objects.filter(perjanjian__in=[p.pk for p in pk])
        .select_related("indikator__induk")
        .order_by("perjanjian__jabatan__unit__urutan", "perjanjian_id", "urutan")
    )


def cari_puncak(satu: int, induk: Mapping[int, int | None], tujuan: set[int]) -> int | None:
    """Return the first of ``tujuan`` that an indicator reaches through its superiors; None for none.

    An indicator that both promise hangs on itself: the subordinate took it over as it is.
    """
    dilihat: set[int] = set()
    kini: int | None = satu
    while kini is not None and kini not in dilihat:
        if kini in tujuan:
            return kini
        dilihat.add(kini)
        kini = induk.get(kini)
    return None


def atur_induk(pk: PerjanjianKinerja, pilihan: Mapping[int, int | None], oleh: Pengguna) -> int:
    """Set on what the indicators of subordinates hang; return how many changed. All or nothing.

    ``pilihan`` maps an indicator of a subordinate's PK to an indicator of the superior's PK, to what it
    already hangs on, or to None. Raises PKGagal for another one and for a circle.
    """
    kantor = pk.jabatan.perangkat_daerah
    assert kantor is not None
    if not oleh.pelaku.is_peran(kantor.pk, *PERENCANA):
        raise PermissionDenied("indikator atasan")
    with transaction.atomic():
        turunan = muat_turunan(pk)
        milik = {b.indikator.pk: b.indikator for b in turunan.semua}
        boleh = {a.indikator.pk for a in turunan.atasan}
        induk: dict[int, Any] = dict(
            Indikator.objects.filter(perangkat_daerah=kantor).values_list("pk", "induk_id")
        )
        ubah = []
        for kunci, baru in pilihan.items():
            satu = milik.get(kunci)
            if satu is None or baru == kunci or not (baru in boleh or baru in (None, satu.induk_id)):
                raise PKGagal("Indikator ini bukan milik PK bawahan atau atasan. Muat ulang halaman.")
            if satu.induk_id != baru:
                satu.induk_id = induk[kunci] = baru
                ubah.append(satu)
        for satu in ubah:
            if satu.induk_id is not None and cari_puncak(satu.induk_id, induk, {satu.pk}) is not None:
                raise PKGagal(f"{satu.nama}: indikator tidak dapat menginduk pada turunannya sendiri.")
        ubah_banyak(ubah, ("induk",), oleh=oleh)
        if ubah:
            peran = oleh.pelaku.sebut_peran(kantor.pk)[:40]
            uraian = f"{len(ubah)} indikator"
            catat("Indikator atasan diatur", pk, oleh=oleh, kantor=kantor, peran=peran, uraian=uraian)
    return len(ubah)
