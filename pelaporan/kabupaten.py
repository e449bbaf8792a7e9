"""How far all offices of a government are: filling, capaian, absorption, quarters and report, by office.

Every figure comes from the functions that the report itself uses (``Pengukur``, ``Kas``, the pure
formulas): a number here is the number of the office's report. ``docs/rumus`` holds the formulas.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any, cast

from django.db.models import QuerySet

from anggaran.rumus import compute_serapan
from kinerja.rumus import Capaian, Rerata, rerata_capaian
from organisasi.izin import Pelaku
from organisasi.models import PerangkatDaerah
from pelaporan.pilihan import StatusLaporan
from pelaporan.susun.uang import Uang
from sakip.umum.angka import bulatkan, format_persen, format_rupiah
from sakip.umum.tanggal import angka_romawi

TRIWULAN = (1, 2, 3, 4)
BATAS_RENDAH = Fraction(60)  # percent of filling under which an office is counted as far behind
SERATUS = Decimal(100)
TANPA_LAPORAN = "belum_ada"


def pemda_kelola(pelaku: Pelaku, *peran: str) -> frozenset[int]:
    """Return the governments for which a person holds one of these roles."""
    return frozenset(t.pemda_id for t in pelaku.tugas if t.peran in peran and t.pemda_id is not None)


def kantor_kelola(pengguna: Any, *peran: str) -> QuerySet[PerangkatDaerah]:
    """Return the offices of the governments for which a person holds one of these roles; a superuser: all."""
    semua = PerangkatDaerah.objects.untuk(pengguna).select_related("pemda").order_by("pemda", "nama")
    if pengguna.pelaku.is_semua:
        return cast("QuerySet[PerangkatDaerah]", semua)
    return cast("QuerySet[PerangkatDaerah]", semua.filter(pemda__in=pemda_kelola(pengguna.pelaku, *peran)))


def triwulan_berjalan(tahun: int, hari: datetime.date) -> int:
    """Return the newest quarter whose last month has begun on a day; before that the first."""
    if hari.year != tahun:
        return 4 if hari.year > tahun else 1
    return max(1, hari.month // 3)


@dataclass(frozen=True)
class Langkah:
    """A quarter of an office: how many of the units that have something to fill are approved."""

    triwulan: int
    disetujui: int
    unit: int
    berjalan: int  # sent or checked, not yet approved
    dikembalikan: int

    @property
    def romawi(self) -> str:
        """ "IV"."""
        return angka_romawi(self.triwulan)

    @property
    def is_selesai(self) -> bool:
        """Whether every unit is approved."""
        return self.unit > 0 and self.disetujui == self.unit

    @property
    def tanda(self) -> str:
        """Name of the status tag."""
        if not self.unit:
            return "lewat"
        if self.is_selesai:
            return "baik"
        if self.dikembalikan:
            return "awas"
        return "proses" if self.disetujui or self.berjalan else "kosong"

    @property
    def teks(self) -> str:
        """Words: "2 dari 5", "tidak ada"."""
        return f"{self.disetujui} dari {self.unit}" if self.unit else "Tidak ada"


@dataclass(frozen=True)
class BarisKabupaten:
    """One office of the table."""

    kantor: PerangkatDaerah
    diminta: int
    terisi: int
    isian: Fraction | None
    langkah: tuple[Langkah, ...]
    rerata: Rerata
    capaian: Capaian
    sumber_capaian: str  # "PK", "IKU", or empty where there is neither
    teks_capaian: str
    is_capaian_awas: bool
    uang: Uang
    serapan: Capaian
    is_serapan_awas: bool
    status: str
    desimal: int = 2
    alamat: str = ""

    @property
    def is_berdata(self) -> bool:
        """Whether anything is planned for the year: indicators or budget."""
        return self.diminta > 0 or self.uang.pagu is not None

    @property
    def is_lengkap(self) -> bool:
        """Whether nothing that is asked is blank."""
        return self.diminta > 0 and self.diminta == self.terisi

    @property
    def is_capaian_sementara(self) -> bool:
        """Whether some indicators are not measured yet."""
        return 0 < self.rerata.terukur < self.rerata.jumlah

    @property
    def disetujui(self) -> int:
        """How many quarters of units are approved."""
        return sum(langkah.disetujui for langkah in self.langkah)

    @property
    def teks_isian(self) -> str:
        """ "38%"; never 100% while a cell is blank."""
        return format_persen(self.isian, 0)

    @property
    def dasar_isian(self) -> str:
        """ "19 dari 50 isian"."""
        return f"{self.terisi} dari {self.diminta} isian"

    @property
    def dasar_capaian(self) -> str:
        """ "3 dari 4 indikator PK terukur"."""
        if not self.rerata.jumlah:
            return ""
        return f"{self.rerata.terukur} dari {self.rerata.jumlah} indikator {self.sumber_capaian} terukur"

    @property
    def teks_serapan(self) -> str:
        """ "95,87%"."""
        return format_persen(self.serapan.nilai, self.desimal)

    @property
    def dasar_serapan(self) -> str:
        """ "Rp79.412.806.310 dari Rp82.833.844.127", and how many quarters are in where some are not."""
        if self.uang.pagu is None:
            return ""
        dasar = f"{format_rupiah(self.uang.realisasi)} dari {format_rupiah(self.uang.pagu)}"
        return dasar if self.uang.lengkap else f"{dasar}, {self.uang.terisi} dari {self.uang.diminta} isian"

    @property
    def keterangan(self) -> str:
        """What the reader has to know of the figures, or an empty text."""
        butir = []
        if self.is_capaian_sementara:
            butir.append("capaian sementara")
        if self.serapan.nilai is not None and not self.uang.lengkap:
            butir.append("serapan sementara")
        return ", ".join(butir).capitalize()

    @property
    def sebut_status(self) -> str:
        """State of the report in words."""
        return sebut_status(self.status)

    @property
    def tanda_status(self) -> str:
        """Name of the status tag of the report."""
        return "kosong" if self.status in (TANPA_LAPORAN, StatusLaporan.DRAF) else "proses"

    @property
    def lebar_isian(self) -> str:
        """Width of the bar, in SVG's decimal form."""
        return lebar_batang(self.isian)

    @property
    def lebar_capaian(self) -> str:
        """Width of the bar: over 100 it is full and the number tells."""
        return lebar_batang(self.capaian.nilai)

    @property
    def lebar_serapan(self) -> str:
        """Width of the bar."""
        return lebar_batang(self.serapan.nilai)


