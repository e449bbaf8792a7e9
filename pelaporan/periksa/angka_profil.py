"""Counts of the organisation that the report prints without a token: people, villages, units, kegiatan."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from pelaporan.konteks import KonteksLKjIP, Unit
from pelaporan.periksa.angka_klausa import Klausa
from pelaporan.periksa.angka_teks import JenisKetik
from pelaporan.periksa.naskah import Kalimat, himpunan_kata

_KATA = re.compile(r"[a-z0-9]+")
_UMUM = himpunan_kata("menurut dan jumlah orang")


class Profil:
    """Counts with the words that name them."""

    def __init__(self, konteks: KonteksLKjIP) -> None:
        self.isi: dict[Fraction, list[frozenset[str]]] = {}
        for nilai, sebut in _iter_profil(konteks):
            self.isi.setdefault(nilai, []).append(sebut)
        self.kata = frozenset().union(*(s for semua in self.isi.values() for s in semua))

    def is_milik(self, kalimat: Kalimat, klausa: Klausa) -> bool:
        """Whether a plain figure is one of the profile's, by its value and a word beside it."""
        angka = klausa.angka
        if angka.jenis is not JenisKetik.JUMLAH:
            return False
        sebutan = [s for b in angka.bacaan for s in self.isi.get(b.nilai, ())]
        if not sebutan:
            return False
        sekitar = kalimat.ketikan[max(0, angka.awal - 45) : angka.akhir + 30]
        kata = set(_KATA.findall(sekitar.casefold()))
        return any(kata & sebut for sebut in sebutan)

    def is_sebut(self, kalimat: Kalimat, klausa: Klausa) -> bool:
        """Whether the word behind a plain figure is counted by the profile, whatever the count."""
        if klausa.angka.jenis is not JenisKetik.JUMLAH:
            return False
        sesudah = _KATA.findall(kalimat.ketikan[klausa.angka.akhir :].casefold())[:2]
        return not self.kata.isdisjoint(sesudah)


def _iter_profil(konteks: KonteksLKjIP) -> Iterator[tuple[Fraction, frozenset[str]]]:
    kelompok: dict[str, Fraction] = {}
    for p in konteks.bab1.profil:
        if p.jumlah.nilai is not None:
            nilai = Fraction(p.jumlah.nilai)
            yield nilai, _sebut(f"{p.uraian} {p.satuan}", tambah=p.satuan)
            kelompok[p.kelompok] = kelompok.get(p.kelompok, Fraction(0)) + nilai
    for nama, jumlah in kelompok.items():
        yield jumlah, _sebut(nama)
    unit = list(_iter_unit(konteks.bab1.organisasi))
    for jenis in ("seksi", "sub bagian", "bagian"):
        n = sum(1 for u in unit if u.nama.casefold().startswith(jenis))
        if n:
            yield Fraction(n), frozenset({jenis.split()[-1]})
    for tingkat in (2, 3):
        n = sum(1 for b in konteks.bab3.anggaran if b.tingkat == tingkat)
        if n:
            yield Fraction(n), frozenset({"kegiatan"})


def _sebut(teks: str, tambah: str = "") -> frozenset[str]:
    kata = frozenset(_KATA.findall(teks.casefold())) - _UMUM
    return kata | frozenset(_KATA.findall(tambah.casefold()))


def _iter_unit(unit: Unit | None) -> Iterator[Unit]:
    if unit is not None:
        yield unit
        for anak in unit.anak:
            yield from _iter_unit(anak)
