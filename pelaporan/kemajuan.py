"""How far an office is: per unit, the steps of its LKjIP, and what is filled already."""

from __future__ import annotations

import datetime
from collections.abc import Collection
from dataclasses import dataclass

from django.utils import timezone

from kinerja.isian import TRIWULAN, BarisKinerja, IsianKantor, KeadaanSel, Ringkasan
from kinerja.pilihan import NAMA_TRIWULAN
from organisasi.models import Pengguna
from pelaporan.models import Laporan
from pelaporan.tenggat import TenggatLaporan, awal_triwulan
from pelaporan.tugas_bahan import Baris, nama_baris
from pelaporan.tugas_ukur import sebut_triwulan
from sakip.umum.tanggal import format_tanggal
from sakip.umum.waktu import sebut_waktu

LENGKAP_TERBANYAK = 50
LANGKAH = ("draf", "diajukan", "disahkan")


@dataclass(frozen=True)
class Bilah:
    """A bar with its count: "5 dari 6"."""

    label: str
    ringkas: Ringkasan

    @property
    def lebar(self) -> str:
        """Width in percent with a decimal point, for SVG."""
        diminta = self.ringkas.diminta
        return str(self.ringkas.terisi * 100 // diminta) if diminta else "0"


@dataclass(frozen=True)
class KemajuanUnit:
    """A unit: the quarter at hand and the year."""

    nama: str
    is_saya: bool
    triwulan: Bilah
    tahun: Bilah


@dataclass(frozen=True)
class Langkah:
    """A step of the LKjIP: its name, what is said of it, and whether it is passed or at hand."""

    nama: str
    uraian: str
    is_lewat: bool
    is_kini: bool


@dataclass(frozen=True)
class IsianLengkap:
    """A cell that is filled: which, and when by whom."""

    nama: str
    rincian: str


def triwulan_kini(isian: IsianKantor, hari: datetime.date) -> int:
    """Return the quarter at hand: the last whose window is open, else the last that was opened or began."""
    terbuka = [n for n, j in isian.jendela.items() if j.buka <= hari <= j.tutup]
    pernah = [n for n, j in isian.jendela.items() if j.buka <= hari]
    mulai = [n for n in TRIWULAN if awal_triwulan(isian.tahun, n) <= hari]
    return max(terbuka or pernah or mulai or [1])


def setahun(isian: IsianKantor, unit_id: int) -> Ringkasan:
    """Return how much of a unit's year is filled."""
    semua = [isian.ringkas(unit_id, n) for n in TRIWULAN]
    return Ringkasan(sum(r.diminta for r in semua), sum(r.terisi for r in semua))


def build_kemajuan(isian: IsianKantor, hari: datetime.date, saya: Collection[int]) -> list[KemajuanUnit]:
    """Return the progress of each unit that has rows, in the order of the structure."""
    kini = triwulan_kini(isian, hari)
    return [
        KemajuanUnit(
            nama=u.nama,
            is_saya=u.pk in saya,
            triwulan=Bilah(NAMA_TRIWULAN[kini], isian.ringkas(u.pk, kini)),
            tahun=Bilah("Setahun", setahun(isian, u.pk)),
        )
        for u in isian.unit_bertugas()
    ]


def build_langkah(isian: IsianKantor, laporan: Laporan | None, tenggat: TenggatLaporan) -> list[Langkah]:
    """Return the steps of the LKjIP with their dates; the report's state says which is at hand."""
    unit = isian.unit_bertugas()
    jumlah = [setahun(isian, u.pk) for u in unit]
    isi = (
        f"{len(unit)} unit, {sum(r.terisi for r in jumlah)} dari {sum(r.diminta for r in jumlah)} isian"
        if laporan
        else "Laporan belum dicatat"
    )
    kini = LANGKAH.index(laporan.status) if laporan and laporan.status in LANGKAH else 0
    uraian = (
        isi,
        f"Paling lambat {format_tanggal(tenggat.ajukan)}",
        f"Paling lambat {format_tanggal(tenggat.sahkan)}",
    )
    return [
        Langkah(nama.capitalize(), teks, n < kini, n == kini)
        for n, (nama, teks) in enumerate(zip(LANGKAH, uraian, strict=True))
    ]


def build_lengkap(isian: IsianKantor, unit: Collection[int]) -> list[IsianLengkap]:
    """Return the filled cells of units, what was saved last first."""
    ada = []
    for b in isian.baris():
        if b.unit_id not in unit:
            continue
        for n in TRIWULAN:
            sel = b.sel(n)
            if sel is not None and b.keadaan(n) in (KeadaanSel.TERISI, KeadaanSel.TIDAK_BERLAKU):
                ada.append((sel.diisi_pada, _lengkap(b, n, sel.diisi_oleh, sel.diisi_pada)))
    awal = datetime.datetime.min.replace(tzinfo=datetime.UTC)
    ada.sort(key=lambda satu: satu[0] or awal, reverse=True)
    return [satu for _, satu in ada]


def _lengkap(
    baris: Baris, triwulan: int, oleh: Pengguna | None, pada: datetime.datetime | None
) -> IsianLengkap:
    apa = "Realisasi" if isinstance(baris, BarisKinerja) else "Realisasi anggaran"
    siapa = f"{oleh}, " if oleh else ""
    kapan = sebut_waktu(pada) if pada else "waktu tidak tercatat"
    return IsianLengkap(
        f"{apa} {sebut_triwulan(triwulan)}: {nama_baris(baris)}",
        f"{siapa}{kapan}",
    )


def terakhir_tersimpan(isian: IsianKantor, pengguna_id: int | None) -> datetime.datetime | None:
    """Return when a person last saved a value of the year, in local time."""
    waktu = [
        r.diisi_pada
        for b in isian.baris()
        for r in b.realisasi.values()
        if r.diisi_oleh_id == pengguna_id and r.diisi_pada is not None
    ]
    return timezone.localtime(max(waktu)) if waktu and pengguna_id is not None else None
