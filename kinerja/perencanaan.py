"""Writes of the plan: Renstra targets in one save, and the definition of an indicator.

Every function checks the right itself and works in one transaction. A definition that already carries data
is never changed under it: the change starts with a later year, the old definition stays for its years.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Q

from kinerja import bentrok
from kinerja.models import (
    DefinisiIndikator,
    Indikator,
    NilaiTahunLalu,
    Realisasi,
    TargetDPA,
    TargetPeriode,
    TargetPK,
    TargetRenstra,
    TargetRKT,
)
from organisasi.jejak import catat
from organisasi.models import Pengguna, PerangkatDaerah
from organisasi.pilihan import PERENCANA
from renstra.models import VersiRenstra
from renstra.program_tahun import RencanaGagal
from sakip.umum.riwayat import buat_banyak, ubah_banyak

BIDANG_NILAI = ("nilai", "nilai_atas", "predikat_id")
# What decides how a value is read and computed: a change of one of these needs a reason once data exist.
BIDANG_POKOK = (
    "satuan_id", "arah", "jenis", "skala", "metode", "frekuensi", "akumulasi_renstra", "formulasi",
    "label_pembilang", "label_penyebut",
)  # fmt: skip
BIDANG_LAIN = ("desimal", "definisi_operasional", "sumber_data", "penanggung_jawab_id")
KunciTarget = tuple[int, int]  # indicator and year


@dataclass(frozen=True)
class IsiTarget:
    """A target: a number, a range (two numbers) or a grade; nothing filled is a blank."""

    nilai: Decimal | None = None
    nilai_atas: Decimal | None = None
    predikat_id: int | None = None

    @property
    def is_kosong(self) -> bool:
        """Whether nothing is filled."""
        return self.nilai is None and self.predikat_id is None


class TargetBentrok(RencanaGagal):
    """Targets that somebody else changed meanwhile, by indicator and year.

    ``gabungan`` are the values to go on with: the other's where the person typed nothing new.
    """

    def __init__(
        self, ubahan: Mapping[KunciTarget, bentrok.Ubahan], gabungan: Mapping[KunciTarget, IsiTarget]
    ) -> None:
        self.ubahan, self.gabungan = dict(ubahan), dict(gabungan)
        super().__init__("Target berubah sejak halaman ini dibuka. Kedua nilainya tampak di bawah.")


class DefinisiSalah(RencanaGagal):
    """A definition with refused fields: ``galat`` maps a field to its sentence."""

    def __init__(self, galat: Mapping[str, str]) -> None:
        self.galat = dict(galat)
        super().__init__(" ".join(galat.values()))


def boleh_rencana(pengguna: Pengguna, kantor_id: int) -> bool:
    """Whether a person writes the plan of an office: PERENCANA."""
    return pengguna.pelaku.is_peran(kantor_id, *PERENCANA)


def _wajib_boleh(oleh: Pengguna, kantor_id: int) -> None:
    if not boleh_rencana(oleh, kantor_id):
        raise PermissionDenied("perencanaan")


# Renstra targets ------------------------------------------------------------------------------------


def versi_target(versi: VersiRenstra, indikator: Iterable[int]) -> int:
    """Return the newest history row of the targets of a version: what a page shows."""
    return bentrok.versi(TargetRenstra, versi_id=versi.pk, indikator_id__in=list(indikator))


def simpan_target(
    versi: VersiRenstra, isi: Mapping[KunciTarget, IsiTarget], *, dibaca: int, oleh: Pengguna
) -> int:
    """Save the targets of a version of the Renstra, all or nothing; return how many changed.

    A blank is no row. A cell that the person left as it was takes what somebody else stored after
    ``dibaca``; one that both changed raises TargetBentrok. Raises RencanaGagal for a year before the
    version's first or outside the period, and for an indicator of another office.
    """
    kantor_id = versi.renstra.perangkat_daerah_id
    _wajib_boleh(oleh, kantor_id)
    with transaction.atomic():
        VersiRenstra.objects.select_for_update(of=("self",)).get(pk=versi.pk)
        _periksa_kunci(versi, isi, kantor_id)
        isi = _gabungkan(versi, isi, dibaca)
        ada = {
            (t.indikator_id, t.tahun): t
            for t in TargetRenstra.objects.filter(versi=versi, indikator__in={i for i, _ in isi})
        }
        return _tulis_target(versi, isi, ada, oleh)


def _periksa_kunci(versi: VersiRenstra, isi: Mapping[KunciTarget, IsiTarget], kantor_id: int) -> None:
    tahun = {t for _, t in isi} - set(tahun_versi(versi))
    if tahun:
        raise RencanaGagal(f"Versi ini tidak menetapkan target tahun {min(tahun)}.")
    indikator = {i for i, _ in isi}
    milik = Indikator.objects.filter(pk__in=indikator, perangkat_daerah=kantor_id).count()
    if milik < len(indikator):
        raise RencanaGagal("Ada indikator yang bukan milik perangkat daerah ini.")


def tahun_versi(versi: VersiRenstra) -> list[int]:
    """Return the years whose targets a version sets."""
    return [t for t in versi.renstra.periode.tahun_target if t >= versi.mulai_tahun]


def _gabungkan(
    versi: VersiRenstra, isi: Mapping[KunciTarget, IsiTarget], dibaca: int
) -> dict[KunciTarget, IsiTarget]:
    ubahan = bentrok.ubahan_sejak(
        TargetRenstra, dibaca, ("indikator_id", "tahun"), BIDANG_NILAI,
        versi_id=versi.pk, indikator_id__in=[i for i, _ in isi],
    )  # fmt: skip
    hasil, lawan = {}, {}
    for kunci, satu in isi.items():
        u = ubahan.get(kunci)
        sel = bentrok.gabung(satu, u, _isi(u.lama if u else None), _isi(u.baru if u else None))
        hasil[kunci] = sel.nilai
        if sel.bentrok is not None:
            lawan[kunci] = sel.bentrok
    if lawan:
        raise TargetBentrok(lawan, hasil)
    return hasil


def _isi(sisi: dict[str, Any] | None) -> IsiTarget:
    return IsiTarget(**sisi) if sisi else IsiTarget()


def _tulis_target(
    versi: VersiRenstra,
    isi: Mapping[KunciTarget, IsiTarget],
    ada: Mapping[KunciTarget, TargetRenstra],
    oleh: Pengguna,
) -> int:
    baru, ubah, hapus = [], [], []
    for kunci, satu in isi.items():
        lama = ada.get(kunci)
        kini = tuple(getattr(satu, b) for b in BIDANG_NILAI)
        if lama is None and not satu.is_kosong:
            baru.append(TargetRenstra(indikator_id=kunci[0], versi=versi, tahun=kunci[1], **_kolom(satu)))
        elif lama is not None and satu.is_kosong:
            hapus.append(lama)
        elif lama is not None and tuple(getattr(lama, b) for b in BIDANG_NILAI) != kini:
            for nama in BIDANG_NILAI:
                setattr(lama, nama, getattr(satu, nama))
            ubah.append(lama)
    for t in hapus:
        t.delete()
    ubah_banyak(ubah, ["nilai", "nilai_atas", "predikat"], oleh=oleh)
    buat_banyak(baru, oleh=oleh)
    return len(baru) + len(ubah) + len(hapus)


def _kolom(satu: IsiTarget) -> dict[str, Any]:
    return {b: getattr(satu, b) for b in BIDANG_NILAI}


# Definition of an indicator -------------------------------------------------------------------------


def tahun_berdata(indikator: Indikator) -> set[int]:
    """Return the years for which an indicator has targets or values."""
    isi = Q(nilai__isnull=False) | Q(predikat__isnull=False)
    milik = {"indikator": indikator}
    kueri = [
        TargetRenstra.objects.filter(isi, **milik).values_list("tahun", flat=True),
        TargetRKT.objects.filter(isi, **milik).values_list("tahun", flat=True),
        TargetPK.objects.filter(isi, **milik).values_list("perjanjian__tahun", flat=True),
        TargetDPA.objects.filter(isi, **milik).values_list("dpa__tahun", flat=True),
        TargetPeriode.objects.filter(isi, **milik).values_list(
            "rencana_aksi__perjanjian__tahun", flat=True
        ),
        NilaiTahunLalu.objects.filter(**milik).values_list("tahun", flat=True),
    ]  # fmt: skip
    return {int(t) for k in kueri for t in k.order_by().distinct()} | _tahun_realisasi(indikator)


def tahun_terkunci(indikator: Indikator) -> set[int]:
    """Return the years whose definition may not change any more: measured, or promised in a set PK or DPA."""
    pk = TargetPK.objects.filter(indikator=indikator, perjanjian__ditetapkan_pada__isnull=False)
    dpa = TargetDPA.objects.filter(indikator=indikator, dpa__ditetapkan_pada__isnull=False)
    return (
        _tahun_realisasi(indikator)
        | set(pk.order_by().values_list("perjanjian__tahun", flat=True).distinct())
        | set(dpa.order_by().values_list("dpa__tahun", flat=True).distinct())
    )


def _tahun_realisasi(indikator: Indikator) -> set[int]:
    semua = Realisasi.objects.filter(pengukuran__indikator=indikator)
    return set(semua.order_by().values_list("pengukuran__tahun", flat=True).distinct())


def is_pokok_berubah(lama: DefinisiIndikator, baru: DefinisiIndikator) -> bool:
    """Whether two definitions read or compute a value differently."""
    return any(getattr(lama, b) != getattr(baru, b) for b in BIDANG_POKOK)


def tahun_pertama_bebas(lama: DefinisiIndikator) -> int:
    """Return the earliest year from which a new definition may hold."""
    return max(lama.mulai_tahun, *tahun_terkunci(lama.indikator), 0) + 1


def tahun_berlaku(daftar: Sequence[DefinisiIndikator]) -> list[tuple[DefinisiIndikator, str]]:
    """Return the definitions, the newest first, each with the years for which it holds in words."""
    hasil = []
    sesudah: int | None = None
    for d in daftar:
        akhir = None if sesudah is None else sesudah - 1
        lama = "dan sesudahnya" if akhir is None else f"sampai {akhir}" if akhir > d.mulai_tahun else ""
        hasil.append((d, f"{d.mulai_tahun} {lama}".strip()))
        sesudah = d.mulai_tahun
    return hasil


def buat_definisi(
    indikator: Indikator, isi: Mapping[str, Any], *, mulai_tahun: int, oleh: Pengguna
) -> DefinisiIndikator:
    """Store the first definition of an indicator. ``isi`` maps BIDANG_POKOK and BIDANG_LAIN to values."""
    _wajib_boleh(oleh, indikator.perangkat_daerah_id)
    with transaction.atomic():
        _kunci(indikator)
        if indikator.definisi.exists():
            raise RencanaGagal("Indikator ini sudah mempunyai definisi. Muat ulang halaman ini.")
        baru = DefinisiIndikator(indikator=indikator, mulai_tahun=mulai_tahun, **_bidang(isi))
        _simpan(baru)
        _catat("Definisi indikator dibuat", indikator, oleh, f"Mulai tahun {mulai_tahun}")
    return baru


def ubah_definisi(
    indikator: Indikator,
    isi: Mapping[str, Any],
    *,
    oleh: Pengguna,
    mulai_tahun: int | None = None,
    alasan: str = "",
) -> DefinisiIndikator:
    """Change the newest definition of an indicator; return the definition that holds the change.

    Without data, or where nothing changes that decides how a value is read, it is edited in place. Else a new
    definition starts with ``mulai_tahun`` for ``alasan`` (both asked), and the old one stays for its years.
    Raises DefinisiSalah with the fields that are refused.
    """
    _wajib_boleh(oleh, indikator.perangkat_daerah_id)
    with transaction.atomic():
        _kunci(indikator)
        lama = indikator.definisi.order_by("-mulai_tahun").first()
        if lama is None:
            raise RencanaGagal("Indikator ini belum mempunyai definisi. Muat ulang halaman ini.")
        baru = DefinisiIndikator(
            indikator=indikator, mulai_tahun=lama.mulai_tahun, alasan_perubahan=lama.alasan_perubahan,
            **_bidang(isi),
        )  # fmt: skip
        berdata = {t for t in tahun_berdata(indikator) if t >= lama.mulai_tahun}
        if is_pokok_berubah(lama, baru) and berdata:
            baru.mulai_tahun, baru.alasan_perubahan = _syarat_baru(lama, mulai_tahun, alasan), alasan.strip()
            _simpan(baru)
            uraian = f"Mulai tahun {baru.mulai_tahun}: {baru.alasan_perubahan}"
            _catat("Definisi indikator diubah", indikator, oleh, uraian)
            return baru
        berubah = [b for b in (*BIDANG_POKOK, *BIDANG_LAIN) if getattr(lama, b) != getattr(baru, b)]
        for b in berubah:
            setattr(lama, b, getattr(baru, b))
        if berubah:
            _simpan(lama)
        return lama


def _syarat_baru(lama: DefinisiIndikator, mulai_tahun: int | None, alasan: str) -> int:
    galat = {}
    if not alasan.strip():
        galat["alasan"] = (
            "Indikator ini sudah berisi data. Tulis alasan perubahannya, misalnya: rumus mengikuti "
            "pedoman baru."
        )
    awal = tahun_pertama_bebas(lama)
    if mulai_tahun is None:
        galat["mulai_tahun"] = f"Tulis tahun pertama definisi baru, misalnya {awal}."
    elif mulai_tahun < awal:
        galat["mulai_tahun"] = (
            f"{mulai_tahun}: definisi lama tetap berlaku sampai tahun {awal - 1}, karena tahun itu sudah "
            f"diukur, dijanjikan, atau menjadi tahun pertamanya. Tulis {awal} atau sesudahnya."
        )
    if galat or mulai_tahun is None:
        raise DefinisiSalah(galat)
    return mulai_tahun


def _bidang(isi: Mapping[str, Any]) -> dict[str, Any]:
    return {b: isi[b] for b in (*BIDANG_POKOK, *BIDANG_LAIN) if b in isi}


def _kunci(indikator: Indikator) -> None:
    Indikator.objects.select_for_update(of=("self",)).get(pk=indikator.pk)


def _simpan(baru: DefinisiIndikator) -> None:
    try:
        baru.full_clean()
    except ValidationError as galat:
        raise DefinisiSalah({k: " ".join(v) for k, v in galat.message_dict.items()}) from galat
    baru.save()


def _catat(tindakan: str, indikator: Indikator, oleh: Pengguna, uraian: str) -> None:
    kantor: PerangkatDaerah = indikator.perangkat_daerah
    peran = oleh.pelaku.sebut_peran(kantor.pk)[:40]
    catat(tindakan, indikator, oleh=oleh, kantor=kantor, peran=peran, uraian=uraian)


def periksa_perubahan_definisi(lama: DefinisiIndikator | None, baru: DefinisiIndikator) -> str | None:
    """Return why a definition may not be stored as typed, None where it may; for forms of the stock admin.

    ``lama`` is the stored row (None for a new one), ``baru`` what was typed. What carries data changes by a
    later definition with a reason, never in place.
    """
    if lama is None:
        return _periksa_definisi_baru(baru)
    sesudah = lama.indikator.definisi.filter(mulai_tahun__gt=lama.mulai_tahun).order_by("mulai_tahun").first()
    berdata = {
        t
        for t in tahun_berdata(lama.indikator)
        if t >= lama.mulai_tahun and (sesudah is None or t < sesudah.mulai_tahun)
    }
    pindah = lama.mulai_tahun != baru.mulai_tahun or lama.indikator_id != baru.indikator_id
    if not berdata or not (pindah or is_pokok_berubah(lama, baru)):
        return None
    return (
        f"Definisi ini sudah dipakai data tahun {_sebut_tahun(berdata)}. Satuan, arah, jenis, metode, "
        "frekuensi, rumus, dan tahunnya tidak dapat diganti di sini. Pakai Ubah definisi pada "
        "Perencanaan: perubahan berlaku mulai tahun berikutnya dengan alasannya."
    )


def _periksa_definisi_baru(baru: DefinisiIndikator) -> str | None:
    if not baru.indikator_id or not baru.mulai_tahun:
        return None
    sebelum = baru.indikator.definisi_pada(baru.mulai_tahun)
    if sebelum is None or not is_pokok_berubah(sebelum, baru):
        return None
    kunci = {t for t in tahun_terkunci(baru.indikator) if t >= baru.mulai_tahun}
    if kunci:
        return (
            f"Tahun {_sebut_tahun(kunci)} sudah diukur atau dijanjikan menurut definisi lama. Tulis tahun "
            f"mulai {max(kunci) + 1} atau sesudahnya."
        )
    berdata = {t for t in tahun_berdata(baru.indikator) if t >= sebelum.mulai_tahun}
    if berdata and not baru.alasan_perubahan.strip():
        return (
            "Indikator ini sudah berisi data. Isi alasan perubahan, misalnya: rumus mengikuti pedoman baru."
        )
    return None


def _sebut_tahun(tahun: set[int]) -> str:
    return str(min(tahun)) if len(tahun) == 1 else f"{min(tahun)} sampai {max(tahun)}"
