"""A capaian far below the target."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.ukuran import Ukuran, iter_ukuran, sebab_tak_wajar, temuan_capaian

BATAS = Decimal(50)


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find capaian below 50%, one finding a table; a value that is not plausible at all has its own."""
    yield from temuan_capaian(
        bahan,
        [u for u in iter_ukuran(bahan) if _is_rendah(u)],
        kode=PEMERIKSAAN.kode,
        batas="di bawah 50%",
        cara="Periksa target dan realisasinya; bila benar, tulis mengapa capaiannya serendah itu.",
    )


def _is_rendah(u: Ukuran) -> bool:
    return u.capaian.nilai is not None and u.capaian.nilai < BATAS and not sebab_tak_wajar(u)


PEMERIKSAAN = Pemeriksaan(
    kode="capaian_rendah",
    nama="Capaian di bawah 50%",
    tingkat=Tingkat.PERINGATAN,
    sumber="PermenPANRB 53/2014 lampiran II: sebab kegagalan; audit contoh T15",
    periksa=periksa,
)
