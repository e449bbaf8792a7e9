"""Which unit answers for which figure: read for a whole office and year in a handful of queries."""

from __future__ import annotations

from collections.abc import Iterable

from kinerja.models.indikator import DefinisiIndikator, Indikator
from organisasi.models import PerangkatDaerah, UnitKerja
from renstra.models import Kegiatan, Program, SubKegiatan


def unit_node(node: Program | Kegiatan | SubKegiatan) -> int | None:
    """Return the unit of a node: its own, else that of the node above it."""
    if isinstance(node, SubKegiatan):
        return node.unit_id or unit_node(node.kegiatan)
    if isinstance(node, Kegiatan):
        return node.unit_id or unit_node(node.program)
    return node.unit_id


def unit_pimpinan(kantor: PerangkatDaerah) -> int | None:
    """Return the unit at the top of an office: it answers where nobody else was named."""
    return UnitKerja.objects.filter(perangkat_daerah=kantor, induk=None).values_list("pk", flat=True).first()


def definisi_kantor(kantor: PerangkatDaerah, tahun: int) -> dict[int, DefinisiIndikator]:
    """Return the definition in force in a year for each indicator of an office: one query."""
    hasil: dict[int, DefinisiIndikator] = {}
    for d in (
        DefinisiIndikator.objects.filter(indikator__perangkat_daerah=kantor, mulai_tahun__lte=tahun)
        .select_related("satuan")
        .order_by("mulai_tahun")
    ):
        hasil[d.indikator_id] = d
    return hasil


def unit_indikator(
    indikator: Iterable[Indikator], definisi: dict[int, DefinisiIndikator], pimpinan: int | None
) -> dict[int, int | None]:
    """Return the unit of each indicator: penanggung jawab, else the unit of its node, else the top.

    The indicators need ``program``, ``kegiatan__program`` and ``sub_kegiatan__kegiatan__program``.
    """
    hasil: dict[int, int | None] = {}
    for i in indikator:
        d = definisi.get(i.pk)
        node = i.program or i.kegiatan or i.sub_kegiatan
        hasil[i.pk] = (
            (d.penanggung_jawab_id if d else None) or (unit_node(node) if node else None) or pimpinan
        )
    return hasil
