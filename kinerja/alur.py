"""Steps of a unit's quarter: kirim, periksa, kembalikan, setujui, buka kembali; and requests to open it.

Every function checks the right itself, works in one transaction and leaves a row that is only inserted
(``TahapPengukuran``) and a line in the log of acts. What is approved is locked by a database trigger.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from anggaran.models import RealisasiAnggaran
from kinerja.isian import DIISI, IsianKantor, muat_isian
from kinerja.models import CatatanPemeriksaan, PermintaanBuka, Realisasi, TahapPengukuran
from kinerja.pilihan import NAMA_TRIWULAN, Keputusan, Tahap
from organisasi.izin import Pelaku
from organisasi.jejak import catat
from organisasi.models import Pengguna, PerangkatDaerah, UnitKerja
from organisasi.pilihan import Peran
from sakip.umum.riwayat import ubah_banyak


class AlurGagal(ValueError):
    """A step that cannot be taken now; the text is for the person."""


@dataclass(frozen=True)
class Triwulan:
    """A unit's quarter."""

    kantor: PerangkatDaerah
    tahun: int
    triwulan: int
    unit: UnitKerja

    def __str__(self) -> str:
        return f"{self.unit}, {NAMA_TRIWULAN[self.triwulan]} {self.tahun}"


# Rights: pure questions to the person's tasks -------------------------------------------------------


def boleh_isi(pelaku: Pelaku, kantor_id: int, unit_id: int | None) -> bool:
    """Whether a person enters values of a unit: its staff, a verifikator, the camat."""
    if pelaku.is_peran(kantor_id, Peran.VERIFIKATOR, Peran.CAMAT):
        return True
    return unit_id in pelaku.unit_di(kantor_id)


def boleh_periksa(pelaku: Pelaku, kantor_id: int) -> bool:
    """Whether a person checks values at all: a verifikator or the camat."""
    return pelaku.is_peran(kantor_id, Peran.VERIFIKATOR, Peran.CAMAT)


def boleh_setujui(pelaku: Pelaku, kantor_id: int) -> bool:
    """Whether a person approves: the camat."""
    return pelaku.is_peran(kantor_id, Peran.CAMAT)


def boleh_buka(pelaku: Pelaku, kantor_id: int) -> bool:
    """Whether a person opens an approved quarter again."""
    return pelaku.is_peran(kantor_id, Peran.CAMAT, Peran.ADMIN_KABUPATEN)


def pengisi(isian: IsianKantor, unit_id: int, triwulan: int) -> frozenset[int]:
    """Return who entered the values of a unit's quarter, and who sent it: they do not check it."""
    isi = {
        sel.diisi_oleh_id
        for b in isian.baris(unit_id)
        if (sel := b.sel(triwulan)) is not None and sel.diisi_oleh_id is not None
    }
    terakhir = isian.tahap.get((unit_id, triwulan))
    if terakhir is not None and terakhir.tahap == Tahap.DIKIRIM and terakhir.oleh_id is not None:
        isi.add(terakhir.oleh_id)
    return frozenset(isi)


# Steps ----------------------------------------------------------------------------------------------


def kirim(
    tw: Triwulan, *, oleh: Pengguna, catatan: str = "", hari: datetime.date | None = None
) -> TahapPengukuran:
    """Hand a unit's quarter to the verifikator. Blank cells need a note; the window must be open."""
    if not boleh_isi(oleh.pelaku, tw.kantor.pk, tw.unit.pk):
        raise PermissionDenied("kirim")
    with transaction.atomic():
        isian = muat_isian(tw.kantor, tw.tahun)
        _wajib(isian, tw, (DIISI, Tahap.DIKEMBALIKAN), "dikirim")
        if not isian.is_jendela_terbuka(tw.unit.pk, tw.triwulan, hari or timezone.localdate()):
            raise AlurGagal("Jendela pengisian sudah tertutup. Verifikator dapat meminta dibuka kembali.")
        ringkas = isian.ringkas(tw.unit.pk, tw.triwulan)
        if not ringkas.diminta:
            raise AlurGagal("Tidak ada isian unit ini pada triwulan ini, jadi tidak ada yang dikirim.")
        if ringkas.kurang and not catatan.strip():
            raise AlurGagal(
                f"{ringkas.kurang} dari {ringkas.diminta} isian masih kosong. Isi dahulu, atau tulis "
                "sebabnya dalam catatan, misalnya: hasil survei terbit bulan depan."
            )
        return _langkah(
            tw, Tahap.DIKIRIM, oleh, catatan, peran=_peran(oleh, tw, Peran.STAF, Peran.VERIFIKATOR)
        )


