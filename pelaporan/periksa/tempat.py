"""Where an indicator stands, and what the Renstra knows of it, as several checks read it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from pelaporan.konteks import Angka, KonteksLKjIP
from pelaporan.periksa.bahan import BahanPeriksa, FaktaIndikator
from pelaporan.periksa.dasar import Lokasi
from pelaporan.periksa.sebut import lokasi_tabel
from sakip.umum.hitung import Keadaan

STRATEGIS = ("tujuan", "sasaran")


class BarisIndikator(Protocol):
    """A row of a table that names its indicator."""

    @property
    def indikator(self) -> str:
        """The indicator as printed."""


def is_kosong(angka: Angka | None) -> bool:
    """Whether a figure is asked for and not filled; one that is not there at all is not."""
    return angka is not None and angka.keadaan is Keadaan.BELUM_DIISI


def lokasi_baris(
    konteks: KonteksLKjIP, tabel: str, baris: Sequence[BarisIndikator], nama: str, objek: str = ""
) -> Lokasi:
    """Return the row of an indicator in a table; its name where it has no row."""
    n = next((n for n, b in enumerate(baris, start=1) if b.indikator == nama), None)
    return lokasi_tabel(konteks, tabel, f"baris {n}" if n else nama, objek or nama)


def lokasi_capaian(konteks: KonteksLKjIP, kode: str) -> Lokasi:
    """Return the row of an indicator in Tabel 3.2."""
    n = next((n for n, b in enumerate(konteks.bab3.capaian, start=1) if b.kode == kode), None)
    return lokasi_tabel(konteks, "t_capaian", f"baris {n}" if n else kode, kode)


def nama_di_renstra(konteks: KonteksLKjIP) -> frozenset[str]:
    """Return the indicators that have a row in Tabel 2.2."""
    return frozenset(b.indikator for b in konteks.bab2.renstra if b.indikator)


def is_luar_renstra(bahan: BahanPeriksa, i: FaktaIndikator) -> bool:
    """Whether the Renstra does not know an indicator of a tujuan or sasaran: its node, or any target."""
    if i.tingkat not in STRATEGIS:
        return False
    if not i.is_node_renstra:
        return True
    ada = i.target_renstra is not None or i.target_akhir is not None
    return not ada and i.nama not in nama_di_renstra(bahan.konteks)


def target_renstra_tahun(i: FaktaIndikator) -> Angka | None:
    """Return what the Renstra asks of the year alone; None where it says nothing."""
    angka = i.target_renstra if i.renstra_setahun is None else i.renstra_setahun
    return angka if angka is not None and angka.is_terukur else None


def is_beda(a: Angka, b: Angka) -> bool:
    """Whether two targets differ: by their exact values, ranges by what is printed."""
    if a.nilai is None or b.nilai is None:
        return a.teks != b.teks
    return a.nilai != b.nilai
