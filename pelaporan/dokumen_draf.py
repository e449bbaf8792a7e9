"""docs/draf.md, made from the decision tables of the drafts, for officials who want to check them."""

from __future__ import annotations

from collections.abc import Sequence

from pelaporan.draf import DAFTAR
from pelaporan.draf.dasar import SEBUT_PALING_BANYAK, TANPA_DAFTAR, Draf
from pelaporan.kerangka import BAGIAN_NARASI

KEPALA = f"""# Draf kalimat

Dibuat dari `pelaporan/draf/` dengan `manage.py gambar_arsitektur`; sebuah uji menjaganya.

Setiap baris tabel laporan mendapat satu kode hasil dari angkanya, dan setiap kode mempunyai satu kalimat.
Draf meneruskan kalimat yang sudah dicetak laporan sendiri di bawah tabel dan tidak mengulangnya. Kata dalam
kurung kurawal diganti nama atau angka sebagai token, sehingga tidak ada angka yang diketik. Sebab dan solusi
tidak pernah ditulis oleh draf. Draf bertanda tawaran sampai diterima atau ditulis ulang, dan tidak menimpa
tulisan orang.

Kode yang disebut bersama diceritakan bersama: beberapa baris pertama dengan kalimatnya sendiri, sisanya
dengan satu kalimat daftar (paling banyak {SEBUT_PALING_BANYAK + 1} nama). Bagian yang seluruh barisnya belum
mempunyai angka tidak diberi draf.
"""
URUT = {"turun": "yang terbaik atau terbesar lebih dahulu", "naik": "yang terlemah lebih dahulu", "": ""}


def build_dokumen() -> str:
    """Return the page: a table of sentences and a table of lists for each section."""
    return KEPALA + "".join(_satu(d) for d in DAFTAR)


def _satu(draf: Draf) -> str:
    kalimat = [(f"`{kode}`", k.kapan, k.teks) for kode, k in draf.kalimat.items()]
    daftar = [
        (", ".join(f"`{kode}`" for kode in k.kode), str(k.rinci or ""), URUT[k.urut], k.daftar)
        for k in draf.kelompok
        if k.daftar != TANPA_DAFTAR
    ]
    return (
        f"\n## {dict(BAGIAN_NARASI)[draf.bagian]}\n\n"
        + _tabel(("kode hasil", "bila", "kalimat"), kalimat)
        + "\n"
        + _tabel(("diceritakan bersama", "dengan kalimat sendiri", "urutan", "sisanya"), daftar)
    )


def _tabel(kepala: tuple[str, ...], isi: Sequence[tuple[str, ...]]) -> str:
    baris = [kepala, ("---",) * len(kepala), *isi]
    return "".join("|" + "|".join(f" {s} " if s else " " for s in b) + "|\n" for b in baris)
