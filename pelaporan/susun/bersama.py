"""Small helpers that several parts of the composition share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from kinerja.models import Indikator
from organisasi.models import DasarHukum, PemangkuJabatan
from pelaporan.konteks import PenandaTangan
from renstra.models import Sasaran, Tujuan

T = TypeVar("T")


def rentang(baris: Sequence[T], kunci: Callable[[T], object]) -> list[int]:
    """Return the row span of each row: the length of its run of equal keys on the first, 0 on the rest."""
    hasil = [0] * len(baris)
    awal = 0
    for i in range(1, len(baris) + 1):
        if i == len(baris) or kunci(baris[i]) != kunci(baris[awal]):
            if baris:
                hasil[awal] = i - awal
            awal = i
    return hasil


def nomori(spans: Sequence[int]) -> list[str]:
    """Return running numbers: one for each run, empty on covered rows."""
    hasil: list[str] = []
    n = 0
    for s in spans:
        n += 1 if s else 0
        hasil.append(str(n) if s else "")
    return hasil


def node_strategis(indikator: Indikator) -> Tujuan | Sasaran | None:
    """Return the tujuan or sasaran that the indicator measures."""
    return indikator.sasaran or indikator.tujuan


def kunci_node(indikator: Indikator) -> tuple[str, int]:
    """Return a key of the node that an indicator measures."""
    for nama in ("tujuan", "sasaran", "program", "kegiatan", "sub_kegiatan"):
        if (pk := getattr(indikator, f"{nama}_id")) is not None:
            return nama, pk
    raise AssertionError("indikator_tepat_satu_node")


def penanda_tangan(pemangku: PemangkuJabatan) -> PenandaTangan:
    """Return the printed block of a holder of a post."""
    pegawai = pemangku.pegawai
    return PenandaTangan(
        nama=pegawai.nama_lengkap,
        jabatan=pemangku.sebutan,
        pangkat=pegawai.pangkat.nama if pegawai.pangkat else "",
        nip=pegawai.nip_tercetak,
    )


def sitasi(dasar: DasarHukum | None) -> str:
    """Return the short citation of a regulation, or an empty text."""
    return dasar.sebutan if dasar else ""
