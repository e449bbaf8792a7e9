"""docs/konteks.md, made from the dataclasses of the report, so that the page cannot be old."""

from __future__ import annotations

import dataclasses
import inspect
import re

from pelaporan import konteks

KEPALA = """# The canonical JSON

Made from `pelaporan/konteks.py` by `manage.py gambar_arsitektur`; a test holds it.

The JSON of `susun_lkjip --format json`, and `data.json` inside the PDF, is a `KonteksLKjIP`: keys sorted,
no blanks, UTF-8, decimals as plain strings, tuples as lists. Its SHA-256 is the content hash whose first
twelve digits stand in the footer.

A figure is always an `Angka`: `teks` as printed, `nilai` unrounded (null where it is a text or a blank),
`keadaan` one of `terukur`, `belum_diisi`, `tidak_berlaku`, `tidak_dapat_dihitung`, and `alasan`, why there
is none.
"""

# The comment behind a field: what its name and type do not say.
_CATATAN = re.compile(r"^    (\w+): [^#\n]+#\s*(.+)$", re.MULTILINE)


def build_dokumen() -> str:
    """Return the page: one table per dataclass, the whole report first."""
    kelas = [
        k
        for _, k in inspect.getmembers(konteks, inspect.isclass)
        if dataclasses.is_dataclass(k) and k.__module__ == konteks.__name__
    ]
    kelas.sort(key=lambda k: (k is not konteks.KonteksLKjIP, inspect.getsourcelines(k)[1]))
    return KEPALA + "".join(_satu(k) for k in kelas)


def _satu(kelas: type) -> str:
    penjelasan = " ".join((inspect.getdoc(kelas) or "").split())
    catatan = dict(_CATATAN.findall(inspect.getsource(kelas)))
    baris = "\n".join(
        f"| `{f.name}` | `{_sel(str(f.type))}` | {_sel(catatan.get(f.name, ''))} |".replace("|  |", "| |")
        for f in dataclasses.fields(kelas)
    )
    return (
        f"\n## {kelas.__name__}\n\n{penjelasan}\n\n| key | type | meaning |\n| --- | --- | --- |\n{baris}\n"
    )


def _sel(teks: str) -> str:
    """A text for a cell of a table."""
    return teks.replace("|", "\\|")
