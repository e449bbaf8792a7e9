"""Writes what a preview of one office showed: nodes of the year, the DPA as a draft, spending by quarter."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.db import IntegrityError
from django.utils import timezone

from anggaran import alur, bahan
from anggaran.alur import DPAGagal, IsianKonsep
from anggaran.beda import Kunci
from anggaran.models import DPA, RealisasiAnggaran
from anggaran.pilihan import TingkatAnggaran
from anggaran.sipd.bahan import BahanKantor, Titik
from anggaran.sipd.bentuk import BUAT, REVISI, SAMA, BarisRealisasi, Masukan, RencanaPagu
from anggaran.sipd.pilihan import Pilihan
from anggaran.sipd.rencana import rencanakan
from anggaran.sipd.tampil import inti, pratinjau
from organisasi.jejak import catat
from organisasi.models import Pengguna
from renstra.program_tahun import tambah_kode
from sakip.umum.angka import format_rupiah
from sakip.umum.riwayat import buat_banyak, ubah_banyak

SUMBER = "SIPD"


class SipdGagal(ValueError):
    """An office that cannot be loaded any more; the text is for the person."""


def terapkan_kantor(
    b: BahanKantor,
    masukan: Masukan,
    pilihan: Pilihan,
    dilihat: Mapping[str, Any],
    oleh: Pengguna,
    berkas: str,
) -> dict[str, Any]:
    """Load one office in the caller's transaction and return what was written.

    Raises SipdGagal where the office is no longer as the preview (``dilihat``) showed it, PermissionDenied
    for who may not load its budget.
    """
    rencana = rencanakan(b, masukan, pilihan)
    kini, dahulu = inti(pratinjau(b, masukan, rencana)), inti(dict(dilihat))
    if kini != dahulu:
        raise SipdGagal(f"{b.kantor.nama}: datanya berubah sejak pratinjau. Periksa lagi berkasnya.")
    alur.wajib_impor(oleh, b.kantor)
    hasil: dict[str, Any] = {"nama": b.kantor.nama}
    try:
        if rencana.titik_baru:
            hasil["node"] = tambah_kode(b.kantor, b.tahun, rencana.titik_baru, oleh=oleh).sebut()
        tempat = _Tempat(b)
        if rencana.pagu is not None and rencana.pagu.tindakan != SAMA:
            dpa = _muat_pagu(b, rencana.pagu, pilihan, tempat, oleh)
            hasil["dpa"] = [dpa.pk, dpa.nama]
            hasil["pagu"] = _jejak(b, dpa, "Pagu SIPD dimuat", rencana.pagu.isi.values(), berkas, oleh)
        if rencana.berubah:
            _muat_realisasi(rencana.berubah, b, tempat, oleh)
            nilai = [r.baru for r in rencana.berubah]
            hasil["realisasi"] = _jejak(b, b.kantor, "Realisasi SIPD dimuat", nilai, berkas, oleh)
    except (DPAGagal, IntegrityError) as galat:
        raise SipdGagal(f"{b.kantor.nama}: {galat}") from galat
    return hasil


class _Tempat:
    """The key of each node, those included that were just made."""

    def __init__(self, b: BahanKantor) -> None:
        self.pohon = bahan.muat_pohon(b.kantor, b.tahun)
        self._kunci = {(s.tingkat, s.kode): s.kunci for s in self.pohon.simpul}

    def kunci(self, titik: Titik) -> Kunci:
        return titik.kunci or self._kunci[titik.tingkat, titik.kode]


def _jejak(b: BahanKantor, objek: Any, tindakan: str, nilai: Any, berkas: str, oleh: Pengguna) -> str:
    semua = list(nilai)
    uraian = f"{len(semua)} baris, {format_rupiah(sum(semua, Decimal(0)))}"
    catat(
        tindakan, objek, oleh=oleh, kantor=b.kantor, peran=oleh.pelaku.sebut_peran(b.kantor.pk)[:40],
        uraian=f"Tahun {b.tahun}, {uraian}, dari berkas {berkas}",
    )  # fmt: skip
    return uraian


def _muat_pagu(b: BahanKantor, r: RencanaPagu, pilihan: Pilihan, tempat: _Tempat, oleh: Pengguna) -> DPA:
    if r.tindakan == BUAT:
        dpa = alur.buat_dpa(b.kantor, b.tahun, oleh, impor=True)
    elif r.tindakan == REVISI:
        assert r.dpa is not None
        dpa = alur.revisi_dpa(
            r.dpa, jenis=pilihan.jenis, nomor=pilihan.nomor, tanggal=pilihan.hari, alasan=pilihan.alasan,
            oleh=oleh, impor=True,
        )  # fmt: skip
    else:
        assert r.dpa is not None
        dpa = r.dpa
    isi: dict[Kunci, Decimal | None] = dict.fromkeys(bahan.muat_pagu([dpa])[dpa.pk])
    isi |= {tempat.kunci(t): nilai for t, nilai in r.isi.items()}
    isian = IsianKonsep(
        nomor=pilihan.nomor or dpa.nomor,
        tanggal=pilihan.hari or dpa.tanggal,
        alasan=pilihan.alasan if dpa.urutan and pilihan.alasan else dpa.alasan,
        pagu=isi,
    )
    alur.simpan_konsep(dpa, isian, oleh, impor=True)
    return dpa


def _muat_realisasi(
    semua: tuple[BarisRealisasi, ...], b: BahanKantor, tempat: _Tempat, oleh: Pengguna
) -> None:
    kini = timezone.now()
    baru, ubah = [], []
    for satu in semua:
        kunci = tempat.kunci(satu.titik)
        periode = f"tw{satu.triwulan}"
        baris = b.realisasi.get(kunci, {}).get(periode)
        if baris is None:
            baris = RealisasiAnggaran(
                program_id=tempat.pohon.program[kunci], periode=periode, tingkat=kunci[0], **_kolom(kunci)
            )
            baru.append(baris)
        else:
            ubah.append(baris)
        baris.nilai, baris.sumber, baris.unit_id = satu.baru, SUMBER, satu.unit_id
        baris.diisi_oleh, baris.diisi_pada = oleh, kini
    ubah_banyak(ubah, ["nilai", "sumber", "unit", "diisi_oleh", "diisi_pada"], oleh=oleh)
    buat_banyak(baru, oleh=oleh)


def _kolom(kunci: Kunci) -> dict[str, int]:
    if kunci[0] == TingkatAnggaran.KEGIATAN:
        return {"kegiatan_id": kunci[1]}
    return {"sub_kegiatan_id": kunci[1]} if kunci[0] == TingkatAnggaran.SUB_KEGIATAN else {}
