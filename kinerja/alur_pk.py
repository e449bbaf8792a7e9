"""Perjanjian Kinerja through the year: buat, tetapkan, revisi, hapus konsep.

Every function checks the right itself, works in one transaction (all or nothing) and writes history; legal
acts leave a line in the log. What is ditetapkan is locked by a database trigger. ``simpan_konsep`` stands in
``kinerja.alur_konsep_pk``.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from kinerja.alur_konsep_pk import (
    BIDANG_NILAI,
    boleh_tulis_pk,
    kunci_konsep,
    periksa_tanggal,
    simpan_konsep,
    versi_pk,
    wajib_boleh,
)
from kinerja.alur_rencana_aksi import salin_rencana, selaraskan_terkunci
from kinerja.bahan_pk import (
    PKGagal,
    baris_periksa,
    dpa_pada,
    halangan,
    is_kepala,
    pemangku_pada,
    peringatan,
    usulan,
)
from kinerja.models import AlasanPeringatan, PerjanjianKinerja, RencanaAksi, TargetPK
from kinerja.models.nilai import Nilai
from kinerja.peringatan_pk import Peringatan
from kinerja.pilihan import AlasanPerubahanPK
from organisasi.jejak import catat
from organisasi.models import Jabatan, PemangkuJabatan, Pengguna
from sakip.umum.riwayat import buat_banyak
from sakip.umum.tanggal import format_tanggal

__all__ = [
    "PKGagal", "PeringatanTanpaAlasan", "boleh_tulis_pk", "buat_pk", "hapus_konsep", "pihak_pada",
    "revisi_pk", "simpan_konsep", "tetapkan_pk",
]  # fmt: skip


BERUBAH = "PK ini diubah sejak halaman dibuka. Periksa isinya di bawah, lalu tetapkan."


class PeringatanTanpaAlasan(PKGagal):
    """A PK with warnings whose reasons are not all there; ``kurang`` names them."""

    def __init__(self, kurang: Sequence[Peringatan]) -> None:
        self.kurang = tuple(kurang)
        super().__init__(f"{len(self.kurang)} peringatan belum diberi alasan. Tulis alasan masing-masing.")


def _catat(tindakan: str, pk: PerjanjianKinerja, oleh: Pengguna, uraian: str = "") -> None:
    kantor = pk.jabatan.perangkat_daerah
    assert kantor is not None
    peran = oleh.pelaku.sebut_peran(kantor.pk)[:40]
    catat(tindakan, pk, oleh=oleh, kantor=kantor, peran=peran, uraian=uraian)


# Buat -----------------------------------------------------------------------------------------------


def pihak_pada(jabatan: Jabatan, tanggal: datetime.date) -> tuple[PemangkuJabatan, PemangkuJabatan]:
    """Return who holds a post and who its superior's on a day; PKGagal says whom to record."""
    if jabatan.atasan is None:
        raise PKGagal(f"Atasan {jabatan.nama} belum dicatat. Pilih jabatan atasannya pada Rujukan, Jabatan.")
    hasil = []
    for satu in (jabatan, jabatan.atasan):
        pemangku = pemangku_pada(satu, tanggal)
        if pemangku is None:
            raise PKGagal(
                f"Belum ada yang memangku {satu.nama} pada {format_tanggal(tanggal)}. Catat pejabat "
                "definitif, Plt., atau Plh. pada Rujukan, Pemangku jabatan, atau ganti tanggalnya."
            )
        hasil.append(pemangku)
    return hasil[0], hasil[1]


