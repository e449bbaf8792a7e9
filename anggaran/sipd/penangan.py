"""The SIPD file as a kind of upload: who may, how it is read, what is applied (``organisasi.unggahan``)."""

from __future__ import annotations

import tempfile
import time
from contextlib import closing
from pathlib import Path
from typing import Any

from anggaran.alur import boleh_impor_dpa
from anggaran.sipd.baca import Bacaan, baca_berkas
from anggaran.sipd.bahan import Rujukan, alias_pemda, muat_bahan
from anggaran.sipd.bentuk import Masukan
from anggaran.sipd.hasil import susun_hasil
from anggaran.sipd.kolom import Tata
from anggaran.sipd.pilihan import Pilihan
from anggaran.sipd.simpanan import AKHIRAN, Penyalin, baca_simpanan
from anggaran.sipd.tampil import SIAP
from anggaran.sipd.terapkan import SipdGagal, terapkan_kantor
from organisasi.izin import Pelaku
from organisasi.models import PemerintahDaerah, PerangkatDaerah, Unggahan
from organisasi.pilihan import Peran
from organisasi.unggahan.berkas import ganti_berkas, hapus_berkas
from organisasi.unggahan.kemajuan import Kemajuan
from organisasi.unggahan.penangan import HasilPeriksa, TerapGagal
from sakip.umum.excel.baca import baca_baris
from sakip.umum.excel.batas import BATAS_SIPD

JENIS = "sipd"
JEDA = 0.1  # seconds between two offices: on SQLite who waits for the lock asks at most every 100 ms
BELUM_SIAP = "Masih ada yang harus dipilih atau diperbaiki. Buka ringkasannya."


class PenanganSipd:
    """Loads ceilings and spending of one office, or of all offices of a government."""

    jenis = JENIS
    label = "Berkas SIPD"
    batas = BATAS_SIPD
    akhiran: tuple[str, ...] = (".xlsx", ".xls", ".csv")
    templat = "anggaran/sipd/_pratinjau.html"

    def boleh(self, pelaku: Pelaku, unggahan: Unggahan) -> bool:
        """Whether a person loads this: planners for their office, the admin kabupaten for all."""
        if unggahan.perangkat_daerah_id is not None:
            return boleh_impor_dpa(pelaku, unggahan.perangkat_daerah_id)
        return pelaku.is_semua or Peran.ADMIN_KABUPATEN in pelaku.peran_di(None, unggahan.pemda_id)

    def periksa(self, unggahan: Unggahan, jalur: Path, kemajuan: Kemajuan) -> HasilPeriksa:
        """Read the file once and preview each office."""
        pilihan = Pilihan.dari(unggahan.pilihan)
        pemda, tahun = _pemda(unggahan), _tahun(unggahan)
        nama_asal = unggahan.nama
        bacaan, is_pribadi = _baca(unggahan, jalur, kemajuan, tahun, pilihan, alias_pemda(pemda))
        kemajuan.total(bacaan.baris)
        kemajuan.diperiksa(bacaan.baris)
        hasil = susun_hasil(
            bacaan, tahun, pilihan, pemda=pemda, kantor=unggahan.perangkat_daerah,
            lapor=lambda n: kemajuan.diperiksa(bacaan.baris),
        )  # fmt: skip
        hasil["nama_berkas"] = unggahan.hasil.get("nama_berkas") or nama_asal
        hasil["tanpa_pribadi"] = is_pribadi or bool(unggahan.hasil.get("tanpa_pribadi"))
        dapat_dipilih = bool(hasil["muat_opsi"] or hasil["tanya"]) and not hasil["jumlah_galat"]
        hasil["dapat_dipilih"] = dapat_dipilih
        is_ditolak = bool(hasil["halangan"])
        return HasilPeriksa(hasil, is_ditolak, pesan=" ".join(hasil["halangan"]))

    def terapkan(self, unggahan: Unggahan, jalur: Path, kemajuan: Kemajuan) -> dict[str, Any]:
        """Load every office that the preview called ready, each all or nothing.

        One office is one transaction that marks the upload as done too. Of many offices each has its own, so
        that nobody else waits for all of them: one that changed since the preview is named and left as it is.
        """
        dilihat = unggahan.hasil
        if not dilihat or dilihat.get("belum_siap"):
            raise TerapGagal(BELUM_SIAP)
        siap = [
            (k, isi) for k, isi in zip(dilihat["kantor"], dilihat["isi"], strict=True) if k["keadaan"] == SIAP
        ]
        kemajuan.total(len(siap))
        muat = _Muat(unggahan, kemajuan, [k["pk"] for k, _ in siap])
        if len(siap) == 1:
            muat.satu_berkas(*siap[0])
        else:
            for n, (tampil, isi) in enumerate(siap, start=1):
                muat.satu_dari_banyak(tampil, isi)
                kemajuan.diterapkan(n)
                time.sleep(JEDA)
        return {
            "selesai": muat.selesai,
            "gagal": muat.gagal,
            "nama_berkas": dilihat["nama_berkas"],
            "tahun": unggahan.tahun,
        }


