"""The kinds of documents and how one is found: the same for pages and for the command."""

from __future__ import annotations

from collections.abc import Callable

from django.db.models import TextChoices

from kinerja.models import PerjanjianKinerja
from organisasi.models import PerangkatDaerah
from pelaporan.dokumen.dasar import Dokumen, DokumenGagal
from pelaporan.dokumen.iku import build_iku_kantor
from pelaporan.dokumen.matriks_renstra import build_matriks_renstra
from pelaporan.dokumen.perjanjian import build_pk
from pelaporan.dokumen.rencana_aksi import build_rencana_aksi
from pelaporan.dokumen.rkt import build_rkt_kantor
from pelaporan.dokumen.triwulan import build_triwulan


class JenisDokumen(TextChoices):
    """Kinds of documents, as in addresses and on the command line."""

    MATRIKS_RENSTRA = "matriks-renstra", "Matriks Renstra"
    IKU = "iku", "Penetapan IKU"
    RKT = "rkt", "Rencana Kinerja Tahunan"
    PERJANJIAN = "perjanjian", "Perjanjian Kinerja"
    RENCANA_AKSI = "rencana-aksi", "Rencana Aksi"
    TRIWULAN = "triwulan", "Laporan Pengukuran Triwulan"


# Kinds that need nothing but the office and the year.
RENCANA: dict[JenisDokumen, Callable[[PerangkatDaerah, int], Dokumen]] = {
    JenisDokumen.MATRIKS_RENSTRA: build_matriks_renstra,
    JenisDokumen.IKU: build_iku_kantor,
    JenisDokumen.RKT: build_rkt_kantor,
}
# Kinds of one Perjanjian Kinerja.
DARI_PK: dict[JenisDokumen, Callable[[PerjanjianKinerja, PerangkatDaerah], Dokumen]] = {
    JenisDokumen.PERJANJIAN: build_pk,
    JenisDokumen.RENCANA_AKSI: build_rencana_aksi,
}
BERKAIT_PK = (
    "jabatan",
    "pihak_pertama__pegawai__pangkat",
    "pihak_pertama__jabatan",
    "pihak_kedua__pegawai__pangkat",
    "pihak_kedua__jabatan",
    "dpa",
    "rencana_aksi",
)


def build_dokumen(
    jenis: JenisDokumen,
    kantor: PerangkatDaerah,
    tahun: int,
    *,
    pk: PerjanjianKinerja | None = None,
    triwulan: int | None = None,
) -> Dokumen:
    """Return a document of an office and year; ``kantor`` with its ``pemda``, ``pk`` with BERKAIT_PK.

    Raises DokumenGagal where it cannot be made.
    """
    if jenis in RENCANA:
        return RENCANA[jenis](kantor, tahun)
    if jenis in DARI_PK:
        if pk is None:
            raise DokumenGagal(f"{jenis.label} memerlukan nomor Perjanjian Kinerja, misalnya --pk 12.")
        return DARI_PK[jenis](pk, kantor)
    if triwulan not in (1, 2, 3, 4):
        raise DokumenGagal("Triwulan ditulis 1 sampai 4, misalnya --triwulan 2.")
    return build_triwulan(kantor, tahun, triwulan)
