"""What the pages and acts of the DPA read: the tree of a year, ceilings, spending; few queries, no writes."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from anggaran.beda import Kunci, Simpul, jumlahkan
from anggaran.models import DPA, PaguAnggaran, RealisasiAnggaran
from anggaran.pilihan import PeriodeAnggaran, TingkatAnggaran
from anggaran.rumus import simpulkan_realisasi
from organisasi.models import PerangkatDaerah
from renstra.models import Kegiatan, Program, SubKegiatan

TRIWULAN = (PeriodeAnggaran.TW1, PeriodeAnggaran.TW2, PeriodeAnggaran.TW3, PeriodeAnggaran.TW4)


@dataclass(frozen=True)
class Pohon:
    """The programmes, kegiatan and sub kegiatan of an office and year, each before those below it."""

    simpul: tuple[Simpul, ...]
    program: Mapping[Kunci, int]  # the programme of each node

    def anak(self, kunci: Kunci) -> list[Simpul]:
        """Return the nodes right below one."""
        return [s for s in self.simpul if s.induk == kunci]

    def sebut(self, kunci: Kunci) -> str:
        """Return "7.01.01 Program …" of a node."""
        return next((f"{s.kode} {s.nama}" for s in self.simpul if s.kunci == kunci), "baris anggaran")


@dataclass(frozen=True)
class Belanja:
    """What was spent on a node so far in rupiah; ``is_lengkap`` when the whole year is filled."""

    jumlah: Decimal
    terisi: int
    is_lengkap: bool


def kunci_node(baris: PaguAnggaran | RealisasiAnggaran) -> Kunci:
    """Return the node on which an amount hangs."""
    if baris.sub_kegiatan_id is not None:
        return (TingkatAnggaran.SUB_KEGIATAN, baris.sub_kegiatan_id)
    if baris.kegiatan_id is not None:
        return (TingkatAnggaran.KEGIATAN, baris.kegiatan_id)
    return (TingkatAnggaran.PROGRAM, baris.program_id)


def muat_pohon(kantor: PerangkatDaerah, tahun: int) -> Pohon:
    """Return the tree of a year in the order of the codes: three queries."""
    milik = {"program__perangkat_daerah": kantor, "program__tahun": tahun}
    program = Program.objects.filter(perangkat_daerah=kantor, tahun=tahun)
    kegiatan: dict[int, list[Kegiatan]] = defaultdict(list)
    for k in Kegiatan.objects.filter(**milik).select_related("nomenklatur").order_by("nomenklatur__kode"):
        kegiatan[k.program_id].append(k)
    sub: dict[int, list[SubKegiatan]] = defaultdict(list)
    di_bawah = {f"kegiatan__{nama}": nilai for nama, nilai in milik.items()}
    for s in (
        SubKegiatan.objects.filter(**di_bawah).select_related("nomenklatur").order_by("nomenklatur__kode")
    ):
        sub[s.kegiatan_id].append(s)
    simpul: list[Simpul] = []
    peta: dict[Kunci, int] = {}
    for p in program.select_related("nomenklatur").order_by("nomenklatur__kode"):
        atas: Kunci = (TingkatAnggaran.PROGRAM, p.pk)
        simpul.append(Simpul(atas, p.kode, p.nama, None))
        for k in kegiatan[p.pk]:
            tengah: Kunci = (TingkatAnggaran.KEGIATAN, k.pk)
            simpul.append(Simpul(tengah, k.kode, k.nama, atas))
            simpul += [
                Simpul((TingkatAnggaran.SUB_KEGIATAN, s.pk), s.kode, s.nama, tengah) for s in sub[k.pk]
            ]
        while len(peta) < len(simpul):
            peta[simpul[len(peta)].kunci] = p.pk
    return Pohon(tuple(simpul), peta)


def muat_pagu(dpa: list[DPA]) -> dict[int, dict[Kunci, Decimal]]:
    """Return the ceilings of versions by node: one query."""
    hasil: dict[int, dict[Kunci, Decimal]] = {d.pk: {} for d in dpa}
    for p in PaguAnggaran.objects.filter(dpa__in=dpa):
        hasil[p.dpa_id][kunci_node(p)] = p.nilai
    return hasil


def muat_belanja(kantor: PerangkatDaerah, tahun: int) -> dict[Kunci, Belanja]:
    """Return what was spent so far on each node that has a value: one query."""
    isi: dict[Kunci, dict[str, Decimal]] = defaultdict(dict)
    for r in RealisasiAnggaran.objects.filter(program__perangkat_daerah=kantor, program__tahun=tahun):
        isi[kunci_node(r)][r.periode] = r.nilai
    return {kunci: _belanja(ada) for kunci, ada in isi.items()}


def _belanja(ada: Mapping[str, Decimal]) -> Belanja:
    if PeriodeAnggaran.TAHUN in ada:
        return Belanja(ada[PeriodeAnggaran.TAHUN], len(TRIWULAN), True)
    setahun = simpulkan_realisasi([ada.get(t) for t in TRIWULAN])
    return Belanja(setahun.jumlah or Decimal(0), setahun.terisi, setahun.terisi == setahun.diminta)


def tingkat_terpakai(kantor: PerangkatDaerah, tahun: int, kecuali: DPA | None = None) -> dict[int, int]:
    """Return the level at which each programme has amounts already, but for one version: two queries."""
    pagu = PaguAnggaran.objects.filter(program__perangkat_daerah=kantor, program__tahun=tahun)
    if kecuali is not None:
        pagu = pagu.exclude(dpa=kecuali)
    belanja = RealisasiAnggaran.objects.filter(program__perangkat_daerah=kantor, program__tahun=tahun)
    pasangan = [
        *pagu.order_by().values_list("program_id", "tingkat").distinct(),
        *belanja.order_by().values_list("program_id", "tingkat").distinct(),
    ]
    return {int(program): int(tingkat) for program, tingkat in pasangan}


def tempat_pagu(pohon: Pohon, terpakai: Mapping[int, int]) -> set[Kunci]:
    """Return the nodes that take an amount: those of the level that their programme uses.

    A programme without amounts uses sub kegiatan, one that has none the programme itself.
    """
    bersub = {pohon.program[s.kunci] for s in pohon.simpul if s.tingkat == TingkatAnggaran.SUB_KEGIATAN}
    return {
        s.kunci
        for s in pohon.simpul
        if s.tingkat
        == terpakai.get(
            pohon.program[s.kunci],
            TingkatAnggaran.SUB_KEGIATAN if pohon.program[s.kunci] in bersub else TingkatAnggaran.PROGRAM,
        )
    }


def di_bawah_belanja(
    pagu: Mapping[Kunci, Decimal], belanja: Mapping[Kunci, Belanja]
) -> dict[Kunci, tuple[Decimal, Decimal]]:
    """Return the nodes whose ceiling is below what is spent already: (ceiling, spent) in rupiah.

    A node without a ceiling has 0.
    """
    return {
        kunci: (pagu.get(kunci, Decimal(0)), b.jumlah)
        for kunci, b in belanja.items()
        if b.jumlah > pagu.get(kunci, Decimal(0))
    }


def jumlah_belanja(pohon: Pohon, belanja: Mapping[Kunci, Belanja]) -> dict[Kunci, Decimal]:
    """Return what was spent so far on each node, those above included."""
    return jumlahkan(pohon.simpul, {kunci: b.jumlah for kunci, b in belanja.items()})


def total(isi: Mapping[Kunci, Decimal]) -> Decimal:
    """Return the sum of amounts in rupiah."""
    return sum(isi.values(), Decimal(0))


def dpa_berlaku(versi: list[DPA], tanggal: datetime.date | None = None) -> DPA | None:
    """Return the set version in force: the last one approved until a day (None: the last one)."""
    ada = [d for d in versi if d.is_ditetapkan]
    if tanggal is not None:
        ada = [d for d in ada if d.tanggal is None or d.tanggal <= tanggal]
    return max(ada, key=lambda d: d.urutan, default=None)
