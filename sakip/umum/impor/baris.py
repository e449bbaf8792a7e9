"""One row of a file while it is checked."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sakip.umum.impor.hasil import BarisHasil, Keadaan, Sel
from sakip.umum.impor.kolom import Kolom
from sakip.umum.impor.widget import tulis_sel_teks
from sakip.umum.teks import gabung_kata


@dataclass
class BarisImpor:
    """A row while it is checked: what the file has, its object, and what the object held before."""

    nomor: int
    isi: Mapping[str, Any]
    kunci: Hashable = None
    objek: Any = None
    is_baru: bool = False
    lama: dict[str, Any] = field(default_factory=dict)
    keadaan: Keadaan = Keadaan.TETAP
    galat: dict[str, list[str]] = field(default_factory=dict)

    def tolak(self, bidang: str, pesan: str) -> None:
        """Refuse the row for one of its cells ("" for the whole row)."""
        self.keadaan = Keadaan.DITOLAK
        self.galat.setdefault(bidang, []).append(pesan)

    def hasil(
        self, tampak: Sequence[Kolom], beda: set[str], catatan: str = "", is_yakin: bool = False
    ) -> BarisHasil:
        """Return what the preview shows of the row; ``beda`` are the columns that change."""
        if self.keadaan is Keadaan.DITOLAK:
            sel = [
                Sel(tulis_sel_teks(self.isi[k.judul]), galat=" ".join(self.galat.get(k.bidang, ())))
                for k in tampak
            ]
            salah = [k.judul for k in tampak if k.bidang in self.galat]
            catatan = f"Periksa kolom {gabung_kata(salah)}." if salah else ""
            return BarisHasil(self.nomor, self.keadaan, sel, self.galat.get("", []), catatan)
        sel = [
            Sel(k.tampil(self.objek), k.widget.tampil(self.lama[k.bidang]) if k.bidang in beda else None)
            for k in tampak
        ]
        return BarisHasil(self.nomor, self.keadaan, sel, [], catatan, is_yakin)
