"""A draft of a Perjanjian Kinerja: what is typed on its page, saved all or nothing.

Split from ``kinerja.alur_pk``, which makes, sets, revises and deletes.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from anggaran.models import DPA
from kinerja.alur_rencana_aksi import buang_target_terbuka
from kinerja.bahan_pk import PKGagal, galat_pihak, usulan
from kinerja.bentrok import Ubahan, gabung, ubahan_sejak, versi
from kinerja.models import PerjanjianKinerja, TargetPK
from organisasi.models import Jabatan, PemangkuJabatan, Pengguna
from organisasi.pilihan import PERENCANA
from sakip.umum.riwayat import buat_banyak, ubah_banyak

BIDANG_NILAI = ("nilai", "nilai_atas", "predikat_id")
BIDANG_TARGET = (*BIDANG_NILAI, "urutan")
BIDANG_KEPALA = (
    "nomor", "tanggal", "alasan", "uraian_alasan", "dpa_id", "pihak_pertama_id", "pihak_kedua_id",
)  # fmt: skip
SUDAH_DITETAPKAN = "PK ini sudah ditetapkan dan tidak dapat diubah. Buat perubahan PK."


class PKBentrok(PKGagal):
    """Somebody changed the same cells meanwhile; ``target`` by indicator, ``kepala`` for the rest."""

    def __init__(self, target: Mapping[int, Ubahan], kepala: Ubahan | None) -> None:
        self.target, self.kepala = dict(target), kepala
        super().__init__(
            "Sebagian isian diubah orang lain sejak halaman ini dibuka. Periksa, lalu simpan lagi."
        )


@dataclass(frozen=True)
class BarisTarget:
    """A target as typed for a draft: an indicator that belongs into the PK, its order and value."""

    indikator_id: int
    urutan: int
    nilai: Decimal | None = None
    nilai_atas: Decimal | None = None
    predikat_id: int | None = None

    def isi(self) -> tuple[Any, ...]:
        """Return the value and the order as BIDANG_TARGET names them."""
        return (self.nilai, self.nilai_atas, self.predikat_id, self.urutan)


@dataclass(frozen=True)
class IsianPK:
    """A draft as typed; ``dibaca`` holds the history rows (PK, targets) that the page showed."""

    nomor: str
    tanggal: datetime.date
    dpa: DPA | None
    pihak_pertama: PemangkuJabatan
    pihak_kedua: PemangkuJabatan
    baris: tuple[BarisTarget, ...]
    alasan: str = ""
    uraian_alasan: str = ""
    dibaca: tuple[int, int] | None = None

    def kepala(self) -> tuple[Any, ...]:
        """Return what stands above the targets as BIDANG_KEPALA names it."""
        return (
            self.nomor, self.tanggal, self.alasan, self.uraian_alasan,
            self.dpa.pk if self.dpa else None, self.pihak_pertama.pk, self.pihak_kedua.pk,
        )  # fmt: skip


def versi_pk(pk: PerjanjianKinerja) -> tuple[int, int]:
    """Return the newest history rows of a revision and of its targets: what a page shows."""
    return versi(PerjanjianKinerja, id=pk.pk), versi(TargetPK, perjanjian_id=pk.pk)


def boleh_tulis_pk(pengguna: Pengguna, kantor_id: int | None) -> bool:
    """Whether a person writes the PK of an office: PERENCANA."""
    return pengguna.pelaku.is_peran(kantor_id, *PERENCANA)


def wajib_boleh(pengguna: Pengguna, jabatan: Jabatan) -> None:
    """Refuse a person who does not write the PK of a post."""
    if not boleh_tulis_pk(pengguna, jabatan.perangkat_daerah_id):
        raise PermissionDenied("perjanjian kinerja")


def periksa_tanggal(tanggal: datetime.date, tahun: int) -> None:
    """Refuse a date outside the year of the PK (the last quarter before it is allowed)."""
    if not datetime.date(tahun - 1, 10, 1) <= tanggal <= datetime.date(tahun, 12, 31):
        raise PKGagal(f"Tanggal PK {tahun} berada pada tahun {tahun}, misalnya 25 Januari {tahun}.")


# Simpan konsep -----------------------------------------------------------------------------------------


def simpan_konsep(pk: PerjanjianKinerja, isian: IsianPK, oleh: Pengguna) -> PerjanjianKinerja:
    """Save a draft: its head, targets, added and dropped indicators, all or nothing.

    Raises PKBentrok where somebody else changed the same cells after ``isian.dibaca``.
    """
    wajib_boleh(oleh, pk.jabatan)
    with transaction.atomic():
        pk = kunci_konsep(pk)
        isian = _gabungkan(pk, isian)
        periksa_tanggal(isian.tanggal, pk.tahun)
        _periksa_isian(pk, isian)
        lama = tuple(getattr(pk, b) for b in BIDANG_KEPALA)
        if lama != isian.kepala():
            for nama, nilai in zip(BIDANG_KEPALA, isian.kepala(), strict=True):
                setattr(pk, nama, nilai)
            pk.save()
        _simpan_target(pk, isian.baris, oleh)
    return pk


def kunci_konsep(pk: PerjanjianKinerja) -> PerjanjianKinerja:
    """Read a draft again inside the transaction, locked; refuse one that is gone or set."""
    kini = (
        PerjanjianKinerja.objects.select_for_update(of=("self",))
        .select_related("jabatan__perangkat_daerah__pemda")
        .filter(pk=pk.pk)
        .first()
    )
    if kini is None:
        raise PKGagal("Konsep PK ini sudah dihapus. Buka daftar PK.")
    if kini.is_ditetapkan:
        raise PKGagal(SUDAH_DITETAPKAN)
    return kini


def _gabungkan(pk: PerjanjianKinerja, isian: IsianPK) -> IsianPK:
    """Take over what others changed where the person typed nothing; refuse where both did."""
    if isian.dibaca is None:
        return isian
    kepala = ubahan_sejak(PerjanjianKinerja, isian.dibaca[0], ("id",), BIDANG_KEPALA, id=pk.pk).get((pk.pk,))
    ubahan = ubahan_sejak(TargetPK, isian.dibaca[1], ("indikator_id",), BIDANG_TARGET, perjanjian_id=pk.pk)
    ketikan = {b.indikator_id: b for b in isian.baris}
    bentrok: dict[int, Ubahan] = {}
    for (i,), u in ubahan.items():
        lama, baru = (_isi(i, sisi) for sisi in (u.lama, u.baru))
        hasil = gabung(ketikan.get(i), u, lama, baru)
        if hasil.bentrok:
            bentrok[i] = u
        elif hasil.nilai is None:
            ketikan.pop(i, None)
        else:
            ketikan[i] = hasil.nilai
    kepala_bentrok = None
    if kepala is not None and kepala.lama is not None and kepala.baru is not None:
        hasil_kepala = gabung(
            isian.kepala(), kepala, tuple(kepala.lama.values()), tuple(kepala.baru.values())
        )
        kepala_bentrok = hasil_kepala.bentrok
        if kepala_bentrok is None and hasil_kepala.nilai != isian.kepala():
            isian = _kepala_tersimpan(pk, isian)
    if bentrok or kepala_bentrok:
        raise PKBentrok(bentrok, kepala_bentrok)
    return replace(isian, baris=tuple(ketikan.values()))


def _kepala_tersimpan(pk: PerjanjianKinerja, isian: IsianPK) -> IsianPK:
    return replace(
        isian,
        nomor=pk.nomor,
        tanggal=pk.tanggal,
        alasan=pk.alasan,
        uraian_alasan=pk.uraian_alasan,
        dpa=pk.dpa,
        pihak_pertama=pk.pihak_pertama,
        pihak_kedua=pk.pihak_kedua,
    )


def _isi(indikator_id: int, sisi: dict[str, Any] | None) -> BarisTarget | None:
    return None if sisi is None else BarisTarget(indikator_id, **sisi)


def _periksa_isian(pk: PerjanjianKinerja, isian: IsianPK) -> None:
    kantor_id = pk.jabatan.perangkat_daerah_id
    boleh = {u.indikator.pk for u in usulan(pk.jabatan, pk.tahun, isian.dpa)}
    boleh |= set(TargetPK.objects.filter(perjanjian=pk).values_list("indikator_id", flat=True))
    if not {b.indikator_id for b in isian.baris} <= boleh:
        raise PKGagal("Salah satu indikator bukan milik jabatan ini. Muat ulang halaman.")
    if isian.dpa and (isian.dpa.perangkat_daerah_id, isian.dpa.tahun) != (kantor_id, pk.tahun):
        raise PKGagal("DPA ini milik perangkat daerah atau tahun lain. Pilih DPA tahun ini.")
    if (
        isian.pihak_pertama.jabatan_id != pk.jabatan_id
        or isian.pihak_kedua.jabatan_id != pk.jabatan.atasan_id
    ):
        raise PKGagal(
            "Pihak pertama memangku jabatan ini dan pihak kedua jabatan atasannya. Pilih dari daftar."
        )
    if galat := galat_pihak(isian.pihak_pertama, isian.pihak_kedua, isian.tanggal):
        raise PKGagal(" ".join(galat))
    if bool(pk.revisi) != bool(isian.alasan):
        raise PKGagal("Perubahan PK harus menyebut alasannya; PK murni tidak.")


def _simpan_target(pk: PerjanjianKinerja, baris: Sequence[BarisTarget], oleh: Pengguna) -> None:
    ada = {t.indikator_id: t for t in TargetPK.objects.filter(perjanjian=pk)}
    ketikan = {b.indikator_id: b for b in baris}
    keluar = [t for i, t in ada.items() if i not in ketikan]
    for t in keluar:
        t.delete()
    buang_target_terbuka(pk, [t.indikator_id for t in keluar])
    baru: list[TargetPK] = []
    ubah: list[TargetPK] = []
    for i, b in ketikan.items():
        lama = ada.get(i)
        if lama is not None and tuple(getattr(lama, n) for n in BIDANG_TARGET) == b.isi():
            continue
        t = lama or TargetPK(perjanjian=pk, indikator_id=i)
        for nama, nilai in zip(BIDANG_TARGET, b.isi(), strict=True):
            setattr(t, nama, nilai)
        (baru if lama is None else ubah).append(t)
    buat_banyak(baru, oleh=oleh)
    ubah_banyak(ubah, ("nilai", "nilai_atas", "predikat", "urutan"), oleh=oleh)
