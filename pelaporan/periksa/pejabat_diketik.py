"""An official's name that was typed in another spelling, or a NIP that is no official's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from pelaporan.periksa.bahan import BahanPeriksa, FaktaPejabat
from pelaporan.periksa.dasar import Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.nama_teks import kemiripan, rapat
from pelaporan.periksa.naskah import Paragraf, iter_paragraf, lokasi_bagian, sidik_pendek
from sakip.umum.teks import format_nip, satu_spasi

_DERET_NAMA = re.compile(r"(?<![A-Za-z'’])[A-Z][A-Za-z'’]+(?: [A-Z][A-Za-z'’]+)+")
_NIP = re.compile(r"(?<!\d)\d{8}\s?\d{6}\s?\d\s?\d{3}(?!\d)")
_GELAR = re.compile(r"\s*,\s*((?:[A-Z][A-Za-z]*\.\s?(?:[A-Z][A-Za-z]*\.?\s?)*,?\s?){1,4})")
_MIRIP = 0.84
_TOKEN_NAMA = frozenset({"kepala", "nip_kepala"})


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Compare names, titles and NIP in the narrative with the officials that are recorded."""
    pejabat = {p.nama_polos: p for p in bahan.pejabat if len(p.nama_polos.split()) > 1}
    nip = {p.nip: p for p in bahan.pejabat if p.nip}
    if not bahan.pejabat:
        return
    for paragraf in iter_paragraf(bahan.konteks):
        for p in pejabat.values():
            for tertulis in dict.fromkeys(_salah(paragraf.ketikan, p)):
                yield _temuan(
                    paragraf,
                    p.nama,
                    f"Nama pejabat ditulis “{tertulis}”, sedangkan yang tercatat “{p.nama}” "
                    f"({p.jabatan}). Samakan "
                    "penulisannya.",
                    (("tertulis", tertulis), ("seharusnya", p.nama)),
                )
        yield from _periksa_nip(paragraf, nip)


def _salah(teks: str, p: FaktaPejabat) -> Iterator[str]:
    tepat, gelar = _pola(p.nama, p.nama_polos)
    for m in tepat.finditer(teks):
        g = _GELAR.match(teks, m.end())
        if g and not gelar.startswith(rapat(g[1])) and not rapat(g[1]).startswith(gelar or "\0"):
            yield satu_spasi(teks[m.start() : g.end()]).rstrip(" ,")
    yield from _mirip(tepat.sub(lambda m: "\ufffc" * len(m[0]), teks), p.nama_polos)


@lru_cache(maxsize=256)
def _pola(nama: str, polos: str) -> tuple[re.Pattern[str], str]:
    """Return what finds a name as recorded, and the titles behind it."""
    return re.compile(rf"\b{re.escape(polos)}\b", re.IGNORECASE), rapat(nama.partition(polos)[2])


def _mirip(teks: str, nama: str) -> Iterator[str]:
    """Yield runs of capitalised words that are nearly the name."""
    for deret in _DERET_NAMA.findall(teks):
        if terbaik := _termirip(deret, nama):
            yield terbaik


@lru_cache(maxsize=4096)
def _termirip(deret: str, nama: str) -> str:
    """Return the words of a run that are nearly the name, empty where none are."""
    kata, n = deret.split(), len(nama.split())
    if not {k[0] for k in nama.split()} & {k[0] for k in kata}:
        return ""
    deretan = (kata[i : i + k] for k in (n, n - 1, n + 1) if k > 1 for i in range(len(kata) - k + 1))
    # One so much longer or shorter is never so like.
    calon = [c for c in dict.fromkeys(map(" ".join, deretan)) if abs(len(c) - len(nama)) <= len(nama) // 2]
    nilai, terbaik = max(((kemiripan(c, nama), c) for c in calon), default=(0.0, ""))
    return terbaik if nilai >= _MIRIP else ""


def _periksa_nip(paragraf: Paragraf, nip: dict[str, FaktaPejabat]) -> Iterator[Temuan]:
    for angka in dict.fromkeys(re.sub(r"\D", "", tertulis) for tertulis in _NIP.findall(paragraf.ketikan)):
        p = nip.get(angka)
        if p is None:
            yield _temuan(
                paragraf,
                angka,
                f"NIP {format_nip(angka)} bukan NIP pejabat yang tercatat. Periksa angkanya, atau hapus.",
                (("tertulis", format_nip(angka)),),
            )
        elif not _is_disebut(paragraf, p):
            yield _temuan(
                paragraf,
                angka,
                f"NIP {format_nip(angka)} adalah milik {p.nama}, tetapi namanya tidak tertulis demikian "
                f"di sini. Samakan "
                "nama dan NIP.",
                (("NIP", format_nip(angka)), ("seharusnya", p.nama)),
            )


def _is_disebut(paragraf: Paragraf, p: FaktaPejabat) -> bool:
    kunci = {k.kunci for k in paragraf.penggalan if k.kunci}
    if kunci & _TOKEN_NAMA:
        return True
    # A name that is nearly right is another finding already.
    return rapat(p.nama_polos) in rapat(paragraf.ketikan) or any(_mirip(paragraf.ketikan, p.nama_polos))


def _temuan(paragraf: Paragraf, objek: str, pesan: str, nilai: tuple[tuple[str, str], ...]) -> Temuan:
    tanda = sidik_pendek(paragraf.mentah)
    lokasi = lokasi_bagian(paragraf.bagian, f"paragraf {paragraf.nomor}", f"paragraf {tanda}, {objek}")
    return Temuan(PEMERIKSAAN.kode, Tingkat.PERINGATAN, lokasi, pesan, nilai, paragraf.tautan)


PEMERIKSAAN = Pemeriksaan(
    kode="pejabat_diketik",
    nama="Nama dan NIP pejabat yang diketik",
    tingkat=Tingkat.PERINGATAN,
    sumber="audit contoh A1: satu NIP dengan dua nama",
    periksa=periksa,
)
