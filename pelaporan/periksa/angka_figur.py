"""The figures of a report, with what they measure: what a typed figure is held against."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from pelaporan.fakta import judul_program
from pelaporan.konteks import Angka, KonteksLKjIP, iter_angka
from pelaporan.periksa.angka_teks import AngkaTerketik, JenisKetik, baca_digit, is_sebesar
from pelaporan.periksa.bahan import BahanPeriksa, FaktaIndikator
from pelaporan.token import build_token
from sakip.umum.angka import format_persen

_PERSEN = frozenset({"capaian", "serapan", "rerata", "kemajuan"})
_RUPIAH = frozenset({"pagu", "realisasi_anggaran", "sisa"})
_INDIKATOR = frozenset({"target", "realisasi", "target_akhir"})
_NAMA = {
    "pagu": "pagu anggaran",
    "realisasi_anggaran": "realisasi anggaran",
    "serapan": "serapan anggaran",
    "sisa": "sisa anggaran",
    "rerata": "rata-rata capaian",
    "efisiensi": "nilai efisiensi",
    "target": "target",
    "realisasi": "realisasi",
    "capaian": "capaian",
    "kemajuan": "kemajuan",
    "target_akhir": "target akhir Renstra",
    "jumlah": "jumlah",
}


@dataclass(frozen=True)
class Figur:
    """A figure of the report; ``kunci`` is its token, empty where it has none."""

    kunci: str
    ukur: str
    objek: str
    tahun: int
    jenis: JenisKetik
    nilai: Fraction
    teks: str
    sebutan: str

    @cached_property
    def cetak(self) -> Fraction | None:
        """The value of what is printed; None for words."""
        if not any(c.isdigit() for c in self.teks):
            return None
        return baca_digit(self.teks.strip("%Rp -"))[0].nilai

    def is_sama(self, angka: AngkaTerketik, *, tepat: bool = False) -> bool:
        """Whether a typed figure is this one: its exact value, its print, or the value rounded as typed.

        ``tepat``: not rounded, where nothing but the value speaks for it.
        """
        if not _is_sejenis(angka, self):
            return False
        for b in angka.bacaan:
            if b.nilai in (self.cetak, self.nilai):
                return True
            if tepat:
                continue
            # A plain whole number is a count: it is not rounded from another.
            longgar = angka.jenis is not JenisKetik.JUMLAH or b.teliti < 1
            if longgar and is_sebesar(b, self.nilai):
                return True
            if self.ukur == "efisiensi" and angka.jenis is JenisKetik.PERSEN and b.nilai == self.nilai * 100:
                return True
        return False


def _is_sejenis(angka: AngkaTerketik, figur: Figur) -> bool:
    if figur.ukur == "efisiensi":
        return angka.jenis is not JenisKetik.RUPIAH
    if angka.jenis is JenisKetik.JUMLAH:
        return figur.jenis is not JenisKetik.RUPIAH or figur.nilai >= 1000
    return angka.jenis is figur.jenis


def daftar_figur(bahan: BahanPeriksa) -> tuple[Figur, ...]:
    """Return the figures that have a token, then those that have none: what is left, last year's totals."""
    return (*_dari_token(bahan), *_sisa_persen(bahan.konteks), *_tahun_lalu(bahan))


def _sisa_persen(konteks: KonteksLKjIP) -> Iterator[Figur]:
    serapan = konteks.ikhtisar.serapan
    if serapan.is_terukur and serapan.nilai is not None:
        sisa = 100 - Fraction(serapan.nilai)
        teks, tahun = format_persen(sisa), konteks.identitas.tahun
        yield Figur("", "sisa", "", tahun, JenisKetik.PERSEN, sisa, teks, "persentase sisa anggaran")


def _dari_token(bahan: BahanPeriksa) -> Iterator[Figur]:
    konteks = bahan.konteks
    fakta = {i.kode: i for i in bahan.indikator}
    nama = {b.kode: b.indikator for b in konteks.bab3.capaian}
    nama |= {b.kode: judul_program(b.nama) for b in konteks.bab3.anggaran}
    for kunci, angka in build_token(konteks).items():
        ukur, _, sisa = kunci.partition(":")
        objek, _, tanda = sisa.partition(":")
        if ukur not in _NAMA or kunci.endswith(":N") or not angka.is_terukur:
            continue
        nilai = angka.nilai if angka.nilai is not None else int(angka.teks) if ukur == "jumlah" else None
        if nilai is None or not any(c.isdigit() for c in angka.teks):  # a grade prints no figure
            continue
        tahun = konteks.identitas.tahun + int(tanda.removeprefix("N") or 0)
        jenis = _jenis(fakta.get(objek), ukur)
        teks = _bertanda(angka.teks, jenis)
        sebutan = _sebutan(ukur, nama.get(objek, objek.replace("_", " ")), _sebut_tahun(konteks, tahun))
        yield Figur(kunci, ukur, objek, tahun, jenis, Fraction(nilai), teks, sebutan)


