"""The numbered tables of a rendered report as grids: each cell, and which cells are covered by another."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from tests.buku import polos


@dataclass
class Sel:
    """A printed cell. ``kecil`` is the small print below its figure."""

    kolom: int
    teks: str = ""
    kecil: str = ""
    rs: int = 1
    cs: int = 1


@dataclass
class Kisi:
    """A table; ``isi[baris][kolom]`` is (cell, whether the cell begins here)."""

    judul: str = ""
    kepala: list[list[tuple[Sel, bool]]] = field(default_factory=list)
    isi: list[list[tuple[Sel, bool]]] = field(default_factory=list)


class _Pembaca(HTMLParser):
    def __init__(self):
        super().__init__()
        self.kisi: list[Kisi] = []
        self.baris: list[Sel] = []
        self.sel: Sel | None = None
        self.di = self.kecil = ""
        self.judul = False

    def handle_starttag(self, tag, attrs):
        a = dict(attrs)
        if tag == "table":
            self.kisi.append(Kisi())
            self.mentah: dict[str, list[list[Sel]]] = {"thead": [], "tbody": []}
        elif tag == "caption":
            self.judul = True
        elif tag in ("thead", "tbody"):
            self.di = tag
        elif tag == "tr":
            self.baris = []
        elif tag in ("td", "th"):
            self.sel = Sel(0, rs=int(a.get("rowspan", 1)), cs=int(a.get("colspan", 1)))
            self.baris.append(self.sel)
        elif tag == "span" and a.get("class") == "kecil":
            self.kecil = "span"
        elif tag in ("br", "b"):
            self.handle_data(" ")

    def handle_endtag(self, tag):
        if tag == "tr" and self.di:
            self.mentah[self.di].append(self.baris)
        elif tag == "b":
            self.handle_data(" ")
        elif tag == "caption":
            self.judul = False
        elif tag == "span":
            self.kecil = ""
        elif tag in ("td", "th"):
            self.sel = None
        elif tag == "table":
            self.kisi[-1].kepala = _bentang(self.mentah["thead"])
            self.kisi[-1].isi = _bentang(self.mentah["tbody"])
            self.di = ""

    def handle_data(self, data):
        if self.judul:
            self.kisi[-1].judul += data
        elif self.sel is not None:
            self.sel.teks += data
            if self.kecil:
                self.sel.kecil += data


def _bentang(baris):
    """Lay cells out over the columns and rows that they span."""
    letak: dict[tuple[int, int], tuple[Sel, bool]] = {}
    for b, satu in enumerate(baris):
        kolom = 0
        for sel in satu:
            while (b, kolom) in letak:
                kolom += 1
            for db in range(sel.rs):
                for dk in range(sel.cs):
                    letak[b + db, kolom + dk] = (sel, (db, dk) == (0, 0))
            kolom += sel.cs
    lebar = 1 + max((k for _, k in letak), default=-1)
    return [[letak[b, k] for k in range(lebar)] for b in range(len(baris))]


def baca_kisi(html: str) -> dict[str, Kisi]:
    """Return the numbered tables of a report: "3.2" -> grid."""
    pembaca = _Pembaca()
    pembaca.feed(html)
    hasil = {}
    for kisi in pembaca.kisi:
        kisi.judul = polos(kisi.judul)
        if m := re.match(r"Tabel (\d\.\d+) ", kisi.judul):
            hasil[m[1]] = kisi
    return hasil
