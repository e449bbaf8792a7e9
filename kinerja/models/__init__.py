"""Models of kinerja: indicators, targets, promises, measurements and the rules that grade them."""

from kinerja.models.alur import (
    Bukti,
    CatatanPemeriksaan,
    JendelaPengisian,
    PermintaanBuka,
    TahapPengukuran,
)
from kinerja.models.aturan import AturanPengukuran, KelasCapaian, SkalaCapaian, SkalaNilai
from kinerja.models.indikator import (
    DefinisiIndikator,
    Indikator,
    TargetDPA,
    TargetRenstra,
    TargetRKT,
)
from kinerja.models.pengukuran import AnalisisCapaian, NilaiTahunLalu, Pembanding, Pengukuran, Realisasi
from kinerja.models.perjanjian import (
    Aksi,
    AlasanPeringatan,
    PerjanjianKinerja,
    RencanaAksi,
    TargetPeriode,
    TargetPK,
)

__all__ = [
    "Aksi",
    "AlasanPeringatan",
    "AnalisisCapaian",
    "AturanPengukuran",
    "Bukti",
    "CatatanPemeriksaan",
    "DefinisiIndikator",
    "Indikator",
    "JendelaPengisian",
    "KelasCapaian",
    "NilaiTahunLalu",
    "Pembanding",
    "Pengukuran",
    "PerjanjianKinerja",
    "PermintaanBuka",
    "Realisasi",
    "RencanaAksi",
    "SkalaCapaian",
    "SkalaNilai",
    "TahapPengukuran",
    "TargetDPA",
    "TargetPK",
    "TargetPeriode",
    "TargetRKT",
    "TargetRenstra",
]
