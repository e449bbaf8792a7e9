"""Money of one report: ceilings before and after, what was spent, shares of sasaran."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal

from anggaran.models import PaguAnggaran, RealisasiAnggaran
from anggaran.pilihan import PeriodeAnggaran, TingkatAnggaran
from anggaran.rumus import alokasikan, compute_serapan, rerata_serapan, simpulkan_realisasi
from kinerja.pilihan import PersenProgram
from kinerja.rumus import Capaian
from pelaporan.konteks import Angka
from pelaporan.susun.muat import Data
from pelaporan.susun.nilai import angka_rupiah, as_capaian, kosong
from renstra.models import Kegiatan, Program, SubKegiatan
from sakip.umum.hitung import Keadaan

Node = tuple[int, int]  # level, id of the row at that level
TRIWULAN = (PeriodeAnggaran.TW1, PeriodeAnggaran.TW2, PeriodeAnggaran.TW3, PeriodeAnggaran.TW4)


@dataclass
class Uang:
    """Ceiling and spending of a node. ``realisasi`` is None while nothing is filled."""

    pagu: Decimal | None = None
    realisasi: Decimal | None = None
    lengkap: bool = True
    terisi: int = 0
    diminta: int = 0
    rincian: list[tuple[Decimal, Decimal | None]] = field(default_factory=list)

    @property
    def serapan(self) -> Capaian:
        """Ratio of the two; belum diisi while a quarter is blank."""
        if self.pagu is None:
            return Capaian(None, Keadaan.BELUM_DIISI, "pagu belum diisi")
        if not self.lengkap or self.realisasi is None:
            return Capaian(None, Keadaan.BELUM_DIISI, self.alasan)
        return compute_serapan(pagu=self.pagu, realisasi=self.realisasi)

    @property
    def alasan(self) -> str:
        """Why spending is not complete."""
        if self.realisasi is None:
            return "realisasi anggaran belum diisi"
        return f"sementara, {self.terisi} dari {self.diminta} triwulan"

    def teks_realisasi(self) -> Angka:
        """Print the spending; an incomplete one says so."""
        if self.realisasi is None:
            return kosong("realisasi anggaran belum diisi")
        penuh = angka_rupiah(self.realisasi)
        if self.lengkap:
            return penuh
        return Angka(f"{penuh.teks} ({self.alasan})", Keadaan.BELUM_DIISI, None, self.alasan)


def is_serapan_rendah(serapan: Capaian, batas: Decimal) -> bool:
    """Whether an absorption is below the setting that asks for an explanation; a blank is not."""
    return serapan.nilai is not None and serapan.nilai < batas


def jumlahkan(daftar: list[Uang]) -> Uang:
    """Return the sums of several nodes; blank stays blank."""
    pagu = [u.pagu for u in daftar if u.pagu is not None]
    isi = [u.realisasi for u in daftar if u.realisasi is not None]
    return Uang(
        pagu=sum(pagu, Decimal(0)) if pagu else None,
        realisasi=sum(isi, Decimal(0)) if isi else None,
        lengkap=all(u.lengkap for u in daftar) and len(isi) == len(daftar),
        terisi=sum(u.terisi for u in daftar),
        diminta=sum(u.diminta for u in daftar),
        rincian=[r for u in daftar for r in u.rincian],
    )


class Kas:
    """All money of one report, by node."""

    def __init__(self, data: Data) -> None:
        self.data = data
        self.sub: dict[int, SubKegiatan] = {s.pk: s for s in data.sub_kegiatan}
        self.kegiatan: dict[int, Kegiatan] = {k.pk: k for k in data.kegiatan}
        self.sebelum = self._pagu(data.dpa[0].pk) if data.dpa else {}
        self.sesudah = self._pagu(data.dpa[-1].pk) if data.dpa else {}
        self.daun = self._daun()

    def _pagu(self, dpa_id: int) -> dict[Node, Decimal]:
        return {_node(p): p.nilai for p in self.data.pagu.get(dpa_id, [])}

    def _daun(self) -> dict[Node, Uang]:
        isi: dict[Node, dict[str, Decimal]] = defaultdict(dict)
        for r in self.data.realisasi_anggaran:
            isi[_node(r)][r.periode] = r.nilai
        hasil: dict[Node, Uang] = {}
        for node in [*self.sesudah, *(n for n in isi if n not in self.sesudah)]:
            pagu = self.sesudah.get(node)
            ada = isi.get(node, {})
            if PeriodeAnggaran.TAHUN in ada:
                uang = Uang(pagu, ada[PeriodeAnggaran.TAHUN], True, 4, 4)
            else:
                tahunan = simpulkan_realisasi([ada.get(p) for p in TRIWULAN])
                uang = Uang(
                    pagu, tahunan.jumlah, tahunan.terisi == tahunan.diminta, tahunan.terisi, tahunan.diminta
                )
            if pagu is not None:
                uang.rincian = [(pagu, uang.realisasi if uang.lengkap else None)]
            hasil[node] = uang
        return hasil

    def tingkat(self, program: Program) -> int:
        """Return the level at which a programme's budget is recorded."""
        for baris in [*self.data.pagu.get(self.data.dpa[-1].pk, [])] if self.data.dpa else []:
            if baris.program_id == program.pk:
                return baris.tingkat
        return TingkatAnggaran.PROGRAM

    def anak(self, program: Program) -> list[tuple[int, Program | Kegiatan | SubKegiatan]]:
        """Return the programme and the nodes below it that have budgets, as (level, node)."""
        tingkat = self.tingkat(program)
        hasil: list[tuple[int, Program | Kegiatan | SubKegiatan]] = [(1, program)]
        for k in self.data.kegiatan:
            if k.program_id != program.pk or tingkat < TingkatAnggaran.KEGIATAN:
                continue
            hasil.append((2, k))
            if tingkat == TingkatAnggaran.SUB_KEGIATAN:
                hasil.extend((3, s) for s in self.data.sub_kegiatan if s.kegiatan_id == k.pk)
        return hasil

    def _daun_di_bawah(self, tingkat: int, node_id: int) -> list[Node]:
        semua = {*self.daun, *self.sebelum}
        return sorted(n for n in semua if self._induk(n, tingkat) == node_id)

    def _induk(self, node: Node, tingkat: int) -> int | None:
        asal, pk = node
        if asal < tingkat:
            return None
        if asal == tingkat:
            return pk
        kegiatan_id = self.sub[pk].kegiatan_id if asal == TingkatAnggaran.SUB_KEGIATAN else pk
        return kegiatan_id if tingkat == TingkatAnggaran.KEGIATAN else self.kegiatan[kegiatan_id].program_id

    def uang(self, tingkat: int, node_id: int) -> Uang:
        """Return ceiling and spending of a node as the sum of the leaves below it."""
        daun = [self.daun[n] for n in self._daun_di_bawah(tingkat, node_id) if n in self.daun]
        return jumlahkan(daun) if daun else Uang(lengkap=False)

    def pagu_sebelum(self, tingkat: int, node_id: int) -> Decimal | None:
        """Return the ceiling in DPA murni."""
        nilai = [self.sebelum[n] for n in self._daun_di_bawah(tingkat, node_id) if n in self.sebelum]
        return sum(nilai, Decimal(0)) if nilai else None

    def pagu_sesudah(self, tingkat: int, node_id: int) -> Decimal | None:
        """Return the ceiling in the DPA in force on 31 December."""
        nilai = [self.sesudah[n] for n in self._daun_di_bawah(tingkat, node_id) if n in self.sesudah]
        return sum(nilai, Decimal(0)) if nilai else None

    def jumlah(self) -> Uang:
        """Return the sums of the whole office."""
        return jumlahkan(list(self.daun.values())) if self.daun else Uang(lengkap=False)

    def serapan_program(self, program: Program, persen_program: str) -> Capaian:
        """Return a programme's own percentage: ratio of sums, or the mean of its leaves' percentages."""
        uang = self.uang(1, program.pk)
        if persen_program == PersenProgram.RASIO or uang.serapan.keadaan is not Keadaan.TERUKUR:
            return uang.serapan
        return as_capaian(rerata_serapan(uang.rincian))

    def per_sasaran(self) -> tuple[dict[int, Uang], Uang | None]:
        """Return the money of each sasaran by porsi, and what is not mapped (None where all is)."""
        bagian: dict[int, list[Uang]] = defaultdict(list)
        sisa: list[Uang] = []
        for program in self.data.program:
            uang = self.uang(1, program.pk)
            peta = [p for p in self.data.peta if p.program_id == program.pk]
            porsi = [p.porsi_persen for p in peta]
            pagu = alokasikan(uang.pagu, porsi) if uang.pagu is not None else None
            isi = alokasikan(uang.realisasi, porsi) if uang.realisasi is not None else None
            for i, p in enumerate(peta):
                bagian[p.sasaran_id].append(
                    Uang(
                        pagu.bagian[i] if pagu else None,
                        isi.bagian[i] if isi else None,
                        uang.lengkap,
                        uang.terisi,
                        uang.diminta,
                    )
                )
            if sum(porsi) < 100 and (pagu is not None or isi is not None):
                sisa.append(
                    Uang(
                        pagu.sisa if pagu else None,
                        isi.sisa if isi else None,
                        uang.lengkap,
                        uang.terisi,
                        uang.diminta,
                    )
                )
        return {s: jumlahkan(u) for s, u in bagian.items()}, jumlahkan(sisa) if sisa else None


def _node(baris: PaguAnggaran | RealisasiAnggaran) -> Node:
    if baris.sub_kegiatan_id is not None:
        return (TingkatAnggaran.SUB_KEGIATAN, baris.sub_kegiatan_id)
    if baris.kegiatan_id is not None:
        return (TingkatAnggaran.KEGIATAN, baris.kegiatan_id)
    return (TingkatAnggaran.PROGRAM, baris.program_id)
