"""Models of kinerja: indicators, targets, promises, measurements and the rules that grade them."""

from kinerja.models.aturan import AturanPengukuran, KelasCapaian, SkalaCapaian, SkalaNilai
from kinerja.models.indikator import (
    DefinisiIndikator,
    Indikator,
    TargetDPA,
    TargetRenstra,
    TargetRKT,
)
from kinerja.models.pengukuran import AnalisisCapaian, NilaiTahunLalu, Pembanding, Pengukuran, Realisasi
from kinerja.models.perjanjian import Aksi, PerjanjianKinerja, RencanaAksi, TargetPeriode, TargetPK

__all__ = [
    "Aksi",
    "AnalisisCapaian",
    "AturanPengukuran",
    "DefinisiIndikator",
    "Indikator",
    "KelasCapaian",
    "NilaiTahunLalu",
    "Pembanding",
    "Pengukuran",
    "PerjanjianKinerja",
    "Realisasi",
    "RencanaAksi",
    "SkalaCapaian",
    "SkalaNilai",
    "TargetDPA",
    "TargetPK",
    "TargetPeriode",
    "TargetRKT",
    "TargetRenstra",
]
