"""Cells of an uploaded file become values: one strict reading for each kind, never a guess.

import-export's own widgets store "12.6950.500" as 126950500 and "1.000 " as 1 (docs/adr/0008).
What cannot be read raises ValueError with a sentence for the cell.
"""

from __future__ import annotations

import datetime
import difflib
import re
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from import_export.widgets import Widget

from sakip.umum.angka import PALING_BANYAK_ANGKA, JenisAngka, format_angka, parse_angka
from sakip.umum.excel.baca import RumusKosong, SelGalat
from sakip.umum.formulir import BulatField
from sakip.umum.tanggal import NAMA_BULAN
from sakip.umum.teks import gabung_kata, satu_spasi

PANJANG_KUTIPAN = 60
TANPA_HASIL = "Hasil rumus sel ini tidak tersimpan. Buka dan simpan berkasnya di Excel, atau tulis nilainya."
TAHUN_WAJAR = range(1900, 2101)


def is_kosong(nilai: Any) -> bool:
    """Whether a cell holds nothing."""
    return nilai is None or (isinstance(nilai, str) and not nilai.replace("\u00a0", " ").strip())


def _is_utuh(nilai: Any) -> bool:
    return isinstance(nilai, Decimal) and nilai.is_finite() and nilai == nilai.to_integral_value()


def kutip(nilai: Any) -> str:
    """Return the text of a cell as the file has it, short enough for a sentence."""
    teks = tulis_sel_teks(nilai)
    return teks if len(teks) <= PANJANG_KUTIPAN else f"{teks[:PANJANG_KUTIPAN]}…"


def tulis_sel_teks(nilai: Any) -> str:
    """Return what stands in a cell, for the preview."""
    if nilai is None:
        return ""
    if isinstance(nilai, bool):
        return "TRUE" if nilai else "FALSE"
    if isinstance(nilai, SelGalat):
        return nilai.kode
    if isinstance(nilai, RumusKosong):
        return nilai.rumus
    if isinstance(nilai, Decimal):
        return f"{nilai:f}".replace(".", ",")
    if isinstance(nilai, datetime.date):
        return f"{nilai:%d-%m-%Y}"
    return str(nilai)


class WidgetImpor(Widget):  # type: ignore[misc]
    """A kind of column. ``urai`` reads a cell that is not empty; ``tampil`` prints a stored value."""

    kosong: Any = None

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> Any:
        """Return the value of a cell. Raises ValueError with the sentence for the cell."""
        if is_kosong(value):
            return self.kosong
        if isinstance(value, RumusKosong):
            raise ValueError(TANPA_HASIL)
        if not isinstance(value, (str, Decimal, bool, datetime.date)):
            raise ValueError(f"Sel ini berisi kesalahan ({kutip(value)}). Tulis nilainya.")
        return self.urai(value, row or {}, kwargs.get("sumber"))

    def urai(self, nilai: Any, baris: Mapping[str, Any], sumber: Any) -> Any:
        """Return the value of a cell that holds something."""
        raise NotImplementedError

    def tampil(self, nilai: Any) -> str:
        """Return a stored value as it would be typed."""
        return "" if nilai is None else str(nilai)

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> str:
        """Return the same to import-export."""
        return self.tampil(value)


class Teks(WidgetImpor):
    """Text in one line; with ``is_panjang`` its lines stay."""

    kosong = ""

    def __init__(self, *, is_panjang: bool = False) -> None:
        super().__init__()
        self.is_panjang = is_panjang

    def urai(self, nilai: Any, baris: Mapping[str, Any], sumber: Any) -> str:
        """Return the text; a whole number is text too, a date or TRUE is not."""
        if isinstance(nilai, str):
            rapi = nilai.replace("\u00a0", " ").replace("\r\n", "\n").strip()
            return "\n".join(s.strip() for s in rapi.split("\n")) if self.is_panjang else satu_spasi(rapi)
        if _is_utuh(nilai):
            return f"{nilai:f}".partition(".")[0]
        raise ValueError(
            f"{kutip(nilai)}: sel ini bukan teks. Ubah format selnya menjadi Teks, lalu ketik lagi."
        )