@dataclass(frozen=True)
class Ubin:
    """A figure tile: what it is, the figure, what it is out of."""

    label: str
    nilai: str
    dasar: str


def sebut_status(status: str) -> str:
    """Return the words for the state of a report."""
    return "Belum ada" if status == TANPA_LAPORAN else str(StatusLaporan(status).label)


def lebar_batang(persen: Fraction | None) -> str:
    """Return 0 to 100 with a decimal point, for an SVG attribute."""
    return f"{bulatkan(min(max(persen or Fraction(0), Fraction(0)), Fraction(100)), 2):f}"


# The whole ------------------------------------------------------------------------------------------


def susun_ubin(baris: list[BarisKabupaten]) -> tuple[Ubin, ...]:
    """Return the four tiles above the table, each with what it is out of."""
    n = len(baris)
    ada = [b for b in baris if b.status != TANPA_LAPORAN]
    status = Counter(sebut_status(b.status).lower() for b in baris)
    lengkap = sum(1 for b in baris if b.is_lengkap)
    rendah = sum(1 for b in baris if b.isian is not None and b.isian < BATAS_RENDAH)
    tanpa = sum(1 for b in baris if not b.is_berdata)
    isian = f"{rendah} di bawah {format_persen(BATAS_RENDAH, 0)}" + (f", {tanpa} tanpa data" if tanpa else "")
    return (
        Ubin(
            "Laporan kinerja (LKjIP)",
            f"{len(ada)} dari {n}",
            ", ".join(f"{jumlah} {nama}" for nama, jumlah in sorted(status.items())),
        ),
        Ubin("Isian lengkap", f"{lengkap} dari {n}", isian),
        _ubin_capaian(baris),
        _ubin_serapan(baris),
    )


