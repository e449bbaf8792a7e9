"""The workbook as a kind of upload: read, checked, shown, applied."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.utils import timezone

from organisasi.izin import Pelaku
from organisasi.models import Unggahan
from organisasi.pilihan import PENGISI, Peran
from organisasi.unggahan.kemajuan import Kemajuan
from organisasi.unggahan.penangan import HasilPeriksa, TerapGagal
from pelaporan.buku.kembali import buat_buku_kembali
from pelaporan.buku.pratinjau import pratinjau
from pelaporan.buku.terap import HasilBuku, periksa_buku, terapkan_buku
from sakip.umum.excel.baca import baca_rinci
from sakip.umum.excel.batas import BATAS_BUKU

SAMA = "Isi buku kerja sama dengan data yang tersimpan. Tidak ada yang perlu diterapkan."
BERUBAH = "Data berubah sejak pratinjau dibuat. Periksa lagi, lalu lihat apa yang berubah sebelum menerapkan."


class PenanganBuku:
    """Kind "buku_kerja"."""

    jenis = "buku_kerja"
    label = "Buku kerja"
    batas = BATAS_BUKU
    akhiran: tuple[str, ...] = (".xlsx",)
    templat = "pelaporan/buku/pratinjau.html"

    def boleh(self, pelaku: Pelaku, unggahan: Unggahan) -> bool:
        """Who fills anything at the office; a workbook of no office is for the admin kabupaten."""
        if unggahan.perangkat_daerah_id is None:
            return pelaku.is_semua or Peran.ADMIN_KABUPATEN.value in pelaku.peran
        return pelaku.is_peran(unggahan.perangkat_daerah_id, *PENGISI, Peran.ADMIN_KABUPATEN)

    def periksa(self, unggahan: Unggahan, jalur: Path, kemajuan: Kemajuan) -> HasilPeriksa:
        """Read and check; what is wrong comes back in the same workbook."""
        hasil = periksa_buku(baca_rinci(jalur, self.batas), unggahan.oleh, kantor=unggahan.perangkat_daerah)
        jumlah = sum(len(satu.baris) for satu in hasil.lembar)
        kemajuan.total(jumlah)
        kemajuan.dibaca(jumlah)
        kemajuan.diperiksa(jumlah)
        isi = pratinjau(hasil)
        if isi["is_sama"]:
            return HasilPeriksa(isi, True, pesan=SAMA)
        if not hasil.is_ditolak:
            return HasilPeriksa(isi)
        return HasilPeriksa(isi, True, buat_buku_kembali(hasil, timezone.now()), nama_kembali(unggahan.nama))

    def terapkan(self, unggahan: Unggahan, jalur: Path, kemajuan: Kemajuan) -> dict[str, Any]:
        """Write what the preview showed, and nothing else."""
        mentah = baca_rinci(jalur, self.batas)
        with kemajuan.transaksi():
            hasil = terapkan_buku(
                mentah, unggahan.oleh, kantor=unggahan.perangkat_daerah, alasan=f"Buku kerja {unggahan.nama}"
            )
            if hasil.is_ditolak or hasil.sidik() != unggahan.hasil.get("sidik"):
                raise TerapGagal(BERUBAH)
            kemajuan.diterapkan(_jumlah(hasil))
        return pratinjau(hasil)


def _jumlah(hasil: HasilBuku) -> int:
    angka = hasil.angka()
    return int(angka["baru"]) + int(angka["berubah"])


def nama_kembali(nama: str) -> str:
    """Return the name of the workbook that goes back: "buku-kerja (perbaiki).xlsx"."""
    return f"{nama.removesuffix('.xlsx')} (perbaiki).xlsx"
