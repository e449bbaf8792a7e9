"""Nomenclature from a file: a new year is a new regulation; rows of others stay as they are."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Mapping
from typing import Any

from organisasi.models import DasarHukum
from renstra.models import Kegiatan, Nomenklatur, Program, SubKegiatan
from renstra.pilihan import TingkatNomenklatur
from sakip.umum.impor.baris import BarisImpor
from sakip.umum.impor.kolom import Kolom
from sakip.umum.impor.resource import ResourceImpor
from sakip.umum.impor.sumber import Sumber
from sakip.umum.impor.widget import Bulat, Pilihan, Rujukan, Teks, YaTidak, kutip
from sakip.umum.teks import gabung_kata

BENTUK = (
    (TingkatNomenklatur.URUSAN, r"\d|X"),
    (TingkatNomenklatur.BIDANG, r"(?:\d|X)\.(?:\d\d|XX)"),
    (TingkatNomenklatur.PROGRAM, r"(?:\d|X)\.(?:\d\d|XX)\.\d\d"),
    (TingkatNomenklatur.KEGIATAN, r"(?:\d|X)\.(?:\d\d|XX)\.\d\d\.\d\.\d\d"),
    (TingkatNomenklatur.SUB_KEGIATAN, r"(?:\d|X)\.(?:\d\d|XX)\.\d\d\.\d\.\d\d\.\d{4}"),
)
NOL_DEPAN = re.compile(r"((?:\d|X)\.(?:\d\d|XX)\.\d\d)\.0(\d)(\..+)", re.ASCII)
SATU_HUKUM = "Satu berkas memuat satu dasar hukum; baris sebelumnya memakai {}."

TETAP_LAMA = (
    "Program tahun {} tetap memakai nomenklatur lamanya; yang ditambahkan sesudah ini memakai yang baru."
)


def tingkat_kode(kode: str) -> TingkatNomenklatur | None:
    """Return the level of a code by its shape; None where it has none of the official ones."""
    return next((t for t, pola in BENTUK if re.fullmatch(pola, kode, re.ASCII)), None)


class Kode(Teks):
    """An official code: four digits at its end, no leading zero in its fourth part (7.01.01.2.01.0001)."""

    def urai(self, nilai: Any, baris: Mapping[str, Any], sumber: Any) -> str:
        """Return the code; another shape is refused, with what was probably meant."""
        teks = NOL_DEPAN.sub(r"\1.\2\3", super().urai(nilai, baris, sumber))
        if tingkat_kode(teks) is not None:
            return teks
        depan, _, akhir = teks.rpartition(".")
        usulan = (
            f" Maksud Anda {depan}.00{akhir}?"
            if re.fullmatch(r"\d\d", akhir) and depan.count(".") == 4
            else ""
        )
        raise ValueError(f"{kutip(teks)}: bentuk kode tidak dikenal, misalnya 7.01.02.2.01.0001.{usulan}")


def _cari_hukum(sumber: Sumber, teks: str, baris: Mapping[str, Any]) -> Any:
    return sumber.cari(DasarHukum, teks, sebutan="Dasar hukum", nama=lambda d: (d.kunci, d.sebutan))


KOLOM_NOMENKLATUR = (
    Kolom(
        "dasar_hukum", "Dasar hukum", Rujukan(_cari_hukum, lambda d: d.kunci), "kepmendagri-050-5889-2021",
        "Kunci peraturannya. Satu berkas, satu peraturan.", is_wajib=True, is_kunci=True,
    ),
    Kolom(
        "mulai_tahun", "Berlaku mulai tahun", Bulat(), "2022", "Tahun anggaran pertama yang memakainya.",
        is_wajib=True,
    ),
    Kolom(
        "tingkat", "Tingkat", Pilihan(TingkatNomenklatur.choices), "Sub kegiatan",
        "Boleh kosong: mengikuti bentuk kodenya.", is_biarkan=True,
    ),
    Kolom("kode", "Kode", Kode(), "7.01.02.2.01.0001", "Bentuk resmi.", is_wajib=True, is_kunci=True),
    Kolom("kode_lama", "Kode bentuk lama", Teks(), "7.01.02.2.01.01", "Bentuk lama sub kegiatan."),
    Kolom("nama", "Nama", Teks(), "Fasilitasi Pelayanan Umum", "Nama resmi.", is_wajib=True),
    Kolom("indikator", "Indikator keluaran", Teks(), "Jumlah Dokumen", "Hanya sub kegiatan."),
    Kolom("satuan", "Satuan", Teks(), "Dokumen", "Satuan indikator keluarannya."),
    Kolom("sumber", "Sumber", Teks(), "B", "Huruf sumber, bila dicatat."),
    Kolom(
        "terkonfirmasi", "Terkonfirmasi", YaTidak(), "ya",
        "ya bila sudah dicocokkan dengan lampiran peraturannya.", is_biarkan=True,
    ),
)  # fmt: skip


class ResourceNomenklatur(ResourceImpor):
    """Found by regulation and code. A file holds one regulation; only its rows are read and written."""

    class Meta:
        model = Nomenklatur
        fields = ()

    kolom = KOLOM_NOMENKLATUR
    urutan_tulis = (Nomenklatur,)
    terkait = ("dasar_hukum",)
    batasan_bersama = frozenset({"nomenklatur_kode_unik"})  # the key

    def buat(self, nilai: dict[str, Any]) -> Any:
        """A new row counts as compared with the regulation only where the file says so."""
        objek = super().buat(nilai)
        objek.terkonfirmasi = False
        return objek

    def muat(self, kunci: set[Hashable]) -> dict[Hashable, Any]:
        """Return the rows of the regulation that the file names, and who uses them."""
        hukum = {k[0] for k in kunci}  # type: ignore[index]
        rows = Nomenklatur.objects.untuk(self.pengguna).filter(dasar_hukum__in=hukum)
        self.pakai = _pemakai(hukum)
        self.hukum: Any = None
        return {(n.dasar_hukum_id, n.kode): n for n in rows.select_related("dasar_hukum")}

    def kunci_dari(self, nilai: dict[str, Any]) -> Hashable:
        """Regulation and code."""
        return nilai["dasar_hukum"].pk, nilai["kode"]

    def lengkapi(self, objek: Any, baris: Mapping[str, Any]) -> dict[str, str]:
        """Take the level from the code; hold the file to one regulation."""
        galat = {}
        tingkat = tingkat_kode(objek.kode)
        if tingkat is not None:
            if objek.tingkat not in (None, tingkat):
                galat["tingkat"] = f"Kode {objek.kode} berbentuk {tingkat.label.lower()}."
            objek.tingkat = tingkat
        if objek.dasar_hukum_id:
            self.hukum = self.hukum or objek.dasar_hukum
            if self.hukum.pk != objek.dasar_hukum_id:
                galat["dasar_hukum"] = SATU_HUKUM.format(self.hukum.kunci)
        return galat

    def periksa_bersama(self) -> None:
        """Refuse a row that hangs on nothing: the row above it stands in the file or is stored."""
        ada = {k[1] for k in self.milik}  # type: ignore[index]
        for baris in self.baris_sah():
            atas = induk_kode(baris.objek.kode) if baris.is_baru else None
            if atas is not None and atas not in ada:
                baris.tolak("kode", f"Baris di atasnya, {atas}, tidak ada pada dasar hukum ini.")

    def peringatkan(self) -> list[str]:
        """Say which programmes of the same years stand on another regulation: they stay as they are."""
        tahun = [b.objek.mulai_tahun for b in self.baris_sah() if b.is_baru]
        if not tahun:
            return []
        lain = Program.objects.filter(tahun__gte=min(tahun)).exclude(nomenklatur__dasar_hukum=self.hukum)
        ada = sorted(set(lain.order_by().values_list("tahun", flat=True)))
        return [TETAP_LAMA.format(gabung_kata([str(t) for t in ada]))] if ada else []

    def catat(self, baris: BarisImpor) -> tuple[str, bool]:
        """Say which years use a row; its name is printed in their reports that are not set yet."""
        tahun = self.pakai.get(baris.objek.pk)
        if not tahun:
            return "", False
        sebutan = gabung_kata([str(t) for t in sorted(tahun)])
        return f"Sudah dipakai oleh program tahun {sebutan}: laporannya ikut berubah.", True


def induk_kode(kode: str) -> str | None:
    """Return the code of the row above; None for an urusan."""
    bagian = kode.split(".")
    panjang = {2: 1, 3: 2, 5: 3, 6: 5}.get(len(bagian))
    return ".".join(bagian[:panjang]) if panjang else None


def _pemakai(hukum: set[Any]) -> dict[int, set[int]]:
    """Return nomenclature -> years whose programmes use it: three queries."""
    hasil: dict[int, set[int]] = defaultdict(set)
    for model, jalur in (
        (Program, "tahun"),
        (Kegiatan, "program__tahun"),
        (SubKegiatan, "kegiatan__program__tahun"),
    ):
        rows = model._base_manager.filter(nomenklatur__dasar_hukum__in=hukum)
        for nomenklatur, tahun in rows.order_by().values_list("nomenklatur", jalur).distinct():
            hasil[nomenklatur].add(tahun)
    return hasil