def buat_pk(
    jabatan: Jabatan, tahun: int, oleh: Pengguna, *, tanggal: datetime.date, nomor: str = ""
) -> PerjanjianKinerja:
    """Make the PK murni of a post as a draft: parties, DPA, indicators with their targets, rencana aksi.

    Raises PKGagal where it exists, where nobody holds a post or where there is no indicator to promise.
    """
    wajib_boleh(oleh, jabatan)
    with transaction.atomic():
        periksa_tanggal(tanggal, tahun)
        pertama, kedua = pihak_pada(jabatan, tanggal)
        kantor = jabatan.perangkat_daerah
        assert kantor is not None
        dpa = dpa_pada(kantor, tahun, tanggal)
        dipakai = [u for u in usulan(jabatan, tahun, dpa) if u.is_diusulkan]
        if not dipakai:
            raise PKGagal(_tanpa_indikator(jabatan, tahun))
        pk = _simpan_baru(
            PerjanjianKinerja(
                jabatan=jabatan, tahun=tahun, revisi=0, nomor=nomor.strip(), tanggal=tanggal,
                pihak_pertama=pertama, pihak_kedua=kedua, dpa=dpa,
            )
        )  # fmt: skip
        buat_banyak(
            [
                TargetPK(perjanjian=pk, indikator=u.indikator, urutan=n, **kolom(u.target))
                for n, u in enumerate(dipakai, start=1)
            ],
            oleh=oleh,
        )
        RencanaAksi.objects.create(perjanjian=pk)
        _catat("Konsep PK dibuat", pk, oleh, f"{len(dipakai)} indikator")
    return pk


def _simpan_baru(pk: PerjanjianKinerja) -> PerjanjianKinerja:
    ganda = PerjanjianKinerja.objects.filter(jabatan=pk.jabatan_id, tahun=pk.tahun, revisi=pk.revisi)
    if ganda.exists():
        raise PKGagal(f"{pk} sudah ada. Buka yang sudah ada.")
    try:
        with transaction.atomic():
            pk.save()
    except IntegrityError as galat:
        raise PKGagal(
            f"{pk} tidak dapat disimpan. Mungkin sudah dibuat orang lain; buka daftarnya."
        ) from galat
    return pk


def _tanpa_indikator(jabatan: Jabatan, tahun: int) -> str:
    if is_kepala(jabatan):
        return (
            f"Belum ada indikator tujuan atau sasaran yang bertarget pada RKT atau Renstra tahun {tahun}. "
            "Isi targetnya pada Perencanaan."
        )
    if jabatan.unit is None:
        return f"{jabatan.nama} belum terikat pada unit kerja. Pilih unitnya pada Rujukan, Jabatan."
    return (
        f"Belum ada indikator program, kegiatan, atau sub kegiatan tahun {tahun} yang menjadi tanggung jawab "
        f"{jabatan.unit.nama}. Tentukan penanggung jawabnya pada Perencanaan."
    )


def kolom(t: Nilai | None) -> dict[str, Any]:
    """Return the columns of a value, to copy it."""
    return {} if t is None else {b: getattr(t, b) for b in BIDANG_NILAI}


# Tetapkan -----------------------------------------------------------------------------------------------


def tetapkan_pk(
    pk: PerjanjianKinerja,
    oleh: Pengguna,
    alasan_peringatan: Mapping[tuple[str, int | None], str],
    *,
    dibaca: tuple[int, int] | None = None,
) -> PerjanjianKinerja:
    """Set a draft: nothing of it changes any more. ``alasan_peringatan`` maps (kode, indicator) to a reason.

    ``dibaca`` holds the history rows that the page showed: a draft that changed since is not set unseen.
    Raises PKGagal where something is blank or wrong, PeringatanTanpaAlasan where a reason is missing.
    """
    wajib_boleh(oleh, pk.jabatan)
    with transaction.atomic():
        pk = kunci_konsep(pk)
        if dibaca is not None and dibaca != versi_pk(pk):
            raise PKGagal(BERUBAH)
        baris = baris_periksa(pk)
        if tolak := halangan(pk, baris):
            raise PKGagal(" ".join(tolak))
        semua = peringatan(pk, baris)
        alasan = {k: v.strip() for k, v in alasan_peringatan.items()}
        if kurang := [p for p in semua if not alasan.get(p.kunci)]:
            raise PeringatanTanpaAlasan(kurang)
        buat_banyak(
            [
                AlasanPeringatan(
                    perjanjian=pk, kode=p.kode, indikator_id=p.indikator_id, alasan=alasan[p.kunci], oleh=oleh
                )
                for p in semua
            ],
            oleh=oleh,
        )
        selaraskan_terkunci(pk, oleh)
        pk.ditetapkan_pada, pk.ditetapkan_oleh = timezone.now(), oleh
        pk.save()
        _catat("PK ditetapkan", pk, oleh, f"{len(semua)} peringatan beralasan" if semua else "")
    return pk


