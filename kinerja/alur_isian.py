"""Saving what was typed in a quarter: all cells or none, never over what somebody else wrote meanwhile."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from anggaran.models import RealisasiAnggaran
from anggaran.pilihan import TingkatAnggaran
from kinerja.alur import boleh_isi
from kinerja.isian import BarisBelanja, BarisKinerja, IsianKantor, muat_isian
from kinerja.models import Pengukuran, Realisasi, SkalaNilai
from organisasi.models import Pengguna
from renstra.models import Kegiatan, SubKegiatan
from sakip.umum.riwayat import versi_banyak

BIDANG_KINERJA = ("nilai", "predikat_id", "pembilang", "penyebut", "berlaku", "keterangan")
BIDANG_BELANJA = ("nilai", "catatan")
TERTUTUP = "Isian unit ini tidak dapat diubah sekarang: jendelanya tertutup, atau sudah dikirim."
BUKAN_TUGAS = "Isian ini milik unit lain."


@dataclass(frozen=True)
class IsiKinerja:
    """What was typed for one indicator in a quarter; ``versi`` is the history row that the page showed."""

    versi: int = 0
    nilai: Decimal | None = None
    predikat: SkalaNilai | None = None
    pembilang: Decimal | None = None
    penyebut: Decimal | None = None
    berlaku: bool = True
    keterangan: str = ""

    def nilai_bidang(self) -> tuple[Any, ...]:
        """Return the values in the order of BIDANG_KINERJA."""
        predikat_id = self.predikat.pk if self.predikat else None
        return (self.nilai, predikat_id, self.pembilang, self.penyebut, self.berlaku, self.keterangan)


@dataclass(frozen=True)
class IsiBelanja:
    """What was typed for one budget node in a quarter."""

    versi: int = 0
    nilai: Decimal | None = None
    catatan: str = ""

    def nilai_bidang(self) -> tuple[Any, ...]:
        """Return the values in the order of BIDANG_BELANJA."""
        return (self.nilai, self.catatan)


@dataclass(frozen=True)
class Bentrok:
    """A cell that somebody else changed since the page was opened: who, when, and what stands there now."""

    oleh: str
    pada: datetime.datetime
    kini: Realisasi | RealisasiAnggaran | None
    versi: int


@dataclass
class HasilSimpan:
    """Outcome of one save: cells written, or the cells that stood in the way (then nothing was written)."""

    tersimpan: int = 0
    galat: dict[str, str] = field(default_factory=dict)
    bentrok: dict[str, Bentrok] = field(default_factory=dict)

    @property
    def is_berhasil(self) -> bool:
        """Whether everything that changed was written."""
        return not self.galat and not self.bentrok


def kunci_kinerja(baris: BarisKinerja) -> str:
    """Name of an indicator's row in a form: "indikator-12"."""
    return f"indikator-{baris.indikator.pk}"


def simpan_kinerja(
    isian: IsianKantor,
    triwulan: int,
    masukan: Mapping[int, IsiKinerja],
    *,
    oleh: Pengguna,
    hari: datetime.date | None = None,
) -> HasilSimpan:
    """Write the changed values of a quarter, by key of the indicator. All or nothing.

    A cell that was not changed on the page is left as it is. A changed cell that somebody else changed
    too is a Bentrok unless both wrote the same.
    """
    with transaction.atomic():
        segar = muat_isian(isian.kantor, isian.tahun)
        baris = {
            b.indikator.pk: b
            for b in segar.kinerja
            if b.indikator.pk in masukan and b.periode_pada(triwulan) is not None
        }
        ada = {k: sel for k, b in baris.items() if (sel := b.sel(triwulan)) is not None}
        kerja = _Kerja(segar, triwulan, oleh, hari or timezone.localdate(), Realisasi, BIDANG_KINERJA)
        ubah = kerja.pilih(
            {k: (kunci_kinerja(b), b.unit_id, ada.get(k), masukan[k]) for k, b in baris.items()}
        )
        hasil = kerja.hasil
        if not hasil.is_berhasil:
            return hasil
        for k in ubah:
            _tulis_kinerja(segar.tahun, triwulan, baris[k], ada.get(k), masukan[k], oleh)
        hasil.tersimpan = len(ubah)
        return hasil


def simpan_belanja(
    isian: IsianKantor,
    triwulan: int,
    masukan: Mapping[str, IsiBelanja],
    *,
    oleh: Pengguna,
    hari: datetime.date | None = None,
) -> HasilSimpan:
    """Write the changed amounts of a quarter, by ``BarisBelanja.kunci``. A blank takes the row away."""
    with transaction.atomic():
        segar = muat_isian(isian.kantor, isian.tahun)
        baris = {b.kunci: b for b in segar.belanja if b.kunci in masukan and not b.is_setahun}
        ada = {k: sel for k, b in baris.items() if (sel := b.sel(triwulan)) is not None}
        kerja = _Kerja(segar, triwulan, oleh, hari or timezone.localdate(), RealisasiAnggaran, BIDANG_BELANJA)
        ubah = kerja.pilih({k: (k, b.unit_id, ada.get(k), masukan[k]) for k, b in baris.items()})
        hasil = kerja.hasil
        if not hasil.is_berhasil:
            return hasil
        for k in ubah:
            _tulis_belanja(triwulan, baris[k], ada.get(k), masukan[k], oleh)
        hasil.tersimpan = len(ubah)
        return hasil


