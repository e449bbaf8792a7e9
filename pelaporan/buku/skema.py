"""What a sheet of the workbook is, what stands in its rows, and what may be wrong with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar

from organisasi.pilihan import PERENCANA
from pelaporan.buku.kolom import Kolom, Nilai, SelSalah, kanon

if TYPE_CHECKING:
    from pelaporan.buku.bahan import Bahan

PEMISAH = " | "


@dataclass(frozen=True)
class Temuan:
    """One thing that is wrong, at its cell: what `unggah_buku_kerja --json` prints."""

    lembar: str
    sel: str
    kode: str
    pesan: str
    usulan: str = ""

    @classmethod
    def dari(cls, lembar: str, sel: str, salah: SelSalah) -> Temuan:
        """Return what a refused cell is called in the list of findings."""
        return cls(lembar, sel, salah.kode, salah.pesan, salah.usulan)

    @property
    def kalimat(self) -> str:
        """The sentence with its proposal."""
        return f"{self.pesan} Maksud Anda {self.usulan}?" if self.usulan else self.pesan


@dataclass
class Baris:
    """A row as it stands in the database, or an open place for one (``objek`` None).

    ``terkunci`` says why nothing of it may change, "" where it may; ``sel_terkunci`` names single columns.
    """

    nilai: dict[str, Nilai]
    objek: Any = None
    terkunci: str = ""
    sel_terkunci: frozenset[str] = frozenset()


class BarisSalah(ValueError):
    """A row that cannot be written: what is wrong by column, "" for the whole row."""

    def __init__(self, salah: Mapping[str, str | SelSalah] | str, kode: str = "data") -> None:
        isi = {"": salah} if isinstance(salah, str) else salah
        self.salah = {k: v if isinstance(v, SelSalah) else SelSalah(kode, v) for k, v in isi.items()}
        super().__init__("; ".join(s.pesan for s in self.salah.values()))


class Lembar:
    """One sheet. A subclass says its columns, reads its rows and writes one row."""

    nama: ClassVar[str]
    penjelasan: ClassVar[str]
    penulis: ClassVar[tuple[str, ...]] = PERENCANA  # the roles that write new rows
    kunci_terbuka: ClassVar[bool] = False  # whether the key of a stored row may be corrected

    def kolom(self, b: Bahan) -> tuple[Kolom, ...]:
        """Return the columns in their order."""
        raise NotImplementedError

    def muat(self, b: Bahan) -> list[Baris]:
        """Return the rows of the office and year, in the order in which they are shown."""
        raise NotImplementedError

    def tulis(self, b: Bahan, baris: Baris | None, nilai: dict[str, Nilai], ubah: frozenset[str]) -> None:
        """Write one new or changed row; ``ubah`` names the columns that differ. Raises BarisSalah."""
        raise NotImplementedError

    def normal(self, b: Bahan, nilai: dict[str, Nilai]) -> dict[str, Nilai]:
        """Return values as they are compared. Raises BarisSalah where one cannot be read."""
        return nilai

    def nama_daftar(self, nilai: dict[str, Nilai]) -> tuple[str, str]:
        """Return the list that a row enters and its name there; ("", "") where no other sheet names it."""
        return "", ""

    def kunci(self, kolom: Sequence[Kolom], nilai: dict[str, Nilai]) -> str:
        """Return the natural key of a row."""
        return PEMISAH.join(kanon(nilai[k.kunci]) for k in kolom if k.is_kunci)


@dataclass
class BarisIsi:
    """One row of an uploaded workbook: its number, the key and hashes that were hidden in it, its cells."""

    nomor: int
    kunci_asal: str
    sidik_asal: dict[str, str]
    nilai: dict[str, Nilai]
    mentah: dict[str, Any]
    salah: dict[str, SelSalah] = field(default_factory=dict)
    is_tersembunyi: bool = False
    terbaca: frozenset[str] = frozenset()  # the columns that the file has


@dataclass
class LembarIsi:
    """One sheet of an uploaded workbook: letters of its columns, rows, what is wrong with the sheet."""

    lembar: Lembar
    kolom: tuple[Kolom, ...]
    huruf: dict[str, str]
    baris: list[BarisIsi]
    salah: list[Temuan] = field(default_factory=list)
    komentar: dict[str, str] = field(default_factory=dict)

    def sel(self, baris: BarisIsi, kolom: str) -> str:
        """Return the name of a cell: "D7"; of the first column where the row itself is meant."""
        huruf = self.huruf.get(kolom) or next(iter(self.huruf.values()), "A")
        return f"{huruf}{baris.nomor}"
