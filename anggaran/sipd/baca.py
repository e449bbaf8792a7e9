"""Reads the rows of an SIPD export once, as they come: sums, total lines, and what was refused. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Protocol

from anggaran.sipd.jumlah import IsiKantor, Nilai, PenghitungTotal, label_total
from anggaran.sipd.kode import KodeTidakSah, bersih, kode_sub_kegiatan
from anggaran.sipd.kolom import CARI_JUDUL, TANGGAL, Judul, Kolom, Tata, is_judul, kenali, normal
from anggaran.sipd.triwulan import TanggalTidakSah, baca_tanggal, triwulan
from anggaran.sipd.uang import PembacaUang
from sakip.umum.angka import AngkaTidakSah

SIMPAN_GALAT = 100
SETIAP = 1000  # rows between two words about progress
KunciKantor = tuple[str, str]  # code and name of an office as the file writes them; "" where it has none
_UANG = (Kolom.PAGU, Kolom.REALISASI, Kolom.SETORAN)


class BarisBerkas(Protocol):
    """A row as ``sakip.umum.excel`` gives it."""

    @property
    def lembar(self) -> str:
        """Name of the sheet."""

    @property
    def nomor(self) -> int:
        """Row of the sheet, from 1."""

    @property
    def nilai(self) -> Sequence[Any]:
        """The cells."""


@dataclass(frozen=True)
class Galat:
    """A row that cannot be read: the whole file waits for it."""

    lembar: str
    nomor: int
    pesan: str


@dataclass
class Bacaan:
    """What a file holds."""

    judul: list[Judul] = field(default_factory=list)
    lembar_tanpa_judul: list[str] = field(default_factory=list)
    baris: int = 0  # rows with an amount, total lines left out
    kosong: int = 0  # rows with a code and no amount
    tersembunyi: int = 0  # rows with an amount that a filter or a person hides
    kantor: dict[KunciKantor, IsiKantor] = field(default_factory=dict)
    tahun_lain: dict[int, tuple[int, Decimal]] = field(default_factory=dict)  # rows and rupiah
    total: PenghitungTotal = field(default_factory=PenghitungTotal)
    uang: PembacaUang = field(default_factory=PembacaUang)
    galat: list[Galat] = field(default_factory=list)
    jumlah_galat: int = 0

    @property
    def tata(self) -> Tata | None:
        """The layout; None where a needed column is missing or sheets differ."""
        semua = {j.tata() for j in self.judul}
        return semua.pop() if len(semua) == 1 else None

    def kolom_ditanya(self) -> list[str]:
        """Return the headers of which a person must say what they are: unknown or twice, each once."""
        return list(dict.fromkeys(nama for j in self.judul for nama in (*j.ganda, *j.tak_dikenal)))

    def punya(self, kolom: Kolom) -> bool:
        """Whether the file has a column."""
        return any(kolom in j.kolom for j in self.judul)

    def catat_galat(self, lembar: str, nomor: int, pesan: str) -> None:
        """Count a row that cannot be read; the first ones are kept."""
        self.jumlah_galat += 1
        if len(self.galat) < SIMPAN_GALAT:
            self.galat.append(Galat(lembar, nomor, pesan))


def baca_berkas(
    baris: Iterable[BarisBerkas],
    tahun: int,
    *,
    alias: Mapping[str, str] | None = None,
    tanggal: Kolom | None = None,
    lapor: Callable[[int], None] | None = None,
    salin: Callable[[BarisBerkas, Judul | None], None] | None = None,
) -> Bacaan:
    """Read a file for one budget year.

    ``alias`` is what people said of columns that the table does not know; ``tanggal`` the column that
    decides about the quarter (None: the first of TANGGAL that the file has); ``lapor`` is told how many rows
    were read, ``salin`` each row with the header that holds for it.
    """
    pembaca = _Pembaca(Bacaan(), tahun, alias or {}, tanggal)
    n = 0
    for satu in baris:
        n += 1
        pembaca.baris(satu)
        if salin is not None:
            salin(satu, pembaca.judul)
        if lapor is not None and n % SETIAP == 0:
            lapor(n)
    pembaca.akhir_lembar()
    if lapor is not None:
        lapor(n)
    return pembaca.hasil


class _Pembaca:
    """Walks through the sheets; each has its own header."""

    def __init__(self, hasil: Bacaan, tahun: int, alias: Mapping[str, str], tanggal: Kolom | None) -> None:
        self.hasil, self.tahun, self.alias, self.pilih_tanggal = hasil, tahun, alias, tanggal
        self.lembar: str | None = None
        self.judul: Judul | None = None
        self._sub: dict[str, str] = {}
        self._is_berisi = False
        self._tanggal: int | None = None

    def akhir_lembar(self) -> None:
        """Note a sheet that held something and no header."""
        if self.lembar is not None and self.judul is None and self._is_berisi:
            self.hasil.lembar_tanpa_judul.append(self.lembar)

    def baris(self, satu: BarisBerkas) -> None:
        """Take the next row."""
        if satu.lembar != self.lembar:
            self.akhir_lembar()
            self.lembar, self.judul, self._is_berisi = satu.lembar, None, False
        sel = satu.nilai
        if self.judul is None:
            self._is_berisi = self._is_berisi or any(s is not None and s != "" for s in sel)
            if satu.nomor <= CARI_JUDUL and is_judul(sel, self.alias):
                self._mulai(satu)
            return
        dahulu = self.hasil.baris
        self._isi(satu.nomor, sel, self.judul)
        if self.hasil.baris > dahulu and getattr(satu, "tersembunyi", False):
            self.hasil.tersembunyi += 1

    def _mulai(self, satu: BarisBerkas) -> None:
        self.judul = judul = kenali(satu.lembar, satu.nomor, satu.nilai, self.alias)
        self.hasil.judul.append(judul)
        pilih = [self.pilih_tanggal, *TANGGAL] if self.pilih_tanggal is not None else TANGGAL
        self._tanggal = next((judul.kolom[t] for t in pilih if t in judul.kolom), None)
        if judul.tata() is not Tata.D:
            self._tanggal = None

    def _isi(self, nomor: int, sel: Sequence[Any], judul: Judul) -> None:
        ambil = judul.kolom
        tempat = ambil.get(Kolom.KODE_SUB_KEGIATAN)
        if tempat is None:
            self.hasil.baris += 1
            return
        mentah = _sel(sel, tempat)
        try:
            kode = self._kode(mentah)
            label = "" if kode else _label(sel)
            nilai = Nilai(*(self._uang(sel, ambil.get(k), nomor) for k in _UANG))
            if label:
                self.hasil.total.bandingkan(judul.lembar, nomor, label, nilai)
            elif kode:
                self._data(nomor, sel, ambil, kode, nilai)
            elif not nilai.is_kosong:
                raise KodeTidakSah("Kode sub kegiatan kosong.")
        except (KodeTidakSah, AngkaTidakSah, TanggalTidakSah) as galat:
            if not self._is_judul_ulang(sel, judul):
                self.hasil.catat_galat(judul.lembar, nomor, str(galat))

    def _data(
        self, nomor: int, sel: Sequence[Any], ambil: Mapping[Kolom, int], kode: str, nilai: Nilai
    ) -> None:
        if nilai.is_kosong:
            self.hasil.kosong += 1
            return
        tahun, tw = self._waktu(sel, ambil)
        self.hasil.baris += 1
        self.hasil.total.tambah(nilai)
        if tahun != self.tahun:
            n, jumlah = self.hasil.tahun_lain.get(tahun, (0, Decimal(0)))
            uang = nilai.pagu if nilai.pagu is not None else nilai.realisasi
            self.hasil.tahun_lain[tahun] = (n + 1, jumlah + (uang or Decimal(0)))
            return
        kantor = self._kantor(sel, ambil)
        kantor.tambah(kode, tw, nilai, nomor)
        if kode not in kantor.nama_sub:
            nama = _sel(sel, ambil.get(Kolom.NAMA_SUB_KEGIATAN))
            kantor.nama_sub[kode] = nama.strip() if isinstance(nama, str) else ""
            kantor.bidang[kode] = bersih(_sel(sel, ambil.get(Kolom.KODE_BIDANG)))

    def _kode(self, mentah: Any) -> str:
        if isinstance(mentah, str):
            hasil = self._sub.get(mentah)
            if hasil is None:
                hasil = "" if label_total(normal(mentah)) else kode_sub_kegiatan(mentah)
                self._sub[mentah] = hasil
            return hasil
        return kode_sub_kegiatan(mentah)

    def _uang(self, sel: Sequence[Any], tempat: int | None, nomor: int) -> Decimal | None:
        return None if tempat is None else self.hasil.uang.baca(_sel(sel, tempat), nomor)

    def _waktu(self, sel: Sequence[Any], ambil: Mapping[Kolom, int]) -> tuple[int, int]:
        """Return year and quarter of a row; quarter 0 where the layout has no dates."""
        tahun = self.tahun
        if Kolom.TAHUN in ambil and (isi := _sel(sel, ambil[Kolom.TAHUN])) not in (None, ""):
            tahun = _tahun(isi)
        if self._tanggal is None:
            return tahun, 0
        hari = baca_tanggal(_sel(sel, self._tanggal))
        if hari is None:
            raise TanggalTidakSah("Tanggal dokumen kosong, jadi triwulannya tidak diketahui.")
        return (hari.year if tahun == self.tahun else tahun), triwulan(hari)

    def _kantor(self, sel: Sequence[Any], ambil: Mapping[Kolom, int]) -> IsiKantor:
        kode = bersih(_sel(sel, ambil.get(Kolom.KODE_SKPD)))
        nama = _sel(sel, ambil.get(Kolom.NAMA_SKPD))
        kunci = (kode, " ".join(nama.replace("\u00a0", " ").split()) if isinstance(nama, str) else "")
        if kunci not in self.hasil.kantor:
            self.hasil.kantor[kunci] = IsiKantor(*kunci)
        return self.hasil.kantor[kunci]

    def _is_judul_ulang(self, sel: Sequence[Any], judul: Judul) -> bool:
        """Whether a row repeats the header, as printed pages do."""
        return [normal(s) for s in sel if s] == [normal(t) for t in judul.teks if t]


def _sel(sel: Sequence[Any], tempat: int | None) -> Any:
    return sel[tempat] if tempat is not None and tempat < len(sel) else None


def _label(sel: Sequence[Any]) -> str:
    return next((hasil for s in sel if isinstance(s, str) and (hasil := label_total(normal(s)))), "")


def _tahun(isi: Any) -> int:
    teks = str(isi).strip().lstrip("'").removesuffix(".0")
    if not (teks.isascii() and teks.isdigit() and len(teks) == 4):
        raise TanggalTidakSah(f"{teks[:40]}: bukan tahun. Tulis seperti 2024.")
    return int(teks)
