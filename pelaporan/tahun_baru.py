"""The new year of an office: its structure copied from N to N+1, what is missing only, as often as wanted.

Copied: programmes, kegiatan, sub kegiatan with unit and sasaran, their shares for the sasaran, their
indicators (new rows that continue the old ones) with the definition in force, the office's own rules,
the lines of the profile without figures, the report with its list of regulations, and the windows of
filling. Never copied: realisasi, narrative, analysis, PK, DPA. What people hold (PemangkuJabatan,
Penugasan, PenanggungBagian) has its own dates and stays as it is. Values of N stay where they are: the
report of N+1 reads them as last year's (``pelaporan.susun.ukur``, through ``Indikator.pendahulu``).
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.models import AturanPengukuran
from organisasi.izin import Pelaku
from organisasi.jejak import catat
from organisasi.models import PemerintahDaerah, Pengguna, PerangkatDaerah
from organisasi.pilihan import PERENCANA, Peran
from pelaporan.kabupaten import pemda_kelola
from pelaporan.tahun_baru_bahan import BahanTahunBaru, muat_bahan
from pelaporan.tahun_baru_salin import Penyalin, salin
from sakip.umum.riwayat import buat_banyak

SISTEM = "Sistem"


class TahunBaruGagal(ValueError):
    """A new year that cannot be made; the text is for the person."""


@dataclass(frozen=True)
class BagianRencana:
    """One kind of row: the names of what will be made, and how many exist already."""

    judul: str
    baru: tuple[str, ...]
    ada: int

    @property
    def jumlah(self) -> int:
        """How many rows will be made."""
        return len(self.baru)


@dataclass(frozen=True)
class Perhatian:
    """What a person has to look at: a sentence, and the names that it is about."""

    kalimat: str
    nama: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.kalimat}: {'; '.join(self.nama)}." if self.nama else f"{self.kalimat}."


@dataclass(frozen=True)
class Rencana:
    """What the new year of an office will get."""

    kantor: PerangkatDaerah
    dari: int
    ke: int
    bagian: tuple[BagianRencana, ...]
    perhatian: tuple[Perhatian, ...]
    catatan: tuple[str, ...]  # what stays as it is
    is_berisi: bool = True  # whether year N holds anything to copy

    @property
    def jumlah(self) -> int:
        """How many rows will be made."""
        return sum(b.jumlah for b in self.bagian)

    @property
    def ada(self) -> int:
        """How many rows exist already."""
        return sum(b.ada for b in self.bagian)

    @property
    def ringkas(self) -> str:
        """ "6 program, 21 kegiatan"; empty where nothing is to be made."""
        return ", ".join(f"{b.jumlah} {b.judul.lower()}" for b in self.bagian if b.baru)


# The plan -------------------------------------------------------------------------------------------


def rencanakan_tahun_baru(kantor: PerangkatDaerah, dari: int) -> Rencana:
    """Return what year ``dari + 1`` of an office will get; nothing is written."""
    return rencanakan_banyak([kantor], dari)[0]


def rencanakan_banyak(kantor: Sequence[PerangkatDaerah], dari: int) -> list[Rencana]:
    """Return the plans of many offices; the number of queries does not grow with them."""
    bahan = muat_bahan(kantor, dari)
    return [_rencana(k, bahan, Penyalin(k, bahan)) for k in kantor]


def _rencana(kantor: PerangkatDaerah, bahan: BahanTahunBaru, p: Penyalin) -> Rencana:
    return Rencana(
        kantor=kantor,
        dari=bahan.dari,
        ke=bahan.ke,
        bagian=tuple(BagianRencana(judul, tuple(baru), ada) for judul, baru, ada in p.isi()),
        perhatian=(
            *(Perhatian(kalimat, tuple(nama)) for kalimat, nama in p.perhatian()),
            *_perhatian_target(kantor, bahan),
        ),
        catatan=tuple(_catatan(kantor, bahan)),
        is_berisi=p.is_berisi,
    )


def _perhatian_target(kantor: PerangkatDaerah, bahan: BahanTahunBaru) -> list[Perhatian]:
    """Say where the Renstra does not reach the new year."""
    if not bahan.renstra.get(kantor.pk):
        return [
            Perhatian(f"Belum ada Renstra yang mencakup tahun {bahan.ke}; catat Renstra baru dan targetnya")
        ]
    strategis = bahan.strategis.get(kantor.pk, [])
    if not strategis:
        return [Perhatian(f"Renstra yang mencakup tahun {bahan.ke} belum mempunyai indikator")]
    tanpa = tuple(i.nama for i in strategis if i.pk not in bahan.bertarget)
    return [Perhatian(f"Belum ada target Renstra tahun {bahan.ke}", tanpa)] if tanpa else []


def _catatan(kantor: PerangkatDaerah, bahan: BahanTahunBaru) -> list[str]:
    dari, ke = bahan.dari, bahan.ke
    hasil = [
        f"Nilai tahun {dari} menjadi pembanding dan tidak disalin: {bahan.terukur.get(kantor.pk, 0)} "
        f"indikator mempunyai pengukuran {dari}.",
        "Realisasi, narasi, analisis, Perjanjian Kinerja, dan DPA tidak disalin. Penanggung jawab bagian "
        "laporan berlaku untuk setiap tahun.",
    ]
    pejabat = bahan.pemangku.get(kantor.pk, [])
    akhir = [p for p in pejabat if not _masih(p.sampai, ke)]
    hasil.append(
        "Pejabat tidak diubah, masing-masing mempunyai tanggalnya sendiri: "
        f"{len(pejabat) - len(akhir)} masih memangku jabatan pada 1 Januari {ke}."
        + (f" Berakhir sebelum itu: {', '.join(_sebut(p) for p in akhir)}." if akhir else "")
    )
    tugas = bahan.penugasan.get(kantor.pk, [])
    lanjut = sum(1 for t in tugas if _masih(t.sampai, ke))
    hasil.append(
        f"Penugasan akun tidak diubah: {lanjut} dari {len(tugas)} masih berlaku pada 1 Januari {ke}."
    )
    return hasil


def _masih(sampai: datetime.date | None, ke: int) -> bool:
    return sampai is None or sampai >= datetime.date(ke, 1, 1)


def _sebut(p: object) -> str:
    return f"{p.pegawai.nama_lengkap} ({p.sebutan})"  # type: ignore[attr-defined]


# The act --------------------------------------------------------------------------------------------


def boleh_buat(pelaku: Pelaku, kantor: PerangkatDaerah) -> bool:
    """Whether a person makes the new year of an office: who plans for it, or the admin kabupaten."""
    if pelaku.is_peran(kantor.pk, *PERENCANA):
        return True
    return kantor.pemda_id in pemda_kelola(pelaku, Peran.ADMIN_KABUPATEN)


@transaction.atomic
def buat_tahun_baru(kantor: PerangkatDaerah, dari: int, oleh: Pengguna | None) -> Rencana:
    """Make what is missing in year ``dari + 1`` of an office, and return what was made.

    ``oleh`` None is the system (a command). Raises PermissionDenied, TahunBaruGagal.
    """
    if oleh is not None and not boleh_buat(oleh.pelaku, kantor):
        raise PermissionDenied("tahun baru")
    PerangkatDaerah.objects.select_for_update().get(pk=kantor.pk)  # a second run waits and finds all done
    bahan = muat_bahan([kantor], dari)
    penyalin = Penyalin(kantor, bahan)
    if not penyalin.is_berisi:
        raise TahunBaruGagal(f"Tahun {dari} belum berisi program dan laporan, jadi tidak ada yang disalin.")
    rencana = _rencana(kantor, bahan, penyalin)
    if rencana.jumlah:
        salin(penyalin, oleh)
        catat(
            "buat tahun baru",
            penyalin.laporan_ke,
            oleh=oleh,
            kantor=kantor,
            peran=_peran(oleh, kantor),
            uraian=f"Dari {dari}: {rencana.ringkas}.",
        )
    return rencana


def _peran(oleh: Pengguna | None, kantor: PerangkatDaerah) -> str:
    if oleh is None:
        return SISTEM
    ada = oleh.pelaku.peran_di(kantor.pk)
    urutan = (Peran.VERIFIKATOR, Peran.PENYUSUN, Peran.ADMIN_KABUPATEN)
    return next((p.label for p in urutan if p.value in ada), oleh.pelaku.sebut_peran(kantor.pk))


# The rules of the whole government ------------------------------------------------------------------


def aturan_pemda(pemda: PemerintahDaerah, dari: int) -> AturanPengukuran | None:
    """Return the government's rules of N+1 as they would be made, None where they exist or N has none."""
    ada = {a.tahun: a for a in AturanPengukuran.objects.filter(pemda=pemda, perangkat_daerah=None)}
    lama = ada.get(dari)
    if lama is None or dari + 1 in ada:
        return None
    baru = AturanPengukuran(
        **{f.attname: getattr(lama, f.attname) for f in lama._meta.concrete_fields if not f.primary_key}
    )
    baru.tahun, baru.pemda = dari + 1, pemda
    return baru


@transaction.atomic
def buat_aturan_pemda(pemda: PemerintahDaerah, dari: int, oleh: Pengguna) -> AturanPengukuran | None:
    """Make the government's rules of N+1 where they are missing. Raises PermissionDenied."""
    if not oleh.pelaku.is_semua and pemda.pk not in pemda_kelola(oleh.pelaku, Peran.ADMIN_KABUPATEN):
        raise PermissionDenied("aturan")
    PemerintahDaerah.objects.select_for_update().get(pk=pemda.pk)
    baru = aturan_pemda(pemda, dari)
    if baru is not None:
        buat_banyak([baru], oleh=oleh)
        catat("buat aturan tahun baru", baru, oleh=oleh, pemda=pemda, peran=Peran.ADMIN_KABUPATEN.label)
    return baru
