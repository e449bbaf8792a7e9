"""Everything that people typed, in one shape: the narrative and the other texts that the report prints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Lokasi
from pelaporan.periksa.naskah import TERISI, TeksBebas, iter_paragraf, iter_teks_bebas, lokasi_bagian

# Texts that quote a regulation word for word: nobody may repair them in the report.
KUTIPAN_PERATURAN = "bab1.organisasi"


@dataclass(frozen=True)
class Ketikan:
    """A typed text. ``cetak`` as printed; ``teks`` with one TERISI for each token."""

    lokasi: Lokasi
    teks: str
    cetak: str
    tautan: str
    bagian: str = ""  # the written section; empty outside the narrative
    is_butir: bool = False
    is_judul: bool = False  # a paragraph in bold letters only

    @property
    def is_narasi(self) -> bool:
        """Whether it belongs to the narrative."""
        return bool(self.bagian)

    @property
    def is_kutipan(self) -> bool:
        """Whether it is a duty or function as the regulation words it."""
        return not self.bagian and self.lokasi.kunci == KUTIPAN_PERATURAN


def iter_ketikan(bahan: BahanPeriksa) -> Iterator[Ketikan]:
    """Yield the narrative in the order of the report, then every other typed text."""
    for p in iter_paragraf(bahan.konteks):
        yield Ketikan(
            lokasi=p.lokasi,
            teks=p.ketikan,
            cetak=p.teks,
            tautan=p.tautan,
            bagian=p.bagian,
            is_butir=p.is_butir,
            is_judul=all(x.tebal for x in p.penggalan),
        )
    for t in iter_teks_bebas(bahan.konteks):
        yield Ketikan(lokasi=t.lokasi, teks=t.teks, cetak=t.teks, tautan=tautan_teks(bahan, t))


def tautan_teks(bahan: BahanPeriksa, teks: TeksBebas) -> str:
    """Return the link of a text; texts of an indicator lead to that indicator."""
    if teks.tautan not in ("definisi", "analisis"):
        return teks.tautan
    nama = teks.lokasi.objek.rsplit(" ", 1)[0].removesuffix(" definisi").removesuffix(" sumber")
    kode = next((i.kode for i in bahan.indikator if i.nama == nama), "")
    return f"{teks.tautan}:{kode}" if kode else ""


def per_tempat(ketikan: Iterable[Ketikan]) -> Iterator[tuple[Lokasi, str, list[Ketikan]]]:
    """Yield (place, link, texts): one group per section, table or list, in the order of the report."""
    kelompok: dict[tuple[str, bool], list[Ketikan]] = {}
    for k in ketikan:
        kelompok.setdefault((k.bagian or k.lokasi.kunci, k.is_narasi), []).append(k)
    for isi in kelompok.values():
        lokasi = isi[0].lokasi
        if isi[0].is_narasi:
            lokasi = lokasi_bagian(isi[0].bagian)
        elif len(isi) > 1:
            lokasi = replace(lokasi, teks=f"{lokasi.teks} dan {len(isi) - 1} tempat lain")
        yield lokasi, isi[0].tautan, isi


def penggal(teks: str, paling_panjang: int = 80) -> str:
    """Return a text short enough to quote; figures stay as three dots in brackets."""
    polos = " ".join(teks.replace(TERISI, "[…]").split())
    if len(polos) <= paling_panjang:
        return polos
    return f"{polos[:paling_panjang].rsplit(' ', 1)[0]}…"
