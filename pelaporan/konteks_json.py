"""From canonical JSON back to the frozen report: what was stored is read, never composed again."""

from __future__ import annotations

import dataclasses
import json
import types
import typing
from decimal import Decimal, InvalidOperation
from enum import Enum
from functools import cache
from typing import Any

from pelaporan.konteks import KonteksLKjIP


class JsonTidakCocok(ValueError):
    """The JSON does not have the shape of a report of this version."""


def dari_json(teks: str) -> KonteksLKjIP:
    """Return the report of a canonical JSON (``konteks.to_json``). Raises JsonTidakCocok.

    A key that a later version added takes its default; a key that this version does not know is refused.
    """
    try:
        hasil: KonteksLKjIP = _kelas(KonteksLKjIP, json.loads(teks))
        return hasil
    except (KeyError, TypeError, ValueError, InvalidOperation) as galat:
        raise JsonTidakCocok(str(galat)) from galat


@cache
def _petunjuk(kelas: Any) -> dict[str, Any]:
    return typing.get_type_hints(kelas)


def _kelas(kelas: Any, isi: Any) -> Any:
    if not isinstance(isi, dict):
        raise TypeError(f"{kelas.__name__}: bukan objek")
    tipe = _petunjuk(kelas)
    asing = set(isi) - set(tipe)
    if asing:
        raise KeyError(f"{kelas.__name__}: {', '.join(sorted(asing))}")
    return kelas(**{nama: _nilai(tipe[nama], satu) for nama, satu in isi.items()})


def _nilai(tipe: Any, isi: Any) -> Any:
    asal = typing.get_origin(tipe)
    if asal in (typing.Union, types.UnionType):
        if isi is None:
            return None
        return _nilai(next(t for t in typing.get_args(tipe) if t is not type(None)), isi)
    if asal is tuple:
        anak = typing.get_args(tipe)
        if len(anak) == 2 and anak[1] is Ellipsis:
            return tuple(_nilai(anak[0], x) for x in isi)
        return tuple(_nilai(t, x) for t, x in zip(anak, isi, strict=True))
    if dataclasses.is_dataclass(tipe) and isinstance(tipe, type):
        return _kelas(tipe, isi)
    if isinstance(tipe, type) and issubclass(tipe, Enum):
        return tipe(isi)
    if tipe is Decimal:
        return Decimal(isi)
    if not isinstance(isi, tipe):
        raise TypeError(f"{isi!r} bukan {tipe}")
    return isi
