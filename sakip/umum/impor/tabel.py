"""The rows of an uploaded file under their headings, by the one reader; tablib only carries them.

import-export's own formats let tablib open the file: 1 KB takes it to 2,9 GB (docs/adr/0008).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from import_export.formats.base_formats import Format
from tablib import Dataset

from sakip.umum.excel.baca import BerkasDitolak, baca_baris
from sakip.umum.excel.batas import BATAS_RUJUKAN
from sakip.umum.impor.kolom import Kolom
from sakip.umum.impor.widget import is_kosong, kunci, kutip, tulis_sel_teks
from sakip.umum.teks import gabung_kata

LEMBAR_PETUNJUK = "Petunjuk"
BARIS_JUDUL = 20  # headings stand in one of the first rows of a sheet


@dataclass
class Tabel:
    """The rows of a file: known columns only, each row with its number in the sheet."""

    dataset: Dataset
    nomor: list[int] = field(default_factory=list)
    peringatan: list[str] = field(default_factory=list)


class FormatBerkas(Format):  # type: ignore[misc]
    """A kind of file that may be uploaded; all of them go through the one reader."""

    judul = ""
    akhiran = ""

    def get_title(self) -> str:
        """Name for people."""
        return self.judul

    def get_extension(self) -> str:
        """Without its dot."""
        return self.akhiran

    def can_import(self) -> bool:
        """All of them."""
        return True

    def create_dataset(self, in_stream: Path, kolom: Sequence[Kolom] = ()) -> Tabel:
        """Return the rows of a file under the headings of a resource. Raises BerkasDitolak."""
        return _Pembaca(kolom).baca(in_stream, f"berkas.{self.akhiran}")


class FormatXlsx(FormatBerkas):
    """Excel since 2007."""

    judul, akhiran = "Buku kerja Excel", "xlsx"


class FormatXls(FormatBerkas):
    """Excel before."""

    judul, akhiran = "Buku kerja Excel lama", "xls"


class FormatCsv(FormatBerkas):
    """Text with separators."""

    judul, akhiran = "CSV", "csv"


FORMAT = (FormatXlsx, FormatXls, FormatCsv)
SEBUT_FORMAT = gabung_kata([f".{f.akhiran}" for f in FORMAT], "atau")


def pilih_format(nama: str) -> FormatBerkas:
    """Return the format of a file by the end of its name. Raises BerkasDitolak."""
    akhiran = nama.rpartition(".")[2].casefold()
    for satu in FORMAT:
        if satu.akhiran == akhiran:
            return satu()
    raise BerkasDitolak("jenis", f"Berkas ini tidak dapat dibaca. Unggah berkas {SEBUT_FORMAT}.")


class _Pembaca:
    """Finds the headings, then takes the rows under them."""

    def __init__(self, kolom: Sequence[Kolom]) -> None:
        self.kolom = kolom
        self.kenal = {kunci(k.judul): k for k in kolom}
        self.lembar: str | None = None
        self.letak: dict[int, str] = {}  # place in the row -> heading
        self.tabel = Tabel(Dataset())
        self.lain: set[str] = set()
        self.tersembunyi: list[str] = []

    def baca(self, jalur: Path, nama: str) -> Tabel:
        for baris in baca_baris(jalur, nama, BATAS_RUJUKAN):
            if all(is_kosong(n) for n in baris.nilai):
                continue
            if self.lembar is None:
                if baris.nomor <= BARIS_JUDUL and self._is_judul(baris.nilai):
                    self._catat_judul(baris.nilai)
                    self.lembar = baris.lembar
            elif baris.lembar == self.lembar:
                self._ambil(baris.nomor, baris.nilai)
                if baris.tersembunyi:
                    self.tersembunyi.append(str(baris.nomor))
            else:
                self.lain.add(baris.lembar)
        return self._hasil()

    def _is_judul(self, nilai: list[Any]) -> bool:
        ada = {_judul(n) for n in nilai if not is_kosong(n)}
        wajib = [kunci(k.judul) for k in self.kolom if k.is_wajib]
        return 2 * sum(w in ada for w in wajib) >= len(wajib)

    def _catat_judul(self, nilai: list[Any]) -> None:
        judul = [_judul(n) for n in nilai]
        if kembar := sorted({self.kenal[j].judul for j in judul if j in self.kenal and judul.count(j) > 1}):
            raise BerkasDitolak(
                "kolom_kembar", f"Kolom {gabung_kata(kembar)} ada dua kali. Hapus salah satunya."
            )
        if kurang := [k.judul for k in self.kolom if k.is_wajib and kunci(k.judul) not in judul]:
            raise BerkasDitolak(
                "kolom_kurang",
                f"Kolom {gabung_kata(kurang)} tidak ada. Pakai judul kolom seperti pada templat.",
            )
        self.letak = {n: self.kenal[j].judul for n, j in enumerate(judul) if j in self.kenal}
        self.tabel.dataset.headers = list(self.letak.values())
        asing = [kutip(nilai[n]) for n, j in enumerate(judul) if j and j not in self.kenal]
        if asing:
            self.tabel.peringatan.append(f"Kolom yang tidak dikenal dan tidak dibaca: {gabung_kata(asing)}.")

    def _ambil(self, nomor: int, nilai: list[Any]) -> None:
        sel = [nilai[n] if n < len(nilai) else None for n in self.letak]
        if all(is_kosong(s) for s in sel):
            return
        self.tabel.dataset.append(sel)
        self.tabel.nomor.append(nomor)

    def _hasil(self) -> Tabel:
        if self.lembar is None:
            judul = gabung_kata([k.judul for k in self.kolom])
            raise BerkasDitolak("judul", f"Judul kolom tidak ditemukan. Baris pertama memuat: {judul}.")
        if not self.tabel.nomor:
            raise BerkasDitolak("hampa", "Belum ada baris di bawah judul kolomnya.")
        if self.tersembunyi:
            self.tabel.peringatan.append(f"Baris tersembunyi ikut dibaca: {', '.join(self.tersembunyi)}.")
        if lain := sorted(s for s in self.lain if s and kunci(s) != kunci(LEMBAR_PETUNJUK)):
            self.tabel.peringatan.append(
                f"Lembar yang tidak dibaca: {gabung_kata([kutip(s) for s in lain])}."
            )
        return self.tabel


def _judul(nilai: Any) -> str:
    return kunci(tulis_sel_teks(nilai).replace("\ufeff", "").rstrip("* "))
