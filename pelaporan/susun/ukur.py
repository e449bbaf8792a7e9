"""Measured indicators: target, year's value and capaian of each, for any year."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from kinerja.models import DefinisiIndikator, Indikator, Realisasi
from kinerja.pilihan import PERIODE_FREKUENSI, CaraUkur, Frekuensi, JenisNilai, MetodePeriode, Periode
from kinerja.rumus import (
    Arah,
    Capaian,
    MetodeTriwulan,
    NilaiPeriode,
    NilaiTahunan,
    RumusMakinRendah,
    compute_capaian,
    simpulkan_tahun,
)
from pelaporan.konteks import Angka
from pelaporan.susun.muat import Data
from pelaporan.susun.nilai import Penilai, Terbaca, angka_nilai, baca, baca_kolom, kosong
from sakip.umum.hitung import Keadaan


@dataclass(frozen=True)
class TargetTerbaca:
    """Where a target comes from."""

    nilai: Terbaca | None
    sumber: str


@dataclass(frozen=True)
class Terukur:
    """An indicator of one year with everything that tables print of it."""

    indikator: Indikator
    definisi: DefinisiIndikator | None
    target: Terbaca | None
    sumber_target: str
    realisasi: Terbaca | None
    keadaan: Keadaan
    alasan: str
    catatan: str
    capaian: Capaian
    teks_target: Angka
    teks_realisasi: Angka

    @property
    def satuan(self) -> str:
        """Unit of measure, or an empty text."""
        return self.definisi.satuan.nama if self.definisi and self.definisi.satuan else ""

    @property
    def is_tercapai(self) -> bool | None:
        """Whether the target is reached; None where it cannot be said."""
        if self.capaian.keadaan is not Keadaan.TERUKUR:
            return None
        return self.capaian.nilai is not None and self.capaian.nilai >= 100


class Pengukur:
    """Measures the indicators of one report; values are cached by indicator and year."""

    def __init__(self, data: Data) -> None:
        self.data = data
        self._penilai: dict[int, Penilai] = {}
        self._hasil: dict[tuple[int, int], Terukur] = {}

    def penilai(self, tahun: int) -> Penilai:
        """Return the rules of a year."""
        if tahun not in self._penilai:
            self._penilai[tahun] = Penilai(self.data.aturan_tahun(tahun))
        return self._penilai[tahun]

    def ukur(self, indikator: Indikator, tahun: int | None = None) -> Terukur:
        """Return target, value and capaian of an indicator in a year (the report's by default)."""
        tahun = self.data.tahun if tahun is None else tahun
        kunci = (indikator.pk, tahun)
        if kunci not in self._hasil:
            self._hasil[kunci] = self._ukur(indikator, tahun)
        return self._hasil[kunci]

    def _ukur(self, indikator: Indikator, tahun: int) -> Terukur:
        definisi = self.data.definisi_tahun(indikator.pk, tahun)
        target = self.target(indikator, tahun)
        setahun = self.nilai_setahun(indikator, tahun, definisi)
        realisasi = self._terbaca(setahun, definisi)
        capaian = self.hitung_capaian(target.nilai, setahun, realisasi, definisi, tahun)
        batas = [target.nilai.hitungan] if target.nilai and isinstance(target.nilai.hitungan, Decimal) else []
        return Terukur(
            indikator=indikator,
            definisi=definisi,
            target=target.nilai,
            sumber_target=target.sumber,
            realisasi=realisasi,
            keadaan=setahun.keadaan,
            alasan=setahun.alasan,
            catatan=setahun.catatan,
            capaian=capaian,
            teks_target=angka_nilai(target.nilai, definisi, alasan="target belum diisi"),
            teks_realisasi=(
                angka_nilai(realisasi, definisi, batas=batas)
                if realisasi
                else kosong(setahun.alasan, setahun.keadaan)
            ),
        )

    def hitung_capaian(
        self,
        target: Terbaca | None,
        setahun: NilaiTahunan,
        realisasi: Terbaca | None,
        definisi: DefinisiIndikator | None,
        tahun: int,
    ) -> Capaian:
        """Return capaian by the rules in force in that year."""
        aturan = self.data.aturan_tahun(tahun)
        if setahun.keadaan is Keadaan.BELUM_DIISI:
            return Capaian(None, Keadaan.BELUM_DIISI, setahun.alasan)
        if setahun.keadaan is Keadaan.TIDAK_DAPAT_DIHITUNG:
            return Capaian(None, Keadaan.TIDAK_DAPAT_DIHITUNG, setahun.alasan)
        return compute_capaian(
            target=target.hitungan if target else None,
            realisasi=untuk_rumus(realisasi),
            arah=Arah(definisi.arah) if definisi else Arah.MAKIN_TINGGI,
            rumus_makin_rendah=RumusMakinRendah(aturan.rumus_makin_rendah),
            batas_atas=aturan.batas_atas,
            batas_bawah=aturan.batas_bawah,
            berlaku=setahun.keadaan is not Keadaan.TIDAK_BERLAKU,
        )

    def target(self, indikator: Indikator, tahun: int) -> TargetTerbaca:
        """Return the target by the rule of precedence, and the document that holds it."""
        data = self.data
        if indikator.tujuan_id is None and indikator.sasaran_id is None:
            dpa = data.dpa_berlaku()
            baris = data.target_dpa.get((dpa.pk, indikator.pk)) if dpa else None
            return TargetTerbaca(baca(baris, data.predikat), dpa.nama if dpa else "DPA")
        for calon in data.silsilah(indikator.pk):
            pk = data.pk_berlaku(tahun)
            for t in data.target_pk.get(pk.pk, []) if pk else []:
                if t.indikator_id == calon:
                    return TargetTerbaca(baca(t, data.predikat), "PK")
            if rkt := data.target_rkt.get((calon, tahun)):
                return TargetTerbaca(baca(rkt, data.predikat), "RKT")
            if lalu := data.tahun_lalu.get((calon, tahun)):
                nilai = baca_kolom(lalu.target, lalu.target_atas, lalu.target_predikat_id, data.predikat)
                if nilai is not None:
                    return TargetTerbaca(nilai, lalu.sumber)
            if renstra := data.target_renstra.get((calon, tahun)):
                return TargetTerbaca(baca(renstra, data.predikat), "Renstra")
        return TargetTerbaca(None, "")

    def nilai_setahun(
        self, indikator: Indikator, tahun: int, definisi: DefinisiIndikator | None
    ) -> NilaiTahunan:
        """Return the year's value from periods, from one annual value, or from the years before."""
        data = self.data
        for calon in data.silsilah(indikator.pk):
            ukur = data.pengukuran.get((calon, tahun))
            if ukur is not None:
                baris = data.realisasi.get(ukur.pk, {})
                if ukur.cara == CaraUkur.SETAHUN:
                    return self._dari_setahun(baris.get(Periode.TAHUN))
                return self._dari_periode(baris, definisi)
            lalu = data.tahun_lalu.get((calon, tahun))
            if lalu is not None:
                nilai = baca_kolom(lalu.realisasi, None, lalu.realisasi_predikat_id, data.predikat)
                return _tahunan(nilai)
        return NilaiTahunan(None, Keadaan.BELUM_DIISI, "realisasi belum diisi")

    def is_berdata(self, indikator: Indikator, tahun: int) -> bool:
        """Whether anything is recorded of that year."""
        return any(
            (c, tahun) in self.data.pengukuran or (c, tahun) in self.data.tahun_lalu
            for c in self.data.silsilah(indikator.pk)
        )

    def _dari_setahun(self, baris: Realisasi | None) -> NilaiTahunan:
        if baris is not None and not baris.berlaku:
            return NilaiTahunan(None, Keadaan.TIDAK_BERLAKU, baris.keterangan)
        if baris is not None and baris.pembilang is not None and baris.penyebut is not None:
            return simpulkan_tahun(
                [NilaiPeriode("setahun", None, True, baris.pembilang, baris.penyebut)],
                MetodeTriwulan.RASIO_JUMLAH,
            )
        return _tahunan(baca(baris, self.data.predikat))

    def _dari_periode(self, baris: dict[str, Realisasi], definisi: DefinisiIndikator | None) -> NilaiTahunan:
        diminta = PERIODE_FREKUENSI[Frekuensi(definisi.frekuensi) if definisi else Frekuensi.TRIWULAN]
        periode = [self._periode(p, baris.get(p)) for p in diminta]
        metode = definisi.metode if definisi else MetodePeriode.AKHIR
        return simpulkan_tahun(periode, MetodeTriwulan(metode))

    def _periode(self, periode: Periode, baris: Realisasi | None) -> NilaiPeriode:
        if baris is None:
            return NilaiPeriode(periode.label)
        nilai = baca(baris, self.data.predikat)
        angka = nilai.hitungan if nilai and isinstance(nilai.hitungan, Decimal) else None
        return NilaiPeriode(periode.label, angka, baris.berlaku, baris.pembilang, baris.penyebut)

    def _terbaca(self, setahun: NilaiTahunan, definisi: DefinisiIndikator | None) -> Terbaca | None:
        if setahun.nilai is None:
            return None
        if definisi and definisi.jenis == JenisNilai.PREDIKAT:
            kode = self.data.peringkat.get((definisi.skala, int(setahun.nilai)), "")
            return Terbaca(setahun.nilai, kode)
        return Terbaca(setahun.nilai, eksak=setahun.eksak)


def _tahunan(nilai: Terbaca | None) -> NilaiTahunan:
    if nilai is None or not isinstance(nilai.hitungan, Decimal):
        return NilaiTahunan(None, Keadaan.BELUM_DIISI, "realisasi belum diisi")
    return NilaiTahunan(nilai.hitungan, Keadaan.TERUKUR, eksak=Fraction(nilai.hitungan))


def untuk_rumus(nilai: Terbaca | None) -> Decimal | Fraction | None:
    """Return the exact number of a value for a formula; None for a blank or a range."""
    if nilai is None:
        return None
    if nilai.eksak is not None:
        return nilai.eksak
    return nilai.hitungan if isinstance(nilai.hitungan, Decimal) else None
