"""Codes of SIPD exports: texts in both shapes, brought to the one of the nomenclature. Pure."""

from __future__ import annotations

import re
from typing import Any

from anggaran.sipd.sel import sebut_sel

_PISAH = re.compile(
    r"(?P<urusan>\d{1,2}|X)\.(?P<bidang>\d{2}|XX)\.(?P<program>\d{2})\.(?P<tingkat>0?\d)\.(?P<kegiatan>\d{2})"
    r"\.(?P<sub>\d{2}|\d{4})",
    re.ASCII,
)
AWALAN_BERSAMA = "X.XX"  # programmes that every bidang has, as the regulation prints them


class KodeTidakSah(ValueError):
    """A cell that should hold a code and does not; the text is for the person."""


def bersih(nilai: Any) -> str:
    """Return the text of a code cell without blanks and the apostrophe of a spreadsheet; "" for a blank."""
    if nilai is None:
        return ""
    if not isinstance(nilai, str):
        raise KodeTidakSah(
            f"{sebut_sel(nilai)}: kode terbaca sebagai angka atau tanggal. Ubah kolomnya menjadi teks."
        )
    return re.sub(r"[\s\u00a0]+", "", nilai).lstrip("'").rstrip(".").upper()


def kode_sub_kegiatan(nilai: Any) -> str:
    """Return the code of a sub kegiatan in the shape of today: 7.01.01.2.01.0001; "" for a blank.

    Also read: two digits at the end (…2.01.01), a zero before the level (…02.01.0001), a zero before the
    urusan, X.XX for the programmes of every bidang. Anything else raises KodeTidakSah; nothing is guessed.
    """
    teks = bersih(nilai)
    if not teks:
        return ""
    cocok = _PISAH.fullmatch(teks)
    if cocok is None:
        raise KodeTidakSah(
            f"{teks[:40]}: bukan kode sub kegiatan. Tulis seperti 7.01.01.2.01.0001 atau 7.01.01.2.01.01."
        )
    urusan = cocok["urusan"].lstrip("0") or "0"
    tingkat = cocok["tingkat"][-1]
    return ".".join(
        [urusan, cocok["bidang"], cocok["program"], tingkat, cocok["kegiatan"], cocok["sub"].zfill(4)]
    )


def kode_kegiatan(sub: str) -> str:
    """Return the code of the kegiatan above a sub kegiatan."""
    return sub.rsplit(".", 1)[0]


def kode_program(sub: str) -> str:
    """Return the code of the programme above a sub kegiatan."""
    return ".".join(sub.split(".")[:3])


def calon_kode(kode: str, bidang: str = "") -> tuple[str, ...]:
    """Return the codes under which the nomenclature may hold a sub kegiatan, the surest first.

    A programme that every bidang has stands in the regulation once, as X.XX; a file may print the bidang of
    the office. With X.XX in the file the column of the bidang says which.
    """
    ekor = kode.split(".", 2)[2]
    if kode.startswith(f"{AWALAN_BERSAMA}."):
        return (kode, f"{bidang}.{ekor}") if re.fullmatch(r"\d\.\d{2}", bidang, re.ASCII) else (kode,)
    return (kode, f"{AWALAN_BERSAMA}.{ekor}")
