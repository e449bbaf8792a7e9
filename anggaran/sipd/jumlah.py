"""Sums of an SIPD export: rekening to sub kegiatan, kegiatan, programme; its own total lines. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from anggaran.sipd.kode import kode_kegiatan, kode_program

NOL = Decimal(0)
_TOTAL = re.compile(r"(GRAND TOTAL|SUB ?TOTAL|TOTAL|JUMLAH)\b")


@dataclass(frozen=True)
class Nilai:
    """The amounts of a row or a sum in rupiah; None where nothing stands."""

    pagu: Decimal | None = None
    realisasi: Decimal | None = None
    setoran: Decimal | None = None

    @property
    def is_kosong(self) -> bool:
        """Whether nothing stands here."""
        return self.pagu is None and self.realisasi is None and self.setoran is None

    def __add__(self, lain: Nilai) -> Nilai:
        return Nilai(
            _tambah(self.pagu, lain.pagu),
            _tambah(self.realisasi, lain.realisasi),
            _tambah(self.setoran, lain.setoran),
        )

    def bersih(self, *, is_setoran_dikurangkan: bool) -> Decimal | None:
        """Return what was spent: realisasi, less setoran where the person says so."""
        if not is_setoran_dikurangkan or self.setoran is None:
            return self.realisasi
        return (self.realisasi or NOL) - self.setoran


def _tambah(a: Decimal | None, b: Decimal | None) -> Decimal | None:
    if a is None or b is None:
        return b if a is None else a
    return a + b


@dataclass(frozen=True)
class BarisTotal:
    """A total line of the file beside what its rows sum to, in rupiah."""

    lembar: str
    nomor: int
    label: str
    kolom: str
    tertulis: Decimal
    dihitung: Decimal

    @property
    def selisih(self) -> Decimal:
        """The line less the sum of the rows."""
        return self.tertulis - self.dihitung


@dataclass
class IsiKantor:
    """What a file holds of one office: sums by sub kegiatan and quarter (0: no date), in rupiah."""

    kode: str
    nama: str
    isi: dict[str, dict[int, Nilai]] = field(default_factory=dict)
    nama_sub: dict[str, str] = field(default_factory=dict)
    bidang: dict[str, str] = field(default_factory=dict)
    baris: dict[str, int] = field(default_factory=dict)  # the first row of each code
    jumlah_baris: int = 0

    def tambah(self, kode: str, triwulan: int, nilai: Nilai, nomor: int) -> None:
        """Add one row."""
        self.jumlah_baris += 1
        self.baris.setdefault(kode, nomor)
        menurut = self.isi.setdefault(kode, {})
        lama = menurut.get(triwulan)
        menurut[triwulan] = nilai if lama is None else lama + nilai

    def pagu(self) -> dict[str, Decimal]:
        """Return the ceiling of each sub kegiatan that has one."""
        hasil = {}
        for kode, menurut in self.isi.items():
            ada = [n.pagu for n in menurut.values() if n.pagu is not None]
            if ada:
                hasil[kode] = sum(ada, NOL)
        return hasil

    def realisasi(self, *, is_setoran_dikurangkan: bool = False) -> dict[str, dict[int, Decimal]]:
        """Return what was spent on each sub kegiatan by quarter (0: the file has no dates)."""
        hasil: dict[str, dict[int, Decimal]] = {}
        for kode, menurut in self.isi.items():
            for triwulan, nilai in menurut.items():
                bersih = nilai.bersih(is_setoran_dikurangkan=is_setoran_dikurangkan)
                if bersih is not None:
                    hasil.setdefault(kode, {})[triwulan] = bersih
        return hasil

    @property
    def jumlah(self) -> Nilai:
        """The sum of all rows of the office."""
        return jumlahkan([n for menurut in self.isi.values() for n in menurut.values()])


def jumlahkan(semua: Sequence[Nilai]) -> Nilai:
    """Return the sum of amounts."""
    hasil = Nilai()
    for satu in semua:
        hasil += satu
    return hasil


def naikkan(sub: Mapping[str, Decimal]) -> dict[str, Decimal]:
    """Return sums by code: of each sub kegiatan, its kegiatan and its programme, in rupiah."""
    hasil: dict[str, Decimal] = {}
    for kode, nilai in sub.items():
        for satu in (kode, kode_kegiatan(kode), kode_program(kode)):
            hasil[satu] = hasil.get(satu, NOL) + nilai
    return hasil


def label_total(teks: str) -> str:
    """Return the label of a total line ("GRAND TOTAL") where a normal text begins one, else ""."""
    return cocok[0] if (cocok := _TOTAL.match(teks)) else ""


@dataclass
class PenghitungTotal:
    """Compares total lines with the rows above them: all of them, or those since the last such line."""

    semua: Nilai = field(default_factory=Nilai)
    bagian: Nilai = field(default_factory=Nilai)
    baris: list[BarisTotal] = field(default_factory=list)

    def tambah(self, nilai: Nilai) -> None:
        """Count a row."""
        self.semua += nilai
        self.bagian += nilai

    def bandingkan(self, lembar: str, nomor: int, label: str, nilai: Nilai) -> None:
        """Take a total line: it is never added. GRAND TOTAL is of all rows, others may be of a part."""
        for kolom in ("pagu", "realisasi", "setoran"):
            tertulis = getattr(nilai, kolom)
            if tertulis is None:
                continue
            penuh, sebagian = getattr(self.semua, kolom) or NOL, getattr(self.bagian, kolom) or NOL
            is_bagian = label != "GRAND TOTAL" and abs(tertulis - sebagian) < abs(tertulis - penuh)
            dihitung = sebagian if is_bagian else penuh
            self.baris.append(BarisTotal(lembar, nomor, label, kolom, tertulis, dihitung))
        self.bagian = Nilai()

    def berbeda(self) -> list[BarisTotal]:
        """Return the lines that differ from the sum of their rows."""
        return [b for b in self.baris if b.selisih]
