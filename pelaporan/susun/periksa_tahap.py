"""Fills which quarters of units have values and are not approved (``pelaporan.periksa.bahan.FaktaTahap``).

Annual values have no quarter: nobody sends them. An office without units has nobody who sends, which
``organisasi_kosong`` says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from anggaran.models import RealisasiAnggaran
from anggaran.pilihan import PeriodeAnggaran
from kinerja.models import Indikator, Realisasi, TahapPengukuran
from kinerja.pilihan import NAMA_TRIWULAN, TRIWULAN_PERIODE, CaraUkur, Periode, Tahap
from organisasi.models import UnitKerja
from pelaporan.periksa.bahan import FaktaTahap
from pelaporan.susun.muat import Data
from pelaporan.susun.uang import TRIWULAN

BELUM_DIKIRIM = "Belum dikirim"
TRIWULAN_ANGGARAN = {p: n for n, p in enumerate(TRIWULAN, start=1)}
Kunci = tuple[int, int]  # unit id, quarter


def susun_tahap(data: Data, unit: Iterable[UnitKerja]) -> Iterator[FaktaTahap]:
    """Yield the quarters of units that have values or began a step, and whose last step is no approval."""
    nama = {u.pk: u for u in unit}
    terakhir: dict[Kunci, TahapPengukuran] = {}
    for t in TahapPengukuran.objects.filter(unit__in=nama, tahun=data.tahun).order_by("id"):
        terakhir[t.unit_id, t.triwulan] = t
    berisi = {k for k in _berisi(data, nama.values()) if k[0] in nama}
    for unit_id, triwulan in sorted(
        berisi | terakhir.keys(), key=lambda k: (k[1], nama[k[0]].urutan, nama[k[0]].nama)
    ):
        langkah = terakhir.get((unit_id, triwulan))
        if langkah is not None and langkah.tahap == Tahap.DISETUJUI:
            continue
        yield FaktaTahap(
            nama[unit_id].nama,
            NAMA_TRIWULAN[triwulan],
            BELUM_DIKIRIM if langkah is None else langkah.get_tahap_display(),
            is_dimulai=langkah is not None,
        )


def _berisi(data: Data, unit: Iterable[UnitKerja]) -> Iterator[Kunci]:
    """Yield (unit, quarter) of every answered cell of performance and money."""
    pimpinan = next((u.pk for u in unit if u.induk_id is None), 0)
    milik = _unit_node(data)
    for i in data.indikator.values():
        ukur = data.pengukuran.get((i.pk, data.tahun))
        if ukur is None or ukur.cara == CaraUkur.SETAHUN:
            continue
        for periode, r in data.realisasi.get(ukur.pk, {}).items():
            if periode != Periode.TAHUN and _is_dijawab(r):
                yield _unit(data, i, milik) or pimpinan, TRIWULAN_PERIODE[Periode(periode)]
    for uang in data.realisasi_anggaran:
        triwulan = TRIWULAN_ANGGARAN.get(PeriodeAnggaran(uang.periode))
        if triwulan is not None:
            yield milik.get(_node(uang), 0) or pimpinan, triwulan


def _is_dijawab(r: Realisasi) -> bool:
    """Whether somebody entered a value or said that none applies."""
    return not r.berlaku or not r.is_kosong or r.pembilang is not None


def _unit(data: Data, i: Indikator, milik: dict[tuple[str, int | None], int]) -> int:
    """Return who answers for an indicator like kinerja.tanggung_jawab; 0: nobody but the head."""
    d = data.definisi_tahun(i.pk, data.tahun)
    return (d.penanggung_jawab_id if d else None) or milik.get(_node(i), 0)


def _node(baris: Indikator | RealisasiAnggaran) -> tuple[str, int | None]:
    """Return the lowest node of a row: spending names the programme above it too."""
    for kolom in ("sub_kegiatan_id", "kegiatan_id"):
        if (pk := getattr(baris, kolom)) is not None:
            return kolom, pk
    return "program_id", baris.program_id


def _unit_node(data: Data) -> dict[tuple[str, int | None], int]:
    """Return the unit of each node: its own, else that of the node above it."""
    program = {p.pk: p.unit_id or 0 for p in data.program}
    kegiatan = {k.pk: k.unit_id or program.get(k.program_id, 0) for k in data.kegiatan}
    return {
        **{("program_id", pk): unit for pk, unit in program.items()},
        **{("kegiatan_id", pk): unit for pk, unit in kegiatan.items()},
        **{("sub_kegiatan_id", x.pk): x.unit_id or kegiatan.get(x.kegiatan_id, 0) for x in data.sub_kegiatan},
    }
