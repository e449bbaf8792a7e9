"""Windows of filling for all offices of a government: the default rule, and setting many in one act."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.models import JendelaPengisian
from kinerja.pilihan import NAMA_TRIWULAN
from organisasi.jejak import catat
from organisasi.models import PemerintahDaerah, Pengguna, PerangkatDaerah
from organisasi.pilihan import Peran
from pelaporan.kabupaten import pemda_kelola
from pelaporan.tenggat import akhir_triwulan
from sakip.umum.riwayat import buat_banyak, ubah_banyak
from sakip.umum.tanggal import format_tanggal


class JendelaGagal(ValueError):
    """A window that cannot be set; the text is for the person."""


@dataclass(frozen=True)
class HasilJendela:
    """How many windows were made, changed, or already stood so."""

    baru: int
    berubah: int
    tetap: int

    def __str__(self) -> str:
        butir = (f"{self.baru} dibuat", f"{self.berubah} diubah", f"{self.tetap} sudah sama")
        return ", ".join(b for b in butir if not b.startswith("0 ")) or "tidak ada yang berubah"


def jendela_baku(pemda: PemerintahDaerah, tahun: int, triwulan: int) -> tuple[datetime.date, datetime.date]:
    """Return the default window of a quarter.

    It opens on the first day of the quarter's last month and closes ``pemda.hari_pengisian`` days after
    the quarter's last day.
    """
    akhir = akhir_triwulan(tahun, triwulan)
    return akhir.replace(day=1), akhir + datetime.timedelta(days=pemda.hari_pengisian)


def boleh_atur(pengguna: Pengguna, kantor: PerangkatDaerah) -> bool:
    """Whether a person sets the windows of an office: the admin kabupaten of its government."""
    pelaku = pengguna.pelaku
    return pelaku.is_semua or kantor.pemda_id in pemda_kelola(pelaku, Peran.ADMIN_KABUPATEN)


@transaction.atomic
def atur_jendela(
    kantor: Iterable[PerangkatDaerah],
    tahun: int,
    triwulan: Sequence[int],
    *,
    oleh: Pengguna,
    buka: datetime.date | None = None,
    tutup: datetime.date | None = None,
) -> HasilJendela:
    """Set these quarters of these offices to the given days, or to the default where none are given.

    All or nothing. Raises PermissionDenied for an office of another government, JendelaGagal for days
    that cannot be.
    """
    semua = list(kantor)
    if any(not boleh_atur(oleh, k) for k in semua):
        raise PermissionDenied("jendela")
    _periksa(semua, buka, tutup)
    ada = {
        (j.perangkat_daerah_id, j.triwulan): j
        for j in JendelaPengisian.objects.select_for_update().filter(
            perangkat_daerah__in=semua, tahun=tahun, triwulan__in=triwulan
        )
    }
    baru, berubah, tetap = [], [], 0
    for k in semua:
        for tw in triwulan:
            hari = (buka, tutup) if buka and tutup else jendela_baku(k.pemda, tahun, tw)
            lama = ada.get((k.pk, tw))
            if lama is None:
                baru.append(
                    JendelaPengisian(
                        perangkat_daerah=k, tahun=tahun, triwulan=tw, buka=hari[0], tutup=hari[1]
                    )
                )
            elif (lama.buka, lama.tutup) == hari:
                tetap += 1
            else:
                lama.perangkat_daerah, lama.buka, lama.tutup = k, *hari
                berubah.append(lama)
    buat_banyak(baru, oleh=oleh)
    ubah_banyak(berubah, ["buka", "tutup"], oleh=oleh)
    _catat([*baru, *berubah], oleh)
    return HasilJendela(len(baru), len(berubah), tetap)


def _periksa(semua: list[PerangkatDaerah], buka: datetime.date | None, tutup: datetime.date | None) -> None:
    """Refuse days that cannot be, and an act on nobody."""
    if not semua:
        raise JendelaGagal("Pilih paling sedikit satu perangkat daerah.")
    if (buka is None) != (tutup is None):
        raise JendelaGagal("Isi hari dibuka dan hari ditutup, misalnya 1 Maret 2026 dan 10 April 2026.")
    if buka is not None and tutup is not None and tutup < buka:
        raise JendelaGagal(
            f"Hari ditutup, {format_tanggal(tutup)}, lebih awal daripada hari dibuka, "
            f"{format_tanggal(buka)}. Tulis hari ditutup yang sama atau sesudahnya."
        )


def _catat(semua: list[JendelaPengisian], oleh: Pengguna) -> None:
    """Write one line of the log for each office."""
    per_kantor: dict[int, list[JendelaPengisian]] = {}
    for j in semua:
        per_kantor.setdefault(j.perangkat_daerah_id, []).append(j)
    for satu in per_kantor.values():
        uraian = "; ".join(
            f"{NAMA_TRIWULAN[j.triwulan]}: {format_tanggal(j.buka)} sampai {format_tanggal(j.tutup)}"
            for j in satu
        )
        catat(
            "atur jendela",
            satu[0],
            oleh=oleh,
            kantor=satu[0].perangkat_daerah,
            peran=Peran.ADMIN_KABUPATEN.label,
            uraian=uraian,
        )
