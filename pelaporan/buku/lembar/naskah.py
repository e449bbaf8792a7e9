"""Sheets of what the report tells beside figures: issues, legal bases, narrative, recommendations."""

from __future__ import annotations

from typing import Any

from pelaporan.buku.bahan import Bahan
from pelaporan.buku.kolom import Jenis, Kolom, Nilai
from pelaporan.buku.lembar.dasar import LembarModel, pilihan
from pelaporan.kerangka import BAGIAN_NARASI
from pelaporan.models import Lampiran, LandasanHukum, Narasi, Rekomendasi
from pelaporan.pilihan import JenisLampiran, StatusTindakLanjut, SumberRekomendasi
from renstra.models import IsuStrategis
from renstra.pilihan import AspekIsu, CakupanIsu


class Isu(LembarModel):
    """Strategic issues."""

    nama = "Isu strategis"
    kunci_terbuka = True
    penjelasan = "Isu strategis Renstra dan isu yang ditangani tahun ini; dicetak di Bab I."
    model = IsuStrategis

    def kolom(self, b: Bahan) -> tuple[Kolom, ...]:
        """Columns."""
        return (
            Kolom(
                "cakupan",
                "Cakupan",
                Jenis.PILIHAN,
                wajib=True,
                is_kunci=True,
                pilihan=pilihan(CakupanIsu),
                contoh="Isu strategis Renstra",
                lebar=28,
            ),
            Kolom("urutan", "Urutan", Jenis.BULAT, wajib=True, is_kunci=True, contoh="1"),
            Kolom(
                "aspek",
                "Aspek",
                Jenis.PILIHAN,
                wajib=True,
                pilihan=pilihan(AspekIsu),
                contoh="Lainnya",
                lebar=34,
            ),
            Kolom(
                "uraian",
                "Uraian",
                Jenis.PANJANG,
                wajib=True,
                contoh="Waktu pelayanan belum merata.",
                lebar=80,
            ),
        )

    def semua(self, b: Bahan) -> list[Any]:
        """Of the year."""
        return (
            list(
                IsuStrategis.objects.filter(perangkat_daerah=b.kantor, tahun=b.tahun).order_by(
                    "cakupan", "urutan"
                )
            )
            if b.kantor
            else []
        )

    def baru(self, b: Bahan, nilai: dict[str, Nilai]) -> Any:
        """An issue."""
        return IsuStrategis(perangkat_daerah=b.kantor, tahun=b.tahun)


class Landasan(LembarModel):
    """Legal bases of the report."""

    nama = "Landasan hukum"
    kunci_terbuka = True
    penjelasan = "Peraturan yang dicetak di bawah Landasan Hukum, menurut kunci dasar hukumnya."
    model = LandasanHukum

    def kolom(self, b: Bahan) -> tuple[Kolom, ...]:
        """Columns."""
        return (
            Kolom(
                "dasar_hukum",
                "Kunci dasar hukum",
                Jenis.RUJUK,
                wajib=True,
                is_kunci=True,
                rujuk="hukum",
                contoh="perpres-29-2014",
                lebar=34,
            ),
            Kolom("urutan", "Urutan", Jenis.BULAT, wajib=True, contoh="1"),
        )

    def semua(self, b: Bahan) -> list[Any]:
        """In their order."""
        return (
            list(b.laporan.landasan.select_related("dasar_hukum", "laporan").order_by("urutan"))
            if b.laporan
            else []
        )

    def baru(self, b: Bahan, nilai: dict[str, Nilai]) -> Any:
        """A legal basis."""
        return LandasanHukum(laporan=b.wajib_laporan())


