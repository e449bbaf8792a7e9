"""The DPA through the year: buat, simpan, revisi, tetapkan, hapus konsep.

Every function checks the right itself, works in one transaction (all or nothing) and writes history; legal
acts leave a line in the log. What is ditetapkan is locked by a database trigger. Apps above this one that
hang rows on a DPA register how they are copied (``daftarkan_penyalin``).
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.db.models import Max, ProtectedError
from django.utils import timezone

from anggaran import bahan
from anggaran.beda import Kunci
from anggaran.models import DPA, PaguAnggaran
from anggaran.periksa import DPAGagal, periksa_dpa, sebelum_dpa, wajib_tanggal
from anggaran.pilihan import JenisDPA, TingkatAnggaran
from organisasi.izin import Pelaku
from organisasi.jejak import catat
from organisasi.models import Pengguna, PerangkatDaerah
from organisasi.pilihan import PERENCANA, PERENCANA_DAN_ADMIN
from sakip.umum.angka import format_rupiah
from sakip.umum.riwayat import buat_banyak, ubah_banyak
from sakip.umum.waktu import sebut_waktu

Penyalin = Callable[[DPA, DPA, Pengguna], None]
_penyalin: dict[str, Penyalin] = {}


class PaguSalah(DPAGagal):
    """Amounts that cannot be stored: ``galat`` maps a node to its sentence."""

    def __init__(self, galat: Mapping[Kunci, str]) -> None:
        self.galat = dict(galat)
        super().__init__(f"{len(self.galat)} pagu perlu diperiksa. Tidak ada yang disimpan.")


class DPABerubah(DPAGagal):
    """Somebody else changed the draft since the page was opened; ``versi`` is the newest one."""

    def __init__(self, pesan: str, versi: int) -> None:
        self.versi = versi
        super().__init__(pesan)


class PeringatanDPA(DPAGagal):
    """A draft that can be set only after the person has said that these remarks are right."""

    def __init__(self, peringatan: tuple[str, ...]) -> None:
        self.peringatan = peringatan
        super().__init__("Periksa peringatan, lalu nyatakan bahwa isinya benar.")


@dataclass(frozen=True)
class IsianKonsep:
    """What a person typed of a draft. ``pagu`` maps a node to rupiah, None for a blank."""

    nomor: str = ""
    tanggal: datetime.date | None = None
    alasan: str = ""
    pagu: Mapping[Kunci, Decimal | None] = field(default_factory=dict)
    versi: int | None = None  # the newest history row that the page showed; None asks nothing


def daftarkan_penyalin(fungsi: Penyalin) -> None:
    """Register what else a revision copies: ``fungsi(lama, baru, oleh)``, called in the transaction."""
    _penyalin[f"{fungsi.__module__}.{fungsi.__qualname__}"] = fungsi


def boleh_tulis_dpa(pelaku: Pelaku, kantor_id: int) -> bool:
    """Whether a person writes the DPA of an office: PERENCANA."""
    return pelaku.is_peran(kantor_id, *PERENCANA)


def boleh_impor_dpa(pelaku: Pelaku, kantor_id: int) -> bool:
    """Whether a person loads the budget of an office from a file: PERENCANA, and the admin kabupaten."""
    return pelaku.is_peran(kantor_id, *PERENCANA_DAN_ADMIN)


def wajib_impor(oleh: Pengguna, kantor: PerangkatDaerah) -> None:
    """Raise PermissionDenied for who may not load the budget of an office from a file."""
    _wajib_boleh(oleh, kantor, impor=True)


def _wajib_boleh(oleh: Pengguna, kantor: PerangkatDaerah, *, impor: bool = False) -> None:
    boleh = boleh_impor_dpa if impor else boleh_tulis_dpa
    if not boleh(oleh.pelaku, kantor.pk):
        raise PermissionDenied("DPA")


def _catat(tindakan: str, dpa: DPA, oleh: Pengguna, uraian: str = "") -> None:
    kantor = dpa.perangkat_daerah
    peran = oleh.pelaku.sebut_peran(kantor.pk)[:40]
    catat(tindakan, dpa, oleh=oleh, kantor=kantor, peran=peran, uraian=uraian)


# Buat and revisi ------------------------------------------------------------------------------------


def buat_dpa(
    kantor: PerangkatDaerah,
    tahun: int,
    oleh: Pengguna,
    *,
    nomor: str = "",
    tanggal: datetime.date | None = None,
    impor: bool = False,
) -> DPA:
    """Make the DPA murni of a year as an empty draft. Raises DPAGagal where the year has one.

    ``impor``: as a part of loading a file, which the admin kabupaten may do too.
    """
    _wajib_boleh(oleh, kantor, impor=impor)
    with transaction.atomic():
        if DPA.objects.filter(perangkat_daerah=kantor, tahun=tahun).exists():
            raise DPAGagal(
                f"DPA tahun {tahun} sudah ada. Buka yang ada, atau buat pergeseran atau perubahan."
            )
        dpa = DPA(
            perangkat_daerah=kantor, tahun=tahun, urutan=0, jenis=JenisDPA.MURNI, ke=0, nomor=nomor.strip(),
            tanggal=tanggal,
        )  # fmt: skip
        wajib_tanggal(dpa, None)
        _simpan_baru(dpa)
        _catat("Konsep DPA dibuat", dpa, oleh)
    return dpa


def revisi_dpa(
    dpa: DPA,
    *,
    jenis: str,
    nomor: str,
    tanggal: datetime.date | None,
    alasan: str,
    oleh: Pengguna,
    impor: bool = False,
) -> DPA:
    """Copy the newest set version into a new draft: ceilings, and what other apps registered.

    ``jenis`` is pergeseran or perubahan. Raises DPAGagal from an older version, while a draft exists, for a
    date before that of the version copied, and without a reason.
    """
    _wajib_boleh(oleh, dpa.perangkat_daerah, impor=impor)
    if jenis not in (JenisDPA.PERGESERAN, JenisDPA.PERUBAHAN):
        raise DPAGagal("Pilih jenisnya: pergeseran atau perubahan.")
    if not alasan.strip():
        raise DPAGagal("Tulis alasannya, misalnya: tambahan anggaran pada APBD Perubahan.")
    with transaction.atomic():
        semua = DPA.objects.filter(perangkat_daerah=dpa.perangkat_daerah_id, tahun=dpa.tahun)
        _wajib_terakhir(dpa, list(semua.order_by("urutan")))
        ke = semua.filter(jenis=jenis).aggregate(m=Max("ke"))["m"] or 0
        baru = DPA(
            perangkat_daerah=dpa.perangkat_daerah, tahun=dpa.tahun, urutan=dpa.urutan + 1, jenis=jenis,
            ke=ke + 1, nomor=nomor.strip(), tanggal=tanggal, alasan=alasan.strip(),
        )  # fmt: skip
        wajib_tanggal(baru, dpa)
        _simpan_baru(baru)
        buat_banyak([_salinan(p, baru) for p in dpa.pagu.order_by("pk")], oleh=oleh)
        for salin in _penyalin.values():
            salin(dpa, baru, oleh)
        _catat("Konsep DPA dibuat", baru, oleh, alasan.strip())
    return baru


def _salinan(p: PaguAnggaran, dpa: DPA) -> PaguAnggaran:
    return PaguAnggaran(
        dpa=dpa, program_id=p.program_id, kegiatan_id=p.kegiatan_id, sub_kegiatan_id=p.sub_kegiatan_id,
        tingkat=p.tingkat, nilai=p.nilai,
    )  # fmt: skip


def _wajib_terakhir(dpa: DPA, semua: list[DPA]) -> None:
    konsep = next((d for d in semua if not d.is_ditetapkan), None)
    if konsep is not None:
        raise DPAGagal(f"{konsep.nama} masih berupa konsep. Tetapkan atau hapus konsep itu dahulu.")
    if not semua or semua[-1].pk != dpa.pk:
        raise DPAGagal("Versi baru dibuat dari DPA terakhir yang sudah ditetapkan. Buka versi terakhir.")


def _simpan_baru(dpa: DPA) -> None:
    try:
        with transaction.atomic():
            dpa.save()
    except IntegrityError as galat:
        raise DPAGagal(f"{dpa.nama} {dpa.tahun} sudah dibuat orang lain. Buka daftar DPA.") from galat


# Simpan konsep --------------------------------------------------------------------------------------


def versi_konsep(dpa: DPA) -> int:
    """Return the newest history row of a draft: of its head or of one of its ceilings."""
    pagu = PaguAnggaran.riwayat.model.objects.filter(dpa_id=dpa.pk).aggregate(m=Max("history_id"))["m"]
    kepala = DPA.riwayat.model.objects.filter(id=dpa.pk).aggregate(m=Max("history_id"))["m"]
    return int(pagu or 0) + int(kepala or 0)


def simpan_konsep(dpa: DPA, isian: IsianKonsep, oleh: Pengguna, *, impor: bool = False) -> int:
    """Save the head and the ceilings of a draft, all or nothing; return how many ceilings changed.

    A blank is no row, 0 is a ceiling. Raises PaguSalah (negative, or on another level than the programme
    uses), DPABerubah where somebody else saved it meanwhile, DPAGagal for the head.
    """
    _wajib_boleh(oleh, dpa.perangkat_daerah, impor=impor)
    with transaction.atomic():
        dpa = _kunci_konsep(dpa)
        if isian.versi is not None and isian.versi != (kini := versi_konsep(dpa)):
            raise DPABerubah(_sebut_pengubah(dpa), kini)
        kepala = (isian.nomor.strip(), isian.tanggal, isian.alasan.strip())
        berubah = (dpa.nomor, dpa.tanggal, dpa.alasan) != kepala
        dpa.nomor, dpa.tanggal, dpa.alasan = kepala
        wajib_tanggal(dpa, sebelum_dpa(dpa))
        if dpa.urutan and not dpa.alasan:
            raise DPAGagal("Tulis alasannya, misalnya: tambahan anggaran pada APBD Perubahan.")
        if berubah:
            dpa.save()
        return _simpan_pagu(dpa, isian.pagu, oleh)


def _simpan_pagu(dpa: DPA, isi: Mapping[Kunci, Decimal | None], oleh: Pengguna) -> int:
    pohon = bahan.muat_pohon(dpa.perangkat_daerah, dpa.tahun)
    tempat = bahan.tempat_pagu(pohon, bahan.tingkat_terpakai(dpa.perangkat_daerah, dpa.tahun, dpa))
    galat: dict[Kunci, str] = {}
    for kunci, nilai in isi.items():
        if kunci not in tempat:
            galat[kunci] = (
                "Pagu sebuah program dicatat pada satu tingkat: program, kegiatan, atau sub kegiatan."
            )
        elif nilai is not None and nilai < 0:
            galat[kunci] = f"{format_rupiah(nilai)}: pagu tidak boleh di bawah nol. Tulis 0 atau lebih."
    if galat:
        raise PaguSalah(galat)
    ada = {bahan.kunci_node(p): p for p in dpa.pagu.all()}
    # Rows on a level that their programme no longer uses go with the first save.
    hapus = [p for kunci, p in ada.items() if kunci not in tempat or isi.get(kunci, p.nilai) is None]
    for p in hapus:
        p.delete()
    ubah = [p for kunci, p in ada.items() if p.pk and isi.get(kunci) not in (None, p.nilai)]
    for p in ubah:
        p.nilai = isi[bahan.kunci_node(p)] or Decimal(0)
    ubah_banyak(ubah, ["nilai"], oleh=oleh)
    baru = [
        PaguAnggaran(dpa=dpa, nilai=nilai, tingkat=kunci[0], **_kolom(kunci, pohon.program[kunci]))
        for kunci, nilai in isi.items()
        if nilai is not None and kunci not in ada
    ]
    buat_banyak(baru, oleh=oleh)
    return len(hapus) + len(ubah) + len(baru)


def _kolom(kunci: Kunci, program_id: int) -> dict[str, Any]:
    kolom: dict[str, Any] = {"program_id": program_id}
    if kunci[0] == TingkatAnggaran.KEGIATAN:
        kolom["kegiatan_id"] = kunci[1]
    elif kunci[0] == TingkatAnggaran.SUB_KEGIATAN:
        kolom["sub_kegiatan_id"] = kunci[1]
    return kolom


def _kunci_konsep(dpa: DPA) -> DPA:
    """Read a draft again inside the transaction, locked; refuse one that is gone or set."""
    kini = (
        DPA.objects.select_for_update(of=("self",))
        .select_related("perangkat_daerah__pemda")
        .filter(pk=dpa.pk)
        .first()
    )
    if kini is None:
        raise DPAGagal("Konsep DPA ini sudah dihapus. Buka daftar DPA.")
    if kini.is_ditetapkan:
        raise DPAGagal("DPA ini sudah ditetapkan. Buat pergeseran atau perubahan untuk mengubah pagunya.")
    hasil: DPA = kini
    return hasil


def _sebut_pengubah(dpa: DPA) -> str:
    calon = [
        m.riwayat.model.objects.filter(**saring)
        .select_related("history_user")
        .order_by("-history_id")
        .first()
        for m, saring in ((PaguAnggaran, {"dpa_id": dpa.pk}), (DPA, {"id": dpa.pk}))
    ]
    terakhir: Any = max((h for h in calon if h is not None), key=lambda h: h.history_date)
    nama = str(terakhir.history_user) if terakhir.history_user else "Orang lain"
    return (
        f"{nama} mengubah konsep ini pada {sebut_waktu(terakhir.history_date)}. Isian "
        "Anda masih di sini: bandingkan dengan pagu tersimpan, lalu simpan sekali lagi."
    )


# Tetapkan and hapus ---------------------------------------------------------------------------------


def tetapkan_dpa(
    dpa: DPA, oleh: Pengguna, *, jumlah: Decimal | None = None, is_peringatan_dibaca: bool = False
) -> DPA:
    """Set a draft: nothing of it changes any more. ``jumlah`` is the total on the document, in rupiah.

    Raises DPAGagal where something is missing or wrong or the totals differ, PeringatanDPA where a remark was
    not confirmed.
    """
    _wajib_boleh(oleh, dpa.perangkat_daerah)
    with transaction.atomic():
        dpa = _kunci_konsep(dpa)
        hasil = periksa_dpa(dpa)
        if hasil.halangan:
            raise DPAGagal(" ".join(hasil.halangan))
        if jumlah is not None and jumlah != hasil.jumlah:
            raise DPAGagal(
                f"Jumlah pada dokumen {format_rupiah(jumlah)} berbeda dengan jumlah pagu yang diisi "
                f"{format_rupiah(hasil.jumlah)}, selisih {format_rupiah(abs(jumlah - hasil.jumlah))}. "
                "Periksa pagunya."
            )
        if hasil.peringatan and not is_peringatan_dibaca:
            raise PeringatanDPA(hasil.peringatan)
        dpa.ditetapkan_pada, dpa.ditetapkan_oleh = timezone.now(), oleh
        dpa.save()
        uraian = [f"Jumlah pagu {format_rupiah(hasil.jumlah)}", *hasil.peringatan]
        _catat("DPA ditetapkan", dpa, oleh, ". ".join(uraian))
    return dpa


def hapus_konsep(dpa: DPA, oleh: Pengguna) -> None:
    """Delete a draft with its ceilings; its history stays. DPAGagal where a PK names it."""
    _wajib_boleh(oleh, dpa.perangkat_daerah)
    with transaction.atomic():
        dpa = _kunci_konsep(dpa)
        _catat("Konsep DPA dihapus", dpa, oleh, f"Jumlah pagu {format_rupiah(_jumlah(dpa))}")
        try:
            dpa.delete()
        except ProtectedError as galat:
            raise DPAGagal("Konsep ini dirujuk Perjanjian Kinerja. Lepaskan dahulu dari PK itu.") from galat


def _jumlah(dpa: DPA) -> Decimal:
    return bahan.total(bahan.muat_pagu([dpa])[dpa.pk])
