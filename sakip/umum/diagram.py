"""The data model as Mermaid text, made from the code, so that the drawing in the docs cannot be old."""

from __future__ import annotations

from collections.abc import Iterable

from django.apps import apps
from django.db import models

from sakip.umum.riwayat import AsalRiwayat

APP = ("organisasi", "renstra", "anggaran", "kinerja", "pelaporan")
MULAI = "<!-- diagram:mulai -->"
SELESAI = "<!-- diagram:selesai -->"


def build_diagram() -> str:
    """Return one Mermaid class diagram per app: models, and the foreign keys that leave them."""
    return "\n\n".join(f"### {app}\n\n```mermaid\n{_satu(app)}\n```" for app in APP)


def _satu(app: str) -> str:
    baris = ["classDiagram"]
    for model in _urut(apps.get_app_config(app).get_models()):
        baris.append(f"    class {model.__name__}")
        for kolom in model._meta.get_fields():
            if isinstance(kolom, models.ForeignKey) and kolom.related_model is not None:
                tujuan = kolom.related_model
                nama = tujuan if isinstance(tujuan, str) else tujuan.__name__
                banyak = "0..1" if kolom.null else "1"
                baris.append(f'    {model.__name__} "*" --> "{banyak}" {nama} : {kolom.name}')
    return "\n".join(baris)


def _urut(daftar: Iterable[type[models.Model]]) -> list[type[models.Model]]:
    """Return models by name; a table of history draws nothing that its model does not."""
    return sorted((m for m in daftar if not issubclass(m, AsalRiwayat)), key=lambda m: m.__name__)


def replace_diagram(teks: str) -> str:
    """Return the document with the part between the markers made new."""
    depan, _, sisa = teks.partition(MULAI)
    _, _, belakang = sisa.partition(SELESAI)
    return f"{depan}{MULAI}\n\n{build_diagram()}\n\n{SELESAI}{belakang}"
