"""Compares the rows of a workbook with the database: what is new, changed, the same, or stands in the way.

Three values meet in a cell: what the file was made from (as a hash), what a person typed, what stands in
the database now. What the person left alone keeps today's value; what both changed is a conflict, shown with
both.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.db.models import Model

from pelaporan.buku.bahan import BUKAN_WEWENANG, Bahan
from pelaporan.buku.kolom import Kolom, Nilai, SelSalah, kanon, sebut, sidik
from pelaporan.buku.skema import Baris, BarisIsi, BarisSalah, LembarIsi
from sakip.umum.waktu import sebut_waktu

GANDA = "Ada dua baris untuk kunci yang sama ({kunci}). Sisakan satu."
HILANG = (
    "Baris ini sudah dihapus sejak buku kerja dibuat. Hapus baris ini, atau tulis isinya pada baris baru di "
    "bawah."
)
KUNCI_TETAP = "Kunci baris yang sudah ada tidak dapat diganti. Tulis baris baru di bawah."
TERSEMBUNYI = "Baris ini tersembunyi tetapi isinya berubah. Tampilkan barisnya, periksa, lalu simpan."


class Keadaan(StrEnum):
    """What becomes of a row."""

    BARU = "baru"
    BERUBAH = "berubah"
    TETAP = "tetap"
    DITOLAK = "ditolak"


@dataclass
class RencanaBaris:
    """What a row would do: its values after the change, which columns differ, and what stands there now."""

    baris: BarisIsi
    ada: Baris | None
    nilai: dict[str, Nilai]
    ubah: frozenset[str] = frozenset()
    keadaan: Keadaan = Keadaan.TETAP
    salah: dict[str, SelSalah] = field(default_factory=dict)
    menunggu: BarisSalah | None = None  # names a row that is not written yet
    is_tertulis: bool = False

    def tolak(self, kolom: str, salah: SelSalah) -> None:
        """Refuse the row at a column."""
        self.salah.setdefault(kolom, salah)
        self.keadaan = Keadaan.DITOLAK


@dataclass
class RencanaLembar:
    """What a sheet would do."""

    isi: LembarIsi
    baris: list[RencanaBaris]
    tidak_disebut: int = 0

    def hitung(self, keadaan: Keadaan) -> int:
        """Return how many rows are in a state."""
        return sum(1 for r in self.baris if r.keadaan is keadaan)

    @property
    def jumlah_berbeda(self) -> int:
        """How many rows are not the same."""
        return sum(1 for r in self.baris if r.keadaan is not Keadaan.TETAP)


def bandingkan(b: Bahan, isi: LembarIsi) -> RencanaLembar:
    """Return what the rows of a sheet would do; reads only."""
    kolom = tuple(k for k in isi.kolom if not k.is_keterangan)
    asal = {baris.kunci_asal: baris.sidik_asal for baris in isi.baris if baris.kunci_asal}
    ada = {isi.lembar.kunci(kolom, satu.nilai): satu for satu in isi.lembar.muat(b)}
    semua = [_satu(b, isi, kolom, ada, asal, baris) for baris in isi.baris]
    _tolak_ganda(isi, kolom, semua)
    disebut = {id(r.ada) for r in semua if r.ada is not None}
    return RencanaLembar(isi, semua, sum(1 for satu in ada.values() if id(satu) not in disebut))


def _satu(
    b: Bahan,
    isi: LembarIsi,
    kolom: tuple[Kolom, ...],
    ada: dict[str, Baris],
    asal: dict[str, dict[str, str]],
    baris: BarisIsi,
) -> RencanaBaris:
    hasil = RencanaBaris(baris, None, dict(baris.nilai))
    for k, galat in baris.salah.items():
        hasil.tolak(k, galat)
    if not baris.salah:
        try:
            hasil.nilai = isi.lembar.normal(b, hasil.nilai)
        except BarisSalah as galat:
            for k, satu in galat.salah.items():
                hasil.tolak(k, satu)
    kunci = _cari(b, isi, kolom, ada, hasil)
    hasil.ada = ada.get(kunci)
    if hasil.keadaan is Keadaan.DITOLAK:
        return hasil
    _banding_sel(kolom, hasil, asal.get(kunci, {}), kunci_terbuka=isi.lembar.kunci_terbuka)
    if hasil.keadaan in (Keadaan.BARU, Keadaan.BERUBAH):
        _wajib(kolom, hasil)
    if hasil.keadaan in (Keadaan.BARU, Keadaan.BERUBAH) and baris.is_tersembunyi:
        hasil.tolak("", SelSalah("baris_tersembunyi", TERSEMBUNYI))
    return hasil


def _cari(
    b: Bahan, isi: LembarIsi, kolom: tuple[Kolom, ...], ada: dict[str, Baris], hasil: RencanaBaris
) -> str:
    """Return the key of the row of the database that a row of the file is of, of none for a new one.

    What a person sees comes first: rows may have been sorted without the hidden columns. A key that is not
    there is a correction of the hidden one.
    """
    asal, wajar = hasil.baris.kunci_asal, isi.lembar.kunci(kolom, hasil.nilai)
    if wajar in ada or not asal:
        return wajar
    if asal not in ada and not b.is_baru and hasil.keadaan is not Keadaan.DITOLAK:
        hasil.tolak("", SelSalah("baris_hilang", HILANG))
    return asal


def _banding_sel(
    kolom: tuple[Kolom, ...], hasil: RencanaBaris, asal: dict[str, str], *, kunci_terbuka: bool
) -> None:
    if hasil.ada is None:
        hasil.ubah, hasil.keadaan = frozenset(k.kunci for k in kolom), Keadaan.BARU
        return
    ubah = set()
    for k in kolom:
        tulis, kini = hasil.nilai[k.kunci], hasil.ada.nilai[k.kunci]
        if kanon(tulis) == kanon(kini):
            continue
        dasar = asal.get(k.kunci)
        if dasar is not None and sidik(tulis) == dasar:
            hasil.nilai[k.kunci] = kini  # left alone: somebody else's newer value stays
        elif dasar is not None and sidik(kini) != dasar:
            hasil.tolak(k.kunci, SelSalah("bentrok", _sebut_bentrok(hasil.ada.objek, k, kini, tulis)))
        else:
            ubah.add(k.kunci)
    hasil.ubah = frozenset(ubah)
    if hasil.keadaan is Keadaan.DITOLAK or not ubah:
        return
    hasil.keadaan = Keadaan.BARU if hasil.ada.objek is None else Keadaan.BERUBAH
    _tolak_terkunci(hasil, ubah)
    for k in kolom:
        if k.is_kunci and k.kunci in ubah and not kunci_terbuka:
            hasil.tolak(k.kunci, SelSalah("kunci_tetap", KUNCI_TETAP))


def _tolak_terkunci(hasil: RencanaBaris, ubah: set[str]) -> None:
    assert hasil.ada is not None
    if hasil.ada.terkunci:
        kode = "izin" if hasil.ada.terkunci.startswith(BUKAN_WEWENANG) else "terkunci"
        for k in sorted(ubah):
            hasil.tolak(k, SelSalah(kode, hasil.ada.terkunci))
        return
    for k in sorted(ubah & hasil.ada.sel_terkunci):
        if hasil.nilai[k] not in (None, ""):
            hasil.tolak(k, SelSalah("terkunci", "Sel ini tidak dipakai pada baris ini. Kosongkan."))


def _sebut_bentrok(objek: Any, kolom: Kolom, kini: Nilai, tulis: Nilai) -> str:
    siapa = "seseorang"
    if isinstance(objek, Model) and hasattr(objek, "riwayat"):
        terakhir = objek.riwayat.select_related("history_user").first()
        if terakhir is not None:
            orang = terakhir.history_user or getattr(objek, "diisi_oleh", None)
            siapa = f"{orang or 'sistem'} pada {sebut_waktu(terakhir.history_date)}"
    return (
        f"Sejak buku kerja dibuat, {siapa} mengubah nilai ini menjadi {sebut(kolom, kini)}. Isian Anda: "
        f"{sebut(kolom, tulis)}. Pilih salah satu, lalu unggah buku yang dikembalikan ini."
    )


def _wajib(kolom: tuple[Kolom, ...], hasil: RencanaBaris) -> None:
    for k in kolom:
        if k.wajib and hasil.nilai[k.kunci] in (None, ""):
            contoh = f", misalnya {k.contoh}" if k.contoh else ""
            hasil.tolak(k.kunci, SelSalah("wajib", f"{k.judul} belum diisi{contoh}."))


def _tolak_ganda(isi: LembarIsi, kolom: tuple[Kolom, ...], semua: list[RencanaBaris]) -> None:
    """Refuse rows that name the same key, or the same row of the database."""
    kunci_kolom = [k.kunci for k in kolom if k.is_kunci]
    sah = [r for r in semua if not set(r.salah) & set(kunci_kolom)]
    wajar = Counter(isi.lembar.kunci(kolom, r.nilai) for r in sah)
    objek = Counter(id(r.ada) for r in sah if r.ada is not None)
    for r in sah:
        kunci = isi.lembar.kunci(kolom, r.nilai)
        if wajar[kunci] > 1 or (r.ada is not None and objek[id(r.ada)] > 1):
            r.tolak(kunci_kolom[-1], SelSalah("kunci_ganda", GANDA.format(kunci=kunci)))