CatatanBaris = Mapping[Realisasi | RealisasiAnggaran, str]


def periksa(
    tw: Triwulan, *, oleh: Pengguna, catatan: str = "", baris: CatatanBaris | None = None
) -> TahapPengukuran:
    """Accept what a unit sent, with notes at rows or without. Whoever entered a value or sent it cannot."""
    if not boleh_periksa(oleh.pelaku, tw.kantor.pk):
        raise PermissionDenied("periksa")
    with transaction.atomic():
        isian = muat_isian(tw.kantor, tw.tahun)
        _wajib(isian, tw, (Tahap.DIKIRIM,), "diperiksa")
        if oleh.pk in pengisi(isian, tw.unit.pk, tw.triwulan):
            raise AlurGagal(
                "Anda sendiri mengisi atau mengirim triwulan ini. Pemeriksaannya dilakukan oleh orang lain: "
                "verifikator atau camat yang tidak mengisi."
            )
        langkah = _langkah(
            tw, Tahap.DIPERIKSA, oleh, catatan, peran=_peran(oleh, tw, Peran.VERIFIKATOR, Peran.CAMAT)
        )
        _catat_baris(langkah, baris or {})
        return langkah


def _catat_baris(langkah: TahapPengukuran, baris: CatatanBaris) -> None:
    """Write the notes at rows of a step."""
    for satu, isi in baris.items():
        if isi.strip():
            kolom = "realisasi" if isinstance(satu, Realisasi) else "realisasi_anggaran"
            CatatanPemeriksaan.objects.create(tahap=langkah, catatan=isi.strip(), **{kolom: satu})


def kembalikan(
    tw: Triwulan,
    *,
    oleh: Pengguna,
    catatan: str,
    baris: CatatanBaris | None = None,
) -> TahapPengukuran:
    """Give a unit's quarter back with a note, and with notes at single rows."""
    if not boleh_periksa(oleh.pelaku, tw.kantor.pk):
        raise PermissionDenied("kembalikan")
    baris = {b: c.strip() for b, c in (baris or {}).items() if c.strip()}
    if not catatan.strip() and not baris:
        raise AlurGagal("Tulis apa yang harus diperbaiki, misalnya: angka TW I tidak sama dengan buktinya.")
    with transaction.atomic():
        isian = muat_isian(tw.kantor, tw.tahun)
        _wajib(isian, tw, (Tahap.DIKIRIM, Tahap.DIPERIKSA), "dikembalikan")
        umum = catatan.strip() or f"{len(baris)} isian perlu diperbaiki."
        langkah = _langkah(
            tw, Tahap.DIKEMBALIKAN, oleh, umum, peran=_peran(oleh, tw, Peran.VERIFIKATOR, Peran.CAMAT)
        )
        _catat_baris(langkah, baris)
        return langkah


