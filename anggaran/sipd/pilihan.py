"""What the person chose for one SIPD file, as it is kept with the upload (JSON). Pure."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from anggaran.sipd.kolom import TANGGAL, Kolom, Tata

PAGU, REALISASI, KEDUANYA = "pagu", "realisasi", "keduanya"
BERJALAN, TRIWULAN_ITU = "berjalan", "triwulan"


@dataclass(frozen=True)
class Pilihan:
    """The answers; an empty one was not asked or not answered yet."""

    muat: str = ""  # what is loaded: PAGU, REALISASI, KEDUANYA
    jenis: str = ""  # a value of JenisDPA
    nomor: str = ""
    tanggal: str = ""  # ISO
    alasan: str = ""
    sampai: int = 0  # layout without dates: the quarter that the file's total reaches
    cara: str = ""  # BERJALAN: the total since January; TRIWULAN_ITU: of the quarter alone
    triwulan: tuple[int, ...] = ()  # layout D: the quarters to load
    kolom_tanggal: str = ""
    setoran: str = ""  # "tidak" or "kurangi"
    lewati: bool = False  # load the rest, though something of the list is left out

    @classmethod
    def dari(cls, isi: Mapping[str, Any] | None) -> Pilihan:
        """Return the choices of an upload; what is not known is left out."""
        bidang = cls.__dataclass_fields__
        ada = {k: v for k, v in (isi or {}).items() if k in bidang}
        if "triwulan" in ada:
            ada["triwulan"] = tuple(int(t) for t in ada["triwulan"])
        return cls(**ada)

    def json(self) -> dict[str, Any]:
        """Return what is kept with the upload."""
        return {**asdict(self), "triwulan": list(self.triwulan)}

    def untuk(self, tata: Tata) -> Pilihan:
        """Return the choices for a layout: where only one thing can be loaded nothing is asked."""
        opsi = isi_tata(tata)
        return replace(self, muat=opsi[0]) if len(opsi) == 1 else self

    @property
    def is_pagu(self) -> bool:
        """Whether ceilings are loaded."""
        return self.muat in (PAGU, KEDUANYA)

    @property
    def is_realisasi(self) -> bool:
        """Whether spending is loaded."""
        return self.muat in (REALISASI, KEDUANYA)

    @property
    def hari(self) -> datetime.date | None:
        """The day of the DPA."""
        return datetime.date.fromisoformat(self.tanggal) if self.tanggal else None

    @property
    def tanggal_dari(self) -> Kolom | None:
        """The column that decides about the quarter."""
        return next((t for t in TANGGAL if t.value == self.kolom_tanggal), None)


def isi_tata(tata: Tata) -> tuple[str, ...]:
    """Return what may be loaded of a layout."""
    if tata is Tata.B:
        return (PAGU, REALISASI, KEDUANYA)
    return (REALISASI,) if tata in (Tata.D, Tata.C_REALISASI) else (PAGU,)


def belum_dipilih(pilihan: Pilihan, tata: Tata, *, punya_setoran: bool) -> tuple[str, ...]:
    """Return what is still to be answered for a layout, as names of fields of Pilihan."""
    kurang = []
    muat = pilihan.muat if pilihan.muat in isi_tata(tata) else ""
    if not muat:
        return ("muat",)
    if pilihan.is_pagu:
        if not pilihan.jenis:
            kurang.append("jenis")
        elif pilihan.jenis != "murni" and not pilihan.alasan:
            kurang.append("alasan")
    if pilihan.is_realisasi and tata is Tata.D:
        kurang += [] if pilihan.triwulan else ["triwulan"]
    elif pilihan.is_realisasi:
        kurang += [nama for nama in ("sampai", "cara") if not getattr(pilihan, nama)]
    if pilihan.is_realisasi and punya_setoran and not pilihan.setoran:
        kurang.append("setoran")
    return tuple(kurang)