class DaftarBaris(WidgetImpor):
    """Several texts in one cell, one a line; a number or a dash before each is left out."""

    kosong = ()

    def urai(self, nilai: Any, baris: Mapping[str, Any], sumber: Any) -> tuple[str, ...]:
        """Return the lines that hold something."""
        if not isinstance(nilai, str):
            raise ValueError(f"{kutip(nilai)}: tulis teks, satu butir setiap baris.")
        butir = (satu_spasi(s.replace("\u00a0", " ")) for s in nilai.splitlines())
        return tuple(rapi for s in butir if (rapi := re.sub(r"^(?:\d{1,2}[.)]|[a-z][.)]|[-•])\s+", "", s)))

    def tampil(self, nilai: Any) -> str:
        """One a line."""
        return "\n".join(nilai or ())


class Nip(WidgetImpor):
    """An employee number: text, since a spreadsheet keeps only 15 digits of a number."""

    def urai(self, nilai: Any, baris: Mapping[str, Any], sumber: Any) -> str:
        """Return the digits without blanks; a number has lost its last ones already."""
        if not isinstance(nilai, str):
            raise ValueError(
                "NIP tersimpan sebagai angka, jadi tiga angka terakhirnya sudah hilang. "
                "Ubah format selnya menjadi Teks, lalu ketik NIP lagi."
            )
        return re.sub(r"\s", "", nilai.replace("\u00a0", " ")).removeprefix("'")


class Bulat(WidgetImpor):
    """A whole number: plain digits."""

    def urai(self, nilai: Any, baris: Mapping[str, Any], sumber: Any) -> int:
        """Return the int; dots, commas, TRUE and fractions are refused."""
        if _is_utuh(nilai):
            return int(nilai)
        if not isinstance(nilai, str):
            raise ValueError(f"{kutip(nilai)}: tulis bilangan bulat tanpa titik dan koma.")
        try:
            return int(BulatField().to_python(nilai))  # type: ignore[arg-type]
        except ValidationError as galat:
            raise ValueError(galat.message) from galat


class Desimal(WidgetImpor):
    """A number in Indonesian form; a numeric cell keeps its exact value."""

    def __init__(self, jenis: JenisAngka = JenisAngka.JUMLAH) -> None:
        super().__init__()
        self.jenis = jenis

    def urai(self, nilai: Any, baris: Mapping[str, Any], sumber: Any) -> Decimal:
        """Return the Decimal by the one parser."""
        if isinstance(nilai, str):
            return parse_angka(nilai, self.jenis)
        if not isinstance(nilai, Decimal) or not nilai.is_finite():
            raise ValueError(f"{kutip(nilai)}: tulis angka saja, misalnya 126.950.500 atau 99,30.")
        if len(f"{nilai.copy_abs():f}".replace(".", "").strip("0")) > PALING_BANYAK_ANGKA:
            raise ValueError(f"{kutip(nilai)}: paling banyak {PALING_BANYAK_ANGKA} angka.")
        return nilai

    def tampil(self, nilai: Any) -> str:
        """Printed form, as the parser reads it."""
        if nilai is None:
            return ""
        teks = format_angka(nilai)
        return teks if self.jenis in (JenisAngka.RUPIAH, JenisAngka.JUMLAH) else teks.replace(".", "")


