"""Penetapan IKU: definition, formula and source of each main indicator (the LKjIP's appendix)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from organisasi.models import PerangkatDaerah
from organisasi.pilihan import JenisDokumen
from pelaporan.dokumen.dasar import Kepala, TandaTangan
from pelaporan.dokumen.rencana import dokumen_penetapan, muat_rencana, tanda_tangan_rencana
from pelaporan.konteks import BarisIKU, Identitas
from pelaporan.susun.akhir import build_identitas
from pelaporan.susun.bab2 import build_iku, sebut_dokumen_iku


@dataclass(frozen=True)
class IsiIKU:
    """The rows, where the shared table looks for them."""

    iku: tuple[BarisIKU, ...]
    dokumen_iku: str


@dataclass(frozen=True)
class DokumenIKU:
    """The list as printed."""

    templat: ClassVar[str] = "pelaporan/dokumen/iku.html"
    kepala: Kepala
    identitas: Identitas
    bab2: IsiIKU
    pengesahan: TandaTangan


def build_iku_kantor(kantor: PerangkatDaerah, tahun: int) -> DokumenIKU:
    """Return the main indicators in force in a year. Raises DokumenGagal where there is no Renstra."""
    data = muat_rencana(kantor, tahun)
    identitas = build_identitas(data.laporan)
    sebutan = sebut_dokumen_iku(data)
    keputusan = dokumen_penetapan(kantor, JenisDokumen.SK_IKU, tahun)
    return DokumenIKU(
        kepala=Kepala(
            judul="Penetapan Indikator Kinerja Utama",
            anak_judul=(f"Berlaku pada tahun {tahun}", *([f"Lampiran {sebutan}"] if sebutan else [])),
            nama=f"Penetapan IKU {kantor.nama} {tahun}",
        ),
        identitas=identitas,
        bab2=IsiIKU(build_iku(data), sebutan),
        pengesahan=tanda_tangan_rencana(data, identitas, keputusan.tanggal if keputusan else None),
    )