def setujui(
    tw: Triwulan, *, oleh: Pengguna, catatan: str = "", baris: CatatanBaris | None = None
) -> TahapPengukuran:
    """Approve a checked quarter; its values are locked in the database from here on."""
    if not boleh_setujui(oleh.pelaku, tw.kantor.pk):
        raise PermissionDenied("setujui")
    with transaction.atomic():
        isian = muat_isian(tw.kantor, tw.tahun)
        _wajib(isian, tw, (Tahap.DIPERIKSA,), "disetujui")
        _tandai_unit(isian, tw, oleh)
        langkah = _langkah(tw, Tahap.DISETUJUI, oleh, catatan, peran=_peran(oleh, tw, Peran.CAMAT))
        _catat_baris(langkah, baris or {})
        return langkah


def _tandai_unit(isian: IsianKantor, tw: Triwulan, oleh: Pengguna) -> None:
    """Write the unit on values that came without one (data files): the lock asks for it."""
    tanpa = [s for b in isian.baris(tw.unit.pk) if (s := b.sel(tw.triwulan)) and s.unit_id != tw.unit.pk]
    for satu in tanpa:
        satu.unit = tw.unit
    ubah_banyak([s for s in tanpa if isinstance(s, Realisasi)], ["unit"], oleh=oleh)
    ubah_banyak([s for s in tanpa if isinstance(s, RealisasiAnggaran)], ["unit"], oleh=oleh)


def buka_kembali(tw: Triwulan, *, oleh: Pengguna, alasan: str) -> TahapPengukuran:
    """Open an approved quarter again, with a reason."""
    if not boleh_buka(oleh.pelaku, tw.kantor.pk):
        raise PermissionDenied("buka")
    if not alasan.strip():
        raise AlurGagal("Tulis alasan membuka kembali, misalnya: data survei dikoreksi penyedia.")
    with transaction.atomic():
        _wajib(muat_isian(tw.kantor, tw.tahun), tw, (Tahap.DISETUJUI, Tahap.DIPERIKSA), "dibuka kembali")
        return _langkah(
            tw, Tahap.DIBUKA, oleh, alasan.strip(), peran=_peran(oleh, tw, Peran.CAMAT, Peran.ADMIN_KABUPATEN)
        )


def _wajib(isian: IsianKantor, tw: Triwulan, boleh: tuple[str, ...], menjadi: str) -> None:
    """Refuse a step from a state that does not lead to it."""
    if tw.unit.perangkat_daerah_id != tw.kantor.pk:
        raise PermissionDenied("unit")
    kini = isian.keadaan(tw.unit.pk, tw.triwulan)
    if kini not in boleh:
        raise AlurGagal(f"{tw} {sebut_keadaan(kini)}, jadi tidak dapat {menjadi}. Muat ulang halaman ini.")


def sebut_keadaan(keadaan: str) -> str:
    """Return the words for a step: "sedang diisi", "sudah dikirim"."""
    return {
        DIISI: "sedang diisi",
        Tahap.DIKIRIM: "sudah dikirim",
        Tahap.DIPERIKSA: "sudah diperiksa",
        Tahap.DIKEMBALIKAN: "dikembalikan",
        Tahap.DISETUJUI: "sudah disetujui",
    }[keadaan]


def _peran(oleh: Pengguna, tw: Triwulan, *urutan: Peran) -> str:
    """Return the role that allows the act, by the server's order of preference."""
    ada = oleh.pelaku.peran_di(tw.kantor.pk)
    return next((p.label for p in urutan if p.value in ada), oleh.pelaku.sebut_peran(tw.kantor.pk))


def _langkah(tw: Triwulan, tahap: Tahap, oleh: Pengguna, catatan: str, *, peran: str) -> TahapPengukuran:
    langkah = TahapPengukuran.objects.create(
        unit=tw.unit, tahun=tw.tahun, triwulan=tw.triwulan, tahap=tahap, catatan=catatan.strip(), oleh=oleh,
        peran=peran,
    )  # fmt: skip
    catat(
        f"pengukuran {tahap.label.lower()}", langkah, oleh=oleh, kantor=tw.kantor, peran=peran,
        uraian=catatan.strip(),
    )  # fmt: skip
    return langkah


