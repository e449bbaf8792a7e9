"""What the tables share: printed figures as numbers, columns with their numbers, texts of covered cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from pelaporan.konteks import Angka, KonteksLKjIP
from sakip.umum.xlsx_tabel import Isi, Jenis, Kolom, Tabel, baca_cetak

LEBAR_ANGKA, LEBAR_RUPIAH, LEBAR_TEKS = 13, 20, 34
NO = Kolom("No.", Jenis.BULAT, 6)
TERTUTUP = None  # a cell that the one above spans; ``turunkan`` repeats its text


def angka(satu: Angka | None) -> Isi:
    """Return the number that the report prints, rounded as printed; a state stays in its words."""
    if satu is None:
        return ""
    return (baca_cetak(satu.teks) or satu.teks) if satu.is_terukur else satu.teks


def teks(satu: Angka) -> str:
    """Return a text that a person filled, or that it is not filled."""
    return satu.teks


def urut(nomor: str) -> Isi:
    """Return the number of a row as a number; "1.1" stays a text."""
    return int(nomor) if nomor.isascii() and nomor.isdigit() else nomor


def bersatuan(indikator: str, satuan: str) -> str:
    """Return the name of an indicator with its unit, as it is printed."""
    return f"{indikator} ({satuan.lower()})" if satuan else indikator


def bawah(*bagian: str) -> str:
    """Return what stands in one cell, one line below the other."""
    return "\n".join(b for b in bagian if b)


def kolom_teks(label: str, lebar: float = LEBAR_TEKS) -> Kolom:
    """Return a column of texts."""
    return Kolom(label, lebar=lebar)


def kolom_angka(label: str, lebar: float = LEBAR_ANGKA) -> Kolom:
    """Return a column of figures."""
    return Kolom(label, Jenis.ANGKA, lebar)


def kelompok(induk: str, *kolom: Kolom) -> tuple[Kolom, ...]:
    """Return columns under one heading."""
    return tuple(replace(k, induk=induk) for k in kolom)


def bernomor(kolom: Iterable[Kolom], rumus: Mapping[int, str] | None = None) -> list[Kolom]:
    """Number the columns from (1); ``rumus`` says how a column is computed."""
    cara = rumus or {}
    return [
        replace(k, nomor=f"({n}) {cara[n]}" if n in cara else f"({n})") for n, k in enumerate(kolom, start=1)
    ]


def turunkan(baris: Iterable[Sequence[Isi]]) -> Iterator[list[Isi]]:
    """Repeat the text of a spanning cell in every row, so that a filter or sort keeps it.

    Only texts and row numbers are marked TERTUTUP: a figure repeated would be summed twice.
    """
    atas: list[Isi] = []
    for satu in baris:
        atas = [(atas[n] if n < len(atas) else "") if sel is TERTUTUP else sel for n, sel in enumerate(satu)]
        yield atas


def tabel(
    k: KonteksLKjIP,
    kunci: str,
    kolom: Sequence[Kolom],
    baris: Iterable[Sequence[Isi]],
    *,
    kosong: str = "",
    jumlah: Sequence[Sequence[Isi]] = (),
    catatan: Iterable[str] = (),
    akhir: str = "",
) -> Tabel:
    """Return a table of the report under its generated number and title."""
    satu = k.kerangka.tabel_ke(kunci)
    return Tabel(
        judul=f"Tabel {satu.nomor} {satu.judul}{akhir}",
        kolom=kolom,
        baris=list(turunkan(baris)),
        jumlah=jumlah,
        catatan=tuple(c for c in catatan if c),
        kosong=kosong,
        lembar=f"Tabel {satu.nomor}",
    )