@dataclass
class _Kerja:
    """Chooses what to write: compares what was typed with what the page showed and with what is now."""

    isian: IsianKantor
    triwulan: int
    oleh: Pengguna
    hari: datetime.date
    model: type[Model]
    bidang: Sequence[str]
    hasil: HasilSimpan = field(default_factory=HasilSimpan)

    def pilih(self, sel: Mapping[Any, tuple[str, int | None, Any, Any]]) -> list[Any]:
        """Return the keys to write; what stands in the way is put into ``hasil``."""
        terakhir = versi_banyak(self.model, [ada.pk for _, _, ada, _ in sel.values() if ada is not None])
        lama = self._lama([isi.versi for *_, isi in sel.values() if isi.versi])
        ubah = []
        for kunci, (nama, unit_id, ada, isi) in sel.items():
            baru, asal = isi.nilai_bidang(), lama.get(isi.versi, self._kosong())
            kini = _nilai_baris(ada, self.bidang) if ada is not None else self._kosong()
            if _sama(baru, asal) or _sama(baru, kini):
                continue
            if not boleh_isi(self.oleh.pelaku, self.isian.kantor.pk, unit_id):
                self.hasil.galat[nama] = BUKAN_TUGAS
            elif unit_id is None or not self.isian.is_dapat_diisi(unit_id, self.triwulan, self.hari):
                self.hasil.galat[nama] = TERTUTUP
            elif not _sama(kini, asal):
                self.hasil.bentrok[nama] = self._bentrok(ada, terakhir, isi.versi)
            else:
                ubah.append(kunci)
        return ubah

    def _lama(self, versi: list[int]) -> dict[int, tuple[Any, ...]]:
        riwayat = self.model.riwayat.model  # type: ignore[attr-defined]
        return {
            r.history_id: _nilai_baris(r, self.bidang)
            for r in riwayat._default_manager.filter(history_id__in=versi).exclude(history_type="-")
        }

    def _kosong(self) -> tuple[Any, ...]:
        bawaan = {"berlaku": True, "keterangan": "", "catatan": ""}
        return tuple(bawaan.get(b) for b in self.bidang)

    def _bentrok(self, ada: Any, terakhir: Mapping[int, int], versi: int) -> Bentrok:
        riwayat = self.model.riwayat.model  # type: ignore[attr-defined]
        if ada is not None:
            catatan = riwayat._default_manager.select_related("history_user").get(history_id=terakhir[ada.pk])
        else:
            hapus = riwayat._default_manager.get(history_id=versi).id
            catatan = riwayat._default_manager.filter(id=hapus).select_related("history_user").first()
        return Bentrok(
            oleh=str(catatan.history_user or "sistem"), pada=catatan.history_date, kini=ada,
            versi=terakhir[ada.pk] if ada is not None else 0,
        )  # fmt: skip


def _nilai_baris(baris: Any, bidang: Sequence[str]) -> tuple[Any, ...]:
    return tuple(getattr(baris, b) for b in bidang)


def _sama(a: tuple[Any, ...], b: tuple[Any, ...]) -> bool:
    return a == b


def _tulis_kinerja(
    tahun: int, triwulan: int, baris: BarisKinerja, ada: Realisasi | None, isi: IsiKinerja, oleh: Pengguna
) -> None:
    periode = baris.periode_pada(triwulan)
    assert periode is not None
    if ada is None:
        ukur, _ = Pengukuran.objects.get_or_create(
            indikator=baris.indikator, tahun=tahun, defaults={"cara": baris.cara}
        )
        ada = Realisasi(pengukuran=ukur, cara=ukur.cara, periode=periode)
    ada.nilai, ada.predikat = isi.nilai, isi.predikat
    ada.pembilang, ada.penyebut = isi.pembilang, isi.penyebut
    ada.berlaku, ada.keterangan = isi.berlaku, isi.keterangan
    ada.unit_id, ada.diisi_oleh, ada.diisi_pada = baris.unit_id, oleh, timezone.now()
    ada.clean()
    ada.save()


def _tulis_belanja(
    triwulan: int, baris: BarisBelanja, ada: RealisasiAnggaran | None, isi: IsiBelanja, oleh: Pengguna
) -> None:
    if isi.nilai is None:
        if ada is not None:
            ada.delete()
        return
    if ada is None:
        node = baris.node
        ada = RealisasiAnggaran(
            program=baris.program, periode=f"tw{triwulan}", tingkat=TingkatAnggaran.PROGRAM
        )
        if isinstance(node, SubKegiatan):
            ada.sub_kegiatan = node
        elif isinstance(node, Kegiatan):
            ada.kegiatan = node
    ada.nilai, ada.catatan = isi.nilai, isi.catatan
    ada.unit_id, ada.diisi_oleh, ada.diisi_pada = baris.unit_id, oleh, timezone.now()
    ada.clean()
    ada.save()
