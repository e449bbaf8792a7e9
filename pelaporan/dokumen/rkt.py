"""Rencana Kinerja Tahunan: the targets of one year (Tabel 2.4 of the LKjIP)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from organisasi.models import PerangkatDaerah
from organisasi.pilihan import JenisDokumen
from pelaporan.dokumen.dasar import Kepala, TandaTangan
from pelaporan.dokumen.rencana import dokumen_penetapan, muat_rencana, tanda_tangan_rencana
from pelaporan.konteks import BarisRKT, Identitas
from pelaporan.susun.akhir import build_identitas
from pelaporan.susun.bab2 import build_rkt
from sakip.umum.tanggal import format_tanggal


@dataclass(frozen=True)
class IsiRKT:
    """The rows, where the shared table looks for them."""

    rkt: tuple[BarisRKT, ...]


@dataclass(frozen=True)
class DokumenRKT:
    """The plan as printed."""

    templat: ClassVar[str] = "pelaporan/dokumen/rkt.html"
    kepala: Kepala
    identitas: Identitas
    bab2: IsiRKT
    dokumen_renja: str
    pengesahan: TandaTangan


def build_rkt_kantor(kantor: PerangkatDaerah, tahun: int) -> DokumenRKT:
    """Return the yearly plan. Raises DokumenGagal where no Renstra covers the year."""
    data = muat_rencana(kantor, tahun)
    identitas = build_identitas(data.laporan)
    renja = dokumen_penetapan(kantor, JenisDokumen.RENJA, tahun, tepat=True)
    sebutan = ""
    if renja is not None:
        sebutan = f"Nomor {renja.nomor}"
        sebutan += f" tanggal {format_tanggal(renja.tanggal)}" if renja.tanggal else ""
    return DokumenRKT(
        kepala=Kepala(
            judul="Rencana Kinerja Tahunan",
            anak_judul=(f"Tahun {tahun}",),
            nama=f"RKT {kantor.nama} {tahun}",
        ),
        identitas=identitas,
        bab2=IsiRKT(build_rkt(data)),
        dokumen_renja=sebutan,
        pengesahan=tanda_tangan_rencana(data, identitas),
    )
