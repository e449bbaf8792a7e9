"""From the frozen report to HTML and to PDF bytes; nothing here reads a database.

One template tree serves screen and paper. The PDF is tagged PDF/A-3a that is PDF/UA-1 too: WeasyPrint's
variant writes the first, a finisher declares the second in the XMP metadata. Same konteks, same bytes.
"""

from __future__ import annotations

import gc
import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string

from pelaporan.gambar import build_gambar
from pelaporan.huruf import HurufKurang, periksa_huruf
from pelaporan.konteks import KonteksLKjIP, compute_hash, sidik_pendek, to_json

TEMPLAT = "pelaporan/lkjip/lkjip.html"
# A draft has no date; attachments must have one, and it may not be the time of rendering.
TANGGAL_TETAP = datetime(2000, 1, 1, tzinfo=UTC)
AmbilBerkas = Callable[[str], bytes]
BerkasTersemat = tuple[str, str, str, bytes]


class TerbitGagal(Exception):
    """The report cannot be rendered; one line for the person who asked for it."""


def _tanpa_berkas(sha256: str) -> bytes:
    raise TerbitGagal(f"Berkas {sha256[:12]} diperlukan, tetapi tidak diberikan.")


def folder_statis() -> Path:
    """Return the folder of the assets that paper may use."""
    return Path(settings.BASE_DIR) / "static"


def build_context(konteks: KonteksLKjIP, media: str) -> dict[str, Any]:
    """Return the template context: the report, where it is shown, its drawings and its short hash."""
    return {
        "k": konteks,
        "media": media,
        "gambar": build_gambar(konteks),
        "sidik": sidik_pendek(konteks),
    }


def render_html(konteks: KonteksLKjIP, *, media: str) -> str:
    """Return the whole document; ``media`` is "kertas" (assets as ``asset:``) or "layar" (static URLs)."""
    return render_to_string(TEMPLAT, build_context(konteks, media))


def render_pdf(konteks: KonteksLKjIP, ambil_berkas: AmbilBerkas = _tanpa_berkas) -> bytes:
    """Return the PDF bytes.

    ``ambil_berkas`` gives the bytes of a stored file by its SHA-256. Raises TerbitGagal for a missing
    font, a character that the bundled fonts do not have, or an asset that cannot be read.
    """
    html = render_html(konteks, media="kertas")
    return cetak_pdf(html, compute_hash(konteks), ambil_berkas, _berkas_tersemat(konteks, ambil_berkas))


def cetak_pdf(
    html: str,
    sidik: str,
    ambil_berkas: AmbilBerkas = _tanpa_berkas,
    berkas: Iterable[BerkasTersemat] = (),
) -> bytes:
    """Return the PDF bytes of a finished document; ``sidik`` (64 hex digits) becomes its identifier.

    ``berkas`` are attachments: (name, description, relationship, bytes). Raises TerbitGagal like render_pdf.
    """
    try:
        periksa_huruf(html, folder_statis() / "huruf")
    except HurufKurang as galat:
        raise TerbitGagal(str(galat)) from galat
    with _tanpa_pengumpul():
        return _tulis(html, sidik, ambil_berkas, berkas)


def _tulis(html: str, sidik: str, ambil_berkas: AmbilBerkas, berkas: Iterable[BerkasTersemat]) -> bytes:
    os.environ["FONTCONFIG_FILE"] = str(folder_statis() / "huruf" / "fonts.conf")
    from weasyprint import HTML, Attachment
    from weasyprint.urls import FatalURLFetchingError

    from pelaporan.pengambil import AssetFetcher

    pengambil = AssetFetcher(folder_statis(), ambil_berkas)
    lampiran = [
        Attachment(
            string=isi,
            name=nama,
            description=keterangan,
            created=TANGGAL_TETAP,
            modified=TANGGAL_TETAP,
            relationship=hubungan,
            url_fetcher=pengambil,
        )
        for nama, keterangan, hubungan, isi in berkas
    ]
    try:
        dokumen = HTML(string=html, base_url="asset:", url_fetcher=pengambil)
        hasil = dokumen.write_pdf(
            pdf_variant="pdf/a-3a",
            pdf_identifier=bytes.fromhex(sidik)[:16],
            attachments=lampiran,
            finisher=_nyatakan_pdf_ua,
        )
    except FatalURLFetchingError as galat:
        raise TerbitGagal(f"Aset laporan tidak dapat dibaca: {galat.__cause__ or galat}") from galat
    if hasil is None:
        raise TerbitGagal("PDF tidak terbentuk.")
    return bytes(hasil)


def _berkas_tersemat(konteks: KonteksLKjIP, ambil_berkas: AmbilBerkas) -> Iterator[BerkasTersemat]:
    yield "data.json", "Data laporan (JSON kanonik)", "Source", to_json(konteks).encode("utf-8")
    for x in konteks.lampiran_berkas:
        isi = ambil_berkas(x.sha256)
        if hashlib.sha256(isi).hexdigest() != x.sha256:
            raise TerbitGagal(f"Berkas lampiran {x.judul} berubah sejak diunggah.")
        yield x.nama_berkas, x.judul, "Supplement", isi


@contextmanager
def _tanpa_pengumpul() -> Iterator[None]:
    """Pause Python's cyclic garbage collector: 0,8 x the time on 45 pages (docs/kinerja.md)."""
    hidup = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if hidup:
            gc.enable()


# PDF/UA ------------------------------------------------------------------------------------------

_XMP_UA = """<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""


def _nyatakan_pdf_ua(document: Any, pdf: Any) -> None:
    """Declare PDF/UA-1 in the XMP metadata that PDF/A-3a wrote, with the extension schema it needs."""
    pdf.catalog["ViewerPreferences"] = "<</DisplayDocTitle true>>"
    for objek in pdf.objects:
        tambahan = getattr(objek, "extra", None)
        if tambahan and tambahan.get("Type") == "/Metadata":
            isi = b"".join(s if isinstance(s, bytes) else str(s).encode() for s in objek.stream)
            objek.stream = [isi.replace(b"</rdf:RDF>", _XMP_UA.encode() + b"</rdf:RDF>", 1)]
            return
    raise TerbitGagal("Metadata XMP tidak ditemukan.")
