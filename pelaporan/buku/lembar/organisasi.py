"""Sheets of the office: itself, its units and functions, its profile, the documents that it set."""

from __future__ import annotations

from typing import Any

from organisasi.models import (
    DokumenPenetapan,
    FungsiUnit,
    PerangkatDaerah,
    ProfilOrganisasi,
    RincianProfil,
    UnitKerja,
)
from organisasi.pilihan import JenisDokumen, JenisPerangkatDaerah, JenisUnit, KelompokProfil
from pelaporan.buku.bahan import Bahan
from pelaporan.buku.kolom import Jenis, Kolom, Nilai
from pelaporan.buku.lembar.dasar import LembarModel, pilihan
from pelaporan.buku.skema import Baris, BarisSalah, Lembar


class Organisasi(LembarModel):
    """One row: the office itself."""

    nama = "Organisasi"
    penjelasan = "Satu baris: perangkat daerah ini. Diubah oleh admin kabupaten."
    model = PerangkatDaerah

    def kolom(self, b: Bahan) -> tuple[Kolom, ...]:
        """Columns."""
        return (
            Kolom(
                "slug",
                "Kode pendek",
                wajib=True,
                is_kunci=True,
                contoh="mekar",
                maks=60,
                satuan="huruf kecil, dipakai dalam alamat halaman",
            ),
            Kolom("pemda", "Kode wilayah pemda", Jenis.RUJUK, wajib=True, rujuk="pemda", contoh="99.01"),
            Kolom("nama", "Nama", wajib=True, contoh="Kecamatan Mekar", lebar=30, maks=150),
            Kolom("singkatan", "Singkatan", contoh="Kec. Mekar", maks=50),
            Kolom("kode_skpd", "Kode SKPD", contoh="7.01.0.00.0.00.09.0000", lebar=24, maks=40),
            Kolom(
                "jenis",
                "Jenis",
                Jenis.PILIHAN,
                wajib=True,
                pilihan=pilihan(JenisPerangkatDaerah),
                contoh="Kecamatan",
            ),
            Kolom("alamat", "Alamat", contoh="Jalan Raya Nomor 1", lebar=36, maks=250),
            Kolom("tempat", "Tempat penandatanganan", wajib=True, contoh="Mekar", maks=100),
        )

    def semua(self, b: Bahan) -> list[Any]:
        """The office."""
        return [b.kantor] if b.kantor is not None else []

    def baru(self, b: Bahan, nilai: dict[str, Nilai]) -> Any:
        """A new office is made before all other sheets are read (``terap``)."""
        raise BarisSalah(
            {"slug": "Buku kerja ini milik perangkat daerah lain. Satu buku kerja, satu perangkat daerah."}
        )


class Unit(LembarModel):
    """Units of the office."""

    nama = "Unit kerja"
    kunci_terbuka = True
    penjelasan = "Susunan organisasi: pimpinan, sekretariat, sub bagian, seksi, dengan tugasnya."
    model = UnitKerja
    daftar = "unit"

    def kolom(self, b: Bahan) -> tuple[Kolom, ...]:
        """Columns."""
        return (
            Kolom(
                "nama", "Nama unit", wajib=True, is_kunci=True, contoh="Seksi Pelayanan", lebar=34, maks=150
            ),
            Kolom("jenis", "Jenis", Jenis.PILIHAN, wajib=True, pilihan=pilihan(JenisUnit), contoh="Seksi"),
            Kolom("induk", "Unit di atasnya", Jenis.RUJUK, rujuk="unit", contoh="Camat", lebar=28),
            Kolom("urutan", "Urutan", Jenis.BULAT, wajib=True, contoh="4"),
            Kolom("tugas", "Tugas", Jenis.PANJANG, contoh="Melaksanakan pelayanan …", lebar=60),
        )

    def semua(self, b: Bahan) -> list[Any]:
        """In the order of the structure."""
        return list(b.daftar["unit"].values())

    def baru(self, b: Bahan, nilai: dict[str, Nilai]) -> Any:
        """A unit of the office."""
        return UnitKerja(perangkat_daerah=b.kantor)


