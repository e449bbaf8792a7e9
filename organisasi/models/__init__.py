"""Models of organisasi: who governs, who works where, which law stands behind it."""

from organisasi.models.dokumen import DasarHukum, DokumenPenetapan, Satuan
from organisasi.models.jejak import Jejak
from organisasi.models.orang import Jabatan, Pangkat, Pegawai, PemangkuJabatan, Pengguna, Penugasan
from organisasi.models.perangkat import (
    FungsiUnit,
    PemerintahDaerah,
    PerangkatDaerah,
    ProfilOrganisasi,
    RincianProfil,
    UnitKerja,
)
from organisasi.models.unggahan import Unggahan

__all__ = [
    "DasarHukum",
    "DokumenPenetapan",
    "FungsiUnit",
    "Jabatan",
    "Jejak",
    "Pangkat",
    "Pegawai",
    "PemangkuJabatan",
    "PemerintahDaerah",
    "Pengguna",
    "Penugasan",
    "PerangkatDaerah",
    "ProfilOrganisasi",
    "RincianProfil",
    "Satuan",
    "Unggahan",
    "UnitKerja",
]
