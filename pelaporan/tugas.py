"""Every open item of a person for an office and year: the list of the start page and of the reminders.

``DaftarTugas`` is both what the page shows and what ``ingatkan`` sends, so that they cannot differ.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from kinerja.isian import IsianKantor
from organisasi.izin import Pelaku
from organisasi.models import PerangkatDaerah
from organisasi.pilihan import PERENCANA, Peran
from pelaporan.tugas_bahan import BahanTugas
from pelaporan.tugas_butir import ButirTugas, DaftarTugas, KelompokTugas, Kembalian, urutkan
from pelaporan.tugas_kabupaten import tugas_admin
from pelaporan.tugas_naskah import PembuatNaskah
from pelaporan.tugas_ukur import PembuatUkur, sebut_menunggu, unit_diisi

__all__ = ["ButirTugas", "DaftarTugas", "KelompokTugas", "Kembalian", "build_tugas", "susun_tugas"]


def build_tugas(
    pelaku: Pelaku,
    kantor: PerangkatDaerah,
    tahun: int,
    hari: datetime.date,
    isian: IsianKantor | None = None,
) -> DaftarTugas:
    """Return the open items of a person on a day; the caller has checked that he may see the office."""
    return susun_tugas(pelaku, BahanTugas(kantor, tahun, hari, isian))


def susun_tugas(pelaku: Pelaku, bahan: BahanTugas) -> DaftarTugas:
    """Return the same from rows that are read already."""
    ukur = PembuatUkur(bahan, pelaku)
    verifikator = pelaku.is_peran(bahan.kantor.pk, Peran.VERIFIKATOR)
    return DaftarTugas(
        hari=bahan.hari,
        butir=urutkan(list(_semua(pelaku, bahan, ukur))),
        kembalian=tuple(ukur.kembalian()),
        menunggu=tuple(sebut_menunggu(p) for p in bahan.menunggu()) if verifikator else (),
        punya_unit=bool(unit_diisi(bahan, pelaku)),
    )


def _semua(pelaku: Pelaku, bahan: BahanTugas, ukur: PembuatUkur) -> Iterator[ButirTugas]:
    kantor_id = bahan.kantor.pk
    yield from ukur.pengisian()
    yield from ukur.pemeriksaan()
    if pelaku.is_peran(kantor_id, Peran.CAMAT):
        yield from ukur.persetujuan()
    if pelaku.is_peran(kantor_id, *PERENCANA, Peran.CAMAT):
        yield from ukur.perjanjian()
    if pelaku.is_peran(kantor_id, Peran.VERIFIKATOR):
        yield from ukur.pembukaan()
    if pelaku.is_peran(kantor_id, Peran.ADMIN_KABUPATEN):
        yield from tugas_admin(bahan)
    yield from PembuatNaskah(bahan, pelaku).semua()
