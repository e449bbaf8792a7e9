"""A sheet as data: title, columns, rows, and the printed form of every number. Nothing here computes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from sakip.umum.angka import JenisAngka, parse_angka

INDONESIA = "[$-421]"  # month names and digits as in Indonesian, whatever the machine's own language


class Jenis(StrEnum):
    """What a column holds; it decides the format of a number, and nothing else."""

    TEKS = "teks"
    BULAT = "bulat"  # counts and years: no thousands dots
    ANGKA = "angka"
    RUPIAH = "rupiah"
    PERSEN = "persen"
    TANGGAL = "tanggal"
    WAKTU = "waktu"


@dataclass(frozen=True)
class Bilangan:
    """A number with its own printed form: so many decimals, "%" behind it, "+" before a gain."""

    nilai: Decimal
    desimal: int = 0
    persen: bool = False
    bertanda: bool = False


@dataclass(frozen=True)
class Tautan:
    """A text that leads to another sheet."""

    teks: str
    lembar: str


Isi = str | int | Decimal | date | datetime | Bilangan | Tautan | None


@dataclass(frozen=True)
class Kolom:
    """A column; ``desimal`` None: as many as each value has. ``induk``: the heading above its heading."""

    label: str
    jenis: Jenis = Jenis.TEKS
    lebar: float = 16
    desimal: int | None = None
    satuan: str = ""
    induk: str = ""
    nomor: str = ""  # "(3)", or how the column is computed: "(6) = (5) / (4) x 100"

    @property
    def judul(self) -> str:
        """The heading with its unit: "Pagu (Rp)"."""
        return f"{self.label} ({self.satuan})" if self.satuan else self.label


@dataclass(frozen=True)
class Tabel:
    """One sheet. ``baris`` may be a generator; ``jumlah`` are total rows, outside the filter."""

    judul: str
    kolom: Sequence[Kolom]
    baris: Iterable[Sequence[Isi]]
    keterangan: Sequence[str] = ()
    jumlah: Sequence[Sequence[Isi]] = ()
    catatan: Sequence[str] = ()
    kosong: str = "Belum ada baris di sini."
    lembar: str = ""  # name of the sheet; else from the title
    beku: int = 0  # columns that stay when one scrolls sideways


# Numbers and their formats ---------------------------------------------------------------------------


def baca_cetak(teks: str) -> Bilangan | None:
    """Return the number that a printed figure shows ("97,64%", "+1.200"), or None where it is none."""
    polos = teks.removesuffix("%")
    persen, bertanda = polos != teks, polos.startswith("+")
    try:
        nilai = parse_angka(polos.removeprefix("+"), JenisAngka.JUMLAH)
    except ValueError:
        return None
    return Bilangan(nilai, len(polos.partition(",")[2]), persen, bertanda)


def tempat_desimal(nilai: Decimal) -> int:
    """Return how many decimals a value needs."""
    return len(f"{nilai:f}".partition(".")[2].rstrip("0"))


def bentuk_angka(desimal: int, *, persen: bool = False, bertanda: bool = False) -> str:
    """Return the format of a number: thousands, decimals, "%" as a mere sign, "+" before a gain."""
    pola = "#,##0" + (f".{'0' * desimal}" if desimal else "") + ('"%"' if persen else "")
    return f"{INDONESIA}+{pola};{INDONESIA}-{pola};{INDONESIA}{pola}" if bertanda else f"{INDONESIA}{pola}"


def bentuk(nilai: Isi, kolom: Kolom) -> tuple[str, str | int | Decimal | date | None]:
    """Return the format of a cell ("" for a text) and its bare value."""
    if isinstance(nilai, Bilangan):
        return bentuk_angka(nilai.desimal, persen=nilai.persen, bertanda=nilai.bertanda), nilai.nilai
    if isinstance(nilai, datetime):
        return f"{INDONESIA}d mmmm yyyy hh\\.mm", nilai
    if isinstance(nilai, date):
        return f"{INDONESIA}d mmmm yyyy", nilai
    if isinstance(nilai, (int, Decimal)):
        return _bentuk_kolom(Decimal(nilai), kolom), nilai
    return "", nilai.teks if isinstance(nilai, Tautan) else nilai


def _bentuk_kolom(nilai: Decimal, kolom: Kolom) -> str:
    if kolom.jenis in (Jenis.BULAT, Jenis.TEKS):
        return "0"
    if kolom.desimal is not None:
        tempat = kolom.desimal
    else:
        tempat = tempat_desimal(nilai)
        tempat = 2 if tempat and kolom.jenis is Jenis.RUPIAH else tempat
    return bentuk_angka(tempat, persen=kolom.jenis is Jenis.PERSEN)
