"""What the page of an upload says: its state in words, how far it is, whether it stands still."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal

from django.utils import timezone

from organisasi.models import Unggahan
from organisasi.pilihan import STATUS_BEKERJA, StatusUnggahan
from organisasi.unggahan import denyut
from sakip.umum.angka import format_angka

BATAS_DIAM = datetime.timedelta(minutes=3)  # without a sign of life a run counts as dead
BATAS_ANTRE = datetime.timedelta(minutes=10)

TANDA = {
    StatusUnggahan.ANTRE: "proses",
    StatusUnggahan.MEMERIKSA: "proses",
    StatusUnggahan.SIAP: "awas",
    StatusUnggahan.DITOLAK: "galat",
    StatusUnggahan.MENERAPKAN: "proses",
    StatusUnggahan.SELESAI: "baik",
    StatusUnggahan.GAGAL: "galat",
    StatusUnggahan.DIBATALKAN: "lewat",
}
TERHENTI = "Terhenti"


@dataclass(frozen=True)
class Keadaan:
    """The state of an upload as a page shows it."""

    status: str
    label: str
    tanda: str
    kalimat: str
    is_bekerja: bool
    is_terhenti: bool
    nilai: int  # rows done of ``total``; 0 of 0 where the total is not known
    total: int


def is_terhenti(unggahan: Unggahan, kini: datetime.datetime | None = None) -> bool:
    """Whether work was begun and gives no sign of life: its process died, or none came."""
    if unggahan.status not in STATUS_BEKERJA:
        return False
    batas = BATAS_ANTRE if unggahan.status == StatusUnggahan.ANTRE else BATAS_DIAM
    terakhir = unggahan.diubah_pada
    if (terap := _denyut(unggahan)) is not None:
        terakhir = max(terakhir, terap[1])
    return (kini or timezone.now()) - terakhir > batas


def _denyut(unggahan: Unggahan) -> tuple[int, datetime.datetime] | None:
    if unggahan.status != StatusUnggahan.MENERAPKAN:
        return None
    return denyut.baca(unggahan.pk, unggahan.giliran)


def build_keadaan(unggahan: Unggahan) -> Keadaan:
    """Return the state in words."""
    status = StatusUnggahan(unggahan.status)
    terhenti = is_terhenti(unggahan)
    nilai = unggahan.diperiksa
    if status == StatusUnggahan.MENERAPKAN:
        nilai = (_denyut(unggahan) or (unggahan.diterapkan,))[0]
    return Keadaan(
        status=status.value,
        label=TERHENTI if terhenti else str(status.label),
        tanda="galat" if terhenti else TANDA[status],
        kalimat=_kalimat_terhenti(status) if terhenti else _kalimat(unggahan, status, nilai),
        is_bekerja=status.value in STATUS_BEKERJA and not terhenti,
        is_terhenti=terhenti,
        nilai=min(nilai, unggahan.total),
        total=unggahan.total,
    )


def _kalimat_terhenti(status: StatusUnggahan) -> str:
    if status == StatusUnggahan.MENERAPKAN:
        return "Penerapan terhenti dan tidak ada data yang berubah. Periksa lagi, lalu terapkan."
    return "Pemeriksaan terhenti sebelum selesai dan tidak ada data yang berubah. Periksa lagi."


def _kalimat(u: Unggahan, status: StatusUnggahan, nilai: int) -> str:
    if status == StatusUnggahan.ANTRE:
        return "Menunggu giliran diperiksa."
    if status == StatusUnggahan.MEMERIKSA:
        return f"{_n(u.dibaca)} baris dibaca, {_n(nilai)}{_dari(u)} diperiksa."
    if status == StatusUnggahan.MENERAPKAN:
        return f"{_n(nilai)}{_dari(u)} baris diterapkan. Tidak dapat dibatalkan lagi."
    if status == StatusUnggahan.SIAP:
        return "Sudah diperiksa. Belum ada data yang berubah sebelum diterapkan."
    if status == StatusUnggahan.SELESAI:
        baris = f" {_n(u.diterapkan)} baris diterapkan." if u.diterapkan else ""
        return f"Semua perubahan sudah tersimpan.{baris}"
    if status == StatusUnggahan.DIBATALKAN:
        return "Dibatalkan sebelum diterapkan. Tidak ada data yang berubah."
    return u.pesan or "Ada yang harus diperbaiki. Tidak ada data yang berubah."


def _dari(u: Unggahan) -> str:
    return f" dari {_n(u.total)}" if u.total else ""


def _n(n: int) -> str:
    return format_angka(Decimal(n))
