"""Multiplies the indicators and programmes of an example office, for measurements only."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import models, transaction

from anggaran.models import PaguAnggaran, RealisasiAnggaran
from kinerja.models import (
    AnalisisCapaian,
    DefinisiIndikator,
    Indikator,
    NilaiTahunLalu,
    Pembanding,
    Pengukuran,
    Realisasi,
    TargetDPA,
    TargetPK,
    TargetRenstra,
    TargetRKT,
)
from pelaporan.models import Laporan
from renstra.models import Kegiatan, Nomenklatur, Program, SasaranProgram, SubKegiatan

MILIK_INDIKATOR = (
    DefinisiIndikator,
    TargetRenstra,
    TargetRKT,
    TargetDPA,
    TargetPK,
    NilaiTahunLalu,
    Pembanding,
    AnalisisCapaian,
)


def _salin(objek: models.Model, **ubah: Any) -> Any:
    baru = type(objek)(
        **{f.attname: getattr(objek, f.attname) for f in objek._meta.concrete_fields if not f.primary_key}
    )
    for nama, nilai in ubah.items():
        setattr(baru, nama, nilai)
    baru.save()
    return baru


@transaction.atomic
def gandakan(laporan: Laporan, kali: int) -> None:
    """Give the office ``kali`` times its indicators and programmes, with all rows that hang on them."""
    kantor = laporan.perangkat_daerah
    strategis = list(Indikator.objects.filter(perangkat_daerah=kantor).exclude(tujuan=None, sasaran=None))
    program = list(Program.objects.filter(perangkat_daerah=kantor, tahun=laporan.tahun))
    for ke in range(1, kali):
        for i in strategis:
            _salin_indikator(i, f"{i.kode}-{ke}", urut=1000 * ke)
        for p in program:
            _salin_program(p, ke)


def _salin_indikator(asal: Indikator, kode: str, urut: int, **ubah: Any) -> Indikator:
    baru: Indikator = _salin(asal, kode=kode, urutan=asal.urutan, pendahulu_id=None, **ubah)
    for model in MILIK_INDIKATOR:
        for baris in model._default_manager.filter(indikator=asal):
            tambah = {"urutan": baris.urutan + urut} if isinstance(baris, TargetPK) else {}
            _salin(baris, indikator_id=baru.pk, **tambah)
    for ukur in Pengukuran.objects.filter(indikator=asal):
        kepala = _salin(ukur, indikator_id=baru.pk)
        for r in Realisasi.objects.filter(pengukuran=ukur):
            _salin(r, pengukuran_id=kepala.pk)
    return baru


def _nomenklatur(asal: Nomenklatur, ke: int) -> Nomenklatur:
    kode = f"{asal.kode}-{ke:02d}"
    ada = Nomenklatur.objects.filter(dasar_hukum=asal.dasar_hukum, kode=kode).first()
    return ada or _salin(asal, kode=kode)


def _salin_program(asal: Program, ke: int) -> None:
    program = _salin(asal, nomenklatur_id=_nomenklatur(asal.nomenklatur, ke).pk)
    _salin_milik(Indikator.objects.filter(program=asal), ke, program_id=program.pk)
    for peta in SasaranProgram.objects.filter(program=asal):
        _salin(peta, program_id=program.pk)
    peta_kegiatan: dict[int, int] = {}
    peta_sub: dict[int, int] = {}
    for kegiatan in Kegiatan.objects.filter(program=asal).select_related("nomenklatur"):
        k = _salin(kegiatan, program_id=program.pk, nomenklatur_id=_nomenklatur(kegiatan.nomenklatur, ke).pk)
        peta_kegiatan[kegiatan.pk] = k.pk
        _salin_milik(Indikator.objects.filter(kegiatan=kegiatan), ke, kegiatan_id=k.pk)
        for sub in SubKegiatan.objects.filter(kegiatan=kegiatan).select_related("nomenklatur"):
            s = _salin(sub, kegiatan_id=k.pk, nomenklatur_id=_nomenklatur(sub.nomenklatur, ke).pk)
            peta_sub[sub.pk] = s.pk
            _salin_milik(Indikator.objects.filter(sub_kegiatan=sub), ke, sub_kegiatan_id=s.pk)
    for model in (PaguAnggaran, RealisasiAnggaran):
        for baris in model._default_manager.filter(program=asal):
            _salin(
                baris,
                program_id=program.pk,
                kegiatan_id=peta_kegiatan.get(baris.kegiatan_id or 0),
                sub_kegiatan_id=peta_sub.get(baris.sub_kegiatan_id or 0),
            )


def _salin_milik(daftar: Iterable[Indikator], ke: int, **ubah: Any) -> None:
    for i in daftar:
        _salin_indikator(i, f"{i.kode}-{ke}", 1000 * ke, **ubah)
