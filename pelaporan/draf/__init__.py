"""Drafts of sections: sentences of fact from the figures of the report, offered to who writes.

Each table has a decision table that an official can read (``docs/draf.md``): a row gets a result code, a code
has a sentence. A draft goes on where the sentences of ``pelaporan.fakta`` end, and repeats none of them.
Every figure is a token. Causes and solutions are never invented.
"""

from __future__ import annotations

from pelaporan.draf import (
    analisis,
    anggaran,
    banding,
    capaian,
    efisiensi,
    kemajuan,
    menunjang,
    pembanding,
    ringkasan,
)
from pelaporan.draf.dasar import Draf, KodeTanpaKalimat
from pelaporan.kerangka import BAGIAN_NARASI
from pelaporan.konteks import KonteksLKjIP

__all__ = ["BAGIAN_BERDRAF", "DAFTAR", "KodeTanpaKalimat", "susun_draf"]

DAFTAR: tuple[Draf, ...] = (
    ringkasan.IKHTISAR,
    capaian.DRAF,
    banding.DRAF,
    kemajuan.DRAF,
    pembanding.DRAF,
    analisis.DRAF,
    menunjang.DRAF,
    anggaran.DRAF,
    efisiensi.SASARAN,
    efisiensi.PROGRAM,
    ringkasan.KESIMPULAN,
)
BAGIAN_BERDRAF: tuple[str, ...] = tuple(d.bagian for d in DAFTAR)


def susun_draf(konteks: KonteksLKjIP, bagian: str) -> str:
    """Return the draft of a section with its tokens, empty where nothing can be offered.

    Raises KodeTanpaKalimat where a row has a result without a sentence, LookupError for a section that the
    report does not have.
    """
    if bagian not in dict(BAGIAN_NARASI):
        raise LookupError(bagian)
    return next((d.susun(konteks) for d in DAFTAR if d.bagian == bagian), "")