def _ubin_capaian(baris: list[BarisKabupaten]) -> Ubin:
    rerata = rerata_capaian([b.capaian for b in baris])
    dasar = f"{rerata.terukur} dari {len(baris)} perangkat daerah terukur"
    sementara = sum(1 for b in baris if b.is_capaian_sementara)
    if sementara:
        dasar += f", {sementara} sementara"
    return Ubin("Rata-rata capaian", format_persen(rerata.eksak), dasar)


def _ubin_serapan(baris: list[BarisKabupaten]) -> Ubin:
    """Ratio of sums over the offices that have both a ceiling and spending."""
    dihitung = [b.uang for b in baris if b.uang.pagu is not None and b.uang.realisasi is not None]
    pagu = sum((u.pagu for u in dihitung if u.pagu is not None), Decimal(0))
    isi = sum((u.realisasi for u in dihitung if u.realisasi is not None), Decimal(0))
    gabungan = compute_serapan(pagu=pagu, realisasi=isi)
    if not dihitung:
        return Ubin("Serapan gabungan", format_persen(None), f"0 dari {len(baris)} perangkat daerah")
    dasar = (
        f"{format_rupiah(isi)} dari {format_rupiah(pagu)}, {len(dihitung)} dari {len(baris)} perangkat daerah"
    )
    return Ubin("Serapan gabungan", format_persen(gabungan.nilai), dasar)


# Choosing and sorting -------------------------------------------------------------------------------

KEADAAN: dict[str, tuple[str, Callable[[BarisKabupaten], bool]]] = {
    "belum_lengkap": ("Isian belum lengkap", lambda b: b.is_berdata and not b.is_lengkap),
    "lengkap": ("Isian lengkap", lambda b: b.is_lengkap),
    "tanpa_data": ("Tanpa data", lambda b: not b.is_berdata),
    "belum_disetujui": (
        "Triwulan belum disetujui semua",
        lambda b: not all(s.is_selesai or not s.unit for s in b.langkah),
    ),
    "tanpa_laporan": ("LKjIP belum ada", lambda b: b.status == TANPA_LAPORAN),
    **{
        f"laporan_{status.value}": (f"LKjIP {status.label.lower()}", lambda b, s=status.value: b.status == s)  # type: ignore[misc]
        for status in StatusLaporan
    },
}
URUTAN: dict[str, Callable[[BarisKabupaten], Any]] = {
    "nama": lambda b: b.kantor.nama,
    "isian": lambda b: b.isian if b.isian is not None else Fraction(-1),
    "capaian": lambda b: b.capaian.nilai,
    "serapan": lambda b: b.serapan.nilai,
    "disetujui": lambda b: b.disetujui,
    "status": lambda b: b.sebut_status,
}
URUT_BAKU = "isian"


def pilih_baris(
    baris: Iterable[BarisKabupaten], *, cari: str = "", keadaan: str = "", urut: str = URUT_BAKU
) -> list[BarisKabupaten]:
    """Return the rows that match, sorted by ``urut`` ("-" in front: from the highest); blanks come last."""
    kata = cari.casefold().split()
    syarat = KEADAAN[keadaan][1] if keadaan in KEADAAN else None
    terpilih = [
        b for b in baris if all(k in b.kantor.nama.casefold() for k in kata) and (syarat is None or syarat(b))
    ]
    turun = urut.startswith("-")
    kunci = URUTAN.get(urut.removeprefix("-"), URUTAN[URUT_BAKU])
    terpilih.sort(key=lambda b: b.kantor.nama)
    ada = [b for b in terpilih if kunci(b) is not None]
    return sorted(ada, key=kunci, reverse=turun) + [b for b in terpilih if kunci(b) is None]