class Fungsi(LembarModel):
    """Functions of the units."""

    nama = "Fungsi unit"
    kunci_terbuka = True
    penjelasan = "Fungsi setiap unit, satu baris satu fungsi."
    model = FungsiUnit

    def kolom(self, b: Bahan) -> tuple[Kolom, ...]:
        """Columns."""
        return (
            Kolom(
                "unit",
                "Unit",
                Jenis.RUJUK,
                wajib=True,
                is_kunci=True,
                rujuk="unit",
                contoh="Seksi Pelayanan",
                lebar=30,
            ),
            Kolom("urutan", "Urutan", Jenis.BULAT, wajib=True, is_kunci=True, contoh="1"),
            Kolom("uraian", "Fungsi", Jenis.PANJANG, wajib=True, contoh="penyusunan rencana …", lebar=80),
        )

    def semua(self, b: Bahan) -> list[Any]:
        """By unit."""
        milik = FungsiUnit.objects.filter(unit__perangkat_daerah=b.kantor).select_related("unit")
        return list(milik.order_by("unit__urutan", "urutan")) if b.kantor else []

    def baru(self, b: Bahan, nilai: dict[str, Nilai]) -> Any:
        """A function."""
        return FungsiUnit()


class Profil(LembarModel):
    """The profile of the year."""

    nama = "Profil"
    kunci_terbuka = True
    penjelasan = "Pegawai menurut golongan, pendidikan, jenis kelamin, dan wilayah kerja; dicetak di Bab I."
    model = RincianProfil

    def kolom(self, b: Bahan) -> tuple[Kolom, ...]:
        """Columns."""
        return (
            Kolom(
                "kelompok",
                "Kelompok",
                Jenis.PILIHAN,
                wajib=True,
                is_kunci=True,
                pilihan=pilihan(KelompokProfil),
                contoh="Pegawai menurut golongan",
                lebar=30,
            ),
            Kolom("uraian", "Uraian", wajib=True, is_kunci=True, contoh="Golongan III", lebar=34, maks=100),
            Kolom("urutan", "Urutan", Jenis.BULAT, wajib=True, contoh="1"),
            Kolom("jumlah", "Jumlah", Jenis.DESIMAL, contoh="12", tempat=4),
            Kolom("satuan", "Satuan", wajib=True, contoh="orang", maks=30),
        )

    def semua(self, b: Bahan) -> list[Any]:
        """By group."""
        milik = RincianProfil.objects.filter(profil__perangkat_daerah=b.kantor, profil__tahun=b.tahun)
        return (
            list(milik.select_related("profil__perangkat_daerah").order_by("kelompok", "urutan"))
            if b.kantor
            else []
        )

    def baru(self, b: Bahan, nilai: dict[str, Nilai]) -> Any:
        """A figure of the year's profile."""
        return RincianProfil(profil=wajib_profil(b))


def profil_tahun(b: Bahan) -> ProfilOrganisasi | None:
    """Return the profile of the year."""
    if b.kantor is None:
        return None
    return ProfilOrganisasi.objects.filter(perangkat_daerah=b.kantor, tahun=b.tahun).first()


def wajib_profil(b: Bahan, sumber: str = "") -> ProfilOrganisasi:
    """Return the profile of the year, made where there is none."""
    profil = profil_tahun(b)
    if profil is None:
        profil = ProfilOrganisasi(perangkat_daerah=b.kantor, tahun=b.tahun, sumber=sumber or "Belum disebut")
        b.simpan(profil, {"sumber": "sumber_profil"})
    return profil


