"""Recognising names in prose: the office in other spellings, other offices and governments, people."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from pelaporan.konteks import Identitas, KonteksLKjIP
from pelaporan.periksa.dasar import Lokasi
from pelaporan.periksa.naskah import Kalimat, himpunan_kata, iter_kalimat_semua, iter_teks_bebas

_KURUNG = re.compile(r"\s*\([^)]*\)")
MIRIP = 0.8  # from this likeness on a name is the own one misspelt, not another
_NAMA = r"[A-Z][a-z'’]+(?:-[A-Za-z]+)*(?:\s+[A-Z][a-z'’]+(?:-[A-Za-z]+)*){0,2}"
WILAYAH = re.compile(
    rf"\b(?P<jenis>Kabupaten|Kab\.?|Kota|Kecamatan|Kec\.?|Camat|Bupati|Wali\s?[Kk]ota)\s+(?P<nama>{_NAMA})"
)
# Words that follow "Kota" or "Kecamatan" without naming one.
_BUKAN_NAMA = himpunan_kata(
    "layak sehat lain lainnya terbaik pintar cerdas kreatif tangguh ramah peduli inovatif berprestasi "
    "sebagai dalam "
    "dan atau yang dengan untuk tahun pada di ke dari setempat tersebut adalah merupakan berdasarkan "
    "hijau bersih "
    "kita kami ini itu tingkat selaku beserta bersama provinsi kelurahan desa kabupaten kota kecamatan "
    "kepulauan "
    "induk perbatasan administrasi terpadu membangun mandiri madya pratama utama nindya tanpa bebas anti "
    "award "
    "digital wajib juga telah akan sudah melalui menurut sesuai oleh kepada bagi serta sampai hingga "
    "ketika saat "
    "memimpin menetapkan menyampaikan menandatangani melaksanakan definitif terpilih sementara terkait "
    "masing "
    "camat bupati nomor no nomer pasal republik indonesia"
)


@dataclass(frozen=True)
class NamaWilayah:
    """A typed name of a region or its head: "Kabupaten Pamekasan", "Camat Dungkek"."""

    teks: str
    jenis: str
    nama: str
    awal: int


@dataclass(frozen=True)
class Bacaan:
    """A sentence of the narrative or another typed text, with its place."""

    teks: str
    lokasi: Lokasi
    tautan: str
    kalimat: Kalimat | None = None


def iter_bacaan(konteks: KonteksLKjIP) -> Iterator[Bacaan]:
    """Yield all that people typed, in narrative and elsewhere."""
    for k in iter_kalimat_semua(konteks):
        yield Bacaan(k.ketikan, k.paragraf.lokasi, k.paragraf.tautan, k)
    for t in iter_teks_bebas(konteks):
        yield Bacaan(t.teks, t.lokasi, t.tautan)


def tanpa_kurung(nama: str) -> str:
    """Return a name without what stands in brackets behind it."""
    return _KURUNG.sub("", nama).strip()


def inti_nama(nama: str) -> str:
    """Return "Batang-batang" of "Kecamatan Batang-batang (seperti terbit)"."""
    return re.sub(r"^(?:Kecamatan|Kabupaten|Kota)\s+", "", tanpa_kurung(nama))


def pola_nama(inti: str) -> str:
    """Return a pattern for a name in any case, its parts together, apart or with a hyphen."""
    return r"[\s\-–]*".join(re.escape(x) for x in re.split(r"[\s\-–]+", inti))


def rapat(teks: str) -> str:
    """Return a name for comparing: only its letters, lower case."""
    return re.sub(r"[\W_]+", "", teks.casefold())


@lru_cache(maxsize=4096)
def kemiripan(a: str, b: str) -> float:
    """Return how alike two names are, 0 to 1; 0 where their letters alone keep it below ``MIRIP``."""
    a, b = rapat(a), rapat(b)
    sama = sum((Counter(a) & Counter(b)).values())
    if 2 * sama < MIRIP * (len(a) + len(b)):
        return 0.0
    return SequenceMatcher(None, a, b, autojunk=False).ratio()


def iter_wilayah(teks: str) -> Iterator[NamaWilayah]:
    """Yield typed names of regions and their heads."""
    for m in WILAYAH.finditer(teks):
        kata = m["nama"].split()
        while kata and rapat(kata[-1]) in _BUKAN_NAMA:
            kata.pop()
        if kata and rapat(kata[0]) not in _BUKAN_NAMA:
            nama = " ".join(kata)
            yield NamaWilayah(f"{m['jenis']} {nama}", m["jenis"].rstrip("."), nama, m.start())


def nama_sendiri(i: Identitas) -> tuple[str, ...]:
    """Return the names that may stand behind "Kecamatan", "Kabupaten", "Kota" and their heads."""
    milik = (inti_nama(i.perangkat_daerah), i.nama_pemda, i.ibu_kota, i.tempat_tanda_tangan)
    return tuple(dict.fromkeys(n for n in milik if n))


def is_sendiri(nama: str, milik: tuple[str, ...]) -> bool:
    """Whether a name is, or begins with, one of the office's own in any spelling."""
    return any(rapat(nama).startswith(rapat(m)) for m in milik)


def is_salah_eja(nama: str, milik: tuple[str, ...]) -> bool:
    """Whether a name is an own one misspelt: nearly the same letters."""
    if is_sendiri(nama, milik):
        return False
    return any(kemiripan(" ".join(nama.split()[: len(m.split())]), m) >= MIRIP for m in milik)