def _bertanda(teks: str, jenis: JenisKetik) -> str:
    """Return a figure as a sentence would write it: an indicator's value has its unit beside it."""
    if jenis is JenisKetik.RUPIAH and teks[:1].isdigit():
        return f"Rp{teks}"
    return f"{teks}%" if jenis is JenisKetik.PERSEN and teks[-1:].isdigit() else teks


def _sebutan(ukur: str, nama: str, tahun: str) -> str:
    """Return "capaian Indeks Kepuasan Masyarakat tahun 2022".

    A measure that the name begins with is not said twice.
    """
    if ukur in ("rerata", "efisiensi") and nama and "Program" not in nama:
        return f"{_NAMA[ukur]} sasaran yang memuat {nama}"
    depan = "" if nama.casefold().startswith(_NAMA[ukur]) else _NAMA[ukur]
    return " ".join(x for x in (depan, nama, tahun) if x)


def _sebut_tahun(konteks: KonteksLKjIP, tahun: int) -> str:
    return "" if tahun == konteks.identitas.tahun else f"tahun {tahun}"


def _jenis(fakta: FaktaIndikator | None, ukur: str) -> JenisKetik:
    if ukur in _PERSEN:
        return JenisKetik.PERSEN
    if ukur in _RUPIAH:
        return JenisKetik.RUPIAH
    if ukur not in _INDIKATOR:
        return JenisKetik.JUMLAH
    if fakta is not None and fakta.is_persen:
        return JenisKetik.PERSEN
    if fakta is not None and fakta.jenis == "rupiah":
        return JenisKetik.RUPIAH
    return JenisKetik.JUMLAH


def _tahun_lalu(bahan: BahanPeriksa) -> Iterator[Figur]:
    """Totals of last year's report: right to say, but no token prints them."""
    if bahan.lalu is None:
        return
    i, tahun = bahan.lalu.ikhtisar, bahan.lalu.identitas.tahun
    semua: tuple[tuple[str, Angka, JenisKetik], ...] = (
        ("serapan", i.serapan, JenisKetik.PERSEN),
        ("rerata", i.capaian, JenisKetik.PERSEN),
        ("pagu", i.pagu, JenisKetik.RUPIAH),
        ("realisasi_anggaran", i.realisasi, JenisKetik.RUPIAH),
        ("sisa", i.sisa, JenisKetik.RUPIAH),
        ("efisiensi", i.efisiensi, JenisKetik.JUMLAH),
    )
    for ukur, angka, jenis in semua:
        if angka.is_terukur and angka.nilai is not None:
            sebutan = f"{_NAMA[ukur]} tahun {tahun}"
            yield Figur("", ukur, "", tahun, jenis, Fraction(angka.nilai), angka.teks, sebutan)


@dataclass(frozen=True)
class FigurCetak:
    """Every figure that the report prints, token or not, by kind: to tell a strange one from its own."""

    persen: frozenset[Fraction]
    lain: frozenset[Fraction]

    def is_tercetak(self, angka: AngkaTerketik) -> bool:
        """Whether a figure too odd to be equal by chance stands somewhere in the report."""
        if angka.jenis is JenisKetik.JUMLAH and all(b.nilai < 100 and b.teliti >= 1 for b in angka.bacaan):
            return False
        himpunan = self.persen if angka.jenis is JenisKetik.PERSEN else self.lain
        if angka.jenis is JenisKetik.PERSEN and angka.is_bulat:
            return False
        return any(b.nilai in himpunan for b in angka.bacaan)


def figur_cetak(konteks: KonteksLKjIP) -> FigurCetak:
    """Return the printed figures of a report, by their print."""
    persen: set[Fraction] = set()
    lain: set[Fraction] = set()
    for _, angka in iter_angka(konteks):
        if angka.is_terukur and angka.nilai is not None and any(c.isdigit() for c in angka.teks):
            for b in baca_digit(angka.teks.strip("%Rp -")):
                (persen if angka.teks.endswith("%") else lain).add(b.nilai)
    return FigurCetak(frozenset(persen), frozenset(lain))
