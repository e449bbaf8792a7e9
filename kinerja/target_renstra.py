"""The table of Renstra targets of a tujuan or sasaran: all its indicators by all target years."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kinerja.models import DefinisiIndikator, Indikator, SkalaNilai, TargetRenstra
from kinerja.perencanaan import KunciTarget, tahun_versi
from kinerja.pilihan import ArahIndikator, JenisNilai
from kinerja.pohon_perencanaan import sebut_target
from renstra.models import Sasaran, Tujuan, VersiRenstra


@dataclass(frozen=True)
class TabelTarget:
    """Rows of one node. ``tahun`` are the years that the version sets, ``tahun_lama`` those before it."""

    node: Tujuan | Sasaran
    versi: VersiRenstra
    tahun: Sequence[int]
    tahun_lama: Sequence[int]
    indikator: Sequence[Indikator]
    definisi: Mapping[KunciTarget, DefinisiIndikator]
    target: Mapping[KunciTarget, TargetRenstra]
    lama: Mapping[KunciTarget, TargetRenstra]
    skala: Mapping[str, Sequence[SkalaNilai]] = field(default_factory=dict)

    def kunci_terbuka(self) -> list[KunciTarget]:
        """Return the cells that take a target: those of years with a definition."""
        return [
            (i.pk, t) for i in self.indikator for t in self.tahun if (i.pk, t) in self.definisi
        ]  # fmt: skip

    def sebut(self, kunci: KunciTarget) -> str:
        """Return a stored target as it is printed."""
        return sebut_target(self.target.get(kunci) or self.lama.get(kunci), self.definisi[kunci])


def versi_terakhir(node: Tujuan | Sasaran) -> VersiRenstra | None:
    """Return the latest version of the Renstra of a node."""
    return (
        VersiRenstra.objects.filter(renstra=node.renstra_id)
        .select_related("renstra__periode", "renstra__perangkat_daerah", "dasar_hukum")
        .order_by("-nomor")
        .first()
    )


def muat_tabel(node: Tujuan | Sasaran, versi: VersiRenstra) -> TabelTarget:
    """Return the table of a node: five queries, whatever its size."""
    kolom = "tujuan" if isinstance(node, Tujuan) else "sasaran"
    indikator = list(Indikator.objects.filter(**{kolom: node}).order_by("urutan", "kode"))
    tahun = tahun_versi(versi)
    semua_tahun = list(versi.renstra.periode.tahun_target)
    definisi: dict[KunciTarget, DefinisiIndikator] = {}
    for d in (
        DefinisiIndikator.objects.filter(indikator__in=indikator)
        .select_related("satuan")
        .order_by("mulai_tahun")
    ):
        definisi |= {(d.indikator_id, t): d for t in semua_tahun if t >= d.mulai_tahun}
    target, lama = {}, {}
    for t in (
        TargetRenstra.objects.filter(
            indikator__in=indikator, versi__renstra=versi.renstra_id, versi__nomor__lte=versi.nomor
        )
        .select_related("predikat", "versi")
        .order_by("versi__nomor")
    ):
        if t.versi_id == versi.pk:
            target[t.indikator_id, t.tahun] = t
        elif t.tahun >= t.versi.mulai_tahun:
            lama[t.indikator_id, t.tahun] = t
    skala: dict[str, list[SkalaNilai]] = {}
    if any(d.jenis == JenisNilai.PREDIKAT for d in definisi.values()):
        for s in SkalaNilai.objects.order_by("skala", "-peringkat"):
            skala.setdefault(s.skala, []).append(s)
    return TabelTarget(
        node=node,
        versi=versi,
        tahun=tahun,
        tahun_lama=[t for t in semua_tahun if t not in tahun],
        indikator=indikator,
        definisi=definisi,
        target=target,
        lama=lama,
        skala=skala,
    )


def is_cocok(target: TargetRenstra, d: DefinisiIndikator) -> bool:
    """Whether a stored target has the shape that its definition asks: grade, range or one number."""
    if d.jenis == JenisNilai.PREDIKAT:
        return target.nilai is None and (target.predikat is None or target.predikat.skala == d.skala)
    if target.predikat_id is not None:
        return False
    return target.nilai is None or (target.nilai_atas is not None) == (d.arah == ArahIndikator.RENTANG)
