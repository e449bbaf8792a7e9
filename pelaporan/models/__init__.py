"""Models of pelaporan."""

from pelaporan.models.kesiapan import JawabanKriteria, KriteriaEvaluasi, PerangkatKriteria
from pelaporan.models.laporan import (
    BerkasTersimpan,
    HalamanLampiran,
    Lampiran,
    LandasanHukum,
    Laporan,
    Narasi,
    PenanggungBagian,
    PengingatTerkirim,
    Rekomendasi,
)
from pelaporan.models.periksa import PotretLaporan, TanggapanTemuan

__all__ = [
    "BerkasTersimpan",
    "HalamanLampiran",
    "JawabanKriteria",
    "KriteriaEvaluasi",
    "Lampiran",
    "LandasanHukum",
    "Laporan",
    "Narasi",
    "PenanggungBagian",
    "PengingatTerkirim",
    "PerangkatKriteria",
    "PotretLaporan",
    "Rekomendasi",
    "TanggapanTemuan",
]
