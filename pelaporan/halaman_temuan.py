"""What the page of findings shows: the outcome in a sentence, the findings by level, what was checked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.utils import timezone

from organisasi.models import Pengguna
from organisasi.pilihan import ADMIN, Peran
from pelaporan.alur_temuan import boleh_beri_alasan, boleh_kecualikan, sidik_tanggapan
from pelaporan.forms_temuan import FormAlasan, FormPengecualian
from pelaporan.kerangka import BAB, urutan_tempat
from pelaporan.konteks import Kerangka
from pelaporan.models import Laporan
from pelaporan.pemeriksaan import periksa_laporan
from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.jalankan import HasilPeriksa
from pelaporan.susun import SusunGagal, susun
from pelaporan.tampil_temuan import (
    ADMIN_KABUPATEN,
    BERSAMA,
    PENYUSUN,
    BarisTemuan,
    baris_temuan,
    sebut_penghalang,
)
from sakip.umum.tanggal import format_tanggal
from sakip.umum.waktu import sebut_waktu

TAMPIL_SEKELOMPOK = 3
MILIK_SAYA = "saya"
DEPAN, LAMPIRAN = "depan", "lampiran"
ALASAN, KECUALIKAN = "alasan", "kecualikan"
Form = FormAlasan | FormPengecualian


@dataclass(frozen=True)
class BarisHalaman:
    """A finding with the form for its answer: None where this person gives none."""

    isi: BarisTemuan
    form: Form | None
    dibaca: str
    lain: int  # other unanswered warnings of the same check
    is_salah: bool = False

    @property
    def tindakan(self) -> str:
        """What the form does."""
        return ALASAN if isinstance(self.form, FormAlasan) else KECUALIKAN


@dataclass(frozen=True)
class Salah:
    """An answer that was refused: the finding's key and the form with what was typed."""

    kunci: str
    form: Form


@dataclass(frozen=True)
class Kelompok:
    """Findings of one check in a row: the first few, and the rest folded ("12 lagi")."""

    judul: str
    tampil: list[BarisHalaman]
    lipat: list[BarisHalaman]

    @property
    def is_terbuka(self) -> bool:
        """Whether a refused answer is among the folded ones."""
        return any(b.is_salah for b in self.lipat)


def kelompokkan(baris: Iterable[BarisHalaman]) -> list[Kelompok]:
    """Return the findings in their order, those of one check together."""
    return [
        Kelompok(isi[0].isi.judul, isi[:TAMPIL_SEKELOMPOK], isi[TAMPIL_SEKELOMPOK:])
        for _, satu in groupby(baris, key=lambda b: b.isi.temuan.kode)
        if (isi := list(satu))
    ]


@dataclass(frozen=True)
class Ringkasan:
    """The outcome of the checks in a few words, for other pages."""

    tanda: str
    kata: str
    info: int


def ringkas_temuan(laporan: Laporan) -> Ringkasan | None:
    """Return the outcome for a report as it stands; None where there is nothing to check yet."""
    try:
        hasil = periksa_laporan(laporan)
    except SusunGagal:
        return None
    penghalang = sebut_penghalang(hasil)
    return Ringkasan(_warna(hasil), penghalang or "Tidak ada yang menghalangi pengesahan", len(hasil.info))


def _warna(hasil: HasilPeriksa) -> str:
    return "galat" if hasil.penghalang else "awas" if hasil.tanpa_alasan else "baik"


def bab_tempat(kunci: str, kerangka: Kerangka) -> str:
    """Return the part of the report that a place belongs to: "depan", "bab1" to "bab4", "lampiran"."""
    bab = urutan_tempat(kunci, kerangka)[0]
    if not bab:
        return DEPAN
    return f"bab{bab}" if bab <= len(BAB) else LAMPIRAN


