"""The rencana aksi of a PK revision: targets per period and actions, saved all or nothing.

Only open quarters change: what a quarter approved for the indicator's (or the action's) unit holds stays as
it was, also where a later revision is set.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max

from kinerja.bentrok import Ubahan, gabung, ubahan_sejak
from kinerja.kunci_rencana import Kunci, Sel, is_digantikan, kantor_pk, muat_kunci, target_terkunci
from kinerja.models import Aksi, PerjanjianKinerja, RencanaAksi, TargetPeriode, TargetPK
from kinerja.pilihan import PERIODE_FREKUENSI, Frekuensi
from kinerja.tanggung_jawab import definisi_kantor
from organisasi.jejak import catat
from organisasi.models import Pengguna, UnitKerja
from organisasi.pilihan import PERENCANA
from renstra.models import SubKegiatan
from sakip.umum.riwayat import buat_banyak, ubah_banyak

BIDANG = ("nilai", "nilai_atas", "predikat_id")
BIDANG_AKSI = ("uraian", "keluaran", "unit_id", "periode", "sub_kegiatan_id")
TERKUNCI = "Triwulan ini sudah disetujui, jadi targetnya tetap. Minta dibuka kembali bila memang keliru."


class RencanaGagal(ValueError):
    """A rencana aksi that cannot be saved; ``sel`` and ``aksi`` say where, with a sentence each."""

    def __init__(
        self, pesan: str, sel: Mapping[Sel, str] | None = None, aksi: Mapping[int, str] | None = None
    ) -> None:
        self.sel, self.aksi = dict(sel or {}), dict(aksi or {})
        super().__init__(pesan)


class RencanaBentrok(RencanaGagal):
    """Somebody changed the same cells or actions meanwhile; both values are shown."""

    def __init__(self, ubahan: Mapping[Sel, Ubahan], aksi: Mapping[int, Ubahan]) -> None:
        self.ubahan, self.ubahan_aksi = dict(ubahan), dict(aksi)
        super().__init__(
            "Sebagian isian diubah orang lain sejak halaman ini dibuka. Periksa, lalu simpan lagi."
        )


@dataclass(frozen=True)
class IsiTargetPeriode:
    """A target as typed; all None is a blank."""

    nilai: Decimal | None = None
    nilai_atas: Decimal | None = None
    predikat_id: int | None = None

    def isi(self) -> tuple[Any, ...]:
        """Return the values as BIDANG names them."""
        return (self.nilai, self.nilai_atas, self.predikat_id)

    @property
    def is_kosong(self) -> bool:
        """Whether nothing is typed."""
        return self.nilai is None and self.predikat_id is None


@dataclass(frozen=True)
class IsiAksi:
    """An action as typed; ``kunci`` is its key, None for a new one; ``hapus`` drops it."""

    kunci: int | None
    uraian: str
    keluaran: str
    unit_id: int
    periode: str
    sub_kegiatan_id: int | None = None
    hapus: bool = False

    def isi(self) -> tuple[Any, ...]:
        """Return the values as BIDANG_AKSI names them."""
        return (self.uraian, self.keluaran, self.unit_id, self.periode, self.sub_kegiatan_id)


# Copy and approved quarters ------------------------------------------------------------------------------


def salin_rencana(lama: PerjanjianKinerja, baru: PerjanjianKinerja, oleh: Pengguna) -> RencanaAksi:
    """Copy the plan of a revision (targets per period, actions) to its successor."""
    tujuan = RencanaAksi.objects.create(perjanjian=baru)
    buat_banyak(
        [
            TargetPeriode(
                rencana_aksi=tujuan,
                indikator_id=t.indikator_id,
                periode=t.periode,
                **{b: getattr(t, b) for b in BIDANG},
            )
            for t in TargetPeriode.objects.filter(rencana_aksi__perjanjian=lama)
        ],
        oleh=oleh,
    )
    buat_banyak(
        [
            Aksi(rencana_aksi=tujuan, urutan=a.urutan, **{b: getattr(a, b) for b in BIDANG_AKSI})
            for a in Aksi.objects.filter(rencana_aksi__perjanjian=lama)
        ],
        oleh=oleh,
    )
    return tujuan


def selaraskan_terkunci(pk: PerjanjianKinerja, oleh: Pengguna) -> int:
    """Bring back what a draft changed in quarters that were approved after it was copied; return how many."""
    kunci = muat_kunci(kantor_pk(pk), pk.tahun)
    if not pk.revisi or not kunci.disetujui:
        return 0
    acuan = target_terkunci(pk, kunci)
    rencana, _ = RencanaAksi.objects.get_or_create(perjanjian=pk)
    ada = {(t.indikator_id, t.periode): t for t in rencana.target.all()}
    berubah = 0
    for sel, t in ada.items():
        if sel not in acuan and kunci.is_sel(*sel) and _ada_sebelum(pk, sel[0]):
            t.delete()
            berubah += 1
    isi = {s: IsiTargetPeriode(*(getattr(t, b) for b in BIDANG)) for s, t in acuan.items()}
    return berubah + _tulis_target(rencana, ada, isi, oleh)


def _ada_sebelum(pk: PerjanjianKinerja, indikator_id: int) -> bool:
    """Whether the indicator stood in an earlier revision: a new one has no old target to keep."""
    return TargetPK.objects.filter(
        perjanjian__jabatan=pk.jabatan_id, perjanjian__tahun=pk.tahun,
        perjanjian__revisi__lt=pk.revisi, indikator_id=indikator_id,
    ).exists()  # fmt: skip


def buang_target_terbuka(pk: PerjanjianKinerja, indikator: Iterable[int]) -> None:
    """Drop the targets per period of indicators that left a draft; approved quarters keep theirs."""
    semua = list(indikator)
    if not semua:
        return
    kunci = muat_kunci(kantor_pk(pk), pk.tahun)
    for t in TargetPeriode.objects.filter(rencana_aksi__perjanjian=pk, indikator__in=semua):
        if not kunci.is_sel(t.indikator_id, t.periode):
            t.delete()


# Save -----------------------------------------------------------------------------------------------------


def simpan_rencana(
    pk: PerjanjianKinerja,
    target: Mapping[Sel, IsiTargetPeriode],
    aksi: Iterable[IsiAksi],
    oleh: Pengguna,
    *,
    dibaca: tuple[int, int] | None = None,
) -> RencanaAksi:
    """Save the plan of a revision: what is not named stays. ``dibaca``: history shown (targets, actions).

    Raises RencanaGagal where a cell of an approved quarter would change or something is not of this plan,
    RencanaBentrok where somebody else changed the same meanwhile.
    """
    kantor = kantor_pk(pk)
    if not oleh.pelaku.is_peran(kantor.pk, *PERENCANA):
        raise PermissionDenied("rencana aksi")
    with transaction.atomic():
        if is_digantikan(pk):
            raise RencanaGagal("PK ini sudah digantikan perubahannya. Ubah rencana aksi PK yang terakhir.")
        rencana, _ = RencanaAksi.objects.select_for_update(of=("self",)).get_or_create(perjanjian=pk)
        kunci = muat_kunci(kantor, pk.tahun)
        daftar_aksi = list(aksi)
        target, daftar_aksi = _gabungkan(rencana, target, daftar_aksi, dibaca)
        ada = {(t.indikator_id, t.periode): t for t in rencana.target.all()}
        _periksa_target(pk, target, ada, kunci)
        berubah = _tulis_target(rencana, ada, target, oleh)
        berubah += _simpan_aksi(rencana, daftar_aksi, kunci, oleh)
        if berubah:
            peran = oleh.pelaku.sebut_peran(kantor.pk)[:40]
            catat("Rencana aksi diubah", pk, oleh=oleh, kantor=kantor, peran=peran, uraian=f"{berubah} isian")
    return rencana


def _gabungkan(
    rencana: RencanaAksi,
    target: Mapping[Sel, IsiTargetPeriode],
    aksi: list[IsiAksi],
    dibaca: tuple[int, int] | None,
) -> tuple[dict[Sel, IsiTargetPeriode], list[IsiAksi]]:
    hasil = dict(target)
    if dibaca is None:
        return hasil, aksi
    bentrok: dict[Sel, Ubahan] = {}
    ubahan = ubahan_sejak(
        TargetPeriode, dibaca[0], ("indikator_id", "periode"), BIDANG, rencana_aksi_id=rencana.pk
    )
    for kunci, u in ubahan.items():
        sel = (kunci[0], kunci[1])
        if sel in hasil:
            g = gabung(hasil[sel], u, *(IsiTargetPeriode(**(s or {})) for s in (u.lama, u.baru)))
            hasil[sel] = g.nilai
            if g.bentrok:
                bentrok[sel] = u
    bentrok_aksi: dict[int, Ubahan] = {}
    lain = ubahan_sejak(Aksi, dibaca[1], ("id",), BIDANG_AKSI, rencana_aksi_id=rencana.pk)
    pakai = []
    for a in aksi:
        u2 = lain.get((a.kunci,))
        if u2 is None or u2.lama is None:
            pakai.append(a)
            continue
        dulu, kini = (None if s is None else tuple(s.values()) for s in (u2.lama, u2.baru))
        if not a.hapus and a.isi() == dulu:
            continue  # left as it was: the other's change stands
        if a.isi() != kini or a.hapus:
            bentrok_aksi[a.kunci or 0] = u2
        pakai.append(a)
    if bentrok or bentrok_aksi:
        raise RencanaBentrok(bentrok, bentrok_aksi)
    return hasil, pakai


def _periksa_target(
    pk: PerjanjianKinerja,
    target: Mapping[Sel, IsiTargetPeriode],
    ada: Mapping[Sel, TargetPeriode],
    kunci: Kunci,
) -> None:
    dalam_pk = set(TargetPK.objects.filter(perjanjian=pk).values_list("indikator_id", flat=True))
    definisi = definisi_kantor(kantor_pk(pk), pk.tahun)
    galat: dict[Sel, str] = {}
    for (i, periode), isi in target.items():
        d = definisi.get(i)
        if i not in dalam_pk or d is None or periode not in PERIODE_FREKUENSI[Frekuensi(d.frekuensi)]:
            galat[i, periode] = "Periode ini tidak diminta untuk indikator ini. Muat ulang halaman."
        elif kunci.is_sel(i, periode) and _isi(ada.get((i, periode))) != isi:
            galat[i, periode] = TERKUNCI
    if galat:
        raise RencanaGagal("Belum tersimpan. Perbaiki isian yang bertanda merah.", sel=galat)


def _isi(t: TargetPeriode | None) -> IsiTargetPeriode:
    return IsiTargetPeriode() if t is None else IsiTargetPeriode(*(getattr(t, b) for b in BIDANG))


def _tulis_target(
    rencana: RencanaAksi,
    ada: Mapping[Sel, TargetPeriode],
    target: Mapping[Sel, IsiTargetPeriode],
    oleh: Pengguna,
) -> int:
    baru: list[TargetPeriode] = []
    ubah: list[TargetPeriode] = []
    hapus: list[TargetPeriode] = []
    for sel, isi in target.items():
        t = ada.get(sel)
        if _isi(t) == isi and (t is None) == isi.is_kosong:
            continue
        if isi.is_kosong and t is not None:
            hapus.append(t)
            continue
        (baru if t is None else ubah).append(
            _terapkan(t or TargetPeriode(rencana_aksi=rencana, indikator_id=sel[0], periode=sel[1]), isi)
        )
    for t in hapus:
        t.delete()
    buat_banyak(baru, oleh=oleh)
    ubah_banyak(ubah, ("nilai", "nilai_atas", "predikat"), oleh=oleh)
    return len(baru) + len(ubah) + len(hapus)


def _terapkan(t: TargetPeriode, isi: IsiTargetPeriode) -> TargetPeriode:
    for nama, nilai in zip(BIDANG, isi.isi(), strict=True):
        setattr(t, nama, nilai)
    return t


# Actions -----------------------------------------------------------------------------------------------


def _simpan_aksi(rencana: RencanaAksi, aksi: Iterable[IsiAksi], kunci: Kunci, oleh: Pengguna) -> int:
    ada = {a.pk: a for a in rencana.aksi.all()}
    unit, sub = _pilihan_sah(rencana.perjanjian)
    galat: dict[int, str] = {}
    baru: list[Aksi] = []
    ubah: list[Aksi] = []
    hapus: list[Aksi] = []
    for n, isi in enumerate(aksi):
        lama = ada.get(isi.kunci) if isi.kunci is not None else None
        if isi.kunci is not None and lama is None:
            galat[n] = "Aksi ini sudah dihapus. Muat ulang halaman."
            continue
        sama = lama is not None and tuple(getattr(lama, b) for b in BIDANG_AKSI) == isi.isi()
        if sama and not isi.hapus:
            continue
        if pesan := _galat_aksi(lama, isi, kunci, unit, sub):
            galat[n] = pesan
        elif isi.hapus:
            hapus += [lama] if lama is not None else []
        else:
            (baru if lama is None else ubah).append(_terapkan_aksi(lama or Aksi(rencana_aksi=rencana), isi))
    if galat:
        raise RencanaGagal("Belum tersimpan. Perbaiki isian yang bertanda merah.", aksi=galat)
    for a in hapus:
        a.delete()
    terakhir = rencana.aksi.aggregate(m=Max("urutan"))["m"] or 0
    for n, a in enumerate(baru, start=terakhir + 1):
        a.urutan = n
    buat_banyak(baru, oleh=oleh)
    ubah_banyak(ubah, ("uraian", "keluaran", "unit", "periode", "sub_kegiatan"), oleh=oleh)
    return len(baru) + len(ubah) + len(hapus)


def _pilihan_sah(pk: PerjanjianKinerja) -> tuple[set[int], set[int]]:
    kantor = kantor_pk(pk)
    unit = set(UnitKerja.objects.filter(perangkat_daerah=kantor).values_list("pk", flat=True))
    sub = SubKegiatan.objects.filter(
        kegiatan__program__perangkat_daerah=kantor, kegiatan__program__tahun=pk.tahun
    )
    return unit, set(sub.values_list("pk", flat=True))


def _galat_aksi(lama: Aksi | None, isi: IsiAksi, kunci: Kunci, unit: set[int], sub: set[int]) -> str:
    if lama is not None and kunci.is_unit(lama.unit_id, lama.periode):
        return "Triwulan aksi ini sudah disetujui, jadi aksinya tetap."
    if isi.hapus:
        return ""
    if isi.unit_id not in unit or not (isi.sub_kegiatan_id is None or isi.sub_kegiatan_id in sub):
        return "Unit atau sub kegiatan ini milik kantor atau tahun lain. Pilih dari daftar."
    if not isi.uraian.strip():
        return "Tulis uraian aksi, misalnya: Survei kepuasan masyarakat di loket pelayanan."
    if kunci.is_unit(isi.unit_id, isi.periode):
        return "Triwulan itu sudah disetujui untuk unit ini. Pilih periode yang masih terbuka."
    return ""


def _terapkan_aksi(a: Aksi, isi: IsiAksi) -> Aksi:
    for nama, nilai in zip(BIDANG_AKSI, isi.isi(), strict=True):
        setattr(a, nama, nilai)
    return a
