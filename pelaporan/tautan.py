"""Where a finding is repaired: the symbolic key of a check ("realisasi:skm") as a page and its field.

Checks know no address. ``PembuatTautan`` reads what the keys of one report need at most once, so that many
findings cost a fixed number of queries. Who may only look gets the same place with the verb "Lihat".
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.db.models import Model
from django.urls import NoReverseMatch, reverse

from anggaran.models import PaguAnggaran
from kinerja.alur import boleh_isi
from kinerja.isian import TRIWULAN, BarisBelanja, BarisKinerja, KeadaanSel
from kinerja.models import (
    AnalisisCapaian,
    AturanPengukuran,
    DefinisiIndikator,
    Indikator,
    Pembanding,
    PerjanjianKinerja,
    TargetDPA,
    TargetRenstra,
    TargetRKT,
)
from organisasi.izin import Pelaku
from organisasi.models import DasarHukum, PemangkuJabatan, PerangkatDaerah, ProfilOrganisasi, UnitKerja
from organisasi.pilihan import PERENCANA, Peran
from pelaporan.models import Lampiran, Laporan, Rekomendasi
from pelaporan.tautan_bahan import BahanTautan
from renstra.models import IsuStrategis, Renstra, Sasaran, SasaranProgram

LIHAT = "Lihat"
DIISI_UNIT = ("realisasi", "bukti", "analisis", "anggaran")  # what the units themselves enter


@dataclass(frozen=True)
class Tautan:
    """The way to a field: what one does there ("Isi realisasi") and the address."""

    label: str
    alamat: str


def alamat_tautan(tautan: str, laporan: Laporan, pelaku: Pelaku) -> Tautan | None:
    """Return where one symbolic key is repaired; for many of a report keep one PembuatTautan."""
    return PembuatTautan(laporan, pelaku).tautan(tautan)


@dataclass(frozen=True)
class Formulir:
    """A form of the admin: of a row, or of a new one (``pk`` None) that begins with ``awal``.

    ``medan`` is the field to go to, ``jangkar`` another place of the page; ``boleh`` overrides the right
    that the model asks for.
    """

    model: type[Model]
    pk: int | None
    apa: str
    awal: Mapping[str, Any] | None = None
    medan: str = ""
    jangkar: str = ""
    boleh: bool | None = None


class PembuatTautan:
    """Resolves the symbolic keys of one report for one person."""

    def __init__(self, laporan: Laporan, pelaku: Pelaku) -> None:
        self.laporan, self.pelaku = laporan, pelaku
        self.kantor: PerangkatDaerah = laporan.perangkat_daerah
        self.tahun: int = laporan.tahun
        self.bahan = BahanTautan(self.kantor, self.tahun)

    def tautan(self, kunci: str) -> Tautan | None:
        """Return where a key is repaired; None where there is nothing for this person to open."""
        jenis, _, objek = kunci.partition(":")
        if jenis in _SATUAN and not objek:
            return _SATUAN[jenis](self)
        if jenis in _BEROBJEK and objek:
            return _BEROBJEK[jenis](self, objek)
        return None

    def unit(self, kunci: str) -> int | None:
        """Return the unit that answers for what a key names; None: nobody but the planners."""
        jenis, _, objek = kunci.partition(":")
        if jenis == "narasi":
            return self.bahan.penanggung.get(objek)
        if jenis in DIISI_UNIT:
            if jenis == "anggaran":
                belanja = self._belanja(objek)
                return belanja.unit_id if belanja else None
            baris = self._kinerja(objek)
            return baris.unit_id if baris else None
        return None

    # Measurement --------------------------------------------------------------------------------------

    def _kinerja(self, kode: str) -> BarisKinerja | None:
        return next((b for b in self.bahan.isian.kinerja if b.indikator.kode == kode), None)

    def _belanja(self, kode: str) -> BarisBelanja | None:
        """Return the row of a code; of a programme that is recorded lower the first blank row below it."""
        milik = [b for b in self.bahan.isian.belanja if b.node.kode == kode]
        milik = milik or [b for b in self.bahan.isian.belanja if b.node.kode.startswith(f"{kode}.")]
        kosong = (b for b in milik if any(b.keadaan(t) is KeadaanSel.BELUM_DIISI for t in TRIWULAN))
        return next(kosong, milik[0] if milik else None)

    def realisasi(self, kode: str) -> Tautan | None:
        """Return the cell of the grid: the first blank quarter, else the last one that is asked."""
        baris = self._kinerja(kode)
        if baris is None:
            return None
        return self._sel("kisi_kinerja", baris, f"indikator-{baris.indikator.pk}", "realisasi")

    def anggaran(self, kode: str) -> Tautan | None:
        """Return the cell of the budget grid."""
        baris = self._belanja(kode)
        return self._sel("kisi_anggaran", baris, baris.kunci, "realisasi anggaran") if baris else None

    def _sel(self, nama: str, baris: BarisKinerja | BarisBelanja, kunci: str, apa: str) -> Tautan:
        keadaan = {t: baris.keadaan(t) for t in TRIWULAN}
        kosong = [t for t, k in keadaan.items() if k is KeadaanSel.BELUM_DIISI]
        diminta = [t for t, k in keadaan.items() if k is not KeadaanSel.BELUM_WAKTUNYA]
        triwulan = (kosong[:1] or diminta[-1:] or [4])[0]
        alamat = f"{self._alamat(nama, triwulan)}?unit={baris.unit_id or 'semua'}#sel-{kunci}"
        boleh = boleh_isi(self.pelaku, self.kantor.pk, baris.unit_id)
        return Tautan(f"{'Isi' if boleh else LIHAT} {apa}", alamat)

    def bukti(self, kode: str) -> Tautan | None:
        """Return where a file is uploaded: the first quarter with a value and without one."""
        baris = self._kinerja(kode)
        if baris is None:
            return None
        terisi = [t for t in TRIWULAN if baris.keadaan(t) is KeadaanSel.TERISI]
        tanpa = [t for t in terisi if (sel := baris.sel(t)) is not None and sel.pk not in self.bahan.berbukti]
        triwulan = (tanpa[:1] or terisi[-1:] or [4])[0]
        boleh = boleh_isi(self.pelaku, self.kantor.pk, baris.unit_id)
        alamat = self._alamat("baris_kinerja", triwulan, baris.indikator.pk)
        return Tautan(f"{'Unggah' if boleh else LIHAT} bukti", f"{alamat}#bukti")

    def pengukuran(self) -> Tautan:
        """Return the page of all units and quarters."""
        return Tautan("Buka pengukuran", self._alamat("pengukuran"))

    # Plan ---------------------------------------------------------------------------------------------

    def indikator(self, kode: str) -> Tautan | None:
        """Return the form of an indicator."""
        i = self.bahan.indikator.get(kode)
        return self._baris(Formulir(Indikator, i.pk if i else None, "indikator", medan="nama"))

    def definisi(self, kode: str) -> Tautan | None:
        """Return the page of an indicator's definition."""
        i = self.bahan.indikator.get(kode)
        if i is None:
            return None
        kata = "Lengkapi" if self._boleh(DefinisiIndikator) else LIHAT
        return Tautan(f"{kata} definisi", self._alamat("definisi_indikator", i.pk))

    def target_pk(self, kode: str) -> Tautan:
        """Return the PK with the target: its draft, else the revision in force."""
        return self.pk("target PK")

    def pk(self, apa: str = "Perjanjian Kinerja") -> Tautan:
        """Return the draft of the PK, the PK in force, or the list where there is none."""
        if self.bahan.pk is None:
            return Tautan("Buka Perjanjian Kinerja", self._alamat("perjanjian"))
        if self.bahan.pk.is_ditetapkan or not self._boleh(PerjanjianKinerja):
            return Tautan("Buka Perjanjian Kinerja", self._alamat("pk_rincian", self.bahan.pk.pk))
        return Tautan(f"Ubah {apa}", self._alamat("pk_ubah", self.bahan.pk.pk))

    def target_rkt(self, kode: str) -> Tautan | None:
        """Return the form of a target of the RKT."""
        i = self.bahan.indikator.get(kode)
        if i is None:
            return None
        awal = {"indikator": i.pk, "tahun": self.tahun}
        return self._baris(
            Formulir(TargetRKT, self.bahan.target_rkt.get(i.pk), "target RKT", awal, medan="nilai")
        )

    def target_renstra(self, kode: str) -> Tautan | None:
        """Return the cell of the table of Renstra targets; below the sasaran the form of the target."""
        i = self.bahan.indikator.get(kode)
        if i is None:
            return None
        boleh = self._boleh(TargetRenstra)
        kata = f"{'Isi' if boleh else LIHAT} target Renstra"
        sel = f"#target-{i.pk}-{self.tahun}-nilai" if boleh else ""
        if i.tujuan_id is not None:
            return Tautan(kata, self._alamat("target_tujuan", i.tujuan_id) + sel)
        if i.sasaran_id is not None:
            return Tautan(kata, self._alamat("target_sasaran", i.sasaran_id) + sel)
        awal = {"indikator": i.pk, "tahun": self.tahun}
        return self._baris(
            Formulir(
                TargetRenstra, self.bahan.target_renstra.get(i.pk), "target Renstra", awal, medan="nilai"
            )
        )

    def target_dpa(self, kode: str) -> Tautan | None:
        """Return the form of a target in the draft of the DPA; one that was set is revised first."""
        i = self.bahan.indikator.get(kode)
        if i is None or self.bahan.dpa is None or self.bahan.dpa.is_ditetapkan:
            return self.dpa() if i else None
        awal = {"indikator": i.pk, "dpa": self.bahan.dpa.pk}
        return self._baris(
            Formulir(TargetDPA, self.bahan.target_dpa.get(i.pk), "target DPA", awal, medan="nilai")
        )

    def dpa(self) -> Tautan:
        """Return the page of the year's DPA."""
        return Tautan("Buka DPA", self._alamat("anggaran"))

    def pagu(self, kode: str) -> Tautan:
        """Return the draft of the DPA with its ceilings; one that was set is revised on the DPA's page."""
        if self.bahan.dpa is None or self.bahan.dpa.is_ditetapkan or not self._boleh(PaguAnggaran):
            return self.dpa()
        return Tautan("Isi pagu", self._alamat("dpa_rinci", self.bahan.dpa.pk))

    def renstra(self) -> Tautan | None:
        """Return the form of the Renstra."""
        awal = {"perangkat_daerah": self.kantor.pk}
        return self._baris(Formulir(Renstra, self.bahan.renstra, "Renstra", awal))

    def peta(self) -> Tautan:
        """Return the plan, where programmes are mapped to sasaran."""
        kata = "Atur program pendukung" if self._boleh(SasaranProgram) else "Lihat perencanaan"
        return Tautan(kata, self._alamat("perencanaan"))

    def misi(self) -> Tautan | None:
        """Return the list of sasaran, which name the sasaran of the RPJMD that they serve."""
        return self._daftar(Sasaran, "sasaran", {"renstra__perangkat_daerah__id__exact": self.kantor.pk})

    # Report -------------------------------------------------------------------------------------------

    def narasi(self, bagian: str) -> Tautan | None:
        """Return the page of the workspace where a section is written."""
        unit = self.bahan.penanggung.get(bagian)
        boleh = self.pelaku.is_peran(self.kantor.pk, *PERENCANA) or (
            unit is not None and unit in self.pelaku.unit_di(self.kantor.pk)
        )
        try:
            alamat = self._alamat("ruang_bagian", bagian)
        except NoReverseMatch:
            return None
        return Tautan("Ubah narasi" if boleh else "Lihat narasi", alamat)

    def analisis(self, kode: str) -> Tautan | None:
        """Return the form of causes and solutions."""
        i = self.bahan.indikator.get(kode)
        if i is None:
            return None
        awal = {"indikator": i.pk, "tahun": self.tahun}
        ada = self.bahan.analisis.get(i.pk)
        unit = self.unit(f"analisis:{kode}")
        boleh = self._boleh(AnalisisCapaian, unit)
        return self._baris(
            Formulir(AnalisisCapaian, ada, "sebab dan solusi", awal, medan="penyebab", boleh=boleh)
        )

    def pembanding(self, kode: str) -> Tautan | None:
        """Return the form of a benchmark."""
        i = self.bahan.indikator.get(kode)
        if i is None:
            return None
        awal = {"indikator": i.pk, "tahun": self.tahun}
        return self._baris(
            Formulir(Pembanding, self.bahan.pembanding.get(i.pk), "pembanding", awal, medan="jenis")
        )

    def isu(self) -> Tautan | None:
        """Return the list of issues of the office."""
        return self._daftar(IsuStrategis, "isu strategis", self._milik | {"tahun__exact": self.tahun})

    def rekomendasi(self) -> Tautan | None:
        """Return the list of recommendations that this report answers."""
        return self._daftar(Rekomendasi, "rekomendasi", self._milik | {"tahun_laporan__exact": self.tahun})

    def landasan(self) -> Tautan | None:
        """Return the regulations of the report."""
        return self._baris(Formulir(Laporan, self.laporan.pk, "landasan hukum", jangkar="landasan-group"))

    def lampiran(self) -> Tautan | None:
        """Return the appendices of the report."""
        return self._daftar(Lampiran, "lampiran", {"laporan__id__exact": self.laporan.pk})

    def laporan_(self) -> Tautan | None:
        """Return the form of the report."""
        return self._baris(Formulir(Laporan, self.laporan.pk, "data laporan", medan="tanggal_rencana"))

    # Office -------------------------------------------------------------------------------------------

    def profil(self) -> Tautan | None:
        """Return the profile of the year."""
        awal = {"perangkat_daerah": self.kantor.pk, "tahun": self.tahun}
        return self._baris(Formulir(ProfilOrganisasi, self.bahan.profil, "profil", awal))

    def unit_(self) -> Tautan | None:
        """Return the units of the office."""
        return self._daftar(UnitKerja, "unit kerja", self._milik)

    def pejabat(self) -> Tautan | None:
        """Return who held the posts."""
        milik = {"jabatan__perangkat_daerah__id__exact": self.kantor.pk}
        return self._daftar(PemangkuJabatan, "pejabat", milik)

    def hukum(self) -> Tautan | None:
        """Return the regulations of the installation."""
        return self._daftar(DasarHukum, "dasar hukum", {})

    def aturan(self) -> Tautan | None:
        """Return the rules of measurement."""
        return self._daftar(AturanPengukuran, "aturan pengukuran", {"tahun__exact": self.tahun})

    # Helpers ------------------------------------------------------------------------------------------

    @property
    def _milik(self) -> dict[str, int]:
        return {"perangkat_daerah__id__exact": self.kantor.pk}

    def _alamat(self, nama: str, *sisa: Any) -> str:
        return reverse(nama, args=[self.kantor.slug, self.tahun, *sisa])

    def _boleh(self, model: type[Model], unit: int | None = None) -> bool:
        """Whether this person writes rows of a model at this office; staff those of an own unit only."""
        penulis: tuple[str, ...] = model.lingkup.penulis  # type: ignore[attr-defined]
        if self.pelaku.is_semua:
            return True
        ada = self.pelaku.peran_di(self.kantor.pk, self.kantor.pemda_id) & set(penulis)
        if ada == {Peran.STAF.value}:
            return unit is not None and unit in self.pelaku.unit_di(self.kantor.pk)
        return bool(ada)

    def _baris(self, f: Formulir) -> Tautan | None:
        """Return the form of a row, or of a new one where there is none; nothing new for who only looks."""
        boleh = self._boleh(f.model) if f.boleh is None else f.boleh
        if not self.pelaku.boleh_lihat(f.model) or (f.pk is None and not boleh):
            return None
        nama = f"admin:{f.model._meta.app_label}_{f.model._meta.model_name}"
        alamat = (
            reverse(f"{nama}_change", args=[f.pk])
            if f.pk
            else f"{reverse(f'{nama}_add')}?{urlencode(f.awal or {})}"
        )
        tempat = f.jangkar or (f"id_{f.medan}" if f.medan and boleh else "")
        kata = ("Ubah" if f.pk else "Isi") if boleh else LIHAT
        return Tautan(f"{kata} {f.apa}", f"{alamat}#{tempat}" if tempat else alamat)

    def _daftar(self, model: type[Model], apa: str, saring: Mapping[str, Any]) -> Tautan | None:
        """Return the list of a model in the admin; its filters hold only where there is a choice."""
        if not self.pelaku.boleh_lihat(model):
            return None
        alamat = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
        kata = "Ubah" if self._boleh(model) else LIHAT
        return Tautan(f"{kata} {apa}", f"{alamat}?{urlencode(saring)}" if saring else alamat)


