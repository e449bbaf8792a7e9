"""Which target of an indicator holds in a year: PK, else RKT, else Renstra; the DPA for programmes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from anggaran.models import DPA
from kinerja.models import (
    DefinisiIndikator,
    PerjanjianKinerja,
    TargetDPA,
    TargetPK,
    TargetRenstra,
    TargetRKT,
)
from kinerja.models.nilai import Nilai
from kinerja.peringatan_pk import bagian_setahun
from kinerja.pilihan import AkumulasiRenstra
from kinerja.tanggung_jawab import definisi_kantor
from organisasi.models import PerangkatDaerah


def target_renstra(
    kantor: PerangkatDaerah, tahun: int, definisi: Mapping[int, DefinisiIndikator]
) -> dict[int, TargetRenstra]:
    """Return the Renstra target of a year for each indicator, of the latest version in force.

    Where Renstra targets are sums since the first year (kumulatif) it is the year's own part of them, which
    is what an RKT or a PK promises; such a row is not a stored one.
    """
    semua: dict[int, dict[int, TargetRenstra]] = defaultdict(dict)
    for t in (
        TargetRenstra.objects.filter(
            indikator__perangkat_daerah=kantor, tahun__lte=tahun, versi__mulai_tahun__lte=tahun
        )
        .select_related("predikat")
        .order_by("versi__nomor")
    ):
        semua[t.indikator_id][t.tahun] = t
    hasil: dict[int, TargetRenstra] = {}
    for i, per_tahun in semua.items():
        d = definisi.get(i)
        if tahun in per_tahun and d is not None and d.akumulasi_renstra == AkumulasiRenstra.KUMULATIF:
            angka = {n: t.nilai for n, t in per_tahun.items() if t.nilai is not None}
            hasil[i] = TargetRenstra(
                indikator_id=i,
                versi_id=per_tahun[tahun].versi_id,
                tahun=tahun,
                nilai=bagian_setahun(angka, tahun),
            )
        elif tahun in per_tahun:
            hasil[i] = per_tahun[tahun]
    return hasil


def target_tahun(
    kantor: PerangkatDaerah,
    tahun: int,
    pk: PerjanjianKinerja | None,
    dpa: DPA | None,
    definisi: Mapping[int, DefinisiIndikator] | None = None,
) -> dict[int, Nilai]:
    """Return the year's target of each indicator: PK in force, else RKT, else Renstra; DPA for programmes."""
    if definisi is None:
        definisi = definisi_kantor(kantor, tahun)
    hasil: dict[int, Nilai] = dict(target_renstra(kantor, tahun, definisi))
    for k in (
        TargetRKT.objects.filter(indikator__perangkat_daerah=kantor, tahun=tahun)
        .select_related("predikat")
        .order_by()
    ):
        hasil[k.indikator_id] = k
    for t in TargetPK.objects.filter(perjanjian=pk).select_related("predikat").order_by():
        hasil[t.indikator_id] = t
    for d in TargetDPA.objects.filter(dpa=dpa).select_related("predikat").order_by():
        hasil[d.indikator_id] = d
    return hasil
