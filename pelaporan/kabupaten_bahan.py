"""Plain rows of one year of many offices, under the names that the report's own measuring asks for."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from kinerja.models import AturanPengukuran, SkalaNilai
from organisasi.models import PerangkatDaerah


class BarisDefinisi(NamedTuple):
    """A definition of an indicator."""

    mulai_tahun: int
    frekuensi: str
    metode: str
    arah: str
    jenis: str
    skala: str
    penanggung_jawab_id: int | None


class BarisUkur(NamedTuple):
    """The header of a year's measurement."""

    pk: int
    cara: str


class BarisNilai(NamedTuple):
    """The value of one period."""

    nilai: Decimal | None
    nilai_atas: Decimal | None
    predikat_id: int | None
    berlaku: bool
    pembilang: Decimal | None
    penyebut: Decimal | None
    keterangan: str


class BarisTarget(NamedTuple):
    """A target."""

    indikator_id: int
    nilai: Decimal | None
    nilai_atas: Decimal | None
    predikat_id: int | None


class BarisUang(NamedTuple):
    """An amount of a budget node; ``periode`` is empty for a ceiling."""

    program_id: int
    kegiatan_id: int | None
    sub_kegiatan_id: int | None
    nilai: Decimal
    periode: str = ""


class BarisPK(NamedTuple):
    """A PK revision of the head."""

    pk: int


class BarisDPA(NamedTuple):
    """A version of the DPA."""

    pk: int
    tanggal: datetime.date | None
    nama: str = "DPA"


class BarisLalu(NamedTuple):
    """Target and value of a year before the system."""

    target: Decimal | None
    target_atas: Decimal | None
    target_predikat_id: int | None
    realisasi: Decimal | None
    realisasi_predikat_id: int | None
    sumber: str


@dataclass
class BarisIndikator:
    """An indicator with its definitions and the header of its measurement in the year."""

    pk: int
    kantor_id: int
    tujuan_id: int | None
    sasaran_id: int | None
    pendahulu_id: int | None
    is_iku: bool
    is_hidup: bool  # measured in the year
    unit_id: int | None  # the unit of its node
    ukur: BarisUkur | None
    definisi: list[BarisDefinisi] = field(default_factory=list)

    def definisi_pada(self, tahun: int) -> BarisDefinisi | None:
        """Return the definition in force in a year."""
        return max(
            (d for d in self.definisi if d.mulai_tahun <= tahun), key=lambda d: d.mulai_tahun, default=None
        )


@dataclass
class BahanKabupaten:
    """Rows of one year, by office."""

    tahun: int
    kantor: list[PerangkatDaerah]
    unit: dict[int, list[int]]  # office -> units in order
    pimpinan: dict[int, int]  # office -> the unit at the top
    indikator: dict[int, list[BarisIndikator]]
    terisi: frozenset[tuple[int, str]]  # (header of measurement, period) with an answer
    nilai: dict[int, dict[str, BarisNilai]]  # of strategic indicators, by header of measurement
    pk: dict[int, BarisPK]
    target_pk: dict[int, list[BarisTarget]]
    target_rkt: dict[int, BarisTarget]
    target_renstra: dict[int, BarisTarget]
    tahun_lalu: dict[int, BarisLalu]
    dpa: dict[int, list[BarisDPA]]  # office -> versions that are set, in order
    pagu: dict[int, list[BarisUang]]
    belanja: dict[int, list[BarisUang]]
    unit_node: dict[tuple[int | None, int | None, int | None], int | None]
    tahap: dict[tuple[int, int], str]
    laporan: dict[int, str]
    aturan: dict[int, AturanPengukuran]
    predikat: dict[int, SkalaNilai]


def dpa_akhir_tahun(versi: Iterable[BarisDPA], tahun: int) -> list[BarisDPA]:
    """Return the versions up to 31 December, as the report takes them."""
    akhir = datetime.date(tahun, 12, 31)
    return [d for d in versi if d.tanggal is None or d.tanggal <= akhir]
