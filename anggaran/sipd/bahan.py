"""What a plan of an import asks of the database: offices, nomenclature, one office's year. Reads only."""

from __future__ import annotations

import difflib
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from anggaran import bahan
from anggaran.beda import Kunci, Simpul
from anggaran.models import DPA, KolomSIPD, RealisasiAnggaran
from anggaran.pilihan import TingkatAnggaran
from anggaran.sipd.kait import KeadaanTriwulan, keadaan_triwulan
from anggaran.sipd.kode import (
    KodeTidakSah,
    bersih,
    calon_kode,
    kode_kegiatan,
    kode_program,
    kode_sub_kegiatan,
)
from organisasi.models import PemerintahDaerah, PerangkatDaerah
from renstra.models import Nomenklatur
from renstra.pilihan import TingkatNomenklatur
from renstra.program_tahun import nomenklatur_berlaku

USULAN = 3  # nearest names that a list shows
MIRIP = 0.6


def alias_pemda(pemda: PemerintahDaerah) -> dict[str, str]:
    """Return what people of a government said of columns: normal header to meaning."""
    return dict(KolomSIPD.objects.filter(pemda=pemda).values_list("judul", "arti"))


# Offices --------------------------------------------------------------------------------------------


def nama_normal(nama: str) -> str:
    """Return a name for comparison: no case, no marks, one blank."""
    return " ".join(re.sub(r"[^\w]+", " ", nama.casefold()).split())


class DaftarKantor:
    """The offices of a government, found by code or by their exact name; never by a similar one."""

    def __init__(self, semua: Iterable[PerangkatDaerah]) -> None:
        self.semua = list(semua)
        self._kode: dict[str, PerangkatDaerah] = {}
        self._nama: dict[str, PerangkatDaerah] = {}
        for k in self.semua:
            if k.kode_skpd:
                self._kode[bersih(k.kode_skpd)] = k
            self._nama[nama_normal(k.nama)] = k
            if k.singkatan:
                self._nama.setdefault(nama_normal(k.singkatan), k)

    def cari(self, kode: str, nama: str) -> PerangkatDaerah | None:
        """Return the office of a code and name; None where nobody has them, or two different ones do."""
        lewat_kode, lewat_nama = self._kode.get(kode), self._nama.get(nama_normal(nama))
        if lewat_kode is not None and lewat_nama is not None and lewat_kode != lewat_nama:
            return None
        if lewat_kode is None and lewat_nama is not None and kode and lewat_nama.kode_skpd:
            return None  # the name of one office under the code of another
        return lewat_kode or lewat_nama

    def terdekat(self, nama: str) -> list[str]:
        """Return the names that look most like one."""
        calon = {nama_normal(k.nama): k.nama for k in self.semua}
        dekat = difflib.get_close_matches(nama_normal(nama), list(calon), USULAN, MIRIP)
        return [calon[n] for n in dekat]


# Nomenclature ---------------------------------------------------------------------------------------


class Rujukan:
    """The sub kegiatan of the nomenclature in force in a year: one query."""

    def __init__(self, tahun: int) -> None:
        self._sub: dict[str, Nomenklatur] = {}
        for n in Nomenklatur.objects.filter(
            dasar_hukum=nomenklatur_berlaku(tahun),
            mulai_tahun__lte=tahun,
            tingkat=TingkatNomenklatur.SUB_KEGIATAN,
        ).order_by("kode"):
            for teks in (n.kode, n.kode_lama):
                if kode := _kode(teks):
                    self._sub.setdefault(kode, n)

    def cari(self, calon: Iterable[str]) -> Nomenklatur | None:
        """Return the row of the first code that is there."""
        return next((self._sub[k] for k in calon if k in self._sub), None)

    def terdekat(self, kode: str, nama: str) -> list[str]:
        """Return rows with the most similar name ("7.01… Penyusunan …"); by code where there is no name."""
        if nama:
            dekat = difflib.get_close_matches(nama.casefold(), list(self._menurut_nama), USULAN, MIRIP)
            return [sebut for n in dekat for sebut in self._menurut_nama[n]][:USULAN]
        dekat = difflib.get_close_matches(kode, list(self._sub), USULAN, 0.9)
        return [f"{self._sub[k].kode} {self._sub[k].nama}" for k in dekat]

    @cached_property
    def _menurut_nama(self) -> dict[str, list[str]]:
        hasil: dict[str, list[str]] = defaultdict(list)
        for n in {n.pk: n for n in self._sub.values()}.values():
            hasil[n.nama.casefold()].append(f"{n.kode} {n.nama}")
        return hasil


def _kode(teks: str) -> str:
    try:
        return kode_sub_kegiatan(teks)
    except KodeTidakSah:
        return ""


