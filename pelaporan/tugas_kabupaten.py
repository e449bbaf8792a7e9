"""Items of the admin kabupaten: windows that are not set, requests that wait for an answer."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from django.urls import reverse
from django.utils import timezone

from kinerja.isian import TRIWULAN
from kinerja.models import JendelaPengisian, PermintaanBuka
from kinerja.pilihan import Keputusan
from organisasi.models import PemerintahDaerah
from pelaporan.tenggat import akhir_triwulan, awal_triwulan, tenggat_langkah
from pelaporan.tugas_bahan import BahanTugas
from pelaporan.tugas_butir import ButirTugas
from pelaporan.tugas_ukur import sebut_triwulan
from renstra.models import Program
from sakip.umum.tanggal import format_tanggal


def tugas_admin(bahan: BahanTugas) -> Iterator[ButirTugas]:
    """Yield what the admin kabupaten has to do for one office and year that has anything to measure."""
    if bahan.isian.unit_bertugas():
        for triwulan in _kurang(bahan.isian.jendela.keys(), bahan.tahun, bahan.hari):
            yield _jendela(
                f"kantor{bahan.kantor.pk}", bahan.kantor.nama, bahan.tahun, triwulan, bahan.hari,
                f"#kantor-{bahan.kantor.pk}",
            )  # fmt: skip
    for permintaan in bahan.menunggu():
        yield _permintaan(permintaan, bahan.hari)


def tugas_pemda(pemda: PemerintahDaerah, tahun: Sequence[int], hari: datetime.date) -> tuple[ButirTugas, ...]:
    """Return the same for all offices of a government: one item for each quarter without windows.

    Three queries for any number of offices and years. An office without programmes in a year is not
    measured in it.
    """
    ada: dict[tuple[int, int], set[int]] = defaultdict(set)
    for kantor_id, n_tahun, triwulan in JendelaPengisian.objects.filter(
        perangkat_daerah__pemda=pemda, tahun__in=tahun
    ).values_list("perangkat_daerah_id", "tahun", "triwulan"):
        ada[kantor_id, n_tahun].add(triwulan)
    kurang: dict[tuple[int, int], int] = defaultdict(int)
    berprogram = Program.objects.filter(perangkat_daerah__pemda=pemda, tahun__in=tahun)
    for kantor_id, n_tahun in set(berprogram.values_list("perangkat_daerah_id", "tahun")):
        for triwulan in _kurang(ada[kantor_id, n_tahun], n_tahun, hari):
            kurang[n_tahun, triwulan] += 1
    permintaan = (
        PermintaanBuka.objects.filter(
            unit__perangkat_daerah__pemda=pemda, tahun__in=tahun, keputusan=Keputusan.MENUNGGU
        )
        .select_related("unit__perangkat_daerah", "diminta_oleh")
        .order_by("id")
    )
    return (
        *(
            _jendela(f"pemda{pemda.pk}", f"{jumlah} perangkat daerah", n_tahun, triwulan, hari, "")
            for (n_tahun, triwulan), jumlah in sorted(kurang.items())
        ),
        *(_permintaan(p, hari) for p in permintaan),
    )


def _kurang(ada: Collection[int], tahun: int, hari: datetime.date) -> list[int]:
    """Return the quarters that have begun and have no window."""
    return [n for n in TRIWULAN if n not in ada and awal_triwulan(tahun, n) <= hari]


def _jendela(
    kunci: str, siapa: str, tahun: int, triwulan: int, hari: datetime.date, jangkar: str
) -> ButirTugas:
    return ButirTugas(
        kunci=f"jendela:{kunci}:{tahun}:{triwulan}",
        judul=f"Tetapkan jendela {sebut_triwulan(triwulan)} {tahun}: {siapa}",
        rincian="Hari dibuka dan ditutup belum ditetapkan, jadi unit belum dapat mengisi.",
        tenggat=akhir_triwulan(tahun, triwulan),
        alamat=reverse("kabupaten_jendela", args=[tahun]) + jangkar,
        tombol="Tetapkan",
        hari=hari,
        is_isian=False,
    )


def _permintaan(p: PermintaanBuka, hari: datetime.date) -> ButirTugas:
    pada = timezone.localtime(p.diminta_pada).date()
    return ButirTugas(
        kunci=f"permintaan:{p.pk}",
        judul=f"Putuskan permintaan: {p.unit.nama}, {p.unit.perangkat_daerah.nama}",
        rincian=(
            f"{p.diminta_oleh} minta {sebut_triwulan(p.triwulan)} {p.tahun} dibuka sampai "
            f"{format_tanggal(p.sampai)}: {p.alasan}"
        ),
        tenggat=min(tenggat_langkah(pada), p.sampai),
        alamat=reverse("kabupaten_jendela", args=[p.tahun]) + f"#permintaan-{p.pk}",
        tombol="Putuskan",
        hari=hari,
        is_isian=False,
    )