# Requests -------------------------------------------------------------------------------------------


def minta_buka(
    tw: Triwulan, *, sampai: datetime.date, alasan: str, oleh: Pengguna, hari: datetime.date | None = None
) -> PermintaanBuka:
    """Ask the admin kabupaten to open a closed quarter for one unit until a day."""
    if not oleh.pelaku.is_peran(tw.kantor.pk, Peran.VERIFIKATOR):
        raise PermissionDenied("minta")
    hari = hari or timezone.localdate()
    if not alasan.strip():
        raise AlurGagal("Tulis alasan permintaan, misalnya: angka realisasi salah ketik.")
    if sampai < hari:
        raise AlurGagal("Tanggal sampai sudah lewat. Pilih hari ini atau sesudahnya.")
    with transaction.atomic():
        isian = muat_isian(tw.kantor, tw.tahun)
        if isian.is_dapat_diisi(tw.unit.pk, tw.triwulan, hari):
            raise AlurGagal("Triwulan ini masih terbuka, jadi tidak perlu diminta.")
        if PermintaanBuka.objects.filter(
            unit=tw.unit, tahun=tw.tahun, triwulan=tw.triwulan, keputusan=Keputusan.MENUNGGU
        ).exists():
            raise AlurGagal("Permintaan untuk unit dan triwulan ini masih menunggu keputusan.")
        minta = PermintaanBuka.objects.create(
            unit=tw.unit, tahun=tw.tahun, triwulan=tw.triwulan, sampai=sampai, alasan=alasan.strip(),
            diminta_oleh=oleh,
        )  # fmt: skip
        catat("minta buka", minta, oleh=oleh, kantor=tw.kantor, peran=Peran.VERIFIKATOR.label, uraian=alasan)
        return minta


def putuskan_permintaan(
    permintaan: PermintaanBuka,
    *,
    diterima: bool,
    catatan: str = "",
    oleh: Pengguna,
    hari: datetime.date | None = None,
) -> PermintaanBuka:
    """Answer a request. Accepted, it also opens a quarter that was sent, checked or approved."""
    kantor = permintaan.unit.perangkat_daerah
    if not oleh.pelaku.is_peran(kantor.pk, Peran.ADMIN_KABUPATEN):
        raise PermissionDenied("putuskan")
    if not diterima and not catatan.strip():
        raise AlurGagal("Tulis alasan penolakan, misalnya: laporan triwulan sudah diserahkan.")
    with transaction.atomic():
        baris = PermintaanBuka.objects.select_for_update().get(pk=permintaan.pk)
        if baris.keputusan != Keputusan.MENUNGGU:
            raise AlurGagal("Permintaan ini sudah diputus.")
        if diterima and baris.sampai < (hari or timezone.localdate()):
            raise AlurGagal("Tanggal yang diminta sudah lewat. Tolak, dan minta diajukan lagi.")
        baris.keputusan = Keputusan.DITERIMA if diterima else Keputusan.DITOLAK
        baris.diputus_oleh, baris.diputus_pada = oleh, timezone.now()
        baris.catatan_putusan = catatan.strip()
        baris.save()
        tw = Triwulan(kantor, baris.tahun, baris.triwulan, baris.unit)
        kini = muat_isian(kantor, baris.tahun).keadaan(baris.unit_id, baris.triwulan)
        if diterima and kini in (Tahap.DIKIRIM, Tahap.DIPERIKSA, Tahap.DISETUJUI):
            _langkah(tw, Tahap.DIBUKA, oleh, baris.alasan, peran=Peran.ADMIN_KABUPATEN.label)
        catat(
            "terima permintaan" if diterima else "tolak permintaan", baris, oleh=oleh, kantor=kantor,
            peran=Peran.ADMIN_KABUPATEN.label, uraian=catatan.strip(),
        )  # fmt: skip
        return baris