class HalamanTemuan:
    """The page of one report for one person. Raises SusunGagal where there is no report to check."""

    def __init__(
        self, laporan: Laporan, pengguna: Pengguna, saring: Mapping[str, str], salah: Salah | None = None
    ) -> None:
        self.laporan, self.pelaku, self.salah = laporan, pengguna.pelaku, salah
        susunan = susun(laporan)
        self.kerangka = susunan.konteks.kerangka
        self.hasil: HasilPeriksa = periksa_laporan(laporan, susunan=susunan)
        self.baris = baris_temuan(self.hasil, laporan, self.pelaku)
        self.bab = {b.kunci: bab_tempat(b.temuan.lokasi.kunci, self.kerangka) for b in self.baris}
        self.pilihan_bab = self._pilihan_bab()
        self.pilihan_penanggung = self._pilihan_penanggung()
        bab, penanggung = saring.get("bab", ""), saring.get("penanggung", "")
        self.pilih_bab = bab if bab in dict(self.pilihan_bab) else ""
        self.pilih_penanggung = penanggung if penanggung in dict(self.pilihan_penanggung) else ""
        self._alasan = boleh_beri_alasan(self.pelaku, laporan)
        self._kecualikan = boleh_kecualikan(self.pelaku, laporan)

    def isi(self) -> dict[str, Any]:
        """Return what the template asks for."""
        tampil = [b for b in self.baris if self._cocok(b)]
        penghalang = sebut_penghalang(self.hasil)
        belum = {t.kunci for t in self.hasil.tanpa_alasan}
        return {
            "menu_kini": "pelaporan",
            "laporan": self.laporan,
            "hasil": self.hasil,
            "penghalang": penghalang,
            "warna": _warna(self.hasil),
            "dijalankan": self._sebut_jalan(),
            "galat": (galat := self._bagian(tampil, Tingkat.GALAT)),
            "kelompok_galat": kelompokkan(galat),
            "peringatan": (peringatan := self._bagian(tampil, Tingkat.PERINGATAN)),
            "kelompok_peringatan": kelompokkan(peringatan),
            "info": self._bagian(tampil, Tingkat.INFO),
            "tanpa_alasan": sum(1 for b in tampil if b.kunci in belum),
            "nonaktif": [
                (p, format_tanggal(p.nonaktif.sejak))
                for p in self.hasil.pemeriksaan
                if p.nonaktif is not None
            ],
            "boleh_alasan": self._alasan,
            "tampil": len(tampil),
            "pilihan_bab": self.pilihan_bab,
            "pilihan_penanggung": self.pilihan_penanggung,
            "pilih_bab": self.pilih_bab,
            "pilih_penanggung": self.pilih_penanggung,
            "hilang": self._hilang(),
        }

    def _sebut_jalan(self) -> str:
        n, lulus = len(self.hasil.dijalankan), len(self.hasil.lulus)
        return (
            f"{n} pemeriksaan dijalankan pada {sebut_waktu(timezone.now())}: {lulus} lolos, "
            f"{len(self.hasil.galat)} galat, {len(self.hasil.peringatan)} peringatan, "
            f"{len(self.hasil.info)} info."
        )

    # Rows ---------------------------------------------------------------------------------------------

    def _bagian(self, baris: Iterable[BarisTemuan], tingkat: Tingkat) -> list[BarisHalaman]:
        return [self._baris(b) for b in baris if b.temuan.tingkat is tingkat]

    def _baris(self, b: BarisTemuan) -> BarisHalaman:
        if self.salah is not None and self.salah.kunci == b.kunci:
            return BarisHalaman(
                b, self.salah.form, sidik_tanggapan(b.tanggapan), self._lain(b), is_salah=True
            )
        return BarisHalaman(b, self._form(b), sidik_tanggapan(b.tanggapan), self._lain(b))

    def _form(self, b: BarisTemuan) -> Form | None:
        awal: dict[str, Any] = {"alasan": b.tanggapan.alasan if b.tanggapan else b.lama}
        if b.temuan.tingkat is Tingkat.PERINGATAN and self._alasan:
            return FormAlasan(initial=awal, kunci=b.kunci)
        if b.boleh_dikecualikan and self._kecualikan:
            awal["berlaku_sampai"] = b.tanggapan.berlaku_sampai if b.tanggapan else None
            return FormPengecualian(initial=awal, kunci=b.kunci)
        return None

    def _lain(self, b: BarisTemuan) -> int:
        """Return how many other unanswered warnings the same check gave."""
        if b.tanggapan is not None:
            return 0
        return sum(1 for t in self.hasil.tanpa_alasan if t.kode == b.temuan.kode and t.kunci != b.kunci)

    def _hilang(self) -> Salah | None:
        """Return a refused answer whose finding is no longer there, so that its text is not lost."""
        ada = self.salah is None or any(b.kunci == self.salah.kunci for b in self.baris if self._cocok(b))
        return None if ada else self.salah

    # Filters ------------------------------------------------------------------------------------------

    def _cocok(self, b: BarisTemuan) -> bool:
        if self.pilih_bab and self.bab[b.kunci] != self.pilih_bab:
            return False
        if self.pilih_penanggung == MILIK_SAYA:
            return self._milik_saya(b)
        return not self.pilih_penanggung or b.penanggung == self.pilih_penanggung

    def _milik_saya(self, b: BarisTemuan) -> bool:
        kantor = self.laporan.perangkat_daerah_id
        if b.unit_id is not None:
            return b.unit_id in self.pelaku.unit_di(kantor)
        peran = {
            PENYUSUN: (Peran.PENYUSUN.value,),
            BERSAMA: (Peran.STAF.value, Peran.PENYUSUN.value),
            ADMIN_KABUPATEN: ADMIN,
        }[b.penanggung]
        return bool(self.pelaku.peran_di(kantor) & set(peran))

    def _pilihan_bab(self) -> list[tuple[str, str]]:
        ada = set(self.bab.values())
        bab = [j for j in self.kerangka.judul if j.tingkat == 1]
        nama = {DEPAN: "Bagian depan", LAMPIRAN: "Lampiran"} | {
            j.kunci: f"{j.nomor.replace('BAB', 'Bab')} {j.judul}" for j in bab
        }
        return [(k, nama[k]) for k in (DEPAN, *(j.kunci for j in bab), LAMPIRAN) if k in ada]

    def _pilihan_penanggung(self) -> list[tuple[str, str]]:
        nama = dict.fromkeys(b.penanggung for b in self.baris)
        saya = [(MILIK_SAYA, "Bagian saya")] if any(self._milik_saya(b) for b in self.baris) else []
        return [*saya, *((n, n) for n in nama)]
