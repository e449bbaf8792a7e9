"""Files as people make them, and what an import makes of them."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import Workbook

from sakip.umum.impor.hasil import Pratinjau
from sakip.umum.impor.resource import ResourceImpor
from sakip.umum.impor.tabel import FormatXlsx


def buku(judul: list[str], *baris: list[Any], lembar: dict[str, list[list[Any]]] | None = None) -> bytes:
    """Return the bytes of a workbook with one sheet, and further sheets."""
    wb = Workbook()
    wb.active.title = "Isian"
    for satu in (judul, *baris):
        wb.active.append(satu)
    for nama, isi in (lembar or {}).items():
        ws = wb.create_sheet(nama)
        for satu in isi:
            ws.append(satu)
    keluar = io.BytesIO()
    wb.save(keluar)
    return keluar.getvalue()


def periksa(
    folder: Path, kelas: type[ResourceImpor], oleh: Any, judul: list[str], *baris: list[Any]
) -> tuple[ResourceImpor, Pratinjau]:
    """Check rows as a person; nothing is written."""
    oleh.__dict__.pop("pelaku", None)
    jalur = folder / "berkas.xlsx"
    jalur.write_bytes(buku(judul, *baris))
    resource = kelas(oleh)
    return resource, resource.periksa(FormatXlsx().create_dataset(jalur, kelas.kolom))


def keadaan(pratinjau: Pratinjau) -> list[str]:
    """Return the state of each row."""
    return [b.keadaan.value for b in pratinjau.baris]


def galat(pratinjau: Pratinjau, letak: int = 0) -> dict[str, str]:
    """Return what is wrong with a row, by heading ("" for the whole row)."""
    b = pratinjau.baris[letak]
    hasil = {k: s.galat for k, s in zip(pratinjau.kolom, b.sel, strict=True) if s.galat}
    return hasil | ({"": " ".join(b.galat)} if b.galat else {})


def beda(pratinjau: Pratinjau, letak: int = 0) -> dict[str, tuple[str, str]]:
    """Return what would change in a row: heading -> (old, new)."""
    sel = zip(pratinjau.kolom, pratinjau.baris[letak].sel, strict=True)
    return {k: (s.lama, s.isi) for k, s in sel if s.lama is not None}


def alamat(model: Any, halaman: str) -> str:
    """Return the address of a page of an import."""
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{halaman}")


def unggah(tamu: Any, model: Any, isi: bytes, nama: str = "isian.xlsx", **lain: Any) -> Any:
    """Upload a file as a person; follows to the preview."""
    berkas = SimpleUploadedFile(nama, isi)
    return tamu.post(alamat(model, "import"), {"berkas": berkas}, follow=True, **lain)


def simpan(tamu: Any, model: Any, pratinjau: Any, **isi: Any) -> Any:
    """Confirm what a preview shows."""
    token = pratinjau.context["simpanan"].token
    lain = {k: isi.pop(k) for k in ("REMOTE_ADDR",) if k in isi}
    return tamu.post(alamat(model, "process_import"), {"berkas": token, **isi}, follow=True, **lain)
