"""How a cell that does not hold what it should is called in a sentence. Pure."""

from __future__ import annotations

import datetime
from typing import Any

from sakip.umum.excel.nilai import RumusKosong, SelGalat

PANJANG = 40


def sebut_sel(nilai: Any) -> str:
    """Return what stands in a cell, shortened."""
    if isinstance(nilai, SelGalat):
        return f"galat Excel {nilai.kode}"
    if isinstance(nilai, RumusKosong):
        return "rumus tanpa nilai tersimpan (buka dan simpan dahulu di Excel)"
    if isinstance(nilai, bool):
        return "TRUE" if nilai else "FALSE"
    if isinstance(nilai, datetime.datetime):
        return f"{nilai:%d/%m/%Y}"
    return str(nilai)[:PANJANG]
