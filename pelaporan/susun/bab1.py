"""Bab I: organisation, profile, issues, legal bases."""

from __future__ import annotations

from collections import defaultdict

from organisasi.models import DasarHukum, FungsiUnit, PerangkatDaerah, ProfilOrganisasi, UnitKerja
from organisasi.pilihan import JenisUnit
from pelaporan.konteks import Angka, Bab1, BarisProfil, KelompokIsu, Unit
from pelaporan.models import LandasanHukum, Laporan
from pelaporan.susun.muat import Data
from pelaporan.susun.nilai import kosong
from renstra.models import IsuStrategis
from renstra.pilihan import AspekIsu, CakupanIsu
from sakip.umum.angka import format_angka


def build_bab1(data: Data) -> Bab1:
    """Return Bab I."""
    laporan = data.laporan
    landasan = [
        b.dasar_hukum
        for b in LandasanHukum.objects.filter(laporan=laporan)
        .select_related("dasar_hukum")
        .order_by("urutan")
    ]
    isu = list(
        IsuStrategis.objects.filter(perangkat_daerah=laporan.perangkat_daerah, tahun=laporan.tahun).order_by(
            "urutan"
        )
    )
    return Bab1(
        dasar_organisasi=_dasar_organisasi(landasan),
        organisasi=_organisasi(laporan.perangkat_daerah),
        profil=_profil(laporan),
        isu_renstra=_isu_renstra(isu),
        isu_tahun=tuple(i.uraian for i in isu if i.cakupan == CakupanIsu.TAHUN),
        landasan_hukum=tuple(d.sitasi for d in landasan),
        kunci_hukum=tuple((d.kunci, d.sebutan) for d in landasan),
    )


def _dasar_organisasi(landasan: list[DasarHukum]) -> str:
    """The regulation on structure is the one whose subject names it."""
    return next((d.sebutan for d in landasan if "susunan" in d.tentang.lower()), "")


def _organisasi(kantor: PerangkatDaerah) -> Unit | None:
    unit = list(UnitKerja.objects.filter(perangkat_daerah=kantor).order_by("urutan"))
    fungsi: dict[int, list[str]] = defaultdict(list)
    for f in FungsiUnit.objects.filter(unit__perangkat_daerah=kantor).order_by("urutan"):
        fungsi[f.unit_id].append(f.uraian)
    anak: dict[int | None, list[UnitKerja]] = defaultdict(list)
    for u in unit:
        anak[u.induk_id].append(u)

    def pohon(u: UnitKerja, nomor: str) -> Unit:
        bawah = anak[u.pk]
        return Unit(
            nama=u.nama,
            jenis=u.jenis,
            tugas=u.tugas,
            fungsi=tuple(fungsi[u.pk]),
            anak=tuple(pohon(b, f"{nomor}.{i}" if nomor else str(i)) for i, b in enumerate(bawah, start=1)),
            nomor=nomor,
        )

    akar = next((u for u in anak[None] if u.jenis == JenisUnit.PIMPINAN), None) or next(
        iter(anak[None]), None
    )
    return pohon(akar, "") if akar else None


def _profil(laporan: Laporan) -> tuple[BarisProfil, ...]:
    profil = (
        ProfilOrganisasi.objects.filter(perangkat_daerah=laporan.perangkat_daerah, tahun=laporan.tahun)
        .prefetch_related("rincian")
        .first()
    )
    if profil is None:
        return ()
    return tuple(
        BarisProfil(
            kelompok=r.get_kelompok_display(),
            uraian=r.uraian,
            jumlah=kosong() if r.jumlah is None else Angka(format_angka(r.jumlah), nilai=r.jumlah),
            satuan=r.satuan,
        )
        for r in profil.rincian.all()
    )


def _isu_renstra(isu: list[IsuStrategis]) -> tuple[KelompokIsu, ...]:
    hasil = []
    for aspek in AspekIsu:
        butir = tuple(i.uraian for i in isu if i.cakupan == CakupanIsu.RENSTRA and i.aspek == aspek)
        if butir:
            hasil.append(KelompokIsu(aspek.label, butir))
    return tuple(hasil)
