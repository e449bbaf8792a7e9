"""Which indicators and programmes a sentence names: by name, by most of its words, or in short."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.naskah import himpunan_kata

_KATA = re.compile(r"[^\W_]+")
_SINGKATAN = re.compile(r"\b[A-Z]{3,}\b")
_PERLU = {"indikator": 0.6, "program": 0.5, "lain": 0.75}  # share of a name's words that names it
# Words that many names share: they name nothing by themselves.
_UMUM = himpunan_kata(
    "indeks persentase nilai jumlah rata realisasi tingkat predikat rasio angka yang dan di ke dari pada "
    "oleh untuk "
    "dengan dalam dapat atas serta secara kecamatan kabupaten daerah perangkat kantor hasil capaian "
    "kinerja target "
    "program kegiatan sub terhadap antara tahun per"
)
# Short and long form of what kecamatan measure: one stands for the other.
_PADANAN = (
    (("SKM", "IKM"), "kepuasan masyarakat"),
    (("SAKIP", "AKIP"), "akuntabilitas kinerja"),
    (("KAMTIBMAS",), "keamanan ketertiban masyarakat"),
    (("PBB",), "pajak bumi bangunan"),
    (("IPP",), "pelayanan publik"),
)
_KODE_PENDEK = re.compile(r"[a-z]{3,8}")
_BUKAN_SINGKATAN = himpunan_kata("ASN SKPD OPD APBD RKPD DPA PNS BPK KTP")


@dataclass(frozen=True)
class Sebutan:
    """How prose may name a record; ``jenis`` is "indikator", "program" or "lain" (a lower indicator)."""

    kode: str
    nama: str
    jenis: str
    kata: tuple[frozenset[str], ...]  # sets of words, any one of which names it
    singkatan: frozenset[str]


def kata_isi(teks: str) -> tuple[str, ...]:
    """Return the words of a text that tell one name from another."""
    semua = (_rapikan(k) for k in _KATA.findall(teks.casefold()))
    return tuple(k for k in semua if len(k) > 2 and k not in _UMUM)


def _rapikan(kata: str) -> str:
    return kata.removesuffix("nya").replace("ketentraman", "ketenteraman")


def daftar_sebutan(bahan: BahanPeriksa) -> tuple[Sebutan, ...]:
    """Return what the report can name: reported indicators, lower indicators, nodes of the budget."""
    return tuple(_iter_sebutan(bahan))


def _iter_sebutan(bahan: BahanPeriksa) -> Iterator[Sebutan]:
    dilaporkan = {b.kode for b in bahan.konteks.bab3.capaian}
    for b in bahan.konteks.bab3.capaian:
        yield _sebutan(b.kode, b.indikator, "indikator")
    for i in bahan.indikator:
        if i.kode not in dilaporkan:
            yield _sebutan(i.kode, i.nama, "lain")
    for a in bahan.konteks.bab3.anggaran:
        if a.kode:
            yield Sebutan(a.kode, a.nama, "program", (frozenset(kata_isi(a.nama)),), frozenset())


def _sebutan(kode: str, nama: str, jenis: str) -> Sebutan:
    singkatan = {s for s in re.findall(r"\b[A-Z]{3,}\b", nama) if s not in _BUKAN_SINGKATAN}
    if _KODE_PENDEK.fullmatch(kode) and kode.upper() in _SEMUA_SINGKATAN:
        singkatan.add(kode.upper())
    kata = [frozenset(kata_isi(re.sub(r"\([^)]*\)", " ", nama)))]
    for pendek, panjang in _PADANAN:
        isi = frozenset(panjang.split())
        if singkatan & set(pendek) or (kata[0] and isi == kata[0]):
            singkatan |= set(pendek)
            kata.append(isi)
    return Sebutan(kode, nama, jenis, tuple(k for k in kata if k), frozenset(singkatan))


_SEMUA_SINGKATAN = frozenset(s for pendek, _ in _PADANAN for s in pendek)


def cari_sebutan(teks: str, daftar: Iterable[Sebutan], jenis: str) -> tuple[Sebutan, ...]:
    """Return the records of a kind that a text names best: one, or several that it names equally well."""
    isi = _isi_teks(teks)
    if jenis != "program" and not isi.is_berkata:  # a program is named by its code too
        return ()
    skor = [(s, n) for s in daftar if s.jenis == jenis and (n := _skor(s, isi)) > 0]
    puncak = max((n for _, n in skor), default=0.0)
    return tuple(s for s, n in skor if n == puncak)


@dataclass(frozen=True)
class _IsiTeks:
    """A text's words in order, the same as a set, its abbreviations, and the text."""

    kata: tuple[str, ...]
    himpunan: frozenset[str]
    besar: frozenset[str]
    teks: str
    is_berkata: bool  # whether it has a word that a name may hold


@lru_cache(maxsize=512)
def _isi_teks(teks: str) -> _IsiTeks:
    kata = tuple(_rapikan(k) for k in _KATA.findall(teks.casefold()))
    is_berkata = any(len(k) > 2 and not k.isdecimal() for k in kata)
    return _IsiTeks(kata, frozenset(kata), frozenset(_SINGKATAN.findall(teks)), teks, is_berkata)


def _skor(s: Sebutan, isi: _IsiTeks) -> float:
    if not s.singkatan.isdisjoint(isi.besar) or (s.jenis == "program" and s.kode in isi.teks):
        return 100.0
    return max((_skor_kata(k, isi, s.jenis) for k in s.kata), default=0.0)


def _skor_kata(isi: frozenset[str], teks: _IsiTeks, jenis: str) -> float:
    """Return matched words plus their share; 0 where too few of the name's words stand close together."""
    cocok = isi & teks.himpunan
    if not cocok or len(cocok) < min(2, len(isi)) or len(cocok) < _PERLU[jenis] * len(isi):
        return 0.0
    if len(isi) == 1 and jenis != "indikator":
        return 0.0
    ada = [(i, k) for i, k in enumerate(teks.kata) if k in isi]
    rentang = ada[-1][0] - ada[0][0] + 1
    if rentang > 3 * len(isi) + 6 and not _ada_jendela(ada, cocok, 3 * len(isi) + 4):
        return 0.0
    return len(cocok) + len(cocok) / len(isi)


def _ada_jendela(ada: list[tuple[int, str]], cocok: frozenset[str], lebar: int) -> bool:
    """Whether all matched words stand within so many words somewhere."""
    terakhir: dict[str, int] = {}
    for i, k in ada:
        terakhir[k] = i
        if len(terakhir) == len(cocok) and i - min(terakhir.values()) < lebar:
            return True
    return False