class Umum(Lembar):
    """Single facts of the year: the planned day of signing, the source of the profile."""

    nama = "Laporan"
    penjelasan = "Satu baris: rencana tanggal pengesahan LKjIP dan sumber data profil."

    def kolom(self, b: Bahan) -> tuple[Kolom, ...]:
        """Columns."""
        return (
            Kolom("tahun", "Tahun", Jenis.BULAT, wajib=True, is_kunci=True, contoh=str(b.tahun)),
            Kolom(
                "tanggal_rencana", "Rencana tanggal pengesahan", Jenis.TANGGAL, contoh="26/02/2025", lebar=22
            ),
            Kolom(
                "sumber_profil",
                "Sumber data profil",
                contoh="Subbagian Umum dan Kepegawaian",
                lebar=60,
                maks=200,
            ),
        )

    def muat(self, b: Bahan) -> list[Baris]:
        """Read the row; it is there once a report is."""
        profil = profil_tahun(b)
        nilai: dict[str, Nilai] = {
            "tahun": b.tahun,
            "tanggal_rencana": b.laporan.tanggal_rencana if b.laporan else None,
            "sumber_profil": profil.sumber if profil else "",
        }
        if b.kantor is None:
            return []
        return [
            Baris(nilai, objek=b.laporan, terkunci=b.tertutup or b.boleh_tulis(b.laporan or self._calon(b)))
        ]

    @staticmethod
    def _calon(b: Bahan) -> Any:
        from pelaporan.models import Laporan

        return Laporan(perangkat_daerah=b.kantor, tahun=b.tahun)

    def tulis(self, b: Bahan, baris: Baris | None, nilai: dict[str, Nilai], ubah: frozenset[str]) -> None:
        """Write both records."""
        if nilai["tahun"] != b.tahun:
            raise BarisSalah({"tahun": f"Buku kerja ini untuk tahun {b.tahun}."})
        laporan = b.wajib_laporan()
        if pesan := b.boleh_tulis(laporan):
            raise BarisSalah(pesan, "izin")
        laporan.tanggal_rencana = nilai["tanggal_rencana"]  # type: ignore[assignment]
        b.simpan(laporan, {"tanggal_rencana": "tanggal_rencana"})
        if "sumber_profil" in ubah and nilai["sumber_profil"]:
            profil = wajib_profil(b, str(nilai["sumber_profil"]))
            profil.sumber = str(nilai["sumber_profil"])
            b.simpan(profil, {"sumber": "sumber_profil"})


class Dokumen(LembarModel):
    """Documents by which the office or its head sets something."""

    nama = "Dokumen"
    kunci_terbuka = True
    penjelasan = "Dokumen penetapan: Renstra, Renja, SK IKU, SK Tim SAKIP, dengan nomor dan tanggalnya."
    model = DokumenPenetapan
    bidang = {"tahun_dokumen": "tahun"}

    def kolom(self, b: Bahan) -> tuple[Kolom, ...]:
        """Columns."""
        return (
            Kolom(
                "jenis",
                "Jenis",
                Jenis.PILIHAN,
                wajib=True,
                is_kunci=True,
                pilihan=pilihan(JenisDokumen),
                contoh="Renja",
            ),
            Kolom(
                "tahun_dokumen", "Tahun berlaku", Jenis.BULAT, wajib=True, is_kunci=True, contoh=str(b.tahun)
            ),
            Kolom(
                "nomor",
                "Nomor",
                wajib=True,
                is_kunci=True,
                contoh="Keputusan Camat Nomor 5 Tahun 2024",
                lebar=44,
                maks=80,
            ),
            Kolom("tanggal", "Tanggal", Jenis.TANGGAL, contoh="20/12/2023"),
            Kolom("penanda_tangan", "Penanda tangan", contoh="Camat Mekar", lebar=26, maks=150),
        )

    def semua(self, b: Bahan) -> list[Any]:
        """Documents of all years: a Renstra holds for several."""
        milik = DokumenPenetapan.objects.filter(perangkat_daerah=b.kantor)
        return list(milik.order_by("tahun", "jenis", "nomor")) if b.kantor else []

    def baru(self, b: Bahan, nilai: dict[str, Nilai]) -> Any:
        """A document of the office."""
        return DokumenPenetapan(perangkat_daerah=b.kantor)