_BEROBJEK: dict[str, Callable[[PembuatTautan, str], Tautan | None]] = {
    "narasi": PembuatTautan.narasi,
    "realisasi": PembuatTautan.realisasi,
    "indikator": PembuatTautan.indikator,
    "definisi": PembuatTautan.definisi,
    "target_pk": PembuatTautan.target_pk,
    "target_rkt": PembuatTautan.target_rkt,
    "target_renstra": PembuatTautan.target_renstra,
    "target_dpa": PembuatTautan.target_dpa,
    "pagu": PembuatTautan.pagu,
    "anggaran": PembuatTautan.anggaran,
    "analisis": PembuatTautan.analisis,
    "pembanding": PembuatTautan.pembanding,
    "bukti": PembuatTautan.bukti,
}
_SATUAN: dict[str, Callable[[PembuatTautan], Tautan | None]] = {
    "pk": PembuatTautan.pk,
    "dpa": PembuatTautan.dpa,
    "isu": PembuatTautan.isu,
    "landasan": PembuatTautan.landasan,
    "lampiran": PembuatTautan.lampiran,
    "rekomendasi": PembuatTautan.rekomendasi,
    "profil": PembuatTautan.profil,
    "unit": PembuatTautan.unit_,
    "pejabat": PembuatTautan.pejabat,
    "laporan": PembuatTautan.laporan_,
    "renstra": PembuatTautan.renstra,
    "peta": PembuatTautan.peta,
    "pengukuran": PembuatTautan.pengukuran,
    "misi": PembuatTautan.misi,
    "hukum": PembuatTautan.hukum,
    "aturan": PembuatTautan.aturan,
}
JENIS_TAUTAN: tuple[str, ...] = (*_BEROBJEK, *_SATUAN)
