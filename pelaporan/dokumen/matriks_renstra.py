"""Matriks Renstra: tujuan, sasaran, indicators and the targets of all years (the LKjIP's appendix)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from organisasi.models import PerangkatDaerah
from pelaporan.dokumen.dasar import Kepala, TandaTangan
from pelaporan.dokumen.rencana import muat_rencana, tanda_tangan_rencana
from pelaporan.konteks import BarisRenstra, Identitas, Periode
from pelaporan.susun.akhir import build_identitas, build_periode
from pelaporan.susun.bab2 import build_renstra


@dataclass(frozen=True)
class IsiRenstra:
    """The rows, where the shared table looks for them."""

    renstra: tuple[BarisRenstra, ...]


@dataclass(frozen=True)
class DokumenRenstra:
    """The matrix as printed."""

    templat: ClassVar[str] = "pelaporan/dokumen/matriks_renstra.html"
    kepala: Kepala
    identitas: Identitas
    periode: Periode
    bab2: IsiRenstra
    pengesahan: TandaTangan


def build_matriks_renstra(kantor: PerangkatDaerah, tahun: int) -> DokumenRenstra:
    """Return the matrix of the Renstra that covers a year. Raises DokumenGagal where there is none."""
    data = muat_rencana(kantor, tahun)
    identitas, periode = build_identitas(data.laporan), build_periode(data)
    return DokumenRenstra(
        kepala=Kepala(
            judul="Matriks Rencana Strategis",
            anak_judul=(f"Tahun {periode.nama}",),
            nama=f"Matriks Renstra {kantor.nama} {periode.nama}",
        ),
        identitas=identitas,
        periode=periode,
        bab2=IsiRenstra(build_renstra(data)),
        pengesahan=tanda_tangan_rencana(data, identitas),
    )
