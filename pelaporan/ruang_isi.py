"""What a page of the workspace shows: the section as it prints, its text, its findings, the figures."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.utils import timezone

from organisasi.models import Pengguna
from pelaporan.alur_narasi import NarasiDitolak, boleh_menulis, periksa_tulisan, rapikan
from pelaporan.beda_teks import Potong, beda_kata
from pelaporan.draf import BAGIAN_BERDRAF, susun_draf
from pelaporan.kerangka import BAGIAN_NARASI
from pelaporan.konteks import KonteksLKjIP, NarasiBagian
from pelaporan.menu_token import ButirToken, daftar_token
from pelaporan.models import Laporan, Narasi
from pelaporan.narasi import NarasiTidakSah, susun_narasi
from pelaporan.pemeriksaan import periksa_laporan
from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.jalankan import HasilPeriksa
from pelaporan.pilihan import AsalTawaran, KeadaanNarasi
from pelaporan.ruang import (
    LEMBAR,
    BabRuang,
    Lembar,
    build_pohon,
    lembar_untuk,
    sebut_lembar,
    sebut_letak,
)
from pelaporan.susun import susun
from pelaporan.tampil_temuan import BarisTemuan, baris_temuan
from pelaporan.tautan import Tautan, alamat_tautan
from pelaporan.terbit import build_context
from pelaporan.token import build_token, cari_token
from sakip.umum.waktu import sebut_waktu

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Bentrok:
    """Two texts of one section: what stands there, who wrote it, and how the typed one differs."""

    oleh: str
    pada: str
    isi: str
    beda: tuple[Potong, ...]


@dataclass
class Ketikan:
    """What the person sees in the field: stored, or typed and not stored with the reason."""

    isi: str
    sidik: str  # of the text that stands there and was shown
    dasar: str  # of the text that this was typed over: another one while two texts await a decision
    galat: str = ""
    bentrok: Bentrok | None = None


class Ruang:
    """The report as it stands, for one page and one person. The report is composed once.

    Raises SusunGagal where there is no report to show. Where the findings cannot be made, ``hasil`` is None
    and the rest stands: a text must stay repairable.
    """

    def __init__(self, laporan: Laporan, pengguna: Pengguna, lembar: Lembar) -> None:
        self.laporan, self.pengguna, self.lembar = laporan, pengguna, lembar
        susunan = susun(laporan)
        self.konteks: KonteksLKjIP = susunan.konteks
        self.hasil: HasilPeriksa | None = None
        self.baris: tuple[BarisTemuan, ...] = ()
        try:
            hasil = periksa_laporan(laporan, susunan=susunan)
            self.baris = baris_temuan(hasil, laporan, pengguna.pelaku)
            self.hasil = hasil
        except Exception:
            log.exception("temuan laporan %s", laporan.pk)
        self.narasi = {n.bagian: n for n in Narasi.objects.filter(laporan=laporan)}

    @property
    def kini(self) -> Narasi:
        """The row of the section; a new one where nothing was written yet."""
        return self.narasi.get(self.lembar.kunci) or Narasi(laporan=self.laporan, bagian=self.lembar.kunci)

    @property
    def boleh_tulis(self) -> bool:
        """Whether this person writes here."""
        return self.lembar.is_ditulis and boleh_menulis(self.pengguna.pelaku, self.laporan, self.lembar.kunci)

    # Parts that change when a text is saved --------------------------------------------------------

    def isi_bab(self) -> dict[str, Any]:
        """Return the list of chapters."""
        keadaan = {n.bagian: n.keadaan for n in self.narasi.values()}
        pohon: tuple[BabRuang, ...] = build_pohon(
            self.konteks.kerangka,
            keadaan,
            (n.bagian for n in self.narasi.values() if n.asal_tawaran),
            (b.temuan for b in self.baris if self._is_terbuka(b)),
        )
        hitung = Counter(keadaan.get(x.kunci, KeadaanNarasi.KOSONG) for x in LEMBAR if x.is_ditulis)
        return {
            "laporan": self.laporan,
            "lembar": self.lembar,
            "pohon": pohon,
            "hitung_keadaan": [(k.value, k.label, hitung[k]) for k in KeadaanNarasi],
        }

    def isi_temuan(self) -> dict[str, Any]:
        """Return the findings of this page, open and answered, and how many are open in all."""
        di_sini = [b for b in self.baris if lembar_untuk(b.temuan.lokasi.kunci) is self.lembar]
        hasil = self.hasil
        return {
            "laporan": self.laporan,
            "temuan": [b for b in di_sini if self._is_terbuka(b)],
            "terjawab": [b for b in di_sini if not self._is_terbuka(b)],
            "tautan_kini": f"narasi:{self.lembar.kunci}",  # a finding about this text leads nowhere else
            "jumlah": hasil
            and {
                "galat": len(hasil.penghalang),
                "peringatan": len(hasil.tanpa_alasan),
                "info": len(hasil.info),
            },
        }

    @staticmethod
    def _is_terbuka(baris: BarisTemuan) -> bool:
        """Whether a finding still waits: a galat without an override in force, a warning without a reason."""
        if baris.temuan.tingkat is Tingkat.GALAT:
            return not baris.is_dikecualikan
        return baris.temuan.tingkat is Tingkat.INFO or baris.tanggapan is None

    def isi_keadaan(self) -> dict[str, Any]:
        """Return how far the text is and what can be offered instead of a blank page."""
        kini = self.kini
        asal = kini.asal_tawaran
        kosong = not kini.isi.strip()
        return {
            "laporan": self.laporan,
            "lembar": self.lembar,
            "keadaan": kini.keadaan,
            "sebut_keadaan": KeadaanNarasi(kini.keadaan).label,
            "asal_tawaran": AsalTawaran(asal).label if asal else "",
            "tawarkan": self._tawarkan(asal) if kosong or asal else (),
        }

    def _tawarkan(self, asal: str) -> tuple[tuple[str, str], ...]:
        """Return the offers (origin, button) that would change something."""
        hasil = []
        berdraf = self.lembar.kunci in BAGIAN_BERDRAF and asal != AsalTawaran.DRAF
        if berdraf and susun_draf(self.konteks, self.lembar.kunci):
            hasil.append((AsalTawaran.DRAF.value, "Susun draf dari angka"))
        lalu = Narasi.objects.filter(
            laporan__perangkat_daerah=self.laporan.perangkat_daerah_id,
            laporan__tahun=self.laporan.tahun - 1,
            bagian=self.lembar.kunci,
        ).exclude(isi="")
        if asal != AsalTawaran.TAHUN_LALU and lalu.exists():
            hasil.append((AsalTawaran.TAHUN_LALU.value, "Ambil tulisan tahun lalu"))
        return tuple(hasil)

    # The whole page --------------------------------------------------------------------------------

    def isi(self, ketikan: Ketikan | None = None) -> dict[str, Any]:
        """Return what the template of a page asks for."""
        konteks, lembar = self.konteks, self.lembar
        kini = self.kini
        ditulis = ketikan or ketikan_tersimpan(kini)
        urut = LEMBAR.index(lembar)
        return {
            **build_context(konteks, media="layar"),
            **self.isi_bab(),
            **self.isi_temuan(),
            **(self.isi_keadaan() if lembar.is_ditulis else {}),
            "judul": sebut_lembar(lembar, konteks.kerangka),
            "letak": sebut_letak(lembar, konteks.kerangka),
            "boleh_tulis": self.boleh_tulis,
            "ditulis": lembar.kunci if self.boleh_tulis else "",
            "ketikan": ditulis,
            "pratinjau": pratinjau(konteks, lembar.kunci, ditulis.isi) if self.boleh_tulis else None,
            "tersimpan": sebut_tersimpan(kini),
            "token": kelompok_token(konteks) if self.boleh_tulis else (),
            "data": self._data(),
            "sebelum": self._tetangga(urut - 1),
            "sesudah": self._tetangga(urut + 1),
            "dihitung": sebut_waktu(timezone.now()),
            "menu_kini": "pelaporan",
        }

    def _data(self) -> Tautan | None:
        """Return the way to what the page is made of, where this person may go there."""
        data = self.lembar.data
        return alamat_tautan(data, self.laporan, self.pengguna.pelaku) if data else None

    def _tetangga(self, urut: int) -> tuple[str, str] | None:
        if not 0 <= urut < len(LEMBAR):
            return None
        return LEMBAR[urut].kunci, sebut_lembar(LEMBAR[urut], self.konteks.kerangka)


def ketikan_tersimpan(kini: Narasi) -> Ketikan:
    """Return what stands there, for the field."""
    sidik = kini.sidik if kini.isi else ""
    return Ketikan(kini.isi, sidik, sidik)


def isi_tulisan_saja(laporan: Laporan, lembar: Lembar, ketikan: Ketikan | None, sebab: str) -> dict[str, Any]:
    """Return a page with the field alone: for a report that cannot be composed, perhaps for its texts."""
    narasi = {n.bagian: n for n in Narasi.objects.filter(laporan=laporan)}
    kini = narasi.get(lembar.kunci) or Narasi(laporan=laporan, bagian=lembar.kunci)
    return {
        "laporan": laporan,
        "lembar": lembar,
        "judul": dict(BAGIAN_NARASI)[lembar.kunci],
        "sebab": sebab,
        "ketikan": ketikan or ketikan_tersimpan(kini),
        "tersimpan": sebut_tersimpan(kini),
        "bagian": [(k, nama, k in narasi and not _is_terbaca(narasi[k])) for k, nama in BAGIAN_NARASI],
        "menu_kini": "pelaporan",
    }


def _is_terbaca(narasi: Narasi) -> bool:
    try:
        periksa_tulisan(narasi.isi)
    except NarasiDitolak:
        return False
    return True


def kelompok_token(konteks: KonteksLKjIP) -> tuple[tuple[str, tuple[ButirToken, ...]], ...]:
    """Return the menu of figures by group."""
    return tuple((nama, tuple(isi)) for nama, isi in groupby(daftar_token(konteks), lambda b: b.kelompok))


@dataclass(frozen=True)
class Pratinjau:
    """A typed text as it prints, or why it cannot be read."""

    bagian: NarasiBagian
    galat: str = ""


def pratinjau(konteks: KonteksLKjIP, bagian: str, teks: str) -> Pratinjau:
    """Return a text that is not stored as it would print today; refused where saving refuses it."""
    isi = rapikan(teks)
    try:
        periksa_tulisan(isi)
        token: Mapping[str, Any] = build_token(konteks)
        return Pratinjau(susun_narasi(bagian, isi, lambda kunci: cari_token(token, kunci)))
    except (NarasiDitolak, NarasiTidakSah) as galat:
        return Pratinjau(NarasiBagian(bagian), str(galat))


def sebut_tersimpan(narasi: Narasi) -> str:
    """Return "Tersimpan oleh Ani Rahmawati, 26 Februari 2024 pukul 10.05.", or "Belum ditulis."."""
    terakhir = _terakhir(narasi)
    if terakhir is None:
        return "Belum ditulis."
    return f"Tersimpan oleh {_sebut_orang(terakhir)}, {sebut_waktu(terakhir.history_date)}."


def bentrok(terkini: Narasi, ketikan: str) -> Bentrok:
    """Return both texts of a section that two people wrote at once."""
    terakhir = _terakhir(terkini)
    return Bentrok(
        oleh=_sebut_orang(terakhir),
        pada=sebut_waktu(terakhir.history_date) if terakhir else "",
        isi=terkini.isi,
        beda=beda_kata(terkini.isi, ketikan),
    )


def _terakhir(narasi: Narasi) -> Any:
    if not narasi.pk:
        return None
    return narasi.riwayat.select_related("history_user").order_by("-history_id").first()


def _sebut_orang(baris: Any) -> str:
    return str(baris.history_user) if baris is not None and baris.history_user else "sistem"
