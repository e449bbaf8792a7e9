"""One column of a file: its heading, where its value belongs, of what kind it is, an example."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sakip.umum.impor.widget import WidgetImpor


@dataclass(frozen=True)
class Kolom:
    """A column. Import, export and the blank template read the same list of them.

    ``bidang`` is the path from the row's object to the value ("nip", "pegawai__nip"). With ``is_biarkan`` an
    empty cell leaves what is there (or the default); without it an empty cell empties the value.
    """

    bidang: str
    judul: str
    widget: WidgetImpor
    contoh: str
    petunjuk: str = ""
    is_wajib: bool = False
    is_kunci: bool = False
    is_biarkan: bool = False

    def ambil(self, objek: Any) -> Any:
        """Return the value of an object, None where nothing leads to it."""
        for nama in self.bidang.split("__"):
            objek = getattr(objek, nama, None)
            if objek is None:
                return None
        return objek

    def tampil(self, objek: Any) -> str:
        """Return the value of an object as it would be typed."""
        return self.widget.tampil(self.ambil(objek))
