"""An appendix that the report must have and that nobody uploaded or recorded as absent."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Lokasi, Pemeriksaan, Temuan, Tingkat

_KATA = re.compile(r"\w+")
SK_TIM = frozenset({"tim", "sakip"})


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find a report without the decree on its SAKIP team (the other appendices are generated)."""
    k = bahan.konteks
    judul = [*(x.judul for x in k.lampiran_berkas), *(x.judul for x in k.lampiran_tiada)]
    if any(set(_KATA.findall(j.casefold())) >= SK_TIM for j in judul):
        return
    yield Temuan(
        kode=PEMERIKSAAN.kode,
        tingkat=Tingkat.GALAT,
        lokasi=Lokasi("lampiran", "Lampiran", "SK Tim SAKIP"),
        pesan=(
            "Lampiran SK Tim SAKIP belum ada. Unggah pindaiannya dengan judul “SK Tim SAKIP”, atau catat "
            "bahwa lampiran itu tidak ada beserta alasannya."
        ),
        nilai=(("SK Tim SAKIP", "belum ada"),),
        tautan="lampiran",
    )


PEMERIKSAAN = Pemeriksaan(
    kode="lampiran_kurang",
    nama="Lampiran SK Tim SAKIP belum ada",
    tingkat=Tingkat.GALAT,
    sumber="audit contoh P11",
    periksa=periksa,
)
