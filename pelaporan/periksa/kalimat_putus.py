"""Sentences that break off."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.ketikan import Ketikan, penggal
from pelaporan.periksa.lintasan import lint
from pelaporan.periksa.tanda_contoh import is_tanpa_isi

_GANTUNG = re.compile(
    r"(?:^|[\s(])(?:dan|atau|yang|di|ke|dari|dengan|untuk|pada|oleh|karena|sehingga|agar|antara|antar|"
    r"sebagai|bahwa|terhadap|tentang|adalah|yaitu|yakni|meliputi|bagi|sebesar|sebanyak|sejak|melalui|tetapi|namun|"
    r"sedangkan|para|seperti|maupun|menjadi|kepada)[\s.…]*$",
    re.IGNORECASE,
)
# The item before the last of a list rightly ends so: "…; dan".
_SAMBUNG = re.compile(r"[;,]\s*(?:dan|atau|dan/atau|serta)\s*$", re.IGNORECASE)
_AKHIR = re.compile(r"[.!?:;…][\"”’')\]]*$")
KATA_JUDUL = 8


def cari(k: Ketikan) -> Iterator[str]:
    """Yield the end of a text that breaks off."""
    teks = k.teks.strip()
    if not teks or is_tanpa_isi(teks):
        return
    putus = _GANTUNG.search(teks) and not _SAMBUNG.search(teks)
    koma = teks.endswith(",") and not k.is_butir and not k.is_kutipan
    tanpa_tanda = (
        k.is_narasi
        and not k.is_butir
        and not k.is_judul
        and len(teks.split()) > KATA_JUDUL
        and not _AKHIR.search(teks)
    )
    if putus or koma or tanpa_tanda:
        yield f"“…{_ujung(teks)}”"


def _ujung(teks: str) -> str:
    kata = penggal(teks, len(teks) + 1).split()
    return " ".join(kata[-6:])


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find texts that end in a linking word or a comma, and paragraphs without an end mark."""
    yield from lint(
        bahan,
        PEMERIKSAAN.kode,
        cari,
        lambda tempat, apa: (
            f"{tempat}: kalimat tampak belum selesai, {apa}. Lengkapi, atau beri tanda akhir."
        ),
    )


PEMERIKSAAN = Pemeriksaan(
    kode="kalimat_putus",
    nama="Kalimat belum selesai",
    tingkat=Tingkat.INFO,
    sumber="audit contoh S9",
    periksa=periksa,
)
