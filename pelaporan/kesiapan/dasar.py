"""What a test of a criterion answers, and what several tests ask."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from pelaporan.konteks import Angka
from pelaporan.periksa.bahan import BahanPeriksa, FaktaIndikator
from pelaporan.periksa.jalankan import HasilPeriksa
from pelaporan.periksa.naskah import NAMA_BAGIAN
from sakip.umum.hitung import Keadaan

PALING_BANYAK = 5  # what is named one by one; the rest is counted


class KeadaanKriteria(StrEnum):
    """What the report says to a criterion."""

    TERPENUHI = "terpenuhi"
    BELUM = "belum"
    PERLU_JAWABAN = "perlu_jawaban"


@dataclass(frozen=True)
class HasilUji:
    """The answer of a test.

    ``uraian`` says what was found, in one or two sentences; ``kurang`` names what is missing. ``tautan`` is
    the evidence of a criterion that is met, else the field that repairs it: a key of ``pelaporan.tautan``,
    or "bagian:<key of a heading or table>", a place in the report.
    """

    keadaan: KeadaanKriteria
    uraian: str
    kurang: tuple[str, ...] = ()
    tautan: str = ""


@dataclass(frozen=True)
class Kurang:
    """One thing that is missing, and the way to it."""

    teks: str
    tautan: str


Penguji = Callable[[BahanPeriksa, HasilPeriksa], HasilUji]


def terpenuhi(uraian: str, tautan: str) -> HasilUji:
    """Return "met" with its evidence."""
    return HasilUji(KeadaanKriteria.TERPENUHI, uraian, tautan=tautan)


def tanya(uraian: str, tautan: str = "") -> HasilUji:
    """Return "a person must answer", with what the system can show for it."""
    return HasilUji(KeadaanKriteria.PERLU_JAWABAN, uraian, tautan=tautan)


def belum_terpenuhi(uraian: str, kurang: Sequence[Kurang]) -> HasilUji:
    """Return "not met" with what is missing; the link leads to the first of it."""
    return HasilUji(KeadaanKriteria.BELUM, uraian, sebut(k.teks for k in kurang), kurang[0].tautan)


def putuskan(kurang: Sequence[Kurang], *, belum: str, lengkap: str, bukti: str) -> HasilUji:
    """Return "met" where nothing is missing, else "not met" with what is."""
    return belum_terpenuhi(belum, kurang) if kurang else terpenuhi(lengkap, bukti)


def sebut(teks: Iterable[str]) -> tuple[str, ...]:
    """Return up to five texts, and how many more there are."""
    semua = tuple(dict.fromkeys(teks))
    lebih = len(semua) - PALING_BANYAK
    return semua if lebih <= 0 else (*semua[:PALING_BANYAK], f"dan {lebih} lainnya")


# What several tests ask ------------------------------------------------------------------------------


def tabel(bahan: BahanPeriksa, kunci: str) -> str:
    """Return the printed name of a table: "Tabel 3.2"."""
    return f"Tabel {bahan.konteks.kerangka.tabel_ke(kunci).nomor}"


def strategis(bahan: BahanPeriksa) -> tuple[FaktaIndikator, ...]:
    """Return the indicators of tujuan and sasaran that the office promised or that are its IKU."""
    return tuple(i for i in bahan.indikator if i.tingkat in ("tujuan", "sasaran") and (i.is_pk or i.is_iku))


def kode_indikator(bahan: BahanPeriksa, nama: str) -> str:
    """Return the short code of an indicator by its name, for rows that print only the name."""
    return next((i.kode for i in bahan.indikator if i.nama == nama), "")


def tautan_target(is_pk: bool, kode: str) -> str:
    """Return the way to a target: that of the PK, or of the Renstra where the PK does not promise it."""
    return f"target_pk:{kode}" if is_pk else f"target_renstra:{kode}"


def is_ada(angka: Angka | None) -> bool:
    """Whether a figure stands there, or a reason why there is none."""
    return angka is not None and angka.keadaan is not Keadaan.BELUM_DIISI


def tulisan(bahan: BahanPeriksa, *bagian: str) -> list[Kurang]:
    """Return the sections that nobody has written: empty, or an offered text that nobody has accepted."""
    hasil = []
    for kunci in bagian:
        nama = NAMA_BAGIAN[kunci]
        if not bahan.konteks.narasi_bagian(kunci).blok:
            hasil.append(Kurang(f"{nama}: belum ditulis", f"narasi:{kunci}"))
        elif kunci in bahan.tawaran:
            hasil.append(Kurang(f"{nama}: masih tawaran yang belum diterima", f"narasi:{kunci}"))
    return hasil


def penjelasan(bahan: BahanPeriksa, kunci: str) -> list[Kurang]:
    """Return what is missing from the explanation under a table: a table alone counts in part only."""
    return [
        Kurang(f"{k.teks}; tabel tanpa penjelasan hanya diakui sebagian", k.tautan)
        for k in tulisan(bahan, f"tabel.{kunci}")
    ]


TANPA_INDIKATOR = Kurang("Perjanjian Kinerja dan IKU belum memuat indikator", "pk")
