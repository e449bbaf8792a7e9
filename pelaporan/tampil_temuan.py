"""Findings as a page shows them: named, with who answers for them, the way to the field, and the answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Model
from django.urls import reverse

from kinerja.models import AturanPengukuran
from organisasi.izin import Pelaku
from organisasi.models import DasarHukum, PemangkuJabatan, UnitKerja
from organisasi.pilihan import ADMIN
from pelaporan.models import Laporan, TanggapanTemuan
from pelaporan.periksa.dasar import Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.jalankan import HasilPeriksa, Tanggapan
from pelaporan.pilihan import JenisTanggapan
from pelaporan.tautan import DIISI_UNIT, PembuatTautan, Tautan
from pelaporan.templatetags.lkjip import jangkar
from sakip.umum.tanggal import format_tanggal

PENYUSUN = "Penyusun laporan"
BERSAMA = "Unit masing-masing indikator"  # one finding that names records of several units
ADMIN_KABUPATEN = "Admin kabupaten"
# What only the admin kabupaten writes, by the symbolic key that leads there.
_MILIK_ADMIN: Mapping[str, type[Model]] = {
    "pejabat": PemangkuJabatan,
    "unit": UnitKerja,
    "hukum": DasarHukum,
    "aturan": AturanPengukuran,
}
# Shape and word of each level.
TANDA: Mapping[Tingkat, tuple[str, str]] = {
    Tingkat.GALAT: ("galat", "Galat"),
    Tingkat.PERINGATAN: ("awas", "Peringatan"),
    Tingkat.INFO: ("proses", "Info"),
}


@dataclass(frozen=True)
class BarisTemuan:
    """One finding on a page.

    ``tanggapan`` is the answer in force (a reason, or an override of a galat, which ``is_dikecualikan``
    tells to hold today); ``lama`` is a reason that was written for the same check and place with other
    values: it is offered again, never taken over silently.
    """

    temuan: Temuan
    judul: str
    penanggung: str
    unit_id: int | None
    tautan: Tautan | None
    tanggapan: Tanggapan | None
    lama: str
    is_dikecualikan: bool
    boleh_dikecualikan: bool

    @property
    def alamat(self) -> str:
        """Address of the field, empty where there is none."""
        return self.tautan.alamat if self.tautan else ""

    @property
    def label(self) -> str:
        """What one does there."""
        return self.tautan.label if self.tautan else ""

    @property
    def tanda(self) -> str:
        """The shape of the level."""
        return TANDA[self.temuan.tingkat][0]

    @property
    def kata(self) -> str:
        """The word of the level."""
        return TANDA[self.temuan.tingkat][1]

    @property
    def kunci(self) -> str:
        """The finding's key: the anchor of its row."""
        return self.temuan.kunci

    @property
    def sebut_batas(self) -> str:
        """The last day of an override: "31 Desember 2024"; empty for a reason."""
        batas = self.tanggapan.berlaku_sampai if self.tanggapan else None
        return format_tanggal(batas) if batas else ""


def sebut_penghalang(hasil: HasilPeriksa) -> str:
    """Return "3 galat dan 1 peringatan tanpa alasan"; empty where nothing stands against signing."""
    galat, peringatan = len(hasil.penghalang), len(hasil.tanpa_alasan)
    bagian = [f"{galat} galat"] if galat else []
    if peringatan:
        bagian.append(f"{peringatan} peringatan tanpa alasan")
    return " dan ".join(bagian)


def baris_temuan(hasil: HasilPeriksa, laporan: Laporan, pelaku: Pelaku) -> tuple[BarisTemuan, ...]:
    """Return all findings in their order: the same number of queries for any number of findings."""
    if not hasil.temuan:
        return ()
    pembuat = _Pembuat(hasil, laporan, pelaku)
    return tuple(pembuat.baris(t) for t in hasil.temuan)


class _Pembuat:
    """Makes the rows of one report for one person."""

    def __init__(self, hasil: HasilPeriksa, laporan: Laporan, pelaku: Pelaku) -> None:
        self.hasil, self.laporan = hasil, laporan
        self.tautan = PembuatTautan(laporan, pelaku)
        self.pemeriksaan: dict[str, Pemeriksaan] = {p.kode: p for p in hasil.pemeriksaan}
        self.unit: dict[int, str] = dict(
            UnitKerja.objects.filter(perangkat_daerah=laporan.perangkat_daerah_id).values_list("pk", "nama")
        )
        self.lama = _alasan_lama(laporan)

    def baris(self, t: Temuan) -> BarisTemuan:
        p = self.pemeriksaan[t.kode]
        unit = self._unit(t)
        dikecualikan = self.hasil.is_dikecualikan(t)
        jawab = self.hasil.pengecualian if t.tingkat is Tingkat.GALAT else self.hasil.alasan
        tanggapan = jawab.get(t.kunci)
        return BarisTemuan(
            temuan=t,
            judul=p.nama,
            penanggung=self._penanggung(t, unit),
            unit_id=unit,
            tautan=self.tautan.tautan(t.tautan) or self._pada_laporan(t),
            tanggapan=tanggapan,
            lama="" if tanggapan else self.lama.get((t.tingkat, t.kode, t.lokasi.teks), ""),
            is_dikecualikan=dikecualikan,
            boleh_dikecualikan=t.tingkat is Tingkat.GALAT and p.boleh_dikecualikan,
        )

    def _unit(self, t: Temuan) -> int | None:
        """Return the unit that answers: of the section, or of the one record in question."""
        jenis, _, objek = t.tautan.partition(":")
        return self.tautan.unit(t.tautan) if jenis == "narasi" or objek == t.lokasi.objek else None

    def _penanggung(self, t: Temuan, unit: int | None) -> str:
        if unit is not None:
            return self.unit.get(unit, PENYUSUN)
        if t.tautan.partition(":")[0] in DIISI_UNIT:
            return BERSAMA
        model = _MILIK_ADMIN.get(t.tautan)
        lingkup = getattr(model, "lingkup", None)
        return ADMIN_KABUPATEN if lingkup is not None and lingkup.penulis == ADMIN else PENYUSUN

    def _pada_laporan(self, t: Temuan) -> Tautan:
        """Return the place in the report, for who cannot open the field itself."""
        alamat = reverse("laporan", args=[self.laporan.perangkat_daerah.slug, self.laporan.tahun])
        return Tautan("Lihat pada laporan", f"{alamat}#{jangkar(t.lokasi.kunci.removeprefix('tabel.'))}")


def _alasan_lama(laporan: Laporan) -> dict[tuple[Tingkat, str, str], str]:
    """Return the newest answer for each (level, check, place), whatever the values were then."""
    hasil: dict[tuple[Tingkat, str, str], str] = {}
    for t in TanggapanTemuan.objects.filter(laporan=laporan).order_by("id"):
        is_galat = t.jenis == JenisTanggapan.PENGECUALIAN
        hasil[Tingkat.GALAT if is_galat else Tingkat.PERINGATAN, t.kode, t.lokasi] = t.alasan
    return hasil