class Tanggal(WidgetImpor):
    """A day: a date cell, or 02-01-2024, 2/1/2024, 2024-01-02, 2 Januari 2024."""

    _HARI = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", re.ASCII)
    _ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
    _NAMA = re.compile(r"(\d{1,2}) ([A-Za-z]+) (\d{4})", re.ASCII)

    def urai(self, nilai: Any, baris: Mapping[str, Any], sumber: Any) -> datetime.date:
        """Return the day; a number and a day that is not are refused."""
        hari = self._hari(nilai)
        if hari is None or hari.year not in TAHUN_WAJAR:
            raise ValueError(
                f"{kutip(nilai)}: bukan tanggal. Tulis tanggal-bulan-tahun, misalnya 02-01-2024."
            )
        return hari

    def _hari(self, nilai: Any) -> datetime.date | None:
        if isinstance(nilai, datetime.datetime):
            return nilai.date() if nilai.time() == datetime.time() else None
        if isinstance(nilai, datetime.date):
            return nilai
        isi = satu_spasi(nilai.replace("\u00a0", " ")) if isinstance(nilai, str) else ""
        bulan = {b.casefold(): n for n, b in enumerate(NAMA_BULAN, start=1)}
        if m := self._HARI.fullmatch(isi):
            tahun, ke, hari = m[3], int(m[2]), m[1]
        elif m := self._ISO.fullmatch(isi):
            tahun, ke, hari = m[1], int(m[2]), m[3]
        elif m := self._NAMA.fullmatch(isi):
            tahun, ke, hari = m[3], bulan.get(m[2].casefold(), 0), m[1]
        else:
            return None
        try:
            return datetime.date(int(tahun), ke, int(hari))
        except ValueError:
            return None

    def tampil(self, nilai: Any) -> str:
        """ "02-01-2024"."""
        return f"{nilai:%d-%m-%Y}" if nilai else ""


class YaTidak(WidgetImpor):
    """Ya or tidak; a cell with TRUE or FALSE says the same."""

    _ARTI = {"ya": True, "tidak": False}

    def urai(self, nilai: Any, baris: Mapping[str, Any], sumber: Any) -> bool:
        """Return the bool; 1, x and the like are refused."""
        if isinstance(nilai, bool):
            return nilai
        arti = self._ARTI.get(nilai.strip().casefold()) if isinstance(nilai, str) else None
        if arti is None:
            raise ValueError(f"{kutip(nilai)}: tulis ya atau tidak.")
        return arti

    def tampil(self, nilai: Any) -> str:
        """The word."""
        return "" if nilai is None else "ya" if nilai else "tidak"


class Pilihan(WidgetImpor):
    """One of the choices of a field, by its label or its key."""

    def __init__(self, pilihan: Iterable[tuple[Any, str]]) -> None:
        super().__init__()
        self.label = dict(pilihan)
        self.arti = {
            kunci(teks): nilai for nilai, label in self.label.items() for teks in (str(nilai), label)
        }

    def urai(self, nilai: Any, baris: Mapping[str, Any], sumber: Any) -> Any:
        """Return the key of the choice."""
        if isinstance(nilai, (str, Decimal)) and not isinstance(nilai, bool):
            arti = self.arti.get(kunci(tulis_sel_teks(nilai)))
            if arti is not None:
                return arti
        raise ValueError(f"{kutip(nilai)}: tulis {gabung_kata(list(self.label.values()), 'atau')}.")

    def tampil(self, nilai: Any) -> str:
        """The label."""
        return str(self.label.get(nilai, nilai or ""))


class Rujukan(WidgetImpor):
    """A row of another list by the words that people use; only rows that the person may see."""

    def __init__(
        self, cari: Callable[[Any, str, Mapping[str, Any]], Any], tampil: Callable[[Any], str] = str
    ) -> None:
        super().__init__()
        self._cari, self._tampil = cari, tampil

    def urai(self, nilai: Any, baris: Mapping[str, Any], sumber: Any) -> Any:
        """Return the row. Raises ValueError where the person has none of this name."""
        return self._cari(sumber, Teks().urai(nilai, baris, sumber), baris)

    def tampil(self, nilai: Any) -> str:
        """What would be typed."""
        return "" if nilai is None else self._tampil(nilai)


def kunci(teks: str) -> str:
    """Return a text as it is compared: no case, single blanks, no full stop at its end."""
    return satu_spasi(teks.replace("\u00a0", " ").replace("_", " ")).casefold().rstrip(".")


def usulkan(teks: str, ada: Iterable[str]) -> str:
    """Return " Maksud Anda …?" with the nearest name, or nothing."""
    daftar = {kunci(a): a for a in ada}
    dekat = difflib.get_close_matches(kunci(teks), daftar, n=1, cutoff=0.6)
    return f" Maksud Anda {daftar[dekat[0]]}?" if dekat else ""