class _Muat:
    """Loads the offices of one upload."""

    def __init__(self, unggahan: Unggahan, kemajuan: Kemajuan, kantor: list[int]) -> None:
        self._unggahan, self._kemajuan = unggahan, kemajuan
        self._tahun = _tahun(unggahan)
        self._pilihan = Pilihan.dari(unggahan.pilihan).untuk(Tata(unggahan.hasil["tata"]))
        self._rujukan = Rujukan(self._tahun)
        semua = PerangkatDaerah.objects.filter(pk__in=kantor).select_related("pemda")
        self._kantor = {k.pk: k for k in semua}
        self.selesai: list[dict[str, Any]] = []
        self.gagal: list[str] = []

    def satu_berkas(self, tampil: dict[str, Any], isi: dict[str, Any]) -> None:
        """Load the only office: where it fails the upload fails."""
        try:
            with self._kemajuan.transaksi():
                self._muat(tampil, isi)
        except SipdGagal as galat:
            raise TerapGagal(str(galat)) from galat

    def satu_dari_banyak(self, tampil: dict[str, Any], isi: dict[str, Any]) -> None:
        """Load one of many: where it fails it is named, and the others go on."""
        try:
            with self._kemajuan.bagian():
                self._muat(tampil, isi)
        except SipdGagal as galat:
            self.gagal.append(str(galat))

    def _muat(self, tampil: dict[str, Any], isi: dict[str, Any]) -> None:
        b = muat_bahan(self._kantor[tampil["pk"]], self._tahun, self._rujukan)
        berkas = self._unggahan.hasil["nama_berkas"]
        oleh = self._unggahan.oleh
        self.selesai.append(terapkan_kantor(b, Masukan.dari(isi), self._pilihan, tampil, oleh, berkas))


def _baca(
    unggahan: Unggahan,
    jalur: Path,
    kemajuan: Kemajuan,
    tahun: int,
    pilihan: Pilihan,
    alias: dict[str, str],
) -> tuple[Bacaan, bool]:
    """Read the file; where it holds personal data a copy without it takes its place.

    Where reading fails after such columns were seen the upload is deleted.
    """
    isian: dict[str, Any] = {"alias": alias, "tanggal": pilihan.tanggal_dari, "lapor": kemajuan.dibaca}
    if unggahan.nama.endswith(AKHIRAN):
        return baca_berkas(baca_simpanan(jalur), tahun, **isian), True
    with tempfile.TemporaryDirectory() as folder:
        salinan = Path(folder) / f"salinan{AKHIRAN}"
        with salinan.open("w", encoding="utf-8") as tujuan:
            penyalin = Penyalin(tujuan)
            try:
                with closing(baca_baris(jalur, unggahan.nama, BATAS_SIPD)) as baris:
                    hasil = baca_berkas(baris, tahun, salin=penyalin, **isian)
            except BaseException:
                if penyalin.is_pribadi:
                    hapus_berkas(unggahan)
                raise
        if penyalin.is_pribadi:
            ganti_berkas(unggahan, salinan, f"{Path(unggahan.nama).stem}{AKHIRAN}")
    return hasil, penyalin.is_pribadi


def _pemda(unggahan: Unggahan) -> PemerintahDaerah:
    kantor = unggahan.perangkat_daerah
    pemda = kantor.pemda if kantor is not None else unggahan.pemda
    assert pemda is not None
    return pemda


def _tahun(unggahan: Unggahan) -> int:
    assert unggahan.tahun is not None
    return unggahan.tahun
