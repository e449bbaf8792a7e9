"""A capaian far above the target: a target set too low, or a wrong value."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.ukuran import Ukuran, iter_ukuran, sebab_tak_wajar, temuan_capaian

BATAS = Decimal(120)


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find capaian above 120%, one finding a table; a value that is not plausible at all has its own.

    One grade above the target is already more than 120% of its rank: grades are not asked about.
    """
    yield from temuan_capaian(
        bahan,
        [u for u in iter_ukuran(bahan) if _is_tinggi(u)],
        kode=PEMERIKSAAN.kode,
        batas="di atas 120%",
        cara="Periksa target dan realisasinya; bila benar, tulis mengapa target terlampaui sejauh itu.",
    )


def _is_tinggi(u: Ukuran) -> bool:
    c = u.capaian.nilai
    return c is not None and c > BATAS and not u.is_predikat and not sebab_tak_wajar(u)


PEMERIKSAAN = Pemeriksaan(
    kode="capaian_tinggi",
    nama="Capaian di atas 120%",
    tingkat=Tingkat.PERINGATAN,
    sumber="PermenPANRB 88/2021: kualitas target; domain 3.3",
    periksa=periksa,
)
