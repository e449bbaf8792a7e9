"""The kinerja table of a quarter: the quarter's own figures, and those of the year so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from kinerja.berjalan import TargetPeriode, capaian_periode, target_berjalan
from kinerja.isian import BarisKinerja, KeadaanSel
from kinerja.models import AturanPengukuran, DefinisiIndikator, Indikator, Realisasi, SkalaNilai
from kinerja.models.nilai import Nilai
from kinerja.pilihan import NAMA_TRIWULAN, TRIWULAN_PERIODE, JenisNilai, Periode
from kinerja.rumus import (
    Arah,
    Capaian,
    MetodeTriwulan,
    NilaiPeriode,
    RumusMakinRendah,
    simpulkan_tahun,
)
from pelaporan.konteks import Angka
from pelaporan.susun.nilai import Terbaca, angka_nilai, angka_persen, baca, kosong
from sakip.umum.angka import format_angka
from sakip.umum.hitung import Keadaan, to_decimal
from sakip.umum.teks import huruf_awal_besar

BELUM_WAKTUNYA = "belum waktunya"
SEBUT_METODE = {
    MetodeTriwulan.JUMLAH: "jumlah",
    MetodeTriwulan.AKHIR: "nilai terakhir",
    MetodeTriwulan.RATA_RATA: "rata-rata",
    MetodeTriwulan.MAKSIMUM: "nilai tertinggi",
    MetodeTriwulan.RASIO_JUMLAH: "rasio jumlah",
}


@dataclass(frozen=True)
class BarisUkur:
    """One indicator. ``target_berjalan``, ``berjalan`` and ``capaian`` are of the year up to the quarter."""

    nomor: str
    indikator: str
    satuan: str
    metode: str
    unit: str
    target: Angka
    target_triwulan: Angka
    realisasi: Angka
    target_berjalan: Angka
    berjalan: Angka
    capaian: Angka
    keterangan: tuple[str, ...]
    tunggu: str = ""  # in the place of all figures while nothing was asked: "belum waktunya, …"


@dataclass(frozen=True)
class KelompokUkur:
    """Indicators under one tujuan, sasaran or programme."""

    judul: str
    baris: tuple[BarisUkur, ...]


@dataclass(frozen=True)
class RingkasUkur:
    """How the cells of the quarter stand; ``belum_waktunya`` is outside ``diminta``."""

    jumlah: int
    diminta: int
    terisi: int
    tidak_berlaku: int
    belum_diisi: int
    belum_waktunya: int


def ringkas_ukur(baris: Sequence[BarisKinerja], triwulan: int) -> RingkasUkur:
    """Count the cells of a quarter by state."""
    keadaan = [b.keadaan(triwulan) for b in baris]
    hitung = {k: keadaan.count(k) for k in KeadaanSel}
    return RingkasUkur(
        jumlah=len(keadaan),
        diminta=len(keadaan) - hitung[KeadaanSel.BELUM_WAKTUNYA],
        terisi=hitung[KeadaanSel.TERISI],
        tidak_berlaku=hitung[KeadaanSel.TIDAK_BERLAKU],
        belum_diisi=hitung[KeadaanSel.BELUM_DIISI],
        belum_waktunya=hitung[KeadaanSel.BELUM_WAKTUNYA],
    )


class PembuatUkur:
    """Makes the rows of one quarter from cells that were read before."""

    def __init__(
        self, triwulan: int, aturan: AturanPengukuran, predikat: dict[int, SkalaNilai], unit: dict[int, str]
    ) -> None:
        self.triwulan, self.aturan, self.predikat, self.unit = triwulan, aturan, predikat, unit
        self.peringkat = {(s.skala, s.peringkat): s.kode for s in predikat.values()}

    def build(self, baris: Sequence[BarisKinerja]) -> tuple[KelompokUkur, ...]:
        """Return the rows under their headings, numbered through."""
        kelompok: dict[str, list[BarisUkur]] = {}
        for n, b in enumerate(baris, start=1):
            kelompok.setdefault(judul_node(b.indikator), []).append(self._baris(str(n), b))
        return tuple(KelompokUkur(judul, tuple(isi)) for judul, isi in kelompok.items())

    def _baris(self, nomor: str, b: BarisKinerja) -> BarisUkur:
        d = b.definisi
        target = angka_nilai(baca(b.target, self.predikat), d, alasan="target belum diisi")
        sampai = [p for p in b.periode if TRIWULAN_PERIODE[Periode(p)] <= self.triwulan]
        capaian, target_berjalan, berjalan = self._berjalan(b, sampai)
        return BarisUkur(
            nomor=nomor,
            indikator=b.indikator.nama,
            satuan=d.satuan.nama if d and d.satuan else "",
            metode=SEBUT_METODE[MetodeTriwulan(d.metode)] if d and len(b.periode) > 1 else "",
            unit=self.unit.get(b.unit_id or 0, ""),
            target=target,
            target_triwulan=self._target_triwulan(b),
            realisasi=self._realisasi(b),
            target_berjalan=target_berjalan,
            berjalan=berjalan,
            capaian=capaian,
            keterangan=_keterangan(b.sel(self.triwulan), capaian, bool(sampai)),
            tunggu="" if sampai or d is None else f"{capaian.teks}, {capaian.alasan}",
        )

    # The quarter --------------------------------------------------------------------------------------

    def _target_triwulan(self, b: BarisKinerja) -> Angka:
        periode = b.periode_pada(self.triwulan)
        if periode is None:
            return belum_waktunya(b)
        return angka_nilai(
            baca(_target(b, periode), self.predikat), b.definisi, alasan="target triwulan belum ada"
        )

    def _realisasi(self, b: BarisKinerja) -> Angka:
        keadaan, sel = b.keadaan(self.triwulan), b.sel(self.triwulan)
        if keadaan is KeadaanSel.BELUM_WAKTUNYA:
            return belum_waktunya(b)
        if keadaan is KeadaanSel.TIDAK_BERLAKU:
            return kosong(sel.keterangan if sel else "", Keadaan.TIDAK_BERLAKU)
        if keadaan is KeadaanSel.BELUM_DIISI or sel is None:
            return kosong("realisasi belum diisi")
        if sel.pembilang is not None and sel.penyebut is not None:
            return Angka(f"{format_angka(sel.pembilang)} dari {format_angka(sel.penyebut)}")
        return angka_nilai(baca(sel, self.predikat), b.definisi)

    # The year so far ----------------------------------------------------------------------------------

    def _berjalan(self, b: BarisKinerja, sampai: Sequence[str]) -> tuple[Angka, Angka, Angka]:
        """Return capaian, target and value up to the quarter."""
        d = b.definisi
        if not sampai or d is None:
            tunggu = belum_waktunya(b) if d else kosong("definisi indikator belum diisi")
            return tunggu, tunggu, tunggu
        metode = MetodeTriwulan(d.metode)
        periode = [self._periode(p, b.realisasi.get(p)) for p in sampai]
        target = [_hitungan(baca(_target(b, p), self.predikat)) for p in sampai]
        penuh = len(sampai) == len(b.periode)
        setahun = _hitungan(baca(b.target, self.predikat)) if penuh else None
        capaian = capaian_periode(
            periode=periode,
            target=target,
            setahun=setahun,
            metode=metode,
            arah=Arah(d.arah),
            rumus_makin_rendah=RumusMakinRendah(self.aturan.rumus_makin_rendah),
            batas_atas=self.aturan.batas_atas,
            batas_bawah=self.aturan.batas_bawah,
        )
        return (
            angka_persen(capaian, self.aturan.desimal),
            self._cetak_target(target_berjalan(periode, target, metode, setahun), d, capaian),
            self._cetak_nilai(periode, metode, d),
        )

    def _periode(self, periode: str, sel: Realisasi | None) -> NilaiPeriode:
        nama = Periode(periode).label
        if sel is None:
            return NilaiPeriode(nama)
        hitungan = _hitungan(baca(sel, self.predikat))
        nilai = hitungan if isinstance(hitungan, Decimal) else None
        return NilaiPeriode(nama, nilai, sel.berlaku, sel.pembilang, sel.penyebut)

    def _cetak_target(
        self, target: Decimal | Fraction | tuple[Decimal, Decimal] | None, d: DefinisiIndikator, c: Capaian
    ) -> Angka:
        if target is None:
            if c.keadaan is Keadaan.TIDAK_BERLAKU:
                return kosong(c.alasan, Keadaan.TIDAK_BERLAKU)
            return kosong("target triwulan belum ada")
        return self._cetak(target, d)

    def _cetak_nilai(
        self, periode: Sequence[NilaiPeriode], metode: MetodeTriwulan, d: DefinisiIndikator
    ) -> Angka:
        hasil = simpulkan_tahun(periode, metode)
        if hasil.keadaan is not Keadaan.TERUKUR or hasil.eksak is None:
            return kosong(hasil.alasan, hasil.keadaan)
        return self._cetak(hasil.eksak, d)

    def _cetak(self, nilai: Decimal | Fraction | tuple[Decimal, Decimal], d: DefinisiIndikator) -> Angka:
        if isinstance(nilai, tuple):
            return angka_nilai(Terbaca(nilai), d)
        satu = Fraction(nilai)
        if d.jenis == JenisNilai.PREDIKAT:
            return Angka(self.peringkat.get((d.skala, int(satu)), ""), nilai=to_decimal(satu))
        return angka_nilai(Terbaca(to_decimal(satu), eksak=satu), d)


def belum_waktunya(b: BarisKinerja) -> Angka:
    """Return the figure that is not asked yet; ``alasan`` names the quarter in which it is."""
    akhir = TRIWULAN_PERIODE[Periode(b.periode[-1])] if b.periode else 4
    return Angka(BELUM_WAKTUNYA, Keadaan.TIDAK_BERLAKU, None, f"diminta pada {NAMA_TRIWULAN[akhir]}")


def judul_node(i: Indikator) -> str:
    """Return the heading under which an indicator stands."""
    if i.tujuan is not None:
        return f"Tujuan {i.tujuan.urutan}: {i.tujuan.uraian}"
    if i.sasaran is not None:
        return f"Sasaran {i.sasaran.urutan}: {i.sasaran.uraian}"
    kegiatan = i.sub_kegiatan.kegiatan if i.sub_kegiatan else i.kegiatan
    program = kegiatan.program if kegiatan else i.program
    assert program is not None
    return f"{program.kode} {program.nama}"


def _target(b: BarisKinerja, periode: str) -> Nilai | None:
    """Return the target of a period: of the rencana aksi, else of the year where only one is asked."""
    return b.target_periode.get(periode) or (b.target if len(b.periode) == 1 else None)


def _hitungan(nilai: Terbaca | None) -> TargetPeriode:
    return nilai.hitungan if nilai else None


def _keterangan(sel: Realisasi | None, capaian: Angka, is_diminta: bool) -> tuple[str, ...]:
    """Return the note of the cell, then why there is no capaian."""
    hasil = [sel.keterangan.strip()] if sel is not None and sel.keterangan.strip() else []
    if is_diminta and not capaian.is_terukur and capaian.alasan and capaian.alasan not in hasil:
        hasil.append(f"{huruf_awal_besar(capaian.alasan)}.")
    return tuple(hasil)
