"""The cast of every test about people: two offices of one government and who works there.

Ani: staff of Subbag Program of office A, and penyusun. Budi: staff of office B. Citra: camat of A.
Dewi: sekretaris of A, verifikator. Eko: admin kabupaten. Farid: inspektorat. Gani: staff of Seksi
Pelayanan of A. ``admin``: superuser. ``asing``: an account without a task.
"""

from __future__ import annotations

import datetime
from typing import Any

from organisasi.models import Jabatan, Pengguna, Penugasan, UnitKerja
from organisasi.pilihan import Peran
from tests.pelaporan.kantor_uji import KantorUji, rapi, sekali_diperiksa

SANDI = "sandi-uji-2024"
MULAI = datetime.date(2020, 1, 1)
NAMA_UNIT = (
    ("pimpinan", "Camat"),
    ("sekretariat", "Sekretariat"),
    ("sub_bagian", "Subbag Program"),
    ("seksi", "Seksi Pelayanan"),
    ("seksi", "Seksi Pemerintahan"),
)


class KantorBerunit(KantorUji):
    """Kecamatan Uji with its units and the posts of sekretaris and kasi."""

    @sekali_diperiksa
    def __init__(self, slug: str = "alfa", **aturan: Any) -> None:
        super().__init__(slug, **aturan)
        self.unit: dict[str, UnitKerja] = {}
        for n, (jenis, nama) in enumerate(NAMA_UNIT, start=1):
            induk = self.unit["Camat"] if n > 1 else None
            self.unit[nama] = rapi(
                UnitKerja(perangkat_daerah=self.kantor, jenis=jenis, nama=nama, urutan=n, induk=induk)
            )
        self.jabatan_kasi = rapi(
            Jabatan(
                perangkat_daerah=self.kantor,
                tingkat="kasi",
                nama=f"Kepala Seksi Pelayanan {slug}",
                atasan=self.jabatan,
                unit=self.unit["Seksi Pelayanan"],
            )
        )
        self.kasi = self.pangku(self.jabatan_kasi, f"Gani {slug}")


class Pemeran:
    """The cast."""

    @sekali_diperiksa
    def __init__(self) -> None:
        self.a = KantorBerunit("alfa")
        self.b = KantorBerunit("beta")
        self.pemda = self.a.pemda
        self.ani = self.orang("ani", "Ani Rahmawati")
        self.tugas(self.ani, Peran.STAF, self.a, "Subbag Program")
        self.tugas(self.ani, Peran.PENYUSUN, self.a)
        self.budi = self.orang("budi", "Budi Santoso")
        self.tugas(self.budi, Peran.STAF, self.b, "Seksi Pelayanan")
        self.citra = self.orang("citra", "Citra Lestari")
        self.tugas(self.citra, Peran.CAMAT, self.a)
        self.dewi = self.orang("dewi", "Dewi Anggraini")
        self.tugas(self.dewi, Peran.VERIFIKATOR, self.a)
        self.eko = self.orang("eko", "Eko Prasetyo")
        self.tugas(self.eko, Peran.ADMIN_KABUPATEN)
        self.farid = self.orang("farid", "Farid Hidayat")
        self.tugas(self.farid, Peran.INSPEKTORAT)
        self.gani = self.orang("gani", "Gani Wijaya")
        self.tugas(self.gani, Peran.STAF, self.a, "Seksi Pelayanan")
        self.asing = self.orang("asing", "Asing Tanpa Tugas")
        self.admin = Pengguna.objects.create_superuser("admin", "", SANDI, first_name="Admin")

    def orang(self, nama: str, lengkap: str) -> Pengguna:
        """Make an account."""
        depan, _, belakang = lengkap.partition(" ")
        return Pengguna.objects.create_user(
            nama, f"{nama}@contoh.id", SANDI, first_name=depan, last_name=belakang, pemda=self.pemda
        )

    def tugas(
        self,
        pengguna: Pengguna,
        peran: Peran,
        kantor: KantorBerunit | None = None,
        unit: str = "",
        **isi: Any,
    ) -> Penugasan:
        """Give a task: at an office (and unit), or for the whole government."""
        pengguna.__dict__.pop("pelaku", None)
        return rapi(
            Penugasan(
                pengguna=pengguna,
                peran=peran,
                pemda=None if kantor else self.pemda,
                perangkat_daerah=kantor.kantor if kantor else None,
                unit=kantor.unit[unit] if kantor and unit else None,
                **{"mulai": MULAI, **isi},
            )
        )