class NarasiLembar(LembarModel):
    """What people wrote, section by section."""

    nama = "Narasi"
    penjelasan = (
        "Tulisan setiap bagian. Baris kosong memisahkan paragraf, - memulai butir, **tebal**, "
        "[[kunci]] memasukkan angka."
    )
    model = Narasi

    def kolom(self, b: Bahan) -> tuple[Kolom, ...]:
        """Columns."""
        return (
            Kolom(
                "bagian",
                "Bagian",
                Jenis.PILIHAN,
                wajib=True,
                is_kunci=True,
                pilihan=tuple(BAGIAN_NARASI),
                contoh="Kata pengantar",
                lebar=36,
            ),
            Kolom("isi", "Isi", Jenis.PANJANG, contoh="Laporan Kinerja [[perangkat_daerah]] …", lebar=100),
        )

    def semua(self, b: Bahan) -> list[Any]:
        """In the order of the report."""
        if b.laporan is None:
            return []
        urut = [k for k, _ in BAGIAN_NARASI]
        milik = b.laporan.narasi.filter(bagian__in=urut).select_related("laporan")
        return sorted(milik, key=lambda n: urut.index(n.bagian))

    def baru(self, b: Bahan, nilai: dict[str, Nilai]) -> Any:
        """A section."""
        return Narasi(laporan=b.wajib_laporan())


class RekomendasiLembar(LembarModel):
    """Recommendations and what was done."""

    nama = "Rekomendasi"
    kunci_terbuka = True
    penjelasan = "Rekomendasi LHE atau LHR dan tindak lanjutnya; dicetak di Bab III D."
    model = Rekomendasi

    def kolom(self, b: Bahan) -> tuple[Kolom, ...]:
        """Columns."""
        return (
            Kolom("urutan", "Urutan", Jenis.BULAT, wajib=True, is_kunci=True, contoh="1"),
            Kolom(
                "sumber",
                "Sumber",
                Jenis.PILIHAN,
                wajib=True,
                pilihan=pilihan(SumberRekomendasi),
                contoh="LHE AKIP",
            ),
            Kolom("tahun", "Tahun evaluasi", Jenis.BULAT, wajib=True, contoh=str(b.tahun - 1)),
            Kolom("isi", "Rekomendasi", Jenis.PANJANG, wajib=True, contoh="Menyusun rencana aksi", lebar=50),
            Kolom("tindak_lanjut", "Tindak lanjut", Jenis.PANJANG, contoh="Rencana aksi disusun", lebar=50),
            Kolom("bukti", "Bukti", contoh="Rencana aksi 2024", lebar=30, maks=250),
            Kolom(
                "status",
                "Status",
                Jenis.PILIHAN,
                wajib=True,
                pilihan=pilihan(StatusTindakLanjut),
                contoh="Selesai",
            ),
        )

    def semua(self, b: Bahan) -> list[Any]:
        """In their order."""
        return (
            list(
                Rekomendasi.objects.filter(perangkat_daerah=b.kantor, tahun_laporan=b.tahun).order_by(
                    "urutan"
                )
            )
            if b.kantor
            else []
        )

    def baru(self, b: Bahan, nilai: dict[str, Nilai]) -> Any:
        """A recommendation."""
        return Rekomendasi(perangkat_daerah=b.kantor, tahun_laporan=b.tahun)


class LampiranLembar(LembarModel):
    """Appendices: those recorded as "tidak ada"; a scan is uploaded on the page of the report."""

    nama = "Lampiran"
    kunci_terbuka = True
    penjelasan = "Lampiran yang tidak ada beserta alasannya. Pindaian diunggah pada halaman laporan."
    model = Lampiran

    def kolom(self, b: Bahan) -> tuple[Kolom, ...]:
        """Columns."""
        return (
            Kolom("judul", "Judul", wajib=True, is_kunci=True, contoh="SK Tim SAKIP", lebar=34, maks=150),
            Kolom("urutan", "Urutan", Jenis.BULAT, wajib=True, contoh="1"),
            Kolom(
                "alasan",
                "Alasan tidak ada",
                Jenis.PANJANG,
                wajib=True,
                contoh="Pindaian belum diunggah",
                lebar=60,
            ),
        )

    def semua(self, b: Bahan) -> list[Any]:
        """Those without a file."""
        if b.laporan is None:
            return []
        return list(
            b.laporan.lampiran.filter(jenis=JenisLampiran.TIDAK_ADA)
            .select_related("laporan")
            .order_by("urutan")
        )

    def baru(self, b: Bahan, nilai: dict[str, Nilai]) -> Any:
        """A recorded "there is none"."""
        return Lampiran(laporan=b.wajib_laporan(), jenis=JenisLampiran.TIDAK_ADA)
