"""What one cell of a sheet holds, by the kind that its XML says."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from xml.etree import ElementTree as ET

from .buku import JAM, TANGGAL, Buku, teks_kaya, teks_polos
from .nilai import PANJANG_RUMUS, Muatan, muat_angka, muat_saat
from .tolak import rusak

AWAL_1900 = datetime.datetime(1899, 12, 30)  # noqa: DTZ001  # Excel knows no zones
AWAL_1904 = datetime.datetime(1904, 1, 1)  # noqa: DTZ001
HARI_TERAKHIR = 2_957_003  # 31 December 9999, counted from 1904
DETIK_SEHARI = 86_400
Olah = Callable[[ET.Element], Muatan]


def sebut_jam(detik: int) -> str:
    """Return "07:30:00"; hours go on after a day."""
    return f"{detik // 3600:02}:{detik // 60 % 60:02}:{detik % 60:02}"


class Jenis(dict[str, Olah]):
    """By kind of cell the function that reads it; an unknown kind is a damaged file."""

    def __missing__(self, jenis: str) -> Olah:
        raise rusak(f"jenis sel {jenis[:12]} tidak dikenal")


class PembacaSel:
    """Reads the cells of one workbook; ``olah`` has a function for each kind of cell that is not empty."""

    def __init__(self, buku: Buku) -> None:
        self._teks, self._gaya = buku.teks, buku.gaya
        self._awal = AWAL_1904 if buku.sejak_1904 else AWAL_1900
        self.olah = Jenis(
            n=self._angka,
            s=self._teks_bersama,
            inlineStr=self._teks_sel,
            str=self._teks_rumus,
            b=self._benar,
            e=self._galat,
            d=self._tanggal,
        )
        self.pakai_ruang("")

    def pakai_ruang(self, ns: str) -> None:
        """Take the name space of the sheet."""
        self._f, self._v, self._is, self._t, self._r = f"{ns}f", f"{ns}v", f"{ns}is", f"{ns}t", f"{ns}r"

    def _isi(self, sel: ET.Element) -> str | None:
        """Return what is stored as the value of a cell; None where nothing is."""
        anak = sel[0]
        return anak.text if anak.tag == self._v else sel.findtext(self._v)

    def _rumus(self, sel: ET.Element) -> Muatan:
        """Return a formula that has no stored value; None where there is no formula either."""
        rumus = sel.find(self._f)
        return None if rumus is None else ["f", (rumus.text or "")[:PANJANG_RUMUS]]

    def _angka(self, sel: ET.Element) -> Muatan:
        v = self._isi(sel)
        if not v:
            return self._rumus(sel)
        angka = muat_angka(v)
        gaya = self._gaya.get(sel.get("s", ""))
        if gaya in (TANGGAL, JAM) and isinstance(angka, int | float):
            return self._saat(angka, gaya)
        return angka

    def _saat(self, angka: int | float, gaya: str) -> Muatan:
        """Return a date or moment; a time of the day is the text that Excel shows."""
        if not 0 <= angka <= HARI_TERAKHIR:
            return angka
        detik = round(angka * DETIK_SEHARI)
        if gaya == JAM or detik < DETIK_SEHARI:
            return sebut_jam(detik)
        if self._awal is AWAL_1900 and detik < 60 * DETIK_SEHARI:
            detik += DETIK_SEHARI  # Excel counts 29 February 1900
        return muat_saat(self._awal + datetime.timedelta(seconds=detik))

    def _teks_bersama(self, sel: ET.Element) -> Muatan:
        v = self._isi(sel)
        if not v:
            return None
        try:
            return self._teks[int(v)]
        except (ValueError, IndexError):
            raise self._tak_dikenal(sel) from None

    def _teks_sel(self, sel: ET.Element) -> Muatan:
        kaya = sel.find(self._is)
        return teks_kaya(kaya, self._t, self._r) if kaya is not None else None

    def _teks_rumus(self, sel: ET.Element) -> Muatan:
        return teks_polos(self._isi(sel) or "")

    def _benar(self, sel: ET.Element) -> Muatan:
        v = self._isi(sel)
        return v in ("1", "true") if v else self._rumus(sel)

    def _galat(self, sel: ET.Element) -> Muatan:
        return ["e", (self._isi(sel) or "")[:20]]

    def _tanggal(self, sel: ET.Element) -> Muatan:
        v = self._isi(sel)
        try:
            return muat_saat(datetime.datetime.fromisoformat(v.removesuffix("Z"))) if v else self._rumus(sel)
        except ValueError:
            raise self._tak_dikenal(sel) from None

    def _tak_dikenal(self, sel: ET.Element) -> Exception:
        return rusak(f"isi sel {sel.get('r', '')[:12]} tidak dikenal")