# One office -----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Titik:
    """Where an amount of the file is stored: a node of the year, or one that the import will make."""

    tingkat: int
    kode: str
    nama: str
    kunci: Kunci | None
    nomenklatur_id: int | None = None


@dataclass
class BahanKantor:
    """One office's year before an import."""

    kantor: PerangkatDaerah
    tahun: int
    versi: list[DPA]
    pagu: dict[int, dict[Kunci, Decimal]]
    pohon: bahan.Pohon
    terpakai: dict[int, int]
    realisasi: dict[Kunci, dict[str, RealisasiAnggaran]]
    keadaan: KeadaanTriwulan
    rujukan: Rujukan
    _sub: dict[str, Simpul] = field(default_factory=dict)
    _simpul: dict[Kunci, Simpul] = field(default_factory=dict)
    _kode: dict[tuple[int, str], Simpul] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for s in self.pohon.simpul:
            self._simpul[s.kunci] = s
            self._kode[s.tingkat, s.kode] = s
            if s.tingkat == TingkatAnggaran.SUB_KEGIATAN and (kode := _kode(s.kode)):
                self._sub[kode] = s

    @property
    def konsep(self) -> DPA | None:
        """The draft of the year."""
        return next((d for d in self.versi if not d.is_ditetapkan), None)

    @property
    def ditetapkan(self) -> DPA | None:
        """The newest set version."""
        return next((d for d in reversed(self.versi) if d.is_ditetapkan), None)

    def titik(self, kode: str, bidang: str = "") -> Titik | None:
        """Return where the amounts of a sub kegiatan are stored; None where nobody knows its code.

        A programme keeps the level that its amounts have already; a new one is recorded by sub kegiatan.
        """
        calon = calon_kode(kode, bidang)
        ada = next((self._sub[k] for k in calon if k in self._sub), None)
        baru = None if ada is not None else self.rujukan.cari(calon)
        if ada is None and baru is None:
            return None
        resmi = ada.kode if ada is not None else baru.kode if baru is not None else ""
        program = self._kode.get((TingkatAnggaran.PROGRAM, kode_program(resmi)))
        tingkat = self.terpakai.get(program.kunci[1]) if program else None
        if program is not None and tingkat == TingkatAnggaran.PROGRAM:
            return _dari(program)
        kegiatan = self._kode.get((TingkatAnggaran.KEGIATAN, kode_kegiatan(resmi)))
        if tingkat == TingkatAnggaran.KEGIATAN:
            return _dari(kegiatan) if kegiatan else _baru(TingkatAnggaran.KEGIATAN, baru)
        if ada is not None:
            return _dari(ada)
        return _baru(TingkatAnggaran.SUB_KEGIATAN, baru)

    def titik_kunci(self, kunci: Kunci) -> Titik:
        """Return a node of the year."""
        return _dari(self._simpul[kunci])


def _dari(s: Simpul) -> Titik:
    return Titik(s.tingkat, s.kode, s.nama, s.kunci)


def _baru(tingkat: int, sub: Nomenklatur | None) -> Titik:
    """Return a node that will be made with its sub kegiatan and what stands above it."""
    assert sub is not None
    kode = sub.kode if tingkat == TingkatAnggaran.SUB_KEGIATAN else kode_kegiatan(sub.kode)
    return Titik(tingkat, kode, sub.nama if kode == sub.kode else f"Kegiatan {kode}", None, sub.pk)


def muat_bahan(kantor: PerangkatDaerah, tahun: int, rujukan: Rujukan) -> BahanKantor:
    """Read one office's year: a fixed number of queries."""
    versi = list(DPA.objects.filter(perangkat_daerah=kantor, tahun=tahun).order_by("urutan"))
    for d in versi:
        d.perangkat_daerah = kantor
    konsep = next((d for d in versi if not d.is_ditetapkan), None)
    realisasi: dict[Kunci, dict[str, RealisasiAnggaran]] = defaultdict(dict)
    for r in RealisasiAnggaran.objects.filter(program__perangkat_daerah=kantor, program__tahun=tahun):
        realisasi[bahan.kunci_node(r)][r.periode] = r
    return BahanKantor(
        kantor=kantor,
        tahun=tahun,
        versi=versi,
        pagu=bahan.muat_pagu(versi),
        pohon=bahan.muat_pohon(kantor, tahun),
        terpakai=bahan.tingkat_terpakai(kantor, tahun, konsep),
        realisasi=dict(realisasi),
        keadaan=keadaan_triwulan(kantor, tahun),
        rujukan=rujukan,
    )


def titik_semua(
    bahan_kantor: BahanKantor, kode: Iterable[str], bidang: Mapping[str, str]
) -> dict[str, Titik | None]:
    """Return where each code of the file is stored."""
    return {k: bahan_kantor.titik(k, bidang.get(k, "")) for k in kode}
