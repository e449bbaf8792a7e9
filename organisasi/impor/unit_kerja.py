"""Units with their duty and functions from a file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping
from typing import Any

from django.db.models import Model

from organisasi.models import FungsiUnit, PerangkatDaerah, UnitKerja
from organisasi.pilihan import JenisUnit
from sakip.umum.impor.baris import BarisImpor
from sakip.umum.impor.hasil import ImporGagal, Keadaan
from sakip.umum.impor.kolom import Kolom
from sakip.umum.impor.resource import ResourceImpor
from sakip.umum.impor.sumber import Sumber
from sakip.umum.impor.tulis import BERUBAH_SEMENTARA
from sakip.umum.impor.widget import Bulat, DaftarBaris, Pilihan, Rujukan, Teks, kunci, kutip
from sakip.umum.riwayat import buat_banyak, geser_sementara, ubah_banyak

SEJAUH = 20_000  # of a number out of the way; a PositiveSmallInteger holds 32.767


def cari_kantor(sumber: Sumber, teks: str, baris: Mapping[str, Any]) -> Any:
    """Return the office that a cell names, among those whose rows the person writes."""
    return sumber.cari(
        PerangkatDaerah, teks, sebutan="Perangkat daerah", nama=lambda k: (k.nama, k.slug), is_ditulis=True,
        terkait=("pemda",),
    )  # fmt: skip


def _cari_induk(sumber: Sumber, teks: str, baris: Mapping[str, Any]) -> Any:
    """Return a unit of the same office, of the file too."""
    kantor = KOLOM_UNIT[0].widget.clean(baris.get(KOLOM_UNIT[0].judul), sumber=sumber)
    unit = sumber.kamus["unit"]
    if kantor is None:
        return None
    hasil = unit.get((kantor.pk, kunci(teks)))
    if hasil is None:
        sekantor = [u.nama for (k, _), u in unit.items() if k == kantor.pk]
        raise ValueError(f"Unit {kutip(teks)} tidak ada di {kantor.nama}.{sumber.usulkan(teks, sekantor)}")
    return hasil


KOLOM_UNIT = (
    Kolom(
        "perangkat_daerah", "Perangkat daerah", Rujukan(cari_kantor), "Kecamatan Batang-batang",
        "Nama atau kode pendeknya.", is_wajib=True, is_kunci=True,
    ),
    Kolom("nama", "Unit kerja", Teks(), "Seksi Pelayanan Umum", "Satu ejaan.", is_wajib=True, is_kunci=True),
    Kolom(
        "jenis", "Jenis", Pilihan(JenisUnit.choices), "Seksi",
        "Salah satu dari: " + ", ".join(JenisUnit.labels) + ".", is_wajib=True,
    ),
    Kolom(
        "induk", "Unit di atasnya", Rujukan(_cari_induk), "Camat",
        "Nama unit, boleh baris lain berkas ini. Kosong hanya untuk unit pimpinan.",
    ),
    Kolom("urutan", "Urutan", Bulat(), "4", "Nomor urut di perangkat daerahnya.", is_wajib=True),
    Kolom(
        "tugas", "Tugas", Teks(is_panjang=True), "Menyelenggarakan pelayanan umum.",
        "Menurut peraturan susunan organisasi.",
    ),
    Kolom(
        "fungsi_baris", "Fungsi", DaftarBaris(), "penyusunan program pelayanan umum",
        "Satu fungsi setiap baris di dalam satu sel, menurut urutannya.",
    ),
)  # fmt: skip


class ResourceUnitKerja(ResourceImpor):
    """Found by office and name. Numbers may change places inside one file."""

    class Meta:
        model = UnitKerja
        fields = ()

    kolom = KOLOM_UNIT
    urutan_tulis = (UnitKerja,)
    terkait = ("fungsi", "perangkat_daerah", "induk")
    batasan_bersama = frozenset({"unit_nama_unik", "unit_urutan_unik", "unit_satu_pimpinan"})

    def muat(self, kunci: set[Hashable]) -> dict[Hashable, Any]:
        """Return all units of the offices that the file names: they stand beside each other."""
        kantor = {k[0] for k in kunci}  # type: ignore[index]
        rows = UnitKerja.objects.untuk(self.pengguna).filter(perangkat_daerah__in=kantor)
        hasil: dict[Hashable, Any] = {}
        unit: Any
        for unit in rows.select_related("perangkat_daerah").prefetch_related("fungsi"):
            self.lekatkan(unit)
            hasil[unit.perangkat_daerah_id, unit.nama] = unit
        per_pk = {u.pk: u for u in hasil.values()}
        for unit in hasil.values():
            unit.induk = per_pk.get(unit.induk_id)
        return hasil

    def lekatkan(self, objek: Any) -> None:
        """Its functions, in their order."""
        objek.fungsi_baris = tuple(f.uraian for f in objek.fungsi.all())

    def kunci_dari(self, nilai: dict[str, Any]) -> Hashable:
        """Office and name."""
        return nilai["perangkat_daerah"].pk, nilai["nama"]

    def buat(self, nilai: dict[str, Any]) -> Any:
        """A unit without functions."""
        unit = UnitKerja(**nilai)
        unit.fungsi_baris = ()  # type: ignore[attr-defined]
        return unit

    def before_import(self, dataset: Any, **kwargs: Any) -> None:
        """Let rows of the file name each other."""
        super().before_import(dataset, **kwargs)
        # Stored units last: their spelling wins over that of a row that will be refused.
        urut: Any = sorted(self.milik.items(), key=lambda satu: satu[1].pk is not None)
        self.sumber.kamus["unit"] = {(k[0], kunci(k[1])): u for k, u in urut}

    def tanda_ejaan(self, objek: Any) -> tuple[Hashable, str]:
        """Names are compared inside an office."""
        return (objek.perangkat_daerah_id, kunci(objek.nama)), objek.nama

    # All rows together -----------------------------------------------------------------------------

    def periksa_bersama(self) -> None:
        """Names, numbers, one head, no circle: as they would stand after the file."""
        self.tolak_ejaan(
            "nama", dict(self.tanda_ejaan(o) for o in self.milik.values() if o.pk is not None), "Unit kerja"
        )
        baris = {id(b.objek): b for b in self.baris_sah()}
        ditolak = {id(b.objek) for b in self.baris if b.keadaan is Keadaan.DITOLAK}
        urutan, puncak = defaultdict(list), defaultdict(list)
        for unit in (u for u in self.milik.values() if id(u) not in ditolak):
            urutan[unit.perangkat_daerah_id, unit.urutan].append(unit)
            if unit.induk is None:
                puncak[unit.perangkat_daerah_id].append(unit)
        for sama in urutan.values():
            self._tolak_sama(baris, sama, "urutan", "Nomor urut ini dipakai juga oleh")
        for sama in puncak.values():
            self._tolak_sama(
                baris, sama, "induk", "Sebuah perangkat daerah mempunyai satu unit pimpinan. Sudah ada"
            )
        for satu in baris.values():
            if _is_melingkar(satu.objek):
                satu.tolak("induk", "Unit ini berada di bawah dirinya sendiri.")

    def _tolak_sama(self, baris: dict[int, BarisImpor], sama: list[Any], bidang: str, pesan: str) -> None:
        for unit in sama[1:] if all(id(u) in baris for u in sama) else sama:
            satu = baris.get(id(unit))
            if satu is not None and len(sama) > 1:
                lain = next(u for u in sama if u is not unit)
                satu.tolak(bidang, f"{pesan} {lain.nama}.")

    # The write -------------------------------------------------------------------------------------

    def sebelum_tulis(self, model: type[Model], ubah: list[Any]) -> None:
        """Free the numbers that change places."""
        geser_sementara([u for u in ubah if "urutan" in self.beda(u)], "urutan", SEJAUH)

    def sesudah_tulis(self, alasan: str) -> None:
        """Write the functions of the rows whose list changed."""
        rangkap = {"oleh": self.pengguna, "alasan": alasan}
        baru, ubah = [], []
        for baris in self.baris:
            unit, dahulu = baris.objek, baris.lama.get("fungsi_baris", ())
            if unit.fungsi_baris == dahulu:
                continue
            ada = list(FungsiUnit.objects.select_for_update().filter(unit=unit.pk).order_by("urutan"))
            if tuple(f.uraian for f in ada) != dahulu:
                raise ImporGagal(BERUBAH_SEMENTARA)
            for satu in ada[len(unit.fungsi_baris) :]:
                satu._change_reason = alasan  # type: ignore[attr-defined]
                satu.delete()
            for satu, uraian in zip(ada, unit.fungsi_baris, strict=False):
                if satu.uraian != uraian:
                    satu.uraian = uraian
                    ubah.append(satu)
            nomor = ada[-1].urutan if ada else 0
            for n, uraian in enumerate(unit.fungsi_baris[len(ada) :], start=nomor + 1):
                baru.append(FungsiUnit(unit=unit, urutan=n, uraian=uraian))
        buat_banyak(baru, **rangkap)
        ubah_banyak(ubah, ["uraian"], **rangkap)


def _is_melingkar(unit: Any) -> bool:
    dilalui: set[int] = set()
    while unit is not None and id(unit) not in dilalui:
        dilalui.add(id(unit))
        unit = unit.induk
    return unit is not None
