"""What every document has: a title, a state, an office, a signature block."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Protocol

from kinerja.models import AturanPengukuran
from organisasi.models import PemangkuJabatan, PerangkatDaerah
from organisasi.pilihan import StatusPemangku, TingkatJabatan
from pelaporan.konteks import Identitas, PenandaTangan
from pelaporan.models import Laporan
from pelaporan.susun.akhir import build_identitas
from pelaporan.susun.bersama import penanda_tangan

KONSEP = "KONSEP"


class DokumenGagal(ValueError):
    """A document that cannot be made; the text is for the person who asked for it."""


@dataclass(frozen=True)
class Kepala:
    """Title of a document, its full name, and its state ("" where it is final)."""

    judul: str
    anak_judul: tuple[str, ...]
    nama: str
    keadaan: str = ""  # "KONSEP" | "BELUM DISETUJUI"
    keterangan: str = ""  # the state in the page footer: "Konsep, belum ditetapkan"
    pendek: str = ""  # in the page header where the full name is too long beside the mark


@dataclass(frozen=True)
class TandaTangan:
    """The block of the head. ``tanggal`` empty: the day is written by hand."""

    tempat: str
    tanggal: str
    tahun: int
    sebutan: str
    pejabat: PenandaTangan | None
    belum: str = ""  # a sentence in the place of a signature


class Dokumen(Protocol):
    """A document: frozen values and the template that prints them."""

    @property
    def templat(self) -> str:
        """Name of the template."""

    @property
    def kepala(self) -> Kepala:
        """Title and state."""

    @property
    def identitas(self) -> Identitas:
        """The office."""


def laporan_kantor(kantor: PerangkatDaerah, tahun: int) -> Laporan:
    """Return a report's row of an office and year for the functions that ask one; never saved."""
    return Laporan(perangkat_daerah=kantor, tahun=tahun)


def identitas_kantor(kantor: PerangkatDaerah, tahun: int) -> Identitas:
    """Return the office and its government as printed."""
    return build_identitas(laporan_kantor(kantor, tahun))


def kepala_pada(kantor: PerangkatDaerah, tanggal: datetime.date) -> PemangkuJabatan | None:
    """Return the head in office on a day; an acting holder stands before the definitive one."""
    calon = [
        p
        for p in PemangkuJabatan.objects.filter(
            jabatan__perangkat_daerah=kantor, jabatan__tingkat=TingkatJabatan.KEPALA_PD
        ).select_related("pegawai__pangkat", "jabatan")
        if p.mulai <= tanggal and (p.sampai is None or p.sampai >= tanggal)
    ]
    calon.sort(key=lambda p: (p.status == StatusPemangku.DEFINITIF, -p.mulai.toordinal()))
    return calon[0] if calon else None


def build_tanda_tangan(
    identitas: Identitas, pejabat: PemangkuJabatan | None, tanggal: str = "", belum: str = ""
) -> TandaTangan:
    """Return the block of the head of an office."""
    return TandaTangan(
        tempat=identitas.tempat_tanda_tangan,
        tanggal=tanggal,
        tahun=identitas.tahun,
        sebutan=identitas.sebutan_kepala,
        pejabat=penanda_tangan(pejabat) if pejabat else None,
        belum=belum,
    )


def aturan_kantor(kantor: PerangkatDaerah, tahun: int) -> AturanPengukuran:
    """Return the rules in force: of the office, else of the government; of the latest year that has some.

    Raises DokumenGagal where the government has none at all.
    """
    semua = [
        a
        for a in AturanPengukuran.objects.filter(pemda=kantor.pemda_id, tahun__lte=tahun)
        if a.perangkat_daerah_id in (None, kantor.pk)
    ]
    if not semua:
        raise DokumenGagal(f"{kantor.pemda} belum mempunyai aturan pengukuran untuk tahun {tahun}.")
    return max(semua, key=lambda a: (a.tahun, a.perangkat_daerah_id is not None))
