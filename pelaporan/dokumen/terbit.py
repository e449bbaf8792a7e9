"""From a document's frozen values to HTML and PDF: the report's machinery, with the documents' templates.

The PDF is tagged PDF/A-3a and PDF/UA-1 like the report's. Its identifier and the hash in its footer come
from the values alone, so that the same rows always give the same bytes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

from django.template.loader import render_to_string

from pelaporan.dokumen.dasar import Dokumen
from pelaporan.konteks import compute_hash
from pelaporan.terbit import AmbilBerkas, cetak_pdf


@dataclass(frozen=True)
class _Bertanda:
    """A document beside its kind: two kinds with equal values differ."""

    jenis: str
    isi: Dokumen


def sidik_dokumen(dokumen: Dokumen) -> str:
    """Return the SHA-256 (hex) of a document's kind and values."""
    return compute_hash(cast(Any, _Bertanda(dokumen.templat, dokumen)))


def render_dokumen_html(dokumen: Dokumen, *, media: str = "kertas") -> str:
    """Return the whole document; ``media`` is "kertas" or "layar" as in ``pelaporan.terbit``."""
    sidik = sidik_dokumen(dokumen)[:12]
    isi = {"k": dokumen, "media": media, "sidik": f"{sidik[:4]} {sidik[4:8]} {sidik[8:]}"}
    return render_to_string(dokumen.templat, isi)


def render_dokumen_pdf(dokumen: Dokumen, ambil_berkas: AmbilBerkas) -> bytes:
    """Return the PDF bytes. Raises TerbitGagal as ``pelaporan.terbit.render_pdf`` does."""
    return cetak_pdf(render_dokumen_html(dokumen), sidik_dokumen(dokumen), ambil_berkas)