# Revisi and hapus ------------------------------------------------------------------------------------------


def revisi_pk(
    pk: PerjanjianKinerja, oleh: Pengguna, nomor: str, tanggal: datetime.date, alasan: str, uraian: str
) -> PerjanjianKinerja:
    """Copy the latest set revision into a new draft: targets, rencana aksi; parties and DPA of its date.

    ``alasan`` is one of the three of PermenPANRB 53/2014. Raises PKGagal from an older revision or while a
    draft exists.
    """
    wajib_boleh(oleh, pk.jabatan)
    if alasan not in AlasanPerubahanPK.values:
        raise PKGagal("Pilih salah satu dari tiga alasan perubahan PK.")
    if not uraian.strip():
        raise PKGagal("Tulis uraian alasan, misalnya: pagu program berubah dengan DPA Perubahan.")
    with transaction.atomic():
        _wajib_terakhir(pk)
        periksa_tanggal(tanggal, pk.tahun)
        if tanggal < pk.tanggal:
            raise PKGagal("Tanggal perubahan tidak boleh lebih awal daripada tanggal PK yang diubah.")
        pertama, kedua = pihak_pada(pk.jabatan, tanggal)
        kantor = pk.jabatan.perangkat_daerah
        assert kantor is not None
        baru = _simpan_baru(
            PerjanjianKinerja(
                jabatan=pk.jabatan, tahun=pk.tahun, revisi=pk.revisi + 1, nomor=nomor.strip(),
                tanggal=tanggal, alasan=alasan, uraian_alasan=uraian.strip(), pihak_pertama=pertama,
                pihak_kedua=kedua, dpa=dpa_pada(kantor, pk.tahun, tanggal) or pk.dpa,
            )
        )  # fmt: skip
        buat_banyak(
            [
                TargetPK(perjanjian=baru, indikator_id=t.indikator_id, urutan=t.urutan, **kolom(t))
                for t in pk.target.order_by("urutan")
            ],
            oleh=oleh,
        )
        salin_rencana(pk, baru, oleh)
        _catat("Konsep perubahan PK dibuat", baru, oleh, uraian.strip())
    return baru


def _wajib_terakhir(pk: PerjanjianKinerja) -> None:
    semua = PerjanjianKinerja.objects.filter(jabatan=pk.jabatan_id, tahun=pk.tahun)
    konsep = semua.filter(ditetapkan_pada=None).first()
    if konsep is not None:
        raise PKGagal(f"{konsep.nama} masih berupa konsep. Tetapkan atau hapus konsep itu dahulu.")
    terakhir = semua.ditetapkan().order_by("-revisi").first()
    if terakhir is None or terakhir.pk != pk.pk:
        raise PKGagal("Perubahan dibuat dari PK terakhir yang sudah ditetapkan. Buka PK terakhir.")


def hapus_konsep(pk: PerjanjianKinerja, oleh: Pengguna) -> None:
    """Delete a draft with its targets and rencana aksi; its history stays."""
    wajib_boleh(oleh, pk.jabatan)
    with transaction.atomic():
        pk = kunci_konsep(pk)
        _catat("Konsep PK dihapus", pk, oleh)
        pk.delete()
